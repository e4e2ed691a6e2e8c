import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import { type Change, changeSchema, type Out } from '../contract/schemas.ts';
import { cursorOf } from '../kit/cursor.ts';
import { fit } from '../transport/json.ts';
import { isKeyRefused } from '../transport/odoo/faults.ts';
import { instantOf } from '../transport/odoo/values.ts';
import { type Feed, feeds, type Row, stamped } from './feeds.ts';
import { breaksKey } from './pricing.ts';
import type { Session } from './session.ts';
import { readTree } from './tree.ts';

/**
 * A record's time is the start of its transaction, and one that takes long commits with a time already passed: each question goes back so
 * far. A confirm under load was seen to take 7 s, imports take longer.
 */
const OVERLAP_MS = 120_000;
const PAGE = 500;

/** Per model: how far it was read (`at`), and which records of the overlap were given out with which date. */
const cursorSchema = z.record(z.string(), z.object({ at: z.string(), seen: z.record(z.string(), z.string()) }));
type Cursor = z.output<typeof cursorSchema>;
const stampOf = (ms: number) => new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
const back = (at: string) => stampOf(Date.parse(`${at.replace(' ', 'T')}Z`) - OVERLAP_MS);

/** Null where the key's user may not read the model. */
async function rowsOf(session: Session, each: Feed, since: string, signal: AbortSignal): Promise<Row[] | null> {
  return unlessDenied(async () => {
    const rows = await readTree(session, each.row, {
      model: each.model,
      domain: [['write_date', '>=', since], ...each.domain],
      spec: { ...each.spec, write_date: {} },
      order: 'write_date asc, id asc',
      limit: PAGE,
      signal,
    });
    return rows ?? [];
  });
}
/** The server's own clock: the latest date there is. Ours may differ from it. */
async function latest(session: Session, each: Feed, signal: AbortSignal): Promise<string | null> {
  return unlessDenied(async () => {
    const rows = await session.ask(z.array(z.object(stamped)), {
      model: each.model,
      method: 'search_read',
      args: { domain: each.domain, fields: ['write_date'], order: 'write_date desc', limit: 1 },
      context: { active_test: false },
      signal,
    });
    return rows[0]?.write_date ?? stampOf(session.now());
  });
}
async function unlessDenied<Value>(read: () => Promise<Value>): Promise<Value | null> {
  try {
    return await read();
  } catch (error) {
    const denied = error instanceof ErpError && ['unauthorised', 'unsupported'].includes(error.kind);
    if (denied && !isKeyRefused(error)) return null;
    throw error;
  }
}
/** A model that the feed has followed until now: without a word, its changes would be missing from now on. */
const lost = (model: string) =>
  new ErpError('unauthorised', `no right to ${model} any more`, {
    field: 'key',
    words: `The key's user in Odoo may no longer read ${model}.`,
  });

type Followed = Cursor[string];
/** What is new in one model since it was last followed. Null where the key's user may not read it: the flow that needs it says so itself. */
async function follow(session: Session, each: Feed, before: Followed | null, signal: AbortSignal) {
  let at = before?.at ?? (await latest(session, each, signal));
  if (at === null) return null;
  const seen: Record<string, string> = { ...before?.seen };
  const found: Row[] = [];
  // A page full of what was seen already says nothing of what stands behind it: it begins where the page ended.
  for (let since = back(at); ; ) {
    const rows = await rowsOf(session, each, since, signal);
    if (rows === null && before) throw lost(each.model);
    if (rows === null) return null;
    const fresh = rows.filter((row) => seen[row.id] !== row.write_date);
    found.push(...fresh);
    for (const row of fresh) {
      seen[row.id] = row.write_date;
      if (row.write_date > at) at = row.write_date;
    }
    const last = rows.at(-1)?.write_date;
    if (rows.length < PAGE || (before && fresh.length > 0) || last === undefined || last === since) break;
    since = last;
  }
  const horizon = back(at);
  const kept = Object.fromEntries(Object.entries(seen).filter(([, stamp]) => stamp >= horizon));
  return { found, followed: { at, seen: kept } };
}

/** What changed after the cursor; null means from now on. Odoo keeps no trace of what was deleted. */
export async function changesSince(
  session: Session,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Out<'changes.since'>> {
  const before = cursor === null ? null : cursorOf(cursorSchema, cursor);
  const next: Cursor = {};
  const changes: Change[] = [];
  for (const each of feeds) {
    if (!(await session.fields(each.model, signal))) continue;
    const news = await follow(session, each, before?.[each.model] ?? null, signal);
    if (!news) continue;
    next[each.model] = news.followed;
    if (!before?.[each.model]) continue;
    for (const row of news.found)
      for (const change of each.changes(row as never))
        changes.push(fit(changeSchema, { ...change, at: instantOf(row.write_date) }, each.model));
  }
  // Where prices break was remembered; a break that is new has to be asked for now.
  for (const { kind, id: changed } of changes) if (kind === 'price') session.forget(breaksKey(changed));
  const once = new Map(changes.map((change) => [`${change.kind}|${change.id}|${change.at}`, change]));
  const sorted = [...once.values()].sort((left, right) => left.at.localeCompare(right.at));
  return { changes: sorted, cursor: JSON.stringify(next) };
}
