import { expect, test } from 'vitest';
import { input, simulated, simulatedItem } from '../../../test/s4hana-rows.ts';
import { call, detail, entity, fault, msOf, rows, systemOf } from '../../../test/s4hana-system.ts';
import { orderInputSchema } from '../contract/schemas.ts';

const asked = orderInputSchema.parse(input());
test('a simulation: harmless warnings are no refusals, superseded elements and subtotals no prices', async () => {
  const message = {
    code: 'SLS_LORD/033',
    message: 'The document cannot be saved.',
    severity: 'warning',
    target: '',
    details: [
      detail('V1/263', 'Item 000010 can not be invoiced', 'info'),
      detail('SLS_LORD/009', 'Document is incomplete', 'warning'),
    ],
  };
  const system = systemOf(({ path }) =>
    path === 'A_SalesOrderSimulation'
      ? entity(simulated(simulatedItem()), { 'sap-message': JSON.stringify(message) })
      : undefined,
  );
  expect(await system.adapter.orders?.simulate?.(asked, call())).toEqual({
    net: { amount: '21', currency: 'EUR' },
    tax: { amount: '3.99', currency: 'EUR' },
    total: { amount: '24.99', currency: 'EUR' },
    promiseDate: '2026-12-01',
    lines: [{ net: { amount: '21', currency: 'EUR' } }],
    refusals: [],
  });
});
test.each([
  [
    'as an error',
    fault(400, 'V1/384', 'Einheit fehlt', [detail('V1/384', 'Einheit fehlt', 'error', "to_Item(SalesOrderItem='10')")]),
  ],
  [
    'as a message beside a price',
    entity(simulated(simulatedItem()), {
      'sap-message': JSON.stringify({ ...detail('Z1/001', 'Einheit fehlt', 'error', "to_Item(SalesOrderItem='10')") }),
    }),
  ],
])('a simulation that refuses says it with the line: %s', async (_, said) => {
  const system = systemOf(({ path }) => (path === 'A_SalesOrderSimulation' ? said : undefined));
  expect(await system.adapter.orders?.simulate?.(asked, call())).toMatchObject({
    refusals: [{ field: 'lines.0', words: 'Einheit fehlt' }],
  });
});
test('a part that is not confirmed promises no day', async () => {
  const item = simulatedItem({
    to_ScheduleLine: rows({ ConfirmedDeliveryDate: msOf('2026-12-01'), ConfdOrderQtyByMatlAvailCheck: '1.000' }),
  });
  const system = systemOf(({ path }) => (path === 'A_SalesOrderSimulation' ? entity(simulated(item)) : undefined));
  expect(await system.adapter.orders?.simulate?.(asked, call())).toMatchObject({ promiseDate: null });
});
