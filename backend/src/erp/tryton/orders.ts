import { type ErpOrder, erpOrderIdSchema, type Reference } from '@backroom/shared';
import { z } from 'zod';
import type { ErpAdapter } from '../contract/adapter.ts';
import { ErpError } from '../contract/errors.ts';
import type { OrderInput, Simulation } from '../contract/schemas.ts';
import { afterWrite } from '../transport/after-write.ts';
import { turnstile } from '../transport/turnstile.ts';
import type { Call } from './client.ts';
import type { Installation, Model } from './installation.ts';
import { type Amending, cancelSeen, changeOrder } from './order-amend.ts';
import { referenceOf, underReferences } from './order-reference.ts';
import { refusalsOf } from './order-refusals.ts';
import {
  draftFields,
  foundFields,
  foundRow,
  type OrderRow,
  orderFields,
  orderModels,
  orderRow,
  toFound,
  toOrder,
} from './order-row.ts';
import { readAmended } from './order-standing.ts';
import { isReturn } from './order-state.ts';
import { ownOf } from './own-orders.ts';
import { draftOf, formLines, saleValues, settled } from './sale-draft.ts';
import { idOf, idsOf, refused, survivorOf, type Tryton, todayOf, zero } from './support.ts';
import { numeric } from './wire.ts';

type Orders = NonNullable<ErpAdapter['orders']>;
/** As many as a rep would ever look through; older ones are found by number. */
const LIST = 200;
const totals = z.looseObject({ untaxed_amount: numeric, tax_amount: numeric, total_amount: numeric });
const stateRow = z.object({ id: z.number(), state: z.string(), number: z.string().nullable() });
const unknownOrder = (id: string) =>
  new ErpError('not_found', `no order ${id}`, { field: 'id', words: `Tryton has no order ${id}.` });
const past = new Set(['confirmed', 'processing', 'done']);

