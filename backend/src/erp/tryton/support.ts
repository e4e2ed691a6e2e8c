import { add, type Decimal, decimal, divide, multiply } from '@backroom/shared';
import { ErpError } from '../contract/errors.ts';
import type { Call, TrytonClient } from './client.ts';
import type { Installation } from './installation.ts';

/** What each flow of this adapter stands on. */
export type Tryton = {
  client: TrytonClient;
  installation: (signal: AbortSignal) => Promise<Installation>;
  settings: { warehouse: string | null };
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
export const todayOf = ({ company }: Installation): string => dayIn(company.timeZone, new Date());
export const dayIn = (timeZone: string, at: Date): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at);
const DAY_MS = 86_400_000;
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** From one unit to another of its category. `factor`: how many of the category's base unit one of it is. */
export function convert(
  quantity: Decimal,
  from: { id: number; factor: Decimal },
  to: { id: number; factor: Decimal },
): Decimal {
  return from.id === to.id ? quantity : divide(multiply(quantity, from.factor), to.factor);
}

export const refused = (field: string, words: string) => new ErpError('refused', words, { field, words });
export const unknownCustomer = (id: string) =>
  new ErpError('not_found', `no customer ${id}`, { field: 'customerId', words: `Tryton has no customer ${id}.` });

/** An empty list of an unknown customer is not "none": asked only when a list is empty, so that it costs nothing elsewhere. */
export async function requireCustomer(client: TrytonClient, customerId: string, call: Call): Promise<void> {
  const id = idOf(customerId);
  const params = [[['id', '=', id], archivedToo]];
  if (id === null || (await client.call('model.party.party.search_count', params, call)) === 0)
    throw unknownCustomer(customerId);
}
