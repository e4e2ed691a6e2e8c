import type { AccountId } from '@backroom/shared';
import type { ActionOutcome } from '../crm/contract/actions.ts';
import { type CrmAdapter, type CrmCall, CrmError } from '../crm/contract/index.ts';
import type { Clock } from '../store/clock.ts';
import type { Db } from '../store/open.ts';
import { accountOf, askOnce, type ConversionRow, changeConversion, claimTold, findingsSchema } from './rows.ts';

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

/** A CRM refuses all answers of a call for one that nobody waits for any more: of a workflow that was switched off, or a record that left it. */
async function answer(outcomes: readonly ActionOutcome[], send: (some: readonly ActionOutcome[]) => Promise<void>) {
  try {
    await send(outcomes);
  } catch (error) {
    if (!(error instanceof CrmError) || ['busy', 'unreachable'].includes(error.kind)) throw error;
    if (outcomes.length === 1) return;
    const half = Math.ceil(outcomes.length / 2);
    await answer(outcomes.slice(0, half), send);
    await answer(outcomes.slice(half), send);
  }
}

/** Answers the CRM's automation about this conversion and others of the account that wait to be told: a thousand deals are ten calls. */
export async function tellAutomation({ db, clock, crmFor, callOf }: Ctx, row: ConversionRow): Promise<void> {
  const account = accountOf(row);
  const all = await claimTold(db, clock, row);
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
  const call = { ...callOf(account), unhurried: true };
  await answer(outcomes, async (some) => crm.completeActions?.(some, call));
  await changeConversion(db, row, { telling: false, claim: null, lease_until: null, tries: 0 });
  await askOnce(
    db,
    account,
    all.map(({ deal }) => deal),
  );
}
