import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import { type BrowserContext, chromium, type Frame, type Page } from 'playwright-core';

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
/** The rules of axe that know dark from light. */
export const ofColours = ['color-contrast', 'link-in-text-block'];
type Look = { rules: readonly string[] | null; without: readonly string[]; within: string | null };
async function findingsIn(frame: Frame, look: Look): Promise<string[]> {
  // A page that is looked at again has axe already.
  if (!(await frame.evaluate(() => 'axe' in globalThis))) await frame.evaluate(axe.source);
  return frame.evaluate(async ({ rules, without, within }) => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(within ?? document, {
      iframes: false,
      // What passed is not told in detail, which takes a third of the time.
      resultTypes: ['violations'],
      rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
      ...(rules ? { runOnly: { type: 'rule', values: [...rules] } } : {}),
    });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
  }, look);
}
const isWithin = async (frame: Frame, selector = 'html'): Promise<boolean> =>
  (await frame.frameElement()).evaluate((element, part) => (element as Element).closest(part) !== null, selector);
/**
 * Axe's findings in a page and its frames, each a line that names the rule and the element; an empty list means none. `rules` runs only these rules.
 * `within` looks at one part of the page.
 */
export async function axeFindings(page: Page, rules?: readonly string[], within?: string): Promise<string[]> {
  const look = { rules: rules ?? null, without: [] };
  const own = { ...look, without: within ? ofWholePages : [], within: within ?? null };
  const found = [await findingsIn(page.mainFrame(), own)];
  // Each frame is a page of its own to axe, but not the one that has the landmarks.
  for (const frame of page.frames())
    if (frame !== page.mainFrame() && (await isWithin(frame, within)))
      found.push(await findingsIn(frame, { ...look, without: ofWholePages, within: null }));
  return found.flat();
}
