import {
  type CheckActs,
  type CheckView,
  checkActs,
  priceChangeView,
  usePriceChange,
  useSurface,
} from '@backroom/panels';
import type { Preview } from '@backroom/shared';
import { Alert, Button, Flex, LoadingButton, Text } from '@hubspot/ui-extensions';
import { Confirm } from './Confirm.tsx';
import { DeskLink } from './DeskLink.tsx';
import { ProblemNotice, Status } from './States.tsx';

/** What solves a check that is about a price: the ERP's price on the line, or why the CRM does not take it from here. */
function Price({ offer }: { offer: NonNullable<CheckActs['price']> }) {
  const write = usePriceChange();
  if (!offer.isOpen) return <Text variant="microcopy">{offer.text}</Text>;
  return (
    <>
      {write.problem ? <ProblemNotice problem={write.problem} /> : null}
      <Confirm
        label={offer.label}
        ask={offer.ask}
        yes={offer.label}
        busy={write.busy}
        isQuiet
        run={() => write.run(offer.input)}
      />
    </>
  );
}
function CheckRow(props: { check: CheckView; preview: Preview | null; retry: (() => void) | undefined }) {
  const surface = useSurface();
  const { t } = surface;
  const { check, preview, retry } = props;
  const { place, price } = checkActs(surface, check.found, preview);
  return (
    <Flex direction="column" gap="xs">
      <Flex direction="row" gap="sm" align="start" justify="between" wrap>
        <Status tone={check.tone} text={t('label_value', { label: check.level, value: check.text })} />
        {check.retry && retry ? (
          <Button size="xs" variant="transparent" onClick={retry}>
            {t('action.retry')}
          </Button>
        ) : null}
      </Flex>
      {place ? <DeskLink place={{ page: place.page }} label={place.label} /> : null}
      {price ? <Price offer={price} /> : null}
    </Flex>
  );
}
/** Each check with the act that solves it right there. `preview`: what they are of. */
export const Checks = (props: { checks: readonly CheckView[]; preview?: Preview; retry?: () => void }) =>
  props.checks.map((check) => (
    <CheckRow
      key={`${check.text} ${check.found.lineId}`}
      check={check}
      preview={props.preview ?? null}
      retry={props.retry}
    />
  ));
/** A price that was changed here a moment ago, and the way back. */
export function PriceChanged() {
  const surface = useSurface();
  const { change, busy, problem, run } = usePriceChange();
  const view = priceChangeView(surface, change);
  if (!view) return null;
  return (
    <Alert title={view.text} variant="success">
      {problem ? <ProblemNotice problem={problem} /> : null}
      <LoadingButton size="xs" testId="undo-price" loading={busy} onClick={() => run(view.input)}>
        {view.label}
      </LoadingButton>
    </Alert>
  );
}
