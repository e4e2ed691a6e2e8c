import { expect, test } from 'vitest';
import { makersIn, ownOrderIn } from '../../deals/own-orders.ts';
import { ownOrderOf, ownOrdersOf } from './own-orders.ts';

const crm = { url: 'https://odoo.nordwind.example', database: 'nordwind' };
const erp = (more: object = {}) => ({ erp: 'odoo', url: `${crm.url}/`, settings: {}, ...more });

test.each([
  ['the same address', erp(), true],
  ['the same address and database', erp({ settings: { database: 'nordwind' } }), true],
  ['another database at the same address', erp({ settings: { database: 'books' } }), false],
  ['another address', erp({ url: 'https://erp.nordwind.example' }), false],
  ['another ERP', erp({ erp: 'tryton' }), false],
])('an ERP that is %s', (_, place, own) => {
  // Nothing that an admin states switches it off.
  expect(makersIn(ownOrdersOf(crm), place, ['odoo'])).toHaveLength(own ? 1 : 0);
  expect(ownOrderIn(ownOrderOf('S00041', crm), place)?.number ?? null).toBe(own ? 'S00041' : null);
});
