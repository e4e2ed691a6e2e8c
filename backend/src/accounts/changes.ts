import type { AccountId } from '@backroom/shared';
import type { AccountStore } from '../store/accounts.ts';
import type { Change } from '../store/audit.ts';
import type { Connection } from '../store/connections.ts';

type Configuration = Readonly<Record<string, unknown>>;
/** Longer values, such as certificates, are cut. */
const LONGEST = 200;

/** A value as the audit log may keep it: a password inside an address is left out. */
function shown(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const url = value.includes('@') ? URL.parse(value) : null;
  if (url?.password) {
    url.password = '';
    url.username = '';
    return url.href;
  }
  return value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
}
/** Credentials themselves never leave the sealed column; that they are others is told by this. */
const hidden = Symbol('credentials');

function flat(prefix: string, value: unknown, into: Record<string, unknown>): void {
  if (value !== null && typeof value === 'object' && !Array.isArray(value))
    for (const [name, each] of Object.entries(value)) flat(`${prefix}.${name}`, each, into);
  else into[prefix] = shown(value);
}
function ofConnection({ id, credentials: _, version: __, unfit: ___, ...connection }: Connection): Configuration {
  const into: Record<string, unknown> = {};
  flat(`connection ${id}`, connection, into);
  return into;
}

/** What an admin configured for an account, as one flat list without secrets. */
export async function configurationOf(
  accounts: Pick<AccountStore, 'get' | 'connections'>,
  account: AccountId,
): Promise<{ values: Configuration; [hidden]: ReadonlyMap<string, string> } | null> {
  const [known, connections] = await Promise.all([accounts.get(account), accounts.connections(account)]);
  if (!known) return null;
  const values: Record<string, unknown> = {};
  flat('settings', known.settings, values);
  flat('setup', known.setup, values);
  for (const connection of connections) Object.assign(values, ofConnection(connection));
  return { values, [hidden]: new Map(connections.map(({ id, credentials }) => [id, JSON.stringify(credentials)])) };
}
type Snapshot = Awaited<ReturnType<typeof configurationOf>>;

/** What differs between two configurations. Null where nothing does. */
export function changeBetween(before: Snapshot, after: Snapshot): Change | null {
  if (!before || !after) return null;
  const left: Record<string, unknown> = {};
  const right: Record<string, unknown> = {};
  for (const name of new Set([...Object.keys(before.values), ...Object.keys(after.values)])) {
    const [was, is] = [before.values[name], after.values[name]];
    if (JSON.stringify(was) === JSON.stringify(is)) continue;
    if (was !== undefined) left[name] = was;
    if (is !== undefined) right[name] = is;
  }
  for (const [id, credentials] of after[hidden])
    if (before[hidden].has(id) && before[hidden].get(id) !== credentials) right[`connection ${id}.credentials`] = '•••';
  return Object.keys(left).length + Object.keys(right).length > 0 ? { before: left, after: right } : null;
}
