import { useSurface } from '@backroom/panels';
import { useState } from 'react';
import { Button, Buttons } from './button.tsx';

type Props = { label: string; ask: string; yes: string; busy: boolean; isDestructive?: boolean; run: () => void };

/**
 * What cannot be undone names its consequence before it acts. The way back stands where the first button was: the focus stays there, and a
 * second press does nothing.
 */
export function Confirm({ label, ask, yes, busy, isDestructive = false, run }: Props) {
  const { t } = useSurface();
  const [asking, setAsking] = useState(false);
  return (
    <div className="stack tight">
      {asking ? <p role="status">{ask}</p> : null}
      <Buttons>
        <Button disabled={busy} onClick={() => setAsking(!asking)}>
          {asking ? t('action.back') : label}
        </Button>
        {asking ? (
          <Button kind={isDestructive ? 'danger' : 'primary'} busy={busy} onClick={run}>
            {yes}
          </Button>
        ) : null}
      </Buttons>
    </div>
  );
}
