import assert from 'node:assert/strict';
import {
  add,
  type CreditPosition,
  compare,
  dayIn,
  decimal,
  erpCustomerIdSchema,
  erpInvoiceIdSchema,
  isNegative,
  isZero,
  type Money,
  subtract,
} from '@backroom/shared';
import { failing } from '../ask.ts';
import { type Case, type Context, skip } from '../kit.ts';
import { sum } from './support.ts';

const listOf = async (context: Context, number: string | undefined) =>
  (await context.ask('invoices.list', { customerId: (await context.customer(number)).id })).results;
const equal = (left: Money, right: Money['amount'], what: string) =>
  assert.equal(compare(left.amount, right), 0, `${what}: ${left.amount} is not ${right}`);
const dayMs = 86_400_000;

/** The parts of a position must make its sums, in one currency. */
function addsUp(position: CreditPosition): void {
  const { limit, openOrders, receivable, exposure, free, overdue, ageing } = position;
  for (const money of [limit, openOrders, exposure, free, overdue, ...ageing.map(({ amount }) => amount)])
    assert.equal(money?.currency ?? receivable.currency, receivable.currency, 'one currency');
  if (openOrders) equal(exposure, add(openOrders.amount, receivable.amount), 'exposure = open orders + receivable');
  assert.equal(free === null, limit === null, 'free is there exactly when a limit is');
  if (limit && free) equal(free, subtract(limit.amount, exposure.amount), 'free = limit − exposure');
  for (const [index, { toDays }] of ageing.entries()) {
    const next = ageing[index + 1];
    if (next) assert.equal(next.fromDays, (toDays ?? Number.NaN) + 1, 'buckets without gap or overlap');
    else assert.equal(toDays, null, 'the last bucket is open');
  }
  // Buckets that start before the due date cover all that is owed; those that start at day 1 only what is overdue.
  const [first] = ageing;
  if (!first) return;
  const whole = first.fromDays < 1 ? receivable : overdue;
  equal(whole, sum(ageing.map(({ amount }) => amount.amount)), 'the ageing buckets make the sum');
}

export const money: readonly Case[] = [
  {
    name: 'invoices.list: status, open amount and days overdue agree',
    needs: ['invoices.list', 'customers.search'],
    examples: ['invoices'],
    async run(context) {
      const { customer, statuses } = context.examples.invoices ?? skip('no example: invoices');
      const today = dayIn(context.health.timeZone, new Date());
      const list = await listOf(context, customer);
      for (const each of list) {
        const what = `${each.number} (${each.status})`;
        assert.equal(each.open.currency, each.total.currency, what);
        if (each.status === 'paid') assert.ok(isZero(each.open.amount), `${what}: nothing open`);
        if (each.status === 'open' || each.status === 'overdue' || each.status === 'part_paid')
          assert.ok(!isZero(each.open.amount), `${what}: something open`);
        if (each.status === 'part_paid') assert.notEqual(compare(each.open.amount, each.total.amount), 0, what);
        if (each.kind === 'invoice') assert.equal(isNegative(each.total.amount), false, what);
        assert.equal(each.overdueDays > 0, each.status === 'overdue', `${what}: ${each.overdueDays} days overdue`);
        // Instalments: the oldest open one may be due before the invoice's own due date.
        if (each.status === 'overdue' && each.dueOn && each.dueOn < today)
          assert.ok(each.overdueDays >= (Date.parse(today) - Date.parse(each.dueOn)) / dayMs, what);
        if (each.status === 'open' && each.dueOn) assert.ok(each.dueOn >= today, `${what}: due on ${each.dueOn}`);
      }
      const seen = new Set(list.map(({ status }) => status));
      assert.deepEqual(
        statuses.filter((status) => !seen.has(status)),
        [],
        'the states that the example promises',
      );
    },
  },
  {
    name: 'invoices.list: all of a customer with many, each once, newest first',
    needs: ['invoices.list', 'customers.search'],
    examples: ['many'],
    async run(context) {
      const { customer, invoices: least } = context.examples.many ?? skip('no example: many');
      const list = await listOf(context, customer);
      assert.ok(list.length >= least, `${list.length} of at least ${least}`);
      assert.equal(new Set(list.map(({ id }) => id)).size, list.length);
      const dates = list.map(({ issuedOn }) => issuedOn);
      assert.deepEqual(dates, [...dates].sort().reverse(), 'newest first');
    },
  },
  {
    name: 'documents: a customer without any has empty lists',
    needs: ['customers.search'],
    examples: ['empty'],
    async run(context) {
      const customerId = (await context.customer(context.examples.empty)).id;
      for (const operation of ['orders.list', 'invoices.list', 'returns.list'] as const)
        if (context.has(operation))
          assert.deepEqual((await context.ask(operation, { customerId })).results, [], operation);
    },
  },
  {
    name: 'documents: an unknown customer is not found, not empty',
    needs: [],
    async run(context) {
      const customerId = erpCustomerIdSchema.parse(context.examples.unknownId);
      for (const operation of ['orders.list', 'invoices.list', 'returns.list', 'credit.position'] as const)
        if (context.has(operation)) await failing(context.ask(operation, { customerId }), 'not_found', 'refused');
    },
  },
  {
    name: 'invoices.pdf: is a PDF',
    needs: ['invoices.list', 'invoices.pdf', 'customers.search'],
    examples: ['invoices'],
    async run(context) {
      const invoice = (await listOf(context, context.examples.invoices?.customer)).find(({ hasPdf }) => hasPdf);
      if (!invoice) return skip('none of the example’s invoices has a PDF');
      const { pdf } = context.adapter.invoices ?? {};
      assert.ok(pdf);
      const signal = AbortSignal.timeout(60_000);
      const bytes = await pdf({ id: invoice.id }, { signal });
      assert.equal(Buffer.from(bytes.subarray(0, 4)).toString(), '%PDF');
      assert.match(Buffer.from(bytes.subarray(-1024)).toString('latin1'), /%%EOF/);
      const id = erpInvoiceIdSchema.parse(context.examples.unknownId);
      await failing(pdf({ id }, { signal }), 'not_found', 'refused');
    },
  },
  {
    name: 'invoices.pdf: cut in the middle is no PDF',
    needs: ['invoices.list', 'invoices.pdf', 'customers.search'],
    examples: ['invoices'],
    proxied: true,
    async run(context) {
      const invoice = (await listOf(context, context.examples.invoices?.customer)).find(({ hasPdf }) => hasPdf);
      const { pdf } = context.adapter.invoices ?? {};
      if (!invoice || !pdf) return skip('none of the example’s invoices has a PDF');
      context.proxy?.set(() => 'cut');
      const { kind } = await failing(
        pdf({ id: invoice.id }, { signal: AbortSignal.timeout(60_000) }),
        'unreachable',
        'drift',
      );
      return kind;
    },
  },
  {
    name: 'credit.position: exposure, free and ageing add up',
    needs: ['credit.position', 'customers.search'],
    examples: ['credit'],
    async run(context) {
      const { limited, unlimited } = context.examples.credit ?? skip('no example: credit');
      const read = async (number: string) =>
        context.ask('credit.position', { customerId: (await context.customer(number)).id });
      const position = await read(limited);
      assert.ok(position.limit, 'the example has a limit');
      assert.notEqual(compare(position.receivable.amount, decimal('0')), 0, 'the example owes something');
      addsUp(position);
      if (unlimited === undefined) return 'no example without a limit';
      const free = await read(unlimited);
      assert.deepEqual([free.limit, free.free], [null, null]);
      addsUp(free);
    },
  },
];
