import { canonical, compare } from '@backroom/shared';
import type { OrderInput } from '../contract/schemas.ts';
import { LENGTH } from './facts.ts';
import { refused } from './faults.ts';
import { itemsByCode, unitOf } from './products.ts';
import { LONGEST, stored } from './references.ts';
import { type Body, type Fields, paramXml } from './result.ts';
import { dayOf, type Session } from './session.ts';
import { REFERENCE_FIELD } from './settings.ts';
import { compactDay, zero } from './values.ts';

const ORDER_LINES = 'SOH4_1';

/** Discounts that X3 takes from its own price lists would lower the agreed price. */
const withoutDiscounts = ({ settings }: Session): Fields =>
  Object.fromEntries(Array.from({ length: settings.discounts }, (_, nth) => [`DISCRGVAL${nth + 1}`, '0']));
async function linesOf(session: Session, input: OrderInput, signal: AbortSignal): Promise<Fields[]> {
  const ids = input.lines.map(({ productId }) => productId);
  const items = await itemsByCode(session, ids, signal);
  return input.lines.map((line, index): Fields => {
    const item = items.get(line.productId);
    if (!item) throw refused(`lines.${index}.productId`, `Sage X3 has no product ${line.productId}.`);
    if (compare(line.quantity, zero) <= 0)
      throw refused(`lines.${index}.quantity`, 'The quantity of a line must be above zero.');
    if (line.unit && line.unit !== unitOf(item))
      throw refused(`lines.${index}.unit`, `Product ${item.ITMREF} is not sold in ${line.unit}.`);
    return {
      ITMREF: item.ITMREF,
      SAU: unitOf(item),
      QTY: canonical(line.quantity),
      GROPRI: canonical(line.unitPrice.amount),
      ...withoutDiscounts(session),
    };
  });
}
/** Our reference, and the customer's own number where another field of the order holds ours. */
function referencesOf({ settings }: Session, { reference, poNumber }: OrderInput): { own: Fields; head: Fields } {
  if (reference.length > LONGEST) throw refused('reference', `Sage X3 keeps ${LONGEST} characters of a reference.`);
  if (settings.referenceField === REFERENCE_FIELD) return { own: {}, head: { [REFERENCE_FIELD]: stored(reference) } };
  if ((poNumber ?? '').length > LENGTH.reference)
    throw refused('poNumber', `Sage X3 takes at most ${LENGTH.reference} characters here.`);
  return { own: { [settings.referenceField]: stored(reference) }, head: { [REFERENCE_FIELD]: poNumber } };
}
/** The object of an order, as it is saved. Its number is drawn by X3. */
export async function orderXml(session: Session, input: OrderInput, signal: AbortSignal): Promise<string> {
  const { settings } = session;
  const { own, head } = referencesOf(session, input);
  if (input.deliverTo?.kind === 'one_off')
    throw refused('deliverTo', 'Sage X3 takes no address of one order here: it has to be one of the customer.');
  const body: Body = {
    fields: own,
    groups: {
      SOH0_1: {
        SALFCY: settings.site,
        SOHTYP: settings.orderType,
        ...head,
        ORDDAT: compactDay(dayOf(session)),
        BPCORD: input.customerId,
        CUR: input.currency,
      },
      SOH1_1: { BPAADD: input.deliverTo?.id },
      SOH2_1: { STOFCY: settings.shippingSite },
      SOH2_2: { DEMDLVDAT: input.requestedDate && compactDay(input.requestedDate) },
    },
    tables: { [ORDER_LINES]: await linesOf(session, input, signal) },
  };
  return paramXml(body);
}
