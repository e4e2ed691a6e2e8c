import { type DeskPlace, useDeskLink } from '@backroom/panels';
import { Button, ButtonRow } from '@hubspot/ui-extensions';

/** The way to a page of the order desk, in a tab of its own: a page inside the CRM's frame could keep nobody signed in. */
export function DeskLink({
  place,
  label,
  isPrimary = false,
}: {
  place: DeskPlace;
  label: string;
  isPrimary?: boolean;
}) {
  const url = useDeskLink(place);
  return url ? (
    <ButtonRow>
      <Button href={{ url, external: true }} variant={isPrimary ? 'primary' : 'secondary'} size="sm">
        {label}
      </Button>
    </ButtonRow>
  ) : null;
}
