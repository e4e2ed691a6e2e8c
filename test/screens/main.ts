// `npm run screens -- out/folder name-part`: every screen as a picture, in the states that docs/design.md names, for somebody to look at one by one.
// `npm run screens -- --surfaces docs`: the same sale in each CRM, side by side.
// `npm run screens -- --pairs out/folder --before a292857`: what a picky eye stumbled over, as it was and as it is.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { shiftsOf, watchShifts } from '../support/layout-shift.ts';
import { startProduct } from '../support/product.ts';
import { takePairs } from './pairs.ts';
import { orderWithoutErp, prepare } from './states.ts';
import { takeSurfaces } from './surfaces.ts';

type Screen = { name: string; path: string; console?: true };
const deals = {
  ready: '5001',
  refused: '5002',
  'below-price': '5003',
  'over-limit': '5004',
  'unknown-product': '5005',
  'unlinked-one': '5006',
  'unlinked-three': '5007',
  'unlinked-none': '5008',
  ordered: '5009',
  'fifty-lines': '5010',
  changed: '5011',
  blocked: '5012',
  'no-lines': '5013',
  'near-limit': '5014',
};
/** Of the same deals while the ERP does not answer. */
const withoutErp = { waiting: '5001', 'last-known': '5004' };
const pagesOf = (named: Record<string, string>): Screen[] =>
  Object.entries(named).flatMap(([name, deal]) => [
    { name: `hubspot-${name}`, path: `/deals/${deal}` },
    { name: `salesforce-${name}`, path: `/salesforce/deals/${deal}` },
  ]);
const screens: Screen[] = [
  ...pagesOf(deals),
  { name: 'hubspot-company', path: '/companies/7001' },
  { name: 'hubspot-settings', path: '/settings' },
  { name: 'salesforce-account', path: '/salesforce/companies/7004' },
  { name: 'salesforce-settings', path: '/salesforce/settings' },
  ...['orders', 'orders?tab=all', 'reconciliation', 'feed', 'setup', 'connection', 'access'].map((page) => ({
    name: `console-${page.replace(/\W+/g, '-')}`,
    path: `/desk/${page}`,
    console: true as const,
  })),
];
const looks = [
  { name: 'wide', width: 1440, dark: false, locale: 'en-gb' },
  { name: 'wide-it', width: 1440, dark: false, locale: 'it' },
  { name: 'dark-de', width: 1440, dark: true, locale: 'de' },
  { name: 'tablet-de', width: 768, dark: false, locale: 'de' },
  { name: 'tablet-dark-fr', width: 768, dark: true, locale: 'fr' },
  { name: 'narrow-fr', width: 320, dark: false, locale: 'fr' },
  { name: 'narrow-dark-it', width: 320, dark: true, locale: 'it' },
];

/** Nothing is being read any more. A page of a CRM asks again and again, so the network is never idle. */
async function settled(page: Page): Promise<void> {
  await page.locator('table, .alert, dd, [role=switch], form, .empty').last().waitFor({ timeout: 120_000 });
  const reading = page.locator('.loading, .skeleton, .card > h2:only-child, [data-lwc]:empty');
  for (const until = Date.now() + 60_000; (await reading.count()) > 0; await page.waitForTimeout(200))
    if (Date.now() > until) throw new Error(`still reading: ${await reading.first().textContent()}`);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pairs: { type: 'boolean', default: false },
    surfaces: { type: 'boolean', default: false },
    before: { type: 'string' },
  },
});
const [folder = '.data/screens', part = ''] = positionals;
if (values.pairs) {
  await takePairs(resolve(folder), values.before ?? null);
  process.exit();
}
if (values.surfaces) {
  await takeSurfaces(resolve(folder));
  process.exit();
}
const out = resolve(folder);
mkdirSync(out, { recursive: true });
const product = await startProduct();
const browser = await openBrowser();
/** Signs in; the console keeps the language of the browser until its own form is sent. */
async function signIn(page: Page, locale: string): Promise<void> {
  const language = locale.slice(0, 2);
  await page.goto(`${product.pageUrl}/desk`);
  await page.locator('select[name=locale]').selectOption(language);
  await page.locator('footer form button').click();
  await page.locator(`html[lang=${language}]`).waitFor();
}
async function take(page: Page, screen: Screen, look: (typeof looks)[number]): Promise<void> {
  const name = `${screen.name}-${look.name}`;
  await page.goto(`${screen.console ? product.backendUrl : product.pageUrl}${screen.path}`);
  await settled(page).catch((error: Error) => process.stdout.write(`${name}: ${error.message.split('\n')[0]}\n`));
  const dark = page.getByLabel('Dark', { exact: true });
  if ((await dark.count()) > 0) await dark.setChecked(look.dark);
  const { total, moved } = await shiftsOf(page);
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await page.screenshot({ path: join(out, `${name}.png`), fullPage: true });
  const told = [`${name}: layout shift ${total.toFixed(3)}`, ...(total > 0.02 ? moved : [])];
  process.stdout.write(`${[...told, ...(tooWide > 0 ? [`${tooWide} px too wide`] : [])].join('\n  ')}\n`);
}
async function takeAll(wanted: readonly Screen[]): Promise<void> {
  for (const look of looks) {
    const asked = wanted.filter(({ name }) => `${name}-${look.name}`.includes(part));
    if (asked.length === 0) continue;
    const page = await browser.newPage();
    await page.setViewportSize({ width: look.width, height: 900 });
    await page.emulateMedia({ colorScheme: look.dark ? 'dark' : 'light' });
    await page.addInitScript((locale) => localStorage.setItem('locale', locale), look.locale);
    await watchShifts(page);
    await signIn(page, look.locale);
    for (const screen of asked) await take(page, screen, look);
    await page.close();
  }
}
try {
  await prepare(product);
  await takeAll(screens);
  await product.switches({ outage: true });
  await orderWithoutErp(product, withoutErp.waiting);
  await takeAll(pagesOf(withoutErp));
} finally {
  await browser.close();
  await product.remove();
}
