import { Hono } from 'hono';
import { z } from 'zod';
import type { Crm } from './hubspot/database.ts';
import { search, searchSchema } from './hubspot/search.ts';

const linesInput = z.object({
  lines: z
    .array(
      z.object({
        code: z.string().nullable(),
        name: z.string(),
        quantity: z.string(),
        price: z.string(),
        /** The deal's own unless it says another. */
        currency: z.string().optional(),
      }),
    )
    .max(10_000),
});

/** What the CRM page itself shows: deals, companies, properties. Not HubSpot's API; the page is ours. */
export function pageData(
  crm: Crm,
  context: object,
  onChange: (type: string, id: string, properties: readonly string[]) => void,
) {
  const app = new Hono();
  const companyOf = (dealId: string) => {
    const [id] = crm.associated('deals', dealId, 'companies');
    return id ? { id, name: crm.get('companies', id)?.properties.name ?? '' } : undefined;
  };
  const quoteOf = (dealId: string) => crm.associated('deals', dealId, 'quotes')[0];
  const whole = () => ({ ...context, realErp: crm.get('playground', 'erp')?.properties ?? null });
  app.get('/__context', (c) => c.json(whole()));
  app.get('/__crm/deals', (c) =>
    c.json({
      deals: crm.all('deals').map(({ id, properties: p }) => {
        const company = companyOf(id);
        return {
          id,
          name: p.dealname ?? '',
          situation: p.backroom_situation ?? '',
          companyId: company?.id ?? '',
          companyName: company?.name ?? '',
          amount: p.amount ?? '0',
          currency: p.deal_currency_code ?? 'EUR',
          stage: p.dealstage ?? '',
          orderNumber: p.backroom_order_number ?? null,
        };
      }),
    }),
  );
  app.get('/__crm/companies', (c) =>
    c.json({ companies: crm.all('companies').map(({ id, properties }) => ({ id, name: properties.name ?? '' })) }),
  );
  function record(type: 'deal' | 'company', id: string) {
    const object = crm.get(type === 'deal' ? 'deals' : 'companies', id);
    if (!object) return null;
    const { properties } = object;
    if (type !== 'deal') return { type, id, name: properties.name, properties };
    const quote = quoteOf(id);
    const lines = (quote ? crm.associated('quotes', quote, 'line_items') : []).flatMap(
      (each) => crm.get('line_items', each) ?? [],
    );
    return {
      type,
      id,
      name: properties.dealname,
      properties,
      company: companyOf(id),
      lines: lines.map(({ properties: p }) => ({ code: p.hs_sku, name: p.name, quantity: p.quantity, price: p.price })),
    };
  }
  app.get('/__crm/records/:type/:id', (c) => {
    const found = record(c.req.param('type') === 'deal' ? 'deal' : 'company', c.req.param('id'));
    return found ? c.json(found) : c.json({ error: 'not found' }, 404);
  });
  /** A list view of the CRM: records with this value in a field. */
  app.get('/__crm/list/:type', (c) => {
    const { property = '', value = '' } = c.req.query();
    const type = c.req.param('type') === 'deal' ? 'deals' : 'companies';
    const asked = searchSchema.parse({
      filterGroups: [{ filters: [{ propertyName: property, operator: 'EQ', value }] }],
      limit: 200,
    });
    return c.json({ ids: search(crm, type, asked)?.page.map(({ id }) => id) ?? [] });
  });
  app.patch('/__crm/deals/:id/lines', async (c) => {
    const id = c.req.param('id');
    const quote = quoteOf(id);
    const body = linesInput.safeParse(await c.req.json().catch(() => null));
    if (!quote || !body.success) return c.json({ error: 'lines expected' }, 422);
    const currency = crm.get('deals', id)?.properties.deal_currency_code ?? 'EUR';
    crm.atOnce(() => {
      for (const each of crm.associated('quotes', quote, 'line_items')) crm.remove('line_items', each);
      for (const [index, line] of body.data.lines.entries()) {
        const lineId = `${id}${Date.now()}${index}`;
        crm.put('line_items', lineId, {
          name: line.name,
          quantity: line.quantity,
          price: line.price,
          hs_sku: line.code,
          hs_line_item_currency_code: line.currency ?? currency,
          hs_position_on_quote: String(index),
        });
        crm.associate(['quotes', quote], ['line_items', lineId]);
      }
    });
    // HubSpot sums the deal's amount anew.
    onChange('deals', id, ['amount']);
    return c.json({ ok: true });
  });
  return { app, context: whole, record };
}
