import { decimal, type ErpOrder, erpAddressIdSchema, type PostalAddress } from '@backroom/shared';
import { expect, test } from 'vitest';
import { differencesOf } from './differences.ts';
import { type Payload, payloadSchema } from './payload.ts';

type Sent = Extract<Payload, { kind: 'order' }>;
const EUR = (amount: string) => ({ amount: decimal(amount), currency: 'EUR' as ErpOrder['total']['currency'] });
const site: PostalAddress = {
  name: 'Site',
  street: 'Am Speicher 7',
  postalCode: '23552',
  city: 'Lübeck',
  country: 'DE',
};
const plant = { ...site, street: 'Kanalweg 18', id: erpAddressIdSchema.parse('a2') };
const sent = payloadSchema.parse({
  kind: 'order',
  promiseDate: null,
  places: { invoiceTo: 'Head office' },
  order: {
    reference: 'BR-DETAILS0001',
    customerId: 'c1',
    currency: 'EUR',
    requestedDate: '2026-12-24',
    note: 'Gate 3\nby 10',
    poNumber: 'PO-4711',
    contact: { name: 'Mika Ohm', email: null, phone: null },
    deliverTo: { kind: 'one_off', address: site },
    invoiceTo: { kind: 'known', id: 'a1' },
    partialDelivery: false,
    charges: [{ kind: 'shipping', name: 'Freight', amount: EUR('25') }],
    lines: [{ productId: 'p1', quantity: '2', unitPrice: EUR('36.50'), description: null }],
  },
}) as Sent;
const freight = { code: 'FRT', name: 'Freight', quantity: decimal('1'), delivered: decimal('0'), unitPrice: EUR('25') };
const kept: ErpOrder = {
  id: 'o1' as ErpOrder['id'],
  number: 'SO-1',
  reference: 'BR-DETAILS0001',
  customerId: 'c1' as NonNullable<ErpOrder['customerId']>,
  status: 'confirmed',
  orderedOn: '2026-11-28',
  promisedOn: null,
  total: EUR('116.62'),
  net: EUR('98'),
  poNumber: ' PO-4711 ',
  requestedDate: '2026-12-24',
  note: 'Terms apply. Gate 3 by 10',
  contact: { name: 'Mika Ohm', email: null, phone: null },
  deliverTo: { ...site, name: null, id: erpAddressIdSchema.parse('a9') },
  invoiceTo: { ...site, id: erpAddressIdSchema.parse('a1') },
  partialDelivery: false,
  charges: [{ kind: 'shipping', name: 'Freight', amount: EUR('25') }],
  lines: [
    { code: 'P', name: 'P', quantity: decimal('2'), delivered: decimal('0'), unitPrice: EUR('36.5'), net: EUR('73') },
  ],
  deliveries: [],
};
const { charges: _, ...apart } = kept;

test('an order that is kept as it was sent has no difference, whatever blanks and texts the ERP adds', () => {
  expect(differencesOf(sent, kept)).toEqual([]);
});
test('a charge may come back as a line after the others', () => {
  expect(differencesOf(sent, { ...apart, lines: [...kept.lines, { ...freight, net: EUR('25') }] })).toEqual([]);
});
test('what the ERP does not tell is not compared', () => {
  const { poNumber, requestedDate, note, contact, deliverTo, invoiceTo, partialDelivery, customerId, ...told } = kept;
  expect(differencesOf(sent, told)).toEqual([]);
});
test.each<[string, Partial<ErpOrder>, string, string, string | null]>([
  ['another customer', { customerId: 'c2' as never }, 'customer', 'c1', 'c2'],
  ['no PO number', { poNumber: null }, 'po_number', 'PO-4711', null],
  ['another day', { requestedDate: '2026-12-28' }, 'requested_date', '2026-12-24', '2026-12-28'],
  ['a cut note', { note: 'Gate 3' }, 'note', 'Gate 3\nby 10', 'Gate 3'],
  ['no contact', { contact: null }, 'contact', 'Mika Ohm', null],
  [
    'another address',
    { deliverTo: plant },
    'delivery_address',
    'Site, Am Speicher 7, 23552 Lübeck, DE',
    'Site, Kanalweg 18, 23552 Lübeck, DE',
  ],
  [
    'another invoice address',
    { invoiceTo: plant },
    'invoice_address',
    'Head office',
    'Site, Kanalweg 18, 23552 Lübeck, DE',
  ],
  ['parts though none were allowed', { partialDelivery: true }, 'partial_delivery', 'false', 'true'],
  [
    'another charge',
    { charges: [{ kind: 'shipping', name: 'Freight', amount: EUR('20') }], net: EUR('93') },
    'charges',
    '25 EUR',
    '20 EUR',
  ],
])('%s is a difference', (_name, change, field, ours, theirs) => {
  const found = differencesOf(sent, { ...kept, ...change });
  expect(found).toContainEqual({ field, line: null, sent: ours, got: theirs });
});
test('a charge that the ERP left out is missing from lines and net', () => {
  const found = differencesOf(sent, { ...apart, net: EUR('73') });
  expect(found.map(({ field }) => field)).toEqual(['lines', 'net']);
});
