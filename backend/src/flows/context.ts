import type { AccountId, Check, Flow, PanelResult, ProblemCode, RecordRef } from '@backroom/shared';
import { dayIn } from '@backroom/shared';
import type { Locale } from '@backroom/shared/messages/locale';
import { makeProblem } from '@backroom/shared/messages/problems';
import type { Identity, RecordIdentity } from '../accounts/identity.ts';
import { routed, servedTo, servesAll } from '../accounts/routing.ts';
import { type Figures, figuresOf } from '../cache/scope.ts';
import type { Trace } from '../cache/trace.ts';
import type { CrmRecord } from '../crm/contract/index.ts';
import { type DealIdentity, dealIdentity } from '../deals/identity.ts';
import type { OwnOrdersTold } from '../deals/own-orders.ts';
import type { RecordAge } from '../deals/records.ts';
import type { ErpAdapter } from '../erp/contract/index.ts';
import { ProblemError } from '../problems/error.ts';
import { toProblemError } from '../problems/translate.ts';
import { type Account, type AccountStore, flowIsOnAt } from '../store/accounts.ts';
import type { AuditEvent } from '../store/audit.ts';
import type { WritingFlow } from '../store/connection-options.ts';
import type { Connection } from '../store/connections.ts';
import type { Link, LinkStore } from '../store/links.ts';
import type { OrderEntryStore } from '../store/order-entries.ts';
import type { QuoteChoiceStore } from '../store/quote-choices.ts';
import type { SubmissionEngine } from '../submissions/engine.ts';
import { followed } from './customers/follow.ts';
import type { Approvals } from './orders/approval.ts';
import type { PreviewTimes } from './orders/previews.ts';

/** Why a deal was not converted without a person: its problem, or the checks to look at. */
export type LeftToPerson = { problem: ProblemCode | null; checks: readonly Check[] };

/** What a flow's service may use; built once by `main.ts`. In a context, links and figures are those of its connection. */
export type Services = {
  accounts: AccountStore;
  links: LinkStore;
  identity: Identity;
  figures: Figures;
  submissions: SubmissionEngine;
  quoteChoices: QuoteChoiceStore;
  orderEntries: OrderEntryStore;
  approvals: Approvals;
  /** What an automation left to a person; null: nothing of this deal. */
  leftToPerson: (account: AccountId, deal: string) => Promise<LeftToPerson | null>;
  /** Without a connection the account's default one. */
  erpFor: (account: AccountId, connection?: string) => Promise<ErpAdapter>;
  /** `unhurried`: nobody waits for it, and reads of people go first. */
  recordFor: (account: AccountId, ref: RecordRef, age: RecordAge, unhurried?: boolean) => Promise<CrmRecord>;
  /** Throws `record_not_found` where the CRM does not show the record to this user. */
  requireView: (asker: Pick<Asker, 'account' | 'userId' | 'only'>, ref: RecordRef) => Promise<void>;
  /** The name of each CRM by its id, for people. */
  crmNames: Readonly<Record<string, string>>;
  /** What makes orders of the account's deals without Backroom. */
  ownOrders: (account: AccountId) => Promise<OwnOrdersTold>;
  previews: PreviewTimes;
  /** Something is sold to the company: its mapped fields are compared with the ERP's. */
  companyUsed: (account: AccountId, company: string) => Promise<void>;
  /** Notes in the account's audit log. */
  note: (account: AccountId, actor: string, event: AuditEvent, target: string) => Promise<void>;
  /** Begins to read what is stored of a record, in one statement. `since`: what was read before that instant of `performance.now()` is read again. */
  foresee: (account: AccountId, ref: RecordRef, since?: number | null) => void;
  now: () => Date;
};

/** For callers who are no person with a page open: the CRM, or an admin's key, proved that they may see the account's records. */
export const unseen = (services: Services): Services => ({ ...services, requireView: async () => {} });

