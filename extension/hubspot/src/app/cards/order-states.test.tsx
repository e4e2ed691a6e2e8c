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
  queued: 'It is sent in a moment.',
  sending: 'The ERP is writing it.',
  checking: 'We look it up in the ERP before anything is sent again.',
  waiting: 'It goes on by itself as soon as the ERP answers.',
  needs_attention: 'Nothing is sent until somebody acts.',
  confirmed: 'The ERP has it.',
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
    // "Goes on by itself" where it does, and nowhere else.
    const goesOn = renderer.findAll(Alert).some(({ props }) => String(props.title).includes('goes on by itself'));
    expect(goesOn).toBe(state !== 'needs_attention' && state !== 'confirmed');
  },
);
test('refused: the ERP’s words, the field by its name, and correcting it is one press away', async () => {
  const problem = { ...makeProblem('erp_refused', 'en', 'r'), detail: 'Not on a holiday.', field: 'requestedDate' };
  const renderer = show(inState('needs_attention', { problem, canMend: true, canResend: true, canCancel: true }));
  await renderer.waitFor(() => renderer.find(Button, { size: 'sm' }));
  expect(renderer.find(Button, { size: 'sm' }).text).toBe('Correct in the order desk');
  const texts = renderer.findAll(Text).map(({ text }) => text);
  expect(texts).toContain('The ERP says: Not on a holiday.');
  expect(texts).toContain('Field: wanted date');
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
  ).toMatch(/The last try was stopped by kim .* ago\. Nothing was sent\. You can convert again\./);
});
