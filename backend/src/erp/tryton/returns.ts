import {
  compare,
  type Decimal,
  type ErpReturn,
  erpReturnIdSchema,
  isNegative,
  isZero,
  smaller,
  subtract,
} from '@backroom/shared';
import { z } from 'zod';
import type { ErpAdapter } from '../contract/adapter.ts';
import { ErpError } from '../contract/errors.ts';
import type { ErpReturnInput } from '../contract/schemas.ts';
import { afterWrite } from '../transport/after-write.ts';
import type { Call } from './client.ts';
import { type ComplaintRow, complaintFields, complaintRow, toReturn } from './complaint-row.ts';
import type { Installation } from './installation.ts';
import { isReturn } from './order-state.ts';
import { returnModels, type SaleRow, saleFields, saleOfReturn, saleRow, toSaleReturn } from './return-row.ts';
import { idOf, idsOf, refused, sum, survivorOf, type Tryton, todayOf, zero } from './support.ts';
import { float, toDate, toFloat } from './wire.ts';

const LIST = 200;
const idRow = z.object({ id: z.number() });
const orderedRow = z.object({
  id: z.number(),
  'lines.': z.array(
    z.object({
      id: z.number(),
      type: z.string(),
      quantity: float.nullable(),
      'product.': z.object({ code: z.string().nullable() }).nullable(),
    }),
  ),
});

/**
 * A return is a complaint about an order, with the action to take goods back. It waits for somebody who may approve complaints; of an approved one
 * Tryton makes a return order, which leads to a return shipment and a credit note.
 */
