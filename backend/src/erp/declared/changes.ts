import { clockIn } from '@backroom/shared';
import { z } from 'zod';
import type { Change, Out } from '../contract/schemas.ts';
import { cursorOf } from '../kit/cursor.ts';
import type { Client } from './client.ts';
import { coerced, needed } from './coerce.ts';
import type { Read } from './document.ts';
import { rowsOf } from './rows.ts';

const cursorSchema = z.record(z.string(), z.string().max(100));
const MOST = 1000;
type Changed = Read & { at: string; clock: 'company' | 'utc' };
type Feed = {
  kind: Change['kind'];
  at: string;
  read: Changed;
  id: string;
  customerId?: string | undefined;
};

/** Parts of the document that say what was changed. */
function feedsOf({ document }: Client): Feed[] {
  const { customers, products, orders, invoices } = document;
  return [
    ...(customers.changed
      ? [
          {
            kind: 'customer' as const,
            at: 'customers.changed',
            read: customers.changed,
            id: customers.fields.id,
            customerId: customers.fields.id,
          },
        ]
      : []),
    ...(products?.changed
      ? [{ kind: 'product' as const, at: 'products.changed', read: products.changed, id: products.fields.id }]
      : []),
    ...(orders?.changed
      ? [
          {
            kind: 'order' as const,
            at: 'orders.changed',
            read: orders.changed,
            id: orders.fields.id,
            customerId: orders.fields.customerId,
          },
        ]
      : []),
    ...(invoices?.changed
      ? [
          {
            kind: 'invoice' as const,
            at: 'invoices.changed',
            read: invoices.changed,
            id: invoices.fields.id,
            customerId: invoices.fields.customerId,
          },
        ]
      : []),
  ];
}
export const hasChanges = (client: Client): boolean => feedsOf(client).length > 0;
/** Now by the clock of a feed: the company's, as many ERPs write moments (`2026-11-29 14:05:10`), or UTC. */
function nowOf({ document, now }: Client, { clock }: Changed): string {
  // A second ago: some ERPs tell no parts of seconds.
  if (clock === 'utc') return new Date(now() - 1000).toISOString();
  return clockIn(document.company.timeZone, now() - 1000);
}
/** What was changed after the cursor. A cursor holds the ERP's own time of the last change of each feed: no clock of ours is compared with it. */
export async function changesSince(
  client: Client,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Out<'changes.since'>> {
  const feeds = feedsOf(client);
  if (cursor === null) {
    const starts = feeds.map(({ kind, read }) => [kind, nowOf(client, read)]);
    return { changes: [], cursor: JSON.stringify(Object.fromEntries(starts)) };
  }
  const before = cursorOf(cursorSchema, cursor);
  const next: Record<string, string> = { ...before };
  const changes: Change[] = [];
  const at = new Date(client.now()).toISOString();
  for (const feed of feeds) {
    const since = before[feed.kind] ?? nowOf(client, feed.read);
    const moment = feed.read.clock === 'utc' ? since : `${since.replace(' ', 'T')}Z`;
    const asking = {
      at: feed.at,
      input: { since, seconds: String(Math.floor(Date.parse(moment) / 1000)) },
      signal,
    };
    const { rows } = await rowsOf(client, feed.read, asking, MOST);
    const place = (name: string) => client.place(`${feed.at}.${name}`, asking.input);
    for (const row of rows) {
      const moment = await needed<string>(feed.read.at, row, 'text', place('at'));
      if (moment > (next[feed.kind] ?? '')) next[feed.kind] = moment;
      const customerId =
        feed.customerId === undefined ? null : await coerced<string>(feed.customerId, row, 'text', place('customerId'));
      changes.push({
        kind: feed.kind,
        id: await needed(feed.id, row, 'text', place('id')),
        customerId: customerId as Change['customerId'],
        at,
      });
    }
  }
  return { changes, cursor: JSON.stringify(next) };
}
