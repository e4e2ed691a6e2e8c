// A workflow that fires three times on each of a thousand deals, at HubSpot's limit for apps of its marketplace, while reps open their deals.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { oneOfMany } from '../../extension/playground/server/hubspot/many.ts';
import { pause } from '../chaos/processes.ts';
import { openSecurityWorld, type SecurityWorld } from '../security/world.ts';
import { percentile, type Row, row } from './report.ts';

const DEALS = 1000;
const TIMES = 3;
/** Twenty reps who open a deal a minute each. */
const OPEN_EVERY_MS = 3000;
const LONGEST_MS = 60 * 60_000;
/** Deals for the rep's pages, which no workflow is about. */
const PAGES = LONGEST_MS / OPEN_EVERY_MS + 100;
const PANELS = 'customer,stock,pricing,orders,invoices,credit,returns,overview';

const seconds = (since: number) => (performance.now() - since) / 1000;

type Times = { cold: number[]; warm: number[] };
const newTimes = (): Times => ({ cold: [], warm: [] });
const shown = (times: readonly number[]) =>
  [50, 95, 99].map((percent) => `${Math.round(percentile(times, percent))} ms`).join(' / ');

function repOf(world: SecurityWorld) {
  let next = DEALS;
  return async (times: Times): Promise<void> => {
    next += 1;
    for (const list of [times.cold, times.warm]) {
      const began = performance.now();
      const answer = await world.ask(`/v1/records/deal/${oneOfMany(next).id}/panels?only=${PANELS}`);
      if (answer.code) throw new Error(`a page was refused: ${answer.code}`);
      list.push(performance.now() - began);
    }
  };
}

/** The workflow runs once over all deals, twenty at a time, as HubSpot sends them. */
async function fire(world: SecurityWorld): Promise<string[]> {
  const ids = Array.from({ length: DEALS }, (_, index) => ({ id: oneOfMany(index).id, callbackId: randomUUID() }));
  for (let from = 0; from < DEALS; from += 20)
    await Promise.all(
      ids.slice(from, from + 20).map(async ({ id, callbackId }) => {
        world.portal.blocked.set(callbackId, null);
        const { status } = await world.ask('/hubspot/actions/convert', {
          method: 'POST',
          plain: true,
          body: {
            callbackId,
            origin: { portalId: world.portal.id, actionDefinitionId: 77 },
            context: { source: 'WORKFLOWS', workflowId: 9001 },
            object: { objectId: Number(id), objectType: 'DEAL', properties: {} },
            inputFields: {},
          },
        });
        if (status !== 200) throw new Error(`a call of the workflow was answered with ${status}`);
      }),
    );
  return ids.map(({ callbackId }) => callbackId);
}

export async function benchWorkflow(): Promise<Row[]> {
  const erpDir = mkdtempSync(join(tmpdir(), 'backroom-bench-'));
  const world = await openSecurityWorld({ many: DEALS + PAGES, erpDir });
  try {
    const erp = new DatabaseSync(join(erpDir, 'erp.sqlite'));
    erp.exec("update customers set doc = json_set(doc, '$.creditLimit', null)");
    erp.close();
    const open = repOf(world);
    for (let page = 0; page < 5; page += 1) await open(newTimes());
    const before = newTimes();
    for (let page = 0; page < 40; page += 1) await Promise.all([open(before), pause(OPEN_EVERY_MS)]);

    const during = newTimes();
    const began = performance.now();
    let isOver = false;
    const rep = (async () => {
      while (!isOver) await Promise.all([open(during), pause(OPEN_EVERY_MS)]);
    })();
    const callbacks: string[] = [];
    for (let time = 0; time < TIMES; time += 1) callbacks.push(...(await fire(world)));
    const taken = seconds(began);
    const waiting = () => callbacks.filter((callback) => !world.portal.blocked.get(callback)).length;
    for (let left = waiting(); left > 0 && seconds(began) * 1000 < LONGEST_MS; left = waiting()) {
      if (Math.round(seconds(began)) % 60 < 5)
        console.log(`${Math.round(seconds(began))} s: ${left} wait for an answer`);
      await pause(5000);
    }
    const answered = seconds(began);
    isOver = true;
    await rep;
    return [
      row(`${DEALS * TIMES} calls of the workflow taken, in seconds`, taken.toFixed(0), '–', true),
      row('its calls without an answer at the end', String(waiting()), '0', waiting() === 0),
      row('minutes until the last was answered', (answered / 60).toFixed(1), '–', true),
      ...(await orders(world, callbacks)),
      row('a rep’s first opening of a deal before, p50 / p95 / p99', shown(before.cold), '–', true),
      row('the same beside the workflow', shown(during.cold), 'p95 ≤ 1,000 ms', percentile(during.cold, 95) <= 1000),
      row('the next opening before', shown(before.warm), '–', true),
      row('the same beside the workflow', shown(during.warm), 'p95 ≤ 300 ms', percentile(during.warm, 95) <= 300),
    ];
  } finally {
    await world.close();
    rmSync(erpDir, { recursive: true, force: true });
  }
}

async function orders({ store, portal }: SecurityWorld, callbacks: readonly string[]): Promise<Row[]> {
  const written = await store.db
    .selectFrom('submissions')
    .select(['record_id', 'reference'])
    .where('kind', '=', 'order')
    .where(
      'record_id',
      'in',
      Array.from({ length: DEALS }, (_, index) => oneOfMany(index).id),
    )
    .execute();
  const deals = new Set(written.map(({ record_id }) => record_id)).size;
  const outcomes = callbacks.map((callback) => portal.blocked.get(callback)?.result ?? 'none');
  const told = callbacks.flatMap((callback) => portal.blocked.get(callback)?.reference || []);
  const wrong = told.filter((reference) => !written.some((order) => order.reference === reference)).length;
  const count = (wanted: string) => outcomes.filter((outcome) => outcome === wanted).length;
  return [
    row('orders, and deals that have one', `${written.length}, ${deals}`, 'equal', written.length === deals),
    row(
      'calls answered with: ordered, a person has to look, nothing to do',
      `${count('ordered')}, ${count('person')}, ${count('nothing')}`,
      `${deals * TIMES} ordered`,
      count('ordered') === deals * TIMES,
    ),
    row('references told that no order has', String(wrong), '0', wrong === 0),
  ];
}
