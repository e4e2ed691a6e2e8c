import {
  add,
  type Decimal,
  type Difference,
  decimal,
  type ErpOrder,
  type OrderAddress,
  type OrderCharge,
  type PostalAddress,
  postalLine,
} from '@backroom/shared';
import { sameAddress } from '../erp/kit/address.ts';
import type { Payload } from './payload.ts';

type Sent = Extract<Payload, { kind: 'order' }>;
type Field = Difference['field'];
const differs = (field: Field, sent: string, got: string | null): Difference[] => [{ field, line: null, sent, got }];
const read = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();

function texts(field: Field, sent: string | null | undefined, got: string | null | undefined): Difference[] {
  if (sent == null || got === undefined || read(got ?? '') === read(sent)) return [];
  return differs(field, sent, got);
}
type Place = (PostalAddress & { id: string | null }) | null | undefined;
function places(field: Field, sent: OrderAddress | undefined, got: Place, named: string | undefined): Difference[] {
  if (!sent || got === undefined) return [];
  // Who the goods are for may stand elsewhere in the ERP.
  const same = (left: PostalAddress, right: PostalAddress) =>
    sameAddress({ ...left, name: null }, { ...right, name: null });
  if (sent.kind === 'known' ? got?.id === sent.id : got !== null && same(sent.address, got)) return [];
  return differs(field, sent.kind === 'known' ? (named ?? sent.id) : postalLine(sent.address), got && postalLine(got));
}

/** The sum of the charges that an order was sent with. */
export const chargedIn = ({ charges = [] }: { charges?: readonly OrderCharge[] | undefined }): Decimal =>
  add(decimal('0'), ...charges.map(({ amount }) => amount.amount));

/** Where the ERP's order says other than was sent beside its lines. What it does not tell, or was not sent, is not compared. */
export function detailDifferences({ order: sent, places: named }: Sent, got: Partial<ErpOrder>): Difference[] {
  const { contact, partialDelivery } = sent;
  return [
    ...texts('po_number', sent.poNumber, got.poNumber),
    ...texts('requested_date', sent.requestedDate, got.requestedDate),
    // An ERP may add a text of its own.
    ...(got.note != null && sent.note && read(got.note).includes(read(sent.note))
      ? []
      : texts('note', sent.note, got.note)),
    ...texts('contact', contact?.name, got.contact === null ? null : got.contact?.name),
    ...places('delivery_address', sent.deliverTo, got.deliverTo, named?.deliverTo),
    ...places('invoice_address', sent.invoiceTo, got.invoiceTo, named?.invoiceTo),
    ...(partialDelivery !== undefined && got.partialDelivery != null && got.partialDelivery !== partialDelivery
      ? differs('partial_delivery', String(partialDelivery), String(got.partialDelivery))
      : []),
  ];
}
