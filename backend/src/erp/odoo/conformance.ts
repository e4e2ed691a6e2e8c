import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { examplesSchema } from '../conformance/examples.ts';
import type { Subject } from '../conformance/subject.ts';
import { connect as connectTo } from '../transport/odoo/transport.ts';
import { odoo } from './index.ts';
import { keys, replay } from './replay.ts';

/** What the tests need to know of a real Odoo. `EXAMPLES` is a JSON file with records that show the cases. */
const environment = (prefix: string) => {
  const read = (name: string) => process.env[`${prefix}_${name}`] || null;
  const [url, key] = [read('URL'), read('API_KEY')];
  return url === null || key === null
    ? null
    : {
        url,
        key,
        database: read('DB'),
        login: read('LOGIN'),
        company: read('COMPANY'),
        shipping: read('SHIPPING_PRODUCT'),
        limitedKey: read('LIMITED_KEY'),
        limitedLogin: read('LIMITED_LOGIN'),
        examples: read('EXAMPLES'),
      };
};

/** 16 reads no tree of records: each level of it is a call. */
const levels = '16 reads one level of linked records a call, so this panel takes more than two';
const lacks: Readonly<Record<string, string>> = {
  'cost: prices of 50 lines in five quantities': levels,
  'cost: orders of a customer': levels,
  'cost: invoices of a customer': levels,
  'cost: credit of a customer': levels,
  'cost: returns of a customer': levels,
  'cost: orders of 50 references and 50 numbers': levels,
};

/** A real server. Two, since the two APIs and the fields of the oldest and the newest version differ. */
const live = (name: string, prefix: string, major: number): Subject => ({
  name,
  proof: 'live',
  async open() {
    const given = environment(prefix);
    if (!given) return { unavailable: `${prefix}_URL and ${prefix}_API_KEY name no server` };
    const connect = (key: string, login: string | null) => (url: string) =>
      odoo({
        url,
        credentials: { key, ...(login ? { login } : {}) },
        settings: {
          ...(given.database ? { database: given.database } : {}),
          ...(given.company ? { company: given.company } : {}),
          ...(given.shipping ? { shippingProduct: given.shipping } : {}),
        },
      });
    const { version } = await connect(
      given.key,
      given.login,
    )(given.url).health({}, { signal: AbortSignal.timeout(30_000) });
    if (Number.parseInt(version, 10) !== major)
      return { unavailable: `${prefix}_URL is Odoo ${version}, not ${major}` };
    const file: unknown = given.examples === null ? {} : JSON.parse(readFileSync(given.examples, 'utf8'));
    return {
      url: given.url,
      connect: connect(given.key, given.login),
      ...(given.limitedKey ? { limited: connect(given.limitedKey, given.limitedLogin) } : {}),
      wrong: connect('0'.repeat(40), given.login),
      // "Duplicate" in the order's menu.
      async copyOrder({ id }) {
        const { url, database, login, key } = given;
        const signal = AbortSignal.timeout(30_000);
        const { send } = await connectTo({ url, database, login, key }, signal);
        const call = { model: 'sale.order', ids: [Number(id)], signal };
        const [copy = 0] = z.array(z.number()).parse([await send({ ...call, method: 'copy' })].flat());
        const rows = await send({ ...call, ids: [copy], method: 'read', args: { fields: ['name'] } });
        return z.array(z.object({ name: z.string() })).parse(rows)[0]?.name ?? '';
      },
      async deliverOrder({ id }) {
        const { url, database, login, key } = given;
        const signal = AbortSignal.timeout(60_000);
        const { send } = await connectTo({ url, database, login, key }, signal);
        const ids = z.array(z.object({ id: z.number() }));
        const of = (model: string, domain: unknown[]) =>
          send({ model, method: 'search_read', args: { domain, fields: ['id'] }, signal }).then((rows) =>
            ids.parse(rows).map((row) => row.id),
          );
        const moves = await of('stock.move', [
          ['picking_id.sale_id', '=', Number(id)],
          ['state', 'not in', ['done', 'cancel']],
        ]);
        for (const move of moves) {
          const rows = await send({
            model: 'stock.move',
            ids: [move],
            method: 'read',
            args: { fields: ['product_uom_qty'] },
            signal,
          });
          const [{ product_uom_qty: quantity } = { product_uom_qty: 0 }] = z
            .array(z.object({ product_uom_qty: z.number() }))
            .parse(rows);
          const vals = major >= 17 ? { quantity, picked: true } : { quantity_done: quantity };
          await send({ model: 'stock.move', ids: [move], method: 'write', args: { vals }, write: true, signal });
        }
        const pickings = await of('stock.picking', [
          ['sale_id', '=', Number(id)],
          ['state', 'not in', ['done', 'cancel']],
        ]);
        await send({ model: 'stock.picking', ids: pickings, method: 'button_validate', write: true, signal });
      },
      async editOrder({ id }, quantity) {
        const { url, database, login, key } = given;
        const signal = AbortSignal.timeout(30_000);
        const { send } = await connectTo({ url, database, login, key }, signal);
        const rows = await send({
          model: 'sale.order.line',
          method: 'search_read',
          args: { domain: [['order_id', '=', Number(id)]], fields: ['id'], limit: 1 },
          signal,
        });
        const [line] = z.array(z.object({ id: z.number() })).parse(rows);
        const vals = { product_uom_qty: Number(quantity) };
        await send({
          model: 'sale.order.line',
          ids: [line?.id ?? 0],
          method: 'write',
          args: { vals },
          write: true,
          signal,
        });
      },
      examples: examplesSchema.parse(file),
      ...(major < 17 ? { lacks } : {}),
      close: async () => {},
    };
  },
});

