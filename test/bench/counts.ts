// Statements and ERP calls of one card request, one conversion and one drained order, counted where they are sent.
import type { Backend } from '@backroom/backend/compose';
import type { Preview, Submission } from '@backroom/shared';
import { signedRequest } from '../support/card.ts';
import type { Product } from '../support/product.ts';
import { type Row, row } from './report.ts';

const ORIGIN = 'http://backroom.bench';
const all = 'customer,stock,pricing,orders,invoices,credit,returns,overview';
const candidates = ['5003', '5001', '5002', '5004', '5005', '5006', '5007', '5008', '5009', '5011', '5012', '5013'];
const QUIET_MS = 3000;
/** What the engine asks for an order. The worker's feeds, which start with it, ask for other things: first of all for the status of orders that are there. */
const writes = new Set(['orders.findByReference', 'orders.create', 'orders.confirm', 'orders.find']);

/** `statements`: how many were sent so far. The clock of a monitoring or feed may add one; the smallest of three counts. */
export async function countRows(backend: Backend, statements: () => number, product: Product): Promise<Row[]> {
  const asked = async <Data>(path: string, body?: unknown): Promise<Data> => {
    const request = signedRequest(ORIGIN, path, body === undefined ? {} : { method: 'POST', body });
    const answer = (await (await backend.app.fetch(request)).json()) as { ok: boolean; data: Data; problem?: unknown };
    if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(answer.problem)}`);
    return answer.data;
  };
  const erpCalls = async () => {
    const { calls } = (await (await fetch(`${product.erpUrl}/stats`)).json()) as { calls: Record<string, number> };
    const sum = (wanted: (name: string) => boolean) =>
      Object.entries(calls).reduce((total, [name, count]) => (wanted(name) ? total + count : total), 0);
    return { all: sum((name) => !name.startsWith('changes')), writes: sum((name) => writes.has(name)) };
  };
  const during = async (work: () => Promise<unknown>) => {
    const [sent, calls] = [statements(), await erpCalls()];
    await work();
    const after = await erpCalls();
    return { statements: statements() - sent, calls: after.all - calls.all, writes: after.writes - calls.writes };
  };
  const least = (counted: readonly { statements: number }[]) => Math.min(...counted.map((each) => each.statements));

  const page = (id: string) => () => asked(`/v1/records/deal/${id}/panels?only=${all}`);
  const stock = () => asked('/v1/records/deal/5010/panels?only=stock');
  const cold = await during(page('5010'));
  await stock();
  await stock();
  const warm = [await during(stock), await during(stock), await during(stock)];

  let shown: Preview | null = null;
  let deal = '';
  let previewed = { statements: 0 };
  for (const id of candidates) {
    await page(id)();
    previewed = await during(async () => {
      shown = await asked<Preview>(`/v1/records/deal/${id}/preview`, {});
    });
    deal = id;
    if ((shown as Preview | null)?.canConvert) break;
  }
  if (!shown) throw new Error('no deal can be converted');
  const { revision, checks } = shown as Preview;
  const acceptedWarnings = [...new Set(checks.filter(({ level }) => level === 'warn').map(({ code }) => code))];
  let id = '';
  const converted = await during(async () => {
    const body = { dealId: deal, revision, acceptedWarnings, idempotencyKey: crypto.randomUUID() };
    id = (await asked<Submission>('/v1/orders', body)).id;
  });
  const drained = await during(async () => {
    await backend.startWorker();
    for (let nth = 0; nth < 100; nth += 1) {
      const { state } = await backend.services.submissions.get('hubspot:4242' as never, id);
      if (state === 'confirmed') break;
      await new Promise((done) => setTimeout(done, 100));
    }
    await new Promise((done) => setTimeout(done, QUIET_MS));
  });
  const counts = [least(warm), cold.statements, previewed.statements, converted.statements];
  return [
    row(
      'statements: warm panel / cold 50-line page / preview / conversion',
      counts.join(' / '),
      '0 / ≤ 4 / ≤ 4 / ≤ 3',
      counts.every((count, at) => count <= ([0, 4, 4, 3][at] ?? 0)),
    ),
    row(
      'ERP calls of a conversion: before the acknowledgement / after it',
      `${converted.calls} / ${drained.writes}`,
      '≤ 1 / ≤ 2',
      converted.calls <= 1 && drained.writes <= 2,
    ),
  ];
}
