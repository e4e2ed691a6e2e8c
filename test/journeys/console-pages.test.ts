import { locales } from '@backroom/shared/messages/locale';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings, browserPath, ofColours, openBrowser } from '../support/browser.ts';
import { openConsoleWorld } from '../support/console-world.ts';

type Opened = Awaited<ReturnType<typeof openConsoleWorld>>;
/** Routes that show no page of their own. */
const noPage: Readonly<Record<string, string>> = {
  '/assets/:name': 'styles and scripts',
  '/': 'leads to the orders',
  '/connection': 'leads to the connections',
  '/audit/log.csv': 'a file',
  '/connections/:id/description': 'a file',
  '/automation/bulk/:id/report.csv': 'a file',
  '/reconciliation/:file{[0-9a-f-]+\\.csv}': 'a file',
  '/duplicates/:file{[0-9a-f-]+\\.csv}': 'a file',
};
/** Each page at addresses that show what it can, by its route. */
const addresses = ({
  order,
  bulk,
  run,
  scan,
  approval,
  link,
  load,
  open,
}: Opened['ids']): Record<string, string[]> => ({
  '/enter/:token': ['/enter/forged'],
  '/approve/:token': [`/approve/${link}`, '/approve/forged'],
  '/orders': ['/orders', '/orders?tab=all', '/orders?tab=all&search=nothing'],
  '/orders/resend': ['/orders/resend'],
  '/orders/resent': ['/orders/resent'],
  '/orders/changes': ['/orders/changes'],
  '/orders/:id': [`/orders/${order}`, ...Object.values(open).map((id) => `/orders/${id}`)],
  '/orders/:id/:verb': ['mend', 'resend', 'adopt', 'cancel'].map((verb) => `/orders/${open.needs_attention}/${verb}`),
  '/reconciliation': ['/reconciliation'],
  '/reconciliation/:id': [`/reconciliation/${run}`],
  '/duplicates': ['certain', 'crm_double', 'crm_only', 'erp_only'].map((list) => `/duplicates?list=${list}`),
  '/duplicates/:scan/link': [`/duplicates/${scan}/link`],
  '/conflicts': ['/conflicts'],
  '/feed': ['/feed'],
  '/monitoring': ['/monitoring?period=hour', '/monitoring?period=month'],
  '/monitoring/:subject': ['/monitoring/orders?period=day'],
  '/calls': ['/calls', '/calls?outcome=failed'],
  '/alerts': ['/alerts'],
  '/audit': ['/audit'],
  '/load': ['/load'],
  '/load/:test': [`/load/${load}`],
  '/versions': ['/versions'],
  '/setup': ['/setup'],
  ...Object.fromEntries(
    ['erp', 'access', 'test', 'flows', 'fields', 'duplicates', 'preflight', 'pilot', 'live'].map((step) => [
      `/setup/${step}`,
      [`/setup/${step}`],
    ]),
  ),
  '/connections': ['/connections'],
  '/connections/new': ['/connections/new'],
  '/connections/new/:erp': [
    '/connections/new/odoo',
    '/connections/new/s4hana',
    '/connections/new/declared?from=erpnext',
    '/connections/new/sage-accounting',
  ],
  '/connections/granted': ['/connections/granted?state=forged'],
  '/connections/:id': ['/connections/main'],
  '/connections/:id/access': ['/connections/main/access'],
  '/connections/:id/try': ['/connections/main/try'],
  ...Object.fromEntries(
    ['pause', 'disconnect', 'delete'].map((verb) => [`/connections/:id/${verb}`, [`/connections/main/${verb}`]]),
  ),
  '/flows': ['/flows'],
  '/mapping': ['/mapping'],
  '/mapping/values': ['/mapping/values'],
  '/mapping/companies': ['/mapping/companies'],
  '/policies': ['/policies'],
  '/approvals': ['/approvals'],
  '/approvals/:id': [`/approvals/${approval}`],
  '/automation': ['/automation'],
  '/automation/bulk': ['/automation/bulk'],
  '/automation/bulk/:id': [`/automation/bulk/${bulk}`],
  '/access': ['/access'],
  '/access/keys': ['/access/keys'],
});
/** The first elements that reach out of the screen: whatever scrolls by itself may. */
const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll('main *, header *, footer *')]
      .filter((each) => each.getBoundingClientRect().right > width && !each.closest('.scroll'))
      .slice(0, 3)
      .map((each) => each.outerHTML.slice(0, 160));
  });