export function ordersOf(tryton: Tryton): Orders {
  const { client, installation } = tryton;
  /** Confirming orders of customers with a credit limit locks whole tables without waiting: one at a time never meets itself. */
  const oneConfirm = turnstile(1);
  const creating = new Map<Reference, Promise<ErpOrder>>();

  async function ready(call: Call, ...more: readonly Model[]): Promise<Installation> {
    return installation(call.signal, ...orderModels, ...more);
  }
  async function find(
    there: Installation,
    domain: readonly unknown[],
    call: Call,
    newestFirst = false,
  ): Promise<OrderRow[]> {
    const whole = [...domain, ['company', '=', there.company.id]];
    const order = newestFirst
      ? ([
          ['sale_date', 'DESC NULLS FIRST'],
          ['id', 'DESC'],
        ] as const)
      : ([['id', 'ASC']] as const);
    const asked = {
      domain: whole,
      fields: orderFields(there),
      row: orderRow,
      order,
      ...(newestFirst ? { limit: LIST + 1 } : {}),
    };
    return client.search('sale.sale', asked, call);
  }
  /** Only where it stands: a look before a button costs a fifth of reading the order. */
  async function stateOf(there: Installation, id: string, call: Call) {
    const number = idOf(id);
    const domain = [
      ['id', '=', number],
      ['company', '=', there.company.id],
    ];
    const asked = { domain, fields: ['state', 'number'], row: stateRow };
    const [row] = number === null ? [] : await client.search('sale.sale', asked, call);
    if (!row) throw unknownOrder(id);
    return row;
  }
  async function one(there: Installation, id: string, call: Call, fields = orderFields(there)): Promise<OrderRow> {
    const domain = [
      ['id', '=', idOf(id)],
      ['company', '=', there.company.id],
    ];
    const [row] = idOf(id) === null ? [] : await client.search('sale.sale', { domain, fields, row: orderRow }, call);
    if (!row) throw unknownOrder(id);
    return row;
  }

  async function amending(call: Call): Promise<Amending> {
    const there = await ready(call, 'account.tax');
    const locks = there.hasModule('sale_credit_limit');
    return { tryton, there, confirming: (press, { signal }) => (locks ? oneConfirm(signal, press) : press()) };
  }

  async function create(input: OrderInput, call: Call): Promise<ErpOrder> {
    const there = await ready(call, 'account.tax');
    // Nothing is unique in Tryton: a second create makes a second order. What is found is as good as made, unless it was cancelled.
    const named = await find(there, [underReferences([input.reference])], call);
    const found = ownOf(named.filter((row) => referenceOf(row) === input.reference));
    const standing = found.find(({ state }) => state !== 'cancelled');
    if (standing) return toOrder(standing, there);
    const { draft, problems } = await draftOf(tryton, there, input, call);
    if (problems[0]) throw problems[0];
    const values = saleValues(await settled(draft, call), there, input, todayOf(there));
    const id = await client.create('sale.sale', values, call);
    // A draft has no moves, shipments or invoices to read.
    return afterWrite(async () => toOrder(await one(there, String(id), call, draftFields), there));
  }

  return {
    async simulate(input, call): Promise<Simulation> {
      const there = await ready(call, 'account.tax');
      const nothing = { amount: zero, currency: input.currency };
      const { draft, problems } = await draftOf(tryton, there, input, call);
      if (problems.length > 0) {
        const refusals = problems.map(({ field, words, message }) => ({ field, words: words ?? message }));
        return { net: nothing, tax: nothing, total: nothing, promiseDate: null, refusals };
      }
      const values = {
        id: -1,
        party: draft.header.party,
        company: there.company.id,
        currency: draft.currencyId,
        lines: formLines(draft),
      };
      const sums = await client.onChange('sale.sale', values, ['lines'], totals, call);
      const money = (amount: typeof sums.total_amount) => ({ amount, currency: input.currency });
      const refusals = await refusalsOf(tryton, there, draft, sums.untaxed_amount, call);
      return {
        net: money(sums.untaxed_amount),
        tax: money(sums.tax_amount),
        total: money(sums.total_amount),
        promiseDate: null,
        lines: draft.lines.slice(0, input.lines.length).map(({ amount }) => ({ net: money(amount) })),
        refusals,
      };
    },

    /** A draft with our reference. Two calls at once with one reference share one create. */
    async create(input, call) {
      const running = creating.get(input.reference);
      if (running) return running;
      const mine = create(input, call).finally(() => creating.delete(input.reference));
      creating.set(input.reference, mine);
      return mine;
    },

    /**
     * Draft → quotation → confirmed. Each button does nothing, and says nothing, for an order that is past it, so both may be pressed again;
     * what came of it is read, not concluded.
     */
    async confirm({ id }, call) {
      const there = await ready(call);
      const number = idOf(id);
      if (number === null) throw unknownOrder(id);
      const press = async () => {
        await client.button('sale.sale', 'quote', number, call);
        await client.button('sale.sale', 'confirm', number, call);
      };
      await (there.hasModule('sale_credit_limit') ? oneConfirm(call.signal, press) : press());
      const row = await afterWrite(() => one(there, id, call));
      if (past.has(row.state)) return toOrder(row, there);
      throw refused(
        'state',
        `Order ${row.number ?? id} is in state "${row.state}" in Tryton, and cannot be confirmed.`,
      );
    },

    async findByReference({ references }, call) {
      if (references.length === 0) return { results: [] };
      const there = await ready(call);
      const rows = await find(there, [underReferences(references)], call);
      const byReference = Map.groupBy(rows, referenceOf);
      return {
        results: references.map((each) => ownOf(byReference.get(each) ?? []).map((row) => toOrder(row, there))),
      };
    },
    async findByNumber({ numbers }, call) {
      if (numbers.length === 0) return { results: [] };
      const there = await ready(call);
      const rows = await find(there, [['number', 'in', [...new Set(numbers)]]], call);
      const byNumber = new Map(rows.map((row) => [row.number, row]));
      return {
        results: numbers.map((number) => {
          const row = byNumber.get(number);
          return row ? toOrder(row, there) : null;
        }),
      };
    },
    async find({ references, numbers }, call) {
      if (references.length + numbers.length === 0) return { orders: [] };
      const there = await ready(call);
      const domain = [
        ['OR', [underReferences(references)], [['number', 'in', [...new Set(numbers)]]]],
        ['company', '=', there.company.id],
      ];
      const asked = { domain, fields: foundFields(there), row: foundRow, order: [['id', 'ASC']] as const };
      const rows = await client.search('sale.sale', asked, call);
      const byReference = Map.groupBy(rows, referenceOf);
      const own = new Set([...byReference.values()].flatMap(ownOf));
      const wanted = rows.filter((row) => own.has(row) || numbers.includes(row.number ?? ''));
      return { orders: wanted.map((row) => toFound(row, there)) };
    },
    async status({ ids }, call) {
      if (ids.length === 0) return { results: [] };
      const there = await ready(call);
      const rows = await find(there, [['id', 'in', idsOf(ids)]], call);
      const byId = new Map(rows.map((row) => [erpOrderIdSchema.parse(String(row.id)), row]));
      return {
        results: ids.map((id) => {
          const row = byId.get(id);
          return row ? toOrder(row, there) : null;
        }),
      };
    },
    async list({ customerId }, call) {
      const there = await ready(call);
      const of = (party: number | null) => find(there, [['party', '=', party]], call, true);
      let rows = await of(idOf(customerId));
      if (rows.length === 0) {
        const survivor = await survivorOf(client, customerId, call);
        if (String(survivor) !== customerId) rows = await of(survivor);
      }
      const orders = rows
        .slice(0, LIST)
        .filter((row) => !isReturn(row))
        .map((row) => toOrder(row, there));
      return {
        results: orders.sort((left, right) => right.orderedOn.localeCompare(left.orderedOn)),
        more: rows.length > LIST,
      };
    },
    async read({ id }, call) {
      const there = await ready(call);
      return { order: (await readAmended(tryton, there, id, call))?.order ?? null };
    },
    change: async (asked, call) => changeOrder(await amending(call), asked, call),
    async cancel({ id, version }, call) {
      if (version !== undefined) return cancelSeen(await amending(call), { id, version }, call);
      const there = await ready(call);
      const before = await stateOf(there, id, call);
      if (before.state === 'cancelled') return toOrder(await one(there, id, call), there);
      await client.button('sale.sale', 'cancel', before.id, call);
      const row = await afterWrite(() => one(there, id, call));
      if (row.state === 'cancelled') return toOrder(row, there);
      throw refused('state', `Order ${row.number ?? id} is in state "${row.state}": Tryton no longer cancels it.`);
    },
  };
}
