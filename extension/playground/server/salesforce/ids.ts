import { createHash } from 'node:crypto';
import { toId18 } from '@backroom/backend/crm/salesforce/org-id';

/** Key prefixes as in every org. */
const prefixes = {
  Opportunity: '006',
  Account: '001',
  Contact: '003',
  Quote: '0Q0',
  QuoteLineItem: '0QL',
  OpportunityLineItem: '00k',
  OpportunityContactRole: '00K',
  OpportunityLineItemSchedule: '00o',
  Product2: '01t',
  User: '005',
} as const;
export type Prefixed = keyof typeof prefixes;
const POD = '5g';

/** The same deal in the other CRM: the number of the shared data, in Salesforce's form. */
export const toSalesforceId = (sobject: Prefixed, id: string): string =>
  toId18(`${prefixes[sobject]}${POD}${id.padStart(10, '0')}`);
/** Back again; null for an id that is none of ours. Fifteen characters are the same record as eighteen. */
export function fromSalesforceId(sobject: Prefixed, id: string): string | null {
  const found = new RegExp(`^${prefixes[sobject]}${POD}0*(\\d+)(?:[A-Z0-5]{3})?$`).exec(id);
  return found?.[1] ?? null;
}
/** For rows that nobody asks for by their id: unlike numbers give unlike ids, however long the numbers are. */
export function rowId(sobject: Prefixed, id: string): string {
  const digits = createHash('sha256').update(id).digest('hex').replace(/\D/g, '').slice(0, 10).padStart(10, '0');
  return toId18(`${prefixes[sobject]}${POD}${digits}`);
}
