import { erpCustomerIdSchema, erpProductIdSchema, referenceSchema } from '@backroom/shared';
import { expect, test } from 'vitest';
import {
  type Asked,
  call,
  folderOf,
  head,
  item,
  reference,
  refusedBy,
  rows,
  type Said,
  small,
  soapFault,
  stored,
} from '../../../test/x3-folder.ts';
import { ErpError } from '../contract/errors.ts';
import type { OrderInput } from '../contract/schemas.ts';

const order = {
  reference: referenceSchema.parse(reference),
  customerId: erpCustomerIdSchema.parse('C1011'),
  currency: 'EUR',
  requestedDate: null,
  note: null,
  lines: [
    {
      productId: erpProductIdSchema.parse('1896-S'),
      quantity: '2',
      unitPrice: { amount: '10', currency: 'EUR' },
      description: null,
    },
  ],
} as unknown as OrderInput;
const created = '<GRP ID="SOH0_1"><FLD NAME="SOHNUM" TYPE="Char">SOI-1</FLD></GRP>';
/** A folder that answers a save so, and has `there` under the reference once something was saved. */
function world(said: Said, there: object[] = [], before: object[] = []) {
  let isSaved = false;
  const folder = folderOf(
    small((asked: Asked) => {
      if (asked.of === 'soap') {
        isSaved = true;
        return said;
      }
      return asked.of === 'SORDER' ? rows(...(isSaved ? there : before)) : undefined;
    }),
  );
  return { ...folder, create: (input = order) => folder.adapter.orders?.create(input, call()) };
}
const failure = async (work: Promise<unknown> | undefined): Promise<ErpError> => {
  const error = await Promise.resolve(work).catch((caught: unknown) => caught);
  if (error instanceof ErpError) return error;
  throw new Error(`no ErpError: ${String(error)}`);
};

test('an order is stored once: it is looked up, saved under the short reference, and read again', async () => {
  const x3 = world(stored(created), [head()]);
  expect(await x3.create()).toMatchObject({
    number: 'SOI-1',
    reference,
    status: 'confirmed',
    total: { amount: '23.8' },
  });
  const [look, again] = x3.lists('SORDER');
  expect(look?.where).toBe("CUSORDREF eq 'AAAABBBBCCCCDDDDEEEE'");
  expect(again?.where).toBe("SOHNUM eq 'SOI-1'");
  const [save] = x3.writes();
  expect(save?.body).toContain('<FLD NAME="CUSORDREF">AAAABBBBCCCCDDDDEEEE</FLD>');
  expect(save?.body).not.toContain('SOHNUM');
  expect(save?.headers.get('soapaction')).toBe('""');
});
test('an order that is there already is not sent again', async () => {
  const x3 = world(stored(created), [], [head()]);
  expect(await x3.create()).toMatchObject({ number: 'SOI-1' });
  expect(x3.writes()).toEqual([]);
});

test('a control that refuses a stored reference means that the order is there', async () => {
  // Recorded words of a customer's own control, in his language.
  const x3 = world(refusedBy('Nº Fatura NAU já registada no documento: FRN-23/00051'), [head({ SOHNUM: 'SOI-7' })]);
  expect(await x3.create()).toMatchObject({ number: 'SOI-7', reference });
});
test('a refusal is told in the words of X3, and only when nothing was stored', async () => {
  const error = await failure(world(refusedBy('Nº Fatura NAU já registada no documento: FRN-23/00051')).create());
  expect(error).toMatchObject({ kind: 'refused', words: 'Nº Fatura NAU já registada no documento: FRN-23/00051' });
  // Unknown words, of an unknown type, are a refusal too and never a reason to send again.
  const unknown = await failure(world(refusedBy('Betrag 17 passt nicht', { type: 9 })).create());
  expect(unknown).toMatchObject({ kind: 'refused', words: 'Betrag 17 passt nicht' });
});
test('a refusal that cannot be checked leaves the outcome open', async () => {
  let asked = 0;
  const folder = folderOf(
    small(({ of }) => {
      if (of === 'soap') return refusedBy('Nº Fatura NAU já registada no documento: FRN-23/00051');
      if (of !== 'SORDER') return undefined;
      asked += 1;
      return asked === 1 ? rows() : { status: 503, text: '<html>Service Unavailable</html>' };
    }),
  );
  expect(await failure(folder.adapter.orders?.create(order, call()))).toMatchObject({ kind: 'uncertain' });
});
test('a line whose product stands in the words is named', async () => {
  const error = await failure(world(refusedBy('1896-S : Article obsolète')).create());
  expect(error).toMatchObject({ kind: 'refused', field: 'lines.0.productId', words: '1896-S : Article obsolète' });
});

