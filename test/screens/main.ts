// `npm run screens -- out/folder name-part`: every screen as a picture, in the states that docs/design.md names, for somebody to look at one by one.
// `npm run screens -- --shifts`: how much each deal page moves while it loads, as the table of docs/design.md.
// `npm run screens -- --surfaces docs`: the same sale in each CRM, side by side.
// `npm run screens -- --pairs out/folder --before a292857`: what a picky eye stumbled over, as it was and as it is.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { shiftsOf, watchShifts } from '../support/layout-shift.ts';
import { type Product, startProduct } from '../support/product.ts';
import { takePairs } from './pairs.ts';
import { measureShifts } from './shifts.ts';
import {
  type Crm,
  crms,
  deals,
  orderWithoutErp,
  pagesOf,
  prepare,
  type Screen,
  settled,
  withoutErp,
} from './states.ts';
import { everyCrm, frameDrawn, framedPages, takeSurfaces } from './surfaces.ts';

const consolePages = ['orders', 'orders?tab=all', 'reconciliation', 'feed', 'setup', 'connection', 'access'];
/** What each CRM's turn shows beside its deals. */
const others: Record<Crm, (product: Product) => Promise<Screen[]>> = {
  hubspot: async (product) => [
    { name: 'hubspot-company', path: '/companies/7001' },
    { name: 'hubspot-settings', path: '/settings' },
    ...consolePages.map((page) => ({
      name: `console-${page.replace(/\W+/g, '-')}`,
      path: `/desk/${page}`,
      of: 'console' as const,
    })),
    ...(await framedPages(product)),
  ],
  salesforce: async () => [
    { name: 'salesforce-account', path: '/salesforce/companies/7004' },
    { name: 'salesforce-settings', path: '/salesforce/settings' },
  ],
};
/** A window of 1440 px at 200 % is 720 px wide to the page. */
const looks = [
  { name: 'wide', width: 1440, dark: false, locale: 'en-gb' },
  { name: 'wide-it', width: 1440, dark: false, locale: 'it' },
  { name: 'dark-de', width: 1440, dark: true, locale: 'de' },
  { name: 'tablet-de', width: 768, dark: false, locale: 'de' },
  { name: 'tablet-dark-fr', width: 768, dark: true, locale: 'fr' },
  { name: 'narrow-fr', width: 320, dark: false, locale: 'fr' },
  { name: 'narrow-dark-it', width: 320, dark: true, locale: 'it' },
  { name: 'wide-dark-nl', width: 1440, dark: true, locale: 'nl' },
  { name: 'narrow-nl', width: 320, dark: false, locale: 'nl' },
  { name: 'tablet-es', width: 768, dark: false, locale: 'es' },
  { name: 'zoom-200-es', width: 720, dark: false, locale: 'es' },
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pairs: { type: 'boolean', default: false },
    surfaces: { type: 'boolean', default: false },
    shifts: { type: 'boolean', default: false },
    before: { type: 'string' },
  },
});
const [folder = '.data/screens', part = ''] = positionals;
if (values.pairs) {
  await takePairs(resolve(folder), values.before ?? null);
  process.exit();
}
if (values.shifts) {
  await measureShifts();
  process.exit();
}
if (values.surfaces) {
  await takeSurfaces(resolve(folder));
  process.exit();
}
const out = resolve(folder);
mkdirSync(out, { recursive: true });
const browser = await openBrowser();
/** Signs in; the console keeps the language of the browser until its own form is sent. */
async function signIn(page: Page, product: Product, locale: string): Promise<void> {
  const language = locale.slice(0, 2);
  await page.goto(`${product.pageUrl}/desk`);
  await page.locator('select[name=locale]').selectOption(language);
  await page.locator('footer form button').click();
  await page.locator(`html[lang=${language}]`).waitFor();
}
async function take(page: Page, product: Product, screen: Screen, look: (typeof looks)[number]): Promise<void> {
  const name = `${screen.name}-${look.name}`;
  await page.goto(`${screen.of === 'console' ? product.backendUrl : product.pageUrl}${screen.path}`);
  const drawn = () =>
    (screen.of === 'frame' ? frameDrawn(page, product, look.locale) : settled(page)).catch((error: Error) => {
      process.stdout.write(`${name}: ${error.message.split('\n')[0]}\n`);
    });
  await drawn();
  const dark = page.getByLabel('Dark', { exact: true });
  if ((await dark.count()) > 0) {
    await dark.setChecked(look.dark);
    // A CRM loads its frame anew for another theme.
    await drawn();
  }
  if (screen.tab !== undefined) {
    await page.frameLocator('iframe').getByRole('tab').nth(screen.tab).click();
    await drawn();
  }
  const { total, moved } = await shiftsOf(page);
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await page.screenshot({ path: join(out, `${name}.png`), fullPage: true });
  const told = [`${name}: layout shift ${total.toFixed(3)}`, ...(total > 0.02 ? moved : [])];
  process.stdout.write(`${[...told, ...(tooWide > 0 ? [`${tooWide} px too wide`] : [])].join('\n  ')}\n`);
}
async function takeAll(product: Product, wanted: readonly Screen[]): Promise<void> {
  for (const look of looks) {
    const asked = wanted.filter(({ name }) => `${name}-${look.name}`.includes(part));
    if (asked.length === 0) continue;
    const page = await browser.newPage();
    await page.setViewportSize({ width: look.width, height: 900 });
    await page.emulateMedia({ colorScheme: look.dark ? 'dark' : 'light' });
    await page.addInitScript(({ locale, dark }) => {
      localStorage.setItem('locale', locale);
      localStorage.setItem('theme', dark ? 'dark' : 'light');
    }, look);
    await watchShifts(page);
    await signIn(page, product, look.locale);
    for (const screen of asked) await take(page, product, screen, look);
    await page.close();
  }
}
async function takeTurn(crm: Crm): Promise<void> {
  const product = await startProduct(crm === 'hubspot' ? everyCrm : {});
  try {
    await prepare(product, crm);
    await takeAll(product, [...pagesOf(crm, deals), ...(await others[crm](product))]);
    await product.switches({ outage: true });
    await orderWithoutErp(product, crm, withoutErp.waiting);
    await takeAll(product, pagesOf(crm, withoutErp));
  } finally {
    await product.remove();
  }
}
try {
  for (const crm of crms) await takeTurn(crm);
} finally {
  await browser.close();
}
