import { add, type Decimal, dayIn, decimal } from '@backroom/shared';
import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import type { Call, TrytonClient } from './client.ts';
import type { Installation, Installed } from './installation.ts';

/** What each flow of this adapter stands on. */
export type Tryton = {
  client: TrytonClient;
  installation: Installed;
  settings: {
    warehouse: string | null;
    /** Codes of the products that stand for charges of an order. */
    charges: Readonly<Record<'shipping' | 'fee', string | null>>;
  };
};

export const zero = decimal('0');
export const sum = (values: readonly Decimal[]): Decimal => add(zero, ...values);

/** Our ids are texts, Tryton's are whole numbers; a text that is none names no record. */
export const idOf = (text: string): number | null => (/^\d{1,15}$/.test(text) ? Number(text) : null);
export const idsOf = (texts: readonly string[]): number[] => [
  ...new Set(texts.map(idOf).filter((id): id is number => id !== null)),
];
/** Tryton leaves archived records out of a search unless the domain speaks of `active`. */
export const archivedToo = ['active', 'in', [true, false]] as const;

/** Today in the company's calendar. Tryton goes by it too, for a user with a company. */
export const todayOf = ({ company, now }: Installation): string => dayIn(company.timeZone, new Date(now()));
const DAY_MS = 86_400_000;
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

export const refused = (field: string, words: string) => new ErpError('refused', words, { field, words });
export const unknownCustomer = (id: string) =>
  new ErpError('not_found', `no customer ${id}`, { field: 'customerId', words: `Tryton has no customer ${id}.` });

const survivorRow = z.object({ id: z.number(), replaced_by: z.number().nullish() });
/** Merged into one that was merged into another, and so on: as many steps as anybody will have taken. */
export const MOST_MERGES = 10;
/**
 * Whose documents a customer's are by now: its own, or those of the party that it was merged into. Asked only when a list is empty, which an
 * unknown customer's is not, so that it costs nothing elsewhere.
 */
export async function survivorOf(client: TrytonClient, customerId: string, call: Call): Promise<number> {
  let id = idOf(customerId);
  for (let step = 0; id !== null && step < MOST_MERGES; step += 1) {
    const asked = { domain: [['id', '=', id], archivedToo], fields: ['replaced_by'], row: survivorRow };
    const [row] = await client.search('party.party', asked, call);
    if (!row) break;
    if (row.replaced_by == null) return row.id;
    id = row.replaced_by;
  }
  throw unknownCustomer(customerId);
}
