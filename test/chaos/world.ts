import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyEmbedded } from '../../backend/test/databases.ts';
import type { OneOfMany } from '../../extension/playground/server/hubspot/many.ts';
import { freePorts } from '../support/ports.ts';
import { type Erp, type ErpName, startErp } from './erps.ts';
import { type Database, startPostgres } from './postgres.ts';
import { answers, cleanAtExit, type Part, part } from './processes.ts';
import { type ChaosProxy, startProxy } from './proxy.ts';

export type StoreKind = 'pglite' | 'postgres';
export type WorldOptions = {
  store: StoreKind;
  erp: ErpName;
  /** Deals that the CRM holds for this run. */
  deals: number;
  /** Parts whose clock can be moved. */
  movable?: boolean;
  /** Where the backend keeps its data; a small disk, for the case that fills it. */
  backendDir?: string;
  env?: Record<string, string>;
  /** Folder of an earlier release: the first worker runs its code, and is there before this release changes the tables. */
  earlier?: string;
  /** What the database server writes to its log. */
  onDatabaseLog?: (text: string) => void;
};
export type Backend = Part & { role: 'all' | 'web' | 'worker'; url: string | null };
export type World = {
  dir: string;
  backendDir: string;
  store: StoreKind;
  erp: Erp;
  crm: Part;
  crmUrl: string;
  /** The `index`th deal that can be converted. */
  deal: (index: number) => OneOfMany;
  proxy: ChaosProxy;
  database: Database | null;
  backends: Backend[];
  /** The processes that answer requests, and those that write to the ERP: the same one on PGlite. */
  webs: Backend[];
  workers: Backend[];
  /** The worker that runs an earlier release's code; null where there is none. */
  earlier: Backend | null;
  /** How far the backends' clocks are ahead, in milliseconds. */
  clock: () => number;
  moveClock: (ms: number, who?: 'everybody' | 'backends') => Promise<void>;
  /** Everything runs, nothing is in the way, clocks stay as they are. */
  heal: () => Promise<void>;
  /** Copies the backend's database while nothing runs on it. Gives what puts the copy back: all that was kept since is gone. */
  backUp: () => Promise<() => Promise<void>>;
  end: () => Promise<void>;
};

/** HubSpot lets an account ask 110 times in ten seconds; what is proved here is the engine, so the stand-in asks for no pause. */
const BACKEND = join('backend', 'src', 'main.ts');
const PLAYGROUND_BACKEND = join('extension', 'playground', 'server', 'backend.ts');
const CRM_LIMIT = '1000000';
/** Place in the list of backends. */
const EARLIER_WORKER = 2;

