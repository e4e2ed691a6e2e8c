import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { companies } from '@backroom/demo-erp/cast';
import { oneOfMany } from '../../extension/playground/server/hubspot/many.ts';
import { openSecurityWorld, type SecurityWorld } from '../security/world.ts';
import type { Figure, Part } from './part.ts';
import type { Random } from './random.ts';

/** Deals that become orders, so many at once, and how often the ERP's own page moves an order on. */
const DEALS = 160;
const AT_ONCE = 4;
const STEPS = 4;
const WAIT_MS = 600_000;

const cents = (path: string) => `cast(round(cast(doc ->> '${path}' as real) * 100) as integer)`;
const amount = (value: unknown): string | null =>
  value === null || value === undefined ? null : (Number(value) / 100).toFixed(2);
const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(new Date());

/** What the demo ERP's tables say of an order: SQL of this file, none of the ERP's own code. */
function ofOrder(db: DatabaseSync, number: string): Record<string, string | null> {
  const order = db
    .prepare(
      `select status, ${cents('$.total.amount')} as total,
         (select d.value ->> '$.date' from json_each(doc, '$.deliveries') d where d.value ->> '$.status' <> 'planned' order by d.value ->> '$.date' desc, d.key limit 1) as shipped,
         (select d.value ->> '$.tracking' from json_each(doc, '$.deliveries') d where d.value ->> '$.status' <> 'planned' order by d.value ->> '$.date' desc, d.key limit 1) as tracking
       from orders where number = ?`,
    )
    .get(number);
  const sign = `case doc ->> '$.kind' when 'credit_note' then -1 else 1 end`;
  const billed = db
    .prepare(
      `select coalesce(sum(${sign} * ${cents('$.total.amount')}), 0) as invoiced, coalesce(sum(${sign} * (${cents('$.total.amount')} - ${cents('$.open.amount')})), 0) as paid
       from invoices where doc ->> '$.orderNumber' = ? and doc ->> '$.status' <> 'cancelled'`,
    )
    .get(number);
  return {
    backroom_order_number: number,
    backroom_order_status: String(order?.status),
    backroom_order_total: amount(order?.total),
    backroom_shipped_on: (order?.shipped ?? null) as string | null,
    backroom_tracking: (order?.tracking ?? null) as string | null,
    backroom_invoiced_total: amount(billed?.invoiced),
    backroom_paid_total: amount(billed?.paid),
  };
}

/** The same of a customer. Null where its documents are in several currencies: the fields have room for one. */
function ofCustomer(db: DatabaseSync, number: string): Record<string, string | null> | null {
  const customer = db.prepare(`select id, doc from customers where number = ?`).get(number);
  if (!customer) return null;
  const id = String(customer.id);
  const card = JSON.parse(String(customer.doc)) as Record<string, unknown>;
  const currencies = db
    .prepare(
      `select distinct doc ->> '$.open.currency' as currency from invoices where customer = ? and doc ->> '$.status' <> 'cancelled'
       union select distinct doc ->> '$.total.currency' from orders where customer = ? and status in ('confirmed', 'partly_delivered')`,
    )
    .all(id, id)
    .map(({ currency }) => currency);
  if (currencies.some((each) => each !== card.currency)) return null;
  const day = today();
  const sums = db
    .prepare(
      `select count(*) as invoices,
         sum(case doc ->> '$.kind' when 'credit_note' then -1 else 1 end * ${cents('$.open.amount')}) as open,
         coalesce(sum(case when doc ->> '$.kind' = 'invoice' and doc ->> '$.dueOn' < '${day}' then ${cents('$.open.amount')} end), 0) as overdue,
         min(case when doc ->> '$.kind' = 'invoice' and ${cents('$.open.amount')} > 0 and doc ->> '$.dueOn' >= '${day}' then doc ->> '$.dueOn' end) as next,
         min(case when doc ->> '$.kind' = 'invoice' and ${cents('$.open.amount')} > 0 then doc ->> '$.dueOn' end) as first
       from invoices where customer = ? and doc ->> '$.status' <> 'cancelled'`,
    )
    .get(id);
  const orders = db
    .prepare(
      `select coalesce(sum(${cents('$.total.amount')}), 0) as open from orders where customer = ? and status in ('confirmed', 'partly_delivered')`,
    )
    .get(id);
  const any = Number(sums?.invoices ?? 0) > 0;
  const limit = card.creditLimit === null ? null : Math.round(Number(card.creditLimit) * 100);
  return {
    backroom_erp_customer_number: number,
    backroom_payment_terms: (card.paymentTerms ?? null) as string | null,
    backroom_blocked: String(card.blocked),
    backroom_open_total: any ? amount(sums?.open) : null,
    backroom_overdue_total: any ? amount(sums?.overdue) : null,
    backroom_next_due: (sums?.next ?? sums?.first ?? null) as string | null,
    backroom_credit_free: limit === null ? null : amount(limit - Number(sums?.open ?? 0) - Number(orders?.open)),
  };
}

