import assert from 'node:assert/strict';
import { accountIdSchema, type RecordRef } from '@backroom/shared';
import { z } from 'zod';
import { handsOf } from '../../../../test/odoo-crm/hands.ts';
import { placeholders, realOdoo, sourceOf } from '../../../../test/odoo-crm/recording.ts';
import { processPorts } from '../../erp/transport/ports.ts';
import { memoryTokens, openFront } from '../conformance/front.ts';
import type { Part, Subject } from '../conformance/subject.ts';
import type { WriteBack } from '../contract/index.ts';
import { parseDelivery } from './events.ts';
import { createOdooCrm } from './index.ts';
import { models, names } from './names.ts';
import { odooPlaces } from './places.ts';

const DATABASE = '7a9f3c52-5b1e-4d0a-9c1d-2f6b8e4a1c30';
export const account = accountIdSchema.parse(`odoo-crm:${DATABASE}`);
const none = 'an opportunity of Odoo has no lines of its own, and its newest quotation counts when none was sent';
const notHere = 'Odoo has no such thing';
const floats =
  'Odoo computes with floats of 15 digits, and rounds prices, discounts and quantities to the places that are set';
const lacks: Readonly<Record<string, string>> = {
  'numbers keep every digit, large ones too': floats,
  'numbers of many decimals are read to the twelfth, never dropped': floats,
  'a line without a product code, and one without a price': 'a line always has a price; see lines.test.ts',
  'drafts and rejected quotes promise nothing: the deal’s own lines are used': none,
  'more lines on the deal itself than one answer holds all come, in their order': none,
  'the total of a deal without a quote is that of its own lines': none,
  'a quote that is kept in step with the deal counts although nobody accepted it': notHere,
  'a deal without a company': 'a quotation always has a customer',
  'money off each unit is read, with a long tail of decimals too': `${notHere}: a line's discount is in percent`,
  'a line keeps its own currency, whatever the quote’s is': `${notHere}: lines have the quotation's`,
  'a line that is billed more than once is named': notHere,
  'a price by tiers is what the CRM’s own total comes to, or it is named': `${notHere}: a line has one price`,
  'a discount on the whole quote lowers its total': 'it is a line of an amount; see lines.test.ts',
  'freight and tax of a quote are told apart from its net total': 'freight is a line of its own; see lines.test.ts',
  'texts come without characters that no store takes': 'Odoo’s database refuses them itself',
  'the day’s calls are spent: busy, for minutes': 'Odoo counts no day',
  'a session that ended is renewed once, however many notice': 'an API key has no session',
  'a wrong secret of our own disconnects nobody, and is no fault of the account':
    'Backroom has no secret of its own there',
};
/** What a recording of a sensible size cannot hold. */
const many = 'hundreds of records are put into a live Odoo only';
const lacksRecorded: Readonly<Record<string, string>> = {
  'more sold deals than a page holds all come, each once, a few calls a page': many,
  'every company is listed once, page by page, with what it is recognised by': many,
};
const rowSchema = z.array(z.looseObject({ id: z.number(), backroom_known: z.union([z.string(), z.literal(false)]) }));
const quotesSchema = z.array(
  z.object({ id: z.number(), partner_id: z.tuple([z.number(), z.string()]), order_line: z.array(z.number()) }),
);
const amounts = ['orderTotal', 'creditFree', 'invoicedTotal', 'paidTotal', 'openTotal', 'overdueTotal'];

const kinds = {
  live: 'Odoo CRM 19',
  // The API of 17 and 18, which 19 still has.
  rpc: 'Odoo CRM 19 over JSON-RPC',
  recorded: 'Odoo CRM 19 recorded',
} as const;
const rpcSchema = z.object({ params: z.object({ service: z.string(), method: z.string() }) });
const resultSchema = z.looseObject({ result: z.record(z.string(), z.unknown()) });

