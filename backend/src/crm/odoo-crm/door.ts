import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { z } from 'zod';
import type { Logger } from '../../monitoring/log.ts';
import { ProblemError } from '../../problems/error.ts';
import type { CrmEvent } from '../contract/index.ts';
import type { Crm, CrmPorts } from '../contract/manifest.ts';
import { page, pagesApp } from '../kit/pages.ts';
import { accountOf } from './embed.ts';
import { parseDelivery } from './events.ts';
import type { OdooPlaces } from './places.ts';
import { audienceOf, databaseSchema, statementOf, untilOf } from './proof.ts';

export const STATEMENT_HEADER = 'x-backroom-statement';
const bodySchema = z.strictObject({ statement: z.string().min(1).max(8000) });
const aboutSchema = z.object({ body: z.string(), url: z.string().optional() });
const steps = (address: string) =>
  page(
    'Connect Odoo CRM',
    html`<ol><li>Put the folder <code>extension/odoo/backroom</code> into Odoo's addons path, and install the app Backroom.</li>
<li>In Odoo, as an administrator: Settings › Backroom. Address of Backroom: <code>${address}</code>. Press Connect.</li>
<li>Open an opportunity, page ERP: it leads you to the ERP's connection.</li></ol>`,
  );
const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ProblemError('invalid_input', { cause });
  }
};

/** What the addon calls from Odoo's server: its connection, and what has changed. Each is signed, and counts once. */
export function odooDoor(options: {
  places: Pick<OdooPlaces, 'find'>;
  connect: (statement: string) => Promise<string>;
  publicOrigin: string;
  logger: Logger;
  now: () => number;
  useOnce: CrmPorts['useOnce'];
  onEvents: CrmPorts['onEvents'];
}): Crm['door'] {
  const { places, publicOrigin } = options;
  const door: Crm['door'] = new Hono();
  door.post('/connect', async (context) => {
    const body = bodySchema.safeParse(jsonIn(await context.req.text())).data;
    if (!body) throw new ProblemError('invalid_input');
    const account = await options.connect(body.statement);
    return context.json({ ok: true, account });
  });
  /** The signature covers the body, byte for byte. */
  async function signed(context: Context): Promise<{ body: unknown; fromItself: boolean }> {
    const text = await context.req.text();
    const body = jsonIn(text);
    const database = z.object({ database: databaseSchema }).safeParse(body).data?.database;
    const place = database && (await places.find(accountOf(database)));
    if (!database || !place) throw new ProblemError('signature_invalid');
    const claims = await statementOf(aboutSchema, context.req.header(STATEMENT_HEADER) ?? '', {
      ...{ publicKey: place.publicKey, database, now: options.now() },
      audience: audienceOf(publicOrigin, 'events'),
    });
    if (claims.body !== createHash('sha256').update(text).digest('base64url'))
      throw new ProblemError('signature_invalid');
    if (!(await options.useOnce(accountOf(database), claims.jti, untilOf(claims))))
      throw new ProblemError('signature_replayed');
    return { body, fromItself: claims.url === place.url };
  }
  door.post('/events', async (context) => {
    const { body, fromItself } = await signed(context);
    let events: CrmEvent[];
    try {
      events = parseDelivery(body);
    } catch (cause) {
      throw new ProblemError('invalid_input', { cause });
    }
    // A copy of the database has the same key: its end is not the end of the one that was copied.
    if (!fromItself && events.some(({ kind }) => kind === 'uninstalled')) throw new ProblemError('forbidden');
    await options.onEvents(events);
    return context.json({ ok: true });
  });
  const pages = pagesApp({ publicOrigin, formTargets: [], logger: options.logger });
  pages.get('/install', (context) => context.html(steps(publicOrigin)));
  door.route('/', pages);
  return door;
}
