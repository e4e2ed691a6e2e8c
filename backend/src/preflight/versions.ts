import type { AccountId } from '@backroom/shared';
import type { ErpDescription } from '../erp/contract/index.ts';
import type { ErpManifest } from '../erp/contract/manifest.ts';
import type { Evidence } from './outcome.ts';
import type { PreflightParts } from './world.ts';
import { call } from './world.ts';

/** An end is announced so long before: somebody has to plan an upgrade. */
const NOTICE_MS = 180 * 86_400_000;
export type Standing = 'open' | 'ending' | 'ended' | 'unknown';
/** A version in use, and until when its publisher maintains it. `version` null: it did not tell. `endsOn` null: no end is known. */
export type VersionInUse = {
  system: 'erp' | 'crm';
  name: string;
  version: string | null;
  tested: boolean | null;
  endsOn: string | null;
  standing: Standing;
};

const numbersIn = (version: string): string => version.match(/\d+(\.\d+)*/)?.[0] ?? '';
const isOf = (version: string, release: string): boolean => {
  const numbers = numbersIn(version);
  return numbers === release || numbers.startsWith(`${release}.`) || version === release;
};
/** Versions that were tested: by the manifest, else by what the connection's ERP says of itself. */
export const testedOf = (
  { versionsTested }: Pick<ErpManifest, 'versionsTested'>,
  description: Pick<ErpDescription, 'versions'> | null,
): readonly string[] => (versionsTested.length > 0 ? versionsTested : (description?.versions ?? []));
export const isTested = (tested: readonly string[], version: string): boolean =>
  tested.some((each) => isOf(version, each));
/** Last day on which the publisher maintains the version; null where the manifest knows none. */
export const endOf = ({ versionEnds = {} }: Pick<ErpManifest, 'versionEnds'>, version: string): string | null =>
  Object.entries(versionEnds).find(([release]) => isOf(version, release))?.[1] ?? null;
export function standingOf(endsOn: string | null, now: Date): Standing {
  if (endsOn === null) return 'unknown';
  const left = Date.parse(`${endsOn}T23:59:59Z`) - now.getTime();
  return left < 0 ? 'ended' : left < NOTICE_MS ? 'ending' : 'open';
}

/** Evidence of a version with a known end; `prefix`: whose it is. */
export function endEvidence(
  prefix: 'version' | 'api',
  name: string,
  version: string,
  endsOn: string | null,
  now: Date,
) {
  const standing = standingOf(endsOn, now);
  const values = { name, version, date: endsOn ?? '' };
  const code = { open: 'ends', ending: 'ends', ended: 'ended', unknown: 'no_end' }[standing];
  const evidence: Evidence[] = [{ code: `${prefix}_${code}`, values }];
  return { evidence, isWarning: standing === 'ending' || standing === 'ended' };
}

type Parts = Pick<PreflightParts, 'connectionsOf' | 'erpFor' | 'manifestOf' | 'crmApiOf' | 'now'>;
/** The versions of every ERP and of the CRM that an account uses, as they answer now. */
export async function versionsInUse(parts: Parts, account: AccountId): Promise<VersionInUse[]> {
  const connections = await parts.connectionsOf(account);
  const erps = connections.map(async (connection): Promise<VersionInUse> => {
    const manifest = parts.manifestOf(connection.erp);
    const [version, description] = await parts
      .erpFor(account, connection.id)
      .then((erp) => Promise.all([erp.health({}, call()), erp.describe({}, call())]))
      .then(
        ([health, description]) => [health.version, description] as const,
        () => [null, null] as const,
      );
    const endsOn = version === null ? null : endOf(manifest, version);
    const tested = version === null ? null : isTested(testedOf(manifest, description), version);
    return { system: 'erp', name: connection.name, version, tested, endsOn, standing: standingOf(endsOn, parts.now()) };
  });
  const api = parts.crmApiOf(account);
  const crm: VersionInUse[] = api
    ? [{ system: 'crm', ...api, tested: true, standing: standingOf(api.endsOn, parts.now()) }]
    : [];
  return [...(await Promise.all(erps)), ...crm];
}
