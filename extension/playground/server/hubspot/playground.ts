import { companies, customers } from '@backroom/demo-erp/cast';
import { Hono } from 'hono';
import { z } from 'zod';
import { playgroundCastSchema } from '../../seed/schema.ts';
import type { Crm } from './database.ts';
import { fail } from './errors.ts';
import type { Change } from './events.ts';
import { mergeRecords } from './merge.ts';
import type { Portal } from './portal.ts';

const mergeSchema = z.object({
  type: z.enum(['deals', 'companies', 'contacts']),
  primary: z.string(),
  other: z.string(),
});

/**
 * Not HubSpot's: how the playground's backend fills the data and asks which companies the demonstration counts as linked, and how a person at HubSpot's
 * own screen merges two records.
 */
export function playgroundRoutes(
  crm: Crm,
  { demo, portal, tell }: { demo: boolean; portal: Portal; tell: (changes: readonly Change[]) => void },
) {
  const app = new Hono();
  app.post('/playground/merge', async (context) => {
    const asked = mergeSchema.safeParse(await context.req.json().catch(() => null));
    if (!asked.success) return fail(400, 'VALIDATION_ERROR', z.prettifyError(asked.error));
    const { type, primary, other } = asked.data;
    const before = crm.survivor(type, other);
    // Asked once more.
    if (before !== other) return context.json({ survivor: before });
    const { survivor, changes } = mergeRecords(crm, portal, type, primary, other);
    tell(changes);
    return context.json({ survivor });
  });
  // What the deals are about when the ERP is a real one. Written once, at the first start.
  app.put('/playground/cast', async (context) => {
    const cast = playgroundCastSchema.safeParse(await context.req.json().catch(() => null));
    if (!cast.success) return fail(400, 'VALIDATION_ERROR', z.prettifyError(cast.error));
    crm.fill(cast.data);
    const links = cast.data.companies.flatMap(({ id, customer }) => (customer ? [{ companyId: id, customer }] : []));
    crm.put('playground', 'erp', cast.data.erp);
    crm.put('playground', 'links', { links: JSON.stringify(links) });
    return context.json({ deals: cast.data.deals.length });
  });
  // Read once, at the first start.
  app.get('/playground/links', (context) => {
    const kept = crm.get('playground', 'links')?.properties.links;
    if (kept) return context.json({ links: JSON.parse(kept) });
    if (!demo) return context.json({ links: [] });
    const links = companies
      .filter(({ linked }) => linked)
      .flatMap(({ id, customer }) => {
        const found = customers.find(({ number }) => number === customer);
        if (!found) return [];
        const { number, name, city, country, vatId, currency, paymentTerms, blocked } = found;
        return [
          {
            companyId: id,
            customer: {
              id: `cust-${number.slice(2)}`,
              number,
              name,
              city,
              country,
              vatId,
              currency,
              paymentTerms,
              blocked: blocked !== null,
            },
          },
        ];
      });
    return context.json({ links });
  });
  return app;
}
