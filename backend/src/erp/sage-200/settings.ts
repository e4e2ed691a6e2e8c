import type { ErpOptions } from '../contract/adapter.ts';
import type { GrantServer } from '../contract/manifest.ts';
import { AUTHORIZE, BASE, SCOPE, SIGN_IN, TOKEN } from './facts.ts';

export type Settings = {
  url: string;
  signIn: string;
  /** Null: the only one that the user of the connection sees. */
  site: string | null;
  company: string | null;
  timeZone: string;
  /** The field of orders and customers that bears our reference: `spare_text_1` to `spare_text_10`. */
  referenceField: string;
  /** Warehouse of new lines, by its name. Null: the only one for sales. */
  warehouse: string | null;
  /** Warehouses that serve our orders. Empty: that of new lines; without one, all. */
  warehouses: readonly string[];
  shippingCharge: string | null;
  feeCharge: string | null;
  concurrency: number | null;
};

const given = (value: string | undefined): string | null => value?.trim() || null;
/** What a connection says, as the manifest has checked it. */
export function settingsOf({ url, settings }: Pick<ErpOptions, 'url' | 'settings'>): Settings {
  const concurrency = Number(settings.concurrency ?? Number.NaN);
  const address = URL.parse(given(url) ?? BASE) ?? new URL(BASE);
  // Only the server was entered: the API of Sage 200 Professional stands where Sage has it.
  const path = address.pathname.replace(/\/+$/, '') || new URL(BASE).pathname;
  return {
    url: `${address.origin}${path}`,
    signIn: (given(settings.signIn) ?? SIGN_IN).replace(/\/+$/, ''),
    site: given(settings.site),
    company: given(settings.company),
    timeZone: given(settings.timeZone) ?? 'Europe/London',
    referenceField: `spare_text_${given(settings.referenceField) ?? '1'}`,
    warehouse: given(settings.warehouse),
    warehouses: (settings.warehouses ?? '').split(',').flatMap((each) => given(each) ?? []),
    shippingCharge: given(settings.shippingProduct),
    feeCharge: given(settings.feeProduct),
    concurrency: Number.isInteger(concurrency) && concurrency > 0 ? concurrency : null,
  };
}

/** Where a user of Sage 200 signs in with Sage ID and lets the app in. */
export function grantServer({
  credentials: { clientId = '', clientSecret = '' },
  ...options
}: ErpOptions): GrantServer {
  const { signIn } = settingsOf(options);
  return { authorizeUrl: `${signIn}${AUTHORIZE}`, tokenUrl: `${signIn}${TOKEN}`, clientId, clientSecret, scope: SCOPE };
}
