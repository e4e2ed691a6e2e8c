import type { EntryName, OrderEntries, Preview, PreviewDetails } from '@backroom/shared';
import { postalLine } from '@backroom/shared/text';
import type { Words } from './words.ts';

/** What stands in the fields of the section, as text. */
export type Typed = { poNumber: string; requestedDate: string; note: string; deliverTo: string; partial: string };
type Details = PreviewDetails;
/** The value of a choice that leaves the matter to the ERP, and of the address that the CRM gave. */
const USUAL = '';
const OF_CRM = 'crm';
const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
function typedOf({ values }: Details): Typed {
  const { deliverTo } = values;
  return {
    poNumber: values.poNumber ?? '',
    requestedDate: values.requestedDate ?? '',
    note: values.note ?? '',
    deliverTo: deliverTo === null ? USUAL : deliverTo.kind === 'known' ? deliverTo.id : OF_CRM,
    partial: values.partialDelivery === null ? USUAL : values.partialDelivery ? 'yes' : 'no',
  };
}

/** The section "Order details" of a preview: a field for each thing that the ERP takes. Null where it takes none, or does not say. */
export function entriesView({ t }: Words, { details }: Pick<Preview, 'details'>) {
  if (!details || details.takes.length === 0) return null;
  const { takes, values, addresses } = details;
  const has = (name: EntryName) => takes.includes(name);
  const oneOff = values.deliverTo?.kind === 'one_off' ? values.deliverTo.address : null;
  const places = (addresses ?? []).filter(({ uses }) => uses.includes('delivery'));
  return {
    title: t('order.details_title'),
    typed: typedOf(details),
    poNumber: has('poNumber') ? t('order.po_number') : null,
    requestedDate: has('requestedDate') ? t('order.requested_date') : null,
    note: has('note') ? t('order.note') : null,
    deliverTo:
      has('deliverTo') && (places.length > 0 || oneOff)
        ? {
            label: t('order.deliver_to'),
            options: [
              { label: t('order.deliver_to.usual'), value: USUAL },
              ...(oneOff ? [{ label: postalLine(oneOff), value: OF_CRM }] : []),
              ...places.map((each) => ({ label: postalLine(each), value: String(each.id) })),
            ],
          }
        : null,
    partial: has('partialDelivery')
      ? {
          label: t('order.partial'),
          options: [
            { label: t('order.partial.default'), value: USUAL },
            { label: t('order.partial.yes'), value: 'yes' },
            { label: t('order.partial.no'), value: 'no' },
          ],
        }
      : null,
  };
}

/** What is sent for what was typed; what is as it was stays as it is kept. Null: the day is none. */
export function entriesOf({ details }: Pick<Preview, 'details'>, typed: Typed): OrderEntries | null {
  if (!details) return {};
  const { values, entered } = details;
  const before = typedOf(details);
  const entries: Record<string, unknown> = Object.fromEntries(entered.map((name) => [name, values[name]]));
  const day = typed.requestedDate.trim();
  if (day !== '' && !isDay(day)) return null;
  if (typed.poNumber.trim() !== before.poNumber) entries.poNumber = typed.poNumber.trim() || null;
  if (day !== before.requestedDate) entries.requestedDate = day || null;
  if (typed.note.trim() !== before.note) entries.note = typed.note.trim() || null;
  if (typed.deliverTo !== before.deliverTo)
    entries.deliverTo = typed.deliverTo === USUAL ? null : { kind: 'known', id: typed.deliverTo };
  if (typed.partial !== before.partial)
    entries.partialDelivery = typed.partial === USUAL ? null : typed.partial === 'yes';
  return entries as OrderEntries;
}
