import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { html } from 'hono/html';

type Options = {
  pageUrl: () => string;
  backendUrl: string;
  scopes: readonly string[];
  /** Public certificate of the Salesforce org, in PEM. */
  certificate: string;
};

/**
 * Stands in for both marketplaces. HubSpot's asks for consent, then sends the browser to the app with a code and the address to come back to. Salesforce's
 * puts the package into the org; the admin then brings the org's certificate to the app.
 */
export function marketplace({ pageUrl, backendUrl, scopes, certificate }: Options) {
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
  app.get('/appexchange', (c) =>
    c.html(
      page(
        'Install Backroom in this org',
        html`<p>The package brings its permission sets, components, triggers and fields.</p>
<form method="post" action="/appexchange"><button>Install for admins only</button></form>`,
      ),
    ),
  );
  app.post('/appexchange', (c) => c.redirect('/appexchange/installed', 303));
  app.get('/appexchange/installed', (c) =>
    c.html(
      page(
        'The package is installed',
        html`<p><label>Certificate Backroom of this org (Setup › Certificate and Key Management)<br><textarea id="certificate" rows="10" cols="66" readonly>${certificate}</textarea></label></p>
<p><a href="${backendUrl}/salesforce/oauth/install">Connect this org to Backroom</a></p>
<p><a href="/salesforce/settings">Open the app Backroom</a></p>`,
      ),
    ),
  );
  return app;
}
