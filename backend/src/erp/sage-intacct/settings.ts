import { type Currency, currencySchema } from '@backroom/shared';
import type { ErpOptions } from '../contract/adapter.ts';
import { BASE, BASE_PRICE_LIST, TYPE } from './facts.ts';

export type Settings = {
  url: string;
  company: string;
  /** Null: the top level, or a company of one entity. */
  entity: string | null;
  /** Null: that of the entity. */
  currency: Currency | null;
  timeZone: string;
  orderType: string;
  returnType: string;
  priceList: string;
  /** Warehouse of new lines. Null: the default of the item. */
  warehouse: string | null;
  /** Warehouses that serve our orders. Empty: that of new lines; without one, all. */
  warehouses: readonly string[];
  location: string | null;
  department: string | null;
  shippingItem: string | null;
  feeItem: string | null;
  concurrency: number | null;
};

const given = (value: string | undefined): string | null => value?.trim() || null;
/** What a connection says, as the manifest has checked it. */
export function settingsOf({ url, settings }: Pick<ErpOptions, 'url' | 'settings'>): Settings {
  const concurrency = Number(settings.concurrency ?? Number.NaN);
  return {
    url: (given(url) ?? BASE).replace(/\/+$/, '').replace(/\/ia\/api\/v1$/, ''),
    company: given(settings.company) ?? '',
    entity: given(settings.entity),
    currency: currencySchema.safeParse(settings.currency?.trim()).data ?? null,
    timeZone: given(settings.timeZone) ?? 'UTC',
    orderType: given(settings.orderType) ?? TYPE.order,
    returnType: given(settings.returnType) ?? TYPE.return,
    priceList: given(settings.priceList) ?? BASE_PRICE_LIST,
    warehouse: given(settings.warehouse),
    warehouses: (settings.warehouses ?? '').split(',').flatMap((each) => given(each) ?? []),
    location: given(settings.location),
    department: given(settings.department),
    shippingItem: given(settings.shippingProduct),
    feeItem: given(settings.feeProduct),
    concurrency: Number.isInteger(concurrency) && concurrency > 0 ? concurrency : null,
  };
}
