import { type Currency, currencySchema } from '@backroom/shared';
import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import { fit } from '../transport/json.ts';
import { remembered } from '../transport/memory.ts';
import type { Call, TrytonClient } from './client.ts';

/**
 * The frame: company, modules, currencies and number formats, which change with an update of the server. What decides an order is never
 * remembered: rights are read again before one is said to be missing, and warehouses, taxes, terms and products are read for each answer.
 */
const REMEMBER_MS = 60_000;
const READ_MS = 20_000;
const PRICE_PLACES = 4;

/** The module that brings each model we ask for. What is not here comes with Tryton itself. */
const moduleOf = {
  'party.party': 'party',
  'party.address': 'party',
  'party.identifier': 'party',
  'party.contact_mechanism': 'party',
  'currency.currency.rate': 'currency',
  'product.category': 'product',
  'product.product': 'product',
  'stock.move': 'stock',
  'stock.location': 'stock',
  'stock.shipment.out': 'stock',
  'stock.shipment.out.return': 'stock',
  'sale.sale': 'sale',
  'sale.line': 'sale',
  'account.invoice': 'account_invoice',
  'account.move.line': 'account',
  'account.tax': 'account',
  'account.dunning': 'account_dunning',
  'account.dunning.level': 'account_dunning',
  'product.price_list': 'sale_price_list',
  'product.price_list.line': 'sale_price_list',
  'sale.configuration': 'sale',
  'product.component': 'product_kit',
  'sale.line.component': 'product_kit',
  'sale.complaint': 'sale_complaint',
} as const;
export type Model = keyof typeof moduleOf;
const models = Object.keys(moduleOf) as Model[];

const named = z.object({ id: z.number(), name: z.string() });
const currencyRow = z.object({ id: z.number(), code: z.string(), digits: z.number() });
const companyRow = z.object({
  timezone: z.string().nullable(),
  'party.': z.object({ name: z.string() }),
  'currency.': z.object({ id: z.number(), code: currencySchema, digits: z.number() }),
});
const reportRow = z.object({ extension: z.string().nullable(), template_extension: z.string().nullable() });
const fieldsRow = z.record(z.string(), z.looseObject({ digits: z.unknown().optional() }));

/** What is there: read once a connection, and again every minute. */
export type Installation = {
  now: () => number;
  company: { id: number; name: string; timeZone: string; currency: Currency; currencyId: number; places: number };
  hasModule: (name: string) => boolean;
  /** Whether the model's module is there. */
  has: (model: Model) => boolean;
  /** Whether this user may read the model, and its module is there. For what an answer is whole without. */
  may: (model: Model) => boolean;
  /** Throws `refused` for a currency that Tryton does not have, or has archived. */
  currency: (code: Currency, call: Call) => Promise<z.infer<typeof currencyRow>>;
  /** Stock moves name their unit `uom` up to 6.6, `unit` from then on. */
  moveUnit: 'uom' | 'unit';
  /** Places of an order line's unit price; four unless the server is set up otherwise. */
  pricePlaces: number;
  /** Whether a fresh print of an invoice comes as PDF. */
  printsPdf: boolean;
};

/** `needed`: throws `unsupported` (names the module) or `unauthorised` (names the model) before anything is asked in vain. */
export type Installed = (signal: AbortSignal, ...needed: readonly Model[]) => Promise<Installation>;

export function installationOf(client: TrytonClient): Installed {
  const known = remembered(() => readInstallation(client, { signal: AbortSignal.timeout(READ_MS) }), REMEMBER_MS);
  return async (signal, ...needed) => {
    const there = await known.get(signal);
    const hidden = needed.filter((model) => there.hasModule(moduleOf[model]) && !there.may(model));
    if (hidden.length > 0) {
      // Given since: what was remembered of a right that was missing must not stand against it.
      const access = await client.rights(hidden, signal);
      const model = hidden.find((each) => access[each]?.read !== true);
      if (model)
        throw new ErpError('unauthorised', `no right to read ${model}`, {
          words: `The Tryton user may not read ${model}.`,
          field: model,
        });
      known.forget();
    }
    for (const model of needed)
      if (!there.hasModule(moduleOf[model]))
        throw new ErpError('unsupported', `module ${moduleOf[model]} is not active`, {
          words: `The Tryton module ${moduleOf[model]} is not active.`,
          field: moduleOf[model],
        });
    return hidden.length > 0 ? known.get(signal) : there;
  };
}