/** The whole product as in an installation, each part its own process, with a proxy of ours between backend and ERP. */
export async function startWorld(options: WorldOptions): Promise<World> {
  const dir = mkdtempSync(join(tmpdir(), 'backroom-chaos-'));
  const remove = cleanAtExit(() => rmSync(dir, { recursive: true, force: true }));
  // Postgres runs as somebody else and has to get to its folder.
  chmodSync(dir, 0o755);
  const backendDir = options.backendDir ?? join(dir, 'data');
  mkdirSync(backendDir, { recursive: true });
  if (options.store === 'pglite') await copyEmbedded(join(backendDir, 'backend'));
  const movable = options.movable ?? false;
  const count = options.store === 'pglite' ? 1 : 4;
  const [erpPort = 0, crmPort = 0, proxyPort = 0, databasePort = 0, ...ports] = await freePorts(4 + count);
  const erp = await startErp(options.erp, { port: erpPort, dir, movable });
  const proxy = await startProxy({ port: proxyPort, erp });
  const database =
    options.store === 'postgres'
      ? await startPostgres({
          dir: backendDir,
          port: databasePort,
          ...(options.onDatabaseLog ? { onLog: options.onDatabaseLog } : {}),
        })
      : null;
  const crmUrl = `http://127.0.0.1:${crmPort}`;
  const logFile = (name: string) => join(dir, 'logs', `${name}.log`);
  const secrets = {
    PUBLIC_ORIGIN: 'https://app.backroom.example',
    HUBSPOT_CLIENT_SECRET: 'playground-secret-not-for-production',
  };
  const crm = part({
    name: 'crm',
    args: [join('extension', 'playground', 'server', 'main.ts')],
    env: {
      ...secrets,
      BACKROOM_DATA: dir,
      PLAYGROUND_PORT: String(crmPort),
      PLAYGROUND_DEALS: String(options.deals),
      PLAYGROUND_CRM_LIMIT: CRM_LIMIT,
      BACKEND_URL: `http://127.0.0.1:${ports[0]}`,
      ...erp.env(`http://127.0.0.1:${erp.port}`),
    },
    logFile: logFile('crm'),
    ready: answers(`${crmUrl}/__context`),
    movable,
  });
  const roles: Backend['role'][] = options.store === 'pglite' ? ['all'] : ['web', 'web', 'worker', 'worker'];
  const backends = roles.map((role, index): Backend => {
    const url = role === 'worker' ? null : `http://127.0.0.1:${ports[index]}`;
    const own = String(ports[index]);
    const name = `${role}${index + 1}`;
    return {
      role,
      url,
      ...part({
        name,
        // One of them installs the demonstration's account; the others find it.
        args: [index === 0 ? PLAYGROUND_BACKEND : BACKEND, `--role=${role}`],
        env: {
          ...secrets,
          ...(role === 'worker' ? { METRICS_PORT: own } : { PORT: own }),
          BACKROOM_DATA: backendDir,
          ...(database ? { DATABASE_URL: database.url } : {}),
          HUBSPOT_CLIENT_ID: 'playground',
          HUBSPOT_APP_ID: '99',
          HUBSPOT_API_BASE: `${crmUrl}/hubspot-api`,
          HUBSPOT_AUTHORIZE_BASE: `${crmUrl}/hubspot-api`,
          SALESFORCE_CLIENT_ID: 'playground',
          SALESFORCE_LOGIN_URL: `${crmUrl}/salesforce-api`,
          ENCRYPTION_KEY: Buffer.from('playground key, 32 bytes exactly').toString('base64'),
          ...erp.env(proxy.url),
          ERP_PRIVATE_ADDRESSES: 'all',
          ...(url ? { BROWSER_ORIGIN: url } : {}),
          LOG_LEVEL: 'error',
          ...options.env,
        },
        logFile: logFile(name),
        ready: answers(`http://127.0.0.1:${own}/readyz`),
        // The first start asks a real ERP for customers, products and credit, one after the other; and on a machine that others use, every start takes minutes.
        readySeconds: options.erp === 'demo' ? 300 : 900,
        movable,
        ...(options.earlier && index === EARLIER_WORKER ? { root: options.earlier } : {}),
      }),
    };
  });
  const earlier = options.earlier ? backends[EARLIER_WORKER] : undefined;
  let offset = 0;
  async function heal(): Promise<void> {
    proxy.setRule(null);
    await proxy.listen();
    for (const each of [erp.part, crm, ...backends]) each.resume();
    await Promise.all([erp.part.start(), crm.start()]);
    // The first one brings the tables and the account; then the others. An earlier release does not start on tables that it does not know.
    for (const each of [...(earlier ? [earlier] : []), ...backends]) await each.start();
  }
  async function whileStopped(work: () => void): Promise<void> {
    for (const each of backends) await each.kill();
    await database?.kill();
    work();
    await database?.start();
    await heal();
  }
  await heal();
  const dead = [crm, ...backends].find((each) => !each.alive());
  if (dead) throw new Error(`${dead.name} does not start:\n${dead.log()}`);
  return {
    dir,
    backendDir,
    store: options.store,
    erp,
    crm,
    crmUrl,
    deal: await erp.deals(options.deals, crmUrl),
    proxy,
    database,
    backends,
    webs: backends.filter(({ role }) => role !== 'worker'),
    workers: backends.filter(({ role }) => role !== 'web'),
    earlier: earlier ?? null,
    clock: () => offset,
    async moveClock(ms, who = 'everybody') {
      offset = ms;
      const others = who === 'everybody' ? [erp.part, crm] : [];
      for (const each of [...backends, ...others]) await each.moveClock(ms);
    },
    heal,
    async backUp() {
      const copy = join(dir, 'backup');
      // With owners and rights, which Postgres insists on.
      const put = (from: string, to: string) => {
        rmSync(to, { recursive: true, force: true });
        execFileSync('cp', ['-a', from, to]);
      };
      await whileStopped(() => put(backendDir, copy));
      return () => whileStopped(() => put(copy, backendDir));
    },
    async end() {
      for (const each of backends) each.resume();
      await Promise.all(backends.map((each) => each.stop()));
      erp.part.resume();
      await Promise.all([erp.part.stop(), crm.stop(), proxy.close()]);
      await erp.end();
      await database?.stop().catch(() => {});
      remove();
    },
  };
}
