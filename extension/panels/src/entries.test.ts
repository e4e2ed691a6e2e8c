import { type PreviewDetails, previewDetailsSchema } from '@backroom/shared';
import { wordsFor } from '@backroom/shared/messages/languages';
import { locales } from '@backroom/shared/messages/locale';
import { expect, test } from 'vitest';
import { countries } from './address-entry.ts';
import { entriesOf, entriesView } from './entries.ts';
import { isWide, type Typed } from './entry-field.ts';

const words = wordsFor({ locale: 'en', timeZone: 'UTC' });
const plant = {
  ...{ id: 'a2', name: 'Plant 2', street: 'Kanalweg 18', postalCode: '21107', city: 'Hamburg', country: 'DE' },
  ...{ uses: ['delivery'], usual: [] },
};
const details = (more: object = {}): PreviewDetails =>
  previewDetailsSchema.parse({
    takes: ['poNumber', 'requestedDate', 'deliverTo'],
    values: {
      ...{ poNumber: 'PO-1', requestedDate: null, note: null, contact: null },
      ...{ deliverTo: null, invoiceTo: null, partialDelivery: null },
    },
    entered: [],
    oneOff: { deliverTo: true, invoiceTo: false },
    addresses: [plant],
    contacts: [],
    longest: { poNumber: 35, note: null },
    charges: [],
    ...more,
  });
const now = Date.parse('2026-11-28T12:00:00Z');
const viewOf = (given: PreviewDetails, typed: Typed = {}) =>
  entriesView(words, { details: given }, typed, now) ?? expect.fail('no section');
const fieldOf = (given: PreviewDetails, name: string, typed: Typed = {}) =>
  viewOf(given, typed).fields.find((field) => field.name === name);
const labelsOf = (given: PreviewDetails, name: string, typed: Typed = {}) =>
  fieldOf(given, name, typed)?.options.map(({ label }) => label);

