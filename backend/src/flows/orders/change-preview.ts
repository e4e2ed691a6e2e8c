import { createHash } from 'node:crypto';
import { type ChangePreview, type Check, canonical, type OrderEntries, type Preview } from '@backroom/shared';
import type { OrderInput } from '../../erp/contract/schemas.ts';
import type { Clearable, StandingOrder } from '../../erp/contract/standing.ts';
import { ProblemError } from '../../problems/error.ts';
import type { Asked } from '../../store/approvals.ts';
import { chargedIn, detailDifferences } from '../../submissions/detail-differences.ts';
import { type Context, identityOf } from '../context.ts';
import { dealOf } from '../lines.ts';
import { changedLines, sumOf, withoutCharges } from './change-lines.ts';
import { check } from './checks/check.ts';
import { isBlocking } from './checks/index.ts';
import { keptEntries } from './keep.ts';
import { previewOf } from './preview.ts';
import { type Standing, standingOf } from './standing.ts';

/** What is needed to carry the change out; null where something of the order is missing. */
export type ChangePlan = {
  standing: Standing;
  order: OrderInput;
  clear: Clearable[];
  places: Record<string, string>;
  contactId: string | undefined;
  bound: Asked | undefined;
  conversion: Preview;
};

/** Checks that a new order needs, and a change does not: it is the same order, and the ERP judges it without its old self. */
const ofNewOrders: ReadonlySet<Check['code']> = new Set([
  'order_again',
  'possible_twin',
  'already_converted',
  'order_cancelled',
]);
const forChange = (found: Check): Check => (found.code === 'erp_refuses' ? { ...found, level: 'warn' } : found);

/** What the quote as it stands would make of the deal's order. */
export async function changePreviewOf(
  ctx: Context,
  { submission, entries }: { submission?: string | undefined; entries?: OrderEntries | undefined } = {},
): Promise<{ preview: ChangePreview; plan: ChangePlan | null }> {
  const standing = await standingOf(ctx, 'change', submission);
  const { made, last, order, closed, changedInErp } = standing;
  const found = await previewOf(ctx, {
    written: [],
    amends: order,
    entries: entries ?? (await entriesFor(ctx, made.revision)),
  });
  const { preview: conversion, input } = found;
  const customerId = input?.customerId ?? null;
  const wanted: OrderInput | null = input && customerId ? { ...input, customerId, reference: made.reference } : null;
  const checks = [
    ...otherOrder(ctx, order, wanted),
    ...conversion.checks.filter(({ code }) => !ofNewOrders.has(code)).map(forChange),
  ];
  const clear = wanted ? clearedIn(last?.order ?? null, wanted, order) : [];
  const { revision } = identityOf(ctx);
  const charged = wanted ? sumOf([chargedIn(wanted)]) : null;
  const preview: ChangePreview = {
    submission: made.id,
    erpNumber: order.number,
    revision,
    fingerprint: fingerprintOf([revision, wanted, clear], order.version),
    lines: wanted ? changedLines(withoutCharges(order, wanted.charges?.length ?? 0), named(ctx, wanted)) : [],
    details: wanted ? detailsOf(wanted, order, clear, found.places, charged) : [],
    net: { before: order.net ?? null, after: conversion.net ?? conversion.quotedNet },
    total: { before: order.total, after: conversion.total },
    changedInErp,
    closed,
    checks,
    ...(conversion.approval ? { approval: conversion.approval } : {}),
    ...(conversion.details ? { entries: conversion.details } : {}),
    canChange:
      closed === null &&
      wanted !== null &&
      !checks.some((each) => isBlocking(each) && !(each.approval && conversion.approval?.state === 'needed')),
  };
  const { places, contactId, bound } = found;
  return { preview, plan: wanted && { standing, order: wanted, clear, places, contactId, bound, conversion } };
}

