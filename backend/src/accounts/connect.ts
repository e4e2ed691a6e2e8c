import { randomUUID } from 'node:crypto';
import { type AccountId, type Flow, flowSchema } from '@backroom/shared';
import { z } from 'zod';
import type { ErpOptions } from '../erp/contract/adapter.ts';
import { type ErpManifest, tuning } from '../erp/contract/manifest.ts';
import type { ErpPorts } from '../erp/contract/ports.ts';
import { mayReach } from '../erp/transport/outgoing.ts';
import { portsFor, type Sent } from '../erp/transport/ports.ts';
import { operate } from '../monitoring/calls.ts';
import { ProblemError } from '../problems/error.ts';
import { toProblemError } from '../problems/translate.ts';
import { type GrantedFor, settledAfter } from '../resilience/connections.ts';
import type { AccountStore } from '../store/accounts.ts';
import { connectionOptionsSchema } from '../store/connection-options.ts';
import { type Connecting, type Connection, isTestErp, MAIN, type NewConnection } from '../store/connections.ts';
import { type Trial, type TrialName, trialsOf, tryOperation } from './trial.ts';

/** As long as a person waits for a form; a first login at a slow ERP fits in. */
const TEST_MS = 20_000;
const addressSchema = z.url({ protocol: /^https?$/ }).max(500);

/** What an admin entered. `values` by the names of the manifest's fields; an empty text is as if it were absent. */
export type Entered = {
  url: string;
  values: Readonly<Record<string, string>>;
  test: boolean;
  /** Last day of the credentials. Absent or empty: what the adapter knows of them counts. */
  credentialsEnd?: string;
};
/** What the ERP said of itself. `missing`: flows that its adapter or its modules cannot serve. */
export type Tested = {
  version: string;
  company: string;
  currency: string;
  timeZone: string;
  missing: readonly Flow[];
  /** Seconds after which an order that is not found counts as missing; null: the ERP refuses a second order with our reference. */
  settledAfter: number | null;
  /** Whether orders can be created there. */
  takesOrders: boolean;
};

/** Names of the fields that are empty, too long or no address; none: the options for the adapter. */
export function readEntered(manifest: ErpManifest, entered: Entered): { options: ErpOptions } | { wrong: string[] } {
  const given = Object.fromEntries(Object.entries(entered.values).filter(([, value]) => value.trim() !== ''));
  const url = addressSchema.safeParse(entered.url.trim());
  const auth = manifest.auth.safeParse(given);
  const settings = manifest.settings.safeParse(given);
  const tuned = tuning.safeParse(given);
  const wrong = [
    ...(url.success ? [] : ['url']),
    ...(entered.credentialsEnd && !z.iso.date().safeParse(entered.credentialsEnd).success ? ['credentialsEnd'] : []),
    ...new Set([auth, settings, tuned].flatMap((each) => each.error?.issues.map(({ path }) => String(path[0])) ?? [])),
  ];
  if (wrong.length > 0 || !url.success || !auth.success || !settings.success || !tuned.success) return { wrong };
  const { concurrency, commitSeconds, proxy, ca } = tuned.data;
  const texts = (values: Record<string, string | undefined>) =>
    Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
  return {
    options: {
      url: url.data.replace(/\/+$/, ''),
      credentials: texts(auth.data),
      settings: {
        ...texts(settings.data),
        ...(concurrency === undefined ? {} : { concurrency }),
        ...(commitSeconds === undefined ? {} : { maxCommitMs: `${commitSeconds}000` }),
        ...(proxy === undefined ? {} : { proxy }),
        ...(ca === undefined ? {} : { ca }),
        test: entered.test ? 'yes' : 'no',
      },
    },
  };
}

