import { isZero } from '@backroom/shared';
import type { CrmAddress, CrmAdjustment, CrmCompany, CrmGap } from '../contract/index.ts';
import type { Row } from './client.ts';
import { addressOf } from './partners.ts';
import { link, number, numberGaps, text } from './rows.ts';
import { acceptedState } from './unproved.ts';

export const orderFields = [
  ...['name', 'state', 'signed_on', 'validity_date', 'client_order_ref', 'commitment_date', 'company_id'],
  ...['currency_id', 'partner_id', 'partner_invoice_id', 'partner_shipping_id'],
  ...['amount_untaxed', 'amount_tax', 'amount_total'],
];
/** Without these a quotation cannot be judged. */
export const neededOrderFields = ['state', 'signed_on', 'currency_id', 'partner_id', 'amount_untaxed', 'amount_tax'];

/** Odoo has made an order of it. */
export const isConfirmed = (row: Row): boolean => text(row, 'state') === acceptedState;
export const isAccepted = (row: Row): boolean => isConfirmed(row) || text(row, 'signed_on') !== null;
/**
 * An accepted quotation counts before one that was sent, and that before a draft; the newest of a kind first. A cancelled one promises nothing. Odoo has no
 * revisions, and an opportunity has no lines of its own.
 */
export function quoteThatCounts(rows: readonly Row[], chosen: string | null): { quote: Row | null; others: Row[] } {
  const newest = rows.filter((row) => text(row, 'state') !== 'cancel').sort((left, right) => right.id - left.id);
  const accepted = newest.filter(isAccepted);
  const picked = accepted.find(({ id }) => String(id) === chosen);
  if (picked) return { quote: picked, others: [] };
  const sent = newest.find((row) => text(row, 'state') === 'sent');
  return { quote: accepted[0] ?? sent ?? newest[0] ?? null, others: accepted.slice(1) };
}
export function taxOf(row: Row): CrmAdjustment[] {
  const tax = number(row, 'amount_tax');
  return tax === null || isZero(tax) ? [] : [{ kind: 'tax', name: 'amount_tax', percent: null, amount: tax }];
}
export const headGaps = (row: Row): CrmGap[] => numberGaps(row, ['amount_untaxed', 'amount_tax'], null);

const parts = ['street', 'postalCode', 'city', 'country'] as const;
const plain = (value: string | null) => (value ?? '').toLowerCase().replace(/\s+/g, ' ');
/** An address of the quotation, where it says otherwise than the company. */
export function placeOf(
  quote: Row | null,
  field: 'partner_invoice_id' | 'partner_shipping_id',
  rows: readonly Row[],
  company: CrmCompany | null,
): { place: CrmAddress | null; gaps: CrmGap[] } {
  const to = link(quote, field);
  if (!to || String(to.id) === company?.id) return { place: null, gaps: [] };
  const row = rows.find(({ id }) => id === to.id);
  if (!row) return { place: null, gaps: [{ kind: 'unreadable', what: `${field}: ${to.name}`, lineId: null }] };
  const place = addressOf(row);
  if (parts.every((part) => place[part] === null)) return { place: null, gaps: [] };
  const known = company ? [company, ...(company.shipTo ? [company.shipTo] : [])] : [];
  const same = known.some((each) => parts.every((part) => plain(each[part]) === plain(place[part])));
  return { place: same ? null : place, gaps: [] };
}
