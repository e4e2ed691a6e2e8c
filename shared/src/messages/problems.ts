import type { Problem } from '../problem-schema.ts';
import { type ProblemCode, problemCatalogue } from '../problems.ts';
import type { Locale } from './locale.ts';
import { problemsDe } from './problems.de.ts';
import { problemsEn } from './problems.en.ts';
import { problemsFr } from './problems.fr.ts';

const tables = { en: problemsEn, fr: problemsFr, de: problemsDe };

/** The problem document of a code, in the viewer's language. `detail` may quote the ERP's own words. */
export function makeProblem(
  code: ProblemCode,
  locale: Locale,
  reference: string,
  more: Pick<Problem, 'detail' | 'field' | 'errors' | 'retryAfterSeconds'> = {},
): Problem {
  const { status, who, retryable } = problemCatalogue[code];
  const [title, whatToDo] = tables[locale][code];
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
