import { accountIdSchema } from '@backroom/shared';
import { apps, ORGANIZATION, openOrganization, TENANT } from '../../../../test/stand-ins/dataverse/start.ts';
import { memoryTokens, openFront } from '../conformance/front.ts';
import type { Part, Subject } from '../conformance/subject.ts';
import { parseContext } from './events.ts';
import { createDynamicsSales } from './index.ts';
import { homes, names, ORDERS, VAT_ID } from './solution.ts';
import { dynamicsTokens } from './tokens.ts';

export const account = accountIdSchema.parse(`dynamics-sales:${ORGANIZATION}`);
const stranger = accountIdSchema.parse('dynamics-sales:00000000-0000-4000-8000-00000000000e');
const fail = (status: number, code: string, message: string, headers: Record<string, string> = {}) =>
  Response.json({ error: { code, message } }, { status, headers });
const denied = (error: string, words: string, status = 400) =>
  Response.json({ error, error_description: words }, { status });
const notHere = 'Dynamics 365 Sales has no such thing';
const text = (name: string) => ({ name, kind: 'text' as const });
const amount = (name: string) => ({ name, kind: 'decimal' as const });
const day = (name: string) => ({ name, kind: 'date' as const });
const shared = [text(names.creditAlert), amount(names.creditFree), text(names.returnStatus)];
/** What the solution of extension/dynamics brings. */
export const solution = {
  uniquename: 'backroom',
  version: '1.0.0',
  tables: [
    {
      name: ORDERS.table,
      set: ORDERS.set,
      title: 'bkrm_name',
      columns: [
        ...[
          text('bkrm_name'),
          text(ORDERS.key),
          { name: ORDERS.deal, kind: 'lookup' as const, targets: ['opportunity'] },
        ],
        ...[text(names.orderNumber), text(names.orderStatus), amount(names.orderTotal), day(names.promiseDate)],
        ...[day(names.shippedOn), text(names.tracking), amount(names.invoicedTotal), amount(names.paidTotal)],
        ...shared,
      ],
      keys: [[ORDERS.key]],
    },
  ],
  columns: {
    account: [
      ...[text(names.erpCustomerNumber), text(VAT_ID), ...shared, amount(names.openTotal), amount(names.overdueTotal)],
      ...[
        day(names.nextDue),
        text(names.erpCurrency),
        text(names.paymentTerms),
        { name: names.blocked, kind: 'bool' as const },
      ],
    ],
  },
};
/** What a right hides: in Dataverse a table, a record, or a column. */
export async function openOrg(options: Parameters<typeof openOrganization>[0] = {}) {
  const organization = openOrganization(options);
  organization.desk.installSolution(solution);
  organization.vatIn(VAT_ID);
  // Pages of a real organisation hold five hundred rows; as many take a stand-in seconds to fill.
  organization.faults.pageSize = 60;
  const front = await openFront(organization, {
    isToken: (path) => path.endsWith('/oauth2/v2.0/token'),
    faults: {
      rate_limited: () =>
        fail(429, '0x80072322', 'Number of requests exceeded the limit of 6000 over time window of 300 seconds.', {
          'retry-after': '4',
        }),
      day_is_spent: () =>
        fail(429, '0x80072321', 'Combined execution time of incoming requests exceeded limit.', {
          'retry-after': '280',
        }),
      locked: () => fail(500, '0x80044151', 'SQL timeout expired. The record is locked by another process.'),
      server_error: () => fail(500, '0x80040216', 'An unexpected error occurred.'),
      not_json: () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
    },
    ended: () => new Response('', { status: 401 }),
    refused: () =>
      denied('unauthorized_client', "AADSTS700016: Application with identifier 'x' was not found in the directory."),
    misconfigured: () => denied('invalid_client', 'AADSTS7000215: Invalid client secret provided.', 401),
  });
  const kept = memoryTokens(account, {
    accessToken: '',
    refreshToken: '',
    expiresAt: 0,
    more: { url: front.url, tenant: TENANT },
  });
  const app = { clientId: apps.backroom.clientId, proof: { secret: apps.backroom.secret }, signIn: front.url };
  let passed = 0;
  const now = () => Date.now() + passed;
  const tokens = dynamicsTokens(app, kept.store, now);
  return {
    ...{ organization, front, kept, app, tokens, now },
    ...createDynamicsSales({ tokens, now }),
    passTime(ms: number): void {
      passed += ms;
    },
    async close() {
      await front.close();
      organization.close();
    },
  };
}

export const subject: Subject = {
  name: 'Dynamics 365 Sales',
  async open() {
    const { organization, front, adapter, kept, close, passTime } = await openOrg();
    const { desk, fill } = organization;
    const app = apps.backroom.user;
    const withheld: Readonly<Record<Part, (deal: string) => void>> = {
      company: (deal) => desk.access.denyRecord(app, String(desk.get('opportunity', deal)?._parentaccountid_value)),
      quote: () => desk.access.denyTable(app, 'Read', 'quote'),
      line: () => desk.access.denyTable(app, 'Read', 'quotedetail'),
      adjustment: () => desk.access.hideColumn('quote', 'discountpercentage'),
    };
    return {
      ...front,
      crm: adapter,
      account,
      stranger,
      deal: fill.deal,
      company: fill.company,
      stored({ type, id }, field) {
        const table = homes[type];
        const row =
          type === 'deal'
            ? organization.store.one(`select * from ${ORDERS.table} where ${ORDERS.key} = ?`, id)
            : desk.get(table, id);
        const value = row?.[names[field] ?? ''] ?? null;
        return value === null ? null : field === 'blocked' ? String(value === 1) : String(value);
      },
      unknown: {
        deal: '00000000-0000-4000-8000-000000000bad',
        company: '00000000-0000-4000-8000-000000000bad',
        malformed: ['abc', "1) or name eq 'x'", '../accounts(1)', ''],
      },
      connected: kept.connected,
      manyLines: 130,
      delivery: (ref, deleted) =>
        desk.contextOf(deleted ? 'Delete' : 'Update', ref.type === 'deal' ? 'opportunity' : 'account', ref.id),
      parse: parseContext,
      withhold: (deal, part) => withheld[part](deal),
      mergers: ['company'],
      merge(_type, survivor, lost) {
        desk.merge('account', survivor, lost);
        return survivor;
      },
      mergeDelivery: (_type, survivor, lost) => desk.contextOf('Merge', 'account', survivor, { SubordinateId: lost }),
      hideCodes() {
        desk.access.hideColumn('product', 'productnumber');
        return () => desk.access.allowAll();
      },
      hideAmounts: () => desk.access.hideColumn('quotedetail', 'priceperunit'),
      passTime,
      takeAway: () => desk.removeColumn(ORDERS.table, names.orderNumber),
      lacks: {
        'a discount in percent': `${notHere}: a line's discount is an amount`,
        'numbers of many decimals are read to the twelfth, never dropped': `${notHere}: amounts have at most four decimals, and discounts are amounts; see records.test.ts`,
        'a quote that is kept in step with the deal counts although nobody accepted it': notHere,
        'a company that is a person has the person’s name and e-mail': `${notHere}: an opportunity of a person has no account`,
        'a line that is billed more than once is named': notHere,
        'a price by tiers is what the CRM’s own total comes to, or it is named': `${notHere}: a line has one price`,
        'a discount on the whole quote lowers its total':
          'a discount of the whole has no name here; see records.test.ts',
        'the period is of the company’s calendar': 'Dynamics notes the day an opportunity was won, not the moment',
      },
      close,
    };
  },
};