/** Asks the ERP who it is, once: some lock a user after a few wrong passwords. Throws a `ProblemError`. */
async function testConnection(
  manifest: ErpManifest,
  options: ErpOptions,
  onSent?: (sent: Sent) => void,
  granted?: ErpPorts['granted'],
): Promise<Tested> {
  const adapter = manifest.create(options, portsFor(options.settings, onSent, granted));
  const call = { signal: AbortSignal.timeout(TEST_MS) };
  try {
    const health = await operate('health', null, () => adapter.health({}, call));
    const description = await operate('describe', null, () => adapter.describe({}, call));
    const { flows } = description;
    return {
      version: health.version,
      company: health.company,
      currency: health.currency,
      timeZone: health.timeZone,
      missing: flowSchema.options.filter((flow) => !flows.includes(flow)),
      settledAfter: settledAfter(description, options),
      takesOrders: !description.without.includes('orders.create'),
    };
  } catch (error) {
    throw toProblemError(error);
  } finally {
    // What was opened for the test ends with it; a session that cannot be closed ends by itself.
    await adapter.close?.().catch(() => {});
  }
}

const DAY_MS = 86_400_000;
/** When the credentials end: as it was entered, else as the adapter knows it of new ones, else as before. Undefined: as before. */
function endOf(
  { credentialDays }: ErpManifest,
  { credentialsEnd }: Entered,
  isNew: boolean,
  now: Date,
): string | null | undefined {
  if (credentialsEnd) return credentialsEnd;
  if (isNew)
    return credentialDays ? new Date(now.getTime() + credentialDays * DAY_MS).toISOString().slice(0, 10) : null;
  return credentialsEnd === '' ? null : undefined;
}

/** The ERP company that a connection leads to: links and figures of one mean nothing at another. */
export const companyKey = ({ erp, url, settings }: Pick<Connection, 'erp' | 'url' | 'settings'>): string =>
  JSON.stringify([
    erp,
    url.toLowerCase().replace(/\/+$/, ''),
    ...['tenant', 'environment', 'database', 'site', 'business', 'company'].map((name) => settings[name] ?? null),
  ]);

