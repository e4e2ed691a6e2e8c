import { address, type Columns, lower } from './columns.ts';
import type { Body, Rec, Store } from './database.ts';
import { typeNamed } from './metadata.ts';
import { receivables } from './receivables.ts';
import { stockOf } from './transactions.ts';

type Maker = (rec: Rec, source: string) => void;
/** Rows of customers, items and what both refer to. */
export function mastersOf(store: Store, { put, clear, ref, moments, unit }: Columns) {
  const makers: Readonly<Record<string, Maker>> = {
    customer(rec, source) {
      const { body } = rec;
      const owed = receivables(store, rec);
      const book = (body.addressBook?.items ?? []) as Body[];
      const company = body.companyName ?? [body.firstName, body.lastName].filter(Boolean).join(' ');
      put('customer', source, {
        ...lower(body),
        ...moments(rec),
        id: rec.id,
        externalid: rec.external,
        altname: company,
        creditholdoverride: body.creditHoldOverride?.id,
        oncredithold: body.creditHoldOverride?.id === 'ON',
        balancesearch: owed.balance,
        overduebalancesearch: owed.overdueBalance,
        daysoverduesearch: owed.daysOverdue,
        unbilledorderssearch: owed.unbilledOrders,
        defaultbillingaddress: book.find((each) => each.defaultBilling)?.id,
        defaultshippingaddress: book.find((each) => each.defaultShipping)?.id,
        ...ref('subsidiary', 'subsidiary', body.subsidiary),
        ...ref('currency', 'currency', body.currency),
        ...ref('terms', 'term', body.terms),
        ...ref('pricelevel', 'priceLevel', body.priceLevel),
        ...ref('parent', 'customer', body.parent),
      });
      if (body.subsidiary)
        put('customersubsidiaryrelationship', source, {
          id: rec.id,
          ...ref('entity', 'customer', { id: rec.id }),
          ...ref('subsidiary', 'subsidiary', body.subsidiary),
          balance: owed.balance,
          unbilledorders: owed.unbilledOrders,
          isprimarysub: true,
        });
      for (const each of book) {
        for (const kind of ['entity', 'customer'])
          put(`${kind}addressbook`, source, {
            entity: rec.id,
            internalid: each.id,
            addressbookaddress: each.id,
            defaultbilling: each.defaultBilling,
            defaultshipping: each.defaultShipping,
            label: each.label,
          });
        for (const kind of ['entityaddress', 'customeraddressbookentityaddress'])
          put(kind, source, { nkey: each.id, ...address(each.addressBookAddress) });
      }
      for (const own of (body.itemPricing?.items ?? []) as Body[])
        put('customeritempricing', source, {
          ...ref('customer', 'customer', { id: rec.id }),
          ...ref('item', 'item', own.item),
          ...ref('level', 'priceLevel', own.level),
          price: own.price,
          ...ref('currency', 'currency', own.currency ?? body.currency),
        });
      for (const own of (body.groupPricing?.items ?? []) as Body[])
        put('customergrouppricing', source, {
          ...ref('customer', 'customer', { id: rec.id }),
          group: own.group.id,
          ...ref('level', 'priceLevel', own.level),
        });
    },
    contact: (rec, source) =>
      put('contact', source, {
        ...lower(rec.body),
        ...moments(rec),
        id: rec.id,
        externalid: rec.external,
        ...ref('company', 'customer', rec.body.company),
        ...ref('subsidiary', 'subsidiary', rec.body.subsidiary),
      }),
    employee: (rec, source) => put('employee', source, { ...lower(rec.body), ...moments(rec), id: rec.id }),
    subsidiary: (rec, source) =>
      put('subsidiary', source, {
        ...lower(rec.body),
        id: rec.id,
        fullname: rec.body.name,
        iselimination: false,
        country: rec.body.country,
        country__df: rec.body.country,
        ...ref('currency', 'currency', rec.body.currency),
      }),
    currency: (rec, source) => put('currency', source, { ...lower(rec.body), id: rec.id }),
    location: (rec, source) =>
      put('location', source, {
        ...lower(rec.body),
        id: rec.id,
        fullname: rec.body.name,
        ...ref('subsidiary', 'subsidiary', rec.body.subsidiary),
      }),
    term: (rec, source) => put('term', source, { ...lower(rec.body), id: rec.id }),
    priceLevel: (rec, source) => put('pricelevel', source, { ...lower(rec.body), id: rec.id }),
    salesTaxItem: (rec, source) =>
      put('salestaxitem', source, { ...lower(rec.body), id: rec.id, rate: Number.parseFloat(String(rec.body.rate)) }),
    unitsType(rec, source) {
      put('unitstype', source, { ...lower(rec.body), id: rec.id });
      for (const row of store.all('select * from units where unitstype = ?', rec.id))
        put('unitstypeuom', source, {
          internalid: row.id,
          unitstype: rec.id,
          unitname: row.name,
          abbreviation: row.name,
          pluralname: row.name,
          conversionrate: row.rate,
          baseunit: row.base === 1,
        });
    },
  };
  function item(rec: Rec, source: string): void {
    const { body } = rec;
    const kind = typeNamed(rec.type).kind;
    put('item', source, {
      ...lower(body),
      ...moments(rec),
      id: rec.id,
      externalid: rec.external,
      pricinggroup: body.pricingGroup?.id,
      description: body.salesDescription,
      fullname: body.itemId,
      itemtype: kind,
      itemtype__df: ITEM_NAMES[kind],
      ...ref('unitstype', 'unitsType', body.unitsType),
      ...unit('stockunit', body.stockUnit),
      ...unit('saleunit', body.saleUnit),
    });
    for (const row of store.all('select * from prices where item = ? order by level, currency, quantity', rec.id))
      put('pricing', source, {
        ...ref('item', 'item', { id: rec.id }),
        ...ref('pricelevel', 'priceLevel', { id: row.level }),
        ...ref('currency', 'currency', { id: row.currency }),
        quantity: row.quantity,
        unitprice: row.price,
      });
    stock(rec.id);
  }
  function stock(id: number): void {
    clear(`stock ${id}`, ['inventoryitemlocations']);
    for (const row of stockOf(store, id))
      put('inventoryitemlocations', `stock ${id}`, {
        ...ref('item', 'item', { id }),
        ...ref('location', 'location', { id: row.location }),
        quantityonhand: row.onHand,
        quantityavailable: row.available,
        quantityonorder: row.onOrder,
        quantitycommitted: row.committed,
        quantitybackordered: row.backOrdered,
      });
  }
  return { makers, item, stock };
}
const ITEM_NAMES: Readonly<Record<string, string>> = {
  InvtPart: 'Inventory Item',
  NonInvtPart: 'Non-inventory Item',
  Service: 'Service',
  OthCharge: 'Other Charge',
  Discount: 'Discount',
};