type Previewed = { revision: string; checks: { code: string; level: string }[]; canConvert: boolean };
async function convert(world: SecurityWorld, deal: string): Promise<void> {
  const preview = await world.ask(`/v1/records/deal/${deal}/preview`, { method: 'POST', body: {} });
  const { revision, checks, canConvert } = preview.data as Previewed;
  if (!canConvert) return;
  const acceptedWarnings = [...new Set(checks.filter(({ level }) => level === 'warn').map(({ code }) => code))];
  const body = { dealId: deal, revision, acceptedWarnings, idempotencyKey: crypto.randomUUID() };
  await world.ask('/v1/orders', { method: 'POST', body });
}
async function until(what: string, done: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + WAIT_MS;
  while (!(await done())) {
    if (Date.now() > end) throw new Error(`${what} did not come to its end`);
    await new Promise((next) => setTimeout(next, 500));
  }
}
const ordersOf = (world: SecurityWorld) =>
  world.store.db
    .selectFrom('submissions')
    .select(['record_id', 'erp_id', 'erp_number', 'state'])
    .where('account', '=', 'hubspot:4242')
    .where('kind', '=', 'order')
    .execute();
/** Every write-back is through, and no record is due. */
async function caughtUp(world: SecurityWorld): Promise<boolean> {
  await world.store.db
    .updateTable('feeds')
    .set({ due_at: new Date(0) })
    .execute();
  await world.backend.feeds.draw();
  await world.backend.feeds.settled();
  const waiting = await world.store.db.selectFrom('write_backs').select('record_id').execute();
  const due = await world.store.db
    .selectFrom('feed_records')
    .select('record_id')
    .where('due_at', 'is not', null)
    .execute();
  return waiting.length === 0 && due.length === 0;
}

/** CRM fields that the feeds wrote, against the demo ERP's own tables. Nobody opens a page after the orders are made. */
export const fieldsPart: Part = {
  async open() {
    const dir = mkdtempSync(join(tmpdir(), 'backroom-truth-'));
    const world = await openSecurityWorld({
      erpDir: dir,
      many: DEALS,
      crmCalls: 100_000,
      env: { ACCOUNT_REQUESTS: '100000', LOG_LEVEL: 'warn' },
    });
    const db = new DatabaseSync(join(dir, 'erp.sqlite'), { readOnly: true });
    const ids = Array.from({ length: DEALS }, (_, nth) => oneOfMany(nth).id);
    async function live(random: Random): Promise<void> {
      for (let at = 0; at < ids.length; at += AT_ONCE)
        await Promise.all(ids.slice(at, at + AT_ONCE).map((id) => convert(world, id)));
      await until('an order', async () =>
        (await ordersOf(world)).every(({ state }) => state === 'confirmed' || state === 'needs_attention'),
      );
      for (const { erp_id } of await ordersOf(world))
        for (let step = random.whole(STEPS); step > 0 && erp_id !== null; step -= 1)
          await fetch(`${world.erpUrl}/orders/${erp_id}/advance`, { method: 'POST' });
      await until('the feed', () => caughtUp(world));
    }
    let figures: Figure[] | null = null;
    function compare(
      panel: Figure['panel'],
      type: string,
      id: string,
      theirs: Record<string, string | null>,
    ): Figure[] {
      const stored = world.crm.get(type, id)?.properties ?? {};
      return Object.entries(theirs).map(([name, value]) => ({
        panel,
        of: `${type} ${id}`,
        name,
        ours: stored[name] || null,
        theirs: value,
        decimal: /total|free/.test(name),
        readAt: Date.now(),
      }));
    }
    return {
      against: 'CRM fields as the feeds left them, against the tables of the demo ERP',
      async round(random) {
        if (figures) return figures;
        await live(random);
        const made = (await ordersOf(world)).filter(({ state }) => state === 'confirmed');
        figures = [
          ...made.flatMap(({ record_id, erp_number }) =>
            compare('orders', 'deals', record_id, ofOrder(db, erp_number ?? '')),
          ),
          ...companies.flatMap(({ id, customer, linked }) => {
            const theirs = linked && customer ? ofCustomer(db, customer) : null;
            return theirs ? compare('customer', 'companies', id, theirs) : [];
          }),
        ];
        return figures;
      },
      async close() {
        db.close();
        await world.close();
        rmSync(dir, { recursive: true });
      },
    };
  },
};