export function returnsOf({ client, installation }: Tryton): NonNullable<ErpAdapter['returns']> {
  async function ready(call: Call): Promise<Installation> {
    return installation(call.signal, 'sale.complaint', ...returnModels);
  }
  const find = (
    there: Installation,
    domain: readonly unknown[],
    call: Call,
    limit?: number,
  ): Promise<ComplaintRow[]> => {
    const whole = [...domain, ['company', '=', there.company.id]];
    const asked = {
      domain: whole,
      fields: complaintFields,
      row: complaintRow,
      order: [['id', 'DESC']] as const,
      ...(limit ? { limit } : {}),
    };
    return client.search('sale.complaint', asked, call);
  };
  function findSales(there: Installation, domain: readonly unknown[], call: Call): Promise<SaleRow[]> {
    const whole = [domain, ['company', '=', there.company.id]];
    const asked = { domain: whole, fields: saleFields, row: saleRow, order: [['id', 'DESC']] as const };
    return client.search('sale.sale', asked, call);
  }
  /**
   * Complaints, and returns that were made without one: orders below zero. The orders behind all of them, and the returns that the domain
   * `own` picks, come in one call.
   */
  async function told(
    there: Installation,
    rows: readonly ComplaintRow[],
    own: readonly unknown[] | null,
    call: Call,
  ): Promise<ErpReturn[]> {
    const named = rows.flatMap((row) => [row.origin, ...row['actions.'].map(({ result }) => result)]);
    const idsIn = (model: string) => named.flatMap((each) => (each?.model === model ? [each.id] : []));
    const [ids, lines] = [idsIn('sale.sale'), idsIn('sale.line')];
    const below = own ? [[...own, ['lines.quantity', '<', 0]]] : [];
    const asked = ids.length + lines.length + below.length > 0;
    const domain = ['OR', ['id', 'in', ids], ['lines', 'in', lines], ...below];
    const sales = asked ? await findSales(there, domain, call) : [];
    const byId = new Map<number, SaleRow>(sales.map((sale) => [sale.id, sale]));
    const today = todayOf(there);
    const made = sales.filter(
      (row) => own !== null && isReturn(row) && row.origin?.model !== 'sale.complaint' && !ids.includes(row.id),
    );
    const numbers = await numbersOf(made, byId, call);
    return [
      ...rows.map((row) => toReturn(row, byId, today)),
      ...made.map((row) => toSaleReturn(row, numbers.get(row.origin?.id ?? 0) ?? null, there)),
    ];
  }
  /** Numbers of the orders that returns were made of. */
  async function numbersOf(made: readonly SaleRow[], known: ReadonlyMap<number, SaleRow>, call: Call) {
    const origins = made.flatMap(({ origin }) => (origin?.model === 'sale.sale' ? [origin.id] : []));
    const missing = origins.filter((id) => !known.has(id));
    const row = z.object({ id: z.number(), number: z.string().nullable() });
    const asked = { domain: [['id', 'in', missing]], fields: ['number'], row };
    const found = missing.length === 0 ? [] : await client.search('sale.sale', asked, call);
    return new Map(
      [...known.values(), ...found].flatMap(({ id, number }) => (origins.includes(id) ? [[id, number]] : [])),
    );
  }
  async function byReferences(there: Installation, references: readonly string[], call: Call) {
    const rows = await find(there, [['reference', 'in', [...new Set(references)]]], call);
    // A copy of a complaint has its reference as well: the oldest is the one that we made.
    const made = (await told(there, rows, null, call)).reverse();
    return references.map((each) => made.find(({ reference }) => reference === each) ?? null);
  }

  return {
    async list({ customerId }, call) {
      const there = await ready(call);
      const of = async (customer: number | null) =>
        told(there, await find(there, [['customer', '=', customer]], call, LIST), [['party', '=', customer]], call);
      let results = await of(idOf(customerId));
      if (results.length === 0) {
        const survivor = await survivorOf(client, customerId, call);
        if (String(survivor) !== customerId) results = await of(survivor);
      }
      return {
        results: results.sort((left, right) => (right.requestedOn ?? '').localeCompare(left.requestedOn ?? '')),
      };
    },
    async findByReference({ references }, call) {
      if (references.length === 0) return { results: [] };
      return { results: await byReferences(await ready(call), references, call) };
    },
    async status({ ids }, call) {
      if (ids.length === 0) return { results: [] };
      const there = await ready(call);
      const sales = idsOf(ids.flatMap((id) => saleOfReturn(id) ?? []));
      const rows = await find(there, [['id', 'in', idsOf(ids)]], call);
      const made = await told(there, rows, sales.length > 0 ? [['id', 'in', sales]] : null, call);
      const byId = new Map(made.map((each) => [each.id, each]));
      return { results: ids.map((id) => byId.get(erpReturnIdSchema.parse(id)) ?? null) };
    },
    async create(input, call) {
      const there = await ready(call);
      const [known] = await byReferences(there, [input.reference], call);
      if (known) return known;
      // The orders of a customer that was merged are its survivor's.
      const customer = await survivorOf(client, input.customerId, call);
      const [type, values] = await Promise.all([typeFor(call), linesFor(there, input, customer, call)]);
      const id = await client.create(
        'sale.complaint',
        {
          customer,
          company: there.company.id,
          reference: input.reference,
          date: toDate(todayOf(there)),
          type,
          origin: `sale.sale,${values.order}`,
          description: input.reason,
          actions: [['create', [{ action: 'sale_return', sale_lines: [['create', values.lines]] }]]],
        },
        call,
      );
      return afterWrite(async () => {
        // From here on it is on the desk of whoever approves. Pressed again it does nothing.
        await client.button('sale.complaint', 'wait', id, call);
        const [made] = await told(there, await find(there, [['id', '=', id]], call), null, call);
        if (!made) throw new ErpError('uncertain', `complaint ${id} was made and is not there`);
        return made;
      });
    },
  };

  /** What kinds of complaints there are is for each company to set up: ours is the first about whole orders. */
  async function typeFor(call: Call): Promise<number> {
    const domain = [['origin.model', '=', 'sale.sale']];
    const [type] = await client.search(
      'sale.complaint.type',
      { domain, fields: ['id'], row: idRow, order: [['id', 'ASC']], limit: 1 },
      call,
    );
    if (!type)
      throw refused('type', 'Tryton has no type of complaint about an order: add one under Sales, Complaints.');
    return type.id;
  }
  async function linesFor(there: Installation, input: ErpReturnInput, customer: number, call: Call) {
    const domain = [
      ['number', '=', input.orderNumber],
      ['party', '=', customer],
      ['company', '=', there.company.id],
    ];
    const fields = ['lines.type', 'lines.quantity', 'lines.product.code'];
    const [order] = await client.search('sale.sale', { domain, fields, row: orderedRow, limit: 1 }, call);
    if (!order) throw refused('orderNumber', `This customer has no order ${input.orderNumber} in Tryton.`);
    const open = order['lines.']
      .filter(({ type }) => type === 'line')
      .map((line) => ({ id: line.id, code: line['product.']?.code, left: line.quantity ?? zero }));
    const lines = input.lines.flatMap(({ code, quantity }, index) => {
      const own = open.filter((line) => line.code === code);
      if (own.length === 0) throw refused(`lines.${index}.code`, `Order ${input.orderNumber} has no product ${code}.`);
      const most = sum(own.map(({ left }) => left));
      if (compare(quantity, most) > 0 || isNegative(quantity) || isZero(quantity))
        throw refused(`lines.${index}.quantity`, `Between 0 and ${most} of ${code} can come back.`);
      return taken(own, quantity);
    });
    return { order: order.id, lines };
  }
}

type Open = { id: number; left: Decimal };
/** A product may stand on several lines of an order: what comes back is taken from one after the other. */
function taken(lines: Open[], quantity: Decimal): { line: number; quantity: number | null }[] {
  let wanted = quantity;
  return lines.flatMap((line) => {
    const part = smaller(wanted, line.left);
    if (compare(part, zero) <= 0) return [];
    wanted = subtract(wanted, part);
    line.left = subtract(line.left, part);
    return [{ line: line.id, quantity: toFloat(part) }];
  });
}
