import { odoo } from '@backroom/backend/erp/odoo/index';
import pg from 'pg';
import { z } from 'zod';
import { odooDesk } from '../support/odoo-desk.ts';
import { creditLeft, fieldsPartOf } from './crm-fields.ts';
import { environment } from './odoo.ts';
import * as money from './odoo-money-sql.ts';
import * as own from './odoo-sql.ts';
import { call } from './part.ts';

/** Customers with hundreds of orders would be all that is compared. */
const ORDERS = 12;

/** The Odoo that the environment names: what the feed wrote into the CRM against its tables by SQL. */
export const odooFields = fieldsPartOf(async () => {
  const given = environment.safeParse(process.env);
  if (!given.success) return { unavailable: z.prettifyError(given.error) };
  const { ODOO_URL: url, ODOO_DB: database, ODOO_API_KEY: key, ODOO_LOGIN: login, ODOO_COMPANY: company } = given.data;
  const settings = { database, company: String(company) };
  const adapter = odoo({ url, credentials: { key, ...(login ? { login } : {}) }, settings });
  const desk = await odooDesk({ url, database, key, login: login ?? null });
  const { timeZone, version } = await adapter.health({}, call());
  const pool = new pg.Pool({ connectionString: given.data.ODOO_PG_URL, max: 2 });
  const db = await own.open(pool, company, timeZone);
  const today = await own.today(db);
  return {
    adapter,
    desk,
    customers: (await own.customers(db)).map(({ id }) => String(id)),
    against: `Odoo ${version}; CRM fields as the feed left them, against PostgreSQL by SQL`,
    async ordersOf(customer) {
      const rows = await own.orders(db, Number(customer));
      const sold = rows.filter(({ state }) => state === 'sale' || state === 'done').slice(0, ORDERS);
      return sold.map(({ id, number, total }) => ({
        id: String(id),
        fields: { orderNumber: number, orderTotal: total },
      }));
    },
    async ofCustomer(customer) {
      const id = Number(customer);
      const [card, totals, credit] = [
        await own.customer(db, id),
        await money.totals(db, id, today),
        await money.credit(db, id, today),
      ];
      const [only] = totals;
      return {
        erpCustomerNumber: card.number,
        paymentTerms: card.term,
        blocked: String(card.stopped),
        creditFree: creditLeft(credit),
        ...(totals.length > 1 ? { openTotal: null, overdueTotal: null } : {}),
        ...(only && totals.length === 1
          ? { openTotal: only.open, overdueTotal: only.overdue, nextDue: only.next }
          : {}),
      };
    },
    async close() {
      await adapter.close?.();
      await pool.end();
    },
  };
});
