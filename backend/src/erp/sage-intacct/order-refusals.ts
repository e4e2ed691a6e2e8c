import { ErpError } from '../contract/errors.ts';
import type { OrderInput } from '../contract/schemas.ts';
import { lineOf, linesNamed } from '../kit/named-lines.ts';
import { namingField } from '../kit/refusal-field.ts';
import { customersById } from './customers.ts';
import { itemsByKey } from './products.ts';
import type { Session } from './session.ts';

const ofLine: Readonly<Record<string, string>> = {
  dimensions: 'productId',
  item: 'productId',
  unit: 'unit',
  unitQuantity: 'quantity',
  unitPrice: 'unitPrice',
  priceInTxnCurrency: 'unitPrice',
  lineDescription: 'description',
};
const ofHead: Readonly<Record<string, string>> = {
  customer: 'customerId',
  txnCurrency: 'currency',
  exchangeRate: 'currency',
  customerPONumber: 'poNumber',
  notes: 'note',
  requestedShippingDate: 'requestedDate',
  referenceNumber: 'reference',
};
const LINE = /^\/?lines[./[](\d+)\]?[./]?(\w+)?/;

/** Our name of the field that Intacct names: `lines[0].unit`, `/lines/0/dimensions/item`. Lines after the order's own are its charges. */
export function fieldAt(target: string, input: OrderInput): string | null {
  const [, index, part = ''] = LINE.exec(target) ?? [];
  if (index !== undefined) {
    const nth = Number(index);
    return nth < input.lines.length
      ? `lines.${nth}.${ofLine[part] ?? 'productId'}`
      : `charges.${nth - input.lines.length}`;
  }
  const [head = '', side = ''] = target.replace(/^\//, '').split(/[./[]/);
  if (head === 'contacts') return side === 'billTo' ? 'invoiceTo' : 'deliverTo';
  return ofHead[head] ?? null;
}

/** Intacct seldom names a field: by the words the line is found whose item stands in them, else what was sent is looked at again. */
async function fieldOf(
  session: Session,
  input: OrderInput,
  words: string,
  signal: AbortSignal,
): Promise<string | null> {
  const ids = input.lines.map(({ productId }) => productId);
  const [items, [customer]] = await Promise.all([
    itemsByKey(session, ids, signal),
    customersById(session, [input.customerId], signal),
  ]);
  const named = linesNamed(
    words,
    ids.map((each) => items.get(each)?.id),
  );
  if (named.length > 0) return lineOf(named, []);
  if (!customer || customer.blocked || /\bcustomer\b/i.test(words)) return 'customerId';
  return /\b(?:currency|exchange rate)\b/i.test(words) ? 'currency' : null;
}
const search = namingField(fieldOf);

/** A refusal of an order with our name of its field. */
export async function withField(
  session: Session,
  input: OrderInput,
  error: unknown,
  signal: AbortSignal,
): Promise<unknown> {
  if (!(error instanceof ErpError) || !['refused', 'not_found'].includes(error.kind)) return error;
  const field = error.field === null ? null : (fieldAt(error.field, input) ?? error.field);
  return search(
    session,
    input,
    new ErpError(error.kind, error.message, { words: error.words, field, cause: error.cause }),
    signal,
  );
}
