import { type CheckView, checkActs, useSurface } from '@backroom/panels';
import { Button } from './button.tsx';
import { DeskLink } from './desk-link.tsx';
import { Status } from './states.tsx';

/** Each check, with the console's page that solves it. No CRM that holds this frame takes a price from here. */
export function Checks({ checks, retry }: { checks: readonly CheckView[]; retry?: () => void }) {
  const surface = useSurface();
  if (checks.length === 0) return null;
  return (
    <ul className="checks">
      {checks.map((check) => {
        const { place } = checkActs(surface, check.found, null);
        return (
          <li key={`${check.text} ${check.found.lineId}`}>
            <Status tone={check.tone} text={check.level} />
            <span>{check.text}</span>
            {check.retry && retry ? (
              <Button kind="quiet" onClick={retry}>
                {surface.t('action.retry')}
              </Button>
            ) : null}
            {place ? <DeskLink place={{ page: place.page }} label={place.label} isPrimary={false} /> : null}
          </li>
        );
      })}
    </ul>
  );
}
