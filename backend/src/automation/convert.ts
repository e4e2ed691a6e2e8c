import { randomUUID } from 'node:crypto';
import type { Check, ProblemCode } from '@backroom/shared';
import type { CrmDeal } from '../crm/contract/index.ts';
import { type Asker, type Context, openContext, type Services, unseen } from '../flows/context.ts';
import { isBlocking } from '../flows/orders/checks/index.ts';
import { convert } from '../flows/orders/convert.ts';
import { previewOf } from '../flows/orders/preview.ts';
import { ProblemError } from '../problems/error.ts';
import { toProblemError } from '../problems/translate.ts';
import type { Findings } from './rows.ts';
import type { Total } from './views.ts';

/** What became of a conversion that nobody watches. `later`: what is wrong passes by itself. */
export type Outcome = { deal: string; name: string | null; company: string | null; revision: string | null } & (
  | { state: 'ordered'; submission: string }
  | { state: 'person' | 'nothing'; findings: Findings }
  | { state: 'later'; findings: Findings; afterMs: number | null }
);

/** Checks that say that the ERP does not answer. They may be gone an hour later. */
const unanswered: ReadonlySet<Check['code']> = new Set([
  'erp_unavailable',
  'products_not_known',
  'customer_not_known',
  'figures_stale',
]);
const absent: ReadonlySet<string> = new Set(['erp_timeout', 'erp_unreachable', 'erp_busy', 'store_unavailable']);
const passesBy = ({ code, values }: Check): boolean =>
  unanswered.has(code) || (code === 'figure_missing' && absent.has(String(values.reason)));

const transient: ReadonlySet<ProblemCode> = new Set([
  ...(['erp_unreachable', 'erp_timeout', 'erp_busy', 'erp_uncertain', 'crm_unreachable', 'crm_busy'] as const),
  ...(['store_unavailable', 'quote_changed', 'idempotency_in_progress'] as const),
]);
/** Nothing is there to convert, and nobody has to do anything about it. */
const moot: ReadonlySet<ProblemCode> = new Set(['record_not_found', 'already_converted']);

/** What a person has to look at: every check but mere notes. */
const toLookAt = (checks: readonly Check[]): Check[] =>
  checks.filter((each) => isBlocking(each) || each.level === 'warn' || each.code === 'possible_twin');

export const nobody = { userId: '', locale: 'en' } as const;

type Looked = { state: 'nothing'; findings: Findings } | { name: string | null; company: string | null; deal: string };
async function lookAt(
  { recordFor }: Services,
  account: Asker['account'],
  { deal, wanted }: { deal: string; wanted: (deal: CrmDeal) => Findings | null },
): Promise<Looked | null> {
  const record = await recordFor(account, { type: 'deal', id: deal }, 'recent', true).catch(() => null);
  if (record?.type !== 'deal') return null;
  const findings = wanted(record);
  if (findings) return { state: 'nothing', findings };
  return { deal: record.id, name: record.name || null, company: record.company?.name || null };
}

/**
 * Converts a deal as the button does, with the same preview, checks, policies and approvals; no warning is accepted, so that whatever a person has to
 * confirm is left to a person. `wanted`: why there is nothing to convert; null: there is.
 */
