import { type Currency, currencySchema, type Decimal, dayIn, type Money } from '@backroom/shared';
import { z } from 'zod';
import type { ErpOptions } from '../contract/adapter.ts';
import { ErpError } from '../contract/errors.ts';
import type { ErpPorts } from '../contract/ports.ts';
import { memory, remembered } from '../transport/memory.ts';
import { turnstile } from '../transport/turnstile.ts';
import { CLASS, CONCURRENCY, POOL_CALLS } from './facts.ts';
import { logonOf } from './logon.ts';
import { type RestClient, restClient } from './rest.ts';
import { type Settings, settingsOf } from './settings.ts';
import { type SoapClient, soapClient } from './soap.ts';
import { blank, code } from './values.ts';

/** Sites, companies and items change rarely. */
const REFERENCE_MS = 600_000;
const OPEN_MS = 20_000;

const siteRow = z.object({ FCY: code, FCYNAM: blank, LEGCPY: blank });
const companyRow = z.object({ CPY: code, CPYNAM: blank, ACCCUR: blank });
type Company = { code: string; name: string; currency: Currency };
export type Session = {
  rest: RestClient;
  soap: SoapClient;
  settings: Settings;
  company: Company;
  now: () => number;
  /** In this currency; without one, in the company's. */
  money: (amount: Decimal, currency?: string | null) => Money;
  remember: <Value>(key: string, load: () => Promise<Value>, ms?: number) => Promise<Value>;
};

export function sessions(options: ErpOptions, ports: ErpPorts) {
  const settings = settingsOf(options);
  const { url, folder, pool, language } = settings;
  const audience = options.settings.audience?.trim() || null;
  const logon = logonOf({ url, audience }, options.credentials, ports);
  const rest = restClient({ url, folder, logon, gate: turnstile(CONCURRENCY) }, ports);
  const soap = soapClient({ url, pool, language, logon, gate: turnstile(POOL_CALLS) }, ports);

  async function companyOf(signal: AbortSignal): Promise<Company> {
    const site = await rest.one(siteRow, CLASS.site, settings.site, signal);
    if (!site)
      throw new ErpError('refused', `no site ${settings.site}`, {
        field: 'site',
        words: `Sage X3 has no site ${settings.site} in the folder ${folder}.`,
      });
    const company = site.LEGCPY === null ? null : await rest.one(companyRow, CLASS.company, site.LEGCPY, signal);
    const currency = settings.currency ?? currencySchema.safeParse(company?.ACCCUR).data;
    if (!currency)
      throw new ErpError('refused', 'the currency of the company is not known', {
        field: 'currency',
        words: `Sage X3 does not tell the currency of the company of site ${settings.site}: enter it in the connection.`,
      });
    const name = company?.CPYNAM ?? site.FCYNAM ?? settings.site;
    return { code: company?.CPY ?? '', name: `${name} (${folder})`, currency };
  }
  async function open(signal: AbortSignal): Promise<Session> {
    const company = await companyOf(signal);
    return {
      ...{ rest, soap, settings, company },
      now: ports.now,
      money: (amount, currency) => ({ amount, currency: codeOf(currency) ?? company.currency }),
      remember: memory(REFERENCE_MS),
    };
  }
  const session = remembered(() => open(AbortSignal.timeout(OPEN_MS)), REFERENCE_MS);
  return { get: session.get, settings };
}
function codeOf(currency: string | null | undefined): Currency | null {
  if (currency == null) return null;
  const found = currencySchema.safeParse(currency).data;
  if (!found) throw new ErpError('drift', `no currency ${currency}`, { field: 'CUR' });
  return found;
}
/** Today in the calendar of the company. */
export const dayOf = ({ settings, now }: Session): string => dayIn(settings.timeZone, new Date(now()));
export const daysBetween = (first: string, last: string): number =>
  Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000);
