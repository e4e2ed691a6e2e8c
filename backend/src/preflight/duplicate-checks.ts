import type { Figures } from '../scans/figures.ts';
import type { matchingKeys } from '../store/setups.ts';
import { type Evidence, type Outcome, outcome, percent } from './outcome.ts';
import type { World } from './world.ts';

/** Both sides change: what a scan found a month ago is no answer to go live by. */
const OLD_DAYS = 30;
/** Coverage that a matching key should have before everybody uses it, and what is too little for a pilot. */
export const ENOUGH = 80;
export const TOO_LITTLE = 50;
export const judgedBy = (share: number): Outcome['state'] =>
  share >= ENOUGH ? 'pass' : share >= TOO_LITTLE ? 'warn' : 'fail';

/** The key's coverage as the last scan counted it: of every company that has a customer or a candidate. Null: nothing was scanned. */
export async function coverageOfScan({ account, connection, scans }: World): Promise<Outcome | null> {
  const scan = await scans.shown(account.id, connection.id);
  if (!scan || scan.figures.companies === 0) return null;
  return judgeCoverage(scan.figures, account.setup.key);
}
function judgeCoverage({ companies, keys }: Figures, key: (typeof matchingKeys)[number]): Outcome {
  const { have, one } = keys[key];
  const [covered, unique] = [percent(have, companies), percent(one, have)];
  const evidence: Evidence[] = [
    { code: 'coverage_all', values: { key, companies: String(companies), percent: String(covered) } },
  ];
  if (have > 0) evidence.push({ code: 'matched', values: { percent: String(unique) } });
  const state = judgedBy(covered);
  return outcome('matching', state === 'pass' && have > 0 ? judgedBy(unique) : state, ...evidence);
}

/** What the last scan found and nobody decided about. */
export async function checkDuplicates({ account, connection, scans, now }: World): Promise<Outcome> {
  const scan = await scans.shown(account.id, connection.id);
  if (!scan) return outcome('duplicates', 'warn', { code: 'not_scanned' });
  const counts = await scans.counts(account.id, scan.id);
  const days = Math.floor((now().getTime() - Date.parse(scan.finishedAt ?? scan.createdAt)) / 86_400_000);
  const scanned: Evidence = {
    code: days === 0 ? 'scanned_today' : 'scanned',
    values: { crm: String(scan.crmRead), erp: String(scan.erpRead), linked: String(counts.linked), days: String(days) },
  };
  const unclear = counts.ambiguous + counts.otherwise;
  const doubles = counts.crm_double + counts.erp_double;
  const unlinked = counts.certain + counts.likely;
  const told = (code: string, count: number): Evidence[] =>
    count > 0 ? [{ code, values: { count: String(count) } }] : [];
  const evidence = [
    scanned,
    ...told('unclear', unclear),
    ...told('doubles', doubles),
    ...told('unlinked', unlinked),
    ...told('later', counts.later),
    ...(days > OLD_DAYS ? [{ code: 'old', values: { days: String(days) } }] : []),
    ...(unclear + doubles + unlinked + counts.later === 0 ? [{ code: 'none_open' }] : []),
  ];
  const isOpen = doubles + unlinked + counts.later > 0 || days > OLD_DAYS;
  return outcome('duplicates', unclear > 0 ? 'fail' : isOpen ? 'warn' : 'pass', ...evidence);
}
