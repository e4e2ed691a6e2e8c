import { expect, test } from 'vitest';
import { input, order, partner, product } from '../../../test/s4hana-rows.ts';
import {
  type Answering,
  call,
  detail,
  entity,
  fault,
  list,
  type Said,
  systemOf,
  wantsToken,
} from '../../../test/s4hana-system.ts';
import { orderInputSchema } from '../contract/schemas.ts';

const sale = (more: object = {}) => orderInputSchema.parse(input(more));
/** A system in which an order can be made: what a create answers is the case's own. */
const selling =
  (made: Answering = () => undefined): Answering =>
  (asked) => {
    const own = made(asked);
    if (own) return own;
    if (asked.service === 'API_BUSINESS_PARTNER') return list(partner('10100001'));
    if (asked.service === 'API_PRODUCT_SRV') return list(product('TG11'));
    if (asked.path === 'A_SalesOrder' && asked.method === 'POST') return entity(order());
    if (asked.path === 'A_SalesOrder' && asked.query.$filter?.startsWith('SalesOrder eq')) return list(order());
    return undefined;
  };
const creates = (said: Said): Answering =>
  selling((asked) => (asked.method === 'POST' && asked.path === 'A_SalesOrder' ? said : undefined));
const create = ({ adapter }: ReturnType<typeof systemOf>, more: object = {}) =>
  adapter.orders?.create(sale(more), call()) ?? Promise.reject(new Error('no orders'));
const posts = ({ calls }: ReturnType<typeof systemOf>) =>
  calls.filter(({ method, path }) => method === 'POST' && path === 'A_SalesOrder');

test('a CSRF token that ends in the middle of a write is fetched anew, with its cookie, and the write sent once more', async () => {
  let refusals = 1;
  const system = systemOf(creates(entity(order())), {}, ({ method, path }) =>
    method === 'POST' && path === 'A_SalesOrder' && refusals-- > 0 ? wantsToken : undefined,
  );
  await expect(create(system)).resolves.toMatchObject({ number: '651' });
  expect(posts(system).map(({ headers }) => [headers.get('x-csrf-token'), headers.get('cookie')])).toEqual([
    // The first token is that of the simulation service.
    ['token-2', 'SAP_SESSIONID_S4H_100=s2'],
    ['token-3', 'SAP_SESSIONID_S4H_100=s3'],
  ]);
});
test('a load balancer that sends each request to another server ends as busy: nothing was written', async () => {
  const system = systemOf(creates(entity(order())), {}, ({ method, path }) =>
    method === 'POST' && path === 'A_SalesOrder' ? wantsToken : undefined,
  );
  await expect(create(system)).rejects.toMatchObject({ kind: 'busy' });
  expect(posts(system)).toHaveLength(2);
});

test('a wrong password is tried once, whatever asks at the same time, and again after a minute', async () => {
  const system = systemOf(selling(), {}, () => ({
    status: 401,
    headers: { 'content-type': 'text/html' },
    body: '<html><title>Logon Error Message</title></html>',
  }));
  const ask = () => system.adapter.products?.resolve({ codes: ['TG11'] }, call());
  const all = await Promise.allSettled(Array.from({ length: 6 }, ask));
  for (const each of all) expect(each).toMatchObject({ status: 'rejected', reason: { kind: 'unauthorised' } });
  expect(system.calls).toHaveLength(1);
  system.move(61_000);
  await expect(ask()).rejects.toMatchObject({ kind: 'unauthorised' });
  expect(system.calls).toHaveLength(2);
});

const DE = 'Der Beleg wird gerade von Benutzer YILDIZ bearbeitet';
test.each([
  ['no right', fault(403, '/IWBEP/CM_MGW_RT/403', 'No authorization'), 'unauthorised'],
  [
    'a service that is not activated',
    fault(403, '/IWFND/MED/170', "No service found for namespace '', name 'API_SALES_ORDER_SRV'"),
    'unsupported',
  ],
  [
    'an older version without the field',
    fault(400, '005056A509B11EE1B9A8FEA8DE87F78E', "Property 'PurchaseOrderByShipToParty' not found"),
    'refused',
  ],
  ['a document that somebody else has open', fault(400, 'V1/042', DE), 'busy'],
  ['a material that is locked', fault(400, 'M3/024', 'Değerleme verileri kilitli'), 'busy'],
  [
    'a number range at its end',
    fault(400, 'NR/751', 'Für Objekt RV_BELEG, Intervall 01 sind keine Nummern mehr verfügbar'),
    'refused',
  ],
  ['a credit block', fault(400, 'VU/146', 'Kredi limiti aşıldı'), 'refused'],
  ['a closed period', fault(400, 'F5/201', 'Posting period 010 2026 is not open'), 'refused'],
  ['a unit that the product has not', fault(400, 'V1/384', 'Sales unit KAR is not defined for item 000010'), 'refused'],
  [
    'a partner that is missing',
    fault(400, 'SLS_LORD/009', 'Document is incomplete', [detail('V1/329', 'Please enter partner WE')]),
    'refused',
  ],
  ['a code that nobody has seen', fault(400, 'Z1/999', 'Kundeneigene Prüfung'), 'refused'],
  ['a stale version', fault(412, '/IWBEP/CM_MGW_RT/421', 'Precondition failed'), 'conflict'],
  [
    'a repeated request that is remembered no more',
    fault(400, '/IWBEP/CM_COS/005', 'RequestID is outdated'),
    'uncertain',
  ],
  ['SAP’s own 500', fault(500, 'SY/530', 'Anwendungsfehler'), 'uncertain'],
  [
    'a proxy that gives up after the commit',
    { status: 504, body: '<h1>504</h1>', headers: { 'content-type': 'text/html' } },
    'uncertain',
  ],
  ['a page of a proxy instead of an answer', { status: 200, body: '<!doctype html><h1>Wartung</h1>' }, 'uncertain'],
  ['overload', { status: 429, headers: { 'retry-after': '7' }, body: '' }, 'busy'],
  ['maintenance', { status: 503, body: '' }, 'uncertain'],
] as const)('a create that meets %s', async (what, said, kind) => {
  const error = await create(systemOf(creates(said as Said))).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ kind });
  if (kind === 'refused') expect(error).toMatchObject({ words: expect.stringMatching(/./) });
  if (what === 'overload') expect(error).toMatchObject({ retryAfterMs: 7000 });
});
test('the words of a refusal are all of its messages, without the wrapper', async () => {
  const said = fault(400, 'SLS_LORD/009', 'Document is incomplete', [
    detail('V1/329', 'Please enter partner WE'),
    detail('V1/263', 'Item can not be invoiced', 'info'),
    detail('V4/219', 'Please enter the sold-to party’s tax number'),
  ]);
  await expect(create(systemOf(creates(said)))).rejects.toMatchObject({
    words: 'Please enter partner WE Please enter the sold-to party’s tax number',
  });
});
test('a message that points at an item names the line', async () => {
  const target = "to_Item(SalesOrder='',SalesOrderItem='000010')/RequestedQuantityUnit";
  const said = fault(400, 'V1/384', 'Sales unit is not defined', [
    detail('V1/384', 'Sales unit is not defined', 'error', target),
  ]);
  await expect(create(systemOf(creates(said)))).rejects.toMatchObject({ kind: 'refused', field: 'lines.0' });
});

