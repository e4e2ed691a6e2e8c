import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { seedIds } from './seed/cast.ts';
import { apps, type SageX3, startSageX3 } from './start.ts';
import { basic, clientOf, detailsOf, envelope, field, listOf, order, param, signed } from './testing.ts';

let erp: SageX3;
const { get, post, save, modify, remove, removeLines, read, query, run } = clientOf(() => erp);
beforeAll(async () => {
  erp = await startSageX3();
});
beforeEach(() => erp.breakDown({}));
afterAll(() => erp.close());
const said = (json: { $diagnoses?: { $message: string }[] }) => json.$diagnoses?.[0]?.$message;

// What the vendor's pages say of the REST Web API.
test('a list comes in pages of twenty that are followed by their links', async () => {
  const first = await get(listOf('ITMMASTER'));
  expect(first.json.$itemsPerPage).toBe(20);
  expect(first.json.$resources).toHaveLength(20);
  const codes: string[] = [];
  let address: string | undefined = listOf('ITMMASTER', { count: '15', orderBy: 'ITMDES1 desc' });
  while (address) {
    const { json } = await get(address);
    codes.push(...json.$resources.map(({ ITMREF }: { ITMREF: string }) => ITMREF));
    address = json.$links.$next?.$url;
  }
  expect(codes).toHaveLength(41);
  expect(new Set(codes).size).toBe(41);
});
test('a key bounds a list from either side', async () => {
  const from = async (key: string) =>
    (await get(listOf('TABCUR', { key }))).json.$resources.map(({ CUR }: { CUR: string }) => CUR);
  expect(await from('lt.EUR')).toEqual(['CHF']);
  expect(await from('le.EUR')).toEqual(['CHF', 'EUR']);
  expect(await from('ge.GBP')).toEqual(['GBP', 'USD']);
  expect(said((await get(listOf('TABCUR', { key: 'EUR' }))).json)).toBe('Incorrect key: EUR');
});
test('conditions are read as SData has them', async () => {
  const numbers = async (where: string, name = 'BPCUSTOMER', column = 'BPCNUM') =>
    (await get(listOf(name, { where }))).json.$resources.map((row: Record<string, unknown>) => row[column]);
  expect(await numbers("left(BPCNAM,7) eq 'Doppelt'")).toEqual(seedIds.double);
  expect(await numbers("upper(BPCNAM) like '%METALLBAU%' and not (BPCNUM eq 'C1003')")).toEqual(['C1004', 'C1005']);
  expect(await numbers("BPCNUM in ('C1003','C1005') or BPCSTA eq false")).toEqual(['C1003', 'C1005', seedIds.inactive]);
  expect(await numbers('OSTCTL eq 2')).toEqual([seedIds.onHold]);
  expect(await numbers("CUSORDREF eq 'PO-4711' and ORDDAT ge @2026-01-01@", 'SORDER', 'BPCORD')).toEqual(['C1001']);
  expect(await numbers("WEB eq 'postkasten@web.de'", 'BPADDRESS', 'BPANUM')).toEqual([seedIds.freeMail]);
  expect(await numbers('UPDDATTIM gt @2999-01-01T00:00:00Z@', 'SORDER')).toEqual([]);
});
test.each([
  ['an unknown property', listOf('SORDER', { where: "CUSREF eq 'x'" }), 500, 'Property CUSREF not found in SORDER'],
  ['a text for a number', listOf('ITMMVT', { where: "PHYSTO gt 'x'" }), 500, 'Incorrect type: x'],
  ['half a condition', listOf('SORDER', { where: "(SOHNUM eq 'x'" }), 500, 'Syntax error: ) expected before the end'],
  ['an unknown property to sort by', listOf('SORDER', { orderBy: 'NAME' }), 500, 'Property NAME not found in SORDER'],
  ['an unknown parameter', listOf('SORDER', { $top: '5' }), 400, 'Unknown parameter $top'],
  ['an unknown class', listOf('SALESORDER'), 404, 'Class SALESORDER not found'],
  ['no representation', 'SORDER', 400, 'Missing representation'],
  [
    "another class's representation",
    'SORDER?representation=SINVOICE.$query',
    400,
    'SINVOICE is not a representation of the class SORDER',
  ],
  [
    'a facet that is not for reading',
    'SORDER?representation=SORDER.$create',
    400,
    'Facet $create is not supported here',
  ],
])('%s is refused', async (_, path, status, words) => {
  const { status: found, json } = await get(path);
  expect([found, said(json)]).toEqual([status, words]);
});
test('a record that is not there is an answer with a diagnosis', async () => {
  const { status, json } = await get(detailsOf('SORDER', 'SOI-NONE'));
  expect([status, said(json)]).toEqual([200, '721 : Record does not exist']);
});
test('details have the lines, yes and no as such, several values as a list and references with a title', async () => {
  const number = erp.desk.enter({ customer: 'C1001', lines: [['1896-S', 1]] });
  const { json } = await get(detailsOf('SORDER', number));
  expect(json.SOHSOQ[0]).toMatchObject({ ITMREF: '1896-S', QTY: 1, SOPLIN: 1000 });
  expect(json.SOHSOP[0]).toMatchObject({ NETPRI: 1000.8, VACITM: ['NOR', '', ''] });
  expect(json.CUR_REF).toEqual({ $title: 'Euro' });
  expect((await get(detailsOf('BPCUSTOMER', seedIds.inactive))).json.BPCSTA).toBe(false);
  expect((await get(detailsOf('BPADDRESS', '1~C1001~002'))).json.BPADES).toBe('Lager');
});