/** Both sides of a comparison, so that the confirmation can say which of them has changed meanwhile. */
const fingerprintOf = (content: unknown, version: string): string =>
  [JSON.stringify(content), version]
    .map((text) => createHash('sha256').update(text).digest('hex').slice(0, 24))
    .join('.');

/** Throws where the quote, or the order in the ERP, is not what the person saw. */
export function requireSeen(
  { fingerprint, erpNumber }: Pick<ChangePreview, 'fingerprint' | 'erpNumber'>,
  seen: string,
): void {
  if (fingerprint === seen) return;
  const [quote, order] = fingerprint.split('.');
  const [seenQuote, seenOrder] = seen.split('.');
  if (order !== seenOrder) throw new ProblemError('order_changed_in_erp', { detail: erpNumber });
  if (quote !== seenQuote) throw new ProblemError('quote_changed');
}

/** What was entered for this revision, else for the one that the order is of: entries are kept until the quote changes. */
async function entriesFor(ctx: Context, revision: string): Promise<OrderEntries> {
  const own = await keptEntries(ctx);
  if (Object.keys(own).length > 0) return own;
  return keptEntries(ctx, revision);
}

function otherOrder(ctx: Context, order: StandingOrder, wanted: OrderInput | null): Check[] {
  if (!wanted) return [];
  return [
    ...(order.customerId !== undefined && order.customerId !== wanted.customerId
      ? [check('change_other_customer', 'block', { number: order.number, customer: ctx.link?.customer.name ?? '' })]
      : []),
    ...(order.total.currency !== wanted.currency
      ? [check('change_other_currency', 'block', { order: order.total.currency, quote: wanted.currency })]
      : []),
  ];
}

/** Details that we sent and the quote has no more. What a colleague entered in the ERP stays. */
function clearedIn(
  last: Partial<Omit<OrderInput, 'customerId'>> | null,
  wanted: OrderInput,
  order: StandingOrder,
): Clearable[] {
  const names = {
    requested_date: [last?.requestedDate, wanted.requestedDate, order.requestedDate],
    note: [last?.note, wanted.note, order.note],
    po_number: [last?.poNumber, wanted.poNumber, order.poNumber],
    contact: [last?.contact, wanted.contact, order.contact],
  } as const satisfies Record<Clearable, readonly unknown[]>;
  return (Object.keys(names) as Clearable[]).filter((name) => {
    const [sent, asked, there] = names[name];
    return sent != null && asked == null && there != null;
  });
}

function named(ctx: Context, { lines }: OrderInput) {
  const deal = dealOf(ctx);
  return lines.map((line, index) => ({
    ...line,
    code: deal.lines[index]?.code ?? '',
    name: deal.lines[index]?.name ?? '',
  }));
}

const textOf = (order: StandingOrder, name: Clearable): string | null => {
  if (name === 'contact') return order.contact?.name ?? null;
  return { requested_date: order.requestedDate, note: order.note, po_number: order.poNumber }[name] ?? null;
};
function detailsOf(
  wanted: OrderInput,
  order: StandingOrder,
  clear: readonly Clearable[],
  places: Record<string, string>,
  charged: ReturnType<typeof sumOf> | null,
): ChangePreview['details'] {
  const changed = detailDifferences({ kind: 'order', awaits: null, promiseDate: null, order: wanted, places }, order);
  const own =
    order.charges ??
    order.lines
      .slice(order.lines.length - (wanted.charges?.length ?? 0))
      .map(({ net, unitPrice }) => ({ amount: net ?? unitPrice }));
  const before = canonical(sumOf(own.map(({ amount }) => amount.amount)));
  const after = charged && canonical(charged);
  const { currency } = wanted;
  return [
    ...changed.map(({ field, sent, got }) => ({ field, before: got, after: sent })),
    ...clear.map((field) => ({ field, before: textOf(order, field), after: null })),
    ...(after !== null && before !== after
      ? [{ field: 'charges' as const, before: `${before} ${currency}`, after: `${after} ${currency}` }]
      : []),
  ];
}
