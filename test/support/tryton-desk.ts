import { z } from 'zod';
import type { ErpDesk } from './erp-journey.ts';

type Login = { user: string; password: string };
type Row = Record<string, unknown> & { id: number };
const answerSchema = z.object({ result: z.unknown().optional(), error: z.array(z.unknown()).optional() });
const warning = z.tuple([z.literal('UserWarning'), z.tuple([z.string()], z.unknown())]);
const date = z.object({ year: z.number(), month: z.number(), day: z.number() });
const decimal = z.object({ decimal: z.string() }).transform((value) => value.decimal);

/**
 * What people at Tryton's own screens do: deliver, post, pay, take back. Raw RPC on purpose: it shares nothing with our adapter, so that
 * a test sees what Tryton itself has.
 */
export async function trytonDesk(lab: { url: string; database: string }, login: Login): Promise<ErpDesk> {
  let nth = 0;
  let authorization = '';
  async function rpc(method: string, params: readonly unknown[]): Promise<unknown> {
    nth += 1;
    const response = await fetch(`${lab.url}/${lab.database}/`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
      body: JSON.stringify({ id: nth, method, params }),
      signal: AbortSignal.timeout(60_000),
    });
    if (!response.ok) throw new Error(`${method}: HTTP ${response.status}`);
    const { result, error } = answerSchema.parse(await response.json());
    if (error) throw new TrytonError(method, error);
    return result;
  }
  const [userId, session] = z
    .tuple([z.number(), z.string()])
    .parse(await rpc('common.db.login', [login.user, { password: login.password }, 'en']));
  authorization = `Session ${Buffer.from(`${login.user}:${userId}:${session}`).toString('base64')}`;
  const context = z.record(z.string(), z.unknown()).parse(await rpc('model.res.user.get_preferences', [true, {}]));

  /** A warning is read and accepted, as a person does, then the same is done again. */
  async function call(method: string, ...params: readonly unknown[]): Promise<unknown> {
    for (let warnings = 0; ; warnings += 1) {
      try {
        return await rpc(method, [...params, context]);
      } catch (error) {
        const shown = error instanceof TrytonError ? warning.safeParse(error.said) : null;
        if (!shown?.success || warnings === 5) throw error;
        const [, [name]] = shown.data;
        await rpc('model.res.user.warning.create', [[{ user: userId, name, always: false }], context]);
      }
    }
  }
  const press = (model: string, button: string, ids: readonly number[]) => call(`model.${model}.${button}`, [...ids]);
  const search = async (model: string, domain: readonly unknown[], fields: readonly string[]): Promise<Row[]> =>
    z
      .array(z.looseObject({ id: z.number() }))
      .parse(await call(`model.${model}.search_read`, domain, 0, null, [['id', 'ASC']], fields));
  const ids = (value: unknown) => z.array(z.number()).parse(value);
  const one = async (model: string, id: number, fields: readonly string[]): Promise<Row> => {
    const [row] = await search(model, [['id', '=', id]], fields);
    if (!row) throw new Error(`Tryton has no ${model} ${id}`);
    return row;
  };

  /** The company's own day, which near midnight is not this machine's. */
  const today = () => call('model.ir.date.today');

  /** Posts the order's draft invoice, dated today; its number and id. */
  async function post(sale: number): Promise<{ id: number; number: string }> {
    const [invoice = 0] = ids((await one('sale.sale', sale, ['invoices'])).invoices);
    await call('model.account.invoice.write', [invoice], { invoice_date: await today() });
    await press('account.invoice', 'post', [invoice]);
    const { number } = await one('account.invoice', invoice, ['number']);
    return { id: invoice, number: z.string().parse(number) };
  }

  return {
    async ordersWith(reference) {
      // Where the customer gave a number of its own, that is the reference, and ours is the description.
      const either = [['OR', ['reference', '=', reference], ['description', '=', reference]]];
      const rows = await search('sale.sale', either, ['number', 'state', 'untaxed_amount']);
      return rows.map((row) => ({
        id: row.id,
        number: z.string().parse(row.number),
        net: decimal.parse(row.untaxed_amount),
        confirmed: row.state === 'processing',
      }));
    },
    /**
     * On hand where orders leave from, the oldest warehouse as no other is set; of the products of which nothing is promised or on its way, for these
     * are available in full.
     */
    async stockOf(codes) {
      const warehouses = await search('stock.location', [['type', '=', 'warehouse']], ['storage_location']);
      const [serving] = warehouses.sort((left, right) => left.id - right.id);
      const places = serving ? [serving.storage_location] : [];
      const end = await today();
      const rows = z
        .array(z.looseObject({ id: z.number(), code: z.string(), quantity: z.number() }))
        .parse(
          await rpc('model.product.product.search_read', [
            [['code', 'in', [...codes]]],
            ...[0, null, null, ['code', 'quantity']],
            { ...context, locations: places, with_childs: true, stock_date_end: end },
          ]),
        );
      const ids = rows.map(({ id }) => id);
      const open = [
        ...(await search(
          'stock.move',
          [
            ['product', 'in', ids],
            ['state', 'in', ['draft', 'assigned']],
          ],
          ['product'],
        )),
        ...(await search(
          'sale.line',
          [
            ['product', 'in', ids],
            ['sale.state', 'in', ['quotation', 'confirmed']],
          ],
          ['product'],
        )),
      ].map(({ product }) => product);
      return new Map(rows.flatMap(({ id, code, quantity }) => (open.includes(id) ? [] : [[code, quantity]])));
    },
    /** Picks, packs and sends all of it. */
    async deliver(sale) {
      for (const shipment of ids((await one('sale.sale', sale, ['shipments'])).shipments)) {
        await press('stock.shipment.out', 'wait', [shipment]);
        const assigned = await press('stock.shipment.out', 'assign_try', [shipment]);
        if (assigned !== true) throw new Error(`not enough in stock to assign shipment ${shipment}`);
        for (const step of ['pick', 'pack', 'done']) await press('stock.shipment.out', step, [shipment]);
      }
    },
    post,
    async detailsOf(sale) {
      const row = await one('sale.sale', sale, ['reference', 'shipping_date', 'shipment_address']);
      const { year, month, day } = date.parse(row.shipping_date);
      const { city } = await one('party.address', z.number().parse(row.shipment_address), ['city']);
      const two = (value: number) => String(value).padStart(2, '0');
      return {
        poNumber: z.string().parse(row.reference),
        requestedDate: `${year}-${two(month)}-${two(day)}`,
        city: z.string().parse(city),
      };
    },
    async limitCredit(sale, amount) {
      const { party } = await one('sale.sale', sale, ['party']);
      const of = z.number().parse(party);
      const before = (await one('party.party', of, ['credit_limit_amount'])).credit_limit_amount;
      const write = (value: unknown) => call('model.party.party.write', [of], { credit_limit_amount: value });
      await write({ __class__: 'Decimal', decimal: amount });
      return () => write(before);
    },
    /** Pays what is left of an invoice, by the wizard that its button opens. */
    async pay(invoice) {
      const [method] = await search('account.invoice.payment.method', [], ['name']);
      const row = await one('account.invoice', invoice, ['amount_to_pay', 'currency', 'company']);
      const [wizard] = z.tuple([z.number()], z.unknown()).parse(await call('wizard.account.invoice.pay.create'));
      const start = {
        payment_method: method?.id,
        date: await today(),
        amount: row.amount_to_pay,
        currency: row.currency,
        company: row.company,
        invoice_account: null,
        description: null,
      };
      const opened = { ...context, active_model: 'account.invoice', active_id: invoice, active_ids: [invoice] };
      await rpc('wizard.account.invoice.pay.execute', [wizard, { start }, 'choice', opened]);
      await rpc('wizard.account.invoice.pay.delete', [wizard, context]);
    },
    async claimsOf(order, reason) {
      const domain = [
        ['description', '=', reason],
        ['state', '=', 'waiting'],
        ['origin', '=', `sale.sale,${order}`],
      ];
      return (await search('sale.complaint', domain, ['state'])).map((row) => row.id);
    },
    /** Approves a complaint, takes the goods of its return order back in, and posts the credit note; its number. */
    async takeBack(_order, complaint) {
      await press('sale.complaint', 'approve', [complaint]);
      const [back] = await search('sale.sale', [['origin', '=', `sale.complaint,${complaint}`]], ['state']);
      if (!back) throw new Error('no return order came of the complaint');
      await press('sale.sale', 'quote', [back.id]);
      await press('sale.sale', 'confirm', [back.id]);
      for (const shipment of ids((await one('sale.sale', back.id, ['shipment_returns'])).shipment_returns)) {
        await press('stock.shipment.out.return', 'receive', [shipment]);
        await press('stock.shipment.out.return', 'done', [shipment]);
      }
      return (await post(back.id)).number;
    },
  };
}
class TrytonError extends Error {
  readonly said: readonly unknown[];
  constructor(method: string, said: readonly unknown[]) {
    super(`${method}: ${JSON.stringify(said).slice(0, 500)}`);
    this.said = said;
  }
}