// Sign-in: by password, or by a token that the connected application signs.
test.each([
  ['another issuer', { iss: 'client-x' }, 41],
  ['another user', { sub: 'admin' }, 42],
  ['another audience', { aud: 'https://elsewhere.example' }, 45],
  ['an expired token', { exp: Math.floor(Date.now() / 1000) - 1 }, 50],
  ['a token for longer than the application allows', { exp: Math.floor(Date.now() / 1000) + 3600 }, 50],
])('%s is refused in plain text', async (_, claims, code) => {
  const { status, text } = await get(listOf('SORDER'), signed(apps.full, claims));
  expect([status, text]).toEqual([401, `Error ${code}: Invalid token`]);
});
test('a token is taken, and no more after it has ended', async () => {
  const token = signed(apps.full);
  expect((await get(listOf('SORDER'), token)).status).toBe(200);
  expect((await get(listOf('SORDER'), signed(apps.full, {}, 'other'))).text).toBe('Error 50: Invalid token');
  expect((await get(listOf('SORDER'), 'Bearer a.b.c')).text).toBe('Error 30: Invalid token');
  erp.breakDown({ tokensEnd: true });
  expect((await get(listOf('SORDER'), token)).status).toBe(401);
  expect((await get(listOf('SORDER'), 'Basic YWRtaW46YWRtaW4=')).text).toBe('Authentication failed');
});
test('a user without rights is told so in both interfaces', async () => {
  const limited = signed(apps.limited);
  expect(said((await get(listOf('SORDER'), limited)).json)).toBe('Access denied: SORDER');
  expect((await get(listOf('BPCUSTOMER'), limited)).status).toBe(200);
  const refused = await save(order(), 'SOH', { authorization: limited });
  expect(refused.messages).toEqual(['SOH : You are not authorized to use this function']);
});

