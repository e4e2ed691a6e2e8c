import { apart, isTracing, span, submittedSpan } from './monitoring/spans.ts';
import type { SubmissionEngine } from './submissions/engine.ts';

/** The engine with a span for what is kept, and a trace of its own for what becomes of it. Without a tracer it is the same object. */
export function tracedSubmissions(engine: SubmissionEngine): SubmissionEngine {
  if (!isTracing()) return engine;
  return {
    ...engine,
    act: (...input) => apart(() => engine.act(...input)),
    submit: (who, input) => {
      const attributes = {
        'backroom.account': who.account,
        'backroom.kind': input.payload.kind,
        'backroom.reference': input.reference,
      };
      return span('submit', { attributes }, async () => {
        const kept = await apart(() => engine.submit(who, input));
        submittedSpan(input.reference, attributes);
        return kept;
      });
    },
  };
}
