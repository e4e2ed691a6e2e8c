import assert from 'node:assert/strict';
import {
  add,
  compare,
  type Decimal,
  decimal,
  type ErpOrder,
  erpAddressIdSchema,
  erpCustomerIdSchema,
  multiply,
  type PostalAddress,
  postalAddressSchema,
} from '@backroom/shared';
import type { Carried } from '../../contract/description.ts';
import { ErpError } from '../../contract/errors.ts';
import type { OrderInput } from '../../contract/schemas.ts';
import { failing } from '../ask.ts';
import { type Case, type Context, skip } from '../kit.ts';
import { byReference, cancelQuietly, confirmed, place, refused, withFirstLine, writing } from './support.ts';

/** Ends the case where orders of this ERP do not carry that. */
function carrying({ description }: Context, ...wanted: readonly Carried[]): void {
  const carried: readonly Carried[] = description.carries ?? ['requested_date', 'note'];
  const missing = wanted.filter((each) => !carried.includes(each));
  if (missing.length > 0) skip(`its orders carry no ${missing.join(', ').replaceAll('_', ' ')}`);
}
/** Creates, confirms and finds a small order again; each of the three answers must say the same. */
async function everywhere(
  context: Context,
  change: (input: OrderInput) => OrderInput,
  says: (order: ErpOrder, input: OrderInput) => void,
): Promise<void> {
  const { input, order } = await place(context, change);
  const sure = await confirmed(context, order);
  const [found] = await byReference(context.ask, context, input.reference);
  assert.ok(found, 'found by its reference');
  for (const each of [order, sure, found]) says(each, input);
  await cancelQuietly(context, sure);
}
const written = (address: PostalAddress) => {
  const { street, postalCode, city, country } = postalAddressSchema.parse(address);
  return [street, postalCode, city, country].map((part) => part?.replace(/\s+/g, ' ').trim() ?? null);
};
const netOf = ({ lines }: Pick<OrderInput, 'lines'>): Decimal =>
  add(decimal('0'), ...lines.map(({ quantity, unitPrice }) => multiply(quantity, unitPrice.amount)));

const oneOff: PostalAddress = {
  name: 'Baustelle Nord',
  street: 'Am Speicher 7',
  postalCode: '23552',
  city: 'Lübeck',
  country: 'DE',
};

