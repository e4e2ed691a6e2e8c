import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { type BrowserContext, chromium, type Page } from 'playwright-core';

/** The browser that `npm test` found or installed; null where there is none, and the tests then say so. */
export const browserPath = process.env.CHROMIUM ?? null;

/** A fresh profile, and none of Chromium's own calls to the network. */
export async function openBrowser(): Promise<BrowserContext> {
  const profile = mkdtempSync(join(tmpdir(), 'backroom-browser-'));
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: browserPath ?? '/usr/bin/chromium',
    headless: true,
    viewport: { width: 1360, height: 900 },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  browser.on('close', () => rmSync(profile, { recursive: true, force: true, maxRetries: 3 }));
  return browser;
}

/** What a page has to have once, and a part of it need not. */
const ofWholePages = ['landmark-one-main', 'page-has-heading-one', 'region'];
/**
 * Axe's findings, each a line that names the rule and the element; an empty list means none. `rules` runs only these rules. `within` looks at one part
 * of the page and the frames in it.
 */
export async function axeFindings(page: Page, rules?: readonly string[], within?: string): Promise<string[]> {
  // Without frames the results need no page of their own to be put together, which takes longer than axe itself.
  const axe = new AxeBuilder({ page }).setLegacyMode(page.frames().length === 1);
  // What passed is not told in detail, which takes a third of the time.
  axe.options({ resultTypes: ['violations'] });
  if (rules) axe.withRules([...rules]);
  if (within) axe.include(within).disableRules(ofWholePages);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}
