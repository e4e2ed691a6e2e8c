import {
  type ErpCustomer,
  type ErpCustomerId,
  type ErpOrder,
  erpCustomerIdSchema,
  erpCustomerSchema,
  erpOrderIdSchema,
  type Flow,
} from '@backroom/shared';
import type { WriteBack } from '../crm/contract/index.ts';
import type { ErpAdapter, ErpCall } from '../erp/contract/index.ts';
import { ErpError } from '../erp/contract/index.ts';
import type { Clock } from '../store/clock.ts';
import { type Mapping, statusShown } from '../store/mapping.ts';
import type { Db } from '../store/open.ts';
import { companyFields, creditedOrders, dealFields, type OfCustomer, type Plain } from './fields.ts';
import { linksOf, noteOrders, ordersOf } from './linked.ts';
import { ownFieldsOf } from './own-fields.ts';
import { type FeedProblem, problemOf } from './problem.ts';
import { type DueRecord, touchCredited } from './records.ts';
import type { At } from './rows.ts';

export type Pace = <Value>(call: (call: ErpCall) => Promise<Value>) => Promise<Value>;
export type ReadContext = {
  db: Db;
  clock: Clock;
  at: At;
  erp: ErpAdapter;
  batch: number;
  isOn: (flow: Flow) => boolean;
  /** What of these fields the ERP is master of. */
  mastered: (fields: WriteBack) => WriteBack;
  /** Makes one call to the ERP at a time, and leaves it time for others. */
  pace: Pace;
  /** What an admin has mapped. */
  mapping: Mapping;
  /** The ERP merged the customer into another, or changed its card. */
  follow: (customer: string, now: ErpCustomer) => Promise<void>;
};
/** What a record should say. `problem`: a part of it could not be read, and stays as it is. `unlinked`: nothing is kept of it any more. */
export type ReadRecord = {
  record: DueRecord;
  fields: WriteBack;
  settled: boolean;
  problem: FeedProblem | null;
  unlinked: boolean;
};

/** Failures of the ERP as a whole end the pass; one customer that cannot be read is that customer's. */
const isOfOne = (error: unknown): error is ErpError =>
  error instanceof ErpError && ['not_found', 'refused', 'drift', 'unsupported', 'conflict'].includes(error.kind);

async function inBatches<Id, Value>(
  ids: readonly Id[],
  size: number,
  read: (ids: Id[]) => Promise<readonly Value[]>,
): Promise<Map<Id, Value>> {
  const found = new Map<Id, Value>();
  for (let at = 0; at < ids.length; at += size) {
    const some = ids.slice(at, at + size);
    const values = await read(some);
    some.forEach((id, nth) => {
      const value = values[nth];
      if (value !== undefined) found.set(id, value);
    });
  }
  return found;
}

