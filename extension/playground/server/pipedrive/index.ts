import { Hono } from 'hono';
import { z } from 'zod';
import { textOf } from '../../../../test/stand-ins/numbers.ts';
import { openPipedrive } from '../../../../test/stand-ins/pipedrive/service.ts';
import type { Crm } from '../hubspot/database.ts';
import { copyDeals } from './copy.ts';

/** As typed into Developer Hub. */
const pipedriveApp = {
  clientId: 'playground',
  clientSecret: 'playground-secret-not-for-production',
  jwtSecret: 'playground-panel-secret-not-for-production',
  /** The modal's action. */
  orderModal: 'playground-order',
};
const openedSchema = z.object({
  resource: z.enum(['deal', 'organization']),
  id: z.coerce.number().int().positive(),
  theme: z.enum(['light', 'dark']).default('light'),
  user: z.coerce.number().int(),
  data: z.string().max(2000).optional(),
});
/** Fields of ours on a deal, by the names that the adapter gives them. */
const OWN = /^(Backroom|ERP)/;

/** Pipedrive's API, its OAuth server and what its pages show, at the origin of the playground's page: the frame's ancestor is then the account's own host. */
export function standInPipedrive(crm: Crm, options: { publicOrigin: string; backendUrl: string }) {
  const { publicOrigin, backendUrl } = options;
  const pipedrive = openPipedrive({
    app: { ...pipedriveApp, redirectUri: `${publicOrigin}/pipedrive/oauth/callback` },
    // The public address of the playground is nobody's.
    deliver: (url, init) => fetch(url.replace(publicOrigin, backendUrl), init),
  });
  const { desk, company, fields } = pipedrive;
  let copied: ReturnType<typeof copyDeals> | null = null;
  const all = () => {
    copied ??= copyDeals(crm, pipedrive);
    return copied;
  };
  const nameOf = (id: unknown) => (typeof id === 'number' ? String(company.rowOf('organization', id).name) : null);
  const ownFields = (owner: 'deal' | 'organization', id: number) =>
    fields
      .list(owner)
      .filter(({ field_name }) => OWN.test(field_name))
      .map(({ field_name: name }) => ({ name, value: desk.stored(owner, id, name) }));
  function dealOf(id: number) {
    const { title, currency, org_id, status, value } = company.rowOf('deal', id);
    return {
      id,
      title,
      currency,
      status,
      value: textOf(value),
      organization: org_id,
      organizationName: nameOf(org_id),
    };
  }
  const app = new Hono();
  for (const path of ['/oauth/*', '/api/*', '/v1/*']) app.all(path, (c) => pipedrive.fetch(c.req.raw));
  // What the seed of the backend asks: who the account is, and which organisation is which company of the demonstration.
  app.get('/__pipedrive/account', (c) =>
    c.json({
      companyId: String(company.settings.id),
      users: desk.users.map(({ id }) => id),
      links: [...all().organizations].map(([companyId, id]) => ({ companyId, organizationId: String(id) })),
    }),
  );
  app.post('/__pipedrive/sits-down/:user', (c) => {
    desk.sitsDown(Number(c.req.param('user')));
    return c.json({});
  });
  app.get('/__pipedrive/deals', (c) => {
    const { deals } = all();
    return c.json({
      users: desk.users.map(({ id, name, language }) => ({ id, name, language: language.language_code })),
      deals: [...deals].map(([id, situation]) => ({ ...dealOf(id), situation })),
    });
  });
  app.get('/__pipedrive/records/:resource/:id', (c) => {
    all();
    const id = Number(c.req.param('id'));
    if (c.req.param('resource') === 'organization')
      return c.json({ id, title: nameOf(id), fields: ownFields('organization', id), lines: [] });
    const lines = company.linesOf(id).map(({ id: line, name, quantity, item_price, sum }) => ({
      ...{ id: line, name, quantity: textOf(quantity), price: textOf(item_price), sum: textOf(sum) },
    }));
    return c.json({ ...dealOf(id), fields: ownFields('deal', id), lines });
  });
  app.patch('/__pipedrive/lines/:id', async (c) => {
    const { quantity } = z.object({ quantity: z.string().regex(/^\d+(\.\d+)?$/) }).parse(await c.req.json());
    desk.changeLine(Number(c.req.param('id')), { quantity });
    return c.json({});
  });
  // As Pipedrive opens a frame; a modal has the panel's `data` beside it.
  app.get('/__pipedrive/frame', (c) => {
    const { resource, id, theme, user, data } = openedSchema.parse(c.req.query());
    const query = desk.panelQuery({ resource, id, user, theme });
    if (data !== undefined) query.set('data', data);
    return c.json({ src: `${backendUrl}/embed/pipedrive/?${query}`, id: query.get('id') });
  });
  app.get('/__pipedrive/token/:user', (c) => c.json({ token: desk.panelToken(Number(c.req.param('user'))) }));
  return { app, pipedrive };
}
