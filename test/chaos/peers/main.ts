// `npm run chaos -- --peers`: the same faults for Backroom, Node-RED and n8n, counted at the same ERP; writes the table to docs/promises.md.
import { cpus, totalmem } from 'node:os';
import { writeText } from '../../bench/report.ts';
import { peerCases } from './cases.ts';
import { n8n } from './n8n.ts';
import { nodeRed, plainNodeRed } from './node-red.ts';
import { type PeerRow, runSystem } from './run.ts';
import { backroom, type System } from './system.ts';
import { pageOf } from './table.ts';

type Wish = {
  seed?: string | undefined;
  count?: string | undefined;
  case?: string[] | undefined;
  system?: string[] | undefined;
};

/** The exit code: 1 where Backroom itself lost, doubled or left something. What the others do is told, not judged. */
export async function comparePeers(wish: Wish): Promise<number> {
  const say = (line: string) => console.log(line);
  const seed = Number(wish.seed ?? 20_261_125);
  const count = Number(wish.count ?? 300);
  const names = wish.case?.flatMap((each) => each.split(','));
  const unknown = names?.find((name) => !peerCases.some((one) => one.name === name));
  if (unknown) {
    console.error(`There is no case "${unknown}" with --peers: ${peerCases.map(({ name }) => name).join(', ')}.`);
    return 2;
  }
  const cases = peerCases.filter(({ name }) => !names || names.includes(name));
  const wanted = wish.system;
  const systems: System[] = [];
  const missing: string[] = [];
  for (const [name, make] of [
    ['Backroom', () => backroom],
    ['Node-RED', () => nodeRed(say)],
    ['Node-RED, plain', () => plainNodeRed(say)],
    ['n8n', () => n8n(say)],
  ] as const) {
    if (wanted && !wanted.includes(name)) continue;
    try {
      systems.push(make());
    } catch (error) {
      missing.push(`${name} did not run: ${error instanceof Error ? error.message : String(error)}`);
      say(missing.at(-1) ?? '');
    }
  }
  say(`seed ${seed}, ${count} orders a case; again: npm run chaos -- --peers --seed ${seed} --count ${count}`);
  for (const { name, version, settings } of systems) say(`${name} ${version}: ${settings.join('; ')}`);
  const rows: PeerRow[] = [];
  for (const system of systems) rows.push(...(await runSystem(system, { seed, count, cases, say })));
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'CPU'}, ${Math.round(totalmem() / 2 ** 30)} GiB`;
  const page = pageOf({ seed, count, machine, systems, missing, rows });
  // A part of it is for whoever looks into something, not for the page.
  if (names || wanted) say(page);
  else writeText('promises.md', 'chaos:peers', page);
  const own = rows.filter(({ system }) => system === backroom.name);
  return own.every((row) => !row.failed && row.lost + row.doubled + row.stuck === 0) ? 0 : 1;
}
