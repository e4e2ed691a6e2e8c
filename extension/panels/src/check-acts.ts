import type { Check, Preview } from '@backroom/shared';
import { type PriceOffer, priceOffer } from './prices.ts';
import type { Words } from './words.ts';

type Page = 'connection' | 'mapping';
/** The page of the console where an admin solves it. */
const pages: Partial<Record<Check['code'], Page>> = {
  mapped_field_gone: 'mapping',
  mapped_value_gone: 'mapping',
  value_not_mapped: 'mapping',
  value_unusable: 'mapping',
  charge_item_gone: 'mapping',
  erp_unfit: 'connection',
};
/** What solves a check right there: a page of the console, or the ERP's price. */
export type CheckActs = { place: { page: Page; label: string } | null; price: PriceOffer | null };

/** `preview`: what the check is of; without one no price is offered. */
export function checkActs(words: Words, found: Check, preview: Pick<Preview, 'lines' | 'revision'> | null): CheckActs {
  const page = pages[found.code];
  return {
    place: page
      ? { page, label: words.t(page === 'mapping' ? 'action.open_mapping' : 'settings.open_connection') }
      : null,
    price: preview && priceOffer(words, found, preview),
  };
}
