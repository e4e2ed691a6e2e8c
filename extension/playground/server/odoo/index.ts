import { Hono } from 'hono';
import { z } from 'zod';
import { placeholders } from '../../../../test/odoo-crm/recording.ts';
import { openOdoo } from '../../../../test/stand-ins/odoo/service.ts';
import type { Crm } from '../hubspot/database.ts';
import { copyDeals } from './copy.ts';

const UUID = '7a9f3c52-5b1e-4d0a-9c1d-2f6b8e4a1c31';
const rpcSchema = z.object({ params: z.unknown() });
const tokenSchema = z.object({ model: z.string(), id: z.int(), nonce: z.string() });
const challengeSchema = z.object({ nonce: z.string(), database: z.string() });
const recordSchema = z.object({ entity: z.enum(['opportunity', 'quotation', 'account']), id: z.coerce.number().int() });
const models = { opportunity: 'crm.lead', quotation: 'sale.order', account: 'res.partner' } as const;
/** What the app shows of its own fields on the form of each record. */
const own: Readonly<Record<keyof typeof models, readonly string[]>> = {
  opportunity: ['order_number', 'order_status', 'promise_date', 'tracking'],
  quotation: ['order_number', 'order_status'],
  account: ['customer_number', 'payment_terms'],
};
const labels: Readonly<Record<string, string>> = {
  ...{ order_number: 'ERP order', order_status: 'ERP order status', promise_date: 'ERP promise date' },
  ...{ tracking: 'ERP tracking number', customer_number: 'ERP customer number', payment_terms: 'ERP payment terms' },
};
const states: Readonly<Record<string, string>> = { draft: 'Quotation', sent: 'Quotation Sent', sale: 'Sales Order' };
const languages: Readonly<Record<string, string>> = {
  en: 'en_GB',
  de: 'de_DE',
  fr: 'fr_FR',
  es: 'es_ES',
  nl: 'nl_NL',
  it: 'it_IT',
};
const text = (value: unknown): string => (value === false || value === undefined ? '' : String(value));
const linked = (value: unknown): { id: string | null; name: string } =>
  Array.isArray(value) ? { id: String(value[0]), name: String(value[1]) } : { id: null, name: '' };

