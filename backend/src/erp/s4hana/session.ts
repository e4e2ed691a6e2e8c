import { LRUCache } from 'lru-cache';
import type { ErpOptions } from '../contract/adapter.ts';
import type { ErpPorts } from '../contract/ports.ts';
import { cookieJar } from '../transport/cookies.ts';
import { basicLogon, tokenLogon } from '../transport/logon.ts';
import { memory } from '../transport/memory.ts';
import { clientCredentials } from '../transport/oauth/client-credentials.ts';
import { oneOf, text } from '../transport/odata/query.ts';
import { type V2Client, v2Client } from '../transport/odata/v2-client.ts';
import {
  BATCH_MOST,
  LANGUAGES,
  type Language,
  OR_MOST,
  SERVICE_PATH,
  SERVICES,
  type ServiceName,
  TOKEN_PATH,
  USUAL,
} from './facts.ts';
import { meaningOf } from './faults.ts';

/** How long figures of one page are kept for its other panels. Master data, never documents. */
const KEPT_MS = 60_000;

/** What customizing of a company decides, as its connection says. */
export type SalesArea = { organization: string; channel: string; division: string };
export type Settings = {
  area: SalesArea;
  companyCode: string;
  orderType: string;
  priceCondition: string;
  noteText: string;
  returnType: string;
  returnReason: string;
  checkingRule: string;
  /** Plants that deliver. Empty: the one of each product's sales view. */
  plants: readonly string[];
  creditSegment: string | null;
  /** With which an order's items are rejected. Null: orders are not cancelled. */
  rejectionReason: string | null;
  reconciliationAccount: string | null;
  partnerGrouping: string | null;
  shippingProduct: string | null;
  feeProduct: string | null;
  language: Language;
  timeZone: string;
};
export type Session = Settings & {
  now: () => number;
  service: (name: ServiceName) => V2Client;
  /** Keeps what a load gave for a minute. */
  remember: <Value>(key: string, load: () => Promise<Value>) => Promise<Value>;
  forget: (key: string) => void;
  /** How often each reference was refused. */
  refusals: LRUCache<string, number>;
};

export function settingsOf({ settings }: Pick<ErpOptions, 'settings'>): Settings {
  const given = (name: string): string | null => settings[name]?.trim() || null;
  const language = LANGUAGES.find((each) => each === given('language')?.toUpperCase()) ?? 'EN';
  return {
    area: {
      organization: given('salesOrganization') ?? '',
      channel: given('distributionChannel') ?? '',
      division: given('division') ?? '',
    },
    companyCode: given('companyCode') ?? '',
    orderType: given('orderType') ?? USUAL.orderType,
    priceCondition: given('priceCondition') ?? USUAL.priceCondition,
    noteText: given('noteText') ?? USUAL.noteText,
    returnType: given('returnType') ?? USUAL.returnType,
    returnReason: given('returnReason') ?? USUAL.returnReason,
    checkingRule: given('checkingRule') ?? USUAL.checkingRule,
    plants: (given('plants') ?? '').split(/[\s,;]+/).filter((plant) => plant !== ''),
    creditSegment: given('creditSegment'),
    rejectionReason: given('rejectionReason'),
    reconciliationAccount: given('reconciliationAccount'),
    partnerGrouping: given('partnerGrouping'),
    shippingProduct: given('shippingProduct'),
    feeProduct: given('feeProduct'),
    language,
    timeZone: given('timeZone') ?? 'UTC',
  };
}

export function sessionOf(options: ErpOptions, ports: ErpPorts): Session {
  const { url, credentials, settings } = options;
  const base = url.replace(/\/+$/, '');
  const own = settingsOf(options);
  const logon = credentials.clientId
    ? tokenLogon(
        clientCredentials(
          {
            // The manifest has no field for this address, because it receives the secret.
            tokenUrl: `${(settings.signIn ?? base).replace(/\/+$/, '')}${TOKEN_PATH}`,
            clientId: credentials.clientId,
            proof: { secret: credentials.clientSecret ?? '', basic: true },
            fieldOf: () => 'clientSecret',
          },
          ports,
        ),
      )
    : basicLogon(credentials.user ?? '', credentials.password ?? '', ports);
  const client = settings.client?.trim();
  const always = [...(client ? [`sap-client=${encodeURIComponent(client)}`] : []), `sap-language=${own.language}`];
  const jar = cookieJar(ports.now);
  const services = new Map<ServiceName, V2Client>();
  const service = (name: ServiceName): V2Client => {
    const known = services.get(name);
    if (known) return known;
    const root = `${base}${SERVICE_PATH}/${SERVICES[name].name}`;
    const made = v2Client({ root, logon, jar, meaningOf: meaningOf(name), always, most: BATCH_MOST }, ports);
    services.set(name, made);
    return made;
  };
  const remember = memory(KEPT_MS);
  return { ...own, now: ports.now, service, remember, forget: remember.forget, refusals: new LRUCache({ max: 1000 }) };
}

/** A condition for each part of a list of texts that is too long for one. */
export function conditions(field: string, values: readonly string[], most = OR_MOST): string[] {
  const unique = [...new Set(values)];
  const parts: string[] = [];
  for (let from = 0; from < unique.length; from += most)
    parts.push(oneOf(field, unique.slice(from, from + most).map(text)));
  return parts;
}
/** An entity by its key. */
export const entityPath = (set: string, key: string): string => `${set}(${encodeURIComponent(text(key))})`;