/** One request's view: who asks, about which record, in which language. */
export type Context = {
  services: Services;
  account: Account;
  /** The ERP company that this record goes to. */
  connection: Connection;
  /** The account has more than one: a card says which it shows. */
  severalConnections: boolean;
  erp: ErpAdapter;
  actor: string;
  locale: Locale;
  reference: string;
  record: CrmRecord;
  /** The company of the record; null on a deal without one. */
  company: RecordRef | null;
  link: Link | null;
  /** What the record and its company were called before they were merged. */
  former: RecordIdentity;
  /** What the deal's order goes by; null on a company. */
  identity: DealIdentity | null;
  /** Panels whose figures the rep asked to be read anew. */
  refresh: ReadonlySet<string>;
  /** What was read of the ERP since then need not be read again; null: everything that must be fresh is read. */
  since: number | null;
  /** When this request began. */
  began: number;
};

export type Asker = {
  account: AccountId;
  actor: string;
  userId: string;
  locale: Locale;
  reference: string;
  /** The one record that the caller may ask about: `Caller.only`. */
  only?: RecordRef | null;
};

/**
 * The ERP company that the record goes to, for this person. An order stays with the connection that it was submitted to, whatever the rules say by now;
 * where that one is gone, or no connection serves the record, there is none.
 */
async function connectionOf(
  { submissions }: Services,
  { account, actor }: Asker,
  connections: readonly Connection[],
  record: CrmRecord,
): Promise<Connection> {
  const served = servedTo(connections, actor);
  const { type, id } = record;
  const kept = type === 'deal' && connections.length > 1 ? await submissions.connectionOf(account, { type, id }) : null;
  const [only] = connections;
  const found =
    only && connections.length === 1
      ? only
      : kept === null
        ? routed(served, record)
        : connections.find((each) => each.id === kept);
  if (!found) throw new ProblemError(served.length < connections.length ? 'pilot_only' : 'erp_not_connected');
  const { pilots } = found.options;
  if (!served.includes(found) || (pilots !== null && !pilots.includes(actor.toLowerCase())))
    throw new ProblemError('pilot_only');
  return found;
}

/** The account and its connections, where this user may use them. */
async function accountFor({ accounts }: Pick<Services, 'accounts'>, asker: Pick<Asker, 'account' | 'actor'>) {
  const [account, connections] = await Promise.all([accounts.get(asker.account), accounts.connections(asker.account)]);
  if (!account) throw new ProblemError('account_unknown');
  if (account.state === 'disconnected') throw new ProblemError('account_disconnected');
  if (connections.length === 0) throw new ProblemError('erp_not_connected');
  const { pilots } = account.setup;
  if (pilots !== null && !pilots.includes(asker.actor.toLowerCase())) throw new ProblemError('pilot_only');
  return { account, connections };
}
/** Throws where this user may not see this record here. Asked for each request, whatever is remembered of the answer. */
export async function admit(
  services: Pick<Services, 'accounts' | 'requireView'>,
  asker: Pick<Asker, 'account' | 'actor' | 'userId' | 'only'>,
  ref: RecordRef,
): Promise<void> {
  await accountFor(services, asker);
  await services.requireView(asker, ref);
}

const ageOf = ({ fresh, refresh = [] }: { fresh?: boolean; refresh?: readonly string[] }): RecordAge =>
  fresh ? 'fresh' : refresh.length > 0 ? 'recent' : 'remembered';

