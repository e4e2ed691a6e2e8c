import { daysAfter, today } from '../days.ts';
import type { Desk } from '../desk.ts';
import { CPY } from '../orders.ts';
import type { Store } from '../store.ts';
import { priceLines, type SeedCustomer, seedCustomers, seedItems } from './cast.ts';

const lands = { DE: 'Germany', US: 'United States of America', AT: 'Austria' } as const;
function places(store: Store): void {
  for (const [CUR, CURSHO, CURDEC] of [
    ['EUR', 'Euro', 2],
    ['USD', 'US Dollar', 2],
    ['CHF', 'Franken', 2],
    ['GBP', 'Pound', 2],
  ] as const)
    store.add('TABCUR', { CUR, CURSHO, CURDEC });
  for (const [UOM, UOMDEC] of [
    ['UN', 0],
    ['DZN', 0],
    ['SAC', 0],
    ['KG', 3],
    ['M', 3],
    ['H', 2],
  ] as const)
    store.add('TABUNIT', { UOM, UOMDEC });
  store.add('COMPANY', { CPY, CPYNAM: 'Hansa Apparate GmbH', ACCCUR: 'EUR', CRY: 'DE' });
  for (const [FCY, FCYNAM, SALFLG] of [
    ['H01', 'Hamburg', true],
    ['H02', 'München', false],
  ] as const)
    store.add('FACILITY', { FCY, FCYNAM, FCYSHO: FCYNAM, LEGCPY: CPY, CRY: 'DE', SALFLG, WRHFLG: true });
}
function items(store: Store): void {
  for (const item of seedItems) {
    const { id, name, price, unit = 'UN', sold, stock = 0, elsewhere = 0, ordered = 0, tax = 'NOR', ean = '' } = item;
    store.add('ITMMASTER', {
      ...{ ITMREF: id, ITMDES1: name, DES1AXX: name, TCLCOD: item.notStocked ? 'SERV' : 'FIN', SEAKEY: id },
      ...{ ITMSTA: item.archived ? 5 : 1, STOMGTCOD: item.notStocked ? 1 : 2, EANCOD: ean, STU: unit },
      ...{ SAU: sold?.[0] ?? unit, SAUSTUCOE: sold?.[1] ?? 1, VACITM: [tax, '', ''] },
    });
    store.add('ITMSALES', { ITMREF: id, BASPRI: price });
    if (item.notStocked) continue;
    store.add('ITMMVT', { ITMREF: id, STOFCY: 'H01', PHYSTO: stock, ORDSTO: ordered });
    store.add('ITMMVT', { ITMREF: id, STOFCY: 'H02', PHYSTO: elsewhere });
  }
  for (const [PLI, PIO] of [
    ['T20', 10],
    ['T11', 20],
    ['T21', 30],
  ] as const)
    store.add('SPRICCONF', { PLI, PLIENAFLG: true, PIO });
  for (const [nth, [PLI, PLICRI1, PLICRI2, CUR, UOM, MINQTY, MAXQTY, PRI, DCGVAL1]] of priceLines.entries())
    store.add('SPRICLIST', {
      ...{ PLI, PLICRD: `${PLI}-1`, PLILIN: nth + 1, PLICRI1, PLICRI2, CUR, UOM, MINQTY, MAXQTY, PRI, DCGVAL1 },
      PLISTRDAT: '2020-01-01',
    });
}
function customer(store: Store, each: SeedCustomer): void {
  const { id, name, street = 'Industriestraße 3', city, zip = '', country = 'DE', email = '', people = [] } = each;
  const { currency: CUR = 'EUR', term: PTE = 'NET30', limit, tax = '' } = each;
  const address = { BPATYP: 1, BPANUM: id, POSCOD: zip, CTY: city, CRY: country, CRYNAM: lands[country] };
  store.add('BPADDRESS', {
    ...{ ...address, BPAADD: '001', BPADES: 'Main office', BPAADDLIG: [street, '', ''], BPAADDFLG: true },
    WEB: [email, '', '', '', ''],
  });
  store.add('BPADDRESS', { ...address, BPAADD: '002', BPADES: 'Lager', BPAADDLIG: ['Am Lager 9', '', ''] });
  store.add('BPARTNER', {
    ...{ BPRNUM: id, BPRNAM: [name, ''], BPRSHO: name.slice(0, 10), EECNUM: tax, CRY: country, LAN: 'GER', CUR },
    ...{ BPCFLG: true, ENAFLG: each.inactive !== true, BPAADD: '001' },
  });
  store.add('BPCUSTOMER', {
    ...{ BPCNUM: id, BPCNAM: name, BPCSHO: name.slice(0, 10), BPCSTA: each.inactive !== true, BPCTYP: 1, CUR, PTE },
    ...{ BCGCOD: country === 'DE' ? 'DE' : 'EXP', VACBPR: country === 'DE' ? 'DOM' : 'EXP' },
    ...{ BPCINV: id, BPCPYR: id, BPCGRU: id, BPCRSK: id, BPAADD: '001', BPAINV: '001', BPAPYR: '001' },
    ...{ OSTCTL: each.hold ? 2 : limit ? 1 : 3, OSTAUZ: limit ?? 0 },
  });
  store.add('BPCUSTMVT', { BPCNUM: id, CPY, CUR: 'EUR' });
  for (const [nth, [CNTFNA, CNTLNA, WEB]] of people.entries())
    store.add('CONTACT', { CCNTYP: 1, BPANUM: id, CCNCRM: `CNT${nth + 1}`, CNTFNA, CNTLNA, WEB });
}
/** Masters, and what customers have ordered, received, been billed and paid before. */
export function seed(store: Store, desk: Desk): void {
  places(store);
  items(store);
  for (const each of seedCustomers) customer(store, each);
  const day = today();
  const order = (
    who: string,
    lines: readonly (readonly [string, number])[],
    more: { reference?: string; day?: string } = {},
  ): string => desk.enter({ customer: who, lines, ...more });
  const billed = (number: string, on = day): string => {
    desk.deliver(number);
    return desk.invoice(number, on);
  };
  order(
    'C1001',
    [
      ['1896-S', 2],
      ['1900-S', 8],
    ],
    { reference: 'PO-4711' },
  );
  desk.deliver(order('C1001', [['D0001', 10]]));
  const half = order('C1001', [['STAFFEL-1', 20]]);
  desk.deliver(half, 0.5);
  desk.invoice(half);
  const past = daysAfter(day, -60);
  billed(order('C1002', [['T-2010', 100]], { day: past }), past);
  desk.pay(billed(order('C1002', [['SALZ-10', 50]])));
  desk.pay(billed(order('C1002', [['T-2005', 10]])), 50);
  const credited = billed(order('C1003', [['T-2010', 4]]));
  desk.match(desk.credit(credited, [[1, 1]]), credited);
  desk.payOnAccount('C1009', 250);
  desk.close(order('C1003', [['T-2015', 1]]));
  order('C1010', [['1896-S', 1]]);
}
