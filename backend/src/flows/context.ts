import type { AccountId, Flow, PanelResult, RecordRef } from '@backroom/shared';
import type { Locale } from '@backroom/shared/messages/locale';
import { makeProblem } from '@backroom/shared/messages/problems';
import type { Identity, RecordIdentity } from '../accounts/identity.ts';
import type { FigureReader } from '../cache/figures.ts';
import type { CrmRecord } from '../crm/contract/index.ts';
import { type DealIdentity, dealIdentity } from '../deals/identity.ts';
import type { ErpAdapter } from '../erp/contract/index.ts';
import { ProblemError } from '../problems/error.ts';
import { toProblemError } from '../problems/translate.ts';
import { type Account, type AccountStore, type Connection, flowIsOn } from '../store/accounts.ts';
import type { Link, LinkStore } from '../store/links.ts';
import type { QuoteChoiceStore } from '../store/quote-choices.ts';
import type { SubmissionEngine } from '../submissions/engine.ts';
import { followed } from './customers/follow.ts';

/** What a flow's service may use; built once by `main.ts`. */
export type Services = {
  accounts: AccountStore;
  links: LinkStore;
  identity: Identity;
  figures: FigureReader;
  submissions: SubmissionEngine;
  quoteChoices: QuoteChoiceStore;
  erpFor: (account: AccountId) => Promise<ErpAdapter>;
  /** `fresh`: past the short cache, for whatever is about to be written. */
  recordFor: (account: AccountId, ref: RecordRef, fresh: boolean) => Promise<CrmRecord>;
  /** Throws `record_not_found` where the CRM does not show the record to this user. */
  requireView: (asker: Pick<Asker, 'account' | 'userId'>, ref: RecordRef) => Promise<void>;
  /** The name of each CRM by its id, for people. */
  crmNames: Readonly<Record<string, string>>;
  now: () => Date;
};

/** One request's view: who asks, about which record, in which language. */
export type Context = {
  services: Services;
  account: Account;
  connection: Connection;
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
};

export type Asker = { account: AccountId; actor: string; userId: string; locale: Locale; reference: string };

/** Loads what every panel of a record needs. Three small reads of our own database, and the CRM's record. */
export async function openContext(
  services: Services,
  asker: Asker,
  ref: RecordRef,
  more: { refresh?: readonly string[]; fresh?: boolean } = {},
): Promise<Context> {
  const [account, connection] = await Promise.all([
    services.accounts.get(asker.account),
    services.accounts.connection(asker.account),
  ]);
  if (!account) throw new ProblemError('account_unknown');
  if (account.state === 'disconnected') throw new ProblemError('account_disconnected');
  if (!connection) throw new ProblemError('erp_not_connected');
  const [erp, record] = await Promise.all([
    services.erpFor(asker.account),
    services.recordFor(asker.account, ref, more.fresh ?? false),
    services.requireView(asker, ref),
  ]);
  const company: RecordRef | null =
    record.type === 'company'
      ? { type: 'company', id: record.id }
      : record.company && { type: 'company', id: record.company.id };
  // Before the link is read: a merge that only the record tells of moves it.
  const former = await services.identity.of(asker.account, record, ref);
  const identity = record.type === 'deal' ? await dealIdentity(services, account.id, record, former) : null;
  const linked = company && (await services.links.get(asker.account, company));
  const link = linked && (await followed(services, account, erp, linked, more.fresh ?? false));
  return {
    services,
    account,
    connection,
    erp,
    actor: asker.actor,
    locale: asker.locale,
    reference: asker.reference,
    record,
    company,
    link,
    former,
    identity,
    refresh: new Set(more.refresh ?? []),
  };
}

/** Making one costs more than the rest of a warm panel. */
const calendars = new Map<string, Intl.DateTimeFormat>();
function calendarOf(timeZone: string): Intl.DateTimeFormat {
  const calendar = calendars.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone });
  calendars.set(timeZone, calendar);
  return calendar;
}
/** The day in the ERP company's calendar. */
export function today(ctx: Context): string {
  return calendarOf(ctx.connection.settings.timeZone ?? 'UTC').format(ctx.services.now());
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
  if (!flowIsOn(ctx.account, flow)) throw new ProblemError('flow_off');
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
