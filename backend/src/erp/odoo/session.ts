import { type Currency, currencySchema } from '@backroom/shared';
import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import { fit } from './faults.ts';
import { remembered, within } from './memory.ts';
import { connect, type OdooAddress, type OdooCall, type Transport } from './transport.ts';
import { exact, id, link, type OdooCurrency, type Tax, text } from './values.ts';

/** Reference data (fields, currencies, taxes, places) is asked for again after so long: an admin changes it now and then. */
const REFERENCE_MS = 600_000;

export type Company = { id: number; name: string; currency: OdooCurrency; usesCreditLimit: boolean };
export type Field = { type: string; relation: string | null };
export type OdooSettings = { company: string | null; timeZone: string | null; language: string | null };
type Asking = Omit<OdooCall, 'context'> & { context?: Record<string, unknown> };

/** What one connection knows of its Odoo: the API, the company whose books it reads, and reference data. */
export type Session = {
  transport: Transport;
  uid: number;
  company: Company;
  timeZone: string;
  /** Calls in the company's context, and checks the answer: what does not fit is `drift` (of a write: `uncertain`). */
  ask: <Schema extends z.ZodType>(schema: Schema, call: Asking) => Promise<z.output<Schema>>;
  /** Null where this Odoo has no such model: its module is not installed. */
  fields: (model: string, signal: AbortSignal) => Promise<ReadonlyMap<string, Field> | null>;
  currency: (id: number, signal: AbortSignal) => Promise<OdooCurrency>;
  currencyByCode: (code: Currency, signal: AbortSignal) => Promise<OdooCurrency | null>;
  tax: (ids: readonly number[], signal: AbortSignal) => Promise<Tax[]>;
  /** Whether any sales tax of the company is part of the price rather than added to it. */
  hasIncludedTaxes: (signal: AbortSignal) => Promise<boolean>;
  remembered: <Value>(key: string, load: () => Promise<Value>) => Promise<Value>;
};

const currencyRow = z.object({
  id,
  name: currencySchema,
  decimal_places: z.number().int().min(0).max(6),
  inverse_rate: z.number(),
});
const taxRow = z.object({ id, amount: z.number(), amount_type: z.string(), price_include: z.boolean() });
const companyRow = z.object({ id, name: z.string(), currency_id: link });

