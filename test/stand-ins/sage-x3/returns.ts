import type { Call } from './call.ts';
import { today } from './days.ts';
import { move } from './deliveries.ts';
import { ServiceRefusal } from './errors.ts';
import { type Entered, numberIn, textIn } from './object-xml.ts';
import { itemOf } from './order-lines.ts';
import { coefficient } from './pricing.ts';

/** `save` of a return: each line names the delivery line that the goods went out with. */
export function saveReturn({ store }: Call, { fields, lines }: Entered): string {
  const customer = textIn(fields, 'BPCORD');
  if (!store.get('BPCUSTOMER', customer)) throw new ServiceRefusal(`BPCORD : ${customer} : Record does not exist`);
  const site = textIn(fields, 'STOFCY');
  if (store.get('FACILITY', site)?.WRHFLG !== true)
    throw new ServiceRefusal(`STOFCY : ${site} : Record does not exist`);
  const rows = lines.get('SRH1_1') ?? [];
  if (rows.length === 0) throw new ServiceRefusal('At least one line is mandatory');
  if (textIn(fields, 'SRHNUM') !== '') throw new ServiceRefusal('SRHNUM : Number assigned automatically');
  const number = `SRH${site}${String(store.draw('SRH')).padStart(6, '0')}`;
  const [first] = rows;
  store.add('SRETURN', {
    ...{ SRHNUM: number, SALFCY: textIn(fields, 'SALFCY') || 'H01', STOFCY: site, BPCORD: customer },
    ...{ SDHNUM: textIn(first?.fields ?? new Map(), 'SDHNUM'), RTNDAT: textIn(fields, 'RTNDAT') || today() },
  });
  for (const [nth, { fields: line }] of rows.entries()) {
    const [delivery, at] = [textIn(line, 'SDHNUM'), numberIn(line, 'SDDLIN') ?? 0];
    const sent = store.get('SDELIVERYD', delivery, at);
    if (!sent || sent.BPCORD !== customer) throw new ServiceRefusal(`SDHNUM : ${delivery} : Record does not exist`);
    const item = itemOf(store, String(sent.ITMREF));
    if (textIn(line, 'ITMREF') !== '' && textIn(line, 'ITMREF') !== sent.ITMREF)
      throw new ServiceRefusal(`ITMREF : ${textIn(line, 'ITMREF')} : Product not on the delivery line`);
    const quantity = numberIn(line, 'QTY') ?? 0;
    if (quantity <= 0) throw new ServiceRefusal('QTY : Incorrect value');
    if (quantity + Number(sent.RTNQTY) > Number(sent.QTY))
      throw new ServiceRefusal('QTY : Quantity greater than the delivered quantity');
    store.change('SDELIVERYD', sent, { RTNQTY: Number(sent.RTNQTY) + quantity });
    store.add('SRETURND', {
      ...{ SRHNUM: number, SRDLIN: (nth + 1) * 1000, SDHNUM: delivery, SDDLIN: at, ITMREF: String(sent.ITMREF) },
      ...{ SOHNUM: String(sent.SOHNUM), SOPLIN: Number(sent.SOPLIN), SAU: String(sent.SAU) },
      ...{ EXTQTY: numberIn(line, 'EXTQTY') ?? quantity, QTY: quantity, RTNREN: textIn(line, 'RTNREN') },
    });
    if (item.STOMGTCOD === 2) move(store, String(item.ITMREF), site, quantity * coefficient(item, String(sent.SAU)));
  }
  return number;
}
