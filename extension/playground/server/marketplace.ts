import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { html } from 'hono/html';

type Options = { pageUrl: () => string; backendUrl: string; scopes: readonly string[] };

/** Where HubSpot's marketplace would be: it asks for consent, then sends the browser to the app with a code and the address to come back to. */
export function marketplace({ pageUrl, backendUrl, scopes }: Options) {
  const app = new Hono();
  const page = (title: string, body: ReturnType<typeof html>) =>
    html`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><link rel="icon" href="data:,"></head>
<body><main><h1>${title}</h1>${body}</main></body></html>`;
  app.get('/marketplace', (c) =>
    c.html(
      page(
        'Install Backroom',
        html`<p>Backroom asks this HubSpot account for:</p><ul>${scopes.map((scope) => html`<li>${scope}</li>`)}</ul>
<form method="post" action="/marketplace"><button>Install app</button></form>`,
      ),
    ),
  );
  app.post('/marketplace', (c) => {
    const query = new URLSearchParams({ code: randomUUID(), returnUrl: `${pageUrl()}/marketplace/installed` });
    return c.redirect(`${backendUrl}/hubspot/oauth/callback?${query}`, 303);
  });
  app.get('/marketplace/installed', (c) =>
    c.html(page('Backroom is installed', html`<p><a href="/settings">Open the settings of Backroom</a></p>`)),
  );
  return app;
}
