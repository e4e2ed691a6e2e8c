import { type DeskPlace, useDeskWay, useRequestAccess, useSurface } from '@backroom/panels';
import { Button, ButtonRow, LoadingButton, Text } from '@hubspot/ui-extensions';
import { ProblemNotice } from './States.tsx';

/**
 * The way to a page of the order desk, in a tab of its own: a page inside the CRM's frame could keep nobody signed in. `otherwise`: what stands there for
 * a person without access, who may request it where the desk comes first.
 */
export function DeskLink({
  place,
  label,
  isPrimary = false,
  otherwise = null,
}: {
  place: DeskPlace;
  label: string;
  isPrimary?: boolean;
  otherwise?: string | null;
}) {
  const way = useDeskWay(place, otherwise);
  // Keeps the place, so that nothing below it jumps.
  if (way.isAsked && isPrimary) return <Text>{'\u00a0'}</Text>;
  if (way.isForbidden)
    return (
      <>
        {way.otherwise ? <Text variant="microcopy">{way.otherwise}</Text> : null}
        {isPrimary ? <RequestAccess /> : null}
      </>
    );
  return way.url ? (
    <ButtonRow>
      <Button href={{ url: way.url, external: true }} variant={isPrimary ? 'primary' : 'secondary'} size="sm">
        {label}
      </Button>
    </ButtonRow>
  ) : null;
}
function RequestAccess() {
  const { t } = useSurface();
  const { request, requested, busy, problem } = useRequestAccess();
  if (requested) return <Text>{t('order.access_requested')}</Text>;
  return (
    <>
      <ButtonRow>
        <LoadingButton size="sm" testId="request-access" loading={busy} onClick={request}>
          {t('order.request_access')}
        </LoadingButton>
      </ButtonRow>
      {problem ? <ProblemNotice problem={problem} /> : null}
    </>
  );
}
