import { compare, type ErpOrder } from '@backroom/shared';
import { ErpError } from '../contract/errors.ts';
import type { In, OrderInput } from '../contract/schemas.ts';
import type { StandingOrder } from '../contract/standing.ts';
import { checkOpen } from '../contract/standing-checks.ts';
import { afterWrite } from '../transport/after-write.ts';
import type { Call } from './client.ts';
import type { Installation } from './installation.ts';
import { namesOf } from './order-reference.ts';
import { type Amended, type AmendedRow, readAmended, stampsOf } from './order-standing.ts';
import { type DraftLine, draftOf, type SaleDraft, settled } from './sale-draft.ts';
import { refused, type Tryton } from './support.ts';
import { toDate, toFloat, toNumeric } from './wire.ts';

type Press = (work: () => Promise<void>, call: Call) => Promise<void>;
/** `confirming`: confirms one order at a time, where Tryton locks whole tables for it. */
export type Amending = { tryton: Tryton; there: Installation; confirming: Press };
const write = { write: true } as const;
const gone = (id: string) =>
  new ErpError('not_found', `no order ${id}`, { field: 'id', words: `Tryton has no order ${id}.` });

async function seen({ tryton, there }: Amending, id: In<'orders.change'>['id'], call: Call): Promise<Amended> {
  const found = await readAmended(tryton, there, id, call);
  if (!found) throw gone(id);
  return found;
}

const created = ({ product, quantity, unit, unitPrice, taxes, description }: DraftLine) => ({
  type: 'line',
  product: product.id,
  quantity,
  unit: unit.id,
  unit_price: toNumeric(unitPrice),
  taxes: [['add', taxes]],
  description,
});
/** What leads from the order's lines to the wanted ones. Lines of the same product stay, with what a colleague wrote on them. */
function lineCommands({ 'lines.': lines }: AmendedRow, wanted: readonly DraftLine[]) {
  const left = lines.filter(({ type }) => type === 'line');
  const kept = wanted.map((each) => {
    const index = left.findIndex(({ product, unit }) => product === each.product.id && unit === each.unit.id);
    return index < 0 ? null : (left.splice(index, 1)[0] ?? null);
  });
  const isSame = (line: AmendedRow['lines.'][number], { quantity, unitPrice }: DraftLine) =>
    line.quantity !== null &&
    toFloat(line.quantity) === quantity &&
    line.unit_price !== null &&
    compare(line.unit_price, unitPrice) === 0;
  const changed = wanted.flatMap((each, index) => {
    const line = kept[index];
    if (!line || isSame(line, each)) return [];
    return [['write', [line.id], { quantity: each.quantity, unit_price: toNumeric(each.unitPrice) }]];
  });
  const added = wanted.filter((_, index) => kept[index] === null).map(created);
  return [
    ...changed,
    ...(left.length > 0 ? [['delete', left.map(({ id }) => id)]] : []),
    ...(added.length > 0 ? [['create', added]] : []),
  ];
}
/** The lines as they were, made anew: for an order that Tryton did not confirm after it was changed. */
const linesAgain = (now: AmendedRow, { 'lines.': before }: AmendedRow) => [
  ['delete', now['lines.'].filter(({ type }) => type === 'line').map(({ id }) => id)],
  [
    'create',
    before
      .filter(({ type }) => type === 'line')
      .map(({ product, quantity, unit, unit_price: price, taxes, description }) => ({
        type: 'line',
        product,
        quantity: quantity === null ? null : toFloat(quantity),
        unit,
        unit_price: price === null ? null : toNumeric(price),
        taxes: [['add', taxes]],
        description,
      })),
  ],
];

function headValues({ header, custom }: SaleDraft, input: OrderInput, clear: ReadonlySet<string>) {
  return {
    ...(input.poNumber === undefined ? {} : namesOf(input.reference, input.poNumber)),
    ...(clear.has('po_number') ? { reference: input.reference, description: null } : {}),
    ...(clear.has('note') ? { comment: null } : input.note === null ? {} : { comment: input.note }),
    ...(clear.has('requested_date')
      ? { shipping_date: null }
      : input.requestedDate === null
        ? {}
        : { shipping_date: toDate(input.requestedDate) }),
    ...(input.deliverTo ? { shipment_address: header.shipmentAddress } : {}),
    ...(input.invoiceTo ? { invoice_address: header.invoiceAddress } : {}),
    ...custom,
  };
}
const headAgain = (row: AmendedRow) => ({
  reference: row.reference,
  description: row.description,
  comment: row.comment,
  shipping_date: row.shipping_date === null ? null : toDate(row.shipping_date),
  shipment_address: row['shipment_address.']?.id ?? null,
  invoice_address: row['invoice_address.']?.id ?? null,
});

