import type { Check, LinePriceInput, Preview, PriceChange } from '@backroom/shared';
import type { Client } from './client.ts';
import type { PageStore, Question } from './store.ts';
import { isMoney } from './values.ts';
import type { Words } from './words.ts';

/** What a check of a price offers: the ERP's price on the line, with its consequence named first, or why the CRM does not take it from here. */
export type PriceOffer =
  | { isOpen: true; label: string; ask: string; input: LinePriceInput }
  | { isOpen: false; text: string };

const productOf = ({ code, name }: { code: string | null; name: string }): string => `${code ?? ''} ${name}`.trim();

export function priceOffer(
  { t, format }: Words,
  { price, lineId, values: { quoted, erp } }: Check,
  { lines, revision }: Pick<Preview, 'lines' | 'revision'>,
): PriceOffer | null {
  const line = lines.find((each) => each.lineId === lineId);
  if (!price || !line || !isMoney(quoted) || !isMoney(erp)) return null;
  const [before, after] = [format.price(quoted), format.price(erp)];
  if (price !== 'open') return { isOpen: false, text: t(`price.${price}`, { price: after }) };
  return {
    isOpen: true,
    label: t('price.apply'),
    ask: t('price.apply_ask', { product: productOf(line), before, after }),
    input: { action: 'apply', line: line.lineId, revision, expected: erp },
  };
}

/** The change that was made on this page a moment ago. It outlives the check that offered it, which is solved by then. */
export const priceQuestion = (store: PageStore, dealId: string): Question<PriceChange | null> => {
  const question: Question<PriceChange | null> = {
    key: `price ${dealId}`,
    ask: async () => store.state(question).data,
    // Only a write changes it; a timer takes no longer one.
    every: () => 2_000_000_000,
    apart: true,
  };
  return question;
};
/** Writes a price or takes it back, and keeps the change for the components that show it. */
export async function changePrice(
  client: Pick<Client, 'setLinePrice'>,
  store: PageStore,
  dealId: string,
  input: LinePriceInput,
): Promise<void> {
  store.put(priceQuestion(store, dealId), await client.setLinePrice(dealId, input));
}
/** What was changed, and the way back; of one that was taken back there is nothing to say. */
export function priceChangeView({ t, format }: Words, change: PriceChange | null) {
  if (!change?.undo) return null;
  const input: LinePriceInput = { action: 'undo', undo: change.undo };
  return {
    text: t('price.applied', {
      product: productOf(change),
      before: format.price(change.before),
      after: format.price(change.after),
    }),
    label: t('price.undo'),
    input,
  };
}
