import type { OrderAct } from '@backroom/shared';
import { expect, test } from 'vitest';
import { viewOf } from '../view.ts';
import { changesPage } from './changes.ts';

const view = viewOf(null, 'de', { now: Date.parse('2026-11-29T10:00:00Z'), crmNames: {} });
const act = (more: Partial<OrderAct>) => ({
  id: '3a3fcd49-4e0a-4fd6-9027-dc0c2c2ff8d3' as OrderAct['id'],
  kind: 'cancel' as const,
  state: 'needs_attention' as const,
  submission: '3a3fcd49-4e0a-4fd6-9027-dc0c2c2ff8d4' as OrderAct['submission'],
  record: { type: 'deal' as const, id: '5001' },
  erpNumber: 'SO-7',
  revision: null,
  reason: 'Projekt <b>beendet</b>',
  createdAt: '2026-11-29T09:00:00Z',
  updatedAt: '2026-11-29T09:30:00Z',
  createdBy: 'pat@example.com',
  problem: null,
  nextTryAt: null,
  canWithdraw: false,
  canResend: true,
  canClose: true,
  events: [],
  names: { record: 'Pumpen', customer: 'Nordwind' },
  ...more,
});
const shown = async (...acts: ReturnType<typeof act>[]) =>
  String(await changesPage(view, { open: acts, over: [], crmPage: ({ id }) => `https://crm.example/${id}` }).body);

test('a cancellation that needs a person has its reason, its state and what can be done', async () => {
  const page = await shown(act({}));
  for (const words of [
    'SO-7',
    'Stornierung',
    'Zu erledigen',
    'Projekt &lt;b&gt;beendet&lt;/b&gt;',
    'Pumpen',
    'https://crm.example/5001',
  ])
    expect(page).toContain(words);
  expect(page.match(/name="action" value="(\w+)"/g)).toEqual([
    'name="action" value="resend"',
    'name="action" value="close"',
  ]);
  // Several rows have the same buttons: each says of which order it is.
  expect(page).toContain('aria-label="Abschließen: SO-7"');
});

test('what the ERP refused has its words, and no button', async () => {
  const problem = { code: 'erp_refused', detail: 'Auftrag ist geliefert.' } as OrderAct['problem'];
  const page = await shown(
    act({ kind: 'change', state: 'refused', problem, canResend: false, canClose: false, reason: null }),
  );
  expect(page).toContain('Auftrag ist geliefert.');
  expect(page).toContain('Im ERP wurde nichts geändert.');
  expect(page).not.toContain('<button');
});

test('an empty list says so', async () => expect(await shown()).toContain('Zurzeit laufen keine'));
