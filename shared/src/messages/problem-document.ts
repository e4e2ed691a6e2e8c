import type { Problem } from '../problem-schema.ts';
import { type ProblemCode, type ProblemEntry, surfaceProblems } from '../problems.ts';
import type { Texts } from './texts.ts';

type More = Pick<Problem, 'detail' | 'field' | 'errors' | 'retryAfterSeconds'>;
/** The problem document of a code and its entry of the catalogue, in the language of `texts`. `detail` may quote the ERP. */
export function problemDocument(
  { status, who, retryable }: ProblemEntry,
  texts: Texts['problems'],
  code: ProblemCode,
  reference: string,
  more: More = {},
): Problem {
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
/** The same for a problem that a surface notices by itself. */
export const surfaceProblem = (
  texts: Texts['problems'],
  code: keyof typeof surfaceProblems,
  reference: string,
  more?: More,
): Problem => problemDocument(surfaceProblems[code], texts, code, reference, more);
