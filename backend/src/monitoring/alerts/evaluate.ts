import type { Summary, Waiting } from '../stats-read.ts';
import { type AlertSettings, type RuleId, ruleOf } from './settings.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Fewest calls by which a flow is judged, and fewest without an answer by which an ERP is. */
const FEWEST_CALLS = 5;
const FEWEST_SILENT = 3;
/** Days before their end at which the end of credentials is urgent. */
const URGENT_DAYS = 3;

/** What the rules look at. */
export type World = {
  now: number;
  connections: readonly { id: string; name: string }[];
  /** Statistics by minute: of the last quarter of an hour, and of the minutes that `erp_unreachable` asks for. */
  recent: readonly Summary[];
  reached: readonly Summary[];
  waiting: readonly Waiting[];
  feeds: readonly { connection: string; heardAt: number }[];
  /** Certificates and credentials whose end is known. `what` names them for people. */
  ends: readonly { connection: string; what: string; at: number }[];
  /** When the rules were last evaluated; null: never. */
  checkedAt: number | null;
};
/** `value`: what was found, in the unit of the rule. */
export type Finding = {
  key: string;
  rule: RuleId;
  connection: string;
  subject: string;
  value: string;
  level: 'warning' | 'critical';
};
/** `unknown`: nothing was seen that tells either way, so what stands stays. */
type Verdict = { bad: Finding[]; unknown: string[] };

const keyOf = (...parts: string[]) => parts.join('|');
const whole = (value: number) => String(Math.floor(value));

/** Judges an account by the rules that are switched on. */
export function evaluate(world: World, settings: AlertSettings): Verdict {
  const { now, connections } = world;
  const bad: Finding[] = [];
  const unknown: string[] = [];
  const limitOf = (rule: RuleId) => (ruleOf(settings, rule).on ? ruleOf(settings, rule).limit : null);
  const find = (
    rule: RuleId,
    connection: string,
    subject: string,
    value: string,
    level: Finding['level'] = 'warning',
  ) => bad.push({ key: keyOf(rule, connection, subject), rule, connection, subject, value, level });

  const unreachable = limitOf('erp_unreachable');
  const down = new Set<string>();
  for (const { id } of unreachable === null ? [] : connections) {
    const own = world.reached.filter(({ connection }) => connection === id);
    const sum = (of: (each: Summary) => number) => own.reduce((all, each) => all + of(each), 0);
    const silent = sum((each) => each.silent);
    const answered = sum((each) => each.calls) - silent;
    if (answered === 0 && silent >= FEWEST_SILENT) {
      down.add(id);
      find('erp_unreachable', id, '', whole(unreachable ?? 0), 'critical');
    } else if (answered === 0) unknown.push(keyOf('erp_unreachable', id, ''));
  }
  const failing = limitOf('flow_failing');
  for (const { connection, subject, calls, failed } of failing === null ? [] : world.recent) {
    if (subject === 'signatures') continue;
    const percent = calls === 0 ? 0 : (failed * 100) / calls;
    // An ERP that is down fails in every flow: one alert says so.
    if (down.has(connection)) continue;
    if (calls >= FEWEST_CALLS && percent >= (failing ?? 0)) find('flow_failing', connection, subject, whole(percent));
    else if (failed > 0 && percent >= (failing ?? 0)) unknown.push(keyOf('flow_failing', connection, subject));
  }
  const silentFor = limitOf('feed_silent');
  for (const { connection, heardAt } of silentFor === null ? [] : world.feeds)
    if (now - heardAt >= (silentFor ?? 0) * MINUTE_MS && !down.has(connection))
      find('feed_silent', connection, '', whole((now - heardAt) / MINUTE_MS));
  const oldest = limitOf('order_waiting');
  const attention = limitOf('needs_attention');
  for (const { id } of connections) {
    const own = world.waiting.filter(({ connection }) => connection === id);
    const since = Math.min(...own.flatMap(({ oldest: at }) => (at ? [at.getTime()] : [])));
    if (oldest !== null && now - since >= oldest * MINUTE_MS)
      find('order_waiting', id, '', whole((now - since) / MINUTE_MS), 'critical');
    const rows = own.reduce((all, each) => all + each.attention, 0);
    if (attention !== null && rows >= Math.max(1, attention)) find('needs_attention', id, '', String(rows));
  }
  const ending = limitOf('credential_ending');
  for (const { connection, what, at } of ending === null ? [] : world.ends) {
    const days = Math.max(0, Math.ceil((at - now) / DAY_MS));
    if (days <= (ending ?? 0))
      find('credential_ending', connection, what, String(days), days <= URGENT_DAYS ? 'critical' : 'warning');
  }
  const signatures = limitOf('signature_failures');
  const refused = world.recent.find(({ subject }) => subject === 'signatures')?.failed ?? 0;
  if (signatures !== null && refused >= signatures) find('signature_failures', '', '', String(refused));
  const gap = limitOf('monitoring_gap');
  if (gap !== null && world.checkedAt !== null && now - world.checkedAt >= gap * MINUTE_MS)
    find('monitoring_gap', '', '', whole((now - world.checkedAt) / MINUTE_MS));
  return { bad, unknown };
}
