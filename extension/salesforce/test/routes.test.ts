import { expect, test } from 'vitest';
import { surfaceOf } from '../src/surface.ts';
import { admitted } from '../tools/routes.ts';

const deal = '0065g00000AbCdEAAV';
const id = '5f1c1c1e-0000-4000-8000-000000000001';

/** Each call of the client, as a component makes it. */
async function questions(): Promise<{ by: 'read' | 'send'; method: string; path: string; name: string }[]> {
  const asked: { by: 'read' | 'send'; method: string; path: string; name: string }[] = [];
  let name = '';
  const note = (by: 'read' | 'send') => async (input: { method: string; path: string }) => {
    asked.push({ by, name, method: input.method, path: input.path });
    return '{}';
  };
  const { client } = surfaceOf(
    { read: note('read'), send: note('send') },
    { lang: 'fr', locale: 'fr-FR', timeZone: 'Europe/Paris' },
  );
  const record = { type: 'deal' as const, id: deal };
  const inputs: Record<Exclude<keyof typeof client, 'texts'>, readonly unknown[]> = {
    panels: [record, ['stock', 'pricing'], true],
    preview: [deal],
    decision: [deal, true],
    chooseQuote: [deal, '0Q05g00000AbCdEAAV'],
    setLinePrice: [deal, { action: 'undo', undo: 'x' }],
    convert: [{ dealId: deal }],
    changePreview: [deal],
    cancelPreview: [deal],
    changeOrder: [{ dealId: deal }],
    cancelOrder: [{ dealId: deal }],
    actOnOrder: [id, 'resend'],
    submissions: [record],
    act: [id, { action: 'resend' }],
    link: [record, { action: 'unlink' }],
    searchCustomers: [record, 'Duval'],
    claimReturn: [{ record }],
    invoiceLink: [record, 'INV/2026/1 %'],
    deskLink: [{ page: 'mapping' }],
    requestAccess: [],
    settings: [],
    saveSettings: [{}],
  };
  for (const [each, input] of Object.entries(inputs)) {
    name = each;
    await (client[each as keyof typeof client] as (...input: readonly unknown[]) => Promise<unknown>)(...input).catch(
      () => {},
    );
  }
  name = 'preview with entries';
  await client.preview(deal, { poNumber: 'PO-1' }).catch(() => {});
  expect(Object.keys(client).filter((each) => each !== 'texts' && !(each in inputs))).toEqual([]);
  return asked;
}

test('Apex lets every question of the components out of the org', async () => {
  const asked = await questions();
  expect(asked).toHaveLength(22);
  expect(asked.filter(({ by, method, path }) => !admitted[by](method, path))).toEqual([]);
});
test('and no other', () => {
  expect(admitted.send('DELETE', '/v1/settings')).toBe(false);
  expect(admitted.send('POST', '/v1/account/uninstall')).toBe(false);
  expect(admitted.read('GET', `/v1/records/contact/${deal}/panels`)).toBe(false);
});
