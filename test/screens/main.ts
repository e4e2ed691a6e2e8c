// `npm run screens -- out/folder`: every screen as a picture, in the states that docs/design.md names, for somebody to look at one by one.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openBrowser } from '../support/browser.ts';
import { startProduct } from '../support/product.ts';

type Screen = { name: string; path: string };
const screens: Screen[] = [
  ...[
    ['ready', '5001'],
    ['warnings', '5002'],
    ['below-price', '5003'],
    ['over-limit', '5004'],
    ['unlinked-one', '5006'],
    ['unlinked-three', '5007'],
    ['ordered', '5009'],
    ['fifty-lines', '5010'],
  ].flatMap(([name, deal]) => [
    { name: `hubspot-${name}`, path: `/deals/${deal}` },
    { name: `salesforce-${name}`, path: `/salesforce/deals/${deal}` },
  ]),
  { name: 'hubspot-company', path: '/companies/7001' },
  { name: 'salesforce-account', path: '/salesforce/companies/7004' },
  { name: 'hubspot-settings', path: '/settings' },
  { name: 'desk', path: '/desk' },
];
const looks = [
  { name: 'wide', width: 1440, dark: false, locale: 'en-gb' },
  { name: 'dark', width: 1440, dark: true, locale: 'en-gb' },
  { name: 'narrow', width: 320, dark: false, locale: 'en-gb' },
  { name: 'de', width: 1440, dark: false, locale: 'de' },
  { name: 'fr', width: 1440, dark: false, locale: 'fr' },
];

const out = resolve(process.argv[2] ?? '.data/screens');
mkdirSync(out, { recursive: true });
const product = await startProduct();
const browser = await openBrowser();
try {
  for (const look of looks) {
    const page = await browser.newPage();
    await page.setViewportSize({ width: look.width, height: 900 });
    await page.addInitScript((locale) => localStorage.setItem('locale', locale), look.locale);
    for (const { name, path } of screens) {
      await page.goto(`${product.pageUrl}${path}`);
      await page
        .locator('table, .alert, c-backroom-verdict, [role=switch], #rows')
        .first()
        .waitFor({ timeout: 120_000 });
      const dark = page.getByLabel('Dark', { exact: true });
      if (look.dark && (await dark.count()) > 0) await dark.check();
      await page.waitForLoadState('networkidle').catch(() => {});
      await page.screenshot({ path: join(out, `${name}-${look.name}.png`), fullPage: true });
      process.stdout.write(`${name}-${look.name}\n`);
    }
    await page.close();
  }
} finally {
  await browser.close();
  await product.remove();
}
