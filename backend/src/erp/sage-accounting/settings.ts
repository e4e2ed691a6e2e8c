import { type Currency, currencySchema } from '@backroom/shared';
import type { ErpOptions } from '../contract/adapter.ts';
import type { GrantServer } from '../contract/manifest.ts';
import { AUTHORIZE_FILTER, AUTHORIZE_URL, BASE, PATHS, SCOPE, TOKEN_URL } from './facts.ts';

/** What an order becomes: this product has none. */
export const orderDocuments = ['quote', 'invoice'] as const;
export type OrderDocument = (typeof orderDocuments)[number];
export type Settings = {
  url: string;
  tokenUrl: string;
  business: string;
  orderDocument: OrderDocument;
  /** Null: that of the business. */
  currency: Currency | null;
  timeZone: string;
  concurrency: number | null;
};

const given = (value: string | undefined): string | null => value?.trim() || null;
/** What a connection says, as the manifest has checked it. */
export function settingsOf({ url, settings }: Pick<ErpOptions, 'url' | 'settings'>): Settings {
  const concurrency = Number(settings.concurrency ?? Number.NaN);
  const own = (given(url) ?? BASE).replace(/\/+$/, '').replace(/\/v3\.1$/, '');
  return {
    url: own,
    tokenUrl: own === BASE ? TOKEN_URL : `${own}${PATHS.token}`,
    business: given(settings.business) ?? '',
    orderDocument: settings.orderDocument === 'invoice' ? 'invoice' : 'quote',
    currency: currencySchema.safeParse(settings.currency?.trim()).data ?? null,
    timeZone: given(settings.timeZone) ?? 'UTC',
    concurrency: Number.isInteger(concurrency) && concurrency > 0 ? concurrency : null,
  };
}

/** Where a user of the business signs in and lets the app in. */
export function grantServer({
  credentials: { clientId = '', clientSecret = '' },
  ...options
}: ErpOptions): GrantServer {
  const { url, tokenUrl } = settingsOf(options);
  const page = url === BASE ? AUTHORIZE_URL : `${url}${PATHS.authorize}`;
  return { authorizeUrl: `${page}?filter=${AUTHORIZE_FILTER}`, tokenUrl, clientId, clientSecret, scope: SCOPE };
}