function subjectOf(kind: keyof typeof kinds): Subject {
  const isRpc = kind === 'rpc';
  /** JSON-RPC answers everything with 200. */
  const fault = (status: number, name: string, message: string) =>
    isRpc
      ? Response.json({ jsonrpc: '2.0', error: { code: 0, message: 'Odoo Server Error', data: { name, message } } })
      : Response.json({ name, message }, { status });
  return {
    name: kinds[kind],
    ...(kind !== 'recorded' && !realOdoo() ? { unavailable: 'ODOO_CRM_URL and its keys name no server' } : {}),
    async open(of) {
      const source = sourceOf(kind === 'recorded' ? 'recorded' : 'live', of);
      const hands = handsOf(source);
      /** Fields that an older version of the addon has not. */
      const gone = new Set<string>();
      async function answer(request: Request): Promise<Response> {
        const { pathname: path } = new URL(request.url);
        if (path === '/json/version')
          return isRpc
            ? new Response('<html>', { status: 404 })
            : Response.json({ version_info: [19, 0, 0, 'final', 0, ''], version: '19.0' });
        const body = await request.text();
        if (isRpc && rpcSchema.parse(JSON.parse(body)).params.method === 'version')
          return Response.json({ result: { server_version_info: [18, 0, 0, 'final', 0, ''], server_version: '18.0' } });
        if (/\bwrite_back\b/.test(isRpc ? body : path) && [...gone].some((name) => body.includes(`"${name}"`)))
          return fault(500, 'builtins.ValueError', 'Invalid field');
        const {
          status,
          type,
          body: given,
        } = source.ask({ path, authorization: request.headers.get('authorization') ?? '', body });
        if (gone.size === 0 || !/\bfields_get\b/.test(isRpc ? body : path))
          return new Response(given, { status, headers: { 'content-type': type } });
        const whole: unknown = JSON.parse(given);
        const fields = isRpc ? resultSchema.parse(whole).result : z.record(z.string(), z.unknown()).parse(whole);
        const left = Object.fromEntries(Object.entries(fields).filter(([name]) => !gone.has(name)));
        return Response.json(isRpc ? { result: left } : left, { status });
      }
      const front = await openFront(
        { fetch: answer },
        {
          isToken: () => false,
          faults: {
            rate_limited: () => new Response('', { status: 429, headers: { 'retry-after': '4' } }),
            day_is_spent: () => new Response('', { status: 429 }),
            locked: () => fault(500, 'psycopg2.errors.LockNotAvailable', 'could not obtain lock on row'),
            server_error: () => new Response('<html>', { status: 502 }),
            not_json: () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
          },
          ended: () => fault(401, 'werkzeug.exceptions.Unauthorized', 'Invalid apikey'),
          refused: () => new Response('', { status: 404 }),
          misconfigured: () => new Response('', { status: 404 }),
        },
      );
      let passed = 0;
      const kept = memoryTokens(account, {
        ...{ accessToken: placeholders.backroom, refreshToken: '', expiresAt: Number.MAX_SAFE_INTEGER },
        more: { url: front.url, database: placeholders.database, login: 'backroom', publicKey: 'x'.repeat(43) },
      });
      const places = odooPlaces(kept.store);
      const { adapter } = createOdooCrm({ places, fetch: processPorts.fetch, now: () => Date.now() + passed });
      const quoteOf = (deal: string) => {
        const found = hands.search('sale.order', [['opportunity_id', '=', Number(deal)]], ['partner_id', 'order_line']);
        return quotesSchema.parse(found).at(-1) ?? assert.fail('no quotation');
      };
      const withheld: Readonly<Record<Part, (deal: string) => void>> = {
        company: (deal) => hands.hide('res.partner', quoteOf(deal).partner_id[0]),
        quote: (deal) => hands.hide('sale.order', quoteOf(deal).id),
        line: (deal) => hands.hide('sale.order.line', quoteOf(deal).order_line[0] ?? 0),
        adjustment: (deal) => hands.hide('sale.order.line', quoteOf(deal).order_line.at(-1) ?? 0),
      };
      const told = (changes: object[]) => ({ database: DATABASE, at: '2026-11-29T08:00:00.000Z', changes });
      return {
        ...front,
        crm: adapter,
        account,
        writesPrices: 'quote',
        stranger: accountIdSchema.parse('odoo-crm:00000000-0000-4000-8000-00000000000e'),
        deal: (spec) => String(hands.deal(spec)),
        company: (spec) => String(hands.company(spec)),
        stored({ type, id }: RecordRef, field: keyof WriteBack) {
          const name = names[field] ?? field;
          const fields = [name, 'backroom_known'];
          const [row] = hands.call(rowSchema, models[type], 'read', { ids: [Number(id)], fields });
          const value = row?.[name];
          if (amounts.includes(field)) {
            if (!(row?.backroom_known || '').split(',').includes(name)) return null;
            return Number.isInteger(value) ? String(value) : Number(value).toFixed(2);
          }
          return value === undefined || (value === false && field !== 'blocked') ? null : String(value);
        },
        unknown: {
          deal: '2147483600',
          company: '2147483600',
          malformed: ['abc', '0', '-1', '1.5', '1e3', '99999999999', "1' or 1=1", ''],
        },
        connected: kept.connected,
        manyLines: 250,
        delivery: ({ type, id }, deleted) => told([{ type, id: Number(id), kind: deleted ? 'deleted' : 'changed' }]),
        parse: parseDelivery,
        withhold: (deal, part) => withheld[part](deal),
        mergers: ['deal', 'company'],
        merge(type, survivor, lost) {
          const ids = [Number(survivor), Number(lost)];
          if (type === 'deal') hands.call(z.unknown(), 'crm.lead', 'merge_opportunity', { ids });
          else {
            const vals = { partner_ids: [[6, 0, ids]], dst_partner_id: ids[0] };
            const wizard = hands.create('base.partner.merge.automatic.wizard', vals);
            hands.call(z.unknown(), 'base.partner.merge.automatic.wizard', 'action_merge', { ids: [wizard] });
          }
          return survivor;
        },
        mergeDelivery: (type, survivor, lost) =>
          told([{ type, id: Number(lost), kind: 'merged', into: Number(survivor) }]),
        passTime(ms) {
          passed += ms;
        },
        takeAway: (field) => void gone.add(names[field] ?? field),
        lacks: kind === 'recorded' ? { ...lacks, ...lacksRecorded } : lacks,
        async close() {
          hands.putBack();
          await front.close();
          await source.close();
        },
      };
    },
  };
}
export const recorded = subjectOf('recorded');
export const subjects: readonly Subject[] = [subjectOf('live'), subjectOf('rpc'), recorded];
