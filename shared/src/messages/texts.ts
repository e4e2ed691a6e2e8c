import type { ProblemCode } from '../problems.ts';
import { problemsEn } from './problems.en.ts';
import { type MessageKey, uiEn } from './ui.en.ts';

/** The texts of one language that cards, settings and the order desk share. */
export type Texts = {
  ui: Readonly<Record<MessageKey, string>>;
  problems: Readonly<Record<ProblemCode, readonly [title: string, whatToDo: string]>>;
};
/** The language that is part of every bundle; the other languages come from the backend, see docs/adr. */
export const english: Texts = { ui: uiEn, problems: problemsEn };
