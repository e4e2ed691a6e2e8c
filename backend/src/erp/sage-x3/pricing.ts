import { isZero } from '@backroom/shared';
import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import { type In, type Out, type Price, priceSchema } from '../contract/schemas.ts';
import { fit } from '../transport/json.ts';
import { customerWith } from './customers.ts';
import { itemsByCode, unitOf } from './products.ts';
import { linesIn, paramXml } from './result.ts';
import type { Session } from './session.ts';
import { amount, compactDay, keyOf, parts } from './values.ts';

/** Lines that the subprogram takes at once. */
const LINES_MOST = 50;
const IN = 'GRP1';
const LINES = 'GRP2';
const priced = z.object({ GROPRI: amount, NETPRI: amount, VATRAT: amount });

/** What a line costs this customer, as the search of prices in X3 finds it: a subprogram that the partner publishes asks it. See docs/sage-x3.md. */
export const quoteBy =
  (subprogram: string) =>
  async (session: Session, input: In<'pricing.quote'>, signal: AbortSignal): Promise<Out<'pricing.quote'>> => {
    const { customerId, currency, date, lines } = input;
    const [customer, items] = await Promise.all([
      customerWith(session, customerId, signal),
      itemsByCode(
        session,
        lines.map(({ productId }) => productId),
        signal,
      ),
    ]);
    const asked = lines.flatMap(({ productId, quantity }, index) => {
      const item = items.get(keyOf(productId) ?? '');
      return item ? [{ index, line: { ITMREF: item.ITMREF, SAU: unitOf(item), QTY: quantity } }] : [];
    });
    const head = { BPC: customer.BPCNUM, FCY: session.settings.site, CUR: currency, DAT: compactDay(date) };
    const results = new Array<Price | null>(lines.length).fill(null);
    for (const some of parts(asked, LINES_MOST)) {
      const xml = paramXml({ groups: { [IN]: head }, tables: { [LINES]: some.map(({ line }) => line) } });
      const found = linesIn(await session.soap.run(subprogram, xml, signal), LINES);
      if (found.length < some.length)
        throw new ErpError('drift', `${subprogram}: ${found.length} lines of ${some.length}`, { field: LINES });
      for (const [nth, { index, line }] of some.entries()) {
        const { GROPRI, NETPRI, VATRAT } = fit(priced, Object.fromEntries(found[nth] ?? []), subprogram);
        // No price was found: a product that costs nothing is none that X3 has a price for.
        if (NETPRI === null || isZero(NETPRI)) continue;
        results[index] = fit(
          priceSchema,
          {
            productId: line.ITMREF,
            quantity: line.QTY,
            unitPrice: { amount: NETPRI, currency },
            listPrice: GROPRI === null || isZero(GROPRI) ? null : { amount: GROPRI, currency },
            discountPercent: null,
            source: subprogram,
            taxPercent: VATRAT,
            breaks: [],
          },
          subprogram,
        );
      }
    }
    return { results, paymentTerms: customer.PTE };
  };
