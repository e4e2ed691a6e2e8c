import { expect, test } from 'vitest';
import { call, environmentOf, header, line, list, type Said } from '../../../test/finance-operations-tenant.ts';

const SERVICE = 'SalesServices/SalesOrderService/cancelOrder';
/** An environment with one order; `says` is the answer of its service, which cancels the order or not. */
function environment(says: Said, does = true, settings: Record<string, string> = { cancelService: SERVICE }) {
  let status = 'Backorder';
  const made = environmentOf((asked) => {
    if (asked.path === `/api/services/${SERVICE}`) {
      if (does) status = 'Canceled';
      return says;
    }
    if (asked.path === 'SalesOrderHeadersV2') return list(header('SO-1', { SalesOrderStatus: status }));
    return asked.path === 'SalesOrderLinesV3' ? list(line('SO-1', 1, { SalesOrderLineStatus: status })) : undefined;
  }, settings);
  const cancel = async (version?: string) =>
    made.adapter.orders?.cancel?.({ id: 'SO-1' as never, ...(version ? { version } : {}) }, call());
  const services = () => made.calls.filter(({ path }) => path.startsWith('/api/'));
  return { ...made, cancel, services };
}
const threw = (status: number, Message: string) => ({
  status,
  body: { Message, ExceptionType: 'ErrorException', ActivityId: '671c83eb-9ccf-0002-f091-1d67cf9cd601' },
});

test('the service gets company and number, and the order says that it is cancelled', async () => {
  const { cancel, services } = environment({ status: 200, body: '""' });
  expect(await cancel()).toMatchObject({ number: 'SO-1', status: 'cancelled' });
  expect(JSON.parse(services()[0]?.body ?? '')).toEqual({ company: 'usmf', salesOrderNumber: 'SO-1' });
  expect(await cancel()).toMatchObject({ status: 'cancelled' });
  expect(services()).toHaveLength(1);
});
test('what its code throws is a refusal in its words', async () => {
  const words = 'Sales order SO-1 is on a load - it cannot be canceled.';
  const { cancel } = environment(threw(500, `An exception occured when invoking the operation - ${words}`), false);
  await expect(cancel()).rejects.toMatchObject({ kind: 'refused', words });
});
test.each([
  ['an order that is not cancelled afterwards', { status: 200, body: '""' }],
  ['a page of a gateway', { status: 504, body: '<html></html>' }],
  ['an error of a server that names no exception', { status: 500, body: { Message: 'Error' } }],
])('%s leaves the outcome open', async (_, says) => {
  await expect(environment(says, false).cancel()).rejects.toMatchObject({ kind: 'uncertain' });
});
test('a version that is gone is a conflict; without a service it is not offered, and the order says where it is cancelled', async () => {
  const { cancel, services } = environment({ status: 200, body: '""' });
  await expect(cancel('another')).rejects.toMatchObject({ kind: 'conflict' });
  expect(services()).toEqual([]);
  const { adapter } = environment({ status: 200 }, false, {});
  expect(adapter.orders?.cancel).toBeUndefined();
  expect((await adapter.describe({}, call())).without).toContain('orders.cancel');
  const read = await adapter.orders?.read?.({ id: 'SO-1' as never }, call());
  expect(read?.order?.closedTo.cancel?.words).toContain('cancel it in Finance & Operations');
});
