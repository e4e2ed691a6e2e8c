import type { Verdict as VerdictView } from '@backroom/panels';
import { Alert, Text } from '@hubspot/ui-extensions';

const variants = { danger: 'error', warning: 'warning', info: 'info', success: 'success', default: 'info' } as const;

/** The one headline of the deal: the same words in every card. */
export const Verdict = ({ verdict, next }: { verdict: VerdictView; next: string | null }) => (
  <Alert title={verdict.text} variant={variants[verdict.tone]}>
    {next ? <Text>{next}</Text> : null}
  </Alert>
);
