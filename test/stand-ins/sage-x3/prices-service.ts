import type { Shown } from './documents.ts';
import { ServiceRefusal } from './errors.ts';
import { type Entered, numberIn, textIn } from './object-xml.ts';
import { itemOf } from './order-lines.ts';
import { coefficient, netOf, priceOf, vatOf } from './pricing.ts';
import type { Row, Store } from './store.ts';

/** The customer's own subprogram for prices: what an order would cost, by product and quantity. */
export function runPrices(store: Store, { fields, lines }: Entered): Shown {
  const customer = store.get('BPCUSTOMER', textIn(fields, 'BPC'));
  if (!customer) throw new ServiceRefusal(`BPC : ${textIn(fields, 'BPC')} : Record does not exist`);
  const currency = textIn(fields, 'CUR') || String(customer.CUR);
  if (!store.get('TABCUR', currency)) throw new ServiceRefusal(`CUR : ${currency} : Record does not exist`);
  const day = textIn(fields, 'DAT') || null;
  const rows = (lines.get('GRP2') ?? []).map(({ fields: line }): Row => {
    const item = itemOf(store, textIn(line, 'ITMREF'));
    const unit = textIn(line, 'SAU') || String(item.SAU);
    coefficient(item, unit);
    const quantity = numberIn(line, 'QTY') ?? 0;
    const { gross, discount } = priceOf(store, { customer, item, unit, quantity, currency, day });
    return {
      ...{ ITMREF: String(item.ITMREF), SAU: unit, QTY: quantity, GROPRI: gross, DISC: discount },
      ...{ NETPRI: netOf(gross, [discount]), VATRAT: vatOf(item, customer) },
    };
  });
  return {
    fields: { BPC: String(customer.BPCNUM), FCY: textIn(fields, 'FCY'), CUR: currency, DAT: day },
    lines: { GRP2: rows },
  };
}
