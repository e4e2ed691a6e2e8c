import type { Flow } from '@backroom/shared';
import type { Page } from 'playwright-core';
import { ask } from './card.ts';
import type { Product } from './product.ts';

/** Steps of the set-up wizard, taken by keyboard alone. */
export function keyboardOf(page: Page) {
  /** Presses Tab until the wanted control has the focus. */
  async function tabTo(selector: string): Promise<void> {
    await page.locator(selector).first().waitFor();
    for (let presses = 0; presses < 120; presses += 1) {
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`the keyboard does not get to ${selector}`);
  }
  return {
    tabTo,
    async enter(selector: string): Promise<void> {
      await tabTo(selector);
      await page.keyboard.press('Enter');
    },
    async tick(selector: string): Promise<void> {
      await tabTo(selector);
      await page.keyboard.press('Space');
    },
    /** Types over what stands in the field. */
    async fill(selector: string, value: string): Promise<void> {
      await tabTo(selector);
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.insertText(value);
    },
  };
}

const fewFlows: readonly Flow[] = ['customers', 'orders', 'stock', 'pricing'];
type Walk = {
  erp: string;
  /** By the names of the form's fields; `url` is the address. */
  access: Readonly<Record<string, string>>;
  /** What the form is filled with first, and refused for. */
  refused?: Readonly<Record<string, string>>;
  flows?: readonly Flow[];
};
/** From the wizard's first page to its last, with a finished duplicate scan and the admin as only pilot user. */
export async function walkWizard(page: Page, { erp, access, refused, flows = fewFlows }: Walk): Promise<void> {
  const { tabTo, enter, tick, fill } = keyboardOf(page);
  const arrive = (step: string) => page.waitForURL(new RegExp(`/desk/setup/${step}`), { timeout: 60_000 });
  const fillAll = async (values: Readonly<Record<string, string>>) => {
    for (const [name, value] of Object.entries(values)) await fill(`#${name}`, value);
  };
  await enter('a.first');
  await arrive('erp');
  await tabTo('input[name=erp]');
  for (let presses = 0; presses < 20; presses += 1) {
    if (await page.evaluate((id) => document.activeElement?.matches(`input[value="${id}"]`) ?? false, erp)) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Space');
  await enter('form.act button.first');
  await arrive('access');
  await fillAll({ ...access, ...refused });
  await tick('input[name=test]');
  await enter('form.act button.first');
  if (refused) {
    await page.locator('#failure').waitFor();
    if (access.url !== (await page.locator('#url').inputValue())) throw new Error('the address was not kept');
    await fillAll(Object.fromEntries(Object.keys(refused).map((name) => [name, access[name] ?? ''])));
    await enter('form.act button.first');
  }
  await arrive('test');
  await page.locator('#check-connection[data-state=pass]').waitFor();
  await enter('a.first');
  await arrive('flows');
  for (const flow of flows) await tick(`input[value=${flow}]`);
  await enter('form.act button.first');
  await arrive('fields');
  await enter('form.act button.first');
  await arrive('duplicates');
  await enter('form.act button.first');
  await page.locator('#state .tag').first().waitFor();
  await enter('form:last-of-type button.first');
  await arrive('preflight');
  await enter('form.act button.first');
  await arrive('pilot');
  await enter('form.act button.first');
  await arrive('live');
  await page.locator('#check-pilot[data-state=fail]').waitFor();
}

/** Everybody goes live, whatever the preflight says. */
export async function goLive(page: Page): Promise<void> {
  const { enter, tick } = keyboardOf(page);
  await page.locator('form.act').waitFor();
  if ((await page.locator('input[name=anyway]').count()) > 0) await tick('input[name=anyway]');
  await enter('form.act button.first');
  await page.waitForURL(/\/desk\/setup$/);
  await page.getByText('Everything is set up').waitFor();
}

/** Installs in the HubSpot account as its marketplace does, by keyboard, and opens the console from the settings page. */
export async function installInHubSpot(page: Page, product: Product): Promise<void> {
  await page.goto(`${product.pageUrl}/marketplace`);
  await keyboardOf(page).enter('button');
  await page.waitForURL(/marketplace\/installed/);
  await page.goto(`${product.pageUrl}/settings`);
  const link = page.getByRole('link', { name: /Connect/ });
  await link.waitFor({ timeout: 60_000 });
  await page.goto((await link.getAttribute('href')) ?? '');
}

type Candidates = { panels: { customer: { data: { candidates: { customer: { id: string } }[] } } } };
type AskCard = <Data>(path: string, body?: object) => Promise<Data>;
export const asHubSpotCard =
  ({ backendUrl }: Product, deal: string): AskCard =>
  (path, body) =>
    ask(backendUrl, `/v1/records/deal/${deal}/${path}`, body ? { method: 'POST', body } : {});
/** Ties a deal's company to the first customer that is offered, as the card does when a candidate is chosen. */
export async function linkCompany(askCard: AskCard): Promise<void> {
  const { panels } = await askCard<Candidates>('panels?only=customer');
  const customerId = panels.customer.data.candidates[0]?.customer.id;
  await askCard('link', { action: 'link', customerId });
}
