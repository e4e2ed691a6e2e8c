import { round, today } from './days.ts';
import { itemOf, linesOf, sell } from './order-lines.ts';
import { CPY, settleOrder } from './orders.ts';
import type { Row, Store } from './store.ts';

/** Pieces on hand at a site, more or fewer. */
export function move(store: Store, item: string, site: string, pieces: number): void {
  const kept = store.get('ITMMVT', item, site);
  if (kept) store.change('ITMMVT', kept, { PHYSTO: round(Number(kept.PHYSTO) + pieces, 6) });
}
/** What was delivered and is not on an invoice yet, on the order and in the customer's standing. */
export function notInvoiced(store: Store, order: Row, more: number): void {
  store.change('SORDER', order, { $shipped: round(Number(order.$shipped ?? 0) + more, 2) });
  const movement = store.get('BPCUSTMVT', String(order.BPCORD), CPY);
  if (movement) store.change('BPCUSTMVT', movement, { DLVOSTC: round(Number(movement.DLVOSTC) + more, 2) });
}
/** Delivers what remains of an order, or a share of each line. */
export function deliverOrder(store: Store, number: string, share = 1): Row {
  const order = store.get('SORDER', number);
  if (!order) throw new Error(`no order ${number}`);
  const delivery = `SDH${String(order.STOFCY)}${String(store.draw('SDH')).padStart(6, '0')}`;
  const made = store.add('SDELIVERY', {
    ...{ SDHNUM: delivery, SALFCY: String(order.SALFCY), STOFCY: String(order.STOFCY), CFMFLG: true },
    ...{ BPCORD: String(order.BPCORD), SOHNUM: number, SHIDAT: today(), DLVDAT: today() },
  });
  for (const { quantities } of linesOf(store, number)) {
    const left = Number(quantities.QTY) - Number(quantities.DLVQTY);
    const quantity = Math.min(left, Number(quantities.QTY) * share);
    if (quantity <= 0) continue;
    const pieces = quantity * Number(quantities.SAUSTUCOE);
    store.add('SDELIVERYD', {
      ...{ SDHNUM: delivery, SDDLIN: Number(quantities.SOPLIN), SOHNUM: number, SOPLIN: Number(quantities.SOPLIN) },
      ...{ SOQSEQ: Number(quantities.SOQSEQ), BPCORD: String(order.BPCORD), ITMREF: String(quantities.ITMREF) },
      ...{ SAU: String(quantities.SAU), QTY: quantity },
    });
    const delivered = Number(quantities.DLVQTY) + quantity;
    store.change('SORDERQ', quantities, {
      ...{ DLVQTY: delivered, DLVQTYSTU: delivered * Number(quantities.SAUSTUCOE) },
      SOQSTA: delivered >= Number(quantities.QTY) ? 3 : 2,
    });
    const item = itemOf(store, String(quantities.ITMREF));
    sell(store, item, String(quantities.STOFCY), -pieces);
    if (item.STOMGTCOD === 2) move(store, String(item.ITMREF), String(quantities.STOFCY), -pieces);
  }
  store.change('SORDER', store.get('SORDER', number) as Row, { LASDLVNUM: delivery });
  const shipped = round(Number(order.$open ?? 0) - Number(settleOrder(store, number).$open), 2);
  notInvoiced(store, store.get('SORDER', number) as Row, shipped);
  return made;
}
