import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { embedWords } from '@backroom/shared/messages/embed';
import { languageOf } from '@backroom/shared/messages/locale';
import type { BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { type Product, startProduct } from '../support/product.ts';
import type { Screen } from './states.ts';

/** Where each CRM's pages are, and what lists its deals: each with its situation and the company that it is of. */
const crms = [
  { name: 'HubSpot', list: '/__crm/deals', owner: 'companyId', deal: '/deals', company: '/companies' },
  {
    ...{ name: 'Salesforce', list: '/__crm/deals', owner: 'companyId' },
    ...{ deal: '/salesforce/deals', company: '/salesforce/companies' },
  },
  {
    ...{ name: 'Pipedrive', list: '/__pipedrive/deals', owner: 'organization' },
    ...{ deal: '/pipedrive/deal', company: '/pipedrive/organization' },
  },
  {
    ...{ name: 'Dynamics 365 Sales', list: '/__dynamics/opportunities', owner: 'account' },
    ...{ deal: '/dynamics/opportunity', company: '/dynamics/account' },
  },
  {
    ...{ name: 'SAP Sales Cloud', list: '/__sap-sales-cloud/opportunities', owner: 'account' },
    ...{ deal: '/sap-sales-cloud/opportunity', company: '/sap-sales-cloud/account' },
    // The page of the object has the height of the window, and its mashup alone scrolls.
    frameScrolls: true,
  },
  {
    ...{ name: 'Odoo CRM', list: '/__odoo/opportunities', owner: 'account' },
    ...{ deal: '/odoo/opportunity', company: '/odoo/account' },
  },
] as const;
/** What has the product start with all of them. */
export const everyCrm = { PLAYGROUND_CRMS: 'pipedrive,dynamics-sales,sap-sales-cloud,odoo-crm' };
type CrmPages = (typeof crms)[number];
/** Beside the first one, the order. */
const tabs = ['stock', 'invoices', 'returns'];
const frameScrolls = (crm: CrmPages): boolean => 'frameScrolls' in crm;

/** The same sale, or the same customer, in each CRM. */
const sheets = [
  { name: 'deal', situation: 'All well', of: 'deal', width: 1280, dark: false, locale: 'en-gb', columns: 2 },
  {
    name: 'price',
    situation: 'Price below the ERP’s',
    of: 'deal',
    width: 1280,
    dark: true,
    locale: 'en-gb',
    columns: 2,
  },
  {
    name: 'company',
    situation: 'Over the limit and overdue',
    of: 'company',
    width: 1280,
    dark: false,
    locale: 'de',
    columns: 2,
  },
  {
    name: 'narrow',
    situation: 'Customer not linked: one match',
    of: 'deal',
    width: 320,
    dark: false,
    locale: 'fr',
    columns: 6,
  },
] as const;
type Sheet = (typeof sheets)[number];
const MOST_BYTES = 400_000;
const HEIGHT = 1000;

async function addressIn(product: Product, crm: CrmPages, sheet: Pick<Sheet, 'situation' | 'of'>): Promise<string> {
  const answer = (await (await fetch(`${product.pageUrl}${crm.list}`)).json()) as Record<string, unknown>;
  const deals = Object.values(answer).flatMap((each) =>
    Array.isArray(each) ? (each as Record<string, unknown>[]) : [],
  );
  const found = deals.find(({ situation }) => situation === sheet.situation);
  if (!found) throw new Error(`${crm.name} has no deal "${sheet.situation}"`);
  return `${crm[sheet.of]}/${sheet.of === 'deal' ? found.id : found[crm.owner]}`;
}
const inFrames = {
  ready: { situation: 'All well', of: 'deal' },
  'below-price': { situation: 'Price below the ERP’s', of: 'deal' },
  'unlinked-one': { situation: 'Customer not linked: one match', of: 'deal' },
  company: { situation: 'Over the limit and overdue', of: 'company' },
} as const;
/** Pages of the CRMs that have our panel in a frame: deals as they open, a company, and each of the panel's tabs. */
export async function framedPages(product: Product): Promise<Screen[]> {
  const pages: Screen[] = [];
  for (const crm of crms.slice(2)) {
    const slug = crm.name.toLowerCase().replaceAll(' ', '-');
    for (const [state, what] of Object.entries(inFrames))
      pages.push({ name: `${slug}-${state}`, path: await addressIn(product, crm, what), of: 'frame' });
    for (const [tab, name] of tabs.entries())
      pages.push({
        name: `${slug}-${name}`,
        path: await addressIn(product, crm, inFrames['below-price']),
        of: 'frame',
        tab: tab + 1,
      });
  }
  return pages;
}
/** Everything is drawn, in the page and in its frame; a person has signed in where that is asked for. */
export async function frameDrawn(page: Page, product: Product, locale: string): Promise<void> {
  // The first Lightning page waits until its components are built.
  await page.locator('h1').first().waitFor({ timeout: 150_000 });
  const ours = () => page.frames().find((frame) => frame.url().startsWith(`${product.backendUrl}/embed/`));
  const isFramed = (await page.locator('iframe').count()) > 0;
  if (isFramed) {
    const panel = page.frameLocator('iframe');
    const signIn = panel.getByRole('button', { name: embedWords[languageOf(locale)].signIn, exact: true });
    const tabs = panel.getByRole('tab');
    await signIn.or(tabs).first().waitFor();
    if ((await signIn.count()) > 0) await signIn.click();
    await tabs.first().waitFor({ timeout: 60_000 });
  } else await page.locator('.alert, dd, table').last().waitFor({ timeout: 120_000 });
  const reading = '.loading, .skeleton, .card > h2:only-child, [data-lwc]:empty';
  for (const until = Date.now() + 60_000; ; await page.waitForTimeout(200)) {
    const left = (await page.locator(reading).count()) + ((await ours()?.locator(reading).count()) ?? 0);
    // A CRM may load its frame once more; until that has tabs, nothing in it is drawn.
    const isDrawn = !isFramed || ((await ours()?.getByRole('tab').count()) ?? 0) > 0;
    if (left === 0 && isDrawn) return;
    if (Date.now() > until) throw new Error(`${page.url()} is still reading`);
  }
}
/** What is wider than its window, or scrolls within it. */
async function cutIn(page: Page, crm: CrmPages): Promise<string[]> {
  const found: string[] = [];
  for (const frame of page.frames()) {
    const isTop = frame === page.mainFrame();
    const over = await frame.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement;
      return [scrollWidth - innerWidth, scrollHeight - innerHeight];
    });
    if ((over[0] ?? 0) > 0) found.push(`${over[0]} px too wide`);
    if (isTop === frameScrolls(crm) && (over[1] ?? 0) > 0) found.push(`a second scroll bar for ${over[1]} px`);
  }
  return found;
}
async function pictures(browser: BrowserContext, product: Product, sheet: Sheet, folder: string) {
  const page = await browser.newPage();
  await page.setViewportSize({ width: sheet.width, height: HEIGHT });
  await page.emulateMedia({ colorScheme: sheet.dark ? 'dark' : 'light' });
  await page.addInitScript(
    ({ locale, theme }) => {
      localStorage.setItem('locale', locale);
      localStorage.setItem('theme', theme);
    },
    { locale: sheet.locale, theme: sheet.dark ? 'dark' : 'light' },
  );
  const taken: { name: string; file: string }[] = [];
  for (const crm of crms) {
    await page.goto(`${product.pageUrl}${await addressIn(product, crm, sheet)}`);
    await frameDrawn(page, product, sheet.locale);
    for (const cut of await cutIn(page, crm)) process.stdout.write(`${sheet.name}, ${crm.name}: ${cut}\n`);
    // The playground's own bar is no part of a CRM.
    await page.addStyleTag({ content: '.bar { display: none !important; }' });
    const file = join(folder, `${sheet.name}-${crms.indexOf(crm)}.jpg`);
    await page.screenshot({ path: file, type: 'jpeg', quality: 85 });
    taken.push({ name: crm.name, file });
  }
  await page.close();
  return taken;
}
/** All on one sheet, as sharp as its bytes allow. */
async function putOnSheet(
  browser: BrowserContext,
  { columns }: Sheet,
  taken: { name: string; file: string }[],
  to: string,
) {
  const page = await browser.newPage();
  const width = columns > 2 ? 330 * taken.length : 1400;
  await page.setViewportSize({ width, height: 600 });
  const images = taken.map(
    ({ name, file }) =>
      `<figure><figcaption>${name}</figcaption><img src="data:image/jpeg;base64,${readFileSync(file).toString('base64')}"></figure>`,
  );
  await page.setContent(
    `<style>body{margin:0;padding:8px;background:#8a8f98;font:600 16px system-ui,sans-serif}
    main{display:grid;grid-template-columns:repeat(${Math.min(columns, taken.length)},1fr);gap:8px}
    figure{margin:0}figcaption{padding:0 0 4px;color:#fff}img{display:block;width:100%}</style><main>${images.join('')}</main>`,
  );
  for (const quality of [80, 70, 60, 50, 40]) {
    await page.screenshot({ path: to, type: 'jpeg', quality, fullPage: true });
    if (statSync(to).size <= MOST_BYTES) break;
  }
  await page.close();
}

/** `npm run screens -- --surfaces docs`: the CRMs side by side. Says what is cut on them. */
export async function takeSurfaces(folder: string): Promise<void> {
  const product = await startProduct(everyCrm);
  const browser = await openBrowser();
  try {
    for (const sheet of sheets) {
      const taken = await pictures(browser, product, sheet, mkdtempSync(join(tmpdir(), 'surfaces-')));
      await putOnSheet(browser, sheet, taken, join(folder, `surfaces-${sheet.name}.jpg`));
      process.stdout.write(`surfaces-${sheet.name}.jpg\n`);
    }
  } finally {
    await browser.close();
    await product.remove();
  }
}
