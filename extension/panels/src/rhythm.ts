import type { Decision, OrderAct, PanelsAnswer, Submission } from '@backroom/shared';
import { passes } from './checks.ts';

// How often a surface asks again. Without React, so that surfaces with another engine keep the same rhythm.

/** Figures on an open page are asked for again once a minute; the backend answers from its cache while they are good. */
export const IDLE_MS = 60_000;
/** While something is expected to change by itself: an ERP that comes back, a link made in another card. */
export const EXPECTING_MS = 6000;
/** A verdict at rest: somebody may change the quote, or convert it elsewhere. */
export const WATCH_MS = 10_000;
/** While an order is on its way. */
export const FOLLOW_MS = 1000;

/** For what only a person asks again. A timer takes no longer one. */
export const NEVER_MS = 2_000_000_000;
/** A link to the order desk is good for ten minutes; one that is at hand must last until it is pressed. */
export const DESK_LINK_MS = 240_000;

const moving = new Set(['queued', 'sending', 'checking', 'waiting']);
/** Whether the engine still has something to do with it. */
export const isMoving = ({ state, writtenBack, kind }: Submission): boolean =>
  moving.has(state) || (state === 'confirmed' && !writtenBack && kind === 'order');

/** The same of a change or cancellation of an order. */
export const isActing = ({ state }: Pick<OrderAct, 'state'>): boolean => moving.has(state);

/** When to ask for panels again, in milliseconds. */
export function intervalFor(data: PanelsAnswer | undefined): number {
  const results = Object.values(data?.panels ?? {});
  if (results.some((result) => result.state === 'pending')) return 1500;
  const expecting = results.some(
    (result) =>
      (result.state === 'problem' && (result.problem.retryable || result.problem.code === 'customer_not_linked')) ||
      (result.state === 'ready' && (result.refreshing || result.freshness?.source === 'stale')),
  );
  return expecting ? EXPECTING_MS : IDLE_MS;
}

/** When to ask for the decision again, in milliseconds. */
export function decisionInterval(data: Decision | undefined): number {
  if (!data) return EXPECTING_MS;
  const { customer, preview, order, submissions, acts = [] } = data;
  if (submissions.some(isMoving) || acts.some(isActing)) return FOLLOW_MS;
  const creating = customer.state === 'ready' && customer.data.state === 'creating';
  if (creating || [customer, preview, order].some((part) => part?.state === 'pending')) return 1500;
  const failing = [customer, preview, order].some((part) => part?.state === 'problem' && part.problem.retryable);
  const passing = preview?.state === 'ready' && preview.data.checks.some(passes);
  const unlinked = customer.state === 'ready' && customer.data.state !== 'linked';
  return failing || passing || unlinked ? EXPECTING_MS : WATCH_MS;
}
