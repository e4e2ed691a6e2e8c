import { expect, test } from 'vitest';
import { FILTER_MOST } from './facts.ts';
import { addressOf, all, alternatives, amongTexts, any, bare, containing, equal } from './query.ts';

test('texts are quoted, and their own quotation marks doubled', () => {
  expect(equal('name', "O'Brien & Sons")).toBe("name eq 'O''Brien & Sons'");
  expect(containing('name', "d'Or")).toBe("contains(name, 'd''Or')");
});

test('alternatives beside a condition stand in brackets', () => {
  expect(all(bare('customer_id', '7'), any(bare('id', '1'), bare('id', '2')))).toBe(
    '(customer_id eq 7) and (id eq 1 or id eq 2)',
  );
});

test('many values are asked for in as many addresses as they need, each value once', () => {
  const references = Array.from({ length: 500 }, (_, nth) => `BR-${String(nth).padStart(20, '0')}`);
  const conditions = amongTexts('spare_text_1', [...references, ...references]);
  for (const each of conditions) expect(encodeURIComponent(each).length).toBeLessThanOrEqual(FILTER_MOST);
  const asked = conditions.flatMap((each) => each.match(/BR-\d{20}/g) ?? []);
  expect(asked).toEqual(references);
  expect(alternatives([])).toEqual([]);
});

test('an address has no blanks and no plus signs', () => {
  const address = addressOf({ resource: 'sop_orders', where: equal('spare_text_1', 'A+B c'), orderBy: 'id asc' }, 5);
  expect(address).toBe("sop_orders?$filter=spare_text_1%20eq%20'A%2BB%20c'&$orderby=id%20asc&$top=5");
});
