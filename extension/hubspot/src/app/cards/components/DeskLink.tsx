import { useDeskLink } from '@backroom/panels';
import { Button, ButtonRow } from '@hubspot/ui-extensions';

/** The way to the order desk, in a tab of its own: a page inside the CRM's frame could keep nobody signed in. */
export function DeskLink({ submission, label }: { submission: string; label: string }) {
  const url = useDeskLink(submission);
  return url ? (
    <ButtonRow>
      <Button href={{ url, external: true }} variant="secondary" size="sm">
        {label}
      </Button>
    </ButtonRow>
  ) : null;
}
