import { announcedTables } from '@backroom/backend/store/change-migration';
import { accountIdSchema, panelsOf, type RecordType } from '@backroom/shared';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { signedRequest } from '../support/card.ts';
import { openSecurityWorld, type SecurityWorld } from './world.ts';

const own = accountIdSchema.parse('hubspot:4242');
const SEED = Number(process.env.RENDERED_SEED ?? Date.now() % 1_000_000);
const RUNS = Number(process.env.RENDERED_RUNS ?? 4);

let world: SecurityWorld;
/** Records that were asked of the services; an answer from memory asks for none. */
let built = 0;
beforeAll(async () => {
  // The clock stands still unless a test moves it: what is made now says so in its age. Set before the backend takes hold of it.
  vi.useFakeTimers({ toFake: ['Date'] });
  world = await openSecurityWorld({ env: { ACCOUNT_REQUESTS: '100000000' }, crmCalls: 10_000, worker: false });
  const { services } = world.backend;
  const { recordFor } = services;
  services.recordFor = (...asked) => {
    built += 1;
    return recordFor(...asked);
  };
  // Told of every kind of object, the backend asks the CRM only for what changed, and stays below its limit on a quick machine.
  for (const kind of ['0-3', '0-8', '0-14']) await changed(kind, '1', 'hs_name');
});
afterAll(async () => {
  await world?.close();
  vi.useRealTimers();
});

type As = Parameters<typeof signedRequest>[2];
async function textOf(path: string, as: As = {}): Promise<{ text: string; headers: Record<string, string> }> {
  const answer = await fetch(signedRequest(world.backendUrl, path, { at: Date.now(), ...as }));
  return { text: await answer.text(), headers: Object.fromEntries(answer.headers) };
}
/** The same request in a spelling that is never remembered: `made-anew` is no parameter of ours. */
const anew = (path: string, as: As = {}) => textOf(`${path}&made-anew=1`, as);
async function fromMemory(path: string, as: As = {}) {
  const before = built;
  const answer = await textOf(path, as);
  return { ...answer, remembered: built === before };
}
/** Reads until the answer comes from memory. The first read asks the ERP, the second is kept, the third is an answer from memory. */
async function remember(path: string, as: As = {}): Promise<string> {
  for (let nth = 0; nth < 3; nth += 1) {
    const { text, remembered } = await fromMemory(path, as);
    if (!text.startsWith('{"ok":true')) throw new Error(text);
    if (remembered) return text;
  }
  throw new Error(`${path} is not remembered`);
}
/** Ids of requests differ, the first reader of a figure reads it live, and a line that no stock is kept of is as old as its answer. */
const comparable = (text: string) =>
  text
    .replaceAll(/"retryAfterSeconds":\d+/g, '"retryAfterSeconds":0')
    .replaceAll(/"reference":"[0-9a-f-]{13}"/g, '"reference":""')
    .replaceAll(/("verdict":"not_stocked".*?"asOf":")[^"]+/g, '$1')
    .replaceAll('"source":"live"', '"source":"cached"');
const changed = (subject: string, id: string, property: string) =>
  world.ask('/hubspot/webhooks', {
    method: 'POST',
    plain: true,
    body: [
      {
        portalId: 4242,
        occurredAt: Date.now(),
        subscriptionType: 'object.propertyChange',
        objectTypeId: subject,
        objectId: Number(id),
        propertyName: property,
      },
    ],
  });
const stock = '/v1/records/deal/5002/panels?only=stock';

test('an answer from memory has the bytes and headers of one that is made anew, and asks the database nothing', async () => {
  for (const path of [
    stock,
    '/v1/records/deal/5002/panels?only=stock,pricing,orders&locale=de',
    '/v1/records/company/7001/panels?only=customer,credit,invoices',
  ]) {
    await remember(path);
    world.statements.clear();
    const { text, headers, remembered } = await fromMemory(path);
    const asked = [...announcedTables, 'cache_entries'].map((table) => `select * from "${table}"`);
    const plainly = (sent: string) => sent.replace(/^select .*? from /, 'select * from ');
    expect([...world.statements.keys()].filter((sent) => asked.some((each) => plainly(sent).startsWith(each)))).toEqual(
      [],
    );
    const other = await anew(path);
    const plain = ({ 'x-reference': _, date: __, ...rest }: Record<string, string>) => rest;
    expect(remembered).toBe(true);
    expect(text).toBe(other.text);
    expect(plain(headers)).toEqual(plain(other.headers));
  }
});

