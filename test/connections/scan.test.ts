import { accountIdSchema } from '@backroom/shared';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSecurityWorld, type SecurityWorld } from '../security/world.ts';

const account = accountIdSchema.parse('hubspot:4242');
const who = { account, actor: 'pat@example.com' };
let world: SecurityWorld;
beforeAll(async () => {
  world = await openSecurityWorld({ crmCalls: 10_000 });
});
afterAll(() => world.close());

async function scan() {
  const { scans } = world.backend;
  const id = await scans.start(who);
  await scans.draw();
  await scans.settled();
  return scans.scan(account, id);
}
async function outcomeOf(id: 'duplicates' | 'matching') {
  const [found] = await world.backend.preflight.run(account, [id]);
  return { state: found?.state, codes: found?.evidence.map(({ code }) => code) };
}

test('HubSpot’s list and the demo ERP’s: both are read whole, and the preflight follows what is found and decided', async () => {
  const { scans, links } = world.backend;
  expect(await outcomeOf('duplicates')).toEqual({ state: 'warn', codes: ['not_scanned'] });
  const first = await scan();
  expect([first.state, first.problem]).toEqual(['finished', null]);
  expect(first.crmRead).toBe(world.crm.all('companies').length);
  expect(first.erpRead).toBeGreaterThan(5);
  const counts = await scans.counts(account, first.id);
  expect(counts.certain + counts.likely + counts.linked).toBeGreaterThan(0);
  expect(await outcomeOf('matching')).toEqual({ state: 'fail', codes: ['coverage_all'] });

  // Everybody that can be linked is linked, and everything else is decided: the preflight has nothing against it any more.
  for (const list of ['certain', 'likely', 'ambiguous', 'otherwise', 'crm_double', 'erp_double'] as const)
    for (const pair of await scans.pairs(account, first.id, { list, search: '', after: null, limit: 1000 }))
      await scans.decideOne(who, first.id, pair, list === 'certain' ? 'link' : 'not_same');
  expect(await outcomeOf('duplicates')).toMatchObject({ state: 'pass' });

  // Somebody fills in the numbers that nobody had.
  for (const { id } of world.crm.all('companies')) {
    const link = await links.get(account, { type: 'company', id });
    if (link) world.crm.put('companies', id, { backroom_erp_customer_number: link.customer.number });
  }
  await scan();
  expect(await outcomeOf('matching')).toEqual({ state: 'pass', codes: ['coverage_all', 'matched'] });

  // Two companies claim one customer: an admin has to look.
  const vatId = 'DE811071271';
  const { crm } = world;
  for (const id of ['990001', '990002'])
    crm.put('companies', id, {
      name: `Doppelgänger ${id}`,
      backroom_erp_customer_number: 'C-1001',
      backroom_vat_id: vatId,
    });
  const second = await scan();
  expect(second.crmRead).toBe(first.crmRead + 2);
  expect((await outcomeOf('duplicates')).state).toBe('fail');
  expect(await links.get(account, { type: 'company', id: '990001' })).toBeNull();
});