/** What an order says beside its lines: taken as asked or refused, and answered. */
export const orderDetails: readonly Case[] = [
  {
    name: 'customers.addresses: those of the customer, each once, with what it is for',
    needs: ['customers.addresses', 'customers.search'],
    examples: ['customer'],
    async run(context) {
      const customer = await context.customer();
      const { results } = await context.ask('customers.addresses', { customerId: customer.id });
      assert.ok(results.length > 0, 'an address');
      assert.equal(new Set(results.map(({ id }) => id)).size, results.length);
      for (const use of ['delivery', 'invoice'] as const)
        assert.ok(results.filter(({ usual }) => usual.includes(use)).length <= 1, `one usual ${use} address`);
      const nobody = erpCustomerIdSchema.parse(context.examples.unknownId);
      await failing(context.ask('customers.addresses', { customerId: nobody }), 'not_found', 'refused');
      return `${results.length}`;
    },
  },
  {
    name: 'orders: keeps the customer’s PO number apart from our reference',
    ...writing,
    async run(context) {
      carrying(context, 'po_number');
      // Both are new at each run, because some ERPs take a PO number once from a customer. The second looks like a reference of ours.
      for (const poNumber of [`${context.reference().slice(3)}/26`, context.reference()])
        await everywhere(
          context,
          (input) => ({ ...input, poNumber }),
          (order, input) => {
            assert.equal(order.reference, input.reference);
            assert.equal(order.poNumber, poNumber);
          },
        );
    },
  },
  {
    name: 'orders: says whose it is, and without details has none',
    ...writing,
    async run(context) {
      await everywhere(
        context,
        (input) => input,
        (order, { customerId }) => {
          assert.equal(order.customerId ?? customerId, customerId);
          assert.equal(order.poNumber ?? null, null);
          assert.equal(order.note ?? null, null);
          assert.deepEqual(order.charges ?? [], []);
        },
      );
    },
  },
  {
    name: 'orders: goes to the address of the customer that was chosen',
    needs: [...writing.needs, 'customers.addresses'],
    examples: writing.examples,
    async run(context) {
      carrying(context, 'delivery_address');
      const { id: customerId } = await context.customer();
      const { results } = await context.ask('customers.addresses', { customerId });
      const able = results.filter(({ uses }) => uses.includes('delivery'));
      const chosen = able.find(({ usual }) => !usual.includes('delivery')) ?? able[0];
      assert.ok(chosen, 'an address for deliveries');
      await everywhere(
        context,
        (input) => ({ ...input, deliverTo: { kind: 'known', id: chosen.id } }),
        ({ deliverTo }) => {
          assert.equal(deliverTo?.id, chosen.id);
          assert.deepEqual(written(deliverTo), written(chosen));
        },
      );
      return able.length > 1 ? 'not the usual one' : 'the only one';
    },
  },
  {
    name: 'orders: an address that is not the customer’s is refused, naming the field',
    ...writing,
    async run(context) {
      carrying(context, 'delivery_address');
      const id = erpAddressIdSchema.parse(context.examples.unknownId);
      await refused(
        place(context, (input) => ({ ...input, deliverTo: { kind: 'known', id } })),
        /deliverTo/,
      );
    },
  },
  {
    name: 'orders: goes to an address of its own; the same one twice is kept once',
    ...writing,
    async run(context) {
      carrying(context, 'one_off_delivery_address');
      const { id: customerId } = await context.customer();
      const listed = context.has('customers.addresses');
      const count = async () =>
        listed ? (await context.ask('customers.addresses', { customerId })).results.length : 0;
      const counts = [];
      for (let nth = 0; nth < 2; nth += 1) {
        await everywhere(
          context,
          (input) => ({ ...input, deliverTo: { kind: 'one_off', address: oneOff } }),
          (order, input) => {
            assert.deepEqual(order.deliverTo && written(order.deliverTo), written(oneOff));
            assert.equal(order.customerId ?? input.customerId, input.customerId);
          },
        );
        counts.push(await count());
      }
      assert.equal(counts[1], counts[0], 'addresses after the second order');
    },
  },
  {
    name: 'orders: the invoice goes to the address that was chosen',
    needs: [...writing.needs, 'customers.addresses'],
    examples: writing.examples,
    async run(context) {
      carrying(context, 'invoice_address');
      const { id: customerId } = await context.customer();
      const { results } = await context.ask('customers.addresses', { customerId });
      const chosen = results.find(({ uses }) => uses.includes('invoice')) ?? skip('no address for invoices');
      await everywhere(
        context,
        (input) => ({ ...input, invoiceTo: { kind: 'known', id: chosen.id } }),
        ({ invoiceTo }) => assert.equal(invoiceTo?.id, chosen.id),
      );
    },
  },
  {
    name: 'orders: keeps note, contact and whether parts may be delivered',
    ...writing,
    async run(context) {
      const carried = context.description.carries ?? ['note'];
      const note = 'Bitte vor 10 Uhr.\nTor 3 – grüner Eingang';
      const contact = { name: 'Jördis Behrend', email: 'j.behrend@example.com', phone: null };
      for (const whole of [true, false])
        await everywhere(
          context,
          (input) => ({
            ...input,
            ...(carried.includes('note') ? { note } : {}),
            ...(carried.includes('contact') ? { contact } : {}),
            ...(carried.includes('partial_delivery') ? { partialDelivery: !whole } : {}),
          }),
          (order) => {
            if (carried.includes('note')) assert.equal(order.note ?? note, note);
            if (carried.includes('contact')) assert.deepEqual(order.contact, contact);
            if (carried.includes('partial_delivery')) assert.equal(order.partialDelivery, !whole);
          },
        );
      return carried.filter((each) => ['note', 'contact', 'partial_delivery'].includes(each)).join(', ');
    },
  },
  {
    name: 'orders: charges are part of the net total, apart or as lines after the others',
    ...writing,
    async run(context) {
      carrying(context, 'shipping');
      const charge = (amount: string, { currency }: OrderInput) =>
        ({ kind: 'shipping', name: 'Freight', amount: { amount: decimal(amount), currency } }) as const;
      await everywhere(
        context,
        (input) => ({ ...input, charges: [charge('12.50', input)] }),
        (order, input) => {
          assert.equal(compare(order.net?.amount ?? decimal('0'), add(netOf(input), decimal('12.50'))), 0);
          const own = order.charges ?? order.lines.slice(input.lines.length).map(({ net }) => ({ amount: net }));
          assert.deepEqual(
            own.map(({ amount }) => Number(amount?.amount)),
            [12.5],
          );
          const first = input.lines[0];
          assert.equal(compare(order.lines[0]?.quantity ?? decimal('0'), first?.quantity ?? decimal('0')), 0);
        },
      );
      if (!context.has('orders.simulate')) return;
      const { input } = await place(context, (each) => ({ ...each, charges: [charge('12.50', each)] }));
      const { net, lines, refusals } = await context.ask('orders.simulate', {
        ...input,
        reference: context.reference(),
      });
      assert.deepEqual(refusals, []);
      assert.equal(compare(net.amount, add(netOf(input), decimal('12.50'))), 0, 'simulated with the charge');
      assert.equal(lines?.length ?? input.lines.length, input.lines.length, 'net totals of the lines only');
      for (const order of await byReference(context.ask, context, input.reference)) await cancelQuietly(context, order);
    },
  },
  {
    name: 'orders: a line in the product’s unit is taken, in another it is refused',
    ...writing,
    async run(context) {
      carrying(context, 'line_unit');
      const [product] = await context.products();
      const { order } = await place(context, (input) => withFirstLine(input, { unit: product?.unit ?? '' }));
      await cancelQuietly(context, order);
      await refused(
        place(context, (input) => withFirstLine(input, { unit: 'Furlong' })),
        /lines\.0.*unit/,
      );
    },
  },
  {
    name: 'orders: one in a foreign currency has its prices and total in it',
    ...writing,
    examples: [...writing.examples, 'foreign'],
    async run(context) {
      const { currency, customer } = context.examples.foreign ?? skip('no example: foreign');
      const buyer = await context.customer(customer ?? context.examples.customer);
      const placed = await place(context, (each) => ({
        ...each,
        currency,
        customerId: buyer.id,
        lines: each.lines.map((line) => ({ ...line, unitPrice: { ...line.unitPrice, currency } })),
      })).catch((error: unknown) => {
        // Not every customer may buy in every currency; one that was named for it does.
        if (customer === undefined && error instanceof ErpError && error.kind === 'refused') return null;
        throw error;
      });
      if (placed === null) return 'refused';
      const { order, input } = placed;
      assert.equal(order.total.currency, currency);
      for (const [nth, { unitPrice }] of order.lines.entries()) {
        assert.equal(unitPrice.currency, currency);
        assert.equal(compare(unitPrice.amount, input.lines[nth]?.unitPrice.amount ?? decimal('0')), 0, `line ${nth}`);
      }
      await cancelQuietly(context, order);
      return undefined;
    },
  },
  {
    name: 'orders: a discount that the ERP gives by itself does not lower the prices asked for',
    ...writing,
    examples: ['write', 'products', 'discounted'],
    async run(context) {
      const buyer = await context.customer(context.examples.discounted);
      await everywhere(
        context,
        (input) => ({ ...input, customerId: buyer.id }),
        ({ lines, net }, input) => {
          for (const [nth, line] of lines.entries()) {
            const { quantity, unitPrice } = input.lines[nth] ?? skip('the order has other lines');
            const own = line.net?.amount ?? multiply(line.quantity, line.unitPrice.amount);
            assert.equal(compare(own, multiply(quantity, unitPrice.amount)), 0, `line ${nth}: ${own}`);
          }
          assert.equal(compare(net?.amount ?? netOf(input), netOf(input)), 0, 'the order’s net');
        },
      );
    },
  },
  {
    name: 'orders: a line’s discount is shown, and comes to the net price',
    ...writing,
    async run(context) {
      carrying(context, 'line_discount');
      await everywhere(
        context,
        (input) =>
          withFirstLine(input, {
            unitPrice: { amount: decimal('17.50'), currency: input.currency },
            listPrice: { amount: decimal('20'), currency: input.currency },
            discount: { kind: 'percent', value: decimal('12.5') },
          }),
        ({ lines, net }, input) => {
          assert.equal(compare(lines[0]?.discountPercent ?? decimal('0'), decimal('12.5')), 0);
          assert.equal(compare(net?.amount ?? netOf(input), netOf(input)), 0);
        },
      );
    },
  },
];
