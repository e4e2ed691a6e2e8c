import { accountIdSchema, type Preview } from '@backroom/shared';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSecurityWorld, type SecurityWorld } from '../security/world.ts';

const own = accountIdSchema.parse('hubspot:4242');
const all = 'customer,stock,pricing,orders,invoices,credit,returns,overview';
/** Of no request: the monitoring's notes, when an ERP answered (once a minute), and the CRM's token (once in two seconds). */
const apart = /^insert into (?:call_log|flow_stats|"connection_uses")|^select "sealed" from "crm_tokens"/;

let world: SecurityWorld;
const sent: string[] = [];
beforeAll(async () => {
  world = await openSecurityWorld({ worker: false, onStatement: (text) => void sent.push(text) });
});
afterAll(() => world?.close());

/** Statements of a request, with the figures that are written after its answer. */
async function during(work: () => Promise<{ status: number; code: string | undefined }>): Promise<string[]> {
  sent.length = 0;
  const { status, code } = await work();
  expect([status, code]).toEqual([200, undefined]);
  // Marking figures as due, even none, first writes what waits.
  await world.backend.services.figures.invalidate(own, ['none|none']);
  return sent.filter((text) => !apart.test(text) && !text.startsWith('with held as'));
}
const page = (deal: string) => during(() => world.ask(`/v1/records/deal/${deal}/panels?only=${all}`));

test('the statements of a page, a preview and a conversion are few', async () => {
  // With the account's connections, and the other accounts on its ERP.
  expect((await page('5010')).length).toBeLessThanOrEqual(5);
  expect(await page('5010')).toEqual([]);
  expect((await page('5003')).length).toBeLessThanOrEqual(4);

  const { previewed, converted } = await ordered('5003');
  expect(previewed.length).toBeLessThanOrEqual(4);
  // The signature's use, what is stored, and the transaction: its lock, the other accounts' orders of the same sale, and the order.
  expect(converted.length).toBeLessThanOrEqual(5);
  // What was remembered of the deal does not count for it.
  const read = converted.filter((text) => text.startsWith('select (select'));
  for (const table of ['submissions', 'idempotency_keys', 'quote_choices', 'order_entries'])
    expect(read[0]).toContain(`from "${table}"`);
});

test('where no other account is on the ERP, the order is one statement', async () => {
  const { accounts } = world.backend.services;
  for (const { account } of await accounts.onSameErp(own)) if (account !== own) await accounts.remove(account);
  await page('5004');
  const { converted } = await ordered('5004');
  expect(converted.length).toBeLessThanOrEqual(3);
  expect(converted.filter((text) => text.includes('pg_advisory'))).toEqual([]);
});

async function ordered(deal: string): Promise<{ previewed: string[]; converted: string[] }> {
  let shown: Preview | undefined;
  const previewed = await during(async () => {
    const answer = await world.ask(`/v1/records/deal/${deal}/preview`, { method: 'POST', body: {} });
    shown = answer.data as Preview;
    return answer;
  });
  if (!shown?.canConvert) throw new Error(`deal ${deal} cannot be converted: ${JSON.stringify(shown?.checks)}`);
  const { revision, checks } = shown;
  const acceptedWarnings = checks.filter(({ level }) => level === 'warn').map(({ code }) => code);
  const body = { dealId: deal, revision, acceptedWarnings, idempotencyKey: crypto.randomUUID() };
  return { previewed, converted: await during(() => world.ask('/v1/orders', { method: 'POST', body })) };
}
