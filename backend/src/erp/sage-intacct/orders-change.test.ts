import { decimal, erpCustomerIdSchema, erpOrderIdSchema, erpProductIdSchema, referenceSchema } from '@backroom/shared';
import { expect, test } from 'vitest';
import { call, companyOf, head, line, made, refusal, rows, small } from '../../../test/intacct-company.ts';
import type { OrderInput } from '../contract/schemas.ts';

const id = erpOrderIdSchema.parse('400');
const ORDERS = 'order-entry/document::Sales Order';
/** A company with one order, which a PATCH turns into `after`. */
function withOrder(before: { head?: object; lines: object[] }, after: { head?: object; lines: object[] }) {
  let now = before;
  return companyOf(
    small(({ method, object }) => {
      if (method === 'PATCH') {
        now = after;
        return made('400');
      }
      if (object === ORDERS) return rows(head(now.head));
      return object === 'order-entry/document-line' ? rows(...now.lines) : undefined;
    }),
  );
}
const wanted = (lines: readonly (readonly [item: string, quantity: string])[]): OrderInput => ({
  reference: referenceSchema.parse('BR-AAAABBBBCCCCDDDD0001'),
  customerId: erpCustomerIdSchema.parse('11'),
  currency: 'EUR' as OrderInput['currency'],
  requestedDate: null,
  note: null,
  lines: lines.map(([item, quantity]) => ({
    productId: erpProductIdSchema.parse(item),
    quantity: decimal(quantity),
    unitPrice: { amount: decimal('10'), currency: 'EUR' as OrderInput['currency'] },
    description: null,
  })),
});
const versionOf = async (company: ReturnType<typeof withOrder>) =>
  (await company.adapter.orders?.read?.({ id }, call()))?.order?.version ?? '';

test('a line stays the line that it is, one that is gone is deleted by its key', async () => {
  const gone = line({ key: '901', 'dimensions.item.key': '6', 'dimensions.item.id': 'OLD' });
  const company = withOrder({ lines: [line(), gone] }, { lines: [line({ unitQuantity: '3', quantity: '3' })] });
  const version = await versionOf(company);
  const changed = await company.adapter.orders?.change?.(
    { id, version, order: wanted([['5', '3']]), clear: ['note'] },
    call(),
  );
  expect(changed?.lines).toMatchObject([{ quantity: '3' }]);
  expect(company.writes()[0]).toMatchObject({
    method: 'PATCH',
    path: '/objects/order-entry/document::Sales%20Order/400',
    body: {
      notes: null,
      lines: [
        { key: '900', unit: 'Each', unitQuantity: '3', unitPrice: '10' },
        { key: '901', 'ia::operation': 'delete' },
      ],
    },
  });
  // Its warehouse may be one that a colleague chose.
  expect(JSON.stringify(company.writes()[0]?.body)).not.toContain('dimensions');
});

test('another version is a conflict, and an order from which something was made is left alone', async () => {
  const company = withOrder({ lines: [line()] }, { lines: [line()] });
  const order = wanted([['5', '3']]);
  await expect(company.adapter.orders?.change?.({ id, version: 'old', order }, call())).rejects.toMatchObject({
    kind: 'conflict',
    field: 'version',
  });
  const converted = withOrder({ head: { state: 'converted' }, lines: [line()] }, { lines: [line()] });
  const version = await versionOf(converted);
  await expect(converted.adapter.orders?.change?.({ id, version, order }, call())).rejects.toMatchObject({
    kind: 'refused',
    field: 'status',
  });
  expect([...company.writes(), ...converted.writes()]).toEqual([]);
});

test('cancelling closes the order; a success that changed nothing is said, and so is a refusal', async () => {
  const lines = [line()];
  const closes = withOrder({ lines }, { head: { state: 'closed' }, lines });
  expect((await closes.adapter.orders?.cancel?.({ id }, call()))?.status).toBe('cancelled');
  expect(closes.writes()[0]?.body).toEqual({ state: 'closed' });
  const silent = withOrder({ lines }, { lines });
  await expect(silent.adapter.orders?.cancel?.({ id }, call())).rejects.toMatchObject({
    kind: 'refused',
    words: expect.stringContaining('left order SO-1001 open'),
  });
  const again = withOrder({ head: { state: 'closed' }, lines }, { lines });
  expect((await again.adapter.orders?.cancel?.({ id }, call()))?.status).toBe('cancelled');
  expect(again.writes()).toEqual([]);
  const refusing = companyOf(
    small(({ method, object }) => {
      if (method === 'PATCH')
        return refusal(422, 'operationFailed', 'unsuccessful', [{ message: 'BL04002055 Smart rule' }]);
      if (object === ORDERS) return rows(head());
      return object === 'order-entry/document-line' ? rows(line()) : undefined;
    }),
  );
  await expect(refusing.adapter.orders?.cancel?.({ id }, call())).rejects.toMatchObject({
    kind: 'refused',
    words: 'BL04002055 Smart rule',
  });
});
