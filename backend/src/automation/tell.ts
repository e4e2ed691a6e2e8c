import type { AccountId } from '@backroom/shared';
import { sql } from 'kysely';
import type { ActionOutcome } from '../crm/contract/actions.ts';
import { type CrmAdapter, type CrmCall, CrmError } from '../crm/contract/index.ts';
import { type Clock, plus } from '../store/clock.ts';
import type { Db } from '../store/open.ts';
import { accountOf, type ConversionRow, changeConversion, findingsSchema, LEASE_MS } from './rows.ts';

/** What one call tells. HubSpot names no limit; its other batches have this one. */
const BATCH = 100;

type Ctx = {
  db: Db;
  clock: Clock;
  crmFor: (account: AccountId) => Promise<CrmAdapter>;
  callOf: (account: AccountId) => CrmCall;
};

/** The code of what stands in the way: the automation branches by it, and a person reads the words at the order desk. */
function reasonOf({ findings }: ConversionRow): string | null {
  const read = findingsSchema.safeParse(findings).data;
  return read?.checks[0]?.code ?? read?.problem ?? null;
}

/** Answers the CRM's automation about this conversion and others of the account that wait to be told: a thousand deals are ten calls. */
export async function tellAutomation({ db, clock, crmFor, callOf }: Ctx, row: ConversionRow): Promise<void> {
  const account = accountOf(row);
  const { rows: more } =
    await sql<ConversionRow>`update conversions c set claim = ${row.claim}::uuid, lease_until = ${plus(clock(), LEASE_MS)}
      where c.account = ${account} and c.id in (select o.id from conversions o where o.account = ${account} and o.telling and o.due_at <= ${clock()}
        and (o.claim is null or o.lease_until <= ${clock()}) limit ${BATCH - 1} for update skip locked) returning c.*`.execute(
      db,
    );
  const all = [row, ...more];
  const ids = all.flatMap(({ submission }) => submission ?? []);
  const submissions =
    ids.length === 0
      ? []
      : await db
          .selectFrom('submissions')
          .select(['id', 'reference'])
          .where('account', '=', account)
          .where('id', 'in', ids)
          .execute();
  const references = new Map(submissions.map(({ id, reference }) => [id, reference]));
  const outcomes = all.map(
    (each): ActionOutcome => ({
      callback: each.callback ?? '',
      result: each.state === 'ordered' ? 'ordered' : each.state === 'nothing' ? 'nothing' : 'person',
      reference: references.get(each.submission ?? '') ?? null,
      reason: each.state === 'ordered' ? null : reasonOf(each),
    }),
  );
  const crm = await crmFor(account);
  try {
    await crm.completeActions?.(outcomes, { ...callOf(account), unhurried: true });
  } catch (error) {
    // A workflow that was switched off, or a right that was taken back: nobody waits any more.
    if (!(error instanceof CrmError) || ['busy', 'unreachable'].includes(error.kind)) {
      for (const each of more) await changeConversion(db, each, { claim: null, lease_until: null });
      throw error;
    }
  }
  for (const each of all)
    await changeConversion(db, each, { telling: false, claim: null, lease_until: null, tries: 0 });
}
