import { accountIdSchema } from '@backroom/shared';
import { expect, test } from 'vitest';
import { manifest as declared } from '../erp/declared/manifest.ts';
import { manifest as tryton } from '../erp/tryton/manifest.ts';
import { checkMaintenance } from './erp-checks.ts';
import { endOf, isTested, testedOf } from './versions.ts';
import type { World } from './world.ts';

const account = { id: accountIdSchema.parse('hubspot:4242') };
const health = (version: string) =>
  ({ ok: true, version, company: 'Kessler', timeZone: 'Europe/Berlin', currency: 'EUR' }) as never;
/** The world of a check: the day, what the ERP says of itself, and what the CRM promises of its API. */
const check = (
  day: string,
  version: string | null,
  endsOn: string | null,
  credentialsEnd: string | null = '2030-01-01',
) => {
  const world = {
    account,
    manifest: tryton,
    connection: { credentialsEnd },
    now: () => new Date(`${day}T12:00:00Z`),
    crmApiOf: () => ({ name: 'HubSpot', version: '2026-03', endsOn }),
  } as unknown as World;
  const { state, evidence } = checkMaintenance(world, version === null ? null : health(version));
  return [state, ...evidence.map(({ code }) => code)];
};

test('a version is found by the beginning of its number', () => {
  expect(endOf(tryton, 'Tryton 6.0.44')).toBe('2026-05-31');
  expect(endOf(tryton, '6.01')).toBeNull();
  expect(endOf({}, '6.0')).toBeNull();
  expect(isTested(tryton.versionsTested, '6.0')).toBe(true);
  expect(isTested(tryton.versionsTested, '7.0.1')).toBe(false);
});

test('an ERP by description is tested with the versions that its description names', () => {
  const described = { versions: ['3.7'] };
  expect(isTested(testedOf(declared, described), '3.7.3')).toBe(true);
  expect(isTested(testedOf(declared, described), '4.0')).toBe(false);
  expect(testedOf(tryton, described)).toEqual(tryton.versionsTested);
});
test('all is maintained, then an end comes near, then it is past', () => {
  expect(check('2025-06-01', '6.0.44', '2027-09-30')).toEqual(['pass', 'tested', 'version_ends', 'ends', 'api_ends']);
  expect(check('2026-03-01', '6.0.44', '2027-09-30')).toEqual(['warn', 'tested', 'version_ends', 'ends', 'api_ends']);
  expect(check('2026-11-29', '6.0.44', '2027-09-30')).toEqual(['warn', 'tested', 'version_ended', 'ends', 'api_ends']);
});

test('an end of the CRM’s API warns, and one that is not announced does not', () => {
  expect(check('2025-06-01', '6.0', '2025-08-30')).toEqual(['warn', 'tested', 'version_ends', 'ends', 'api_ends']);
  expect(check('2025-06-01', '6.0', '2025-05-30')).toEqual(['warn', 'tested', 'version_ends', 'ends', 'api_ended']);
  expect(check('2025-06-01', '6.0', null)).toEqual(['pass', 'tested', 'version_ends', 'ends', 'api_no_end']);
});

test('credentials that ended fail; an ERP that does not tell its version is not called maintained', () => {
  expect(check('2025-06-01', '6.0', null, '2025-05-01')[0]).toBe('fail');
  expect(check('2025-06-01', null, null)).toEqual(['unknown', 'silent', 'ends', 'api_no_end']);
});
