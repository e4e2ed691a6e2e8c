import {
  add,
  type CreditPosition,
  compare,
  creditPositionSchema,
  type Decimal,
  decimal,
  subtract,
} from '@backroom/shared';
import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import { ageingOf } from '../kit/ageing.ts';
import { fit } from '../transport/json.ts';
import { all, queryOf, text } from '../transport/odata/query.ts';
import { blank, expanded } from '../transport/odata/v2-values.ts';
import { sureOf } from './customers.ts';
import { COUNTED, INVOICE, PART, WHOLE } from './facts.ts';
import { unknownCustomer } from './faults.ts';
import { duesOf, isLate, openItemsOf, sum } from './open-items.ts';
import { conditions, type Session } from './session.ts';
import { amount, daysBetween, flag, key, keyOf, sure, today } from './values.ts';

const zero = decimal('0');
const accountRow = z.object({
  BusinessPartner: key,
  CreditSegment: z.string(),
  CreditLimitAmount: amount,
  CreditLimitIsZero: flag,
  CreditAccountIsBlocked: flag,
  CreditAccountBlockReason: blank,
  CreditSegmentCurrency: sure,
});
type Account = z.output<typeof accountRow>;
/** A limit is master data: it is kept for a minute, so that a page asks two services and not three. */
function accountOf(session: Session, customer: string, segment: string, signal: AbortSignal): Promise<Account | null> {
  const filter = all(`BusinessPartner eq ${text(customer)}`, `CreditSegment eq ${text(segment)}`);
  const path = `CreditManagementAccount${queryOf({ filter, select: Object.keys(accountRow.shape) })}`;
  return session.remember(`credit ${customer}`, async () => {
    const rows = await session.service('credit').lists(accountRow, [path], signal);
    return rows.flat()[0] ?? null;
  });
}

const itemRow = z.object({
  SalesOrderItem: key,
  NetAmount: amount,
  TaxAmount: amount,
  SalesDocumentRjcnReason: blank,
  OrderRelatedBillingStatus: z.string(),
  DeliveryStatus: z.string(),
});
const orderRow = z.object({
  SalesOrder: key,
  TransactionCurrency: sure,
  to_Item: expanded(itemRow),
  to_SubsequentProcFlowDoc: expanded(z.object({ SubsequentDocumentCategory: z.string() })),
});
type Order = z.output<typeof orderRow>;
const ordersPath = (customer: string): string =>
  `A_SalesOrder${queryOf({
    filter: `SoldToParty eq ${text(customer)} and OverallSDProcessStatus ne ${text(WHOLE)}`,
    expand: 'to_Item,to_SubsequentProcFlowDoc',
    select: [
      'SalesOrder',
      'TransactionCurrency',
      ...Object.keys(itemRow.shape).map((name) => `to_Item/${name}`),
      'to_SubsequentProcFlowDoc/SubsequentDocumentCategory',
    ],
    orderby: 'SalesOrder',
    more: COUNTED,
  })}`;
const billedRow = z.object({
  SalesDocument: key,
  SalesDocumentItem: key,
  NetAmount: amount,
  TaxAmount: amount,
  to_BillingDocument: z.object({ BillingDocumentIsCancelled: flag, SDDocumentCategory: z.string() }),
});

