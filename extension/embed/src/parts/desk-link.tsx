import { type DeskPlace, useDeskWay, useRequestAccess, useSurface } from '@backroom/panels';
import { Button, Buttons } from './button.tsx';
import { ProblemNotice } from './states.tsx';

/**
 * The way to a page of the order desk, in a tab of its own: a page inside the CRM's frame could keep nobody signed in. A person without access may
 * request it where the desk comes first.
 */
export function DeskLink(props: { place: DeskPlace; label: string; isPrimary: boolean; otherwise: string | null }) {
  const { url, otherwise, isForbidden } = useDeskWay(props.place, props.otherwise);
  if (isForbidden)
    return (
      <>
        {otherwise ? <p>{otherwise}</p> : null}
        {props.isPrimary ? <RequestAccess /> : null}
      </>
    );
  return url ? (
    <Buttons>
      <a className={`button ${props.isPrimary ? 'primary' : ''}`} href={url} target="_blank" rel="noopener noreferrer">
        {props.label}
      </a>
    </Buttons>
  ) : null;
}
function RequestAccess() {
  const { t } = useSurface();
  const { request, requested, busy, problem } = useRequestAccess();
  if (requested) return <p role="status">{t('order.access_requested')}</p>;
  return (
    <>
      <Buttons>
        <Button busy={busy} onClick={request}>
          {t('order.request_access')}
        </Button>
      </Buttons>
      {problem ? <ProblemNotice problem={problem} /> : null}
    </>
  );
}
