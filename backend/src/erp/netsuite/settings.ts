import { type Currency, currencySchema } from '@backroom/shared';
import type { ErpOptions } from '../contract/adapter.ts';
import { realmOf } from './facts.ts';
import { idOf } from './faults.ts';

export type Settings = {
  account: string;
  subsidiary: string | null;
  currency: Currency | null;
  timeZone: string;
  /** Internal ids of the locations that serve our orders. Empty: all. */
  locations: readonly string[];
  /** Location of new orders. Null: as NetSuite decides. */
  orderLocation: string | null;
  /** Status of new orders. Null: as the account's preferences say. */
  orderStatus: string | null;
  restlet: { id: string; deployment: string } | null;
  shippingItem: string | null;
  feeItem: string | null;
  concurrency: number | null;
};

const given = (value: string | undefined): string | null => value?.trim() || null;
/** What a connection says, as the manifest has checked it. */
export function settingsOf({ settings }: Pick<ErpOptions, 'settings'>): Settings {
  const restlet = given(settings.restletScript);
  const concurrency = Number(settings.concurrency ?? Number.NaN);
  return {
    account: realmOf(settings.account ?? ''),
    subsidiary: idOf(settings.subsidiary?.trim() ?? ''),
    currency: currencySchema.safeParse(settings.currency?.trim()).data ?? null,
    timeZone: given(settings.timeZone) ?? 'UTC',
    locations: (settings.locations ?? '').split(/[,;\s]+/).flatMap((each) => idOf(each) ?? []),
    orderLocation: idOf(settings.orderLocation?.trim() ?? ''),
    orderStatus: given(settings.orderStatus)?.toUpperCase() ?? null,
    restlet: restlet === null ? null : { id: restlet, deployment: given(settings.restletDeployment) ?? DEPLOYMENT },
    shippingItem: given(settings.shippingProduct),
    feeItem: given(settings.feeProduct),
    concurrency: Number.isInteger(concurrency) && concurrency > 0 ? concurrency : null,
  };
}
export const SCRIPT = 'customscript_backroom';
export const DEPLOYMENT = 'customdeploy_backroom';
