import { compose } from '@backroom/backend/compose';
import { readConfig } from '@backroom/backend/config';
import { usableRecord } from '@backroom/backend/crm/contract/bounds';
import type { CrmCompany, CrmDeal, CrmLine, CrmRecord } from '@backroom/backend/crm/contract/index';
import { readByChoice } from '@backroom/backend/deals/choice';
import type { ErpAdapter } from '@backroom/backend/erp/contract/adapter';
import { newCustomerSchema, type OrderInput, orderInputSchema } from '@backroom/backend/erp/contract/schemas';
import { createLogger } from '@backroom/backend/monitoring/logger';
import { openStore } from '@backroom/backend/store/open';
import { noTestHooks, type TestHooks } from '@backroom/backend/submissions/unsafe';
import { startDemoErp } from '@backroom/demo-erp/start';
import {
  accountIdSchema,
  currencySchema,
  decimal,
  type Flow,
  type PanelName,
  type PanelsAnswer,
  type Preview,
  type Problem,
  type Submission,
} from '@backroom/shared';
import { expect } from 'vitest';
import { openTestStore } from '../../backend/test/databases.ts';
import { signedRequest } from './card.ts';

const account = accountIdSchema.parse('hubspot:4242');
const EUR = currencySchema.parse('EUR');
/** The demo ERP has every capability. */
type Full = {
  [Name in keyof ErpAdapter]-?: { [Op in keyof NonNullable<ErpAdapter[Name]>]-?: NonNullable<ErpAdapter[Name]>[Op] };
};
type Answer<Data> = { ok: true; data: Data } | { ok: false; problem: Problem };

export const codesOf = ({ checks }: Preview): string[] => checks.map(({ code }) => code);
export const line = (code: string | null, quantity: string, price: string, more: Partial<CrmLine> = {}): CrmLine => ({
  id: `line-${code}-${quantity}`,
  code,
  name: `Line ${code}`,
  quantity: decimal(quantity),
  unitPrice: decimal(price),
  discountPercent: null,
  discountAmount: null,
  currency: null,
  ...more,
});

/**
 * The backend in this process, on an embedded database, in front of a demo ERP of its own. Requests are signed as HubSpot's proxy signs them;
 * the records are what the test says the CRM has.
 */
