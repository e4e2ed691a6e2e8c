import { compare, type ErpReturn, erpReturnIdSchema, isNegative, isZero } from '@backroom/shared';
import { z } from 'zod';
import type { ErpAdapter } from '../contract/adapter.ts';
import { ErpError } from '../contract/errors.ts';
import type { ErpReturnInput } from '../contract/schemas.ts';
import { afterWrite, type Call } from './client.ts';
import type { Installation } from './installation.ts';
import { type ComplaintRow, complaintFields, complaintRow, type SaleRow, saleRow, toReturn } from './return-row.ts';
import { idOf, idsOf, refused, requireCustomer, type Tryton, todayOf, unknownCustomer, zero } from './support.ts';
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
    const there = await installation(call.signal);
    there.need('sale.complaint', 'sale.sale');
    return there;
  }
  const find = (there: Installation, domain: readonly unknown[], call: Call): Promise<ComplaintRow[]> => {
    const whole = [...domain, ['company', '=', there.company.id]];
    const asked = {
      domain: whole,
      fields: complaintFields,
      row: complaintRow,
      order: [['id', 'DESC']] as const,
      limit: LIST,
    };
    return client.search('sale.complaint', asked, call);
  };
  /** The orders behind all of them in one call. */
  async function told(there: Installation, rows: readonly ComplaintRow[], call: Call): Promise<ErpReturn[]> {
    if (rows.length === 0) return [];
    const named = rows.flatMap((row) => [row.origin, ...row['actions.'].map(({ result }) => result)]);
    const idsIn = (model: string) => named.flatMap((each) => (each?.model === model ? [each.id] : []));
    const [sales, lines] = [idsIn('sale.sale'), idsIn('sale.line')];
    const fields = [
      ...['number', 'currency.code', 'lines.quantity', 'lines.product.code', 'lines.product.name'],
      ...(there.may('stock.shipment.out.return') ? ['shipment_returns.state'] : []),
      ...(there.may('account.invoice') ? ['invoices.number', 'invoices.state', 'invoices.total_amount'] : []),
    ];
    const domain = ['OR', ['id', 'in', sales], ['lines', 'in', lines]];
    const found =
      sales.length + lines.length === 0 ? [] : await client.search('sale.sale', { domain, fields, row: saleRow }, call);
    const byId = new Map<number, SaleRow>(found.map((sale) => [sale.id, sale]));
    const today = todayOf(there);
    return rows.map((row) => toReturn(row, byId, today));
  }
  async function byReferences(there: Installation, references: readonly string[], call: Call) {
    const rows = await find(there, [['reference', 'in', [...new Set(references)]]], call);
    const made = await told(there, rows, call);
    return references.map((each) => made.find(({ reference }) => reference === each) ?? null);
  }

  return {
    async list({ customerId }, call) {
      const there = await ready(call);
      const rows = await find(there, [['customer', '=', idOf(customerId)]], call);
      if (rows.length === 0) await requireCustomer(client, customerId, call);
      return { results: await told(there, rows, call) };
    },
    async findByReference({ references }, call) {
      if (references.length === 0) return { results: [] };
      return { results: await byReferences(await ready(call), references, call) };
    },
    async status({ ids }, call) {
      if (ids.length === 0) return { results: [] };
      const there = await ready(call);
      const made = await told(there, await find(there, [['id', 'in', idsOf(ids)]], call), call);
      const byId = new Map(made.map((each) => [each.id, each]));
      return { results: ids.map((id) => byId.get(erpReturnIdSchema.parse(id)) ?? null) };
    },
    async create(input, call) {
      const there = await ready(call);
      const [known] = await byReferences(there, [input.reference], call);
      if (known) return known;
      const customer = idOf(input.customerId);
      if (customer === null) throw unknownCustomer(input.customerId);
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
        const [made] = await told(there, await find(there, [['id', '=', id]], call), call);
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
    const lines = input.lines.map(({ code, quantity }, index) => {
      const line = order['lines.'].find((each) => each.type === 'line' && each['product.']?.code === code);
      if (!line) throw refused(`lines.${index}.code`, `Order ${input.orderNumber} has no product ${code}.`);
      const most = line.quantity ?? zero;
      if (compare(quantity, most) > 0 || isNegative(quantity) || isZero(quantity))
        throw refused(`lines.${index}.quantity`, `Between 0 and ${most} of ${code} can come back.`);
      return { line: line.id, quantity: toFloat(quantity) };
    });
    return { order: order.id, lines };
  }
}
