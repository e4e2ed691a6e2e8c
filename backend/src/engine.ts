import type { AccountId, RecordRef } from '@backroom/shared';
import type { FigureReader } from './cache/figures.ts';
import { figuresOf } from './cache/scope.ts';
import type { CrmAdapter, CrmCall, WriteBack } from './crm/contract/index.ts';
import type { RecordCache } from './deals/records.ts';
import type { ErpManifest } from './erp/contract/manifest.ts';
import { figuresChangedBy } from './flows/figure-keys.ts';
import type { Monitoring } from './monitoring/index.ts';
import type { Logger } from './monitoring/log.ts';
import type { Metrics } from './monitoring/metrics.ts';
import { createConnections, type GrantedFor } from './resilience/connections.ts';
import { type AccountStore, ofMaster } from './store/accounts.ts';
import { databaseClock } from './store/clock.ts';
import { linkStore } from './store/links.ts';
import { statusShown } from './store/mapping.ts';
import type { Db } from './store/open.ts';
import { createSubmissionEngine } from './submissions/engine.ts';
import type { TestHooks } from './submissions/unsafe.ts';
import { tracedSubmissions } from './traced-submissions.ts';

/** How long a write to the ERP is waited for. What comes later is found by the look-up. */
const WRITE_MS = 20_000;

/** An admin reads it to the minute; a statement for each call would double what a panel costs. */
const USE_EVERY_MS = 60_000;
/** Notes that an ERP answered, once a minute for each connection. */
function useNotes(note: AccountStore['noteUse'], now: () => Date, onError: (error: unknown) => void) {
  const noted = new Map<string, number>();
  return (account: AccountId, connection: string): void => {
    const key = `${account}|${connection}`;
    const at = now();
    if (at.getTime() - (noted.get(key) ?? 0) < USE_EVERY_MS) return;
    noted.set(key, at.getTime());
    note(account, connection, at).catch(onError);
  };
}

type Parts = {
  db: Db;
  accounts: AccountStore;
  granted: GrantedFor;
  erps: readonly ErpManifest[];
  crmFor: (account: AccountId) => Promise<CrmAdapter>;
  callOf: (account: AccountId) => CrmCall;
  records: RecordCache;
  /** The engine wrote these fields on the record. */
  noteWritten: (account: AccountId, record: RecordRef, fields: WriteBack) => Promise<void>;
  figures: FigureReader;
  forgetReads: () => void;
  metrics: Metrics;
  monitoring: Monitoring;
  logger: Logger;
  now: () => Date;
  hooks: TestHooks;
};

/** The connections to the ERPs, and the engine that writes through them and tells the CRM. */
export function openEngine(parts: Parts) {
  const { accounts, figures, records, metrics, monitoring, logger, now, hooks } = parts;
  const uses = useNotes(accounts.noteUse, now, (error) => logger.error({ err: error }, 'use of a connection'));
  const connections = createConnections({
    connection: accounts.connection,
    factories: Object.fromEntries(parts.erps.map(({ id, create }) => [id, create])),
    writeMs: hooks.writeMs ?? WRITE_MS,
    onSent: monitoring.erpSent,
    granted: parts.granted,
    onCall(account, { operation, ms, error }, connection) {
      monitoring.erpCalled(account, connection, { operation, ms, error });
      if (!error) uses(account, connection);
      metrics.erpCalls.observe({ operation, outcome: error?.kind ?? 'ok' }, ms / 1000);
      logger.debug({ account, operation, ms: Math.round(ms), outcome: error?.kind ?? 'ok' }, 'erp call');
    },
  });
  /** The order's status in the words of the connection that it went to. */
  async function withStatus(account: AccountId, record: RecordRef, fields: WriteBack): Promise<WriteBack> {
    if (!fields.orderStatus) return fields;
    const mapped = (await accounts.connections(account)).filter(
      ({ options }) => Object.keys(options.mapping.statuses).length > 0,
    );
    const id = mapped.length > 0 ? await submissions.connectionOf(account, record) : null;
    const found = mapped.find((each) => each.id === id);
    return found ? { ...fields, orderStatus: statusShown(found.options.mapping, fields.orderStatus) } : fields;
  }
  const submissions = createSubmissionEngine({
    db: parts.db,
    clock: databaseClock,
    connectionsOf: async (account) => (await accounts.connections(account)).map(({ id }) => id),
    erpFor: connections.erpFor,
    describedBy: connections.describedBy,
    unfit: async (account, connection) => (await accounts.connection(account, connection))?.unfit ?? null,
    markUnfit: accounts.markUnfit,
    async writeBack(account, record, fields) {
      const owner = await accounts.get(account);
      if (owner && !owner.settings.writeBack) return;
      const shown = await withStatus(account, record, fields);
      const told = owner ? ofMaster(owner, shown) : shown;
      if (Object.keys(told).length === 0) return;
      await (await parts.crmFor(account)).writeBack(record, told, parts.callOf(account));
      records.forget(account, record);
      await parts.noteWritten(account, record, told);
    },
    link: (trx, { account, connection, record, customer, actor }) =>
      linkStore(trx, connection).putFirst(account, record, customer, actor, now()),
    async changed(account, payload, connection) {
      if (payload.kind === 'customer') return parts.forgetReads();
      const keys = figuresChangedBy(payload);
      for (const each of await accounts.onSameErp(account, connection))
        await figuresOf(figures, each.connection).invalidate(each.account, keys);
    },
    onError: (error) => logger.error({ err: error }, 'submissions'),
    now,
    hooks,
  });
  return { connections, submissions: tracedSubmissions(submissions) };
}
