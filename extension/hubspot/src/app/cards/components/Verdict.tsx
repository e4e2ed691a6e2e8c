import type { Verdict as VerdictView } from '@backroom/panels';
import { Alert, Text } from '@hubspot/ui-extensions';

const variants = { danger: 'error', warning: 'warning', info: 'info', success: 'success', default: 'info' } as const;

/** The one headline of the deal: the same words in every card. */
export const Verdict = ({ verdict, lines }: { verdict: VerdictView; lines: readonly string[] }) => (
  <Alert title={verdict.text} variant={variants[verdict.tone]}>
    {lines.map((line) => (
      <Text key={line}>{line}</Text>
    ))}
  </Alert>
);