/** Loads what every panel of a record needs: two reads of our own database, and the CRM's record. */
export async function openContext(
  shared: Services,
  asker: Asker,
  ref: RecordRef,
  more: {
    refresh?: readonly string[];
    fresh?: boolean;
    trace?: Pick<Trace, 'stop'>;
    converts?: boolean;
    unhurried?: boolean;
    /** When the request began to read what is stored; now without. */
    storedSince?: number;
  } = {},
): Promise<Context> {
  const began = shared.now().getTime();
  shared.foresee(asker.account, ref, more.fresh ? (more.storedSince ?? performance.now()) : null);
  const { account, connections } = await accountFor(shared, asker);
  if (!servesAll(connections)) more.trace?.stop();
  const [record] = await Promise.all([
    shared.recordFor(asker.account, ref, ageOf(more), more.unhurried),
    shared.requireView(asker, ref),
  ]);
  const connection = await connectionOf(shared, asker, connections, record);
  const erp = await shared.erpFor(asker.account, connection.id);
  const services: Services = {
    ...shared,
    links: shared.links.of(connection.id),
  };
  const company: RecordRef | null =
    record.type === 'company'
      ? { type: 'company', id: record.id }
      : record.company && { type: 'company', id: record.company.id };
  // In one statement with the merges of the company.
  if (company) services.links.get(asker.account, company).catch(() => {});
  // Before the link is used: a merge that only the record tells of moves it.
  const former = await services.identity.of(asker.account, record, ref);
  const identity = record.type === 'deal' ? await dealIdentity(services, account.id, record, former) : null;
  const since =
    more.converts && identity
      ? shared.previews.since({ account: account.id, deal: record.id, revision: identity.revision })
      : null;
  services.figures = figuresOf(shared.figures, connection.id, since);
  const linked = company && (await services.links.get(asker.account, company));
  const link =
    linked &&
    (await followed(
      services,
      { account: account.id, connection: connection.id },
      erp,
      linked,
      more.fresh ? { since } : null,
    ));
  return {
    services,
    account,
    connection,
    severalConnections: connections.length > 1,
    erp,
    // An answer that contains either is this request's own.
    get actor() {
      more.trace?.stop();
      return asker.actor;
    },
    locale: asker.locale,
    get reference() {
      more.trace?.stop();
      return asker.reference;
    },
    record,
    company,
    link,
    former,
    identity,
    refresh: new Set(more.refresh ?? []),
    since,
    began,
  };
}

/** The day in the ERP company's calendar. */
export function today(ctx: Context): string {
  return dayIn(ctx.connection.settings.timeZone ?? 'UTC', ctx.services.now());
}
export function identityOf(ctx: Context): DealIdentity {
  if (!ctx.identity) throw new ProblemError('panel_unknown');
  return ctx.identity;
}
export function linkedCustomer(ctx: Context): Link['customer'] {
  if (!ctx.company) throw new ProblemError('no_company');
  if (!ctx.link) throw new ProblemError('customer_not_linked');
  return ctx.link.customer;
}
export function requireFlow(ctx: Context, flow: Flow): void {
  if (!flowIsOnAt(ctx.account, ctx.connection, flow)) throw new ProblemError('flow_off');
}
/** Whether Backroom writes into this ERP for that flow, or only reads. */
export const writes = ({ connection }: Context, flow: WritingFlow): boolean =>
  !connection.options.readOnly.includes(flow);
export function requireWriting(ctx: Context, flow: WritingFlow): void {
  if (!writes(ctx, flow)) throw new ProblemError('flow_read_only');
}

/** Past this a panel answers "pending" and the card asks again: HubSpot cuts at 15 s, and nobody looks at a blank card that long. */
const HARD_MS = 8000;

/** Runs one panel so that neither its failure nor its slowness touches the others. */
export async function panel<Data>(ctx: Context, work: () => Promise<PanelResult<Data>>): Promise<PanelResult<Data>> {
  let timer: NodeJS.Timeout | undefined;
  const slow = new Promise<PanelResult<Data>>((done) => {
    timer = setTimeout(() => done({ state: 'pending', pollAfterMs: 1500 }), HARD_MS);
  });
  try {
    return await Promise.race([work(), slow]);
  } catch (error) {
    const { code, more } = toProblemError(error);
    const { cause: _, ...words } = more;
    return { state: 'problem', problem: makeProblem(code, ctx.locale, ctx.reference, words) };
  } finally {
    clearTimeout(timer);
  }
}
/** Reads once for all panels of a request. */
export function oncePerRequest<Value>(read: (ctx: Context) => Promise<Value>): (ctx: Context) => Promise<Value> {
  const known = new WeakMap<Context, Promise<Value>>();
  return (ctx) => {
    const reading = known.get(ctx) ?? read(ctx);
    known.set(ctx, reading);
    return reading;
  };
}
/** A read of an adapter outlives the request that began it: others may wait for the same figure. */
export const readSignal = (): AbortSignal => AbortSignal.timeout(30_000);
export const explain = (error: unknown) => toProblemError(error).code;
