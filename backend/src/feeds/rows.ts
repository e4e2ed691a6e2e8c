import { type AccountId, accountIdSchema } from '@backroom/shared';
import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import { claimRows, LostClaim } from '../jobs/queue.ts';
import type { Clock, Moment } from '../store/clock.ts';
import type { Db, Trx } from '../store/open.ts';
import type { Tables } from '../store/tables.ts';

export type FeedRow = Selectable<Tables['feeds']>;
export const feedAccount = (row: Pick<FeedRow, 'account'>): AccountId => accountIdSchema.parse(row.account);
export type At = { account: AccountId; connection: string };

/** Feeds of connections that have none yet begin; those whose connection or account is gone end. Two statements, whatever there is. */
export async function matchConnections(db: Db, clock: Clock): Promise<void> {
  await sql`insert into feeds (account, connection, begun_at, due_at, noted_at) select c.account, c.id, ${clock()}, ${clock()}, ${clock()}
    from erp_connections c join accounts a on a.id = c.account
    where a.state = 'connected' and c.state = 'live' and not exists (select 1 from feeds f where f.account = c.account and f.connection = c.id)
    on conflict do nothing`.execute(db);
  await sql`delete from feeds f where not exists (select 1 from erp_connections c join accounts a on a.id = c.account
    where c.account = f.account and c.id = f.connection and a.state = 'connected' and c.state = 'live')`.execute(db);
}
export const claimFeeds = (db: Db, clock: Clock, limit: number): Promise<FeedRow[]> =>
  claimRows(db, 'feeds', { at: clock(), limit });

type Change = Partial<Pick<FeedRow, 'cursor' | 'time_zone' | 'filled_on' | 'tries' | 'taken'>> & {
  read_at?: Moment;
  due_at?: Moment;
  noted_at?: Moment;
  problem?: string | null;
  problem_at?: Moment | null;
  claim?: null;
  lease_until?: null;
};
/** Changes the feed while the claim is ours. */
export async function changeFeed(trx: Trx, { account, connection, claim }: FeedRow, change: Change): Promise<void> {
  const changed = await trx
    .updateTable('feeds')
    .set(change)
    .where('account', '=', account)
    .where('connection', '=', connection)
    .where('claim', '=', claim)
    .returning('connection')
    .executeTakeFirst();
  if (!changed) throw new LostClaim();
}