test('what the server says before X3 has begun is certain', async () => {
  // Quoted in Sage's online help on SOAP web services.
  const notStarted = {
    status: 500,
    body: { $diagnoses: [{ $severity: 'error', $message: 'No web services accepted' }] },
  };
  expect(await failure(world(notStarted).create())).toMatchObject({
    kind: 'unreachable',
    words: 'No web services accepted',
  });
  const noHeader = {
    status: 500,
    body: { $diagnoses: [{ $severity: 'error', $message: "Header 'soapAction' is missing." }] },
  };
  expect(await failure(world(noHeader).create())).toMatchObject({ kind: 'unreachable' });
  const noPool = refusedBy("No classic web service pool match to 'BACKROOM'");
  expect(await failure(world(noPool).create())).toMatchObject({ kind: 'refused', field: 'pool' });
});
test('anything else that is no answer to a save leaves the outcome open', async () => {
  const half = stored(created).text?.slice(0, 700) ?? '';
  const neither = refusedBy('x').text?.replace('>0</status>', '></status>') ?? '';
  const withoutDocument = refusedBy('x').text?.replace('>0</status>', '>1</status>') ?? '';
  for (const said of [
    { text: '' },
    { text: half },
    { text: neither },
    { text: withoutDocument },
    { text: '<html><body>Maintenance</body></html>' },
    { status: 500, body: { $diagnoses: [{ $severity: 'error', $message: 'Timeout' }] } },
    { status: 502, text: '<html>Bad Gateway</html>' },
    soapFault('soapenv:Server', 'Session lost'),
  ])
    expect(await failure(world(said).create()), JSON.stringify(said)).toMatchObject({ kind: 'uncertain' });
  expect(await failure(world(soapFault('soapenv:Client', 'Bad envelope')).create())).toMatchObject({
    kind: 'refused',
    words: 'Bad envelope',
  });
});
test('a stored order that cannot be read again is uncertain, and so is one without its number', async () => {
  expect(await failure(world(stored(created)).create())).toMatchObject({ kind: 'uncertain' });
  const numberless = world(stored('<GRP ID="SOH0_1"/>'), [head()]);
  expect(await numberless.create()).toMatchObject({ number: 'SOI-1' });
});

test('a record that is not there comes with status 200', async () => {
  const folder = folderOf(() => undefined);
  const error = await failure(folder.adapter.orders?.list({ customerId: erpCustomerIdSchema.parse('C9') }, call()));
  expect(error).toMatchObject({ kind: 'not_found', field: 'customerId' });
});
test('a token that is refused says why in plain text', async () => {
  const folder = folderOf(() => ({ status: 401, text: 'Error 45: Invalid token' }), {
    credentials: { password: '', clientId: 'app', clientSecret: 'key' },
  });
  const error = await failure(folder.adapter.health({}, call()));
  expect(error).toMatchObject({ kind: 'unauthorised', field: 'credentials' });
  expect(error.words).toContain('Error 45: Invalid token');
  const [head = '', claims = ''] = (folder.calls[0]?.headers.get('authorization') ?? '')
    .replace('Bearer ', '')
    .split('.');
  expect(JSON.parse(Buffer.from(head, 'base64url').toString())).toEqual({ alg: 'HS256', typ: 'JWT' });
  const { iss, sub, aud, iat, exp } = JSON.parse(Buffer.from(claims, 'base64url').toString());
  expect({ iss, sub, aud, life: exp - iat }).toEqual({
    iss: 'app',
    sub: 'backroom',
    aud: 'https://x3.example',
    life: 300,
  });
});
test('a token that our clock dates wrongly is signed once more by the clock of the server, and from then on', async () => {
  const issuedIn = ({ headers }: Asked): number => {
    const [, claims = ''] = (headers.get('authorization') ?? '').split('.');
    return JSON.parse(Buffer.from(claims, 'base64url').toString()).iat;
  };
  // Ours says the 28th.
  const server = Date.parse('2026-11-29T12:00:00Z') / 1000;
  const date = new Date(server * 1000).toUTCString();
  const folder = folderOf(
    (asked) =>
      Math.abs(issuedIn(asked) - server) < 60
        ? undefined
        : { status: 401, text: 'Error 50: Invalid token', headers: { date } },
    { credentials: { password: '', clientId: 'app', clientSecret: 'key' } },
  );
  expect((await folder.adapter.customers?.get({ ids: [order.customerId] }, call()))?.results).toEqual([null]);
  expect(folder.calls.map((asked) => issuedIn(asked) > server - 60).indexOf(true)).toBe(1);
  expect(folder.calls.slice(1).every((asked) => issuedIn(asked) > server - 60)).toBe(true);
});
test('a right that is missing is told in the words of X3; a class that is not there is unsupported', async () => {
  const saying = (status: number, $message: string) =>
    failure(
      folderOf(({ of }) =>
        of === 'ITMMASTER' ? { status, body: { $diagnoses: [{ $severity: 'error', $message }] } } : undefined,
      ).adapter.products?.resolve({ codes: ['1896-S'] }, call()),
    );
  expect(await saying(403, 'Access denied')).toMatchObject({
    kind: 'unauthorised',
    field: 'permissions',
    words: 'Access denied',
  });
  expect(await saying(404, 'Class not found: ITMMASTER')).toMatchObject({ kind: 'unsupported' });
  expect(await saying(500, 'Unknown property')).toMatchObject({ kind: 'unreachable', words: 'Unknown property' });
  expect(await saying(400, 'Bad query')).toMatchObject({ kind: 'refused', words: 'Bad query' });
});

