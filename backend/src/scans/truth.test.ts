import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, databases } from '../../test/databases.ts';
import { inventCompanies } from '../../test/scan-companies.ts';
import { openScanWorld, scanned } from '../../test/scan-world.ts';
import type { Store } from '../store/open.ts';

let database: Database;
let store: Store;
beforeAll(async () => {
  database = (await databases[0]?.start()) as Database;
  store = await database.open();
});
afterAll(() => database?.remove());

/** Others by `SCAN_SEEDS=2,3`. */
const seeds = (process.env.SCAN_SEEDS ?? '1').split(',').map(Number);
// Some ten seconds of one core, on a machine that does other things too.
const TIMEOUT = 180_000;
test.each(seeds)(
  '2,000 companies whose identity is known, seed %i: no certain pair is wrong, and recall is printed',
  async (seed) => {
    const world = await openScanWorld(store.db);
    const invented = inventCompanies(2000, seed);
    world.companies.push(...invented.companies);
    world.customers.push(...invented.customers);
    Object.assign(world.crm, { pageSize: 100 });
    Object.assign(world.erp, { pageSize: 500 });
    const scans = world.scans();
    const { id } = await scanned(world, scans);
    const read = (list: 'certain' | 'likely' | 'ambiguous') =>
      scans.pairs(world.account, id, { list, search: '', after: null, limit: 100_000 });
    const isRight = ({ leftId, rightId }: { leftId: string; rightId: string }) =>
      invented.identityOf.get(leftId) === invented.identityOf.get(rightId);
    const [certain, likely, ambiguous] = await Promise.all([read('certain'), read('likely'), read('ambiguous')]);
    const wrong = certain.filter((pair) => !isRight(pair));
    const onBoth = new Set(
      invented.companies
        .map(({ id }) => invented.identityOf.get(id))
        .filter((identity) => invented.customerIdentities.has(identity ?? '')),
    );
    const found = (pairs: readonly { leftId: string; rightId: string }[]) =>
      new Set(pairs.filter(isRight).map(({ leftId }) => invented.identityOf.get(leftId))).size;
    const share = (count: number) => `${((100 * count) / onBoth.size).toFixed(1)} %`;
    console.info(
      `seed ${seed}: ${onBoth.size} companies on both sides; certain ${share(found(certain))} with ${wrong.length} wrong, with likely ${share(found([...certain, ...likely]))} (${likely.filter((pair) => !isRight(pair)).length} wrong), with ambiguous ${share(found([...certain, ...likely, ...ambiguous]))}`,
    );
    expect(wrong.map(({ left, right, why }) => [left?.name, right?.name, why])).toEqual([]);
    // A scan that is certain of nobody would be right as well.
    expect(found(certain)).toBeGreaterThan(onBoth.size * 0.25);
    expect(found([...certain, ...likely, ...ambiguous])).toBeGreaterThan(onBoth.size * 0.85);
    await scans.stop();
    await world.accounts.remove(world.account);
  },
  TIMEOUT,
);
