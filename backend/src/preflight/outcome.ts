/** `unknown`: the product cannot answer it yet, or what it would be judged by is missing. It counts neither for nor against going live. */
export type CheckState = 'pass' | 'warn' | 'fail' | 'unknown';
export const checkIds = [
  'connection',
  'rights',
  'flows',
  'masters',
  'matching',
  'duplicates',
  'products',
  'mapping',
  'units',
  'architecture',
  'native',
  'volumes',
  'errors',
  'monitoring',
  'maintenance',
  'clock',
  'write_back',
  'webhooks',
  'pilot',
] as const;
export type CheckId = (typeof checkIds)[number];
/** One sentence of evidence: the words are `preflight.<check>.<code>`. */
export type Evidence = { code: string; values?: Readonly<Record<string, string>> };
export type Outcome = { id: CheckId; state: CheckState; evidence: readonly Evidence[] };

export const outcome = (id: CheckId, state: CheckState, ...evidence: Evidence[]): Outcome => ({ id, state, evidence });
/** A share in whole percent, rounded down: 99.9 % is not all. */
export const percent = (part: number, whole: number): number => (whole === 0 ? 0 : Math.floor((part * 100) / whole));
