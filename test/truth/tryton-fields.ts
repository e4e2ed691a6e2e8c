import { tryton } from '@backroom/backend/erp/tryton/index';
import pg from 'pg';
import { z } from 'zod';
import { labProblem, openTrytonLab } from '../labs/tryton/lab.ts';
import { trytonDesk } from '../support/tryton-desk.ts';
import { creditLeft, fieldsPartOf } from './crm-fields.ts';
import * as money from './tryton-money-sql.ts';
import * as sales from './tryton-orders-sql.ts';
import * as own from './tryton-sql.ts';

/** A Tryton lab of its own: what the feed wrote into the CRM against Tryton's tables by SQL. */
export const trytonFields = fieldsPartOf(async () => {
  const problem = labProblem();
  if (problem) return { unavailable: problem };
  const lab = await openTrytonLab();
  const { url, database, user, password, postgres, company, admin } = lab.settings;
  const adapter = tryton({ url, credentials: { user, password }, settings: { database } });
  const desk = await trytonDesk({ url, database }, admin);
  const db = new pg.Pool({ connectionString: postgres, max: 2 });
  const today = await own.today(db, 'Europe/Berlin');
  const numberOf = async (order: number) =>
    (await own.one(db, z.object({ number: own.text }), 'select number from sale_sale where id = $1', [order])).number;
  return {
    adapter,
    desk,
    customers: (await own.customers(db)).map(({ id }) => String(id)),
    against: 'CRM fields as the feed left them, against PostgreSQL by SQL',
    async ordersOf(customer) {
      const rows = await sales.orders(db, Number(customer));
      // A draft has no number yet, and nobody converts one.
      const sold = rows.filter(({ status }) => status !== 'draft');
      return Promise.all(
        sold.map(async ({ id, status, total }) => ({
          id: String(id),
          fields: { orderNumber: await numberOf(id), orderStatus: status, orderTotal: total },
        })),
      );
    },
    async ofCustomer(customer) {
      const id = Number(customer);
      const [card, totals, credit] = [
        await own.customer(db, id),
        await money.totals(db, id, today),
        await money.credit(db, id, company, today),
      ];
      const [only] = totals;
      return {
        erpCustomerNumber: card.code,
        paymentTerms: card.term,
        creditFree: creditLeft(credit),
        ...(totals.length > 1 ? { openTotal: null, overdueTotal: null } : {}),
        ...(only && totals.length === 1 ? { openTotal: only.open, overdueTotal: only.overdue } : {}),
      };
    },
    async close() {
      await adapter.close?.();
      await db.end();
      await lab.remove();
    },
  };
});