test('a field is offered for each thing that the ERP takes, and for nothing else', () => {
  const view = viewOf(details());
  expect(view.fields.map(({ label, value }) => [label, value])).toEqual([
    ['Customer PO number', 'PO-1'],
    ['Requested delivery date', ''],
    ['Delivery address', ''],
  ]);
  expect(labelsOf(details(), 'deliverTo')).toEqual([
    'Default address',
    'Plant 2, Kanalweg 18, 21107 Hamburg, DE',
    'Another address',
  ]);
  expect(entriesView(words, {})).toBeNull();
  expect(entriesView(words, { details: details({ takes: [] }) })).toBeNull();
});
test('an ERP that takes no other address than its own offers none', () => {
  const own = { oneOff: { deliverTo: false, invoiceTo: false } };
  expect(labelsOf(details(own), 'deliverTo')).toHaveLength(2);
  // Without an address to choose there is no field.
  expect(fieldOf(details({ ...own, addresses: null }), 'deliverTo')).toBeUndefined();
  expect(labelsOf(details({ addresses: null }), 'deliverTo')).toEqual(['Default address', 'Another address']);
});
test('the default address says which it is', () => {
  const usual = { addresses: [{ ...plant, usual: ['delivery'] }] };
  expect(labelsOf(details(usual), 'deliverTo')).toEqual([
    'Default address: Plant 2, Kanalweg 18, 21107 Hamburg, DE',
    'Another address',
  ]);
});
test('only what was changed is sent, and what was kept stays', () => {
  const given = details({ entered: ['note'], values: { ...details().values, note: 'Gate 3' } });
  expect(entriesOf({ details: given }, {})).toEqual({ note: 'Gate 3' });
  expect(viewOf(given, { poNumber: 'PO-1 ' }).isChanged).toBe(false);
  expect(entriesOf({ details: given }, { poNumber: 'PO-1 ' })).toEqual({ note: 'Gate 3' });
  expect(entriesOf({ details: given }, { poNumber: ' ', deliverTo: 'a2', requestedDate: '2026-12-24' })).toEqual({
    note: 'Gate 3',
    poNumber: null,
    deliverTo: { kind: 'known', id: 'a2' },
    requestedDate: '2026-12-24',
  });
});
test.each([
  ['poNumber', 'x'.repeat(36), 'At most 35 characters (now 36)'],
  ['poNumber', ' x'.padEnd(36, 'x'), null],
  ['requestedDate', '24.12.2026', 'Enter a valid date'],
  ['requestedDate', '2026-11-27', 'This date has passed'],
  ['requestedDate', '2026-11-28', null],
  ['note', 'x'.repeat(501), 'At most 500 characters (now 501)'],
] as const)('%s: “%s”', (name, text, wrong) => {
  const given = details({ takes: ['poNumber', 'requestedDate', 'note'] });
  const view = viewOf(given, { [name]: text });
  expect(view.fields.find((field) => field.name === name)?.wrong).toBe(wrong);
  expect(view.isRight).toBe(wrong === null);
});
test('a date that the quote brought may have passed: the check says so, and the rest can be entered', () => {
  const given = details({ values: { ...details().values, requestedDate: '2026-11-01' } });
  expect(viewOf(given, { poNumber: 'PO-2' }).isRight).toBe(true);
});
test('a choice of addresses has a row of its own, a short one has not', () => {
  const wide = viewOf(details(), {}).fields.filter(isWide);
  expect(wide.map(({ name }) => name)).toEqual(['deliverTo']);
});
test('another address is entered in its parts, as long as the ERP takes them', () => {
  const given = details({ longest: { poNumber: 35, note: null, address: 30 } });
  const typed = { deliverTo: 'other', 'deliverTo.street': 'Am Hafen 1', 'deliverTo.city': ' Bremen ' };
  expect(viewOf(given, typed).isRight).toBe(false);
  expect(fieldOf(given, 'deliverTo.country', typed)).toMatchObject({ isRequired: true, kind: 'choice', isPart: true });
  expect(fieldOf(given, 'deliverTo.country', typed)?.options).toContainEqual({ label: 'Germany', value: 'DE' });
  const whole = { ...typed, 'deliverTo.country': 'DE' };
  expect(viewOf(given, whole).isRight).toBe(true);
  expect(viewOf(given, { ...whole, 'deliverTo.name': 'x'.repeat(31) }).isRight).toBe(false);
  const address = { name: null, street: 'Am Hafen 1', postalCode: null, city: 'Bremen', country: 'DE' };
  expect(entriesOf({ details: given }, whole)).toEqual({ deliverTo: { kind: 'one_off', address } });
  // Once it is kept it stands in the choice, and can be corrected.
  const kept = details({
    values: { ...details().values, deliverTo: { kind: 'one_off', address } },
    entered: ['deliverTo'],
  });
  expect(fieldOf(kept, 'deliverTo')?.value).toBe('kept');
  expect(labelsOf(kept, 'deliverTo')).toContain('Am Hafen 1, Bremen, DE');
  expect(fieldOf(kept, 'deliverTo.city', { deliverTo: 'other' })?.value).toBe('Bremen');
  expect(entriesOf({ details: kept }, { poNumber: 'PO-2' })).toEqual({
    deliverTo: { kind: 'one_off', address },
    poNumber: 'PO-2',
  });
});
test('the contact is one of the CRM’s, another one, or none', () => {
  const ada = { id: '41', name: 'Ada Berg', email: 'ada@example.com', phone: null };
  const given = details({
    takes: ['contact'],
    contacts: [ada],
    values: { ...details().values, contact: { name: 'Bo Lund', email: null, phone: '+49 40 1' } },
  });
  expect(labelsOf(given, 'contact')).toEqual([
    'No contact',
    'Bo Lund',
    'Ada Berg · ada@example.com',
    'Another contact',
  ]);
  expect(fieldOf(given, 'contact')?.value).toBe('Bo Lund');
  expect(entriesOf({ details: given }, { contact: 'Ada Berg · ada@example.com' })).toEqual({ contact: ada });
  expect(entriesOf({ details: given }, { contact: '' })).toEqual({ contact: null });
  const typed = { contact: 'other', 'contact.email': 'cy@' };
  expect(fieldOf(given, 'contact.email', typed)?.wrong).toBe('Enter a valid email address');
  expect(viewOf(given, { contact: 'other' }).isRight).toBe(false);
  expect(entriesOf({ details: given }, { contact: 'other', 'contact.name': 'Cy Dahl' })).toEqual({
    contact: { name: 'Cy Dahl', email: null, phone: null },
  });
});
test.each(locales.filter((each) => each !== 'en'))('each country has its name in %s, once', (locale) => {
  const options = countries(wordsFor({ locale, timeZone: 'UTC' }));
  expect(options.length).toBeGreaterThan(240);
  expect(new Set(options.map(({ label }) => label)).size).toBe(options.length);
  expect(options.every(({ value }) => /^[A-Z]{2}$/.test(value))).toBe(true);
});
