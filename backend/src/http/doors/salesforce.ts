import { Hono } from 'hono';
import { type CallerProof, provenCaller } from '../../access/caller.ts';
import { installInputSchema, type salesforceInstall } from '../../access/salesforce/install.ts';
import type { CrmEvent } from '../../crm/contract/index.ts';
import { parseChanges } from '../../crm/salesforce/events.ts';
import { ProblemError } from '../../problems/error.ts';
import type { Variables } from '../errors.ts';
import { page, text } from './page.ts';

export type SalesforceDoorOptions = {
  /** The org's trigger, signed like everything that Apex sends. */
  events: CallerProof;
  onEvents: (events: CrmEvent[]) => Promise<void>;
  /** Null where no connected app is configured. */
  install: ReturnType<typeof salesforceInstall> | null;
};
const form = page(
  'Connect a Salesforce org',
  `<form method="post"><p><label>Certificate (Setup › Certificate and Key Management › Download Certificate)<br>
<textarea name="certificate" rows="20" cols="66" required></textarea></label></p>
<p><label>Its unique name <input name="kid" value="Backroom" required pattern="[A-Za-z][A-Za-z0-9_]{0,39}"></label></p>
<p><label><input type="radio" name="org" value="production" checked> Production</label>
<label><input type="radio" name="org" value="sandbox"> Sandbox</label></p><p><button>Connect</button></p></form>`,
);

/** What a Salesforce org calls outside of the panels: change events, and the two ends of connecting it. */
export function salesforceDoor(options: SalesforceDoorOptions) {
  const app = new Hono<{ Variables: Variables }>();
  const installer = () => {
    if (!options.install) throw new ProblemError('not_found');
    return options.install;
  };
  app.post('/events', provenCaller([options.events]), async (context) => {
    let events: CrmEvent[];
    try {
      events = parseChanges(context.get('caller').account, await context.req.json());
    } catch (cause) {
      throw new ProblemError('invalid_input', { cause });
    }
    await options.onEvents(events);
    return context.json({ ok: true });
  });
  app.get('/oauth/install', (context) => {
    installer();
    return context.html(form);
  });
  app.post('/oauth/install', async (context) => {
    const input = installInputSchema.safeParse(Object.fromEntries(new URLSearchParams(await context.req.text())));
    if (!input.success)
      throw new ProblemError('invalid_input', {
        errors: input.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
      });
    const { url, cookie } = await installer().start(input.data);
    context.header(
      'set-cookie',
      `backroom_sf=${cookie}; HttpOnly; Secure; SameSite=Lax; Path=/salesforce/oauth; Max-Age=600`,
    );
    return context.redirect(url);
  });
  app.get('/oauth/callback', async (context) => {
    const cookie = /backroom_sf=([^;]+)/.exec(context.req.header('cookie') ?? '')?.[1] ?? '';
    const { code = '', state = '' } = context.req.query();
    const account = await installer().finish(code, state, cookie);
    return context.html(
      page(
        'The org is connected',
        `<p>Account ${text(account)}. Assign the permission set Backroom_Rep, then open an opportunity.</p>`,
      ),
    );
  });
  return app;
}
