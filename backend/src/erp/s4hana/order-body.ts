import { compare, type Decimal, decimal, multiply, placesOf } from '@backroom/shared';
import type { OrderInput } from '../contract/schemas.ts';
import { dayValue } from '../transport/odata/v2-values.ts';
import { LENGTH, MOST_PER, PARTNER } from './facts.ts';
import { refused } from './faults.ts';
import type { Session } from './session.ts';
import { keyOf, today } from './values.ts';

/** Places behind the point that count. */
const placesIn = (value: Decimal): number => value.replace(/^-?\d+\.?/, '').replace(/0+$/, '').length;
const ten = (places: number): Decimal => decimal(`1${'0'.repeat(places)}`);

/**
 * A net price as a condition. A rate has as many places as its currency, so a finer price is one for 10, 100 … pieces. Null where even 10,000 pieces
 * do not reach.
 */
export function priceOf(
  price: Decimal,
  currency: Parameters<typeof placesOf>[0],
): { rate: Decimal; per: Decimal } | null {
  const more = Math.max(0, placesIn(price) - placesOf(currency));
  return more > MOST_PER ? null : { rate: multiply(price, ten(more)), per: ten(more) };
}

type Item = {
  material: string;
  quantity: Decimal;
  unit: string | null;
  price: Decimal;
  text: string | null;
  field: string;
};
/** The lines of an order, and its charges behind them. */
function itemsOf(session: Session, input: OrderInput): Item[] {
  const lines = input.lines.map((line, index): Item => {
    const field = `lines.${index}`;
    const material = keyOf(line.productId, LENGTH.product);
    if (material === null) throw refused(`${field}.productId`, `SAP has no product ${line.productId}.`);
    if (compare(line.quantity, decimal('0')) <= 0)
      throw refused(`${field}.quantity`, 'The quantity of a line must be above zero.');
    if (placesIn(line.quantity) > 3) throw refused(`${field}.quantity`, 'SAP keeps three places of a quantity.');
    if (line.unit !== undefined && line.unit.length > LENGTH.unit)
      throw refused(`${field}.unit`, `SAP has no unit ${line.unit}.`);
    return {
      material,
      quantity: line.quantity,
      unit: line.unit ?? null,
      price: line.unitPrice.amount,
      text: line.description,
      field,
    };
  });
  const charged = (input.charges ?? []).map(({ kind, name, amount }, index): Item => {
    const product = kind === 'shipping' ? session.shippingProduct : session.feeProduct;
    if (product === null) throw refused(`charges.${index}`, `This connection names no product for "${name}".`);
    return {
      material: product,
      quantity: decimal('1'),
      unit: null,
      price: amount.amount,
      text: name,
      field: `charges.${index}`,
    };
  });
  return [...lines, ...charged];
}
/** Number of the item at a place: 10, 20, 30. */
export const itemNumber = (index: number): string => String((index + 1) * 10);

export function itemBodies(session: Session, input: OrderInput) {
  return itemsOf(session, input).map((item, index) => {
    const price = priceOf(item.price, input.currency);
    if (!price) throw refused(`${item.field}.unitPrice`, 'SAP does not keep a price with so many places.');
    return {
      SalesOrderItem: itemNumber(index),
      Material: item.material,
      RequestedQuantity: item.quantity,
      ...(item.unit ? { RequestedQuantityUnit: item.unit } : {}),
      ...(item.text ? { SalesOrderItemText: item.text.slice(0, LENGTH.itemText) } : {}),
      to_PricingElement: [
        {
          ConditionType: session.priceCondition,
          ConditionRateValue: price.rate,
          ConditionCurrency: input.currency,
          ConditionQuantity: price.per,
          ...(item.unit ? { ConditionQuantityUnit: item.unit } : {}),
        },
      ],
    };
  });
}

/** What a simulation and a create have in common. */
type Header = Pick<OrderInput, 'customerId' | 'currency'> &
  Partial<Pick<OrderInput, 'poNumber' | 'requestedDate' | 'partialDelivery'>>;
export function headerBody(session: Session, input: Header, date = today(session)) {
  const customer = keyOf(input.customerId);
  if (customer === null) throw refused('customerId', `SAP has no customer ${input.customerId}.`);
  const { organization, channel, division } = session.area;
  return {
    SalesOrderType: session.orderType,
    SalesOrganization: organization,
    DistributionChannel: channel,
    OrganizationDivision: division,
    SoldToParty: customer,
    TransactionCurrency: input.currency,
    // Its own day is that of the server.
    SalesOrderDate: dayValue(date),
    PricingDate: dayValue(date),
    ...(input.poNumber ? { PurchaseOrderByCustomer: input.poNumber } : {}),
    ...(input.requestedDate ? { RequestedDeliveryDate: dayValue(input.requestedDate) } : {}),
    ...(input.partialDelivery === undefined ? {} : { CompleteDeliveryIsDefined: !input.partialDelivery }),
  };
}

const addressLimits = [
  ['name', LENGTH.names],
  ['street', LENGTH.street],
  ['postalCode', LENGTH.postalCode],
  ['city', LENGTH.city],
] as const;
/** Ship-to and bill-to party: a customer of its own, or the customer with an address for this order only. */
export function partnerBodies(session: Session, input: OrderInput) {
  const known = (field: 'deliverTo' | 'invoiceTo', code: string) => {
    const to = input[field];
    if (!to) return [];
    if (to.kind === 'known') {
      const party = keyOf(to.id);
      if (party === null) throw refused(field, `SAP has no partner ${to.id}.`);
      return [{ PartnerFunction: code, Customer: party }];
    }
    const { name, street, postalCode, city, country } = to.address;
    for (const [part, most] of addressLimits)
      if ((to.address[part] ?? '').length > most)
        throw refused(`${field}.${part}`, `SAP takes at most ${most} characters here.`);
    const address = {
      CorrespondenceLanguage: session.language,
      OrganizationName1: (name ?? '').slice(0, LENGTH.name),
      OrganizationName2: (name ?? '').slice(LENGTH.name),
      StreetName: street ?? '',
      PostalCode: postalCode ?? '',
      CityName: city ?? '',
      Country: country ?? '',
    };
    return [{ PartnerFunction: code, Customer: keyOf(input.customerId) ?? '', to_Address: [address] }];
  };
  return [
    ...known('deliverTo', PARTNER.shipTo[session.language]),
    ...known('invoiceTo', PARTNER.billTo[session.language]),
  ];
}
