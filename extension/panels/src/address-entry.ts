import type { OrderAddress, PreviewDetails } from '@backroom/shared';
import { postalLine } from '@backroom/shared/text';
import { type EntryField, type Make, type Option, OTHER, type Typed, USUAL } from './entry-field.ts';
import type { Words } from './words.ts';

type Name = 'deliverTo' | 'invoiceTo';
const uses = { deliverTo: 'delivery', invoiceTo: 'invoice' } as const;
const labels = { deliverTo: 'order.deliver_to', invoiceTo: 'order.invoice_to' } as const;
/** The value of the choice of the address that the order has already, for this order only. */
const KEPT = 'kept';
const parts = ['name', 'street', 'postalCode', 'city', 'country'] as const;
// Most characters that the backend takes, whatever the ERP does.
const ours = { name: 200, street: 400, postalCode: 40, city: 200 };

/** How an address of the order reads in its fields. One that is for this order only can be corrected there. */
export function placeTexts(name: Name, place: OrderAddress | null): Typed {
  const address = place?.kind === 'one_off' ? place.address : null;
  return {
    [name]: place === null ? USUAL : place.kind === 'known' ? place.id : KEPT,
    ...Object.fromEntries(parts.map((part) => [`${name}.${part}`, address?.[part] ?? ''])),
  };
}
const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at));
/** Regions that are no country of an address: unions, and codes for tests. */
const noCountry = new Set(['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ']);
let known: { tag: string; options: Option[] } | null = null;
/** Every country by its name in the viewer's language, in the order of that language. */
export function countries({ format: { tag } }: Words): Option[] {
  if (known?.tag === tag) return known.options;
  const names = new Intl.DisplayNames(tag, { type: 'region', fallback: 'none' });
  const options = letters
    .flatMap((first) => letters.map((second) => first + second))
    // A former code stands for the present one, which is in the list itself.
    .filter((code) => !noCountry.has(code) && new Intl.Locale(`und-${code}`).region === code)
    .flatMap((value) => {
      const label = names.of(value);
      return label ? [{ label, value }] : [];
    })
    .sort((one, other) => one.label.localeCompare(other.label, tag));
  known = { tag, options };
  return options;
}

/** The choice among the customer's addresses, and the fields of another one where the ERP takes that. */
export function placeFields(words: Words, details: PreviewDetails, texts: Typed, make: Make, name: Name): EntryField[] {
  const { t } = words;
  const { values, addresses, oneOff, longest } = details;
  const kept = values[name];
  const fitting = (addresses ?? []).filter((each) => each.uses.includes(uses[name]));
  const usual = fitting.find((each) => each.usual.includes(uses[name]));
  const chosen = kept?.kind === 'known' ? kept.id : null;
  const options = [
    {
      label: usual
        ? t('label_value', { label: t('order.deliver_to.usual'), value: postalLine(usual) })
        : t('order.deliver_to.usual'),
      value: USUAL,
    },
    ...fitting
      .filter((each) => each !== usual || each.id === chosen)
      .map((each) => ({ label: postalLine(each), value: String(each.id) })),
    ...(kept?.kind === 'one_off' ? [{ label: postalLine(kept.address), value: KEPT }] : []),
    ...(oneOff[name] ? [{ label: t('entry.address.other'), value: OTHER }] : []),
  ];
  if (options.length < 2) return [];
  const choice = make(name, labels[name], { kind: 'choice', options });
  if (texts[name] !== OTHER) return [choice];
  const limit = (part: keyof typeof ours) => Math.min(ours[part], longest.address ?? ours[part]);
  const part = (which: keyof typeof ours, isRequired: boolean) =>
    make(`${name}.${which}`, `entry.address.${which}`, { isPart: true, isRequired, longest: limit(which) });
  return [
    choice,
    part('name', false),
    part('street', true),
    part('postalCode', false),
    part('city', true),
    make(`${name}.country`, 'entry.address.country', {
      kind: 'choice',
      isPart: true,
      isRequired: true,
      options: [{ label: t('entry.choose'), value: '' }, ...countries(words)],
    }),
  ];
}

/** The address that was chosen or typed. Null: the ERP's own default. */
export function placeOf(texts: Typed, name: Name, kept: OrderAddress | null): OrderAddress | null {
  const chosen = texts[name] ?? USUAL;
  if (chosen === USUAL) return null;
  if (chosen === KEPT) return kept;
  if (chosen !== OTHER) return { kind: 'known', id: chosen } as OrderAddress;
  const address = Object.fromEntries(parts.map((part) => [part, texts[`${name}.${part}`]?.trim() || null]));
  return { kind: 'one_off', address } as OrderAddress;
}
