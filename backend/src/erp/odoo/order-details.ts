import { z } from 'zod';
import { dayOf, id, maybe, text } from '../transport/odoo/values.ts';
import { addressRow, addressSpec, postalOf } from './addresses.ts';
import type { Spec } from './tree.ts';

/** What is compared with what was sent; of the many orders of a list it is not read. */
export const detailSpec: Spec = {
  partner_id: { fields: { commercial_partner_id: {} } },
  partner_shipping_id: { fields: addressSpec },
  partner_invoice_id: { fields: addressSpec },
  picking_policy: {},
};
export const detailFields = {
  partner_id: maybe(z.object({ commercial_partner_id: maybe(id) })),
  partner_shipping_id: maybe(addressRow),
  partner_invoice_id: maybe(addressRow),
  picking_policy: text.optional(),
};
type Fields = { [Name in keyof typeof detailFields]: z.output<(typeof detailFields)[Name]> };
/** `order_line`: notes are lines. */
export type Details = Partial<Fields> &
  Pick<Fields, 'partner_id' | 'partner_shipping_id' | 'partner_invoice_id'> & {
    client_order_ref: string | null;
    commitment_date: string | null;
    order_line: readonly { display_type: string | null; name: string }[];
  };
const placed = (row: Details['partner_shipping_id']) => row && { id: String(row.id), ...postalOf(row) };
/** What an order says beside its lines. Its customer reference is ours where the customer gave none. */
export function detailsOf(row: Details, reference: string | null, timeZone: string) {
  const notes = row.order_line.filter(({ display_type: type }) => type === 'line_note').map(({ name }) => name);
  const { client_order_ref: ref, commitment_date: wanted, picking_policy: policy } = row;
  const buyer = row.partner_id?.commercial_partner_id;
  return {
    ...(buyer ? { customerId: String(buyer) } : {}),
    poNumber: ref === reference ? null : ref,
    requestedDate: wanted && dayOf(wanted, timeZone),
    note: notes.length > 0 ? notes.join('\n') : null,
    deliverTo: placed(row.partner_shipping_id),
    invoiceTo: placed(row.partner_invoice_id),
    ...(policy ? { partialDelivery: policy === 'direct' } : {}),
  };
}
