import type { Page } from 'playwright-core';

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

type Walk = {
  erp: string;
  /** By the names of the form's fields; `url` is the address. */
  access: Readonly<Record<string, string>>;
  /** What the form is filled with first, and refused for. */
  refused?: Readonly<Record<string, string>>;
  /** On each page. */
  each?: () => Promise<void>;
};
/** From the wizard's first page to its last, with a finished duplicate scan and the admin as only pilot user. */
export async function walkWizard(page: Page, { erp, access, refused, each = async () => {} }: Walk): Promise<void> {
  const { tabTo, enter, tick, fill } = keyboardOf(page);
  const arrive = (step: string) => page.waitForURL(new RegExp(`/desk/setup/${step}`), { timeout: 60_000 });
  const fillAll = async (values: Readonly<Record<string, string>>) => {
    for (const [name, value] of Object.entries(values)) await fill(`#${name}`, value);
  };
  await enter('a.first');
  await arrive('erp');
  await each();
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
    await each();
    if (access.url !== (await page.locator('#url').inputValue())) throw new Error('the address was not kept');
    await fillAll(Object.fromEntries(Object.keys(refused).map((name) => [name, access[name] ?? ''])));
    await enter('form.act button.first');
  }
  await arrive('test');
  await page.locator('#check-connection[data-state=pass]').waitFor();
  await each();
  await enter('a.first');
  await arrive('flows');
  for (const flow of ['customers', 'orders', 'stock', 'pricing']) await tick(`input[value=${flow}]`);
  await each();
  await enter('form.act button.first');
  await arrive('fields');
  await each();
  await enter('form.act button.first');
  await arrive('duplicates');
  await enter('form.act button.first');
  await page.locator('#state .tag').first().waitFor();
  await each();
  await enter('form:last-of-type button.first');
  await arrive('preflight');
  await each();
  await enter('form.act button.first');
  await arrive('pilot');
  await each();
  await enter('form.act button.first');
  await arrive('live');
  await page.locator('#check-pilot[data-state=fail]').waitFor();
  await each();
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
