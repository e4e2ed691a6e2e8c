import { type DeskPlace, useDeskWay } from '@backroom/panels';
import { Button, ButtonRow, Text } from '@hubspot/ui-extensions';

/**
 * The way to a page of the order desk, in a tab of its own: a page inside the CRM's frame could keep nobody signed in. `otherwise`: what stands there for
 * a person without access.
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
  if (way.otherwise) return <Text variant="microcopy">{way.otherwise}</Text>;
  return way.url ? (
    <ButtonRow>
      <Button href={{ url: way.url, external: true }} variant={isPrimary ? 'primary' : 'secondary'} size="sm">
        {label}
      </Button>
    </ButtonRow>
  ) : null;
}
