import type { Body, Rec, Store } from '../database.ts';
import { definitions } from '../definitions.ts';
import { entries, groups, seedItems } from './cast.ts';

export type Keep = (object: string, body: Body, entity?: number | null) => Rec;
/** Entities, places, terms, taxes, definitions, units and price lists. */
export function masters(store: Store, keep: Keep): void {
  for (const id of ['EUR', 'USD', 'CHF', 'GBP']) keep('company-config/txn-currency', { id, status: 'active' });
  for (const [id, name, base, inc] of [
    ['100', 'Hansa Apparate GmbH', 'EUR', 'Kiel'],
    ['200', 'Hansa Apparatus Inc.', 'USD', 'Omaha'],
  ] as const) {
    const entity = keep('company-config/entity', {
      id,
      name,
      base,
      baseCurrency: keyOf(store, 'company-config/txn-currency', base),
      status: 'active',
    });
    // Every entity is a location, too: lines of documents name it.
    const location = keep('company-config/location', { id, name: inc, status: 'active', ofEntity: String(entity.key) });
    for (const [warehouse, called] of id === '100'
      ? [
          ['WH-HAM', 'Hamburg'],
          ['WH-MUC', 'München'],
        ]
      : [['WH-OMA', 'Omaha']])
      keep('inventory-control/warehouse', {
        id: warehouse,
        name: called,
        status: 'active',
        enableNegativeInv: true,
        location: String(location.key),
      });
  }
  for (const [id, days] of [
    ['Net 30', 30],
    ['Net 14', 14],
  ] as const)
    keep('accounts-receivable/term', { id, description: `${days} days`, due: { days }, status: 'active' });
  keep('accounts-receivable/shipping-method', { id: 'Spedition', status: 'active' });
  keep('tax/tax-solution', { id: 'Germany - VAT' });
  for (const [id, rate] of [
    ['Standard rate', 19],
    ['Reduced rate', 7],
    ['Zero rate', 0],
  ] as const)
    keep('tax/item-tax-group', { id, rate });
  for (const [id, taxed] of [
    ['Inland', true],
    ['Abroad', false],
  ] as const)
    keep('tax/contact-tax-group', { id, taxed });
  for (const { name, docClass, workflowCategory, inventory, posts } of definitions)
    keep('order-entry/txn-definition', {
      ...{
        id: name,
        docClass,
        workflowCategory,
        description: name,
        editPolicy: 'all',
        deletePolicy: 'noDelete',
        status: 'active',
      },
      ...{
        enableNumberingSequence: true,
        inventoryUpdateType: inventory ? 'quantityAndValue' : 'no',
        overridePrice: true,
      },
      ...{ increaseOrDecreaseInventory: inventory ?? 'increase', txnPostingMethod: posts ? 'toAR' : 'noPosting' },
      ...{ partialConvertMethod: 'leaveTransactionOpen', trackDiscountAndSurcharge: true },
    });
  for (const [name, sold, units] of groups) {
    const group = keep('inventory-control/unit-of-measure-group', {
      id: name,
      baseUnit: units[0]?.[0],
      isSystemGenerated: false,
    });
    const made = units.map(([id, conversionFactor, numberOfDecimalPlaces], nth) =>
      store.save({
        ...{ object: 'inventory-control/unit-of-measure', parent: group.key },
        body: {
          id,
          abbreviation: id.slice(0, 3).toUpperCase(),
          conversionFactor,
          numberOfDecimalPlaces,
          isBase: nth === 0,
          parent: String(group.key),
        },
      }),
    );
    const usual = String((made.find(({ body }) => body.id === sold) ?? made[0])?.key);
    const base = String(made[0]?.key);
    store.save({
      ...group,
      body: { ...group.body, defaults: { inventory: base, purchaseOrder: base, orderEntry: usual } },
    });
  }
  for (const id of ['Base Price List', 'Kessler'])
    keep('order-entry/price-list', {
      id,
      appliesTo: 'orderEntry',
      startDate: '2020-01-01',
      endDate: null,
      status: 'active',
    });
  keep('order-entry/price-schedule', {
    id: 'Wholesale',
    description: 'Wholesale',
    discountPercent: '15.00',
    status: 'active',
  });
}
export const keyOf = (store: Store, object: string, id: string): string => String(store.byId(object, id)?.key);

/** Goods with their stock, kit and prices. */
export function items(store: Store, keep: Keep): void {
  const warehouse = (id: string) => keyOf(store, 'inventory-control/warehouse', id);
  for (const {
    id,
    name,
    price,
    group = 'Count',
    stock,
    elsewhere = 0,
    tax = 'Standard rate',
    type = 'inventory',
    places,
    inactive,
    upc,
  } of seedItems) {
    const item = keep('inventory-control/item', {
      ...{
        id,
        name,
        itemType: type,
        status: inactive ? 'inactive' : 'active',
        extendedDescription: name,
        costMethod: type === 'inventory' ? 'FIFO' : null,
      },
      ...{
        defaultConversionType: 'quantity',
        unitOfMeasureGroup: keyOf(store, 'inventory-control/unit-of-measure-group', group),
      },
      sales: {
        isTaxable: true,
        basePrice: price,
        allowMultipleTaxGroups: false,
        taxGroup: keyOf(store, 'tax/item-tax-group', tax),
      },
      precision: {
        upc: upc ?? null,
        salesPrecision: places ?? null,
        inventoryPrecision: null,
        purchasingPrecision: null,
      },
    });
    if (type !== 'inventory') continue;
    for (const [place, onHand] of [
      ['WH-HAM', stock ?? 0],
      ['WH-MUC', elsewhere],
    ] as const) {
      keep('inventory-control/item-warehouse-inventory', { item: String(item.key), warehouse: warehouse(place) });
      store.run('insert into stock values (?, ?, ?)', item.key, Number(warehouse(place)), onHand);
    }
  }
  const kit = store.byId('inventory-control/item', 'SET-1');
  for (const [component, numberOfUnits] of [
    ['1896-S', 1],
    ['1900-S', 2],
  ] as const)
    store.save({
      ...{ object: 'inventory-control/kit-component', parent: kit?.key ?? null },
      body: { kit: String(kit?.key), component: keyOf(store, 'inventory-control/item', component), numberOfUnits },
    });
  for (const [list, item, currency, minimumQuantity, valueType, value] of entries)
    keep('order-entry/price-list-entry', {
      ...{
        item: keyOf(store, 'inventory-control/item', item),
        priceList: keyOf(store, 'order-entry/price-list', list),
        currency,
        valueType,
        value,
      },
      ...{
        minimumQuantity,
        maximumQuantity: null,
        isFixedPrice: false,
        startDate: '2020-01-01',
        endDate: null,
        status: 'active',
      },
    });
}
