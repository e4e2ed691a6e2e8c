import { type PreviewDetails, previewDetailsSchema } from '@backroom/shared';
import { wordsFor } from '@backroom/shared/messages/languages';
import { expect, test } from 'vitest';
import { entriesOf, entriesView } from './entries.ts';

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
const asTyped = (given: PreviewDetails) => entriesView(words, { details: given })?.typed ?? expect.fail('no section');

test('a field is offered for each thing that the ERP takes, and for nothing else', () => {
  const view = entriesView(words, { details: details() });
  expect(view).toMatchObject({ poNumber: 'Customer PO number', note: null, partial: null });
  expect(view?.deliverTo?.options.map(({ label }) => label)).toEqual([
    'Default address',
    'Plant 2, Kanalweg 18, 21107 Hamburg, DE',
  ]);
  expect(entriesView(words, {})).toBeNull();
});
test('only what was changed is sent, and what was kept stays', () => {
  const given = details({ entered: ['note'], values: { ...details().values, note: 'Gate 3' } });
  const typed = asTyped(given);
  expect(entriesOf({ details: given }, typed)).toEqual({ note: 'Gate 3' });
  expect(
    entriesOf({ details: given }, { ...typed, poNumber: ' ', deliverTo: 'a2', requestedDate: '2026-12-24' }),
  ).toEqual({
    note: 'Gate 3',
    poNumber: null,
    deliverTo: { kind: 'known', id: 'a2' },
    requestedDate: '2026-12-24',
  });
});
test('what is no day is not sent', () => {
  expect(entriesOf({ details: details() }, { ...asTyped(details()), requestedDate: '24.12.2026' })).toBeNull();
});
