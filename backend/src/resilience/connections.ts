import type { AccountId } from '@backroom/shared';
import type { ErpAdapter, ErpFactory, ErpOptions } from '../erp/contract/adapter.ts';
import { DEFAULT_MAX_COMMIT_MS, type ErpDescription } from '../erp/contract/description.ts';
import type { ErpPorts } from '../erp/contract/ports.ts';
import { portsFor, type Sent } from '../erp/transport/ports.ts';
import { ProblemError } from '../problems/error.ts';
import { type ErpCallReport, withResilience } from './adapter.ts';

/** `version` changes with each change of the connection. */
type Connected = ErpOptions & { id: string; erp: string; version: string; state: 'live' | 'paused' | 'disconnected' };
type Options = {
  /** Without an id, the account's default connection. */
  connection: (account: AccountId, id?: string) => Promise<Connected | null>;
  factories: Readonly<Record<string, ErpFactory>>;
  writeMs: number;
  /** After each operation. */
  onCall: (account: AccountId, report: ErpCallReport, connection: string) => void;
  /** After each request of an operation. */
  onSent: (account: AccountId, connection: Pick<Connected, 'id' | 'credentials'>) => (sent: Sent) => void;
  /** Tokens of the connection that are used once. */
  granted?: GrantedFor;
};
export type GrantedFor = (account: AccountId, connection: string) => NonNullable<ErpPorts['granted']>;
type Open = {
  account: AccountId;
  version: string;
  adapter: ErpAdapter;
  described: ErpDescription | null;
  askedAt: number;
};

const READ_MS = 7500;
/** Time limit for reading the capabilities of a bridge. */
const DESCRIBE_MS = 2000;
const DESCRIBE_EVERY_MS = 5 * 60_000;
const DESCRIBE_SOON_MS = 5000;
/** Closes the adapter of a changed connection after its running calls. */
const CLOSE_AFTER_MS = 60_000;

/** A numeric setting of the connection. A value that is not a number counts as not set. */
function setting(settings: ErpOptions['settings'], name: string): number | null {
  const value = Number(settings[name]?.trim() || Number.NaN);
  return Number.isFinite(value) && value >= 0 ? value : null;
}
const atLeastOne = (value: number | null) => Math.max(1, Math.floor(value ?? 1));
/** The adapter's capabilities with the admin's overrides for this installation. */
function asConnected(described: ErpDescription, { settings }: Pick<ErpOptions, 'settings'>): ErpDescription {
  const concurrency = setting(settings, 'concurrency');
  const maxCommitMs = setting(settings, 'maxCommitMs');
  return {
    ...described,
    ...(maxCommitMs === null ? {} : { maxCommitMs: Math.ceil(maxCommitMs) }),
    limits: { ...described.limits, ...(concurrency === null ? {} : { concurrency: atLeastOne(concurrency) }) },
  };
}

/** Seconds until an order that is not found counts as missing. Null where the ERP itself prevents duplicates. */
export function settledAfter(described: ErpDescription, connected: Pick<ErpOptions, 'settings'>): number | null {
  const { idempotency, maxCommitMs, settleMs } = asConnected(described, connected);
  return idempotency === 'native' ? null : Math.ceil((settleMs + (maxCommitMs ?? DEFAULT_MAX_COMMIT_MS)) / 1000);
}

/** Open adapters of this process, one per connection version. */
export function createConnections({ connection, factories, writeMs, onCall, onSent, granted }: Options) {
  const open = new Map<string, Open>();
  const keyOf = (account: AccountId, id: string) => `${account}|${id}`;

  function make(account: AccountId, connected: Connected): Open {
    const factory = factories[connected.erp];
    if (!factory) throw new ProblemError('erp_not_connected');
    const ports = portsFor(connected.settings, onSent(account, connected), granted?.(account, connected.id));
    const bare = factory(connected, ports);
    const { version } = connected;
    const made: Open = { account, version, described: null, adapter: bare, askedAt: performance.now() };
    const adapter = withResilience(
      {
        ...bare,
        async describe(input, call) {
          made.described = asConnected(await bare.describe(input, call), connected);
          return made.described;
        },
      },
      {
        concurrency: () => made.described?.limits.concurrency ?? atLeastOne(setting(connected.settings, 'concurrency')),
        readMs: READ_MS,
        writeMs,
        onCall: (report) => onCall(account, report, connected.id),
        of: { 'backroom.account': account, 'backroom.connection': connected.id },
      },
    );
    made.adapter = adapter;
    return made;
  }
  /** Refreshes the capabilities in the background, sooner after a failure. A process that only reads would otherwise keep its first answer for ever. */
  function ask(one: Open): void {
    if (performance.now() - one.askedAt < (one.described ? DESCRIBE_EVERY_MS : DESCRIBE_SOON_MS)) return;
    one.askedAt = performance.now();
    void one.adapter.describe({}, { signal: AbortSignal.timeout(DESCRIBE_MS) }).catch(() => {});
  }
  function close(key: string): void {
    const gone = open.get(key);
    open.delete(key);
    if (gone?.adapter.close) setTimeout(() => void gone.adapter.close?.().catch(() => {}), CLOSE_AFTER_MS).unref();
  }
  async function opened(account: AccountId, id?: string): Promise<Open> {
    const connected = await connection(account, id);
    if (!connected || connected.state === 'disconnected') throw new ProblemError('erp_not_connected');
    // The engine takes it as an ERP that is away: orders wait and spend no attempt.
    if (connected.state === 'paused') throw new ProblemError('connection_paused');
    const key = keyOf(account, connected.id);
    const known = open.get(key);
    if (known?.version === connected.version) {
      ask(known);
      return known;
    }
    if (known) close(key);
    const made = make(account, connected);
    open.set(key, made);
    // A bridge gets one call at a time until its capabilities are known.
    await made.adapter.describe({}, { signal: AbortSignal.timeout(DESCRIBE_MS) }).catch(() => {});
    return made;
  }
  return {
    erpFor: async (account: AccountId, id?: string): Promise<ErpAdapter> => (await opened(account, id)).adapter,
    /** The last known capabilities; null before the first answer. Known capabilities are not read again. */
    describedBy: async (account: AccountId, id?: string): Promise<ErpDescription | null> =>
      (await opened(account, id).catch(() => null))?.described ?? null,
    /** Closes the adapters of a removed account or connection. */
    close(account: AccountId): void {
      for (const [key, each] of open) if (each.account === account) close(key);
    },
  };
}
export type Connections = ReturnType<typeof createConnections>;
