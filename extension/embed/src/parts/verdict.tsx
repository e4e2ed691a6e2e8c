import type { Verdict as VerdictView } from '@backroom/panels';

/** The one headline of the deal: the same words on every surface. Read out when it changes. */
export const Verdict = ({ verdict, lines }: { verdict: VerdictView; lines: readonly string[] }) => (
  <div className={`note verdict ${verdict.tone}`} role="status">
    <h1>{verdict.text}</h1>
    {lines.map((line) => (
      <p key={line}>{line}</p>
    ))}
  </div>
);
