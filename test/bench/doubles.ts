// `npm run bench -- --doubles`: the calls of each panel of a 50-line deal to the doubles of four ERPs, counted by a proxy and not timed.
import { openProxy } from '@backroom/backend/erp/conformance/proxy';
import type { Subject } from '@backroom/backend/erp/conformance/subject';
import type { ErpAdapter } from '@backroom/backend/erp/contract/adapter';
import { ErpError } from '@backroom/backend/erp/contract/errors';
import { decimal } from '@backroom/shared';
import { call, LINES } from './erp.ts';

const ERPS = ['s4hana', 'business-central', 'finance-operations', 'netsuite'];
const GOAL = 2;

/** What each panel of a deal asks. A panel that the ERP does not have is absent. */
async function panelsOf(adapter: ErpAdapter, number: string) {
  const { products, customers, stock, pricing, orders, invoices, credit, returns } = adapter;
  const found = await customers?.search({ queries: [{ erpNumber: number }] }, call());
  const customer = found?.results[0]?.find((each) => each.number === number);
  const listed = await products?.list?.({ cursor: null }, call());
  if (!customer || !listed) throw new Error(`no customer ${number}, or no products`);
  const { id: customerId, currency } = customer;
  const some = Array.from({ length: LINES }, (_, nth) => listed.products[nth % listed.products.length]).flatMap(
    (each) => each ?? [],
  );
  const date = new Date().toISOString().slice(0, 10);
  const lines = some.map(({ id }, nth) => ({ productId: id, quantity: decimal(String(1 + (nth % 5))) }));
  const asked = {
    products: (it: ErpAdapter) => it.products?.resolve({ codes: some.map(({ code }) => code) }, call()),
    stock: stock && ((it: ErpAdapter) => it.stock?.availability({ productIds: some.map(({ id }) => id) }, call())),
    pricing:
      pricing && currency && ((it: ErpAdapter) => it.pricing?.quote({ customerId, currency, date, lines }, call())),
    customer: customers && ((it: ErpAdapter) => it.customers?.get({ ids: [customerId] }, call())),
    orders: orders && ((it: ErpAdapter) => it.orders?.list({ customerId }, call())),
    invoices: invoices && ((it: ErpAdapter) => it.invoices?.list({ customerId }, call())),
    credit: credit && ((it: ErpAdapter) => it.credit?.position({ customerId }, call())),
    returns: returns && ((it: ErpAdapter) => it.returns?.list({ customerId }, call())),
  };
  return Object.entries(asked).map(([name, ask]) => ({ name, ask: ask || null }));
}

/** `cold`: of an adapter that was just opened, its sign-in and what it learns of the ERP with it. `warm`: of one that has asked before. */
async function countsOf(erp: string): Promise<{ name: string; cells: Map<string, string>; most: number }> {
  const { subjects } = (await import(`@backroom/backend/erp/${erp}/conformance`)) as { subjects: readonly Subject[] };
  const [subject] = subjects;
  const opened = await subject?.open();
  if (!subject || !opened || 'unavailable' in opened || opened.url === null) throw new Error(`${erp} cannot be opened`);
  const proxy = await openProxy(opened.url);
  const counted = async (work: () => Promise<unknown>) => {
    const before = proxy.calls();
    await work().catch((error: unknown) => {
      // An answer too: the customer has no such figure.
      if (!(error instanceof ErpError) || error.kind !== 'unsupported') throw error;
    });
    return proxy.calls() - before;
  };
  const first = opened.connect(opened.url);
  const panels = await panelsOf(first, String(opened.examples.customer));
  await first.close?.();
  const cells = new Map<string, string>();
  let most = 0;
  for (const { name, ask } of panels) {
    if (!ask) continue;
    const adapter = opened.connect(proxy.url);
    const [cold, warm] = [await counted(async () => ask(adapter)), await counted(async () => ask(adapter))];
    most = Math.max(most, warm);
    cells.set(name, `${cold} / ${warm}`);
    await adapter.close?.();
  }
  await proxy.close();
  await opened.close();
  console.log(`${subject.name}: ${[...cells].map(([name, cell]) => `${name} ${cell}`).join(', ')}`);
  return { name: subject.name, cells, most };
}

export async function benchDoubles(): Promise<string> {
  const counts = [];
  for (const erp of ERPS) counts.push(await countsOf(erp));
  const names = [...new Set(counts.flatMap(({ cells }) => [...cells.keys()]))];
  return [
    `| ERP | ${names.join(' | ')} | warm, ≤ ${GOAL} a panel |`,
    `|---|${names.map(() => '---|').join('')}---|`,
    ...counts.map(
      ({ name, cells, most }) =>
        `| ${name} | ${names.map((each) => cells.get(each) ?? '–').join(' | ')} | ${most <= GOAL ? 'met' : 'not met'} |`,
    ),
  ].join('\n');
}
