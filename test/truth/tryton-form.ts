/** Tryton's order form as a person fills it in: a client of our own of a few lines, so that the adapter's code is not its own judge. */
import { z } from 'zod';

const decimalValue = z.object({ decimal: z.string() });
const headSchema = z.looseObject({
  invoice_address: z.number().nullish(),
  price_list: z.number().nullish(),
  'payment_term.': z.object({ rec_name: z.string() }).nullish(),
});
const lineSchema = z.looseObject({
  unit_price: decimalValue.nullish(),
  taxes: z.object({ add: z.array(z.tuple([z.number(), z.object({ id: z.number() })])).optional() }).nullish(),
});

export async function trytonForm(options: { url: string; database: string; user: string; password: string }) {
  const { url, database, user, password } = options;
  async function rpc(method: string, params: unknown[], authorization?: string): Promise<unknown> {
    const response = await fetch(`${url}/${database}/`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
      body: JSON.stringify({ id: 1, method, params }),
    });
    const body = z
      .object({ result: z.unknown(), error: z.unknown() })
      .partial()
      .parse(await response.json());
    if (body.error) throw new Error(`${method}: ${JSON.stringify(body.error)}`);
    return body.result;
  }
  const [id, key] = z.tuple([z.number(), z.string()]).parse(await rpc('common.db.login', [user, { password }, 'en']));
  const session = `Session ${Buffer.from(`${user}:${id}:${key}`).toString('base64')}`;
  const context = await rpc('model.res.user.get_preferences', [true, {}], session);
  const { company } = z.looseObject({ company: z.number() }).parse(context);
  const ask = (method: string, ...params: unknown[]) => rpc(method, [...params, context], session);
  const currencies = z
    .array(z.object({ id: z.number(), code: z.string() }))
    .parse(await ask('model.currency.currency.search_read', [], 0, null, null, ['code']));
  return {
    ask,
    company,
    /** The head of a new order once the customer is chosen. */
    async head(party: number, code: string) {
      const currency = currencies.find((each) => each.code === code)?.id;
      const values = { id: -1, party, company, currency, lines: [] };
      const [changed] = z.array(headSchema).parse(await ask('model.sale.sale.on_change', values, ['party']));
      return {
        party,
        currency,
        address: changed?.invoice_address ?? null,
        priceList: changed?.price_list ?? null,
        terms: changed?.['payment_term.']?.rec_name ?? null,
      };
    },
    /** Presses an order's own buttons. False where Tryton refuses one of them by a rule of its own. */
    async takes(sale: number): Promise<boolean> {
      try {
        await ask('model.sale.sale.quote', [sale]);
        await ask('model.sale.sale.confirm', [sale]);
        return true;
      } catch (error) {
        if (error instanceof Error && error.message.includes('UserError')) return false;
        throw error;
      }
    },
    close: () => rpc('common.db.logout', [], session),
  };
}
type Form = Awaited<ReturnType<typeof trytonForm>>;
type Head = Awaited<ReturnType<Form['head']>>;

/** What the form fills in on a line once product and quantity are there. */
export async function onChangeLine(
  form: Form,
  line: { head: Head; product: number; quantity: string; date: string },
): Promise<{ unitPrice: string | null; taxes: number[] }> {
  const [year, month, day] = line.date.split('-').map(Number);
  const values = {
    id: -1,
    type: 'line',
    product: line.product,
    quantity: Number(line.quantity),
    unit: null,
    unit_price: null,
    taxes: [],
    sale: -1,
    '_parent_sale.party': line.head.party,
    '_parent_sale.currency': line.head.currency,
    '_parent_sale.price_list': line.head.priceList,
    '_parent_sale.company': form.company,
    '_parent_sale.sale_date': { __class__: 'date', year, month, day },
    company: form.company,
  };
  const [changed] = z
    .array(lineSchema)
    .parse(await form.ask('model.sale.line.on_change', values, ['product', 'quantity']));
  return { unitPrice: changed?.unit_price?.decimal ?? null, taxes: changed?.taxes?.add?.map(([, { id }]) => id) ?? [] };
}
