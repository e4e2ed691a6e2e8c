import * as samples from '@backroom/panels/samples.test.data';
import { type Submission, submissionStateSchema } from '@backroom/shared';
import { makeProblem } from '@backroom/shared/messages/problems';
import { Alert, Button, StatusTag, Text } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import { expect, test, vi } from 'vitest';
import { DealOrder } from './DealOrder.tsx';

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
) {
  const answer = (body: unknown) => new Response(JSON.stringify(body), { status: 200 });
  scope.hsFetch = vi.fn(async (url: string) => {
    if (url.includes('/submissions')) return answer({ ok: true, data: { submissions: [submission] } });
    if (url.includes('/desk/link'))
      return answer(
        desk ? { ok: true, data: { url: desk } } : { ok: false, problem: makeProblem('forbidden', 'en', 'r') },
      );
    if (url.includes('/preview')) return answer({ ok: false, problem: makeProblem('no_lines', 'en', 'r') });
    return answer({ ok: true, data: samples.panelsAnswer({ orders: { state: 'pending', pollAfterMs: 1500 } }) });
  });
  const renderer = createRenderer('crm.record.tab');
  renderer.render(<DealOrder />);
  return renderer;
}
const next: Record<Exclude<Submission['state'], 'cancelled'>, string> = {
  queued: 'Sending shortly.',
  sending: 'Creating the order…',
  checking: 'The ERP didn’t confirm.',
  waiting: 'Sent automatically when the ERP is back.',
  needs_attention: 'On hold. Fix the problem, then resend.',
  confirmed: 'Order created.',
};

test.each(submissionStateSchema.exclude(['cancelled']).options)(
  '%s: its name, what happens next, and the way to the desk',
  async (state) => {
    const renderer = show(inState(state));
    await renderer.waitFor(() => renderer.find(StatusTag));
    expect(renderer.findAll(Text).some(({ text }) => text?.startsWith(next[state]))).toBe(true);
    await renderer.waitFor(() => renderer.find(Button, { size: 'sm' }));
    expect(renderer.find(Button, { size: 'sm' }).props.href).toEqual({
      url: 'https://app.backroom.example/desk/enter/x',
      external: true,
    });
    // Only a submission that is still sent says that sending continues.
    const goesOn = renderer.findAll(Alert).some(({ props }) => String(props.title).includes('Sending continues'));
    expect(goesOn).toBe(state !== 'needs_attention' && state !== 'confirmed');
  },
);
test('refused: the ERP’s words, the field by its name, and correcting it is one press away', async () => {
  const problem = { ...makeProblem('erp_refused', 'en', 'r'), detail: 'Not on a holiday.', field: 'requestedDate' };
  const renderer = show(inState('needs_attention', { problem, canMend: true, canResend: true, canCancel: true }));
  await renderer.waitFor(() => renderer.find(Button, { size: 'sm' }));
  expect(renderer.find(Button, { size: 'sm' }).text).toBe('Fix in order desk');
  const texts = renderer.findAll(Text).map(({ text }) => text);
  expect(texts).toContain('ERP message: Not on a holiday.');
  expect(texts).toContain('Check: requested delivery date');
});
test('who may not go to the desk has no button that leads nowhere', async () => {
  const renderer = show(inState('waiting', { canCancel: true }), null);
  await renderer.waitFor(() => renderer.find(StatusTag));
  await vi.waitFor(() => expect(vi.mocked(scope.hsFetch as () => void).mock.calls.join()).toContain('/desk/link'));
  expect(renderer.findAll(Button, { size: 'sm' })).toEqual([]);
});
test('stopped: who stopped it, and that it can be converted again', async () => {
  const renderer = show(inState('cancelled'));
  await renderer.waitFor(() => renderer.find(Text));
  expect(
    renderer
      .findAll(Text)
      .map(({ text }) => text)
      .join(),
  ).toMatch(/Cancelled by kim .* ago\. Nothing reached the ERP\. You can convert again\./);
});
