import type { PeerRow } from './run.ts';
import { backroom, type System } from './system.ts';

type Content = {
  seed: number;
  count: number;
  machine: string;
  systems: readonly System[];
  missing: readonly string[];
  rows: readonly PeerRow[];
};
const seconds = (ms: number | null) => (ms === null ? 'no' : `${(ms / 1000).toFixed(1)} s`);
const head = [
  '| case | system | acknowledged | lost | doubled | stuck | answer p50 / p95 / p99 | all in the ERP after |',
  '|---|---|---|---|---|---|---|---|',
];

function lineOf(row: PeerRow, first: boolean): string {
  const { name, what, system, failed } = row;
  const title = first ? `**${name}**: ${what}` : '';
  if (failed) return `| ${title} | ${system} | did not run: ${failed.split('\n')[0]} | | | | | |`;
  const { p50, p95, p99 } = row.ack;
  const ack = row.acknowledged === 0 ? '–' : `${Math.round(p50)} / ${Math.round(p95)} / ${Math.round(p99)} ms`;
  return `| ${title} | ${system} | ${row.acknowledged} of ${row.sent} | ${row.lost} | ${row.doubled} | ${row.stuck} | ${ack} | ${seconds(row.caughtUpMs)} |`;
}

/** Where another system is better, in words: the table alone would hide it among its figures. */
function whatWeLose(rows: readonly PeerRow[]): string[] {
  const lost: string[] = [];
  for (const ours of rows.filter(({ system }) => system === backroom.name))
    for (const theirs of rows.filter(
      ({ name, system, failed }) => name === ours.name && system !== ours.system && !failed,
    )) {
      const better = [
        theirs.lost < ours.lost && `lost ${theirs.lost} to our ${ours.lost}`,
        theirs.doubled < ours.doubled && `doubled ${theirs.doubled} to our ${ours.doubled}`,
        theirs.stuck < ours.stuck && `stuck ${theirs.stuck} to our ${ours.stuck}`,
        theirs.acknowledged > ours.acknowledged && `acknowledged ${theirs.acknowledged} to our ${ours.acknowledged}`,
        theirs.acknowledged > 0 &&
          theirs.ack.p95 < ours.ack.p95 &&
          `answers faster (p95 ${Math.round(theirs.ack.p95)} ms to our ${Math.round(ours.ack.p95)} ms)`,
        theirs.caughtUpMs !== null &&
          (ours.caughtUpMs === null || theirs.caughtUpMs < ours.caughtUpMs) &&
          `has all in the ERP sooner (${seconds(theirs.caughtUpMs)} to our ${seconds(ours.caughtUpMs)})`,
      ].filter((each) => each !== false);
      if (better.length > 0) lost.push(`- ${ours.name}: ${theirs.system} ${better.join(', ')}.`);
    }
  return lost;
}

/** The section of docs/promises.md. */
export function pageOf({ seed, count, machine, systems, missing, rows }: Content): string {
  const names = [...new Set(rows.map(({ name }) => name))];
  const lines = names.flatMap((name) =>
    rows.filter((row) => row.name === name).map((row, index) => lineOf(row, index === 0)),
  );
  const lose = whatWeLose(rows);
  return [
    `Seed ${seed}, ${count} orders a case (500 in the burst), on ${machine}. The settings:`,
    '',
    ...systems.map(({ name, version, settings }) => `- ${name} ${version}: ${settings.join('; ')}.`),
    ...missing.map((why) => `- ${why}`),
    '',
    ...head,
    ...lines,
    '',
    lose.length > 0 ? 'Where we lose:' : 'No figure of another system is better than ours.',
    ...(lose.length > 0 ? ['', ...lose] : []),
  ].join('\n');
}
