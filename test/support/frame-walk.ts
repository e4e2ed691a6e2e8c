import { translator } from '@backroom/shared/messages/languages';
import type { FrameLocator, Page } from 'playwright-core';
import { expect } from 'vitest';

const t = translator('en');
type Orders = { orders: { id: string; number: string; reference: string | null; status: string }[] };

/** How long what comes by itself is waited for. */
export const SOON = { timeout: 20_000 };
/** Walks our page in a CRM's frame by the keyboard alone. `erpUrl`: the demo ERP behind it. */
export function frameWalk({ page, panel, erpUrl }: { page: Page; panel: FrameLocator; erpUrl: string }) {
  const isFocused = (selector: string) =>
    panel.locator(':focus').evaluateAll((all, wanted) => all.some((each) => each.matches(wanted)), selector);
  /** The focus goes on until it is there. Nothing is pressed but Tab. */
  async function tabTo(selector: string): Promise<void> {
    await panel.locator(selector).first().waitFor();
    for (let presses = 0; presses < 80 && !(await isFocused(selector)); presses += 1) await page.keyboard.press('Tab');
    expect(await isFocused(selector), selector).toBe(true);
  }
  async function press(selector: string, key = 'Enter'): Promise<void> {
    await tabTo(selector);
    await page.keyboard.press(key);
  }
  async function isSeen(): Promise<boolean> {
    const box = await panel.locator('dialog[open]').boundingBox();
    const height = page.viewportSize()?.height ?? 0;
    return box !== null && box.y >= 0 && box.y + box.height <= height;
  }
  /** From the quote to the order, which the ERP has once. Gives the order's number. */
  async function ordered(): Promise<string> {
    await panel.getByTestId('convert').waitFor();
    // What is warned of has to be read first.
    if ((await panel.locator('input[name=accept]').count()) > 0) await press('input[name=accept]', 'Space');
    await press('[data-testid=convert]:enabled');
    const told = panel.getByRole('heading', { level: 1, name: /^Ordered as / });
    await told.waitFor();
    return (await told.textContent())?.replace('Ordered as ', '') ?? '';
  }
  async function delivered(number: string): Promise<void> {
    const { orders } = (await (await fetch(`${erpUrl}/orders`)).json()) as Orders;
    const order = orders.find((each) => each.number === number);
    expect(orders.filter(({ reference }) => reference === order?.reference)).toEqual([order]);
    await fetch(`${erpUrl}/orders/${order?.id}/advance`, { method: 'POST' });
    // What was read a moment ago is not read again: the first press may be too soon after the order.
    const tag = panel.locator('.tag', { hasText: t('order.status.delivered') });
    await expect
      .poll(async () => {
        await press('.age button');
        return tag.count();
      }, SOON)
      .toBeGreaterThan(0);
  }
  async function returned(number: string): Promise<void> {
    await press('[role=tab][aria-selected=true]', 'End');
    await press('[data-testid=claim]');
    await tabTo('select[name=order]');
    // However high the CRM made the frame, what has opened is where a person looks.
    await expect.poll(isSeen, SOON).toBe(true);
    await page.keyboard.type(number);
    await tabTo('input[name^=quantity-]');
    await page.keyboard.type('1');
    await tabTo('textarea[name=reason]');
    await page.keyboard.type('One came broken');
    await press('dialog .button.primary');
    await panel.getByRole('row').filter({ hasText: number }).filter({ hasText: 'One came broken' }).waitFor();
    await press('[role=tab][aria-selected=true]', 'Home');
    await panel.getByRole('heading', { level: 1, name: number }).waitFor();
  }
  return {
    ...{ press, ordered, delivered, returned },
    /** From the quote to the order, to what the ERP delivers, and a part of it back. Gives the order's number. */
    async sold(): Promise<string> {
      const number = await ordered();
      await delivered(number);
      await returned(number);
      return number;
    },
  };
}
