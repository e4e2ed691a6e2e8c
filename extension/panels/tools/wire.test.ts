import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAnswer } from '../src/client.ts';
import * as samples from '../src/samples.test.data.ts';
import type { WireName } from '../src/wire.generated.ts';
import { WIRE, wireFile, wireSchemas } from './wire.ts';

test('it is up to date with the schemas of shared: node extension/salesforce/tools/generate.ts', () =>
  expect(readFileSync(WIRE, 'utf8')).toBe(wireFile()));

const { full, empty, unlinked } = samples;
const ready = (data: object) => samples.panelsAnswer({ [nameOf(data)]: samples.ready(data) });
const nameOf = (data: object) =>
  [...Object.entries(full), ...Object.entries(empty)].find(([, each]) => each === data)?.[0] ?? 'customer';
const answers: [WireName, unknown][] = [
  ...[...Object.values(full), ...Object.values(empty), ...Object.values(unlinked)].map((data): [WireName, unknown] => [
    'panels',
    ready(data),
  ]),
  [
    'panels',
    samples.panelsAnswer({ stock: { state: 'pending', pollAfterMs: 1500 }, orders: samples.ready(samples.converted) }),
  ],
  ['panels', samples.panelsAnswer({ stock: { state: 'problem', problem: samples.problem('erp_timeout') } })],
  ['problem', samples.problem('erp_refused', { detail: 'Period closed', field: 'date' })],
  ['decision', samples.decision({ preview: samples.ready(samples.preview('warn')) })],
  ['decision', samples.decision({ preview: null, submissions: [samples.submission('confirmed')] })],
  ['submission', samples.submission('confirmed')],
  [
    'submissions',
    { submissions: [samples.submission('needs_attention', { problem: samples.problem('erp_refused') })] },
  ],
  ['linked', { panel: unlinked.candidates }],
  ['document', { url: 'https://app.backroom.example/d/abc' }],
  ['settings', samples.settings('down')],
];
test.each(answers.map(([name, value], at) => [at, name, value] as const))('sample %i (%s) fits', (_, name, value) =>
  expect(readAnswer(name, value)).toEqual({ data: value }),
);

type Place = { holder: Record<string, unknown>; key: string };
/** Every place in a value where something stands. */
const placesIn = (value: unknown): Place[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.keys(value).flatMap((key) => {
        const holder = value as Record<string, unknown>;
        return [{ holder, key }, ...placesIn(holder[key])];
      });
/** What an ERP, a proxy or a newer backend might put there. */
const junk = fc.oneof(
  fc.constantFrom(
    undefined,
    null,
    '',
    '0',
    '-1',
    '12.50',
    '1e5',
    '2026-11-24',
    '2026-02-30',
    'EUR',
    'eur',
    0,
    -1,
    1.5,
    true,
    [],
    {},
  ),
  fc.constantFrom(
    'ready',
    'pending',
    'known',
    'https://x.example',
    'not an address',
    '2026-11-24T08:00:00.000Z',
    'x'.repeat(201),
  ),
  fc.string(),
  fc.double(),
  fc.jsonValue(),
);

test('whatever stands at one place, a card takes it exactly when zod would', () => {
  let refused = 0;
  fc.assert(
    fc.property(fc.constantFrom(...answers), fc.nat(), junk, ([name, good], at, other) => {
      const placed = structuredClone(good);
      const places = placesIn(placed);
      const { holder, key } = places[at % places.length] as Place;
      holder[key] = other;
      // As it comes over the wire: there is no `undefined` in JSON, only a field that is missing.
      const value: unknown = JSON.parse(JSON.stringify(placed));
      const zod = wireSchemas[name].safeParse(value).success;
      if (!zod) refused += 1;
      expect('data' in readAnswer(name, value)).toBe(zod);
    }),
    { numRuns: 3000 },
  );
  // Both verdicts were met, or nothing was shown.
  expect(refused).toBeGreaterThan(300);
  expect(refused).toBeLessThan(2990);
}, 120_000);
test('what does not fit is named by its place', () => {
  const answer = structuredClone(ready(full.stock)) as unknown as {
    panels: { stock: { data: { lines: { available?: string }[] } } };
  };
  (answer.panels.stock.data.lines[1] as { available: string }).available = 'many';
  expect(readAnswer('panels', answer)).toMatchObject({
    wrong: { path: ['panels', 'stock', 'data', 'lines', 1, 'available'] },
  });
});
