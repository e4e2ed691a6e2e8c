// `node test/truth/odoo-lab/main.ts`: makes the set-ups on the Odoo that ODOO_URL, ODOO_DB and ODOO_ADMIN_KEY name.
import { odoo } from '@backroom/backend/erp/odoo/index';
import { deskAt } from './desk.ts';
import { setUps } from './set-ups.ts';

const { ODOO_URL = '', ODOO_DB = '', ODOO_ADMIN_KEY = '', ODOO_API_KEY = '' } = process.env;
const desk = await deskAt(ODOO_URL, ODOO_DB, ODOO_ADMIN_KEY, 1);
const adapter = odoo({ url: ODOO_URL, credentials: { key: ODOO_API_KEY }, settings: { database: ODOO_DB } });
for (const each of setUps) await each(desk, adapter);
