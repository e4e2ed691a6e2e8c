import { ErpError } from '../contract/errors.ts';

const ofLine: Readonly<Record<string, string>> = {
  product_id: 'productId',
  product: 'productId',
  service_id: 'productId',
  ledger_account_id: 'productId',
  tax_rate_id: 'productId',
  tax_amount: 'unitPrice',
  unit_price: 'unitPrice',
  quantity: 'quantity',
  description: 'description',
};
const ofHead: Readonly<Record<string, string>> = {
  contact_id: 'customerId',
  contact: 'customerId',
  currency_id: 'currency',
  exchange_rate: 'currency',
  notes: 'note',
  reference: 'reference',
  shipping_net_amount: 'charges.0',
  shipping_tax_rate_id: 'charges.0',
};
/** [K] `sales_quote.quote_lines[0].quantity`, with a dot before the number or without. */
const LINE = /(?:quote|invoice|estimate|artefact|line)_(?:lines|items)[.[](\d+)\]?(?:\.(\w+))?/;

/** Our name of the field that Sage names. */
export function fieldAt(source: string): string | null {
  const [, index, part = ''] = LINE.exec(source) ?? [];
  if (index !== undefined) return `lines.${index}.${ofLine[part] ?? 'productId'}`;
  const last = source.split('.').at(-1) ?? '';
  return ofHead[last] ?? null;
}

/** A refusal of an order with our name of its field. What is the matter with a customer, Sage says without naming it. */
export function withField(error: unknown): unknown {
  if (!(error instanceof ErpError) || !['refused', 'not_found'].includes(error.kind)) return error;
  const named = error.field === null ? null : (fieldAt(error.field) ?? error.field);
  const field = named ?? (/\bcustomer\b/i.test(error.words ?? '') ? 'customerId' : null);
  // A create that names nothing found is a refusal, whatever its status.
  return new ErpError('refused', error.message, { words: error.words, field, cause: error });
}