// The envelope of the recorded answers of `save`.
test('a stored order comes back whole, with HTTP 200 and status 1', async () => {
  const kept = await save(order({ CUSORDREF: 'BR-1', ORDDAT: '20261130' }));
  expect([kept.http, kept.status, kept.messages]).toEqual([200, '1', []]);
  expect(field(kept, 'SOHNUM')).toMatch(/^SOIH0126\d{6}$/);
  expect([field(kept, 'ORDDAT'), field(kept, 'GROPRI'), field(kept, 'ORDNOT')]).toEqual(['20261130', '19.35', '38.7']);
  expect(kept.text).toContain('<FLD MENULAB="Not delivered" MENULOCAL="270" NAME="DLVSTA" TYPE="Integer">1</FLD>');
  expect(field(kept, 'WW_MODSTAMP')).toMatch(/^\d{14}$/);
});
test('a refusal is HTTP 200, too: status 0, no result, and a message behind a reference', async () => {
  const refused = await save(order({ BPCORD: 'C9999' }));
  expect([refused.http, refused.status, refused.type, refused.result]).toEqual([200, '0', '3', null]);
  expect(refused.messages).toEqual(['BPCORD : C9999 : Record does not exist']);
  expect(refused.text).toContain('<messages href="#id0"/>');
  expect(refused.text).toContain('<resultXml xsi:type="xsd:string" xsi:nil="true"/>');
});
test.each([
  ['a reference of 21 characters', { CUSORDREF: 'x'.repeat(21) }, {}, 'CUSORDREF : 20 characters maximum'],
  ['a field that is not published', { ORDREF: 'x' }, {}, 'SOH0_1 : Field ORDREF does not exist'],
  ['a date with dashes', { ORDDAT: '2026-11-30' }, {}, 'ORDDAT : Incorrect value (2026-11-30)'],
  ['a day that does not exist', { ORDDAT: '20260231' }, {}, 'ORDDAT : Incorrect value (20260231)'],
  ['a decimal with a comma', {}, { QTY: '1,5' }, 'QTY : Incorrect value (1,5)'],
  ['a price with five places', {}, { GROPRI: '1.23456' }, 'GROPRI : Incorrect value (1.23456)'],
  ['a broken quantity of pieces', {}, { QTY: '1.5' }, 'QTY : Incorrect value (1.5 UN)'],
  ['a quantity of none', {}, { QTY: '0' }, 'QTY : Incorrect value'],
  ['a line without a product', {}, { ITMREF: '' }, 'ITMREF(1) : Mandatory field'],
  ['an order without a site', { SALFCY: '' }, {}, 'SALFCY : Mandatory field'],
  ['an unknown order type', { SOHTYP: 'SON' }, {}, 'SOHTYP : SON : Record does not exist'],
  ['an unknown product', {}, { ITMREF: 'NONE' }, 'ITMREF : NONE : Record does not exist'],
  [
    'a product that is no longer sold',
    {},
    { ITMREF: seedIds.archived },
    `ITMREF : ${seedIds.archived} : Product not active`,
  ],
  ['a unit that the product lacks', {}, { SAU: 'DZN' }, 'SAU : DZN : Incorrect unit for the product T-2005'],
  ['a customer on hold', { BPCORD: seedIds.onHold }, {}, `BPCORD : ${seedIds.onHold} : Customer on hold`],
  ['an inactive customer', { BPCORD: seedIds.inactive }, {}, `BPCORD : ${seedIds.inactive} : Customer inactive`],
  ['an unknown currency', { CUR: 'XTS' }, {}, 'CUR : XTS : Record does not exist'],
  ['a number where numbers are drawn', { SOHNUM: 'MINE' }, {}, 'SOHNUM : Number assigned automatically'],
])('%s is refused, and nothing is stored', async (_, header, line, words) => {
  const before = erp.store.all('SORDER').length;
  expect((await save(order(header, line))).messages).toEqual([words]);
  expect(erp.store.all('SORDER')).toHaveLength(before);
});
test.each([
  ['no soapAction', envelope('save', { publicName: 'SOH', objectXml: '' }), "Header 'soapAction' is missing."],
  ['no XML', '<a>', 'not one whole element'],
  ['an unknown operation', envelope('create', {}), 'Operation create is not supported'],
  ['a missing argument', envelope('save', { publicName: 'SOH' }), 'save : objectXml is missing'],
])('%s is HTTP 500', async (name, body, words) => {
  const headers = { authorization: basic(apps.full) };
  const sent = name === 'no soapAction' ? headers : { ...headers, soapaction: '' };
  const address = `${erp.url}/soap-generic/syracuse/collaboration/syracuse/CAdxWebServiceXmlCC`;
  const response = await fetch(address, { method: 'POST', headers: sent, body });
  expect([response.status, said((await response.json()) as object)]).toEqual([500, words]);
});
test.each([
  [
    'another pool',
    () => post(envelope('read', { publicName: 'SOH', objectKeys: '' }, 'OTHER')),
    "No classic web service pool match to 'OTHER'",
  ],
  ['a name that is not published', () => read('SDH', 'SDHNUM', 'x'), 'SDH : Web service not published'],
  ['a group that is not published', () => save(param({ groups: { SOH9_9: {} } })), 'GRP SOH9_9 does not exist'],
  ['a broken document', () => save('<PARAM><GRP>'), 'XML parsing error: not one whole element'],
])('%s is refused', async (_, ask, words) => {
  const refused = await ask();
  expect([refused.http, refused.status, refused.messages]).toEqual([200, '0', [words]]);
});

