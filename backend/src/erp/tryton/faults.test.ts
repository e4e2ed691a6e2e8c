import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ErpError } from '../contract/errors.ts';
import { resultOf } from './faults.ts';

const recorded = (name: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, 'recorded', `${name}.json`), 'utf8')).body;
function faultOf(body: unknown): ErpError {
  try {
    resultOf('model.sale.sale.confirm', body);
  } catch (error) {
    if (error instanceof ErpError) return error;
    throw error;
  }
  throw new Error('it was no fault');
}

describe('what Tryton says no with', () => {
  test('a business rule is refused in its own words', () => {
    const { kind, words, field } = faultOf(recorded('41-sale-confirm-over-credit-limit'));
    expect({ kind, field }).toEqual({ kind: 'refused', field: null });
    expect(words).toContain('credit limit of €500.00');
  });
  test('a warning is refused too, and names what a person has to decide', () => {
    const { kind, words, field } = faultOf(recorded('42-sale-confirm-over-credit-limit-as-manager'));
    expect({ kind, field }).toEqual({ kind: 'refused', field: 'credit_limit_amount_sale.sale,49' });
    expect(words).toContain('€500.00');
  });
  test('a record that somebody else changed is a conflict', () => {
    expect(faultOf(recorded('85-write-with-stale-timestamp')).kind).toBe('conflict');
  });
  test('a login that wants more is unauthorised', () => {
    expect(faultOf(recorded('04-login-without-password')).kind).toBe('unauthorised');
  });
  test('an unknown field is drift', () => {
    expect(faultOf(recorded('78-unknown-field-in-read')).kind).toBe('drift');
  });
  test.each([
    'could not obtain lock on relation "sale_sale"\n',
    'konnte Sperre für Relation »account_move_line« nicht setzen\n',
    "impossible d'obtenir un verrou sur la relation « sale_line »\n",
    'could not serialize access due to concurrent update\n',
  ])('a lock that was not got is busy, in whatever language the database speaks: %s', (text) => {
    const { kind, retryAfterMs } = faultOf({ id: 1, error: [text, ''] });
    expect(kind).toBe('busy');
    expect(retryAfterMs).toBeGreaterThan(0);
  });
  test('an answer of another form is drift', () => {
    expect(faultOf({ id: 1 }).kind).toBe('drift');
    expect(faultOf({ id: 1, error: 7 }).kind).toBe('drift');
    const told = faultOf({ id: 1, error: ['value too long: Kessler Anlagenbau', ''] });
    expect([told.kind, told.message.includes('Kessler')]).toEqual(['drift', false]);
  });
});
