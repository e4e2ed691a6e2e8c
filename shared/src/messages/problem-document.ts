import type { Problem } from '../problem-schema.ts';
import { type ProblemCode, problemCatalogue } from '../problems.ts';
import type { Texts } from './texts.ts';

/** The problem document of a code in the language of `texts`. `detail` may quote the ERP. */
export function problemDocument(
  texts: Texts['problems'],
  code: ProblemCode,
  reference: string,
  more: Pick<Problem, 'detail' | 'field' | 'errors' | 'retryAfterSeconds'> = {},
): Problem {
  const { status, who, retryable } = problemCatalogue[code];
  const [title, whatToDo] = texts[code];
  return {
    type: `https://backroom.example/problems/${code}`,
    code,
    status,
    title,
    whatToDo,
    who,
    retryable,
    reference,
    ...more,
  };
}
