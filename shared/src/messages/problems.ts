import type { Problem } from '../problem-schema.ts';
import { type ProblemCode, problemCatalogue } from '../problems.ts';
import { textsOf } from './languages.ts';
import type { Locale } from './locale.ts';
import { problemDocument } from './problem-document.ts';

/** The problem document of a code, in the viewer's language. `detail` may quote the ERP. */
export const makeProblem = (
  code: ProblemCode,
  locale: Locale,
  reference: string,
  more?: Pick<Problem, 'detail' | 'field' | 'errors' | 'retryAfterSeconds'>,
): Problem => problemDocument(problemCatalogue[code], textsOf(locale).problems, code, reference, more);
