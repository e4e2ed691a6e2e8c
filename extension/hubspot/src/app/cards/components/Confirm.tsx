import { useSurface } from '@backroom/panels';
import { Button, ButtonRow, Flex, LoadingButton, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';

type Props = {
  label: string;
  ask: string;
  yes: string;
  busy: boolean;
  isDestructive?: boolean;
  isQuiet?: boolean;
  run: () => void;
};

/**
 * What cannot be undone names its consequence before it acts. The way back stands where the first button was: the focus stays there, and a
 * second press does nothing. `isQuiet`: one of several in a list.
 */
export function Confirm({ label, ask, yes, busy, isDestructive = false, isQuiet = false, run }: Props) {
  const { t } = useSurface();
  const [asking, setAsking] = useState(false);
  return (
    <Flex direction="column" gap="xs">
      {asking ? <Text>{ask}</Text> : null}
      <ButtonRow>
        <Button
          size={isQuiet ? 'xs' : 'sm'}
          variant={isQuiet ? 'transparent' : 'secondary'}
          disabled={busy}
          onClick={() => setAsking(!asking)}
        >
          {asking ? t('action.back') : label}
        </Button>
        {asking ? (
          <LoadingButton
            size={isQuiet ? 'xs' : 'sm'}
            variant={isDestructive ? 'destructive' : 'primary'}
            loading={busy}
            onClick={run}
          >
            {yes}
          </LoadingButton>
        ) : null}
      </ButtonRow>
    </Flex>
  );
}
