import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { Page } from 'playwright-core';
import { buildSalesforcePage } from '../../extension/playground/salesforce/build.ts';

const root = join(import.meta.dirname, '..', '..');
const build = join(root, 'extension', 'playground', '.build', 'salesforce');
const slds = join(
  root,
  'node_modules',
  '@salesforce-ux',
  'design-system-2',
  'dist',
  'css',
  'bundled',
  'slds2.cosmos.css',
);
const page = (imports: string) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Component</title>
<link rel="stylesheet" href="/slds.css"><script type="importmap">${imports}</script>
<script>globalThis.load = (path) => import(path);</script></head>
<body><main><h1>Component</h1><div id="place"></div></main></body></html>`;

/** What a method of Apex gives: the text of the envelope, or the failure that a component gets. */
export type ApexAnswer = { text: string } | { error: unknown };
export type Ask = { name: string; method?: string; path?: string; body?: string };
export type Placed = { tag: string; lang?: 'en' | 'de' | 'fr'; objectApiName?: string; dark?: boolean };

/** An empty page that has the real components, the real base components and the real design system, and no backend. */
export async function startOrg() {
  await buildSalesforcePage();
  const app = new Hono();
  const text = (body: string, type: string) =>
    new Response(body, { headers: { 'content-type': `${type}; charset=utf-8` } });
  app.get('/', () => text(page(readFileSync(join(build, 'page', 'imports.json'), 'utf8')), 'text/html'));
  app.get('/slds.css', () => text(readFileSync(slds, 'utf8'), 'text/css'));
  app.get('/__salesforce/:folder{vendor|page}/:file{[\\w.-]+}', (context) => {
    const { folder, file } = context.req.param();
    return text(
      readFileSync(join(build, folder, file), 'utf8'),
      file.endsWith('.json') ? 'application/json' : 'text/javascript',
    );
  });
  const server = await new Promise<{ url: string; server: Server }>((ready) => {
    const started = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      ready({ url: `http://127.0.0.1:${port}`, server: started as Server }),
    );
  });
  return {
    /** Places one component as a record page does; `apex` answers whatever it asks. */
    async place(
      browserPage: Page,
      placed: Placed,
      apex: (ask: Ask) => ApexAnswer | Promise<ApexAnswer>,
    ): Promise<void> {
      const { tag, lang = 'en', objectApiName = 'Opportunity', dark = false } = placed;
      await browserPage.exposeFunction('askApex', apex);
      await browserPage.goto(server.url);
      const labels = JSON.parse(readFileSync(join(build, 'page', `labels-${lang}.json`), 'utf8')) as object;
      await browserPage.evaluate(
        async ({ tag, lang, labels, objectApiName, dark }) => {
          document.body.className = dark ? 'slds-color-scheme_dark' : 'slds-color-scheme_light';
          document.body.style.background = 'var(--slds-g-color-surface-2)';
          const scope = globalThis as unknown as {
            salesforceOrg: object;
            /** In the page itself: the test runner would turn an import here into one of its own. */
            load: (path: string) => Promise<{ place: (tag: string, where: Element | null, record: object) => void }>;
            askApex: (ask: object) => Promise<{ text?: string; error?: unknown }>;
          };
          scope.salesforceOrg = {
            lang,
            locale: lang,
            timeZone: 'UTC',
            labels,
            apex: async (name: string, input: object) => {
              const answer = await scope.askApex({ name, ...input });
              if ('error' in answer) throw answer.error;
              return name === 'BackroomSetup.status' ? JSON.parse(answer.text ?? '') : answer.text;
            },
          };
          await scope.load('/__salesforce/vendor/shadow.js');
          const { place } = await scope.load('/__salesforce/page/page.js');
          place(tag, document.querySelector('#place'), { recordId: '0065g0000005001AAA', objectApiName });
        },
        { tag, lang, labels, objectApiName, dark },
      );
    },
    stop: () =>
      new Promise<void>((done) => {
        server.server.close(() => done());
        server.server.closeAllConnections();
      }),
  };
}
