import { add } from '@backroom/shared';
import { dateOf, zero } from './amounts.ts';
import { creditStatus } from './credit.ts';
import type { Row } from './database.ts';
import type { Message } from './errors.ts';
import { blankOf, type EntitySet, setNamed } from './metadata.ts';
import { unitFields } from './order-items.ts';
import { prepared } from './orders.ts';
import { partnersFor } from './partner-functions.ts';
import { type Price, priced } from './pricing.ts';
import { saleOf } from './sales-area.ts';
import type { Context, Made } from './service.ts';
import { promisesFor } from './stock.ts';
import { valueOut, type Written } from './values.ts';

/** Notes that come with every simulation, whatever it finds (recorded). */
const always = (items: readonly string[]): Message[] => [
  {
    code: 'SLS_LORD/033',
    severity: 'warning',
    words: { EN: 'The document  cannot be saved.', DE: 'Der Beleg kann nicht gesichert werden.' },
  },
  ...items.map(
    (item): Message => ({
      ...{ code: 'V1/263', severity: 'info' },
      words: {
        EN: `Item ${item.padStart(6, '0')} can not be invoiced according to the billing plan`,
        DE: `Position ${item.padStart(6, '0')} kann nicht nach Fakturierungsplan fakturiert werden`,
      },
    }),
  ),
  {
    code: 'SLS_LORD/009',
    severity: 'warning',
    words: { EN: 'Document is incomplete', DE: 'Der Beleg ist unvollständig' },
  },
  {
    code: 'SLS_LORD/098',
    severity: 'warning',
    words: {
      EN: 'In simulation mode, the document must not be saved.',
      DE: 'Im Simulationsmodus darf der Beleg nicht gesichert werden.',
    },
  },
];

/** A simulation: only those parts come back that the request names, and nothing is stored. */
export function simulate(context: Context, written: Written): Made {
  const { store, language } = context;
  const messages: Message[] = [];
  const { head, area, items, manual } = prepared(store, written, messages);
  const prices = priced(
    store,
    saleOf(store, head, area, String(head.PricingDate), manual),
    items.map((item) => ({ ...item, product: item.product })),
  );
  const net = add(zero, ...prices.map((price) => price.net));
  const gross = add(net, ...prices.map((price) => price.tax));
  const { parts } = written;
  const show = (name: string, given: Row): Record<string, unknown> => {
    const set = setNamed(name);
    const row: Row = {};
    for (const field of set.fields.values()) row[field.name] = given[field.name] ?? blankOf(field);
    const shown: Record<string, unknown> = { __metadata: metadataOf(set, context.root) };
    for (const field of set.fields.values()) shown[field.name] = valueOut(field, row, language);
    for (const { name: navigation } of set.navigations.values())
      shown[navigation] = { __deferred: { uri: `${context.root}${set.service}/${set.name}('')/${navigation}` } };
    return shown;
  };
  const list = (rows: readonly object[]) => ({ results: rows });
  const entity = show('A_SalesOrderSimulation', head);
  if (parts.has('to_Partner'))
    entity.to_Partner = list(
      partnersFor(store, area, parts.get('to_Partner') ?? []).map(({ row }) =>
        show('A_SalesOrderPartnerSimulation', known('A_SalesOrderPartnerSimulation', row)),
      ),
    );
  if (parts.has('to_Pricing'))
    entity.to_Pricing = show('A_SalesOrderPricingSimulation', {
      TotalNetAmount: net,
      TransactionCurrency: head.TransactionCurrency ?? '',
    });
  if (parts.has('to_Credit'))
    entity.to_Credit = show('A_SalesOrderCreditSimulation', {
      TotalCreditCheckStatus: creditStatus(store, String(head.SoldToParty), gross, String(head.TransactionCurrency)),
    });
  if (parts.has('to_PricingElement')) entity.to_PricingElement = list([]);
  entity.to_Item = list(
    items.map((item, nth) => {
      const price: Price = prices[nth] ?? { net: zero, tax: zero, gross: zero, priced: false, elements: [] };
      const sent = parts.get('to_Item')?.[nth]?.parts;
      const promised = promisesFor(store, { ...item, order: '' });
      const confirmed = sent?.has('to_ScheduleLine') ? add(zero, ...promised.map(({ quantity }) => quantity)) : zero;
      const shown = show('A_SalesOrderItemSimulation', {
        ...known('A_SalesOrderItemSimulation', item.row),
        ...{
          SalesOrderItem: item.number,
          RequestedQuantity: item.quantity,
          ...unitFields('RequestedQuantity', item.unit),
          OrderQuantityUnit: item.unit,
        },
        ...{
          TransactionCurrency: head.TransactionCurrency ?? '',
          NetAmount: price.net,
          TaxAmount: price.tax,
          Subtotal1Amount: price.gross,
        },
        ...{
          Subtotal2Amount: price.net,
          Subtotal3Amount: price.net,
          ConfdDelivQtyInOrderQtyUnit: confirmed,
          Plant: item.plant,
          ShippingPoint: item.plant,
        },
        ...{
          SalesOrderItemCategory: item.product.ProductType === 'SERV' ? 'TAD' : 'TAN',
          PricingDate: head.PricingDate ?? '',
        },
      });
      if (sent?.has('to_PricingElement'))
        shown.to_PricingElement = list(
          price.elements.map((element) =>
            show('A_SalesOrderItmPrcgElmntSimln', {
              ...known('A_SalesOrderItmPrcgElmntSimln', element),
              SalesOrderItem: item.number,
            }),
          ),
        );
      if (sent?.has('to_ScheduleLine'))
        shown.to_ScheduleLine = list(
          promised.map((line, index) =>
            show('A_SalesOrderScheduleLineSimln', {
              ...{
                SalesOrderItem: item.number,
                ScheduleLine: String(index + 1),
                RequestedDeliveryDate: dateOf(line.requested),
              },
              ...{
                ConfirmedDeliveryDate: dateOf(line.confirmed),
                ScheduleLineOrderQuantity: line.ordered,
                ...unitFields('OrderQuantity', item.unit),
              },
              ...{ ConfdOrderQtyByMatlAvailCheck: line.quantity, OpenConfdDelivQtyInOrdQtyUnit: line.quantity },
            }),
          ),
        );
      return shown;
    }),
  );
  const set = setNamed('A_SalesOrderSimulation');
  return {
    set,
    row: { SalesOrder: '' },
    expand: [],
    entity,
    messages: [...always(items.map(({ number }) => number)), ...messages],
  };
}
const metadataOf = (set: EntitySet, root: string) => {
  const uri = `${root}${set.service}/${set.name}('')`;
  return { id: uri, uri, type: `${set.namespace}.${set.type}` };
};
const known = (name: string, row: Row): Row => {
  const { fields } = setNamed(name);
  return Object.fromEntries(Object.entries(row).filter(([field]) => fields.has(field)));
};
