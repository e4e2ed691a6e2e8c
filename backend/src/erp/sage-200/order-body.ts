import { canonical, compare, type Decimal } from '@backroom/shared';
import type { OrderInput } from '../contract/schemas.ts';
import { deliveryAddresses } from './addresses.ts';
import { countriesOf } from './countries.ts';
import { type CustomerRow, customersWhere } from './customers.ts';
import { LENGTH, LINE, PLACES } from './facts.ts';
import { refused } from './faults.ts';
import { marked } from './order-rows.ts';
import { isStocked, productsById, unitOf } from './products.ts';
import { among } from './query.ts';
import { dayOf, type Session } from './session.ts';
import { unitsOf } from './units.ts';
import { dateOf, idNumber, idOf, plain, zero } from './values.ts';
import { warehouseFor } from './warehouses.ts';

const placesOf = (value: Decimal): number => canonical(value).split('.')[1]?.length ?? 0;
/** A figure with more places would be rounded, and the order be another one. */
function exact(value: Decimal, field: string): unknown {
  if (placesOf(value) > PLACES) throw refused(field, `Sage 200 keeps ${PLACES} decimal places here.`);
  return plain(value);
}

/** The lines of an order. Every price is the one that was agreed: no discount of Sage's own comes on top. */
async function goodsLines(session: Session, input: OrderInput, signal: AbortSignal) {
  const ids = input.lines.map(({ productId }) => productId);
  const [products, units, warehouse] = await Promise.all([
    productsById(session, ids, signal),
    unitsOf(session, signal),
    warehouseFor(session, signal),
  ]);
  return input.lines.map((line, index) => {
    const product = products.get(idOf(line.productId) ?? '');
    if (!product) throw refused(`lines.${index}.productId`, `Sage 200 has no product ${line.productId}.`);
    if (compare(line.quantity, zero) <= 0)
      throw refused(`lines.${index}.quantity`, 'The quantity of a line must be above zero.');
    if (line.unit && line.unit !== unitOf(product))
      throw refused(`lines.${index}.unit`, `Product ${product.code} is ordered in ${unitOf(product)}.`);
    if ((line.description ?? '').length > LENGTH.description)
      throw refused(`lines.${index}.description`, `Sage 200 takes at most ${LENGTH.description} characters here.`);
    const unit = isStocked(product) ? units.get(unitOf(product)) : undefined;
    return {
      line_type: LINE.standard,
      product_id: idNumber(product.id),
      warehouse_id: idNumber(warehouse.id),
      line_quantity: exact(line.quantity, `lines.${index}.quantity`),
      ...(unit === undefined ? {} : { selling_unit_id: idNumber(unit) }),
      selling_unit_price: exact(line.unitPrice.amount, `lines.${index}.unitPrice`),
      selling_unit_price_overridden: true,
      discount_percent_specified: true,
      unit_discount_percent: 0,
      unit_discount_overridden: true,
      ...(line.description ? { use_description: true, description: line.description } : {}),
      ...(line.requestedDate ? { requested_delivery_date: dateOf(line.requestedDate) } : {}),
    };
  });
}
const chargeLines = ({ settings }: Session, { charges = [] }: OrderInput) =>
  charges.map(({ kind, name, amount }, index) => {
    const code = kind === 'shipping' ? settings.shippingCharge : settings.feeCharge;
    if (code === null) throw refused(`charges.${index}`, `This connection names no additional charge for "${name}".`);
    return {
      line_type: LINE.charge,
      code,
      use_description: true,
      description: name,
      selling_unit_price: exact(amount.amount, `charges.${index}`),
    };
  });

async function deliveryBody(session: Session, customer: CustomerRow, input: OrderInput, signal: AbortSignal) {
  const to = input.deliverTo;
  if (input.invoiceTo)
    throw refused('invoiceTo', 'Sage 200 sends the invoice of an order to the address of its customer.');
  if (!to) return {};
  if (to.kind === 'known') {
    const own = (await deliveryAddresses(session, [customer.id], signal)).get(customer.id) ?? [];
    if (!own.some(({ id }) => id === to.id))
      throw refused('deliverTo', `Customer ${customer.reference.trim()} has no delivery address ${to.id} in Sage 200.`);
    return { customer_delivery_address_id: idNumber(to.id) };
  }
  const { name, street, postalCode, city, country } = to.address;
  for (const [value, most] of [
    [name, LENGTH.addressLine],
    [street, LENGTH.addressLine],
    [city, LENGTH.addressLine],
    [postalCode, LENGTH.postcode],
  ] as const)
    if ((value ?? '').length > most)
      throw refused('deliverTo', `Sage 200 takes at most ${most} characters for "${value}".`);
  const found = (await countriesOf(session, signal)).withCode(country);
  if (country && !found) throw refused('deliverTo', `Sage 200 has no country ${country}.`);
  return {
    use_invoice_address: false,
    delivery_address: {
      ...(name ? { postal_name: name } : {}),
      ...(street ? { address_1: street } : {}),
      ...(city ? { city } : {}),
      ...(postalCode ? { postcode: postalCode } : {}),
      ...(found?.name ? { country: found.name } : {}),
    },
  };
}

export async function orderBody(session: Session, input: OrderInput, signal: AbortSignal) {
  const known = idOf(input.customerId);
  const [customer] = known === null ? [] : await customersWhere(session, among('id', [known]), signal);
  if (!customer) throw refused('customerId', `Sage 200 has no customer ${input.customerId}.`);
  const own = customer.currency_iso_code ?? session.company.currency;
  if (input.currency !== own)
    throw refused('currency', `Sage 200 sells to ${customer.reference.trim()} in ${own}, not in ${input.currency}.`);
  if ((input.poNumber ?? '').length > LENGTH.poNumber)
    throw refused('poNumber', `Sage 200 takes at most ${LENGTH.poNumber} characters here.`);
  if ((input.note ?? '').length > LENGTH.note)
    throw refused('note', `Sage 200 takes at most ${LENGTH.note} characters here.`);
  return {
    customer_id: idNumber(customer.id),
    document_date: dateOf(dayOf(session)),
    [session.settings.referenceField]: marked(input.reference),
    document_discount_percent: 0,
    is_editing: false,
    is_to_sequence_lines: true,
    ...(input.poNumber ? { customer_document_no: input.poNumber } : {}),
    ...(input.requestedDate ? { requested_delivery_date: dateOf(input.requestedDate) } : {}),
    ...(input.note ? { memos: [{ note: input.note, is_active: true }] } : {}),
    ...(await deliveryBody(session, customer, input, signal)),
    lines: [...(await goodsLines(session, input, signal)), ...chargeLines(session, input)],
  };
}