test.each([
  [
    'a product without sales data',
    { API_PRODUCT_SRV: list(product('TG11', { to_SalesDelivery: { results: [] } })) },
    {},
    'lines.0.productId',
  ],
  ['a unit that the product has not', {}, { lines: [{ ...input().lines[0], unit: 'KAR' }] }, 'lines.0.unit'],
  ['a customer that is gone', { API_BUSINESS_PARTNER: list() }, {}, 'customerId'],
  ['a ship-to party that is gone', {}, { deliverTo: { kind: 'known', id: '999' } }, 'deliverTo'],
  ['a currency that is not the customer’s', {}, { currency: 'XTS' }, 'currency'],
])('a refusal without a target: %s', async (_, answers: Record<string, Said>, more, field) => {
  const said = fault(400, 'V1/000', 'Nicht möglich');
  const system = systemOf((asked) => answers[asked.service] ?? creates(said)(asked));
  await expect(create(system, more)).rejects.toMatchObject({ kind: 'refused', field, words: 'Nicht möglich' });
});

test.each([
  ['the CSRF token cannot be fetched: nothing was sent', 'HEAD', 'unreachable'],
  ['the create has no answer: its outcome is open', 'POST', 'uncertain'],
])('%s', async (_, cut, kind) => {
  const gone = new TypeError('fetch failed');
  const system = systemOf(creates(entity(order())), {}, ({ method, headers, path }) =>
    method === cut && (cut === 'POST' ? path === 'A_SalesOrder' : headers.get('x-csrf-token') === 'Fetch')
      ? gone
      : undefined,
  );
  await expect(create(system)).rejects.toMatchObject({ kind });
});
test('a service that does not answer HEAD gives its token for GET', async () => {
  const system = systemOf(creates(entity(order())), {}, ({ method }) =>
    method === 'HEAD' ? { status: 405, body: '' } : undefined,
  );
  await expect(create(system)).resolves.toMatchObject({ number: '651' });
});

test('letters of a status that nobody knows lose no order', async () => {
  const strange = order({ OverallSDProcessStatus: 'X', TotalCreditCheckStatus: 'Q', SalesDocApprovalStatus: '9' });
  const system = systemOf(({ path }) => (path === 'A_SalesOrder' ? list(strange) : undefined));
  const found = await system.adapter.orders?.findByNumber({ numbers: ['0000000651'] }, call());
  expect(found?.results).toMatchObject([{ number: '651', status: 'confirmed' }]);
});
test('a field that is gone is drift, and named', async () => {
  const { TotalNetAmount: _, ...less } = order();
  const system = systemOf(({ path }) => (path === 'A_SalesOrder' ? list(less) : undefined));
  await expect(system.adapter.orders?.list({ customerId: '10100001' as never }, call())).rejects.toMatchObject({
    kind: 'drift',
    field: 'A_SalesOrder.TotalNetAmount',
  });
});
test('a batch with a part missing is no answer', async () => {
  const codes = Array.from({ length: 120 }, (_, index) => `P-${index}`);
  const system = systemOf(
    () => undefined,
    {},
    ({ path }) =>
      path === '$batch'
        ? {
            status: 202,
            headers: { 'content-type': 'multipart/mixed; boundary=all' },
            body: '--all\r\nContent-Type: application/http\r\n\r\nHTTP/1.1 200 OK\r\n\r\n{"d":{"results":[]}}\r\n--all--\r\n',
          }
        : undefined,
  );
  await expect(system.adapter.products?.resolve({ codes }, call())).rejects.toMatchObject({ kind: 'drift' });
});
