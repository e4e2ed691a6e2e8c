import type { AccountId } from '@backroom/shared';
import type { CrmDeal, SoldDeal } from '../crm/contract/index.ts';
import { ProblemError } from '../problems/error.ts';
import {
  busiestDay,
  checkMatching,
  checkMonitoring,
  checkProducts,
  checkVolumes,
  checkWebhooks,
  checkWriteBack,
} from './crm-checks.ts';
import { checkDuplicates } from './duplicate-checks.ts';
import {
  checkArchitecture,
  checkClock,
  checkConnection,
  checkErrors,
  checkFlows,
  checkMaintenance,
  checkMasters,
  checkPilot,
  checkRights,
} from './erp-checks.ts';
import { checkMapping, checkUnits } from './mapping-checks.ts';
import { checkNative } from './native-check.ts';
import { type CheckId, checkIds, type Outcome } from './outcome.ts';
import { versionsInUse } from './versions.ts';
import { call, type PreflightParts, type World } from './world.ts';

const DAYS = 90;
const PAGES = 5;
/** Records read for the sample: each is a handful of calls to the CRM. */
const SAMPLE = 8;
const day = (at: Date) => at.toISOString().slice(0, 10);

/** Runs every check against the live configuration: the default connection and the CRM as they are now. */
export function createPreflight(parts: PreflightParts) {
  async function soldOf(account: AccountId): Promise<Awaited<ReturnType<World['sold']>>> {
    const crm = await parts.crmFor(account);
    if (!crm.sold) return null;
    const to = parts.now();
    const period = { from: day(new Date(to.getTime() - DAYS * 86_400_000)), to: day(to), timeZone: 'UTC' };
    const deals: SoldDeal[] = [];
    let cursor: string | null = null;
    for (let page = 0; page < PAGES; page += 1) {
      const found: Awaited<ReturnType<typeof crm.sold>> = await crm.sold({ ...period, cursor }, { account, ...call() });
      deals.push(...found.deals);
      cursor = found.cursor;
      if (cursor === null) break;
    }
    return { deals, more: cursor !== null };
  }
  async function sampleOf(account: AccountId, sold: World['sold']): Promise<Awaited<ReturnType<World['sample']>>> {
    const deals: CrmDeal[] = [];
    let unread = 0;
    for (const { id } of (await sold())?.deals.slice(0, SAMPLE) ?? []) {
      const record = await parts.recordFor(account, { type: 'deal', id }).catch(() => null);
      if (record?.type === 'deal') deals.push(record);
      else unread += 1;
    }
    return { deals, unread };
  }
  async function open(id: AccountId): Promise<World> {
    const [account, connection, connections] = await Promise.all([
      parts.accountOf(id),
      parts.connectionOf(id),
      parts.connectionsOf(id),
    ]);
    if (!account) throw new ProblemError('account_unknown');
    if (!connection) throw new ProblemError('erp_not_connected');
    const erp = await parts.erpFor(id, connection.id);
    const description = await erp.describe({}, call()).catch(() => null);
    const sold = once(() => soldOf(id).catch(() => null));
    const sample = once(() => sampleOf(id, sold));
    const manifest = parts.manifestOf(connection.erp);
    return { ...parts, account, connection, connections, manifest, erp, description, sold, sample };
  }
  return {
    versions: (account: AccountId) => versionsInUse(parts, account),
    /** The day on which most deals were won in the last 90 days; null where the CRM names none. */
    async busiestDay(account: AccountId): Promise<{ peak: number; day: string; deals: string } | null> {
      const sold = await soldOf(account);
      const { day, ...most } = sold ? busiestDay(sold) : { day: null, peak: 0, deals: '0' };
      return day === null ? null : { ...most, day };
    },
    /** All checks, or those that are named. */
    async run(id: AccountId, only: readonly CheckId[] = checkIds): Promise<Outcome[]> {
      const world = await open(id);
      const reached = once(() => checkConnection(world));
      const checks: Record<CheckId, () => Outcome | Promise<Outcome>> = {
        connection: async () => (await reached())[0],
        rights: () => checkRights(world),
        flows: () => checkFlows(world),
        masters: () => checkMasters(world),
        matching: () => checkMatching(world),
        duplicates: () => checkDuplicates(world),
        products: () => checkProducts(world),
        mapping: () => checkMapping(world),
        units: () => checkUnits(world),
        architecture: () => checkArchitecture(world),
        native: () => checkNative(world),
        volumes: () => checkVolumes(world),
        errors: () => checkErrors(world),
        monitoring: () => checkMonitoring(world),
        maintenance: async () => checkMaintenance(world, (await reached())[1]),
        clock: () => checkClock(world),
        write_back: () => checkWriteBack(world),
        webhooks: () => checkWebhooks(world),
        pilot: () => checkPilot(world),
      };
      return Promise.all(checkIds.filter((each) => only.includes(each)).map((each) => checks[each]()));
    },
  };
}
export type Preflight = ReturnType<typeof createPreflight>;

/** Asks at the first call, and gives the same answer afterwards. */
function once<Value>(ask: () => Promise<Value>): () => Promise<Value> {
  let asked: Promise<Value> | null = null;
  return () => {
    asked ??= ask();
    return asked;
  };
}
