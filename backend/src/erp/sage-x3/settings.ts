import { type Currency, currencySchema } from '@backroom/shared';
import type { ErpOptions } from '../contract/adapter.ts';
import { DISCOUNTS, ORDER_TYPE, PUBLISHED } from './facts.ts';

export type Settings = {
  url: string;
  /** The folder, as the endpoint of the server names it. */
  folder: string;
  pool: string;
  /** Sales site of orders. */
  site: string;
  /** Site that ships orders. */
  shippingSite: string;
  /** Sites whose stock counts. */
  stockSites: readonly string[];
  orderType: string;
  orderObject: string;
  customerObject: string;
  /** Category of new customers. Null: none are made. */
  customerCategory: string | null;
  /** Field of an order that holds our reference. */
  referenceField: string;
  /** Columns of discounts of an order line, which are emptied. */
  discounts: number;
  /** Published subprogram that searches prices. Null: there are none. */
  priceService: string | null;
  language: string;
  /** Null: that of the site's company. */
  currency: Currency | null;
  timeZone: string;
};

const given = (value: string | undefined): string | null => value?.trim() || null;
/** What a connection says, as the manifest has checked it. */
export function settingsOf({ url, settings }: Pick<ErpOptions, 'url' | 'settings'>): Settings {
  const site = given(settings.site) ?? '';
  const shippingSite = given(settings.shippingSite) ?? site;
  const stockSites = (settings.stockSites ?? '').split(',').flatMap((each) => given(each) ?? []);
  return {
    url: url.trim().replace(/\/+$/, ''),
    folder: given(settings.folder) ?? '',
    pool: given(settings.pool) ?? '',
    site,
    shippingSite,
    stockSites: stockSites.length > 0 ? stockSites : [shippingSite],
    orderType: given(settings.orderType) ?? ORDER_TYPE,
    orderObject: given(settings.orderObject) ?? PUBLISHED.order,
    customerObject: given(settings.customerObject) ?? PUBLISHED.customer,
    customerCategory: given(settings.customerCategory),
    referenceField: given(settings.referenceField) ?? REFERENCE_FIELD,
    discounts: Number(given(settings.discounts) ?? DISCOUNTS),
    priceService: given(settings.priceService),
    language: given(settings.language) ?? 'ENG',
    currency: currencySchema.safeParse(settings.currency?.trim()).data ?? null,
    timeZone: given(settings.timeZone) ?? 'UTC',
  };
}
/** The customer's own reference: the only field of an order that every system has and that may be asked for. */
export const REFERENCE_FIELD = 'CUSORDREF';
