import type { Page } from 'playwright-core';
import type { Product } from '../support/product.ts';

/** `whole`: the page to its end. `act`: what a person does before the picture, by the words of then and of now. */
export type Pair = {
  id: string;
  what: string;
  path: string;
  width?: number;
  whole?: true;
  console?: true;
  act?: (page: Page, product: Product) => Promise<void>;
};
const press = (name: RegExp) => async (page: Page) => {
  await page.getByRole('button', { name }).first().click({ timeout: 8000 });
  // The picture is of what follows the press.
  await page.waitForTimeout(2500);
};
const off = (product: Product) => product.switches({ outage: true });
const convert = /^Convert to order$/;

export const pairs: readonly Pair[] = [
  {
    id: 'U1',
    what: 'credit after the order was made',
    path: '/deals/5001',
    whole: true,
    act: async (page) => {
      await press(convert)(page);
      await page.waitForTimeout(4000);
    },
  },
  {
    id: 'U2',
    what: 'a customer is linked: every card follows',
    path: '/deals/5006',
    act: press(/^Link( this one)?$/),
  },
  { id: 'U3', what: 'the ERP refuses the order', path: '/deals/5002' },
  {
    id: 'U4',
    what: 'the ERP goes away during the conversion',
    path: '/deals/5010',
    act: async (page, product) => {
      await off(product);
      await press(convert)(page);
    },
  },
  {
    id: 'U5',
    what: 'Refresh with the ERP off',
    path: '/deals/5003',
    act: async (page, product) => {
      await off(product);
      await press(/^Refresh$/)(page);
      await page.waitForTimeout(3000);
    },
  },
  { id: 'U6', what: 'the quote changed after it was ordered', path: '/deals/5011' },
  {
    id: 'U7',
    what: 'a return of 9,999',
    path: '/deals/5009',
    act: async (page) => {
      await press(/^(New return|Claim a return)$/)(page);
      const card = page.locator('[data-card="backroom-deal-returns"]');
      await card.getByRole('textbox').first().fill('9999', { timeout: 8000 });
      await card.scrollIntoViewIfNeeded();
    },
  },
  { id: 'U8', what: 'what an order says: PO number, date, address', path: '/deals/5004' },
  {
    id: 'U9',
    what: 'a customer is created in the ERP: what that does first',
    path: '/deals/5008',
    act: press(/^Create (new ERP customer|in the ERP)$/),
  },
  { id: 'U10', what: 'an account speaks of accounts', path: '/salesforce/companies/7004' },
  { id: 'H1', what: 'the decision first, in Lightning', path: '/salesforce/deals/5003' },
  { id: 'H2', what: 'one Refresh a card, each figure once', path: '/deals/5004', whole: true },
  { id: 'H3', what: 'no customer linked', path: '/salesforce/deals/5007' },
  { id: 'H4', what: 'ageing, credit notes, returns', path: '/companies/7001', whole: true },
  {
    id: 'H5',
    what: 'a phone',
    path: '/deals/5003',
    width: 320,
    act: (page) => page.locator('[data-card="backroom-deal-order"]').scrollIntoViewIfNeeded(),
  },
  { id: 'H6', what: 'the order desk', path: '/desk/orders', console: true },
  { id: 'H7', what: 'reconciliation', path: '/desk/reconciliation', console: true },
  { id: 'B1', what: 'a price below the ERP’s', path: '/salesforce/deals/5003', act: press(/^Use ERP price$/) },
];