test('a reference is not unique, unless a control of the customer guards it', async () => {
  const [first, second] = [await save(order({ CUSORDREF: 'TWICE' })), await save(order({ CUSORDREF: 'TWICE' }))];
  expect([first.status, second.status]).toEqual(['1', '1']);
  expect(erp.desk.ordersWith('TWICE')).toHaveLength(2);
  erp.breakDown({ referenceControl: 'Nº já registada no documento: {number}' });
  const third = await save(order({ CUSORDREF: 'TWICE' }));
  expect([third.status, third.type, third.messages]).toEqual([
    '0',
    '3',
    [`Nº já registada no documento: ${field(first, 'SOHNUM')}`],
  ]);
});
test('a number that is entered is unique', async () => {
  const wish = order({ SOHTYP: 'SOM', SOHNUM: 'MINE-1' });
  expect(field(await save(wish), 'SOHNUM')).toBe('MINE-1');
  expect((await save(wish)).messages).toEqual(['SOHNUM : MINE-1 : Record already exists']);
});
test("prices are the customer's, by quantity and unit, and an order may say otherwise", async () => {
  const priced = async (header: Record<string, string>, line: Record<string, string>) => {
    const kept = await save(order(header, line));
    return [field(kept, 'GROPRI'), field(kept, 'DISCRGVAL1'), field(kept, 'NETPRI'), field(kept, 'ORDNOT')];
  };
  expect(await priced({}, { ITMREF: 'STAFFEL-1', QTY: '49' })).toEqual(['8.5', '0', '8.5', '416.5']);
  expect(await priced({}, { ITMREF: 'STAFFEL-1', QTY: '50' })).toEqual(['7.2', '0', '7.2', '360']);
  expect(await priced({ BPCORD: 'C1002' }, { ITMREF: 'T-2000' })).toEqual(['9.99', '0', '9.99', '19.98']);
  expect(await priced({ BPCORD: 'C1011' }, { ITMREF: seedIds.packed })).toEqual(['12', '15', '10.2', '20.4']);
  expect(await priced({ BPCORD: 'C1011' }, { ITMREF: seedIds.packed, SAU: 'UN', QTY: '24' })).toEqual([
    '1',
    '15',
    '0.85',
    '20.4',
  ]);
  expect(await priced({ BPCORD: 'C1011' }, { GROPRI: '10', DISCRGVAL1: '0' })).toEqual(['10', '0', '10', '20']);
  expect(await priced({ BPCORD: 'C1010' }, { ITMREF: '1896-S', QTY: '1' })).toEqual(['1099', '0', '1099', '1099']);
});
test("the customer's subprogram answers what an order would cost", async () => {
  const said = await run(
    param({ groups: { GRP1: { BPC: 'C1011', CUR: 'EUR' } }, tables: { GRP2: [{ ITMREF: 'SALZ-10', QTY: '3' }] } }),
  );
  expect(['GROPRI', 'DISC', 'NETPRI', 'VATRAT'].map((name) => field(said, name))).toEqual(['7.9', '15', '6.715', '7']);
});
test('an order is changed by the numbers of its lines, and not behind the back of somebody else', async () => {
  const kept = await save(order());
  const number = field(kept, 'SOHNUM') ?? '';
  const changed = await modify(number, param({ tables: { SOH4_1: [{ QTY: '5' }, { ITMREF: 'T-2010', QTY: '1' }] } }));
  expect([changed.status, field(changed, 'ORDNOT')]).toEqual(['1', '123.45']);
  expect((await removeLines(number, [1])).status).toBe('1');
  expect(erp.desk.order(number)).toMatchObject({ ORDNOT: 26.7, LINNBR: 1 });
  const stale = await modify(number, param({ groups: { ADXTEC: { WW_MODSTAMP: '20200101000000' } } }));
  expect(stale.messages).toEqual([`${number} : Record modified by another user`]);
  expect((await modify(number, param({ groups: { SOH0_1: { BPCORD: 'C1001' } } }))).messages).toEqual([
    'BPCORD : Field not modifiable',
  ]);
  erp.breakDown({ locked: 1 });
  expect((await modify(number, param({}))).messages).toEqual([`${number} : Record being modified by another user`]);
  expect((await remove(number)).status).toBe('1');
  expect((await read('SOH', 'SOHNUM', number)).messages).toEqual([`SOHNUM : ${number} : Record does not exist`]);
});
test('what was delivered is neither deleted nor ordered back', async () => {
  const number = erp.desk.enter({ customer: 'C1003', lines: [['T-2005', 4]] });
  erp.desk.deliver(number, 0.5);
  expect((await remove(number)).messages).toEqual([`${number} : Deletion impossible, order delivered or invoiced`]);
  expect((await modify(number, param({ tables: { SOH4_1: [{ QTY: '1' }] } }))).messages).toEqual([
    'QTY : Quantity already delivered',
  ]);
  erp.desk.deliver(number);
  expect((await modify(number, param({}))).messages).toEqual([`${number} : Order closed`]);
});
test('orders, deliveries, invoices, credits and money move the standing of a customer', async () => {
  const standing = async () => {
    const { ORDBPIATIC, DLVOSTC, BLCC } = (await get(detailsOf('BPCUSTMVT', 'C1009~HANSA'))).json;
    return [ORDBPIATIC, DLVOSTC, BLCC];
  };
  expect(await standing()).toEqual([0, 0, -250]);
  const number = erp.desk.enter({ customer: 'C1009', lines: [['T-2000', 100]] });
  expect(await standing()).toEqual([1428, 0, -250]);
  erp.desk.deliver(number);
  expect(await standing()).toEqual([0, 1428, -250]);
  const invoice = erp.desk.invoice(number);
  expect(await standing()).toEqual([0, 0, 1178]);
  const credit = erp.desk.credit(invoice, [[1, 10]]);
  expect(await standing()).toEqual([0, 0, 1035.2]);
  erp.desk.match(credit, invoice);
  erp.desk.pay(invoice);
  expect(await standing()).toEqual([0, 0, -250]);
  const { json } = await get(listOf('GACCDUDATE', { where: `BPR eq 'C1009' and FLGCLE eq false` }));
  expect(json.$resources.map(({ TYP, SNS, AMTCUR }: Record<string, unknown>) => [TYP, SNS, AMTCUR])).toEqual([
    ['RCPT', -1, 250],
  ]);
});
test('an order over the limit is kept, marked and warned of', async () => {
  const kept = await save(order({ BPCORD: 'C1009' }, { ITMREF: '1896-S', QTY: '20' }));
  expect([kept.status, kept.type, kept.messages, field(kept, 'CDTSTA')]).toEqual([
    '1',
    '2',
    ['Authorized credit exceeded'],
    '3',
  ]);
  await remove(field(kept, 'SOHNUM') ?? '');
});
test('a customer is created with its addresses and can order at once', async () => {
  const wish = (more: Record<string, string> = {}, address: Record<string, string> = {}) =>
    `<PARAM><GRP ID="BPC0_1"><FLD NAME="BCGCOD">${more.BCGCOD ?? 'DE'}</FLD></GRP><GRP ID="BPRC_1"><LST NAME="BPRNAM" SIZE="2"><ITM>Neu &amp; Jung KG</ITM></LST><FLD NAME="EECNUM">DE123456788</FLD></GRP><TAB ID="BPAC_1"><LIN NUM="1"><FLD NAME="CODADR">001</FLD><FLD NAME="BPACRY">${address.BPACRY ?? 'DE'}</FLD><FLD NAME="CTY">Jena</FLD><FLD NAME="WEB1">mail@neu-jung.example</FLD></LIN></TAB></PARAM>`;
  const kept = await save(wish(), 'BPC');
  const number = field(kept, 'BPCNUM') ?? '';
  expect((await get(detailsOf('BPARTNER', number))).json).toMatchObject({
    BPRNAM: ['Neu & Jung KG', ''],
    EECNUM: 'DE123456788',
  });
  expect((await get(detailsOf('BPADDRESS', `1~${number}~001`))).json).toMatchObject({ CTY: 'Jena', BPAADDFLG: true });
  expect((await save(order({ BPCORD: number }))).status).toBe('1');
  expect((await save(wish({ BCGCOD: 'NONE' }), 'BPC')).messages).toEqual(['BCGCOD : NONE : Record does not exist']);
  expect((await save(wish({}, { BPACRY: '' }), 'BPC')).messages).toEqual(['BPACRY(1) : Mandatory field']);
});
test('goods come back for the delivery that they went out with, and not more of them', async () => {
  const number = erp.desk.enter({ customer: 'C1003', lines: [['T-2020', 3]] });
  const delivery = erp.desk.deliver(number);
  const back = (QTY: string) =>
    save(
      param({
        groups: { SRH0_1: { STOFCY: 'H01', BPCORD: 'C1003' } },
        tables: { SRH1_1: [{ SDHNUM: delivery, SDDLIN: '1000', QTY }] },
      }),
      'SRH',
    );
  const kept = await back('2');
  expect((await get(detailsOf('SRETURN', field(kept, 'SRHNUM') ?? ''))).json.SRHSRD[0]).toMatchObject({
    ITMREF: 'T-2020',
    QTY: 2,
    SOHNUM: number,
  });
  expect((await back('2')).messages).toEqual(['QTY : Quantity greater than the delivered quantity']);
});
test('lists of the web service take conditions by key', async () => {
  const found = await query('SOH', 'CUSORDREF', 'PO-4711');
  expect(
    found.result?.children.map(({ children }) => children.find(({ attributes }) => attributes.NAME === 'BPCORD')?.text),
  ).toEqual(['C1001']);
  expect((await query('ITM', 'ITMSTA', '5')).result?.children).toHaveLength(1);
  expect((await query('ITM', 'ITMSTA', '&lt;&gt;5', 10)).result?.children).toHaveLength(10);
});