type Parts = {
  accounts: AccountStore;
  manifests: readonly ErpManifest[];
  /** Learns of every request of a test. */
  onSent?: (account: AccountId, connection: Pick<Connection, 'id' | 'credentials'>) => (sent: Sent) => void;
  /** Tokens of a connection that are used once: those of a test are those of the connection that is stored after it. */
  granted?: GrantedFor;
};
export function connections({ accounts, manifests, onSent, granted }: Parts) {
  const manifestOf = (id: string): ErpManifest => {
    const found = manifests.find((each) => each.id === id);
    if (!found) throw new ProblemError('not_found');
    return found;
  };
  /**
   * What was stored counts for a secret that is left empty, as long as it goes the same way to the same address: nowhere else may it be sent. Another proxy with
   * another trusted certificate could read it.
   */
  function withKept(manifest: ErpManifest, entered: Entered, before: Connection | null): Entered {
    if (before?.erp !== manifest.id || URL.parse(before.url)?.origin !== URL.parse(entered.url.trim())?.origin)
      return entered;
    const way = (values: Readonly<Record<string, string>>) =>
      ['proxy', 'ca'].map((name) => values[name]?.trim() ?? '').join('\n');
    if (way(before.settings) !== way(entered.values)) return entered;
    const kept = Object.entries(before.credentials).filter(([name]) => !entered.values[name]?.trim());
    return { ...entered, values: { ...entered.values, ...Object.fromEntries(kept) } };
  }
  /** What was entered, with what is kept, as its adapter takes it. `wrong` fields are named, also those with an address that may not be reached. */
  async function read(
    manifest: ErpManifest,
    entered: Entered,
    before: Connection | null,
  ): Promise<{ options: ErpOptions } | { wrong: string[] }> {
    const read = readEntered(manifest, withKept(manifest, entered, before));
    if ('wrong' in read) return read;
    const { url, settings } = read.options;
    if (!(await mayReach(url))) return { wrong: ['url'] };
    if (settings.proxy !== undefined && !(await mayReach(settings.proxy))) return { wrong: ['proxy'] };
    return read;
  }
  return {
    manifests,
    manifestOf,
    read,
    all: (account: AccountId) => accounts.connections(account),
    /** What the ERP of a connection says of itself just now. */
    test: (account: AccountId, connection: Connection): Promise<Tested> =>
      testConnection(
        manifestOf(connection.erp),
        connection,
        onSent?.(account, connection),
        granted?.(account, connection.id),
      ),
    /** One question to the ERP of a connection, and what came of it. */
    try: (account: AccountId, connection: Connection, name: TrialName, typed: string): Promise<Trial> =>
      tryOperation(manifestOf(connection.erp), connection, name, typed, {
        onSent: onSent?.(account, connection),
        granted: granted?.(account, connection.id),
      }),
    trials: (connection: Connection): Promise<TrialName[]> => trialsOf(manifestOf(connection.erp), connection),
    current: (account: AccountId, id?: string) => accounts.connection(account, id),
    /**
     * Tests what was entered and stores it under `id`: of a connection that is there, or of a new one. `wrong` fields are named; an ERP that refuses or does
     * not answer is a `ProblemError`.
     */
    async connect(
      account: AccountId,
      erp: string,
      entered: Entered,
      id: string,
      who?: Connecting,
    ): Promise<{ tested: Tested } | { wrong: string[] } | { stale: true }> {
      const manifest = manifestOf(erp);
      const before = await accounts.connection(account, id);
      const valid = await read(manifest, entered, before);
      if ('wrong' in valid) return valid;
      const { options } = valid;
      const tested = await testConnection(
        manifest,
        options,
        onSent?.(account, { id, ...options }),
        granted?.(account, id),
      );
      const connection: NewConnection = {
        ...options,
        erp,
        name: `${manifest.name} · ${tested.company}`,
        settings: {
          ...options.settings,
          timeZone: options.settings.timeZone ?? tested.timeZone,
        },
      };
      const moves = before !== null && companyKey(before) !== companyKey(connection);
      const isNew = before === null || JSON.stringify(before.credentials) !== JSON.stringify(connection.credentials);
      const credentialsEnd = endOf(manifest, entered, isNew, who?.at ?? new Date());
      const ends = credentialsEnd === undefined ? {} : { credentialsEnd };
      const done = await accounts.switchTo(account, id, { ...connection, ...ends }, moves, who);
      if (done === 'in_use') throw new ProblemError('connection_in_use');
      return done === 'stale' ? { stale: true } : { tested };
    },
    /** An id for a further connection; the account's first one has a name of its own. */
    async newId(account: AccountId): Promise<string> {
      const all = await accounts.connections(account);
      return all.length === 0 ? MAIN : randomUUID().slice(0, 8);
    },
    change(...[account, id, change, seen]: Parameters<AccountStore['changeConnection']>) {
      // Forms check their fields before. This check keeps out what could not be read back.
      if (change.options && !connectionOptionsSchema.safeParse(change.options).success)
        throw new ProblemError('invalid_input', { field: 'options' });
      return accounts.changeConnection(account, id, change, seen);
    },
    uses: accounts.uses,
    sealTyped: accounts.sealTyped,
    openTyped: accounts.openTyped,
    /** A test ERP is not the default beside a production ERP: every record without a rule would go there. */
    async makeDefault(account: AccountId, id: string): Promise<void> {
      const all = await accounts.connections(account);
      const wanted = all.find((each) => each.id === id);
      if (!wanted) throw new ProblemError('not_found');
      if (isTestErp(wanted) && all.some((each) => !isTestErp(each))) throw new ProblemError('connection_is_test');
      if (!(await accounts.makeDefault(account, id))) throw new ProblemError('not_found');
    },
    /** Forgets the credentials and keeps links, rule and name. Refused while orders are under way. */
    async disconnect(account: AccountId, id: string, who: Connecting & { version: string }): Promise<'done' | 'stale'> {
      const done = await accounts.dropCredentials(account, id, who);
      if (done === 'in_use') throw new ProblemError('connection_in_use');
      return done;
    },
    /** Forgets the ERP, its links and figures. Refused while orders are under way, and for the default of several. */
    async remove(account: AccountId, id: string, who: Connecting): Promise<'done' | 'stale'> {
      const done = await accounts.switchTo(account, id, null, true, who);
      if (done === 'in_use') throw new ProblemError('connection_in_use');
      if (done === 'default') throw new ProblemError('connection_is_default');
      return done;
    },
  };
}
export type Connections = ReturnType<typeof connections>;
