// Every card of a deal's and of its company's page over random states of one backend: what stands on two of them is the same, and no card offers what
// another one rules out.
import { fc } from '@backroom/panels/properties.test.data';
import * as samples from '@backroom/panels/samples.test.data';
import { orderActStateSchema, submissionStateSchema } from '@backroom/shared';
import { translator } from '@backroom/shared/messages/languages';
import {
  Alert,
  Button,
  DescriptionListItem,
  EmptyState,
  Heading,
  LoadingButton,
  StatisticsItem,
  StatusTag,
  Text,
} from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import type { ReactElement } from 'react';
import { expect, test, vi } from 'vitest';
import { CompanyCredit } from './CompanyCredit.tsx';
import { CompanyInvoices } from './CompanyInvoices.tsx';
import { CompanyOrders } from './CompanyOrders.tsx';
import { DealInvoicesAndCredit } from './DealInvoicesAndCredit.tsx';
import { DealOrder } from './DealOrder.tsx';
import { DealOverview } from './DealOverview.tsx';
import { DealReturns } from './DealReturns.tsx';
import { DealStockAndPrices } from './DealStockAndPrices.tsx';

const scope = globalThis as unknown as { self: unknown; hsFetch: unknown };
scope.self ??= globalThis;
const t = translator('en');
const id = '00000000-0000-4000-8000-000000000002';

const state = fc.record({
  customer: fc.constantFrom<'linked' | keyof typeof samples.unlinked>('linked', 'linked', 'candidates', 'none'),
  stale: fc.boolean(),
  left: fc.integer({ min: -900, max: 900 }),
  submission: fc.option(fc.constantFrom(...submissionStateSchema.options), { nil: null }),
  act: fc.option(
    fc.record({ kind: fc.constantFrom('change', 'cancel'), state: fc.constantFrom(...orderActStateSchema.options) }),
    { nil: null },
  ),
  changed: fc.boolean(),
  canClaim: fc.boolean(),
});
type State = typeof state extends fc.Arbitrary<infer Value> ? Value : never;

/** Changes and cancellations are those of an order that the ERP has; a cancellation that is done ended it. */
function writesOf({ submission, act: drawn, changed }: State) {
  const act = submission === 'confirmed' ? drawn : null;
  const isCancelled = act?.kind === 'cancel' && act.state === 'done';
  const now = new Date().toISOString();
  const made =
    submission &&
    samples.submission(submission, {
      revision: changed ? 'older' : 'r',
      erpNumber: submission === 'confirmed' ? 'SO-7' : null,
      canCancel: submission === 'waiting',
      ...(isCancelled ? { orderCancelled: true } : {}),
    });
  const acts =
    made && act
      ? [
          {
            ...{ id, ...act, submission: made.id, record: made.record, erpNumber: 'SO-7', revision: 'r', reason: null },
            ...{ createdAt: now, updatedAt: now, createdBy: 'pat', problem: null, nextTryAt: null },
            ...{ canWithdraw: false, canResend: false, canClose: false, events: [] },
          },
        ]
      : [];
  return { made, acts, isCancelled, isOrder: made !== null && submission !== 'cancelled' && !isCancelled };
}
function answering(given: State) {
  const { customer, stale, left, canClaim } = given;
  const { made, acts, isOrder, isCancelled } = writesOf(given);
  const isLinked = customer === 'linked';
  const freshness = stale ? samples.stale : samples.fresh;
  const money = { amount: `${left}.00`, currency: 'EUR' };
  const { position } = samples.full.credit;
  const credit = {
    ...samples.full.credit,
    position: { ...position, free: money },
    freeAfterDeal: isOrder ? null : money,
    ordered: isOrder,
  };
  const check = { code: 'customer_not_linked', level: 'block', lineId: null, values: {} };
  const preview = { ...samples.preview(), freshness, checks: isLinked ? [] : [check], canConvert: isLinked };
  const answer = samples.decisionOf({
    submissions: { ok: true, data: { submissions: made ? [made] : [] } },
    preview: { ok: true, data: preview },
    order: samples.ready(
      { converted: isOrder && given.submission === 'confirmed' ? samples.converted.converted : null },
      freshness,
    ),
  });
  const panel = isLinked ? samples.full.customer : samples.unlinked[customer];
  const decision = {
    ...(answer.ok ? (answer.data as object) : {}),
    ...(isCancelled ? { preview: samples.ready(preview, freshness) } : {}),
    customer: samples.ready(panel, freshness),
    ...(acts.length > 0 ? { acts } : {}),
    ...(isOrder && given.submission === 'confirmed' ? { offers: ['change', 'cancel'] } : {}),
  };
  const { completeBy } = samples.full.overview;
  const overview = {
    ...samples.full.overview,
    customer: panel,
    credit: isLinked ? credit : null,
    // Of an order the day that it promises.
    completeBy: isOrder ? (samples.converted.converted?.promisedOn ?? null) : completeBy,
  };
  const data = { ...samples.full, credit, overview, customer: panel, returns: { ...samples.full.returns, canClaim } };
  const unlinked = { state: 'problem', problem: samples.problem('customer_not_linked') };
  const shown = (name: keyof typeof data) =>
    isLinked || name === 'overview' || name === 'customer' || name === 'stock'
      ? samples.ready(data[name], freshness)
      : unlinked;
  scope.hsFetch = vi.fn(async (url: string) => {
    const { pathname, searchParams } = new URL(url);
    const names = (searchParams.get('only') ?? '').split(',') as (keyof typeof data)[];
    const found = pathname.endsWith('/decision')
      ? decision
      : pathname.endsWith('/panels')
        ? samples.panelsAnswer(
            Object.fromEntries(names.map((name) => [name, shown(name)])),
            pathname.includes('/company/') ? 'company' : 'deal',
          )
        : { url: 'https://app.backroom.example/desk/enter/x' };
    return new Response(JSON.stringify({ ok: true, data: found }));
  });
}
async function show(card: ReactElement, place: 'crm.record.tab' | 'crm.record.sidebar' = 'crm.record.tab') {
  const renderer = createRenderer(place);
  renderer.render(card);
  const kinds = [Alert, StatusTag, EmptyState, StatisticsItem, DescriptionListItem, Heading] as const;
  await renderer.waitFor(
    () =>
      expect(kinds.reduce((sum, kind) => sum + renderer.findAll(kind as typeof Alert).length, 0)).toBeGreaterThan(0),
    { timeoutInMs: 10_000 },
  );
  const buttons = [...renderer.findAll(Button), ...renderer.findAll(LoadingButton)];
  return {
    alerts: renderer.findAll(Alert).map(({ props }) => ({ title: String(props.title), variant: props.variant })),
    headings: renderer.findAll(Heading).map(({ text }) => text ?? ''),
    tags: renderer.findAll(StatusTag).map(({ text }) => text ?? ''),
    empty: renderer.findAll(EmptyState).map(({ props }) => String(props.title)),
    texts: renderer.findAll(Text).map(({ text }) => text ?? ''),
    buttons: buttons.map(({ text }) => text ?? ''),
    figures: new Map([
      ...renderer.findAll(StatisticsItem).map(({ props }) => [String(props.label), String(props.number)] as const),
      ...renderer
        .findAll(DescriptionListItem)
        .map((item) => [String(item.props.label), item.find(Text).text ?? ''] as const),
    ]),
  };
}
/** While an act is open there is no next one. */
const isOpen = ({ act }: State) =>
  act !== null && ['queued', 'sending', 'checking', 'waiting', 'needs_attention'].includes(act.state);

