import * as samples from '@backroom/panels/samples.test.data';
import { type Submission, submissionStateSchema } from '@backroom/shared';
import { translator } from '@backroom/shared/messages/languages';
import { makeProblem } from '@backroom/shared/messages/problems';
import { Alert, Button, LoadingButton, Text } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import { expect, test, vi } from 'vitest';
import { DealOrder } from './DealOrder.tsx';

const t = translator('en');
const scope = globalThis as unknown as { self: unknown; hsFetch: unknown };
scope.self ??= globalThis;
const at = '2026-11-24T08:00:00.000Z';
const inState = (state: Submission['state'], may: Partial<Submission> = {}) =>
  samples.submission(state, {
    writtenBack: state === 'confirmed',
    events: [
      { at, state, step: state === 'cancelled' ? 'cancel' : 'accepted', actor: 'kim', problem: null, words: null },
    ],
    ...may,
  });
/** The card on a deal with this submission; `desk: null` for somebody who may not go there. */
function show(
  submission: ReturnType<typeof inState>,
  desk: string | null = 'https://app.backroom.example/desk/enter/x',
  order: object | null = null,
) {
  const answer = (body: unknown) => new Response(JSON.stringify(body), { status: 200 });
  scope.hsFetch = vi.fn(async (url: string) => {
    if (url.includes('/desk/access')) return answer({ ok: true, data: { requested: true } });
    if (url.includes('/desk/link'))
      return answer(
        desk ? { ok: true, data: { url: desk } } : { ok: false, problem: makeProblem('forbidden', 'en', 'r') },
      );
    return answer(
      samples.decisionOf({
        submissions: { ok: true, data: { submissions: [submission] } },
        preview: order
          ? { ok: true, data: samples.preview() }
          : { ok: false, problem: makeProblem('no_lines', 'en', 'r') },
        order: order ?? { state: 'pending', pollAfterMs: 1500 },
      }),
    );
  });
  const renderer = createRenderer('crm.record.tab');
  renderer.render(<DealOrder />);
  // Longer than the renderer's second: a busy machine is no failure.
  const waitFor = (check: () => void) => renderer.waitFor(check, { timeoutInMs: 10_000 });
  return { ...renderer, waitFor };
}
test.each(submissionStateSchema.exclude(['cancelled']).options)(
  '%s: its one headline, and the way to the desk',
  async (state) => {
    const renderer = show(inState(state));
    await renderer.waitFor(() => renderer.find(Button, { size: 'sm' }));
    const [verdict] = renderer.findAll(Alert);
    expect(verdict?.props.title).toBeTruthy();
    const href = { url: 'https://app.backroom.example/desk/enter/x', external: true };
    expect(renderer.findAll(Button, { size: 'sm' }).map(({ props }) => props.href)).toContainEqual(href);
    // That sending continues is said where it does, and nowhere else.
    const goesOn = renderer.findAll(Text).some(({ text }) => text === t('order.kept'));
    expect(goesOn).toBe(state !== 'needs_attention' && state !== 'confirmed');
  },
);
test('refused: the ERP’s words, the field by its name, and correcting it is one press away', async () => {
  const problem = { ...makeProblem('erp_refused', 'en', 'r'), detail: 'Not on a holiday.', field: 'requestedDate' };
  const renderer = show(inState('needs_attention', { problem, canMend: true, canResend: true, canCancel: true }));
  const mend = () => renderer.findAll(Button).find(({ text }) => text === t('order.mend_at_desk'));
  await renderer.waitFor(() => expect(mend()?.props.variant).toBe('primary'));
  const texts = renderer.findAll(Text).map(({ text }) => text);
  expect(texts).toContain(t('order.erp_says', { words: 'Not on a holiday.' }));
  expect(texts).toContain(t('order.field', { field: t('field.requestedDate') }));
});
test('who may not go to the desk has no button that leads nowhere', async () => {
  const renderer = show(inState('waiting', { canCancel: true }), null);
  await renderer.waitFor(() => renderer.find(Alert));
  await vi.waitFor(() => expect(vi.mocked(scope.hsFetch as () => void).mock.calls.join()).toContain('/desk/link'));
  expect(renderer.findAll(Button).filter(({ props }) => props.href)).toEqual([]);
});
test('of a changed quote that person reads whom to ask for the change', async () => {
  const renderer = show(inState('confirmed', { revision: 'older' }), null, samples.ready(samples.converted));
  await renderer.waitFor(() => expect(renderer.findAll(Text).map(({ text }) => text)).toContain(t('who.order_desk')));
});
test('a person without access to the desk requests it by pressing, and not by looking', async () => {
  const renderer = show(inState('needs_attention', { canMend: true, canResend: true }), null);
  const asked = () => vi.mocked(scope.hsFetch as () => void).mock.calls.join();
  const request = () => renderer.find(LoadingButton, { testId: 'request-access' });
  await renderer.waitFor(() => request());
  expect(asked()).not.toContain('/desk/access');
  request().trigger('onClick');
  await renderer.waitFor(() =>
    expect(renderer.findAll(Text).map(({ text }) => text)).toContain(t('order.access_requested')),
  );
  expect(asked()).toContain('/desk/access');
});
test.each([
  ['erp_unreachable', false],
  ['erp_unauthorised', true],
] as const)(
  'waiting because of %s: the cause, and what to do only where a person has to (%s)',
  async (code, isAsked) => {
    const problem = makeProblem(code, 'en', 'r');
    const renderer = show(inState('waiting', { problem, canCancel: true }));
    await renderer.waitFor(() => renderer.find(Button, { size: 'sm' }));
    const shown = [
      ...renderer.findAll(Text).map(({ text }) => text),
      ...renderer.findAll(Alert).map(({ props }) => String(props.title)),
    ];
    expect(shown).toContain(problem.title);
    expect(shown.includes(problem.whatToDo)).toBe(isAsked);
  },
);
test('stopped: who stopped it, and that it can be converted again', async () => {
  const renderer = show(inState('cancelled'));
  await renderer.waitFor(() => renderer.find(Alert));
  const texts = renderer.findAll(Text).map(({ text }) => text);
  expect(texts.join()).toContain('kim');
  expect(texts.join()).toContain(t('submission.next.cancelled'));
});
