import type { AccountId, RecordRef } from '@backroom/shared';
import type { FigureReader } from './cache/figures.ts';
import type { Services } from './flows/context.ts';
import type { Changes } from './store/changes.ts';
import { choiceOf, entriesOf } from './store/remember.ts';
import type { Stores } from './store/stores.ts';
import { replayed } from './submissions/accept.ts';
import type { SubmissionEngine } from './submissions/engine.ts';
import { listForRecord } from './submissions/read.ts';

type Parts = {
  stores: Stores;
  changes: Pick<Changes, 'touch'>;
  submissions: SubmissionEngine;
  figures: Pick<FigureReader, 'foresee'>;
  waitingFor: Services['leftToPerson'];
};
const submissionsOf = ({ type, id }: RecordRef) => `submissions|${type}|${id}`;
const waitingOf = (deal: string) => `waiting|${deal}`;
const ignore = () => {};

/**
 * What flows read of our own tables for a record: remembered under the account's stamp, and what one request needs in one statement. The engine itself
 * reads its rows as before.
 */
export function storedReads({ stores, changes, submissions, figures, waitingFor }: Parts) {
  const { accounts, merges, quoteChoices, orderEntries, tokens, reads, remembers, remembersAny, forgetBefore } = stores;
  const touching =
    <Input extends [{ account: AccountId }, ...unknown[]], Output>(write: (...input: Input) => Promise<Output>) =>
    (...input: Input): Promise<Output> =>
      write(...input).finally(() => changes.touch(input[0].account));
  const remembered: SubmissionEngine = {
    ...submissions,
    submit: touching(submissions.submit),
    act: touching(submissions.act),
    listForRecord: (account, ref) =>
      remembers(account, submissionsOf(ref), () => {
        // A record whose rows are not remembered is next read from the CRM.
        tokens.get(account).catch(ignore);
        return listForRecord({ db: reads }, account, ref);
      }),
    replayed: (account, key, body) => replayed({ db: reads }, account, key, body),
    // A conversion asks once more, under the lock of the sale.
    twins: (account, sale, different = []) =>
      remembersAny(account, `twins|${JSON.stringify([sale, different])}`, () =>
        submissions.twins(account, sale, different),
      ),
  };
  const leftToPerson: Services['leftToPerson'] = (account, deal) =>
    remembers(account, waitingOf(deal), () => waitingFor(account, deal));
  return {
    submissions: remembered,
    leftToPerson,
    /** Begins to read what a request about this record needs. `since`: what was read earlier than that instant of `performance.now()` is read again. */
    foresee(account: AccountId, ref: RecordRef, since: number | null = null): void {
      if (since !== null)
        forgetBefore(account, [submissionsOf(ref), waitingOf(ref.id), choiceOf(ref.id), entriesOf(ref.id)], since);
      const asked = [
        accounts.get(account),
        figures.foresee(account),
        merges.former(account, ref),
        remembered.listForRecord(account, ref),
        ...(ref.type === 'deal'
          ? [quoteChoices.get(account, ref.id), orderEntries.of(account, ref.id), leftToPerson(account, ref.id)]
          : []),
      ];
      // The read that needs it meets the error.
      for (const each of asked) each.catch(ignore);
    },
  };
}
