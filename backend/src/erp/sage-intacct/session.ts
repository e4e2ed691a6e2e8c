import { type Currency, currencySchema, type Decimal, dayIn, type Money } from '@backroom/shared';
import { z } from 'zod';
import type { ErpOptions } from '../contract/adapter.ts';
import { ErpError } from '../contract/errors.ts';
import type { ErpPorts } from '../contract/ports.ts';
import { memory, remembered } from '../transport/memory.ts';
import { type Turnstile, turnstile } from '../transport/turnstile.ts';
import { type IntacctClient, intacctClient } from './client.ts';
import { CONCURRENCY, OBJECT } from './facts.ts';
import { logonOf } from './logon.ts';
import { equal } from './query.ts';
import { type Settings, settingsOf } from './settings.ts';
import { blank } from './values.ts';

/** Units, warehouses, price lists and transaction definitions change rarely. */
const REFERENCE_MS = 600_000;
const OPEN_MS = 20_000;

const entityRow = z.object({ id: z.string(), name: blank, 'baseCurrency.id': blank });
export type Company = { name: string; currency: Currency };
export type Session = {
  client: IntacctClient;
  settings: Settings;
  company: Company;
  now: () => number;
  /** In this currency; without one, in the company's. */
  money: (amount: Decimal, currency?: string | null) => Money;
  remember: <Value>(key: string, load: () => Promise<Value>, ms?: number) => Promise<Value>;
  /** How often an order was refused, by its reference: sent again, it is another request. */
  refusals: Map<string, number>;
};

const gates = new Map<string, Turnstile>();
/** Sage counts the requests of a company over all its clients: connections to two entities share one number. */
function gateOf({ url, company, concurrency }: Settings): Turnstile {
  const most = concurrency ?? CONCURRENCY;
  const key = `${url} ${company.toLowerCase()} ${most}`;
  const gate = gates.get(key) ?? turnstile(most);
  gates.set(key, gate);
  return gate;
}

export function sessions(options: ErpOptions, ports: ErpPorts) {
  const settings = settingsOf(options);
  const { url, entity } = settings;
  const logon = logonOf(settings, options.credentials, ports);
  const client = intacctClient({ url, entity, logon, gate: gateOf(settings) }, ports);

  async function companyOf(signal: AbortSignal): Promise<Company> {
    const own = entity === null ? [] : await entities(entity, signal);
    const [found] = own;
    if (entity !== null && !found)
      throw new ErpError('unauthorised', `no entity ${entity}`, {
        field: 'entity',
        words: `Sage Intacct has no entity ${entity}, or its user does not see it.`,
      });
    const currency = settings.currency ?? currencySchema.safeParse(found?.['baseCurrency.id']).data;
    if (!currency)
      throw new ErpError('refused', 'the base currency is not known', {
        field: 'currency',
        words: 'Sage Intacct does not tell the base currency of this company: enter it in the connection.',
      });
    return { name: found?.name ? `${found.name} (${settings.company})` : settings.company, currency };
  }
  const entities = (id: string, signal: AbortSignal) =>
    client.query(
      entityRow,
      { object: OBJECT.entity, fields: ['id', 'name', 'baseCurrency.id'], where: equal('id', id) },
      signal,
    );
  async function open(signal: AbortSignal): Promise<Session> {
    const company = await companyOf(signal);
    return {
      client,
      settings,
      company,
      now: ports.now,
      money: (amount, currency) => ({ amount, currency: codeOf(currency) ?? company.currency }),
      remember: memory(REFERENCE_MS),
      refusals: new Map(),
    };
  }
  const session = remembered(() => open(AbortSignal.timeout(OPEN_MS)), REFERENCE_MS);
  return { get: session.get, settings };
}
function codeOf(currency: string | null | undefined): Currency | null {
  if (currency == null) return null;
  const code = currencySchema.safeParse(currency).data;
  if (!code) throw new ErpError('drift', `no currency ${currency}`, { field: 'currency' });
  return code;
}

/** Today in the calendar of the company. */
export const dayOf = ({ settings, now }: Session): string => dayIn(settings.timeZone, new Date(now()));
export const daysBetween = (first: string, last: string): number =>
  Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000);