/** What recorded answers cannot show. */
export const lacksRecorded = (major: number): Readonly<Record<string, string>> => ({
  ...(major < 17 ? lacks : {}),
  'customers.addresses: those of the customer, each once, with what it is for':
    'recorded before the adapter listed addresses',
  ...Object.fromEntries(
    [
      'fields.list: each field once, with a label; choices only where they are asked for',
      'fields.read: in the order asked, null for what is not there, and no field that is not there',
      'orders.simulate: a field that is not there is refused by its name',
    ].map((name) => [name, 'recorded before the adapter listed fields of its own']),
  ),
  'customers.list: every customer once, page by page': 'recorded before the list told registration numbers',
  'invoices.pdf: is a PDF': 'no invoice is kept among the recorded answers',
  'invoices.pdf: cut in the middle is no PDF': 'no invoice is kept among the recorded answers',
});
const recordingSchema = z.object({ examples: examplesSchema, answers: z.record(z.string(), z.unknown()) });
/** The answers of such a server, given again: reads only. What it has seen is in the file's first lines. */
const recorded = (name: string, major: number): Subject => ({
  name,
  proof: 'recorded',
  async open() {
    const file = new URL(`recorded/odoo${major}.json`, import.meta.url);
    const { examples, answers } = recordingSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    if (Object.keys(answers).length === 0 && process.env.ODOO_RECORD !== String(major))
      return {
        unavailable: `the adapter asks otherwise since ${major} was recorded: ODOO_RECORD=${major} records it again`,
      };
    const { url, close } = await replay(file, () =>
      new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(new Date()),
    );
    const connect = (key: string, login: string) => (address: string) =>
      odoo({ url: address, credentials: { key, login }, settings: { database: `lab${major}` } });
    return {
      url,
      connect: connect(keys.full, 'backroom'),
      limited: connect(keys.limited, 'limited'),
      wrong: connect(keys.wrong, 'backroom'),
      examples,
      lacks: lacksRecorded(major),
      close,
    };
  },
});

export const subjects: readonly Subject[] = [
  live('Odoo 19', 'ODOO', 19),
  live('Odoo 16', 'ODOO16', 16),
  recorded('Odoo 19 recorded', 19),
  recorded('Odoo 16 recorded', 16),
];