async function open(address: OdooAddress, settings: OdooSettings, signal: AbortSignal): Promise<Session> {
  const transport = await connect(address, signal);
  const memory = remembered(REFERENCE_MS);
  async function raw<Schema extends z.ZodType>(schema: Schema, call: OdooCall): Promise<z.output<Schema>> {
    return fit(schema, await transport.send(call), `${call.model}.${call.method}`, call.write);
  }
  const me = await raw(z.object({ uid: id }), { model: 'res.users', method: 'context_get', signal });
  const users = z.array(z.object({ tz: text, company_id: link, company_ids: z.array(id) })).length(1);
  const [user] = await raw(users, {
    model: 'res.users',
    method: 'read',
    ids: [me.uid],
    args: { fields: ['tz', 'company_id', 'company_ids'] },
    signal,
  });
  const companies = await raw(z.array(companyRow), {
    model: 'res.company',
    method: 'search_read',
    args: { domain: [['id', 'in', user?.company_ids ?? []]], fields: ['name', 'currency_id'] },
    signal,
  });
  const wanted = settings.company ?? String(user?.company_id?.[0] ?? '');
  const found = companies.find((each) => String(each.id) === wanted || each.name === wanted);
  if (!found?.currency_id)
    throw new ErpError('unauthorised', `company ${wanted} is not the user's`, {
      field: 'company',
      words: `The key's user may not work in the company "${wanted}"; it may in: ${companies.map(({ name }) => name).join(', ')}.`,
    });
  const base = {
    allowed_company_ids: [found.id],
    ...(settings.language ? { lang: settings.language } : {}),
  };
  const ask: Session['ask'] = (schema, call) => raw(schema, { ...call, context: { ...base, ...call.context } });

  const fields: Session['fields'] = (model, cut) =>
    memory(`fields|${model}`, async () => {
      try {
        const schema = z.record(z.string(), z.object({ type: z.string(), relation: z.string().optional() }));
        const args = { attributes: ['type', 'relation'] };
        const all = await ask(schema, { model, method: 'fields_get', args, signal: cut });
        return new Map(
          Object.entries(all).map(([name, each]) => [name, { type: each.type, relation: each.relation ?? null }]),
        );
      } catch (error) {
        // A model that is not there is a 404 in JSON-2, and a UserError in JSON-RPC, which `fields_get` raises for nothing else.
        if (error instanceof ErpError && (error.kind === 'unsupported' || error.kind === 'refused')) return null;
        throw error;
      }
    });
  const currencies = (cut: AbortSignal) =>
    memory('currencies', async () => {
      const rows = await ask(z.array(currencyRow), {
        model: 'res.currency',
        method: 'search_read',
        args: { domain: [['active', 'in', [true, false]]], fields: ['name', 'decimal_places', 'inverse_rate'] },
        signal: cut,
      });
      return new Map(
        rows.map((row): [number, OdooCurrency] => [
          row.id,
          { id: row.id, code: row.name, places: row.decimal_places, inCompanyCurrency: exact(row.inverse_rate) },
        ]),
      );
    });
  const currency: Session['currency'] = async (wantedId, cut) => {
    const known = (await currencies(cut)).get(wantedId);
    if (!known) throw new ErpError('drift', `currency ${wantedId} is not among Odoo's`, { field: 'res.currency' });
    return known;
  };
  const taxes = (cut: AbortSignal) =>
    memory('taxes', async () => {
      const rows = await ask(z.array(taxRow), {
        model: 'account.tax',
        method: 'search_read',
        args: {
          domain: [
            ['type_tax_use', '=', 'sale'],
            ['active', 'in', [true, false]],
          ],
          fields: ['amount', 'amount_type', 'price_include'],
        },
        signal: cut,
      });
      return new Map(
        rows.map((row): [number, Tax] => [
          row.id,
          { id: row.id, amount: row.amount, kind: row.amount_type, included: row.price_include },
        ]),
      );
    });
  const companyFields = await fields('res.company', signal);
  const credit = companyFields?.has('account_use_credit_limit')
    ? await ask(z.array(z.object({ account_use_credit_limit: z.boolean() })), {
        model: 'res.company',
        method: 'read',
        ids: [found.id],
        args: { fields: ['account_use_credit_limit'] },
        signal,
      })
    : [];
  return {
    transport,
    uid: me.uid,
    company: {
      id: found.id,
      name: found.name,
      currency: await currency(found.currency_id[0], signal),
      usesCreditLimit: credit[0]?.account_use_credit_limit ?? false,
    },
    timeZone: settings.timeZone ?? user?.tz ?? 'UTC',
    ask,
    fields,
    currency,
    async currencyByCode(code, cut) {
      return [...(await currencies(cut)).values()].find((each) => each.code === code) ?? null;
    },
    async tax(ids, cut) {
      if (ids.length === 0) return [];
      const all = await taxes(cut);
      return ids.flatMap((each) => all.get(each) ?? []);
    },
    async hasIncludedTaxes(cut) {
      return [...(await taxes(cut)).values()].some(({ included }) => included);
    },
    remembered: memory,
  };
}

/** Opens at the first call, and again when reference data has grown old: Odoo may have been upgraded meanwhile. */
export function sessions(address: OdooAddress, settings: OdooSettings) {
  const memory = remembered(REFERENCE_MS);
  return (signal: AbortSignal): Promise<Session> =>
    // The opening is everybody's, so it is not cut by the first caller's time limit.
    within(
      signal,
      memory('session', () => open(address, settings, AbortSignal.timeout(20_000))),
    );
}
