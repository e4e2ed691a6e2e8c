import { z } from 'zod';
import { type Change, changeSchema, type Out } from '../contract/schemas.ts';
import { cursorOf } from '../kit/cursor.ts';
import { fit } from '../transport/json.ts';
import { all, queryOf, text } from '../transport/odata/query.ts';
import { dayLiteral, instantLiteral } from '../transport/odata/v2-values.ts';
import { CUSTOMER_ACCOUNT, type ServiceName } from './facts.ts';
import type { Session } from './session.ts';
import { bareKey } from './values.ts';

type Row = Record<string, string>;
const row = z.record(z.string(), z.unknown()).transform((fields) => {
  const texts = Object.entries(fields).flatMap(([name, value]) =>
    typeof value === 'string' || typeof value === 'boolean' ? [[name, String(value)] as const] : [],
  );
  return Object.fromEntries(texts) as Row;
});
type Feed = {
  service: ServiceName;
  set: string;
  keys: readonly string[];
  /** Of the moment, or of the day only: then what else tells that a record is another than before. */
  by: 'LastChangeDateTime' | 'LastChangeDate';
  signs?: readonly string[];
  also?: string;
  customer?: string;
  fields?: readonly string[];
  changes: (row: Row) => readonly (readonly [kind: Change['kind'], id: string | undefined])[];
};
/** What a change of each set makes stale. Stock has no time of change: it is stale with each delivery of an order, and by its age. */
const feeds: readonly Feed[] = [
  {
    service: 'orders',
    set: 'A_SalesOrder',
    keys: ['SalesOrder'],
    by: 'LastChangeDateTime',
    customer: 'SoldToParty',
    changes: ({ SalesOrder, SoldToParty }) => [
      ['order', SalesOrder],
      ['credit', SoldToParty],
    ],
  },
  {
    service: 'deliveries',
    set: 'A_OutbDeliveryItem',
    keys: ['DeliveryDocument', 'DeliveryDocumentItem'],
    by: 'LastChangeDate',
    signs: ['ActualDeliveryQuantity', 'GoodsMovementStatus'],
    fields: ['ReferenceSDDocument', 'Material'],
    changes: ({ ReferenceSDDocument, Material }) => [
      ['order', ReferenceSDDocument],
      ['stock', Material],
    ],
  },
  {
    service: 'billing',
    set: 'A_BillingDocument',
    keys: ['BillingDocument'],
    by: 'LastChangeDateTime',
    customer: 'SoldToParty',
    changes: ({ BillingDocument, SoldToParty }) => [
      ['invoice', BillingDocument],
      ['credit', SoldToParty],
    ],
  },
  {
    service: 'ledger',
    set: 'A_OperationalAcctgDocItemCube',
    keys: ['CompanyCode', 'FiscalYear', 'AccountingDocument', 'AccountingDocumentItem'],
    by: 'LastChangeDate',
    signs: ['IsCleared', 'AmountInTransactionCurrency', 'DunningLevel'],
    also: `FinancialAccountType eq ${text(CUSTOMER_ACCOUNT)}`,
    customer: 'Customer',
    fields: ['BillingDocument'],
    changes: ({ BillingDocument, Customer, AccountingDocument }) => [
      ['invoice', BillingDocument || AccountingDocument],
      ['credit', Customer],
    ],
  },
  {
    service: 'returns',
    set: 'A_CustomerReturn',
    keys: ['CustomerReturn'],
    by: 'LastChangeDateTime',
    customer: 'SoldToParty',
    changes: ({ CustomerReturn }) => [['return', CustomerReturn]],
  },
  {
    service: 'products',
    set: 'A_Product',
    keys: ['Product'],
    by: 'LastChangeDateTime',
    changes: ({ Product }) => [
      ['product', Product],
      ['price', Product],
      ['stock', Product],
    ],
  },
  {
    service: 'partners',
    set: 'A_BusinessPartner',
    keys: ['BusinessPartner'],
    by: 'LastChangeDate',
    signs: ['LastChangeTime'],
    customer: 'Customer',
    changes: ({ Customer }) => [
      ['customer', Customer],
      ['credit', Customer],
    ],
  },
];
/** What was being committed when a set was read has an earlier time than what was read: each question goes back so far. */
const OVERLAP_MS = 120_000;
const DAY_MS = 86_400_000;

/** How far was read, and what was given out since: a cursor stands still when nothing is new. */
const cursorSchema = z.object({ at: z.iso.datetime(), seen: z.record(z.string(), z.string()) });
type Cursor = z.output<typeof cursorSchema>;
const back = (at: string, ms: number): string => new Date(Date.parse(at) - ms).toISOString();
const momentOf = (value: string | undefined): string | null => {
  const ms = /\((-?\d+)/.exec(value ?? '')?.[1];
  return ms === undefined ? null : new Date(Number(ms)).toISOString();
};
function pathOf(feed: Feed, at: string): string {
  // A day of the server may be a day behind or ahead.
  const since =
    feed.by === 'LastChangeDateTime'
      ? `LastChangeDateTime gt ${instantLiteral(back(at, OVERLAP_MS))}`
      : `LastChangeDate ge ${dayLiteral(back(at, OVERLAP_MS + DAY_MS).slice(0, 10))}`;
  const select = [
    ...feed.keys,
    feed.by,
    ...(feed.signs ?? []),
    ...(feed.fields ?? []),
    ...(feed.customer ? [feed.customer] : []),
  ];
  return `${feed.set}${queryOf({ filter: all(since, feed.also ?? null), select, orderby: feed.keys.join(',') })}`;
}

/** No cursor: from now on. Deletions are told by nothing. */
export async function changesSince(
  session: Session,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Out<'changes.since'>> {
  const before = cursor === null ? null : cursorOf(cursorSchema, cursor);
  const now = new Date(session.now()).toISOString();
  const from = before?.at ?? now;
  const lists = await Promise.all(
    feeds.map(async (feed) => (await session.service(feed.service).lists(row, [pathOf(feed, from)], signal)).flat()),
  );
  const seen: Record<string, string> = {};
  const changes: Change[] = [];
  for (const [index, feed] of feeds.entries())
    for (const each of lists[index] ?? []) {
      const name = [feed.set, ...feed.keys.map((field) => each[field] ?? '')].join(' ');
      const sign = [feed.by, ...(feed.signs ?? [])].map((field) => each[field] ?? '').join(' ');
      seen[name] = sign;
      // What there was before the feed began is no change.
      if (!before || before.seen[name] === sign) continue;
      const customer = feed.customer ? bareKey(each[feed.customer] ?? '') : '';
      const moment = feed.by === 'LastChangeDateTime' ? momentOf(each.LastChangeDateTime) : null;
      for (const [kind, id] of feed.changes(each))
        if (id)
          changes.push(
            fit(changeSchema, { kind, id: bareKey(id), customerId: customer || null, at: moment ?? now }, feed.set),
          );
    }
  if (cursor !== null && changes.length === 0) return { changes, cursor };
  return { changes, cursor: JSON.stringify({ at: now, seen } satisfies Cursor) };
}
