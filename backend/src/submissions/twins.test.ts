import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Database, databases } from '../../test/databases.ts';
import { openWorld, type World, who } from '../../test/engine-world.ts';
import { fakeErp } from '../../test/fake-erp.ts';
import type { Store } from '../store/open.ts';
import { noTestHooks, type TestHooks } from './unsafe.ts';

// Two accounts of one company, with an engine each as two processes have, and one ERP that takes whatever it is sent.

describe.each(databases)('on $name', ({ name, start }) => {
  let database: Database;
  let stores: Store[];
  let worlds: World[] = [];
  beforeAll(async () => {
    database = await start();
    stores = [await database.open(), await database.open()];
  });
  afterAll(async () => {
    for (const each of stores) await each.close();
    await database?.remove();
  });
  afterEach(async () => {
    for (const each of worlds) await each.close();
    worlds = [];
  });
  async function twoCrms(hooks: TestHooks = noTestHooks) {
    const erp = fakeErp();
    const [store, other] = stores;
    if (!store || !other) throw new Error('no stores');
    const hubspot = await openWorld(store.db, erp);
    const salesforce = await openWorld(other.db, erp);
    worlds.push(hubspot, salesforce);
    return {
      erp,
      store,
      hubspot,
      salesforce,
      one: hubspot.engine(hooks),
      two: salesforce.engine(),
      sale: randomUUID(),
    };
  }

  test('the same sale from two CRMs in the same instant: one is kept, the other is told of it', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { erp, hubspot, salesforce, one, two, sale } = await twoCrms();
      const both = await Promise.allSettled([
        hubspot.submit(one, 'deal', { sale }),
        salesforce.submit(two, 'opportunity', { sale }),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const [kept] = both.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
      const [refused] = both.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
      expect(refused).toMatchObject({ code: 'possible_twin', more: { errors: [{ message: kept?.reference }] } });
      await hubspot.rest();
      await salesforce.rest();
      expect(erp.orders).toHaveLength(1);
    }
  });

  test('somebody who says that it is a different sale gets the second order, and the history says so', async () => {
    const { erp, hubspot, salesforce, one, two, sale } = await twoCrms();
    const first = await hubspot.submit(one, 'deal', { sale });
    await expect(salesforce.submit(two, 'opp', { sale, differentFrom: ['BR-ANOTHERONE'] })).rejects.toMatchObject({
      code: 'possible_twin',
    });
    const second = await salesforce.submit(two, 'opp', { sale, differentFrom: [first.reference] });
    expect(second.events).toMatchObject([{ step: 'accepted', words: `≠ ${first.reference}` }]);
    expect((await two.get(salesforce.account, second.id)).events).toMatchObject([{ words: `≠ ${first.reference}` }]);
    await hubspot.rest();
    await salesforce.rest();
    expect(erp.orders).toHaveLength(2);
    // Each of them is the other's twin: a third is asked about both.
    expect(await one.twins(hubspot.account, { key: sale, customerId: 'c0' })).toMatchObject([
      { reference: second.reference, state: 'confirmed' },
    ]);
  });

  test('asking again for what is kept already gives it, twin or not', async () => {
    const { hubspot, salesforce, one, two, sale } = await twoCrms();
    const first = await hubspot.submit(one, 'deal', { sale });
    const second = await salesforce.submit(two, 'opp', { sale, differentFrom: [first.reference] });
    expect((await hubspot.submit(one, 'deal', { sale })).id).toBe(first.id);
    expect((await salesforce.submit(two, 'opp', { sale })).id).toBe(second.id);
  });

  test('a cancelled order frees the sale; it comes back only where nobody else took it meanwhile', async () => {
    const { erp, hubspot, salesforce, one, two, sale } = await twoCrms();
    erp.set('down');
    const first = await hubspot.submit(one, 'deal', { sale });
    await one.act(who(hubspot.account), first.id, { action: 'cancel' });
    const second = await salesforce.submit(two, 'opp', { sale });
    await expect(one.act(who(hubspot.account), first.id, { action: 'resend' })).rejects.toMatchObject({
      code: 'possible_twin',
    });
    await expect(hubspot.submit(one, 'deal', { sale })).rejects.toMatchObject({ code: 'possible_twin' });
    expect(await hubspot.submit(one, 'deal', { sale, differentFrom: [second.reference] })).toMatchObject({
      id: first.id,
      state: 'queued',
    });
    // Said once, it is said for every time it is stopped and sent again.
    await one.act(who(hubspot.account), first.id, { action: 'cancel' });
    await one.act(who(hubspot.account), first.id, { action: 'resend' });
    erp.set('ok');
    await hubspot.rest();
    await salesforce.rest();
    expect(erp.orders).toHaveLength(2);
  });

  test('what the ERP refused still stands in the way: somebody may yet mend it and send it', async () => {
    const { erp, hubspot, salesforce, one, two, sale } = await twoCrms();
    erp.next('refuse');
    const first = await hubspot.submit(one, 'deal', { sale });
    await hubspot.rest();
    expect((await one.get(hubspot.account, first.id)).state).toBe('needs_attention');
    await expect(salesforce.submit(two, 'opp', { sale })).rejects.toMatchObject({ code: 'possible_twin' });
  });

  test('a day after it was confirmed, an order is no twin any more', async () => {
    const { erp, hubspot, salesforce, one, two, sale } = await twoCrms();
    await hubspot.submit(one, 'deal', { sale });
    await hubspot.rest();
    await salesforce.pass(23 * 3_600_000);
    await expect(salesforce.submit(two, 'opp', { sale })).rejects.toMatchObject({ code: 'possible_twin' });
    await salesforce.pass(2 * 3_600_000);
    await salesforce.submit(two, 'opp', { sale });
    await salesforce.rest();
    expect(erp.orders).toHaveLength(2);
  });

  test('another customer is another sale; one that is still to be created may be any', async () => {
    const { hubspot, salesforce, one, two, sale } = await twoCrms();
    await hubspot.submit(one, 'deal', { sale, customer: 'c1' });
    await salesforce.submit(two, 'opp', { sale, customer: 'c2' });
    await expect(salesforce.submit(two, 'opp-2', { sale, awaits: randomUUID() })).rejects.toMatchObject({
      code: 'possible_twin',
    });
  });

  test('within one account nobody is asked: two deals of one CRM may sell the same', async () => {
    const { hubspot, one, sale } = await twoCrms();
    await hubspot.submit(one, 'deal', { sale });
    await hubspot.submit(one, 'deal-2', { sale });
    expect(await one.twins(hubspot.account, { key: sale, customerId: 'c0' })).toEqual([]);
  });

  /** PGlite has one process: what freezes it freezes everybody. */
  test.skipIf(name === 'pglite')(
    'a process that freezes or dies with the lock in its hand holds the other up for seconds',
    async () => {
      let thaw = () => {};
      let frozen = () => {};
      const isFrozen = new Promise<void>((done) => {
        frozen = done;
      });
      const { store, hubspot, salesforce, one, two, sale } = await twoCrms({
        unsafe: null,
        crash: (point) => {
          if (point !== 'sale_locked') return;
          frozen();
          return new Promise((done) => {
            thaw = done;
          });
        },
      });
      const lost = hubspot.submit(one, 'deal', { sale });
      await isFrozen;
      expect((await salesforce.submit(two, 'opp', { sale })).state).toBe('queued');
      const { rows } = await sql<{
        held: number;
      }>`select count(*)::int as held from pg_locks where locktype = 'advisory' and granted`.execute(store.db);
      expect(rows).toEqual([{ held: 0 }]);
      // Awake again it finds its transaction gone, and nothing was acknowledged.
      thaw();
      await expect(lost).rejects.toThrow();
      expect(await one.list(hubspot.account, { limit: 10, order: 'newest' })).toEqual([]);
    },
  );
});
