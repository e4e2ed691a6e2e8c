import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { type Product, startProduct } from '../support/product.ts';
import { type Pair, pairs } from './pair-list.ts';
import { prepare } from './states.ts';

const root = resolve(import.meta.dirname, '..', '..');

/** An older commit beside this one, installed as its own lockfile says. */
function checkout(commit: string): string {
  // Outside of this checkout: its tests are none of ours.
  const folder = join(tmpdir(), `backroom-${commit}`);
  if (existsSync(join(folder, 'node_modules'))) return folder;
  mkdirSync(folder, { recursive: true });
  const archive = execFileSync('git', ['archive', commit], { cwd: root, maxBuffer: 1_000_000_000 });
  execFileSync('tar', ['-x', '-C', folder], { input: archive });
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder, stdio: 'inherit' });
  return folder;
}
/** Each card has drawn what it read. The first Lightning page waits until its components are built. */
async function settled(page: Page): Promise<void> {
  const content = '.card :is(dd, table, .alert, .statistics), [data-lwc] :is(dd, table), main :is(table, form, dl)';
  await page.locator(content).first().waitFor({ timeout: 150_000 });
  const reading = page.locator('.loading, .skeleton, .card > h2:only-child, [data-lwc]:empty');
  for (const until = Date.now() + 30_000; (await reading.count()) > 0 && Date.now() < until; )
    await page.waitForTimeout(300);
}
/** What cannot be shown on one of the two, such as a button that was not there yet, is left as far as it came. */
async function shoot(product: Product, page: Page, pair: Pair, to: string): Promise<void> {
  await page.setViewportSize({ width: pair.width ?? 1440, height: 900 });
  try {
    await page.goto(`${pair.console ? product.backendUrl : product.pageUrl}${pair.path}`);
    await settled(page);
    await pair.act?.(page, product);
  } catch (error) {
    process.stdout.write(`${pair.id}: ${String(error).split('\n')[0]}\n`);
  }
  await page.screenshot({ path: to, type: 'jpeg', quality: 70, fullPage: pair.whole ?? false });
  await product.switches({ outage: false });
}
async function shootAll(browser: BrowserContext, folder: string, from: string | null): Promise<void> {
  const product = await startProduct({}, [], from ?? undefined);
  const page = await browser.newPage();
  try {
    await prepare(product, 'hubspot').catch((error: Error) => process.stdout.write(`states: ${error.message}\n`));
    // Signs in.
    await page.goto(`${product.pageUrl}/desk`);
    await page.locator('select[name=locale]').waitFor({ timeout: 30_000 });
    for (const pair of pairs)
      await shoot(product, page, pair, join(folder, `${pair.id}-${from ? 'before' : 'after'}.jpg`));
  } finally {
    await page.close();
    await product.remove();
  }
}
/** All pairs on one sheet, small enough to be kept. */
async function sheet(browser: BrowserContext, folder: string): Promise<void> {
  const image = (name: string, isNarrow: boolean) => {
    const file = join(folder, name);
    return existsSync(file)
      ? `<img${isNarrow ? ' class="narrow"' : ''} src="data:image/jpeg;base64,${readFileSync(file).toString('base64')}">`
      : '<p>Not taken</p>';
  };
  const rows = pairs.map(
    ({ id, what, width }) =>
      `<h2>${id}: ${what}</h2><div>${['before', 'after'].map((when) => image(`${id}-${when}.jpg`, width !== undefined)).join('')}</div>`,
  );
  const html = `<style>body{font:14px sans-serif;margin:12px;width:1000px}h2{font-size:14px;margin:12px 0 4px}
    div{display:grid;grid-template-columns:1fr 1fr;gap:8px}img{width:100%;max-height:340px;object-fit:cover;object-position:top;border:1px solid #bbb}.narrow{width:auto;height:340px}</style>
    <h2>Left: before. Right: now.</h2>${rows.join('')}`;
  writeFileSync(join(folder, 'pairs.html'), html);
  const page = await browser.newPage();
  await page.setViewportSize({ width: 1024, height: 900 });
  await page.setContent(html);
  await page.screenshot({ path: join(folder, 'pairs.jpg'), type: 'jpeg', quality: 45, fullPage: true });
  await page.close();
}

/** `npm run screens -- --pairs out/folder --before a292857`: each thing that a picky eye stumbled over, as it was and as it is. */
export async function takePairs(folder: string, before: string | null): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const browser = await openBrowser();
  try {
    if (before) await shootAll(browser, folder, checkout(before));
    await shootAll(browser, folder, null);
    await sheet(browser, folder);
  } finally {
    await browser.close();
  }
}
