import { ErpError } from '../contract/errors.ts';
import type { OrderInput } from '../contract/schemas.ts';
import { lineOf, linesNamed } from '../kit/named-lines.ts';
import { faultIn } from './faults.ts';
import { type ItemRow, itemsById } from './products.ts';
import type { Session } from './session.ts';

const ofLine: Readonly<Record<string, string>> = {
  item: 'productId',
  quantity: 'quantity',
  rate: 'unitPrice',
  amount: 'unitPrice',
  units: 'unit',
  description: 'description',
};
const ofHead: Readonly<Record<string, string>> = {
  entity: 'customerId',
  currency: 'currency',
  otherRefNum: 'poNumber',
  memo: 'note',
  shipDate: 'requestedDate',
  shippingAddress: 'deliverTo',
  shipAddressList: 'deliverTo',
  billingAddress: 'invoiceTo',
  billAddressList: 'invoiceTo',
  externalId: 'reference',
};
/** `item.items[0].item`, and other spellings of the same. */
const LINE = /^\$?\.?item(?:\.items)?\[(\d+)\](?:\.(\w+))?/;

/** Our name of the field that NetSuite names. Lines after the order's own are its charges. */
export function fieldAt(path: string, input: OrderInput): string | null {
  const [, index, part = ''] = LINE.exec(path) ?? [];
  if (index !== undefined) {
    const nth = Number(index);
    return nth < input.lines.length
      ? `lines.${nth}.${ofLine[part] ?? 'productId'}`
      : `charges.${nth - input.lines.length}`;
  }
  const [head = ''] = path.replace(/^\$?\.?/, '').split(/[.[]/);
  return ofHead[head] ?? null;
}

/** A refusal of an order with our name of its field: by the path that it has, else by the words. What is asked for on a form is named by its label there. */
export async function withField(
  session: Session,
  input: OrderInput,
  error: unknown,
  signal: AbortSignal,
): Promise<unknown> {
  if (!(error instanceof ErpError) || !['refused', 'not_found'].includes(error.kind)) return error;
  const path = faultIn(error)?.path ?? null;
  const field = path === null ? null : fieldAt(path, input);
  const found = field ?? (path === null ? await fieldInWords(session, input, error.words ?? '', signal) : null);
  return new ErpError(error.kind, error.message, {
    words: error.words,
    field: found ?? error.field,
    cause: error.cause,
  });
}
async function fieldInWords(
  session: Session,
  input: OrderInput,
  words: string,
  signal: AbortSignal,
): Promise<string | null> {
  const ids = input.lines.map(({ productId }) => productId);
  const items = await itemsById(session, ids, signal).catch(() => new Map<string, ItemRow>());
  const named = linesNamed(
    words,
    ids.map((each) => items.get(each)?.itemid),
  );
  if (named.length > 0) return lineOf(named, []);
  return /\bcustomer\b/i.test(words) ? 'customerId' : null;
}
