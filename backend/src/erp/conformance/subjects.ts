import { subjects as bridge } from '../bridge/conformance.ts';
import type { Subject } from './subject.ts';

/** One line an adapter: the systems it is shown on. */
export const subjects: readonly Subject[] = [...bridge];