// Bad days.
test('a save that is refused late leaves no order and a gap in the numbers', async () => {
  const before = field(await save(order()), 'SOHNUM') ?? '';
  erp.breakDown({ lateRefusal: { words: 'Period closed', times: 1 } });
  expect((await save(order({ CUSORDREF: 'GAP' }))).messages).toEqual(['Period closed']);
  expect(erp.desk.ordersWith('GAP')).toEqual([]);
  expect(erp.store.get('ITMMVT', 'T-2005', 'H01')?.SALSTO).toBe(
    erp.store
      .where('SORDERQ', 'ITMREF', 'T-2005')
      .reduce((sum, { QTY, DLVQTY }) => sum + Number(QTY) - Number(DLVQTY), 0),
  );
  const after = field(await save(order()), 'SOHNUM') ?? '';
  expect(Number(after.slice(-6)) - Number(before.slice(-6))).toBe(2);
});
test.each([
  ['dropAfterCommit', null],
  ['gatewayTimeout', 504],
  ['unavailableAfterCommit', 503],
] as const)('%s loses the answer and keeps the order', async (fault, status) => {
  erp.breakDown({ [fault]: 1 });
  const answer = await save(order({ CUSORDREF: fault.slice(0, 20) })).catch(() => null);
  expect(answer?.http ?? null).toBe(status);
  expect(erp.desk.ordersWith(fault.slice(0, 20))).toHaveLength(1);
});
test('what never reached the pool did nothing, and says so', async () => {
  erp.breakDown({
    noWebServices: 1,
    poolStopped: 1,
    refusal: { words: 'Own words', times: 1 },
    warning: { words: 'Check', times: 1 },
  });
  expect(said(JSON.parse((await save(order({ CUSORDREF: 'NEVER' }))).text))).toBe('No web services accepted');
  expect((await save(order({ CUSORDREF: 'NEVER' }))).messages).toEqual([
    "No classic web service pool match to 'BACKROOM'",
  ]);
  expect((await save(order({ CUSORDREF: 'NEVER' }))).messages).toEqual(['Own words']);
  expect(erp.desk.ordersWith('NEVER')).toEqual([]);
  const warned = await save(order());
  expect([warned.status, warned.type, warned.messages]).toEqual(['1', '2', ['Check']]);
});
test('an order that is committed late is there in the end, though its client has gone', async () => {
  erp.breakDown({ slowCommit: { ms: 30, times: 1, answer: 'cut' } });
  await expect(save(order({ CUSORDREF: 'LATE' }))).rejects.toThrow();
  await expect.poll(() => erp.desk.ordersWith('LATE').length).toBe(1);
});
test('hidden rows and missing columns are as if they were not there', async () => {
  erp.breakDown({ hiddenRows: ['BPCUSTOMER C1003'], withoutFields: ['BPCUSTOMER.OSTAUZ'], pageSize: 3 });
  const { json } = await get(listOf('BPCUSTOMER', { count: '500' }));
  expect(json.$resources.map(({ BPCNUM }: { BPCNUM: string }) => BPCNUM)).toEqual(['C1001', 'C1002', 'C1004']);
  expect(json.$resources[0]).not.toHaveProperty('OSTAUZ');
  expect(said((await get(detailsOf('BPCUSTOMER', 'C1003'))).json)).toBe('721 : Record does not exist');
});
test('a file keeps the folder over a restart, and what others write into it', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'sage-x3-'));
  const file = join(dir, 'erp.sqlite');
  const first = await startSageX3({ file });
  const number = first.desk.enter({ customer: 'C1003', reference: 'KEPT', lines: [['T-2005', 2]] });
  await first.close();
  const again = await startSageX3({ file });
  expect(again.desk.ordersWith('KEPT').map(({ SOHNUM }) => SOHNUM)).toEqual([number]);
  expect(again.desk.enter({ customer: 'C1003', lines: [['T-2005', 1]] })).not.toBe(number);
  const db = new DatabaseSync(file);
  db.exec("update records set body = json_set(body, '$.OSTAUZ', 1) where object = 'BPCUSTOMER' and key = 'C1009'");
  db.close();
  again.store.refresh();
  expect(again.store.get('BPCUSTOMER', 'C1009')?.OSTAUZ).toBe(1);
  await again.close();
  rmSync(dir, { recursive: true });
});