/** A database of Odoo with the app in it, and what its forms show, at the origin of the playground's page. */
export function standInOdoo(crm: Crm, options: { port: number; publicOrigin: string; backendUrl: string }) {
  const url = `http://127.0.0.1:${options.port}`;
  const person = { id: 7, name: 'Mina Sand', email: 'mina.sand@nordlicht.example', lang: 'en_GB', admin: true };
  const odoo = openOdoo({
    at: {
      ...{ uuid: UUID, database: placeholders.database, login: 'backroom', key: placeholders.backroom },
      // The public address of the playground is nobody's.
      ...{ address: options.publicOrigin, browser: options.backendUrl },
    },
    ...{ admin: placeholders.admin, person: () => person, url: () => url },
  });
  let copied: ReturnType<typeof copyDeals> | null = null;
  const all = () => {
    copied ??= copyDeals(crm, odoo);
    return copied;
  };
  const lead = ['name', 'partner_id', 'stage_id', 'expected_revenue', 'company_currency'];
  const order = ['name', 'state', 'partner_id', 'opportunity_id', 'currency_id', 'amount_untaxed', 'validity_date'];
  const line = ['product_id', 'product_uom_qty', 'product_uom_id', 'price_unit', 'discount', 'price_subtotal'];
  const quotationsOf = (id: number) =>
    odoo
      .rows('sale.order')
      .filter(({ opportunity_id }) => opportunity_id === id)
      .map((row) => odoo.read('sale.order', row.id, order));
  function opportunityOf(id: number) {
    const row = odoo.read('crm.lead', id, lead);
    const [quotation] = quotationsOf(id);
    const { id: account, name: accountName } = linked(row.partner_id);
    return {
      ...{ id: String(id), name: text(row.name), status: linked(row.stage_id).name, account, accountName },
      value: text(quotation?.amount_untaxed ?? row.expected_revenue),
      currency: linked(quotation?.currency_id ?? row.company_currency).name,
    };
  }
  const fieldsOf = (entity: keyof typeof models, id: number) => {
    const names = own[entity].map((name) => `backroom_${name}`);
    const row = odoo.read(models[entity], id, names);
    return own[entity].flatMap((name) => {
      const value = text(row[`backroom_${name}`]);
      return value === '' ? [] : [{ name: labels[name] ?? name, value }];
    });
  };
  function formOf(entity: keyof typeof models, id: number): object {
    if (entity === 'opportunity')
      return {
        ...opportunityOf(id),
        quotations: quotationsOf(id).map((each) => ({ id: String(each.id), number: text(each.name) })),
      };
    if (entity === 'account') {
      const row = odoo.read('res.partner', id, [
        'name',
        'street',
        'zip',
        'city',
        'country_id',
        'vat',
        'phone',
        'email',
      ]);
      const place = [text(row.street), `${text(row.zip)} ${text(row.city)}`.trim(), linked(row.country_id).name];
      const { name, vat, phone, email } = row;
      return { name: text(name), place: place.filter(Boolean), vat: text(vat), phone: text(phone), email: text(email) };
    }
    const row = odoo.read('sale.order', id, order);
    const { id: account, name: accountName } = linked(row.partner_id);
    const opportunity = linked(row.opportunity_id);
    return {
      ...{ name: text(row.name), status: states[text(row.state)] ?? '', account, accountName },
      ...{ opportunity: opportunity.id, opportunityName: opportunity.name, expires: text(row.validity_date) },
      ...{ currency: linked(row.currency_id).name, value: text(row.amount_untaxed) },
      lines: odoo
        .rows('sale.order.line')
        .filter(({ order_id }) => order_id === id)
        .map((each) => odoo.read('sale.order.line', each.id, line))
        .map((each) => ({
          ...{ id: String(each.id), name: linked(each.product_id).name, unit: linked(each.product_uom_id).name },
          ...{ quantity: text(each.product_uom_qty), price: text(each.price_unit), discount: text(each.discount) },
          amount: text(each.price_subtotal),
        })),
    };
  }

  const app = new Hono();
  app.all('/json/*', async (c) => {
    const authorization = c.req.header('authorization') ?? '';
    const { status, type, body } = odoo.ask({ path: c.req.path, authorization, body: await c.req.text() });
    return new Response(body, { status, headers: { 'content-type': type } });
  });
  // The app's controllers: the first two for its widget, by the envelope of Odoo's own JSON routes.
  app.post('/backroom/frame', (c) => c.json({ jsonrpc: '2.0', result: odoo.addon.frame() }));
  app.post('/backroom/token', async (c) => {
    const { params } = rpcSchema.parse(await c.req.json());
    return c.json({ jsonrpc: '2.0', result: odoo.addon.token(tokenSchema.parse(params)) });
  });
  app.post('/backroom/challenge', async (c) => {
    const answer = odoo.addon.challenge(challengeSchema.parse(await c.req.json()));
    return answer ? c.json(answer) : c.notFound();
  });
  // What the seed of the backend asks: the statement that the button of the settings sends, and which contact is which company of the demonstration.
  app.get('/__odoo/connection', (c) =>
    c.json({
      ...{ database: UUID, statement: odoo.addon.connection() },
      links: [...all().partners].map(([companyId, partner]) => ({ companyId, partnerId: String(partner) })),
    }),
  );
  app.put('/__odoo/language/:language', (c) => {
    person.lang = languages[c.req.param('language')] ?? 'en_GB';
    return c.json({});
  });
  app.get('/__odoo/opportunities', (c) =>
    c.json({
      person: person.name,
      opportunities: [...all().opportunities].map(([id, situation]) => ({ ...opportunityOf(id), situation })),
    }),
  );
  app.get('/__odoo/records/:entity/:id', (c) => {
    all();
    const { entity, id } = recordSchema.parse(c.req.param());
    return c.json({ id: String(id), ...formOf(entity, id), fields: fieldsOf(entity, id) });
  });
  return { app, odoo };
}