test(
  'no two cards of a page disagree, whatever becomes of the customer, the order, its change or cancellation',
  () =>
    fc.assert(
      fc.asyncProperty(state, async (given) => {
        answering(given);
        const deal = await Promise.all([
          show(<DealOrder />),
          show(<DealOverview />, 'crm.record.sidebar'),
          show(<DealStockAndPrices />),
          show(<DealInvoicesAndCredit />),
          show(<DealReturns />),
        ]);
        const company = await Promise.all([
          show(<CompanyCredit />),
          show(<CompanyInvoices />),
          show(<CompanyOrders />),
        ]);
        const [order, overview, stock, money, returns] = deal;
        const { made, acts, isOrder } = writesOf(given);
        const isLinked = given.customer === 'linked';

        // One headline, and one account of a change or cancellation.
        expect(overview.alerts[0]).toEqual(order.alerts[0]);
        const headingOf = t(`act.${given.act?.kind === 'cancel' ? 'cancel' : 'change'}.heading`, { number: 'SO-7' });
        const told = [order, overview].map(({ headings, tags }) => [
          headings.includes(headingOf),
          given.act ? tags.includes(t(`act.state.${given.act.state}`)) : null,
        ]);
        expect(told[1]).toEqual(told[0]);
        expect(told[0]?.[0]).toBe(acts.length > 0);

        // A figure that stands on two cards is the same.
        for (const page of [deal, company]) {
          const seen = new Map<string, string>();
          for (const { figures } of page)
            for (const [label, value] of figures) {
              expect([label, seen.get(label) ?? value]).toEqual([label, value]);
              seen.set(label, value);
            }
        }

        // What one card rules out no other offers.
        const offers = (label: string) => deal.map(({ buttons }) => buttons.includes(label));
        const convert = offers(t('order.convert'));
        expect(convert[1]).toBe(convert[0]);
        if (isOrder) expect(convert).not.toContain(true);
        if (!isOrder || isOpen(given)) {
          expect(offers(t('act.change_button'))).not.toContain(true);
          expect(offers(t('act.cancel_button'))).not.toContain(true);
        }
        expect(returns.buttons.includes(t('returns.claim'))).toBe(isLinked && given.canClaim);

        // A customer is linked for all cards, or for none.
        for (const card of [money, returns, ...company]) {
          const says =
            card.empty.includes(t('customer.unlinked_title')) ||
            card.headings.some((each) => each === t('customer.candidates_title') || each === t('customer.none_title'));
          expect(says).toBe(!isLinked);
        }
        if (!isLinked) for (const { figures } of [money, returns]) expect(figures.size).toBe(0);
        if (!isLinked && !isOrder) expect(order.alerts[0]?.title).toContain(t('verdict.why.customer'));

        // Old figures say so wherever they stand.
        if (given.stale && isLinked)
          for (const { alerts } of [stock, money, returns, ...company])
            expect(alerts.some(({ title }) => /figures from/i.test(title))).toBe(true);
        expect(made === null || order.alerts[0]?.title !== t('verdict.ready') || !isOrder).toBe(true);
      }),
      { numRuns: 30 },
    ),
  180_000,
);