const statusFault = (path: string, status: number | undefined) =>
  status === 200 || /forged/.test(path) ? [] : [`status ${status}`];
const widths = [320, 768, 1920];
const schemes = ['light', 'dark'] as const;
/** `CONSOLE_PAGES=all`, or languages as in `CONSOLE_PAGES=de,it`: each page in a browser with axe at every width, light and dark. Four minutes a language. */
const { CONSOLE_PAGES: whole } = process.env;
const isWhole = whole !== undefined;
const asked = !isWhole || whole === 'all' ? locales : locales.filter((locale) => whole.split(',').includes(locale));

describe.skipIf(browserPath === null)('every page of the console', () => {
  let opened: Opened;
  let browser: BrowserContext;
  let page: Page;
  const cookies = new Map<string, string>();
  beforeAll(async () => {
    opened = await openConsoleWorld();
    for (const locale of locales) {
      const answer = await opened.world.desk('/view', opened.cookie, { locale, timeZone: 'Europe/Berlin' });
      cookies.set(locale, opened.world.cookieOf(answer));
    }
    browser = await openBrowser();
    page = await browser.newPage();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await opened?.world.close();
  });
  async function speak(locale: string): Promise<void> {
    const [name = '', value = ''] = (cookies.get(locale) ?? '').split(/=(.*)/s);
    await browser.addCookies([{ name, value, url: `${opened.world.backendUrl}/desk` }]);
  }
  const pages = () => Object.values(addresses(opened.ids)).flat();

  test('has an address in this file', () => {
    const routes = opened.world.backend.app.routes
      .filter(({ method, path }) => method === 'GET' && /^\/desk(\/|$)/.test(path))
      .map(({ path }) => path.slice('/desk'.length) || '/');
    const known = { ...addresses(opened.ids), ...noPage };
    expect([...new Set(routes)].filter((route) => !(route in known))).toEqual([]);
    expect(Object.keys(known).filter((route) => !routes.includes(route))).toEqual([]);
  });

  test('is there in each language, nothing is wider than the screen, and axe finds nothing in light or dark', async () => {
    const faults: string[] = [];
    const look = async (scheme: (typeof schemes)[number], width: number, rules?: readonly string[]) => {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: scheme });
      const found = [...(await axeFindings(page, rules)), ...(await tooWide(page))];
      return found.map((each) => `${scheme}, ${width}: ${each}`);
    };
    for (const locale of asked) {
      await speak(locale);
      for (const [nth, path] of pages().entries()) {
        const url = `${opened.world.backendUrl}/desk${path}`;
        const found: string[] = [];
        // German has the longest words. What a page is made of is the same in each language, and its colours in each theme, so they take turns with the rest.
        const turn = locales[nth % locales.length] === locale;
        const isDark = nth % 2 === 0;
        if (isWhole || turn || locale === 'de') {
          await page.setViewportSize({ width: 320, height: 900 });
          const answer = await page.goto(url);
          found.push(...statusFault(path, answer?.status()), ...(await tooWide(page)));
        } else {
          found.push(...statusFault(path, (await browser.request.get(url)).status()));
        }
        if (isWhole)
          for (const scheme of schemes) for (const width of widths) found.push(...(await look(scheme, width)));
        else if (turn) {
          found.push(...(await look(isDark ? 'dark' : 'light', 320)));
          if (isDark) found.push(...(await look('light', 1920, ofColours)));
        }
        faults.push(...found.map((each) => `${path} in ${locale}, ${each}`));
      }
    }
    expect(asked).not.toEqual([]);
    expect(faults).toEqual([]);
  }, 3_600_000);
});
