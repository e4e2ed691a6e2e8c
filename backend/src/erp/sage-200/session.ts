import { type Currency, type Decimal, dayIn, type Money } from '@backroom/shared';
import { z } from 'zod';
import type { ErpOptions } from '../contract/adapter.ts';
import { ErpError } from '../contract/errors.ts';
import type { ErpPorts } from '../contract/ports.ts';
import { tokenLogon } from '../transport/logon.ts';
import { memory, remembered } from '../transport/memory.ts';
import { rotatingTokens } from '../transport/oauth/rotating.ts';
import { type Turnstile, turnstile } from '../transport/turnstile.ts';
import { type Place, type Sage200Client, sage200Client } from './client.ts';
import { CONCURRENCY, RESOURCE, TOKEN } from './facts.ts';
import { type Settings, settingsOf } from './settings.ts';
import { blank, currencyCode, flag, id, optionalId } from './values.ts';

/** Currencies, units, warehouses and tax codes change rarely. */
const REFERENCE_MS = 600_000;
const OPEN_MS = 20_000;

const siteRow = z.object({ site_id: z.string(), site_name: blank, company_id: id, company_name: blank });
type SiteRow = z.output<typeof siteRow>;
const currencyRow = z.object({ id, is_base_currency: flag, currency_iso_code_id: optionalId });
const isoRow = z.object({ id, code: currencyCode });

type Company = { name: string; currency: Currency };
export type Session = {
  client: Sage200Client;
  settings: Settings;
  company: Company;
  now: () => number;
  /** By the id of a currency of Sage 200. */
  currencies: ReadonlyMap<string, Currency>;
  money: (amount: Decimal, currency?: Currency) => Money;
  remember: <Value>(key: string, load: () => Promise<Value>, ms?: number) => Promise<Value>;
};

const gates = new Map<string, Turnstile>();
/** The server of a site is one for all of its connections. */
function gateOf({ url, site, concurrency }: Settings): Turnstile {
  const most = concurrency ?? CONCURRENCY;
  const key = `${url} ${site} ${most}`;
  const gate = gates.get(key) ?? turnstile(most);
  gates.set(key, gate);
  return gate;
}

const shown = ({ site_id, site_name, company_id, company_name }: SiteRow): string =>
  `${company_name ?? company_id} (site ${site_id}${site_name ? `, ${site_name}` : ''}, company ${company_id})`;
/** Which of them the connection is about. A wrong site would answer every question with an empty list, so it is looked up before anything is believed. */
function placeIn(sites: readonly SiteRow[], { site, company }: Settings): SiteRow {
  if (sites.length === 0)
    throw new ErpError('unreachable', 'no sites', {
      field: 'site',
      words:
        'Sage shows no site to the user of this connection: the link to the server of the site is down, or the user has lost access to it.',
    });
  const fitting = sites.filter(
    (each) =>
      (site === null || each.site_id.toLowerCase() === site.toLowerCase()) &&
      (company === null || each.company_id === company),
  );
  const [only, another] = fitting;
  if (only && !another) return only;
  throw new ErpError(another ? 'refused' : 'unauthorised', another ? 'several companies' : 'no such company', {
    field: 'site',
    words: `${another ? 'The user of this connection sees several companies: enter site and company.' : 'The user of this connection does not see this site and company.'} ${sites.slice(0, 20).map(shown).join('; ')}.`,
  });
}

export function sessions(options: ErpOptions, ports: ErpPorts) {
  const settings = settingsOf(options);
  const { clientId = '', clientSecret = '', refreshToken = '', subscriptionKey = '' } = options.credentials;
  const logon = tokenLogon(
    rotatingTokens(
      {
        tokenUrl: `${settings.signIn}${TOKEN}`,
        clientId,
        proof: { secret: clientSecret },
        fieldOf: (error) => (error === 'invalid_grant' ? 'refreshToken' : 'clientSecret'),
      },
      refreshToken,
      ports,
    ),
  );
  const gate = gateOf(settings);
  const clientFor = (place: Place | null) =>
    sage200Client({ url: settings.url, place, subscriptionKey: subscriptionKey || null, logon, gate }, ports);

  async function open(signal: AbortSignal): Promise<Session> {
    const { rows: sites } = await clientFor(null).first(siteRow, { resource: RESOURCE.sites }, 499, signal);
    const found = placeIn(sites, settings);
    const client = clientFor({ site: found.site_id, company: found.company_id });
    const [rows, codes] = await Promise.all([
      client.query(currencyRow, { resource: RESOURCE.currencies }, signal),
      client.query(isoRow, { resource: RESOURCE.isoCodes }, signal),
    ]);
    const iso = new Map(codes.map((row) => [row.id, row.code]));
    const codeOf = (row: z.output<typeof currencyRow>) => iso.get(row.currency_iso_code_id ?? '') ?? null;
    const base = rows.find((row) => row.is_base_currency);
    const currency = base && codeOf(base);
    if (!currency)
      throw new ErpError('refused', 'the base currency has no ISO code', {
        field: 'currency',
        words: 'The base currency of this company has no ISO code in Sage 200: enter it under its currencies.',
      });
    return {
      client,
      settings,
      company: { name: found.company_name ?? found.site_name ?? found.company_id, currency },
      now: ports.now,
      currencies: new Map(rows.flatMap((row) => (codeOf(row) === null ? [] : [[row.id, codeOf(row) as Currency]]))),
      money: (amount, own) => ({ amount, currency: own ?? currency }),
      remember: memory(REFERENCE_MS),
    };
  }
  const session = remembered(() => open(AbortSignal.timeout(OPEN_MS)), REFERENCE_MS);
  return { get: session.get, settings };
}

/** The currency with this id. A document whose currency is not known cannot be shown. */
export function currencyWith({ currencies }: Session, key: string | null): Currency {
  const code = currencies.get(key ?? '');
  if (!code) throw new ErpError('drift', `no currency ${key}`, { field: 'currency_id' });
  return code;
}
/** Today in the calendar of the company. */
export const dayOf = ({ settings, now }: Session): string => dayIn(settings.timeZone, new Date(now()));
export const daysBetween = (first: string, last: string): number =>
  Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000);