export async function openApp({ hooks = noTestHooks, databaseUrl }: { hooks?: TestHooks; databaseUrl?: string } = {}) {
  const erp = await startDemoErp({ dataDir: ':memory:', port: 0, key: 'app-test' });
  const store = databaseUrl ? await openStore({ databaseUrl, embeddedDir: '' }) : await openTestStore();
  const config = readConfig(
    {
      HUBSPOT_CLIENT_ID: 'app-test',
      HUBSPOT_CLIENT_SECRET: 'playground-secret-not-for-production',
      ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
      ERP_PRIVATE_ADDRESSES: '127.0.0.0/8',
      LOG_LEVEL: 'silent',
    },
    [],
  );
  const backend = await compose(config, store, createLogger('silent'), hooks);
  await backend.accounts.put(account, 'hubspot');
  await backend.accounts.saveSettings(account, { flowsOff: [], writeBack: false, propertiesReady: true });
  await backend.accounts.connect(account, {
    erp: 'bridge',
    name: 'Demo ERP',
    url: erp.url,
    credentials: { key: erp.key },
    settings: { timeZone: 'Europe/Berlin' },
  });
  const records = new Map<string, CrmRecord>();
  const quotes = new Map<string, CrmDeal[]>();
  const { services } = backend;
  const read = async (type: string, id: string, quote: string | null): Promise<CrmRecord> => {
    const found = quotes.get(id)?.find((each) => each.quote?.id === quote) ?? records.get(`${type} ${id}`);
    if (!found) throw new Error(`the test has no ${type} ${id}`);
    return found;
  };
  services.recordFor = async (of, { type, id }) =>
    usableRecord(await readByChoice((quote) => read(type, id, quote), await services.quoteChoices.get(of, id)));
  const erpFor = services.erpFor;

  async function ask<Data>(path: string, options: Parameters<typeof signedRequest>[2] = {}): Promise<Answer<Data>> {
    const response = await backend.app.fetch(signedRequest('http://backroom.test', path, options));
    return (await response.json()) as Answer<Data>;
  }
  async function good<Data>(path: string, options: Parameters<typeof signedRequest>[2] = {}): Promise<Data> {
    const answer = await ask<Data>(path, options);
    if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(answer.problem)}`);
    return answer.data;
  }
  const companyOf = (id: string): CrmCompany => ({
    id,
    name: `Company ${id}`,
    domain: null,
    vatId: null,
    erpNumber: null,
    phone: null,
    street: null,
    postalCode: null,
    city: null,
    country: null,
  });
  const preview = (deal: string) => good<Preview>(`/v1/records/deal/${deal}/preview`, { method: 'POST', body: {} });

  return {
    account,
    backend,
    store,
    erp,
    /** The ERP itself, asked past the backend. */
    adapter: () => erpFor(account),
    call,
    ask,
    good,
    preview,
    companyOf,
    panels: async (record: string, ...only: PanelName[]) =>
      (await good<PanelsAnswer>(`/v1/records/${record}/panels?only=${only.join(',')}`)).panels,
    /** Puts a deal into the CRM; what is not said is an accepted quote of a company named after the ERP customer's number. */
    deal(id: string, customer: string, lines: CrmLine[], more: Partial<CrmDeal> = {}): CrmDeal {
      const deal: CrmDeal = {
        type: 'deal',
        id,
        name: `Deal ${id}`,
        currency: EUR,
        company: companyOf(customer),
        contacts: [],
        quote: { id: `quote-${id}`, number: null, accepted: true, expiresOn: null },
        linesFrom: 'quote',
        orderNumber: null,
        lines,
        ...more,
      };
      records.set(`deal ${id}`, deal);
      return deal;
    },
    /** The CRM answers a record that was merged away with its survivor. */
    answers: (id: string, record: CrmRecord) => records.set(`${record.type} ${id}`, record),
    /** The same deal by each of its accepted quotes; the first is the one that the CRM would take. */
    quotes(id: string, byQuote: CrmDeal[]): void {
      const [used, ...others] = byQuote;
      if (!used) throw new Error('a deal has a quote');
      const named = others.flatMap(({ quote }) => (quote ? [{ id: quote.id, number: quote.number }] : []));
      records.set(`deal ${id}`, { ...used, otherQuotes: named });
      // An adapter that was told which to use names no others.
      quotes.set(id, byQuote);
    },
    company: (id: string) =>
      records.set(`company ${id}`, { type: 'company', id, name: id, company: companyOf(id), contacts: [] }),
    /** Has the ERP take a customer of that name. */
    async newCustomer(name: string, email: string | null = null) {
      const address = { vatId: null, email, phone: null, street: null, postalCode: null, city: null };
      const input = {
        reference: `BR-${crypto.randomUUID().slice(0, 8).toUpperCase()}`,
        name,
        country: 'DE',
        currency: EUR,
      };
      const adapter = await erpFor(account);
      const made = await adapter.customers?.create?.(newCustomerSchema.parse({ ...address, ...input }), call());
      return made ?? never();
    },
    /** As a restored backup of our database leaves it. */
    async forgetSubmissions(): Promise<void> {
      for (const table of ['submission_events', 'write_backs', 'submissions'] as const)
        await store.db.deleteFrom(table).where('account', '=', account).execute();
    },
    /** What a person does on the ERP's own pages. */
    erpPage: (path: string) => fetch(`${erp.url}${path}`, { method: 'POST' }),
    /** Ties the company of that name to the ERP customer of that number. */
    async link(number: string): Promise<void> {
      const adapter = await erpFor(account);
      const found = await adapter.customers?.search({ queries: [{ erpNumber: number }] }, call());
      const customer = found?.results[0]?.find((each) => each.number === number) ?? never();
      await backend.links.put(account, { type: 'company', id: number }, customer, 'pat@example.com', new Date());
    },
    /** An order as the ERP gets it. `change` is laid over it, and over its lines one by one. */
    async orderOf(
      number: string,
      lines: readonly (readonly [code: string, quantity: string, price: string])[],
      change: { requestedDate?: string; lines?: readonly object[] } = {},
    ): Promise<OrderInput> {
      const adapter = await erpFor(account);
      const products = await adapter.products?.resolve({ codes: lines.map(([code]) => code) }, call());
      return orderInputSchema.parse({
        reference: `BR-${crypto.randomUUID().replaceAll('-', '').slice(0, 13).toUpperCase()}`,
        customerId: `cust-${number.slice(2)}`,
        currency: 'EUR',
        requestedDate: null,
        note: null,
        ...change,
        lines: lines.map(([, quantity, amount], index) => ({
          productId: products?.results[index]?.id,
          quantity,
          unitPrice: { amount, currency: 'EUR' },
          description: null,
          ...change.lines?.[index],
        })),
      });
    },
    /** Changes what the ERP says to cards from now on, or no longer; the engine goes on with the ERP as it is. */
    alter(change: ((adapter: Full) => Partial<Full>) | null): void {
      services.erpFor = async (id, connection) => {
        const adapter = await erpFor(id, connection);
        return change ? ({ ...adapter, ...change(adapter as Full) } as ErpAdapter) : adapter;
      };
    },
    /** Switches these flows off, and every other one on. */
    flowsOff: (...flowsOff: Flow[]) =>
      backend.accounts.saveSettings(account, { flowsOff, writeBack: false, propertiesReady: true }),
    switches: (value: object) =>
      fetch(`${erp.url}/switches`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(value),
      }),
    async convert(deal: string, more: object = {}): Promise<Answer<Submission>> {
      const { revision, checks } = await preview(deal);
      const acceptedWarnings = [...new Set(checks.filter(({ level }) => level === 'warn').map(({ code }) => code))];
      const body = { dealId: deal, revision, acceptedWarnings, idempotencyKey: crypto.randomUUID(), ...more };
      return ask<Submission>('/v1/orders', { method: 'POST', body });
    },
    /** Waits until the engine has brought the submission into the ERP. */
    async inErp(id: string): Promise<Submission> {
      await expect
        .poll(async () => (await good<Submission>(`/v1/submissions/${id}`)).state, { timeout: 20_000 })
        .toBe('confirmed');
      return good<Submission>(`/v1/submissions/${id}`);
    },
    async close(): Promise<void> {
      await backend.stop();
      await erp.close();
    },
  };
}
export type App = Awaited<ReturnType<typeof openApp>>;
const call = () => ({ signal: AbortSignal.timeout(10_000) });
const never = (): never => {
  throw new Error('the demo ERP has no such customer');
};
