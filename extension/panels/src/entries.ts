import type { EntryName, OrderEntries, Preview, PreviewDetails } from '@backroom/shared';
import { placeFields, placeOf, placeTexts } from './address-entry.ts';
import { type EntryField, isRight, type Make, maker, OTHER, type Typed, USUAL } from './entry-field.ts';
import type { Words } from './words.ts';

// Most characters that the backend takes, whatever the ERP does.
const OURS = { poNumber: 100, note: 500, name: 200, email: 200, phone: 60 };
const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
const contactLabel = ({ name, email }: { name: string; email: string | null }) =>
  [name, email].filter(Boolean).join(' · ');

/** How the fields read while nobody typed. */
function textsOf({ values }: PreviewDetails): Typed {
  const { contact, partialDelivery } = values;
  return {
    poNumber: values.poNumber ?? '',
    requestedDate: values.requestedDate ?? '',
    note: values.note ?? '',
    contact: contact ? contactLabel(contact) : USUAL,
    'contact.name': '',
    'contact.email': '',
    'contact.phone': '',
    ...placeTexts('deliverTo', values.deliverTo),
    ...placeTexts('invoiceTo', values.invoiceTo),
    partialDelivery: partialDelivery === null ? USUAL : partialDelivery ? 'yes' : 'no',
  };
}
function contactFields({ t }: Words, { contacts, values }: PreviewDetails, texts: Typed, make: Make): EntryField[] {
  const known = [...(values.contact ? [values.contact] : []), ...contacts].map(contactLabel);
  const options = [
    { label: t('entry.contact.none'), value: USUAL },
    ...[...new Set(known)].map((label) => ({ label, value: label })),
    { label: t('entry.contact.other'), value: OTHER },
  ];
  const choice = make('contact', 'order.contact', { kind: 'choice', options });
  if (texts.contact !== OTHER) return [choice];
  return [
    choice,
    make('contact.name', 'entry.contact.name', { isPart: true, isRequired: true, longest: OURS.name }),
    make('contact.email', 'entry.contact.email', {
      isPart: true,
      longest: OURS.email,
      wrong: (text) => (/^\S+@\S+\.\S+$/.test(text) ? null : t('entry.email')),
    }),
    make('contact.phone', 'entry.contact.phone', { isPart: true, longest: OURS.phone }),
  ];
}

/** The section "Order details" of a preview: a field for each thing that the ERP takes. Null where it takes none, or does not say. */
export function entriesView(words: Words, { details }: Pick<Preview, 'details'>, typed: Typed = {}, now = Date.now()) {
  if (!details || details.takes.length === 0) return null;
  const { t, format } = words;
  const before = textsOf(details);
  const texts = { ...before, ...typed };
  const make = maker(words, texts);
  const { longest } = details;
  const limit = (name: 'poNumber' | 'note') => Math.min(OURS[name], longest[name] ?? OURS[name]);
  const dateWrong = (text: string) => {
    if (!isDay(text)) return t('entry.date');
    return text < format.today(now) && text !== before.requestedDate ? t('entry.date_passed') : null;
  };
  const fieldsOf: Record<EntryName, () => EntryField[]> = {
    poNumber: () => [make('poNumber', 'order.po_number', { longest: limit('poNumber') })],
    requestedDate: () => [make('requestedDate', 'order.requested_date', { kind: 'date', wrong: dateWrong })],
    contact: () => contactFields(words, details, texts, make),
    deliverTo: () => placeFields(words, details, texts, make, 'deliverTo'),
    invoiceTo: () => placeFields(words, details, texts, make, 'invoiceTo'),
    partialDelivery: () => [
      make('partialDelivery', 'order.partial', {
        kind: 'choice',
        options: [
          { label: t('order.partial.default'), value: USUAL },
          { label: t('order.partial.yes'), value: 'yes' },
          { label: t('order.partial.no'), value: 'no' },
        ],
      }),
    ],
    note: () => [make('note', 'order.note', { kind: 'long', longest: limit('note') })],
  };
  const fields = (Object.keys(fieldsOf) as EntryName[])
    .filter((name) => details.takes.includes(name))
    .flatMap((name) => fieldsOf[name]());
  const isChanged = Object.entries(typed).some(([name, text]) => text.trim() !== before[name]);
  return {
    title: t('order.details_title'),
    fields,
    isChanged,
    isRight: fields.every(isRight),
    hint: isChanged ? t('entry.unsaved') : null,
  };
}

export type EntriesView = NonNullable<ReturnType<typeof entriesView>>;

/** What is sent for what was typed; what nobody changed stays as it is kept. */
export function entriesOf({ details }: Pick<Preview, 'details'>, typed: Typed): OrderEntries {
  if (!details) return {};
  const { values, entered, contacts } = details;
  const before = textsOf(details);
  const texts = { ...before, ...typed };
  const text = (name: string) => texts[name]?.trim() || null;
  const isNew = (name: string) =>
    Object.keys(typed).some(
      (each) => (each === name || each.startsWith(`${name}.`)) && text(each) !== (before[each] || null),
    );
  const entries: Record<string, unknown> = Object.fromEntries(entered.map((name) => [name, values[name]]));
  for (const name of ['poNumber', 'requestedDate', 'note']) if (isNew(name)) entries[name] = text(name);
  for (const name of ['deliverTo', 'invoiceTo'] as const)
    if (isNew(name)) entries[name] = placeOf(texts, name, values[name]);
  if (isNew('partialDelivery')) entries.partialDelivery = text('partialDelivery') && texts.partialDelivery === 'yes';
  if (isNew('contact'))
    entries.contact =
      texts.contact === OTHER
        ? { name: text('contact.name'), email: text('contact.email'), phone: text('contact.phone') }
        : ([...contacts, values.contact].find((each) => each && contactLabel(each) === texts.contact) ?? null);
  return entries as OrderEntries;
}
