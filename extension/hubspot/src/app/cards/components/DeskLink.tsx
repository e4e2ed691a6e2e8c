import { type DeskPlace, useDeskWay } from '@backroom/panels';
import { Button, ButtonRow, Text } from '@hubspot/ui-extensions';

/**
 * The way to a page of the order desk, in a tab of its own: a page inside the CRM's frame could keep nobody signed in. `otherwise`: what stands there for
 * who may not go.
 */
export function DeskLink({
  place,
  label,
  isPrimary = false,
  otherwise,
}: {
  place: DeskPlace;
  label: string;
  isPrimary?: boolean;
  otherwise?: string | undefined;
}) {
  const { url, isRefused } = useDeskWay(place);
  if (isRefused && otherwise) return <Text variant="microcopy">{otherwise}</Text>;
  return url ? (
    <ButtonRow>
      <Button href={{ url, external: true }} variant={isPrimary ? 'primary' : 'secondary'} size="sm">
        {label}
      </Button>
    </ButtonRow>
  ) : null;
}