/** Reads what the ERP has of these records: customers and orders in batches, a customer's lists once for all of its records. */
export async function readRecords(ctx: ReadContext, records: readonly DueRecord[]): Promise<ReadRecord[]> {
  const { db, at, erp, isOn, pace, batch } = ctx;
  const idsOf = (type: 'deal' | 'company') => records.flatMap(({ ref }) => (ref.type === type ? [ref.id] : []));
  const [links, rows] = [await linksOf(db, at, idsOf('company')), await ordersOf(db, at, idsOf('deal'))];
  const wanted = new Map(
    rows.toReversed().flatMap((row) => (row.erp_id && row.state === 'confirmed' ? [[row.record_id, row]] : [])),
  );
  const customerIds = [...new Set([...links.values()].map(({ id }) => id))];
  const { customers, orders } = erp;
  const cards =
    customers && customerIds.length > 0
      ? await inBatches(
          customerIds,
          batch,
          async (ids) => (await pace((call) => customers.get({ ids: ids }, call))).results,
        )
      : new Map<ErpCustomerId, ErpCustomer | null>();
  const orderIds = [...new Set([...wanted.values()].flatMap(({ erp_id }) => erp_id ?? []))];
  const statuses =
    orders && isOn('orders') && orderIds.length > 0
      ? await inBatches(
          orderIds,
          batch,
          async (ids) =>
            (await pace((call) => orders.status({ ids: ids.map((id) => erpOrderIdSchema.parse(id)) }, call))).results,
        )
      : new Map<string, ErpOrder | null>();
  const kept = new Map([...links.values()].map((card) => [card.id, JSON.stringify(card)]));
  for (const [id, card] of cards) {
    const now = card && erpCustomerSchema.parse(card);
    if (now && JSON.stringify(now) !== kept.get(erpCustomerIdSchema.parse(id))) await ctx.follow(id, now);
  }
  // After the cards, which say whose customers are blocked.
  const found = [...statuses].flatMap(([id, order]) => (order ? [{ ...order, id: erpOrderIdSchema.parse(id) }] : []));
  await noteOrders(db, at, found);

  const own = {
    customer: await ownFieldsOf(ctx, 'customer', customerIds),
    order: await ownFieldsOf(ctx, 'order', isOn('orders') ? orderIds : []),
  };
  const lists = new Map<string, Promise<{ of: OfCustomer; problem: FeedProblem | null }>>();
  const ofCustomer = (id: string) => {
    const known = lists.get(id) ?? readCustomer(ctx, id);
    lists.set(id, known);
    return known;
  };
  const out: ReadRecord[] = [];
  for (const record of records) {
    const { type, id } = record.ref;
    const nothing = { record, fields: {}, settled: false, problem: null, unlinked: true };
    if (type === 'company') {
      const linked = links.get(id);
      if (linked === undefined) {
        out.push({ ...nothing, fields: emptied(record.written) });
        continue;
      }
      const card = cards.get(linked.id);
      if (card === null) {
        out.push({ ...nothing, unlinked: false, problem: { kind: 'customer_gone', words: null } });
        continue;
      }
      const { of, problem } = await ofCustomer(card?.id ?? linked.id);
      if (of.invoices) await touchCredited(db, at, ctx.clock, creditedOrders(of.invoices));
      out.push({
        ...nothing,
        unlinked: false,
        fields: { ...companyFields({ ...of, ...(card ? { customer: card } : {}) }), ...own.customer.of(linked.id) },
        problem: problem ?? own.customer.problem,
      });
      continue;
    }
    const row = wanted.get(id);
    if (!row?.erp_id || !statuses.has(row.erp_id)) {
      out.push(nothing);
      continue;
    }
    const order = statuses.get(row.erp_id);
    if (!order) {
      out.push({
        ...nothing,
        unlinked: false,
        fields: { orderStatus: null },
        problem: { kind: 'order_gone', words: null },
      });
      continue;
    }
    const { of, problem } = row.customer_key === null ? { of: {}, problem: null } : await ofCustomer(row.customer_key);
    const { fields: known, settled } = dealFields(order, of);
    const fields = { ...known, orderStatus: statusShown(ctx.mapping, order.status), ...own.order.of(row.erp_id) };
    // A newer order of the deal is under way: its state is the engine's to tell.
    const isNewest = rows.find(({ record_id }) => record_id === id)?.state === 'confirmed';
    const { orderStatus: _, ...rest } = fields;
    out.push({
      record,
      fields: isNewest ? fields : rest,
      settled,
      problem: problem ?? own.order.problem,
      unlinked: false,
    });
  }
  return out;
}

/** What stands on a company that is no longer linked says nothing of it. */
const emptied = (written: Plain): WriteBack => Object.fromEntries(Object.keys(written).map((name) => [name, null]));

async function readCustomer(ctx: ReadContext, id: string): Promise<{ of: OfCustomer; problem: FeedProblem | null }> {
  const { erp, isOn, pace } = ctx;
  const customerId = erpCustomerIdSchema.parse(id);
  const of: OfCustomer = {};
  let problem: FeedProblem | null = null;
  const attempt = async (read: () => Promise<void>) => {
    try {
      await read();
    } catch (error) {
      if (!isOfOne(error)) throw error;
      if (error.kind !== 'unsupported') problem = problemOf(error);
    }
  };
  const { invoices, credit, returns } = erp;
  if (invoices && isOn('invoices'))
    await attempt(async () => {
      of.invoices = await pace((call) => invoices.list({ customerId }, call));
    });
  if (credit && isOn('credit'))
    await attempt(async () => {
      of.credit = await pace((call) => credit.position({ customerId }, call));
    });
  if (returns && isOn('returns'))
    await attempt(async () => {
      of.returns = (await pace((call) => returns.list({ customerId }, call))).results;
    });
  return { of, problem };
}
