import { expect, test } from 'vitest';
import { call } from '../../../test/x3-folder.ts';
import { descriptionSchema } from '../contract/description.ts';
import { fieldsOf } from '../contract/manifest.ts';
import { manifest } from './manifest.ts';
import { referenceIn, stored } from './references.ts';
import { among, containing, equal } from './where.ts';

test('what an admin has to enter, and what stays secret', () => {
  const fields = [...fieldsOf(manifest.auth), ...fieldsOf(manifest.settings)];
  expect(fields.filter(({ required }) => required).map(({ name }) => name)).toEqual(['user', 'folder', 'pool', 'site']);
  expect(fields.filter(({ secret }) => secret).map(({ name }) => name)).toEqual(['password', 'clientSecret']);
  // Codes get into addresses, conditions and XML.
  const base = { folder: 'SEED', pool: 'P', site: 'H01' };
  expect(manifest.settings.safeParse(base).success).toBe(true);
  for (const wrong of [{ folder: '../x' }, { site: "H' or 1 eq 1" }, { referenceField: 'A">' }, { discounts: '10' }])
    expect(manifest.settings.safeParse({ ...base, ...wrong }).success, JSON.stringify(wrong)).toBe(false);
});

test('it describes itself without asking: prices and new customers need what the connection names', async () => {
  const options = { url: '', credentials: {}, settings: {} };
  const plain = descriptionSchema.parse(await manifest.create(options).describe({}, call()));
  expect(plain).toMatchObject({ idempotency: 'lookup', maxCommitMs: 900_000, limits: { reference: 23 } });
  expect(plain.flows).not.toContain('pricing');
  expect(plain.without).toContain('customers.create');
  expect(plain.carries).not.toContain('po_number');
  const settings = { priceService: 'ZPRICE', customerCategory: 'DE', referenceField: 'YREF' };
  const full = descriptionSchema.parse(await manifest.create({ ...options, settings }).describe({}, call()));
  expect(full.flows).toContain('pricing');
  expect(full.without).not.toContain('customers.create');
  expect(full.carries).toContain('po_number');
});

test('a reference is shortened where the field cannot hold it, and read as it was', () => {
  const whole = 'BR-ABCDEFGHIJKLMNOPQRST';
  expect(stored(whole)).toBe('ABCDEFGHIJKLMNOPQRST');
  expect(referenceIn(stored(whole))).toBe(whole);
  expect(stored('BR-KIT0123456789AB')).toBe('BR-KIT0123456789AB');
  // What people write there is no reference of ours.
  for (const typed of ['4500017711', 'PO 12/2026', 'ABCDEFGHIJKLMNOPQRS1', null])
    expect(referenceIn(typed)).toBe(typed);
});

test('a text in a condition stays a text', () => {
  expect(equal('BPCNUM', "O'Neill' or 1 eq 1")).toBe("BPCNUM eq 'O''Neill'' or 1 eq 1'");
  expect(containing('BPCNAM', '100%_pure')).toBe("upper(BPCNAM) like '%100PURE%'");
  expect(among('SOHNUM', ['A'])).toBe("SOHNUM eq 'A'");
  expect(among('SOHNUM', ['A', 'B'])).toBe("SOHNUM in ('A', 'B')");
});
