import type { Check, EntryName, OrderAddress } from '@backroom/shared';
import { postalLine } from '@backroom/shared';
import { isComplete } from '../entries.ts';
import { check, type Findings } from './check.ts';

/** The words for an entry are those for a difference in it. */
const detailOf = {
  poNumber: 'po_number',
  requestedDate: 'requested_date',
  note: 'note',
  contact: 'contact',
  deliverTo: 'delivery_address',
  invoiceTo: 'invoice_address',
  partialDelivery: 'partial_delivery',
} as const satisfies Record<EntryName, string>;

function aboutAddress(place: OrderAddress | undefined, { details }: Findings): Check[] {
  if (!place || !details) return [];
  if (place.kind === 'known')
    return details.addresses && !details.addresses.some(({ id }) => id === place.id)
      ? [check('address_unknown', 'block')]
      : [];
  return isComplete(place.address)
    ? []
    : [check('address_incomplete', 'block', { address: postalLine(place.address) })];
}

/** What an order says beside its lines, as far as the ERP takes it; and whether the order as a whole is within its limits. */
export function aboutDetails(findings: Findings): Check[] {
  const { details, beyond, unfit, convertedTo, today } = findings;
  if (!details || convertedTo !== null) return [];
  const { sent, dropped } = details;
  return [
    ...(unfit === null ? [] : [check('erp_unfit', 'block', { words: unfit })]),
    ...beyond.map((what) => check('erp_limit', 'block', { what })),
    ...dropped.map(({ name, value }) =>
      name === 'deliverTo'
        ? check('address_not_carried', 'warn', { address: value })
        : check('detail_not_carried', 'warn', { detail: detailOf[name], value }),
    ),
    ...aboutAddress(sent.deliverTo, findings),
    ...aboutAddress(sent.invoiceTo, findings),
    ...(sent.requestedDate !== null && sent.requestedDate < today
      ? [check('date_passed', 'warn', { date: sent.requestedDate })]
      : []),
  ];
}
