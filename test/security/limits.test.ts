import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openSecurityWorld, type SecurityWorld } from './world.ts';

let world: SecurityWorld;
beforeAll(async () => {
  const objects = ['deals', 'companies', 'contacts', 'line_items', 'quotes'].flatMap((name) => [
    `crm.objects.${name}.read`,
    `crm.objects.${name}.write`,
  ]);
  world = await openSecurityWorld({
    portal: { scopes: new Set(['oauth', 'crm.schemas.deals.write', 'crm.schemas.companies.write', ...objects]) },
  });
});
afterAll(() => world.close());

/** What HubSpot answered meanwhile. */
async function hubspotDuring(work: () => Promise<unknown>): Promise<number[]> {
  const own = globalThis.fetch;
  const statuses: number[] = [];
  const spy = vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const answer = await own(input, init);
    if (String(input instanceof Request ? input.url : input).includes('/hubspot-api/')) statuses.push(answer.status);
    return answer;
  });
  await work().finally(() => spy.mockRestore());
  return statuses;
}
const count = (codes: readonly (string | undefined)[], code: string | undefined) =>
  codes.filter((each) => each === code).length;

test('a user who asks for deal after deal, and 500 users at once, leave the CRM’s quota to the writes', async () => {
  const codes: (string | undefined)[] = [];
  const statuses = await hubspotDuring(async () => {
    // The clock stands still, so that all requests fall into one window of the limit.
    vi.useFakeTimers({ toFake: ['Date'] });
    const one = await Promise.all(
      Array.from({ length: 120 }, (_, index) =>
        world.ask(`/v1/records/deal/${900_000 + index}/panels?only=stock`, {
          userId: '8',
          userEmail: 'rep@example.com',
        }),
      ),
    ).finally(() => vi.useRealTimers());
    expect(
      count(
        one.map(({ code }) => code),
        'too_many_requests',
      ),
    ).toBeGreaterThanOrEqual(80);
    for (let from = 0; from < 500; from += 100) {
      const some = await Promise.all(
        Array.from({ length: 100 }, (_, index) =>
          world.ask(`/v1/records/deal/${910_000 + from + index}/panels?only=stock`, {
            userId: String(20_000 + from + index),
          }),
        ),
      );
      codes.push(...some.map(({ code }) => code));
    }
    // A write goes through all the same.
    const crm = await world.backend.crms.crmFor('hubspot:4242' as never);
    await crm.writeBack(
      { type: 'deal', id: '5001' },
      { orderStatus: 'confirmed' },
      { account: 'hubspot:4242' as never, signal: AbortSignal.timeout(5000) },
    );
  });
  expect(count(codes, 'crm_busy')).toBeGreaterThan(300);
  expect(codes.filter((code) => !['crm_busy', 'record_not_found'].includes(code ?? ''))).toEqual([]);
  expect(statuses.filter((status) => status === 429)).toEqual([]);
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(0);
}, 120_000);
