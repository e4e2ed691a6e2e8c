// All cards of a deal's page over random states of the backend: no two of them may disagree.

import { fc } from '@backroom/panels/properties.test.data';
import * as samples from '@backroom/panels/samples.test.data';
import { type Check, type Submission, submissionStateSchema } from '@backroom/shared';
import { translator } from '@backroom/shared/messages/languages';
import { Alert, Button, Checkbox, EmptyState, LoadingButton, StatusTag, Text } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import type { ReactElement } from 'react';
import { expect, test, vi } from 'vitest';
import { DealInvoicesAndCredit } from './DealInvoicesAndCredit.tsx';
import { DealOrder } from './DealOrder.tsx';
import { DealOverview } from './DealOverview.tsx';
import { DealReturns } from './DealReturns.tsx';

const scope = globalThis as unknown as { self: unknown; hsFetch: unknown };
scope.self ??= globalThis;
const t = translator('en');

const check = (code: Check['code'], level: Check['level']): Check => ({ code, level, lineId: null, values: {} });
const twin = {
  ...check('possible_twin', 'block'),
  values: { reference: 'BR-TWINTWINTWIN', crm: 'X', deal: 'D', order: 'SO-1' },
};
const state = fc.record({
  linked: fc.boolean(),
  stale: fc.boolean(),
  checks: fc.subarray([
    check('overdue', 'warn'),
    check('figures_stale', 'warn'),
    check('near_limit', 'info'),
    check('unknown_product', 'block'),
    twin,
  ]),
  submission: fc.constantFrom<Submission['state'] | null>(null, ...submissionStateSchema.options),
  revision: fc.constantFrom('r', 'older'),
  failing: fc.boolean(),
});
type State = typeof state extends fc.Arbitrary<infer Value> ? Value : never;

/** The backend in this state: every card asks the same one. */
function answering({ linked, stale, checks, submission, revision, failing }: State): void {
  const freshness = stale ? samples.stale : samples.fresh;
  const all = linked ? checks : [check('customer_not_linked', 'block'), ...checks];
  const canConvert = !all.some(({ level, code }) => level === 'block' && code !== 'possible_twin');
  const written = submission ? [samples.submission(submission, { revision, canCancel: submission === 'waiting' })] : [];
  const ordered = submission === 'confirmed';
  const answer = samples.decisionOf({
    submissions: { ok: true, data: { submissions: written } },
    preview: failing
      ? { ok: false, problem: samples.problem('erp_timeout') }
      : { ok: true, data: { ...samples.preview(), checks: all, canConvert, freshness } },
    order: samples.ready({ converted: ordered ? samples.converted.converted : null }, freshness),
  });
  const customer = samples.ready(linked ? samples.full.customer : samples.unlinked.candidates);
  const decision = { ...(answer.data as object), customer };
  const unlinked = { state: 'problem', problem: samples.problem('customer_not_linked') };
  const panel = (name: keyof typeof samples.full) => (linked ? samples.ready(samples.full[name], freshness) : unlinked);
  scope.hsFetch = vi.fn(async (url: string) => {
    const { pathname, searchParams } = new URL(url);
    const names = (searchParams.get('only') ?? '').split(',') as (keyof typeof samples.full)[];
    const data = pathname.endsWith('/decision')
      ? decision
      : pathname.endsWith('/panels')
        ? samples.panelsAnswer(
            Object.fromEntries(
              names.map((name) => [
                name,
                name === 'overview' ? samples.ready(samples.full.overview, freshness) : panel(name),
              ]),
            ),
          )
        : { url: 'https://app.backroom.example/desk/enter/x' };
    return new Response(JSON.stringify({ ok: true, data }));
  });
}
async function show(card: ReactElement, place: 'crm.record.tab' | 'crm.record.sidebar') {
  const renderer = createRenderer(place);
  renderer.render(card);
  await renderer.waitFor(
    () => expect(renderer.findAll(Alert).length + renderer.findAll(StatusTag).length).toBeGreaterThan(0),
    {
      timeoutInMs: 10_000,
    },
  );
  return renderer;
}

test(
  'verdict, checks and what can be done are the same in every card; no card shows more than the verdict allows',
  () =>
    fc.assert(
      fc.asyncProperty(state, async (given) => {
        answering(given);
        const [order, overview] = await Promise.all([
          show(<DealOrder />, 'crm.record.tab'),
          show(<DealOverview />, 'crm.record.sidebar'),
        ]);
        const told = (renderer: typeof order) => {
          const [verdict] = renderer.findAll(Alert);
          const press = renderer.maybeFindByTestId(LoadingButton, 'convert');
          return {
            verdict: [verdict?.props.title, verdict?.props.variant],
            convert: press && Boolean(press.props.disabled),
            toAccept: renderer.findAll(Checkbox).map(({ props }) => props.name),
            checks: press
              ? renderer
                  .findAll(StatusTag)
                  .map(({ text }) => text)
                  .slice(0, given.checks.length + 1)
                  .sort()
              : null,
          };
        };
        const { checks, ...rest } = told(order);
        expect(told(overview)).toMatchObject(rest);
        const same = (text: string | null | undefined) => told(overview).checks?.includes(text ?? '') ?? false;
        if (checks) expect(checks.filter((text) => !same(text))).toEqual([]);
        const isOrder = given.submission !== null && given.submission !== 'cancelled';
        if (isOrder) expect(rest.convert).toBeNull();
        // A page whose figures are old says so in each card that shows them.
        if (given.stale && given.linked && !isOrder && !given.failing)
          for (const renderer of [order, overview])
            expect(renderer.findAll(Alert).some(({ props }) => /ago|yesterday/.test(String(props.title)))).toBe(true);
      }),
      { numRuns: 40 },
    ),
  120_000,
);

test('a deal without a customer says so in every card, and each offers the link', async () => {
  answering({ linked: false, stale: false, checks: [], submission: null, revision: 'r', failing: false });
  const order = await show(<DealOrder />, 'crm.record.tab');
  expect(order.findAll(Alert)[0]?.props.title).toBe(t('verdict.blocked', { reason: t('verdict.why.customer') }));
  for (const card of [<DealInvoicesAndCredit key="credit" />, <DealReturns key="returns" />]) {
    const renderer = createRenderer('crm.record.tab');
    renderer.render(card);
    await renderer.waitFor(() => expect(renderer.find(EmptyState).props.title).toBe(t('customer.unlinked_title')));
    expect(renderer.findAll(Button).map(({ text }) => text)).toContain(t('action.link'));
  }
});

test('a customer is created in the ERP only after its consequence was named', async () => {
  answering({ linked: false, stale: false, checks: [], submission: null, revision: 'r', failing: false });
  const order = await show(<DealOrder />, 'crm.record.tab');
  const links = () =>
    vi.mocked(scope.hsFetch as (url: string) => unknown).mock.calls.filter(([url]) => url.includes('/link?'));
  const press = (label: string) =>
    [...order.findAll(Button), ...order.findAll(LoadingButton)].find(({ text }) => text === label)?.trigger('onClick');
  press(t('customer.create'));
  await order.waitFor(() => expect(order.findAll(Text).map(({ text }) => text)).toContain(t('customer.create_ask')));
  expect(links()).toEqual([]);
  press(t('action.create_yes'));
  await order.waitFor(() => expect(links()).toHaveLength(1));
});