const paths = [
  stock,
  '/v1/records/deal/5001/panels?only=customer,stock,pricing,orders,invoices,credit,returns,overview',
  '/v1/records/deal/5001/panels?only=credit&locale=de',
  '/v1/records/deal/5002/panels?only=orders,returns',
  '/v1/records/deal/5003/panels?only=pricing,customer',
  '/v1/records/deal/5003/panels/stock?locale=xx',
  '/v1/records/company/7001/panels?only=customer,orders,invoices,credit,returns,overview',
  '/v1/records/company/7001/panels?only=credit,returns&locale=fr',
] as const;
/** Each is done past everything that could drop an answer by itself: in the database, at the ERP or in the CRM. */
const changes: Record<string, (nth: number) => Promise<unknown>> = {
  unlink: () =>
    world.store.db
      .deleteFrom('connection_links')
      .where('account', '=', own)
      .where('record_id', 'in', ['7001', '7002'])
      .execute(),
  async link() {
    for (const row of links)
      await world.store.db
        .insertInto('connection_links')
        .values({ ...row, customer: JSON.stringify(row.customer) })
        .onConflict((on) => on.doNothing())
        .execute();
  },
  otherCustomer: (nth) =>
    world.store.db
      .updateTable('connection_links')
      .set({ customer: JSON.stringify(links[nth % links.length]?.customer) })
      .where('account', '=', own)
      .where('record_id', '=', '7001')
      .execute(),
  async flows(nth) {
    const flowsOff = ['stock', 'credit', 'pricing', 'orders'].slice(0, nth % 5);
    const settings = JSON.stringify({ flowsOff, writeBack: false, propertiesReady: true });
    await world.store.db.updateTable('accounts').set({ settings }).where('id', '=', own).execute();
  },
  connectionName: (nth) =>
    world.store.db
      .updateTable('erp_connections')
      .set({ name: `ERP ${nth}` })
      .where('account', '=', own)
      .execute(),
  async order(nth) {
    const { orders } = (await (await fetch(`${world.erpUrl}/orders`)).json()) as { orders: { id: string }[] };
    const { id } = orders[nth % orders.length] ?? { id: '' };
    await fetch(`${world.erpUrl}/orders/${id}/advance`, { method: 'POST' });
    await world.backend.services.figures.invalidate(own, await figureKeys());
  },
  async due(nth) {
    const keys = await figureKeys();
    await world.backend.services.figures.invalidate(
      own,
      keys.filter((_, index) => index % 3 === nth % 3),
    );
  },
  async quantity(nth) {
    const id = `500${1 + (nth % 3)}001`;
    world.crm.put('line_items', id, { quantity: String(1 + nth) });
    await changed('0-8', id, 'quantity');
  },
  async rename(nth) {
    world.crm.put('deals', '5002', { dealname: `Deal ${nth}` });
    await changed('0-3', '5002', 'dealname');
  },
  outage: () => switches({ outage: true }),
  async wait(nth) {
    vi.setSystemTime(Date.now() + ([3, 6, 25, 40, 4000, 90_000][nth % 6] ?? 1) * 1000);
  },
};
const switches = (value: object) => fetch(`${world.erpUrl}/switches`, { method: 'PUT', body: JSON.stringify(value) });
const figureKeys = async () =>
  (
    await world.store.db.selectFrom('cache_entries').select('key').where('account', '=', own).orderBy('key').execute()
  ).map(({ key }) => key);
let links: Awaited<ReturnType<typeof readLinks>>;
const readLinks = () => world.store.db.selectFrom('connection_links').selectAll().where('account', '=', own).execute();

test('every answer is made of tables whose writes the database announces', async () => {
  await world.backend.accounts.saveSettings(own, { flowsOff: [], writeBack: false, propertiesReady: true });
  for (const type of ['deal/5001', 'deal/5002', 'deal/5010', 'company/7001'] as const) {
    vi.setSystemTime(Date.now() + 3_600_000);
    world.statements.clear();
    const names = panelsOf[type.split('/')[0] as RecordType];
    await textOf(`/v1/records/${type}/panels?only=${names.join(',')}`);
    const read = [...world.statements.keys()]
      .filter((sent) => sent.startsWith('select'))
      .flatMap((sent) => [...sent.matchAll(/(?:from|join) "(\w+)"/g)].map(([, table]) => table ?? ''));
    const quiet = new Set([
      'cache_entries',
      'crm_tokens',
      'feeds',
      'lanes',
      'write_backs',
      'submission_events',
      'desk_sessions',
    ]);
    // Timers of the worker ask for others beside.
    const isTimer = (table: string) => quiet.has(table) || /^(alert|flow_|call_|scan|duplicate|reconcil)/.test(table);
    expect(read.filter((table) => !isTimer(table) && !announcedTables.some((each) => each === table))).toEqual([]);
  }
});