/** Gross, of what is ordered and not billed; null where an order is in another currency: no rate comes with it. */
async function openOrdersOf(
  session: Session,
  orders: readonly Order[],
  currency: string,
  signal: AbortSignal,
): Promise<Decimal | null> {
  if (orders.some(({ TransactionCurrency }) => TransactionCurrency !== currency)) return null;
  const alive = orders.flatMap(({ SalesOrder, to_Item: items }) =>
    items
      .filter((item) => item.SalesDocumentRjcnReason === null && item.OrderRelatedBillingStatus !== WHOLE)
      .map((item) => ({ order: SalesOrder, item })),
  );
  // Only what was billed in part needs its documents.
  const begun = orders.filter(
    ({ to_Item: items, to_SubsequentProcFlowDoc: flow }) =>
      flow.some((each) => each.SubsequentDocumentCategory === INVOICE) ||
      items.some(({ OrderRelatedBillingStatus: status }) => status === PART),
  );
  const paths = conditions(
    'SalesDocument',
    begun.map(({ SalesOrder }) => SalesOrder),
  ).map(
    (filter) =>
      `A_BillingDocumentItem${queryOf({
        filter,
        expand: 'to_BillingDocument',
        select: [
          ...Object.keys(billedRow.shape).filter((name) => !name.startsWith('to_')),
          'to_BillingDocument/BillingDocumentIsCancelled',
          'to_BillingDocument/SDDocumentCategory',
        ],
      })}`,
  );
  const billed = (await session.service('billing').lists(billedRow, paths, signal))
    .flat()
    .filter(
      ({ to_BillingDocument: document }) =>
        !document.BillingDocumentIsCancelled && document.SDDocumentCategory === INVOICE,
    );
  const left = alive.map(({ order, item }) => {
    const done = billed.filter(
      (each) => each.SalesDocument === order && each.SalesDocumentItem === item.SalesOrderItem,
    );
    const rest = subtract(
      add(item.NetAmount, item.TaxAmount),
      sum(done.map((each) => add(each.NetAmount, each.TaxAmount))),
    );
    return compare(rest, zero) > 0 ? rest : zero;
  });
  return sum(left);
}

/** SAP's APIs have the limit and no exposure: that is what the ledger has open and what is ordered and not billed. */
export async function creditOf(session: Session, customerId: string, signal: AbortSignal): Promise<CreditPosition> {
  const customer = keyOf(customerId);
  if (customer === null) throw unknownCustomer(customerId);
  const [account, items, lists] = await Promise.all([
    accountOf(session, customer, session.creditSegment ?? '', signal),
    openItemsOf(session, [customer], signal),
    session.service('orders').lists(orderRow, [ordersPath(customer)], signal),
  ]);
  const orders = lists.flat();
  if (account === null || (items.length === 0 && orders.length === 0)) await sureOf(session, customerId, signal);
  const currency = account?.CreditSegmentCurrency ?? items[0]?.CompanyCodeCurrency ?? orders[0]?.TransactionCurrency;
  if (!currency) throw noCurrency();
  const dues = duesOf(items, 'company');
  if (dues.some((due) => due.currency !== currency)) throw otherCurrency(currency);
  const late = dues.filter((due) => isLate(due, session));
  const receivable = sum(dues.map((due) => due.amount));
  const openOrders = await openOrdersOf(session, orders, currency, signal);
  const exposure = add(receivable, openOrders ?? zero);
  const limit =
    account && (compare(account.CreditLimitAmount, zero) > 0 || account.CreditLimitIsZero)
      ? account.CreditLimitAmount
      : null;
  const money = (value: Decimal) => ({ amount: value, currency });
  return fit(
    creditPositionSchema,
    {
      limit: limit && money(limit),
      openOrders: openOrders && money(openOrders),
      receivable: money(receivable),
      exposure: money(exposure),
      free: limit && money(subtract(limit, exposure)),
      overdue: money(sum(late.map((due) => due.amount))),
      ageing: ageingOf(
        late.map((due) => ({ late: daysBetween(due.dueOn ?? today(session), today(session)), amount: due.amount })),
        money,
      ),
      blocked: account?.CreditAccountIsBlocked ?? false,
      blockedReason: account?.CreditAccountIsBlocked ? (account.CreditAccountBlockReason ?? 'blocked') : null,
    },
    'CreditManagementAccount',
  );
}
const noCurrency = () =>
  new ErpError('unsupported', 'no credit account', {
    words: 'SAP has neither a credit account nor documents of this customer.',
  });
const otherCurrency = (currency: string) =>
  new ErpError('unsupported', 'another currency', {
    words: `The credit segment is in ${currency}, the company code is not: SAP's APIs give no rate between them.`,
  });
