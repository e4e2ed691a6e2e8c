import { expect, test } from 'vitest';
import type { ErpAdapter } from '../erp/contract/index.ts';
import { ErpError } from '../erp/contract/index.ts';
import { customDifferences } from './custom-differences.ts';
import { payloadSchema } from './payload.ts';

const call = { signal: AbortSignal.timeout(1000) };
const payload = (custom?: Record<string, string>) =>
  payloadSchema.parse({
    kind: 'order',
    order: {
      reference: 'BR-0123456789ABCD',
      customerId: 'c-1',
      currency: 'EUR',
      requestedDate: null,
      note: null,
      lines: [{ productId: 'p-1', quantity: '1', unitPrice: { amount: '1', currency: 'EUR' }, description: null }],
      ...(custom ? { custom } : {}),
    },
    promiseDate: null,
  });
const erp = (read: () => Record<string, string | null> | null): ErpAdapter =>
  ({ fields: { read: async () => ({ results: [read()] }) } }) as unknown as ErpAdapter;
const sent = { costCentre: '4711', insured: '1500.50', note: ' two  words' };

test('what the ERP keeps otherwise, or not at all, is named', async () => {
  const kept = erp(() => ({ costCentre: '0815', insured: '1500.5', note: null }));
  expect(await customDifferences(kept, payload(sent), 'o-1', call)).toEqual([
    { field: 'custom', line: null, sent: 'costCentre: 4711', got: 'costCentre: 0815' },
    { field: 'custom', line: null, sent: 'note:  two  words', got: null },
  ]);
});
test('the same value in another spelling is no difference', async () => {
  const kept = erp(() => ({ costCentre: '4711', insured: '1500.5', note: 'two words' }));
  expect(await customDifferences(kept, payload(sent), 'o-1', call)).toEqual([]);
});
test('an order without such fields asks nothing; an ERP that does not answer is no difference', async () => {
  const failing = erp(() => {
    throw new ErpError('unreachable', 'down');
  });
  expect(await customDifferences(failing, payload(), 'o-1', call)).toEqual([]);
  expect(await customDifferences(failing, payload(sent), 'o-1', call)).toEqual([]);
});
