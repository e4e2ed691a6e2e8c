import type { ErpAdapter } from '@backroom/backend/erp/contract/adapter';
import type { Decimal } from '@backroom/shared';
import { compare } from '@backroom/shared';
import type { Random } from './random.ts';

/** One figure as a rep would see it, beside the ERP's own number got another way. */
export type Figure = {
  panel: 'customer' | 'stock' | 'pricing' | 'orders' | 'invoices' | 'credit' | 'returns' | 'preview';
  /** What it is of, and what it is: `SCR-M8-40 for 4`, `unit price of 30`. One of each is counted once. */
  of: string;
  name: string;
  ours: string | null;
  theirs: string | null;
  /** Amounts and quantities are the same when they are equal, however many zeros they end in. */
  decimal: boolean;
  /** When the adapter answered. */
  readAt: number;
};
type Opened = {
  /** What was compared with what, for the last lines. */
  against: string;
  /** One round: random customers, products and days, and the figures of each of their panels. */
  round: (random: Random) => Promise<Figure[]>;
  close: () => Promise<void>;
};
/** What an ERP brings to this tool: its file in this folder, and a line in `main.ts`. */
export type Part = { open: () => Promise<Opened | { unavailable: string }> };

export type Gather = {
  /** Notes figures of one answer. Decimals: `decimal`; anything else as text: `text`. */
  decimal: (name: string, ours: Decimal | null | undefined, theirs: string | null | undefined) => void;
  text: (
    name: string,
    ours: string | number | boolean | null | undefined,
    theirs: string | number | boolean | null | undefined,
  ) => void;
};
/** Asks the adapter, and gathers the figures of what it answered. */
export async function asked<Answer>(
  panel: Figure['panel'],
  ask: () => Promise<Answer>,
  tell: (answer: Answer, of: (what: string) => Gather) => Promise<void>,
): Promise<Figure[]> {
  const answer = await ask();
  const readAt = Date.now();
  const figures: Figure[] = [];
  const note = (of: string, decimal: boolean) => (name: string, ours: unknown, theirs: unknown) =>
    void figures.push({ panel, of, name, ours: words(ours), theirs: words(theirs), decimal, readAt });
  await tell(answer, (what) => ({ decimal: note(what, true), text: note(what, false) }));
  return figures;
}
const words = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));

export function differs({ ours, theirs, decimal }: Figure): boolean {
  if (ours === null || theirs === null || !decimal) return ours !== theirs;
  return compare(ours as Decimal, theirs as Decimal) !== 0;
}
export const call = () => ({ signal: AbortSignal.timeout(60_000) });
/** A part of the adapter that this ERP must have for the tool to make sense. */
export function part<Name extends keyof ErpAdapter>(adapter: ErpAdapter, name: Name): NonNullable<ErpAdapter[Name]> {
  const found = adapter[name];
  if (!found) throw new Error(`the adapter has no ${name}`);
  return found;
}