export async function convertUnwatched(
  services: Services,
  asker: Pick<Asker, 'account' | 'actor'>,
  request: {
    id: string;
    deal: string;
    wanted: (deal: CrmDeal) => Findings | null;
    /** What a person picked: the revision that was looked at, and the warnings of it that were seen. */
    picked?: { revision: string; warnings: readonly string[] } | null;
  },
): Promise<Outcome> {
  let ctx: Context | null = null;
  let about = { deal: request.deal, name: null as string | null, company: null as string | null };
  let revision: string | null = null;
  try {
    const who: Asker = { ...asker, ...nobody, reference: randomUUID() };
    ctx = await openContext(
      unseen(services),
      who,
      { type: 'deal', id: request.deal },
      { fresh: true, unhurried: true },
    );
    if (ctx.record.type !== 'deal' || !ctx.identity) throw new ProblemError('record_not_found');
    // The survivor's, where the deal was merged.
    about = { deal: ctx.record.id, name: ctx.record.name || null, company: ctx.record.company?.name || null };
    revision = ctx.identity.revision;
    const findings = request.wanted(ctx.record);
    if (findings) return { ...about, revision, state: 'nothing', findings };
    const order = {
      dealId: ctx.record.id,
      revision: request.picked?.revision ?? revision,
      acceptedWarnings: [...(request.picked?.warnings ?? [])] as Check['code'][],
    };
    const { id } = await convert(ctx, order, `automation:${request.id}:${revision}`);
    return { ...about, revision, state: 'ordered', submission: id };
  } catch (error) {
    const { code, more } = toProblemError(error);
    const asked = code === 'preview_blocked' || code === 'approval_waiting' || code === 'approval_rejected';
    const checks = asked && ctx ? toLookAt((await previewOf(ctx)).preview.checks) : [];
    const findings: Findings = { problem: code, words: more.detail ?? null, checks };
    const told = { ...about, revision, findings };
    if (code === 'internal') throw error;
    // Refused before the record was looked at: nobody is asked about a deal that there is nothing to convert of.
    const unread =
      ctx === null && error instanceof ProblemError ? await lookAt(services, asker.account, request) : null;
    if (unread && 'state' in unread) return { ...told, ...unread };
    if (unread) Object.assign(told, unread);
    if (moot.has(code)) return { ...told, state: 'nothing' };
    // What a person picked is another quote by now: they look at it anew.
    if (code === 'quote_changed' && request.picked) return { ...told, state: 'person' };
    const passes = transient.has(code) || (code === 'preview_blocked' && checks.length > 0 && checks.every(passesBy));
    const afterMs = more.retryAfterSeconds === undefined ? null : more.retryAfterSeconds * 1000;
    return passes ? { ...told, state: 'later', afterMs } : { ...told, state: 'person' };
  }
}

export type Look = { deal: string; name: string | null; company: string | null; revision: string | null } & (
  | { state: 'ready' | 'warned' | 'blocked'; total: Total | null; findings: Findings }
  | { state: 'nothing' | 'blocked'; total: null; findings: Findings }
  | { state: 'later'; findings: Findings; afterMs: number | null }
);

/** The checks that a deal's preview shows. Nothing is written. */
export async function lookUnwatched(
  services: Services,
  asker: Pick<Asker, 'account' | 'actor'>,
  deal: string,
): Promise<Look> {
  const none = { deal, name: null, company: null, revision: null };
  try {
    const who: Asker = { ...asker, ...nobody, reference: randomUUID() };
    const ctx = await openContext(unseen(services), who, { type: 'deal', id: deal }, { fresh: true, unhurried: true });
    if (ctx.record.type !== 'deal' || !ctx.identity) throw new ProblemError('record_not_found');
    const { preview } = await previewOf(ctx);
    const checks = toLookAt(preview.checks);
    const findings: Findings = { problem: null, words: null, checks };
    const about = {
      deal: ctx.record.id,
      name: ctx.record.name || null,
      company: ctx.record.company?.name || null,
      revision: ctx.identity.revision,
    };
    if (checks.some(({ code }) => code === 'already_converted'))
      return { ...about, state: 'nothing', total: null, findings };
    if (checks.length > 0 && checks.every(passesBy)) return { ...about, state: 'later', findings, afterMs: null };
    const blocked = checks.some((each) => isBlocking(each) || each.code === 'possible_twin');
    const state = blocked ? 'blocked' : checks.length > 0 ? 'warned' : 'ready';
    const net: Total | null = preview.quotedNet && { ...preview.quotedNet, by: 'quote' };
    return { ...about, state, total: preview.total ? { ...preview.total, by: 'erp' } : net, findings };
  } catch (error) {
    const { code, more } = toProblemError(error);
    if (code === 'internal') throw error;
    const findings: Findings = { problem: code, words: more.detail ?? null, checks: [] };
    if (moot.has(code)) return { ...none, state: 'nothing', total: null, findings };
    const afterMs = more.retryAfterSeconds === undefined ? null : more.retryAfterSeconds * 1000;
    if (transient.has(code)) return { ...none, state: 'later', findings, afterMs };
    return { ...none, state: 'blocked', total: null, findings };
  }
}