test('every page of a list is read from our own address, whatever host the server names itself', async () => {
  const folder = folderOf(({ of, url }) => {
    if (of !== 'ITMMASTER') return undefined;
    const isSecond = url.searchParams.has('key');
    return {
      body: {
        $resources: [isSecond ? { ...item, ITMREF: 'T-2' } : item],
        $links: isSecond
          ? {}
          : {
              $next: {
                $url: 'http://internal:8124/api1/x3/erp/SEED/ITMMASTER?representation=ITMMASTER.$query&key=gt.1896-S',
              },
            },
      },
    };
  });
  const answer = await folder.adapter.products?.resolve({ codes: ['1896-S', 'T-2'] }, call());
  expect(answer?.results.map((each) => each?.code)).toEqual(['1896-S', 'T-2']);
  expect(folder.lists('ITMMASTER').map(({ url }) => url.host)).toEqual(['x3.example', 'x3.example']);
});
test('a list that leads elsewhere or never ends is drift', async () => {
  const leading = ($url: string, $resources: object[]) =>
    failure(
      folderOf(({ of }) =>
        of === 'ITMMASTER' ? { body: { $resources, $links: { $next: { $url } } } } : undefined,
      ).adapter.products?.resolve({ codes: ['1896-S'] }, call()),
    );
  expect(await leading('http://elsewhere.example/steal', [item])).toMatchObject({
    kind: 'drift',
    field: '$links.$next',
  });
  expect(await leading('/api1/x3/erp/SEED/ITMMASTER', [])).toMatchObject({ kind: 'drift', field: '$links.$next' });
});
test('a figure that is not there is not zero', async () => {
  const folder = folderOf(
    small(({ of }) =>
      of === 'SORDER'
        ? rows(head())
        : of === 'SORDERQ'
          ? rows({ SOHNUM: 'SOI-1', SOPLIN: 1000, QTY: 2, DLVQTY: null, INVQTY: null })
          : undefined,
    ),
  );
  const error = await failure(folder.adapter.orders?.findByNumber({ numbers: ['SOI-1'] }, call()));
  expect(error).toMatchObject({ kind: 'drift', field: 'DLVQTY' });
  const stock = folderOf(
    small(({ of }) =>
      of === 'ITMMVT' ? rows({ ITMREF: '1896-S', STOFCY: 'H01', PHYSTO: null, PHYALL: 0, GLOALL: 0 }) : undefined,
    ),
  );
  const ids = [erpProductIdSchema.parse('1896-S')];
  expect(await stock.adapter.stock?.availability({ productIds: ids }, call())).toEqual({ results: [null] });
});
test('a copy that a colleague made keeps the reference and is not ours', async () => {
  const copy = head({ SOHNUM: 'SOI-2', CREUSR: 'DESK', CREDATTIM: '2026-11-28T13:00:00Z' });
  const folder = folderOf(small(({ of }) => (of === 'SORDER' ? rows(copy, head()) : undefined)));
  const found = await folder.adapter.orders?.findByReference({ references: [order.reference] }, call());
  expect(found?.results[0]?.map(({ number }) => number)).toEqual(['SOI-1']);
});
