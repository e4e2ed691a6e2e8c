import { type CheckView, checkActs, useSurface } from '@backroom/panels';
import type { Preview } from '@backroom/shared';
import { lazy, Suspense } from 'react';
import { Button } from './button.tsx';
import { DeskLink } from './desk-link.tsx';
import { Status } from './states.tsx';

const Price = lazy(() => import('./price.tsx'));

/** Each check with the act that solves it right there. `preview`: what they are of. */
export function Checks(props: { checks: readonly CheckView[]; preview?: Preview; retry?: () => void }) {
  const { checks, preview = null, retry } = props;
  const surface = useSurface();
  if (checks.length === 0) return null;
  return (
    <ul className="checks">
      {checks.map((check) => {
        const { place, price } = checkActs(surface, check.found, preview);
        return (
          <li key={`${check.text} ${check.found.lineId}`}>
            <Status tone={check.tone} text={check.level} />
            <span>{check.text}</span>
            {check.retry && retry ? (
              <Button kind="quiet" onClick={retry}>
                {surface.t('action.retry')}
              </Button>
            ) : null}
            {place ? (
              <DeskLink place={{ page: place.page }} label={place.label} isPrimary={false} otherwise={null} />
            ) : null}
            {price ? (
              <Suspense fallback={null}>
                <Price offer={price} />
              </Suspense>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