async function readInstallation(client: TrytonClient, call: Call): Promise<Installation> {
  const [companyId, access, modules] = await Promise.all([
    client.companyId(call.signal),
    client.rights(models, call.signal),
    activeModules(client, call),
  ]);
  const has = (model: Model) => modules.has(moduleOf[model]);
  const may = (model: Model) => has(model) && access[model]?.read === true;
  const [[company], currencies, moveUnit, pricePlaces, printsPdf] = await Promise.all([
    client.search(
      'company.company',
      {
        domain: [['id', '=', companyId]],
        fields: ['timezone', 'party.name', 'currency.code', 'currency.digits'],
        row: companyRow,
      },
      call,
    ),
    currenciesOf(client, [], call),
    has('stock.move') ? unitField(client, call) : ('uom' as const),
    has('sale.line') ? placesOfPrices(client, call) : PRICE_PLACES,
    has('account.invoice') ? printsInvoicesAsPdf(client, call) : false,
  ]);
  if (!company)
    throw new ErpError('unauthorised', `company ${companyId} is not readable`, {
      field: 'company',
      words: String(companyId),
    });
  const byCode = new Map(currencies.map((currency) => [currency.code, currency]));
  return {
    now: client.now,
    company: {
      id: companyId,
      name: company['party.'].name,
      timeZone: company.timezone ?? 'UTC',
      currency: company['currency.'].code,
      currencyId: company['currency.'].id,
      places: company['currency.'].digits,
    },
    hasModule: (name) => modules.has(name),
    has,
    may,
    // One that is not known here may have come since.
    currency: async (code, asker) => byCode.get(code) ?? currencyOf(client, code, asker),
    moveUnit,
    pricePlaces,
    printsPdf,
  };
}

const currenciesOf = (client: TrytonClient, domain: readonly unknown[], call: Call) =>
  client.search('currency.currency', { domain, fields: ['code', 'digits'], row: currencyRow }, call);
async function currencyOf(client: TrytonClient, code: string, call: Call) {
  const [found] = await currenciesOf(client, [['code', '=', code]], call);
  if (found) return found;
  throw new ErpError('refused', `no currency ${code}`, { words: `Tryton has no currency ${code}.`, field: 'currency' });
}

/** Every user may read the list of modules by default; who may not still sees which methods there are. */
async function activeModules(client: TrytonClient, call: Call): Promise<ReadonlySet<string>> {
  try {
    const rows = await client.search(
      'ir.module',
      { domain: [['state', '=', 'activated']], fields: ['name'], row: named },
      call,
    );
    return new Set(rows.map(({ name }) => name));
  } catch (error) {
    if (!(error instanceof ErpError) || !['unauthorised', 'not_found'].includes(error.kind)) throw error;
    const there = new Set(await client.methods(call.signal));
    const signs: Readonly<Record<string, string>> = {
      ...Object.fromEntries(models.map((model) => [moduleOf[model], `model.${model}.read`])),
      account_credit_limit: 'model.party.party.credit_limit_amount.read',
      sale_credit_limit: 'model.party.party.credit_limit_amount.read',
      sale_price_list: 'model.party.party.sale_price_list.read',
    };
    return new Set(Object.keys(signs).filter((name) => there.has(signs[name] ?? '')));
  }
}
async function unitField(client: TrytonClient, call: Call): Promise<'uom' | 'unit'> {
  const fields = fit(fieldsRow, await client.call('model.stock.move.fields_get', [null], call), 'stock.move');
  return 'uom' in fields ? 'uom' : 'unit';
}
async function placesOfPrices(client: TrytonClient, call: Call): Promise<number> {
  const fields = await client.call('model.sale.line.fields_get', [['unit_price']], call);
  const price = fit(fieldsRow, fields, 'sale.line').unit_price;
  const digits = z.tuple([z.number(), z.number().int()]).safeParse(price?.digits);
  return digits.success ? digits.data[1] : PRICE_PLACES;
}
async function printsInvoicesAsPdf(client: TrytonClient, call: Call): Promise<boolean> {
  try {
    const [report] = await client.search(
      'ir.action.report',
      {
        domain: [['report_name', '=', 'account.invoice']],
        fields: ['extension', 'template_extension'],
        row: reportRow,
        limit: 1,
      },
      call,
    );
    // No extension: as the template is, which is ODT in every standard set-up.
    return (report?.extension || report?.template_extension) === 'pdf';
  } catch (error) {
    if (error instanceof ErpError && ['unauthorised', 'not_found'].includes(error.kind)) return false;
    throw error;
  }
}
