import { add, compare, type Preview, type Submission } from '@backroom/shared';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toSalesforceId } from '../../extension/playground/server/salesforce/ids.ts';
import { askAsApex } from '../support/apex.ts';
import { signedRequest } from '../support/card.ts';
import { type Crm, fill } from './fill.ts';
import { type RandomRecord, randomRecord } from './record.ts';
import { openWorld, REPS, type World } from './world.ts';

/** A short run for each change; `RECORDS=10000` for a long one, `RECORDS_SEED` for the same one again. */
const COUNT = Number(process.env.RECORDS ?? 60);
const SEED = Number(process.env.RECORDS_SEED ?? Date.now() % 1_000_000);

/** Records under way at once. */
const LANES = 6;

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

type Answer<Data> = { data: Data } | { code: string };
async function askOnce<Data>(on: Crm, path: string, nth: number, body?: unknown): Promise<Answer<Data>> {
  const method = body === undefined ? 'GET' : 'POST';
  if (on === 'salesforce') {
    const answer = await askAsApex<Data>(world.pageUrl, path, { method, ...(body === undefined ? {} : { body }) });
    return answer.status === 200 ? { data: answer.data } : { code: answer.code ?? String(answer.status) };
  }
  const request = signedRequest(world.backendUrl, path, {
    method,
    ...(body === undefined ? {} : { body }),
    userId: String(100 + (nth % REPS)),
  });
  const answer = (await (await fetch(request)).json()) as { ok: boolean; data: Data; problem?: { code: string } };
  return answer.ok ? { data: answer.data } : { code: answer.problem?.code ?? 'no problem document' };
}

/** Codes of a limit, ours or the CRM's: whoever asked comes back, as a card does. */
const limited = new Set(['too_many_requests', 'crm_busy']);
/** A machine that stood still for a CRM's time limit is told to try again; the record is judged by the answer after it. */
const TRIES_OF_SILENCE = 3;
let silent = 0;
async function ask<Data>(...asked: Parameters<typeof askOnce>): Promise<Answer<Data>> {
  for (let tries = 0; ; tries += 1) {
    // A kept connection may be closed in the moment in which it is used again. Everything here may be asked twice.
    const answer = await askOnce<Data>(...asked).catch((error: unknown) => {
      if (!(error instanceof TypeError)) throw error;
      return askOnce<Data>(...asked);
    });
    if (!('code' in answer) || tries === 60) return answer;
    const unreachable = answer.code === 'crm_unreachable' && tries < TRIES_OF_SILENCE;
    if (unreachable) silent += 1;
    else if (!limited.has(answer.code)) return answer;
    await new Promise((done) => setTimeout(done, 500));
  }
}

/** Warnings that say that the order is not the whole quote, or not surely the one that is meant: nobody accepts them here. */
const changesTheOrder = new Set(['charge_not_carried', 'several_quotes']);
type Outcome = { kind: 'ordered' | 'blocked' | 'wrong'; why: string };

/** `again`: how often the preview was asked anew, because another order changed the customer's credit since. */
async function outcomeOf(on: Crm, id: string, nth: number, record: RandomRecord, again = 0): Promise<Outcome> {
  const filled = fill(world, on, id, record);
  try {
    const recordId = on === 'hubspot' ? id : toSalesforceId('Opportunity', id);
    const asked = await ask<Preview>(on, `/v1/records/deal/${recordId}/preview?locale=en`, nth, {});
    if ('code' in asked) return { kind: 'wrong', why: `the preview answers ${asked.code}` };
    const preview = asked.data;
    const blocks = preview.checks.filter(({ level }) => level === 'block').map(({ code }) => code);
    const refused = preview.checks.filter(({ code }) => changesTheOrder.has(code)).map(({ code }) => code);
    const acceptedWarnings = preview.checks
      .filter(({ level, code }) => level === 'warn' && !changesTheOrder.has(code))
      .map(({ code }) => code);
    const converted = await ask<Submission>(on, '/v1/orders?locale=en', nth, {
      dealId: recordId,
      revision: preview.revision,
      acceptedWarnings,
      // Both CRMs sell to the same customer: what looks alike is another sale here.
      differentFrom: preview.checks.flatMap(({ code, values }) =>
        code === 'possible_twin' ? [String(values.reference)] : [],
      ),
      idempotencyKey: `records-${on}-${id}`,
    });
    if ('code' in converted) {
      const reasons = [...blocks, ...refused];
      if (reasons.length === 0 && converted.code === 'preview_blocked' && again < 3)
        return await outcomeOf(on, id, nth, record, again + 1);
      return reasons.length > 0 && preview.canConvert === (blocks.length === 0)
        ? { kind: 'blocked', why: reasons.join(' ') }
        : { kind: 'wrong', why: `refused with ${converted.code} and no reason` };
    }
    let submission = converted.data;
    for (let tries = 0; submission.state !== 'confirmed' && tries < 400; tries += 1) {
      if (submission.state === 'needs_attention')
        return { kind: 'wrong', why: `the ERP refused what the preview allowed: ${submission.problem?.detail}` };
      await new Promise((done) => setTimeout(done, 25));
      const now = await ask<Submission>(on, `/v1/submissions/${submission.id}`, nth);
      if ('data' in now) submission = now.data;
    }
    // Asked past the engine, which would ask again by itself.
    const read = () => world.orders(submission.reference);
    const orders = await read().catch(read);
    const [order] = orders;
    if (!order?.net || orders.length !== 1) return { kind: 'wrong', why: `${orders.length} orders` };
    // Fees and freight are part of the order, beside its lines.
    const total = add(filled.total(), filled.fee);
    return compare(order.net.amount, total) === 0 && order.lines.length === record.lines.length
      ? { kind: 'ordered', why: '' }
      : { kind: 'wrong', why: `the CRM says ${total}, the order ${order.net.amount} with ${order.lines.length} lines` };
  } finally {
    filled.remove();
  }
}

test.each<[Crm, number]>([
  ['hubspot', 6_000_000],
  ['salesforce', 7_000_000],
])(
  'a random record of %s is ordered for what the CRM says it comes to, or blocked with a reason',
  async (on, first) => {
    const records = fc.sample(randomRecord, { numRuns: COUNT, seed: SEED + first });
    const counts = { ordered: 0, blocked: 0, wrong: 0 };
    const wrong: unknown[] = [];
    const reasons = new Map<string, number>();
    const queue = [...records.entries()];
    const lane = async () => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        const [nth, record] = next;
        const { kind, why } = await outcomeOf(on, String(first + nth), nth, record);
        counts[kind] += 1;
        if (kind === 'blocked')
          for (const each of new Set(why.split(' '))) reasons.set(each, (reasons.get(each) ?? 0) + 1);
        if (kind === 'wrong') wrong.push({ why, record: JSON.stringify(record) });
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    console.log(`${on}, seed ${SEED}:`, counts, Object.fromEntries(reasons), { silent });
    expect(wrong.slice(0, 5)).toEqual([]);
    // A run that blocks everything would prove nothing.
    expect(counts.ordered).toBeGreaterThan(COUNT / 4);
    expect(counts.blocked).toBeGreaterThan(COUNT / 20);
  },
  120_000 + COUNT * 1500,
);
