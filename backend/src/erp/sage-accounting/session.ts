import { type Currency, currencySchema, type Decimal, dayIn, type Money } from '@backroom/shared';
import { z } from 'zod';
import type { ErpOptions } from '../contract/adapter.ts';
import { ErpError } from '../contract/errors.ts';
import type { ErpPorts } from '../contract/ports.ts';
import { memory, remembered } from '../transport/memory.ts';
import { type Turnstile, turnstile } from '../transport/turnstile.ts';
import { type SageClient, sageClient } from './client.ts';
import { type CustomerRow, customersIn } from './customer-rows.ts';
import type { Directory } from './directory.ts';
import { CONCURRENCY } from './facts.ts';
import { ifHidden } from './faults.ts';
import { type ItemRow, productsIn, servicesIn } from './item-rows.ts';
import { logonOf } from './logon.ts';
import { type Settings, settingsOf } from './settings.ts';
import { blank, country, flag, currency as ofCurrency } from './values.ts';

/** Tax rates and settings of a business change rarely. */
const REFERENCE_MS = 600_000;
const OPEN_MS = 20_000;

const subscription = z.object({ active: flag });
const businessRow = z.object({
  id: z.string(),
  name: blank.optional(),
  displayed_as: blank.optional(),
  country: country.optional(),
  subscriptions: z.array(subscription).nullish(),
});
const financialRow = z.object({ base_currency: ofCurrency });

export type Business = { name: string; country: string | null; currency: Currency };
export type Session = {
  client: SageClient;
  settings: Settings;
  business: Business;
  now: () => number;
  /** In this currency; without one, in that of the business. */
  money: (amount: Decimal, currency?: string | null) => Money;
  /** For some minutes. */
  remember: ReturnType<typeof memory>;
  customers: Directory<CustomerRow>;
  products: Directory<ItemRow>;
  services: Directory<ItemRow>;
};

const gates = new Map<string, { gate: Turnstile; writes: Turnstile }>();
/** Connections of this process to one business share its limits. */
function gatesOf({ url, business, concurrency }: Settings) {
  const most = concurrency ?? CONCURRENCY;
  const key = `${url} ${business} ${most}`;
  const found = gates.get(key) ?? { gate: turnstile(most), writes: turnstile(1) };
  gates.set(key, found);
  return found;
}

export function sessions(options: ErpOptions, ports: ErpPorts) {
  const settings = settingsOf(options);
  const { url, business } = settings;
  const logon = logonOf(settings, options.credentials, ports);
  const client = sageClient({ url, business, logon, ...gatesOf(settings) }, ports);

  /** Who may not read the settings of the business needs its currency in the connection. */
  async function currencyOf(signal: AbortSignal): Promise<Currency> {
    if (settings.currency) return settings.currency;
    const found = await client.one(financialRow, 'financial_settings', {}, signal).catch(ifHidden);
    if (found?.base_currency) return found.base_currency;
    throw new ErpError('refused', 'the base currency is not known', {
      field: 'currency',
      words: 'Sage Accounting does not tell this user the base currency of the business: enter it in the connection.',
    });
  }
  /** Which one is meant is entered, also where there is only one: Sage would answer for another one as soon as the user has it. */
  async function refuseUnnamed(signal: AbortSignal): Promise<void> {
    if (business !== '') return;
    const all = await client.all(businessRow, 'businesses', {}, signal);
    const named = all.slice(0, 20).map(({ id, name, displayed_as }) => `${name ?? displayed_as ?? '–'}: ${id}`);
    throw new ErpError('refused', 'no business is named', {
      field: 'business',
      words: `Enter the ID of the business. The user who signed in sees ${named.join('; ')}.`,
    });
  }
  async function businessOf(signal: AbortSignal): Promise<Business> {
    await refuseUnnamed(signal);
    const [found, currency] = await Promise.all([
      client.one(businessRow, `businesses/${encodeURIComponent(business)}`, {}, signal),
      currencyOf(signal),
    ]);
    if (!found)
      throw new ErpError('unauthorised', `no business ${business}`, {
        field: 'business',
        words: `Sage Accounting has no business ${business}, or the user who authorized the application does not see it.`,
      });
    const subscribed = found.subscriptions ?? [];
    if (subscribed.length > 0 && !subscribed.some(({ active }) => active))
      throw new ErpError('unauthorised', 'no active subscription', {
        field: 'business',
        words: 'The subscription of this business has ended in Sage Accounting.',
      });
    return { name: found.name ?? found.displayed_as ?? business, country: found.country ?? null, currency };
  }
  async function open(signal: AbortSignal): Promise<Session> {
    const own = await businessOf(signal);
    return {
      client,
      settings,
      business: own,
      now: ports.now,
      money: (amount, currency) => ({ amount, currency: codeOf(currency) ?? own.currency }),
      remember: memory(REFERENCE_MS),
      customers: customersIn(client),
      products: productsIn(client),
      services: servicesIn(client),
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

/** Today in the calendar of the business. */
export const dayOf = ({ settings, now }: Session): string => dayIn(settings.timeZone, new Date(now()));
export const daysBetween = (first: string, last: string): number =>
  Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000);
