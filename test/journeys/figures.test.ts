import { translator } from '@backroom/shared/messages/languages';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserPath, openBrowser } from '../support/browser.ts';
import { type DemoDesk, demoDesk, type ErpMoney, type Wanted } from '../support/demo-desk.ts';
import { type Product, startProduct } from '../support/product.ts';

// Every figure of every card against what the demo ERP itself says: asked at its own door, reckoned here with whole numbers, printed here.

type Language = 'en' | 'de' | 'fr';
/** What each language calls the unit `pcs`. Other units keep the ERP's word. */
const pieces = { en: ['pc', 'pcs'], de: ['Stk.', 'Stk.'], fr: ['pce', 'pces'] } as const;
const tags = { en: 'en-gb', de: 'de', fr: 'fr' } as const;
const plain = (text: string) => text.replace(/\s+/gu, ' ').trim();
/** Millionths: exact for all that the demo ERP has. */
const millionths = (text: string): bigint => {
  const [, minus, whole = '0', part = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  return BigInt(`${minus}${whole}${part.padEnd(6, '0')}`);
};
const text = (value: bigint): string => {
  const digits = String(value < 0n ? -value : value).padStart(7, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -6)}.${digits.slice(-6)}`;
};
const sum = (values: readonly bigint[]) => values.reduce((left, right) => left + right, 0n);
const times = (price: string, quantity: string) => (millionths(price) * millionths(quantity)) / 1_000_000n;

function printer(language: Language) {
  const tag = tags[language];
  const t = translator(language);
  const number = new Intl.NumberFormat(tag, { maximumFractionDigits: 6 });
  const date = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  const inCurrency = (currency: string, more: object = {}) =>
    new Intl.NumberFormat(tag, { style: 'currency', currency, ...more });
  const printed = (amount: string) => amount as unknown as number;
  return {
    t,
    money: ({ amount, currency }: ErpMoney) => plain(inCurrency(currency).format(printed(amount))),
    signed: ({ amount, currency }: ErpMoney) =>
      plain(inCurrency(currency, { signDisplay: 'exceptZero' }).format(printed(amount))),
    quantity: (amount: string) => plain(number.format(printed(amount))),
    day: (iso: string) => plain(date.format(new Date(`${iso}T00:00:00Z`))),
    list: (items: readonly string[]) => new Intl.ListFormat(tag, { type: 'conjunction' }).format(items),
  };
}

/** The cells of a card's table, over all of its pages. */
async function rowsOf(card: Locator, nth = 0): Promise<string[][]> {
  const table = card.locator('table').nth(nth);
  const read = (): Promise<string[][]> =>
    table
      .locator('tbody tr')
      .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));
  // A card that has not begun to load yet says nothing of loading: only what stands there tells that it is ready.
  await table.locator('tbody tr').first().waitFor();
  const rows = await read();
  // The pages stand beside the part that scrolls.
  const pages = table.locator('xpath=../following-sibling::div[contains(@class, "pages")]');
  if ((await pages.count()) > 0) {
    const [, count = '1'] = ((await pages.locator('span').textContent()) ?? '').split('/').map((each) => each.trim());
    for (let page = 2; page <= Number(count); page += 1) {
      await pages.locator('button').last().click();
      await pages.getByText(`${page} / ${count}`).waitFor();
      rows.push(...(await read()));
    }
  }
  return rows.map((row) => row.map(plain)).sort();
}
/** Label and value of each figure that is no table. */
const factsOf = async (card: Locator): Promise<string[][]> => {
  const pairs = card.locator('dl > div');
  await pairs.first().waitFor();
  const texts = await pairs.evaluateAll((all) =>
    all.map((pair) => [...pair.children].map((part) => part.textContent ?? '')),
  );
  return texts.map((pair) => pair.map(plain));
};

/** The first day on which all of `needed` can be there, from what is free and what comes; null where nothing covers it. */
function dayOf(
  stock: { available: string; incoming: { date: string; quantity: string }[] },
  needed: bigint,
  today: string,
) {
  let covered = millionths(stock.available);
  if (covered >= needed) return today;
  for (const { date, quantity } of [...stock.incoming].sort((a, b) => (a.date < b.date ? -1 : 1))) {
    covered += millionths(quantity);
    if (covered >= needed) return date > today ? date : today;
  }
  return null;
}
type Crm = {
  name: string;
  company?: { id: string; name: string };
  properties: Record<string, string>;
  lines?: Wanted[];
};

/** What the ERP says of one deal, ready to be printed. */
async function factsOfDeal(desk: DemoDesk, crm: Crm) {
  const today = desk.today();
  const currency = crm.properties.deal_currency_code ?? '';
  const customer = await desk.customer(crm.company?.name ?? '');
  const { rows, simulated } = await desk.lines(customer.id, currency, crm.lines ?? []);
  const asked = new Map<string, bigint>();
  const lines = rows.map((row) => {
    const needed = (asked.get(row.code) ?? 0n) + millionths(row.quantity);
    asked.set(row.code, needed);
    return { ...row, day: row.stock ? dayOf(row.stock, needed, today) : today };
  });
  const days = lines.map(({ day }) => day);
  const quoted = sum(lines.map(({ price, quantity }) => times(price, quantity)));
  const credit = await desk.credit(customer.id);
  return {
    today,
    currency,
    customer,
    lines,
    simulated,
    credit,
    completeBy: days.includes(null) ? null : (days.sort().at(-1) ?? null),
    quoted: { amount: text(quoted), currency },
    erpTotal: { amount: text(sum(lines.map(({ erp, quantity }) => times(erp.amount, quantity)))), currency },
    // With tax, and at the ERP's rate where the limit is in another currency.
    freeAfter: credit.free && {
      amount: text(millionths(credit.free.amount) - inCurrencyOf(credit.free.currency, simulated.total, credit.rates)),
      currency: credit.free.currency,
    },
    invoices: await desk.invoices(customer.id),
    returns: await desk.returns(customer.id),
    orders: await desk.orders(customer.id),
  };
}
function inCurrencyOf(currency: string, total: ErpMoney, rates: { currency: string; rate: string }[]): bigint {
  if (total.currency === currency) return millionths(total.amount);
  const rate = rates.find((each) => each.currency === total.currency)?.rate ?? '0';
  const [whole = '0', part = ''] = rate.split('.');
  const product = millionths(total.amount) * BigInt(`${whole}${part.padEnd(12, '0').slice(0, 12)}`);
  // Rounded to the cent, half up.
  const cents = (product / 1_000_000_000_000n + 5000n) / 10_000n;
  return cents * 10_000n;
}
type Deal = Awaited<ReturnType<typeof factsOfDeal>>;
type Print = ReturnType<typeof printer>;

function invoiceRows({ t, money, day }: Print, invoices: Deal['invoices']) {
  return invoices
    .map(({ number, kind, issuedOn, dueOn, status, overdueDays, total, open }) => {
      const state =
        status === 'overdue'
          ? t('invoice.overdue_days', { count: String(overdueDays) })
          : t(`invoice.status.${status as 'paid'}`);
      const isNote = kind === 'credit_note';
      const signed = ({ amount, currency }: ErpMoney) =>
        money({ amount: isNote && millionths(amount) !== 0n ? `-${amount}` : amount, currency });
      return [
        number,
        day(issuedOn),
        dueOn ? day(dueOn) : '–',
        isNote ? t('label_value', { label: t('invoice.kind.credit_note'), value: state }) : state,
        signed(total),
        signed(open),
      ];
    })
    .sort();
}
/** The totals above the list of invoices. */
function invoiceFacts({ t, money, day }: Print, invoices: Deal['invoices'], today: string): string[][] {
  const valid = invoices.filter(({ status }) => status !== 'cancelled');
  if (valid.length === 0) return [];
  const owed = ({ kind, open }: (typeof valid)[number]) =>
    kind === 'credit_note' ? -millionths(open.amount) : millionths(open.amount);
  const currencies = [...new Set(valid.map(({ open }) => open.currency))];
  const total = (which: (invoice: (typeof valid)[number]) => boolean) =>
    currencies
      .map((currency) => {
        const these = valid.filter((each) => each.open.currency === currency && which(each));
        return money({ amount: text(sum(these.map(owed))), currency });
      })
      .join(' · ');
  const [next] = valid
    .filter(({ kind, open }) => kind === 'invoice' && millionths(open.amount) > 0n)
    .flatMap(({ dueOn }) => (dueOn !== null && dueOn >= today ? [dueOn] : []))
    .sort();
  return [
    [t('invoices.open_total'), total(() => true)],
    [t('invoices.overdue_total'), total(({ status }) => status === 'overdue')],
    ...(next ? [[t('invoices.next_due'), day(next)]] : []),
  ];
}
function creditFacts(
  { t, money }: Print,
  credit: Deal['credit'],
  order: { total: ErpMoney; freeAfter: ErpMoney | null } | null,
): string[][] {
  const open = credit.ageing.some(({ amount }) => millionths(amount.amount) !== 0n);
  return [
    [t('credit.limit'), credit.limit ? money(credit.limit) : t('credit.no_limit')],
    [t('credit.exposure'), money(credit.exposure)],
    [t('credit.free'), credit.free ? money(credit.free) : t('credit.no_limit')],
    ...(order ? [[t('credit.order_gross'), money(order.total)]] : []),
    ...(order?.freeAfter ? [[t('credit.after_deal'), money(order.freeAfter)]] : []),
    ...(open
      ? credit.ageing.map(({ fromDays, toDays, amount }) => [
          toDays === null
            ? t('credit.ageing.more', { from: String(fromDays - 1) })
            : t('credit.ageing.range', { from: String(fromDays), to: String(toDays) }),
          money(amount),
        ])
      : []),
  ];
}
function openPerCurrency({ t, money }: Print, invoices: Deal['invoices']) {
  const open = invoices.filter(({ status }) => status !== 'cancelled' && status !== 'paid');
  return [...new Set(open.map((each) => each.open.currency))].map((currency) => {
    const own = open.filter((each) => each.open.currency === currency);
    const total = (some: typeof own) => ({
      amount: text(sum(some.map(({ kind, open }) => (kind === 'credit_note' ? -1n : 1n) * millionths(open.amount)))),
      currency,
    });
    const overdue = total(own.filter(({ status }) => status === 'overdue'));
    const all = total(own);
    if (millionths(overdue.amount) === 0n) return money(all);
    return overdue.amount === all.amount
      ? t('overview.all_overdue', { open: money(all) })
      : t('overview.of_which_overdue', { open: money(all), overdue: money(overdue) });
  });
}

describe.skipIf(browserPath === null)('the figures on the page are the demo ERP’s own', () => {
  let product: Product;
  let desk: DemoDesk;
  let browser: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    product = await startProduct();
    desk = demoDesk(product.erpUrl);
    browser = await openBrowser();
    page = await browser.newPage();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await product?.remove();
  });
  const card = (uid: string) => page.locator(`[data-card="backroom-${uid}"]`);
  const crmOf = async (type: 'deal' | 'company', id: string): Promise<Crm> =>
    (await (await fetch(`${product.pageUrl}/__crm/records/${type}/${id}`)).json()) as Crm;
  async function open(path: string, language: Language): Promise<void> {
    await page.goto(`${product.pageUrl}${path}`);
    await page.getByLabel('Language').selectOption(tags[language]);
    // The cards start anew in the other language.
    await page
      .getByRole('button', { name: translator(language)('refresh') })
      .first()
      .waitFor();
    await expect.poll(() => page.locator('.card').count(), { timeout: 20_000 }).toBeGreaterThan(2);
    await expect.poll(() => page.locator('.card .loading').count(), { timeout: 20_000 }).toBe(0);
  }

  test.each<[deal: string, about: string, language: Language]>([
    ['5001', 'all well', 'en'],
    ['5002', 'short stock', 'de'],
    ['5003', 'below the ERP’s price', 'fr'],
    ['5004', 'over the limit', 'en'],
    ['5010', '50 lines in francs', 'de'],
    ['5011', 'in dollars', 'fr'],
    ['5014', 'a return under way', 'en'],
  ])(
    'deal %s, %s, in %s',
    async (id, _, language) => {
      const print = printer(language);
      const { t, money, quantity, day } = print;
      const crm = await crmOf('deal', id);
      const erp = await factsOfDeal(desk, crm);
      await open(`/deals/${id}`, language);
      const { lines, currency } = erp;
      const dayOrToday = (iso: string) => (iso === erp.today ? t('stock.now') : day(iso));
      const complete = erp.completeBy ? dayOrToday(erp.completeBy) : t('overview.complete_never');
      const stockText = (available: string, wanted: string, state: 'available' | 'later' | 'short') => {
        const values = { count: available, available: quantity(available), quantity: quantity(wanted) };
        if (state === 'available') return t('stock.available_count', values);
        return state === 'short' && millionths(available) > 0n ? t('stock.available_of', values) : t(`stock.${state}`);
      };

      // Stock and prices.
      const stock = card('deal-stock-prices');
      const apart = millionths(erp.quoted.amount) - millionths(erp.erpTotal.amount);
      await stock.getByRole('row').nth(1).waitFor();
      expect(apart === 0n ? await stock.locator('dl').count() : await factsOf(stock)).toEqual(
        apart === 0n
          ? 0
          : [
              [t('price.quoted_total'), money(erp.quoted)],
              [t('price.erp_total'), money(erp.erpTotal)],
              [t('price.difference'), `${apart > 0n ? '+' : ''}${money({ amount: text(apart), currency })}`],
            ],
      );
      expect(await rowsOf(stock)).toEqual(
        lines
          .map((line) => {
            const { product, erp: price } = line;
            const state = line.day === null ? 'short' : line.day > erp.today ? 'later' : 'available';
            const difference = text(millionths(line.price) - millionths(price.amount));
            return [
              `${line.code} ${product.name}`,
              `${quantity(line.quantity)} ${product.unit === 'pcs' ? pieces[language][line.quantity === '1' ? 0 : 1] : product.unit}`,
              line.stock ? stockText(line.stock.available, line.quantity, state) : t('stock.not_stocked'),
              line.stock ? (line.day === null ? t('stock.never') : dayOrToday(line.day)) : '–',
              money({ amount: line.price, currency }),
              millionths(difference) === 0n
                ? money(price)
                : `${money(price)} · ${t(difference.startsWith('-') ? 'price.quote_lower' : 'price.quote_higher', { amount: money({ amount: difference.replace('-', ''), currency }) })}`,
            ];
          })
          .sort(),
      );

      // What would be ordered.
      const order = card('deal-order');
      expect(await factsOf(order)).toEqual([
        [t('net'), money(erp.simulated.net)],
        [t('tax'), money(erp.simulated.tax)],
        [t('total'), money(erp.simulated.total)],
      ]);
      await order.getByText(`${erp.customer.name} (${erp.customer.number})`).waitFor();

      // Invoices and credit.
      const bills = card('deal-invoices-credit');
      expect(await factsOf(bills)).toEqual([
        ...creditFacts(print, erp.credit, { total: erp.simulated.total, freeAfter: erp.freeAfter }),
        ...invoiceFacts(print, erp.invoices, erp.today),
      ]);
      expect(erp.invoices.length === 0 ? [] : await rowsOf(bills)).toEqual(invoiceRows(print, erp.invoices));

      // Returns.
      const returns = card('deal-returns');
      if (erp.returns.length === 0) await returns.getByText(t('returns.none_title'), { exact: true }).waitFor();
      else
        expect(await rowsOf(returns)).toEqual(
          erp.returns
            .map((each) => [
              each.number,
              each.requestedOn ? day(each.requestedOn) : '–',
              t(`return.status.${each.status as 'requested'}`),
              each.orderNumber ?? '–',
              each.reason ?? '–',
              each.credit ? money(each.credit) : (each.creditNote ?? '–'),
            ])
            .sort(),
        );

      // The overview, and the figures in its alerts.
      const overview = card('deal-overview');
      const free = erp.freeAfter ?? erp.credit.free;
      expect(await factsOf(overview)).toEqual([
        [t('customer'), `${erp.customer.name} (${erp.customer.number})`],
        [t('overview.complete_by'), complete],
        [t('overview.credit_after'), free ? money(free) : t('overview.no_limit')],
        [t('overview.open_invoices'), openPerCurrency(print, erp.invoices).join(' · ') || t('overview.nothing_open')],
      ]);
      // One headline on both, and the same checks below it.
      const headline = async (where: typeof order) =>
        plain((await where.locator('.alert strong').first().textContent()) ?? '');
      expect(await headline(overview)).toBe(await headline(order));
      const checks = async (where: typeof order) => (await where.locator('.status').allInnerTexts()).map(plain);
      expect(await checks(overview)).toEqual(await checks(order));
      const named = (await checks(order)).join(' ');
      for (const line of lines.filter(({ stock, day: due }) => stock && due === null))
        expect(named).toContain(line.code);
      for (const line of lines.filter((each) => millionths(each.price) < millionths(each.erp.amount)))
        expect(named).toContain(money(line.erp));
      if (free && millionths(free.amount) < 0n)
        expect(named).toContain(money({ ...free, amount: free.amount.replace('-', '') }));
      if (millionths(erp.credit.overdue.amount) > 0n) expect(named).toContain(money(erp.credit.overdue));
    },
    60_000,
  );

  test('deal 5009, already an order: its lines, deliveries and days', async () => {
    const { t, money, quantity, day, list } = printer('en');
    const crm = await crmOf('deal', '5009');
    const customer = await desk.customer(crm.company?.name ?? '');
    const number = crm.properties.backroom_order_number;
    const order = (await desk.orders(customer.id)).find((each) => each.number === number);
    if (!order) throw new Error(`the demo ERP has no order ${number}`);
    await open('/deals/5009', 'en');
    const shown = card('deal-order');
    expect(await factsOf(shown)).toEqual([
      [t('order.ordered'), day(order.orderedOn)],
      [t('order.promised'), order.promisedOn ? day(order.promisedOn) : t('unknown')],
      [t('total'), money(order.total)],
      [
        t('deliveries'),
        order.deliveries.length === 0
          ? t('order.no_deliveries')
          : list(order.deliveries.map((each) => `${each.number} (${t(`delivery.${each.status as 'planned'}`)})`)),
      ],
    ]);
    expect(await rowsOf(shown)).toEqual(
      order.lines
        .map((line) => [
          `${line.code} ${line.name}`,
          quantity(line.quantity),
          quantity(line.delivered),
          money(line.unitPrice),
        ])
        .sort(),
    );
  });

  test.each<[company: string, language: Language]>([
    ['7001', 'de'],
    ['7004', 'en'],
    ['7010', 'fr'],
  ])('company %s, in %s: credit, invoices, orders', async (id, language) => {
    const print = printer(language);
    const { t, money, day } = print;
    const customer = await desk.customer((await crmOf('company', id)).properties.name ?? '');
    await open(`/companies/${id}`, language);
    expect(await factsOf(card('company-credit'))).toEqual(creditFacts(print, await desk.credit(customer.id), null));
    const invoices = await desk.invoices(customer.id);
    expect(invoices.length === 0 ? [] : await rowsOf(card('company-invoices'))).toEqual(invoiceRows(print, invoices));
    const orders = await desk.orders(customer.id);
    expect(orders.length === 0 ? [] : await rowsOf(card('company-orders'))).toEqual(
      orders
        .map((order) => [
          order.number,
          day(order.orderedOn),
          t(`order.status.${order.status as 'draft'}`),
          order.promisedOn ? day(order.promisedOn) : '–',
          money(order.total),
        ])
        .sort(),
    );
  });
});