/** Quotes and confirms as far as the order was before. */
async function again(
  { tryton: { client }, confirming }: Amending,
  { id, state }: AmendedRow,
  call: Call,
): Promise<void> {
  if (state === 'draft') return;
  await confirming(async () => {
    await client.button('sale.sale', 'quote', id, call);
    if (state !== 'quotation') await client.button('sale.sale', 'confirm', id, call);
  }, call);
}
const went: Readonly<Record<string, readonly string[]>> = {
  draft: ['draft'],
  quotation: ['quotation'],
  confirmed: ['confirmed', 'processing', 'done'],
};

/**
 * Draft → changed → quotation → confirmed, since Tryton changes drafts only. It compares the time stamps of the order and its lines as it takes it back. What
 * it then refuses (stock, credit) leaves the order as it was: the lines are put back and confirmed again.
 */
export async function changeOrder(
  amending: Amending,
  { id, version, order: input, clear = [] }: In<'orders.change'>,
  call: Call,
): Promise<StandingOrder> {
  const { tryton, there } = amending;
  const { client } = tryton;
  const { row, order } = await seen(amending, id, call);
  checkOpen('change', order, version, 'Tryton');
  const { draft, problems } = await draftOf(tryton, there, input, call);
  if (problems[0]) throw problems[0];
  const placed = await settled(draft, call);
  const context = { _timestamp: stampsOf(row) };
  const values = { ...headValues(placed, input, new Set(clear)), lines: lineCommands(row, placed.lines) };
  const change = (more: object) =>
    client.call('model.sale.sale.write', [[row.id], values], call, { ...write, ...more });
  // The first write compares; what follows is after it.
  if (row.state === 'draft') await change({ context });
  else await client.call('model.sale.sale.draft', [[row.id]], call, { ...write, context });
  return afterWrite(
    async () => {
      try {
        if (row.state !== 'draft') await change({});
        await again(amending, row, call);
      } catch (error) {
        if (!(error instanceof ErpError) || error.kind !== 'refused') throw error;
        await putBack(amending, id, row, call);
        throw error;
      }
      const after = await readAmended(tryton, there, id, call);
      if (!after) throw new ErpError('uncertain', `sale.sale ${id} is not there after write`);
      if (went[row.state]?.includes(after.row.state)) return after.order;
      await putBack(amending, id, row, call);
      throw refused('status', `Order ${order.number} stays in state "${after.row.state}" in Tryton.`);
    },
    { clear: ['refused'] },
  );
}

async function putBack(
  amending: Amending,
  id: In<'orders.change'>['id'],
  before: AmendedRow,
  call: Call,
): Promise<void> {
  const { tryton, there } = amending;
  try {
    const now = await readAmended(tryton, there, id, call);
    if (!now) throw new ErpError('uncertain', `sale.sale ${id} is gone`);
    if (now.row.state === 'quotation') await tryton.client.button('sale.sale', 'draft', before.id, call);
    const values = { ...headAgain(before), lines: linesAgain(now.row, before) };
    await tryton.client.call('model.sale.sale.write', [[before.id], values], call, write);
    await again(amending, before, call);
  } catch (error) {
    // Neither as it was nor as it was wanted: a person has to look at it.
    throw new ErpError('uncertain', `sale.sale ${id} was left as a draft`, { cause: error });
  }
}

/** From a draft or a quotation; a confirmed order is taken back first. */
export async function cancelSeen(
  amending: Amending,
  { id, version }: { id: In<'orders.cancel'>['id']; version: string },
  call: Call,
): Promise<ErpOrder> {
  const { tryton, there } = amending;
  const { row, order } = await seen(amending, id, call);
  if (order.status === 'cancelled') return order;
  checkOpen('cancel', order, version, 'Tryton');
  const context = { _timestamp: stampsOf(row) };
  const press = (name: string, more: object) =>
    tryton.client.call(`model.sale.sale.${name}`, [[row.id]], call, { ...write, ...more });
  if (row.state === 'confirmed') await press('draft', { context });
  else await press('cancel', { context });
  return afterWrite(async () => {
    if (row.state === 'confirmed') await press('cancel', {});
    const after = await readAmended(tryton, there, id, call);
    if (after?.order.status === 'cancelled') return after.order;
    throw new ErpError('uncertain', `sale.sale ${id} is ${after?.row.state ?? 'gone'} after cancel`);
  });
}
