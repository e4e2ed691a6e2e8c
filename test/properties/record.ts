import fc from 'fast-check';

/** A quote or deal as a CRM may hold it, kind or unkind. Money is text, as the CRM has it. */
type RandomLine = {
  code: string | null;
  quantity: string;
  price: string | null;
  percent: string | null;
  off: string | null;
  currency: 'own' | 'none' | 'other';
  recurring: boolean;
  tiered: boolean;
};
export type RandomRecord = {
  quote: 'none' | 'accepted' | 'two accepted';
  currency: 'EUR' | 'none';
  lines: RandomLine[];
  discounts: readonly { percent: boolean; value: string }[];
  fee: string | null;
  tax: string | null;
  /** The connected user may not read one of the lines. */
  unreadable: boolean;
};

const codes = ['PMP-001', 'PMP-002', 'VLV-001', 'PMP-003', 'VLV-002'];
const cents = (max: number) => fc.integer({ min: 1, max }).map((value) => (value / 100).toFixed(2));
const rarely = <Value>(value: Value, usual: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 29, arbitrary: usual }, { weight: 1, arbitrary: fc.constant(value) });
const maybe = (arbitrary: fc.Arbitrary<string>, weight: number) =>
  fc.oneof({ weight: 10 - weight, arbitrary: fc.constant(null) }, { weight, arbitrary });
/** As a browser writes it: a percentage that somebody computed has all of its decimals. */
const percentage = fc.oneof(
  fc.integer({ min: 1, max: 95 }).map(String),
  fc.double({ min: 0.1, max: 99, noNaN: true }).map(String),
);

const line: fc.Arbitrary<RandomLine> = fc.record({
  code: rarely<string | null>(null, fc.constantFrom(...codes)),
  quantity: rarely('2.5', fc.integer({ min: 1, max: 900 }).map(String)),
  price: rarely<string | null>(
    null,
    fc.oneof(
      cents(90_000),
      fc.integer({ min: 1, max: 9_999_999 }).map((value) => (value / 10_000).toFixed(4)),
    ),
  ),
  percent: maybe(percentage, 3),
  off: maybe(fc.constantFrom('0.10', '1.5', '0.30000000000000004'), 1),
  currency: rarely<RandomLine['currency']>('other', fc.constantFrom('own', 'none')),
  recurring: rarely(true, fc.constant(false)),
  tiered: rarely(true, fc.constant(false)),
});

export const randomRecord: fc.Arbitrary<RandomRecord> = fc.record({
  quote: rarely<RandomRecord['quote']>('two accepted', fc.constantFrom('none', 'accepted', 'accepted')),
  currency: rarely<RandomRecord['currency']>('none', fc.constant('EUR')),
  lines: fc.oneof(
    { weight: 40, arbitrary: fc.array(line, { minLength: 1, maxLength: 6 }) },
    { weight: 1, arbitrary: fc.array(line, { minLength: 101, maxLength: 130 }) },
  ),
  discounts: fc.oneof(
    { weight: 6, arbitrary: fc.constant([]) },
    {
      weight: 3,
      arbitrary: fc.array(
        fc.oneof(
          percentage.map((value) => ({ percent: true, value })),
          cents(3000).map((value) => ({ percent: false, value })),
        ),
        { minLength: 1, maxLength: 2 },
      ),
    },
  ),
  fee: maybe(cents(5000), 1),
  tax: maybe(cents(5000), 1),
  unreadable: rarely(true, fc.constant(false)),
});
