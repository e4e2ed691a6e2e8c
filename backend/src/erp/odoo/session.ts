import { type Currency, currencySchema } from '@backroom/shared';
import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import type { ErpPorts } from '../contract/ports.ts';
import { fit } from '../transport/json.ts';
import { memory, remembered } from '../transport/memory.ts';
import { connect, type OdooAddress, type OdooCall, type Transport } from '../transport/odoo/transport.ts';
import { dayOf, id, link, type OdooCurrency, text } from '../transport/odoo/values.ts';

/** Reference data (fields, currencies, places) is asked for again after so long: an admin changes it now and then. */
const REFERENCE_MS = 600_000;
const OPEN_MS = 20_000;
/** What decides over orders and figures is shared by the panels of one page, and by nothing later. */
export const MOMENT_MS = 5_000;
/** What only says where to look. */
export const MINUTE_MS = 60_000;

/** `own`: the company and those that it is a branch of, whose customers and products are its own too. */
export type Company = { id: number; name: string; currency: OdooCurrency; own: readonly number[] };
export type Field = { type: string; relation: string | null };
export type OdooSettings = {
  company: string | null;
  timeZone: string | null;
  language: string | null;
  /** Codes of the products that stand for charges of an order. */
  charges: Readonly<Record<'shipping' | 'fee', string | null>>;
};
type Asking = Omit<OdooCall, 'context'> & { context?: Record<string, unknown> };

/** What one connection knows of its Odoo: the API, the company whose books it reads, and reference data. */
export type Session = {
  transport: Transport;
  uid: number;
  company: Company;
  /** Of the calendar that figures are shown in. */
  timeZone: string;
  charges: OdooSettings['charges'];
  /** Of the key's user, whose screens show an order's dates. */
  userTimeZone: string;
  /** Calls in the company's context, and checks the answer: what does not fit is `drift` (of a write: `uncertain`). */
  ask: <Schema extends z.ZodType>(schema: Schema, call: Asking) => Promise<z.output<Schema>>;
  /** Null where this Odoo has no such model: its module is not installed. */
  fields: (model: string, signal: AbortSignal) => Promise<ReadonlyMap<string, Field> | null>;
  currency: (id: number, signal: AbortSignal) => Promise<OdooCurrency>;
  currencyByCode: (code: Currency, signal: AbortSignal) => Promise<OdooCurrency | null>;
  /** For ten minutes, or less. */
  remembered: <Value>(key: string, load: () => Promise<Value>, ttlMs?: number) => Promise<Value>;
  forget: (key: string) => void;
  now: () => number;
};

const currencyRow = z.object({
  id,
  name: currencySchema,
  decimal_places: z.number().int().min(0).max(6),
});
const companyRow = z.object({ id, name: z.string(), currency_id: link, parent_ids: z.array(id).optional() });

async function open(
  address: OdooAddress,
  settings: OdooSettings,
  ports: ErpPorts,
  signal: AbortSignal,
): Promise<Session> {
  const transport = await connect(address, signal, ports);
  const known = memory(REFERENCE_MS);
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
    args: {
      domain: [['id', 'in', user?.company_ids ?? []]],
      fields: ['name', 'currency_id', ...(transport.major >= 17 ? ['parent_ids'] : [])],
    },
    signal,
  });
  const wanted = settings.company ?? String(user?.company_id?.[0] ?? '');
  const found = companies.find((each) => String(each.id) === wanted || each.name === wanted);
  if (!found?.currency_id)
    throw new ErpError('unauthorised', `company ${wanted} is not the user's`, {
      field: 'company',
      words: `The key's user may not work in the company "${wanted}"; it may in: ${companies.map(({ name }) => name).join(', ')}.`,
    });
  const userTimeZone = user?.tz ?? 'UTC';
  const timeZone = settings.timeZone ?? userTimeZone;
  const base = {
    allowed_company_ids: [found.id],
    // Odoo's own "today", and the dates of a text that is loaded.
    tz: timeZone,
    ...(settings.language ? { lang: settings.language } : {}),
  };
  const ask: Session['ask'] = (schema, call) => raw(schema, { ...call, context: { ...base, ...call.context } });

  const fields: Session['fields'] = (model, cut) =>
    known(`fields|${model}`, async () => {
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
    known('currencies', async () => {
      const rows = await ask(z.array(currencyRow), {
        model: 'res.currency',
        method: 'search_read',
        args: { domain: [['active', 'in', [true, false]]], fields: ['name', 'decimal_places'] },
        signal: cut,
      });
      return new Map(
        rows.map((row): [number, OdooCurrency] => [row.id, { id: row.id, code: row.name, places: row.decimal_places }]),
      );
    });
  const currency: Session['currency'] = async (wantedId, cut) => {
    const known = (await currencies(cut)).get(wantedId);
    if (!known) throw new ErpError('drift', `currency ${wantedId} is not among Odoo's`, { field: 'res.currency' });
    return known;
  };
  return {
    transport,
    uid: me.uid,
    company: {
      id: found.id,
      name: found.name,
      currency: await currency(found.currency_id[0], signal),
      own: [found.id, ...(found.parent_ids ?? [])],
    },
    timeZone,
    charges: settings.charges,
    userTimeZone,
    ask,
    fields,
    currency,
    async currencyByCode(code, cut) {
      return [...(await currencies(cut)).values()].find((each) => each.code === code) ?? null;
    },
    remembered: known,
    forget: known.forget,
    now: ports.now,
  };
}

/** Opens at the first call, and again when reference data has grown old: Odoo may have been upgraded meanwhile. */
export function sessions(address: OdooAddress, settings: OdooSettings, ports: ErpPorts) {
  // The opening is everybody's, so it is not cut by the first caller's time limit.
  return remembered(() => open(address, settings, ports, AbortSignal.timeout(OPEN_MS)), REFERENCE_MS).get;
}

export const todayIn = (session: Session): string =>
  dayOf(new Date(session.now()).toISOString().slice(0, 19).replace('T', ' '), session.timeZone);