test('an answer from memory is for those only who may see the record, pilots while there are pilots', async () => {
  await remember(stock);
  const rep = { userId: '8', userEmail: 'rep@example.com' };
  expect((await fromMemory(stock, rep)).remembered).toBe(true);
  world.portal.visibleTo.set('0-3/5002', [7]);
  world.backend.rights.forget(own);
  expect((await world.ask(stock, { ...rep, at: Date.now() })).code).toBe('record_not_found');
  expect((await fromMemory(stock)).remembered).toBe(true);
  world.portal.visibleTo.clear();
  world.backend.rights.forget(own);
  const known = await world.backend.accounts.get(own);
  if (!known) throw new Error('no account');
  await world.backend.accounts.saveSetup(own, { ...known.setup, pilots: ['pat@example.com'] });
  await remember(stock);
  expect((await world.ask(stock, { ...rep, at: Date.now() })).code).toBe('pilot_only');
  await world.backend.accounts.saveSetup(own, known.setup);
  expect((await world.ask(stock, { ...rep, at: Date.now() })).code).toBeUndefined();
});

test('an answer from memory belongs to one account, record, language and set of panels', async () => {
  await remember(stock);
  // Another portal that is not connected, a signature of nobody, and a copy of a parameter.
  expect((await world.ask(stock, { portalId: 2222, at: Date.now() })).code).toBe('account_unknown');
  const forged = signedRequest(world.backendUrl, stock, { at: Date.now() });
  forged.headers.set('x-hubspot-signature-v3', Buffer.alloc(32).toString('base64'));
  expect((await fetch(forged)).status).toBe(401);
  const old = await fetch(signedRequest(world.backendUrl, stock, { at: Date.now() - 301_000 }));
  expect(old.status).toBe(401);
  expect((await world.ask(`${stock}&only=credit`, { at: Date.now() })).code).toBe('panel_unknown');
  for (const path of [
    `${stock}&locale=de`,
    '/v1/records/deal/5003/panels?only=stock',
    '/v1/records/deal/5002/panels?only=pricing',
    '/v1/records/deal/5002/panels/stock',
  ])
    expect(comparable((await fromMemory(path)).text), path).toBe(
      comparable((await anew(path.includes('?') ? path : `${path}?`)).text),
    );
});

test('what an account is told ends with it, whatever is remembered', async () => {
  await remember(stock);
  await world.backend.lifecycle.disconnect(own);
  expect((await world.ask(stock, { at: Date.now() })).code).toBe('account_disconnected');
  await world.backend.lifecycle.connected(own, 'hubspot', 'pat@example.com');
});

test('requests that are answered from memory count like any other', async () => {
  await remember(stock);
  const codes = await Promise.all(
    Array.from({ length: 310 }, () => world.ask(stock, { userId: '77', at: Date.now() })),
  ).then((answers) => answers.map(({ code }) => code));
  expect(codes.filter((code) => code === 'too_many_requests').length).toBeGreaterThanOrEqual(10);
});

test(`whatever happens between, an answer is the one that would be made anew (seed ${SEED})`, async () => {
  links = await readLinks();
  const step = fc.record({
    path: fc.constantFrom(...paths),
    change: fc.constantFrom(...Object.keys(changes)),
    nth: fc.nat(11),
  });
  let remembered = 0;
  let outdated = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 12 }), async (steps) => {
      for (const { path, change, nth } of steps) {
        for (let reads = 0; reads < 3; reads += 1) await textOf(path);
        const before = await fromMemory(path);
        vi.setSystemTime(Date.now() + 1000);
        await changes[change]?.(nth);
        const first = await fromMemory(path);
        const other = await anew(path.includes('?') ? path : `${path}?`);
        const again = await fromMemory(path);
        remembered += Number(before.remembered);
        outdated += Number(before.remembered && comparable(before.text) !== comparable(other.text));
        expect(comparable(first.text), change).toBe(comparable(other.text));
        expect(comparable(again.text), change).toBe(comparable(other.text));
        if (change === 'outage') await switches({ outage: false });
      }
    }),
    { numRuns: RUNS, seed: SEED, endOnFailure: true },
  );
  // Nothing was proved if nothing was answered from memory, or nothing that was remembered changed.
  expect(remembered).toBeGreaterThan(0);
  expect(outdated).toBeGreaterThan(0);
  await changes.link?.(0);
}, 240_000);
