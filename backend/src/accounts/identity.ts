import type { AccountId, RecordRef } from '@backroom/shared';
import type { CrmEvent, CrmRecord } from '../crm/contract/index.ts';
import type { CarriedStore } from '../store/carried.ts';
import type { Former, Merge, MergeStore } from '../store/merges.ts';

type Parts = {
  merges: MergeStore;
  carried: CarriedStore;
  /** Moves what is kept under the merged ids. */
  merge: (merge: Merge) => Promise<void>;
  /** What this process remembers of links and records is old. */
  forget: (account: AccountId) => void;
};
export type RecordIdentity = { record: Former; company: Former | null };

/** Salesforce calls a record by fifteen characters or by eighteen. */
const sameId = (short: string, id: string) =>
  id === short || (short.length === 15 && id.length === 18 && id.startsWith(short));

/**
 * Who a CRM record is, under whatever id it comes: merges are learnt from the CRM's events, from a record that answers under another id than it was asked
 * for, and from the ids that a record says were merged into it.
 */
export function createIdentity({ merges, carried, merge, forget }: Parts) {
  async function formerOf(account: AccountId, ref: RecordRef, told: readonly string[]): Promise<Former> {
    const known = await merges.former(account, ref);
    const fresh = told.filter((id) => !sameId(id, ref.id) && !known.ids.includes(id));
    if (fresh.length === 0 && !known.strays) return known;
    await merge({ account, type: ref.type, gone: [...known.ids, ...fresh], into: ref.id });
    forget(account);
    return merges.former(account, ref);
  }
  return {
    /** What a record and its company were called before. `asked`: the id that the record was asked for by. */
    async of(account: AccountId, record: CrmRecord, asked: RecordRef): Promise<RecordIdentity> {
      const { type, id, company } = record;
      const told = (type === 'deal' ? record.mergedIds : record.company.mergedIds) ?? [];
      const own = formerOf(account, { type, id }, [asked.id, ...told]);
      const ofCompany =
        type === 'company'
          ? own
          : company && formerOf(account, { type: 'company', id: company.id }, company.mergedIds ?? []);
      const [former, companyFormer] = await Promise.all([own, ofCompany]);
      return { record: former, company: companyFormer };
    },
    /** A CRM's event: the merges of deals and companies are ours to follow. */
    async follow(account: AccountId, { kind, record, into }: CrmEvent): Promise<void> {
      if (kind !== 'records_merged' || into === null) return;
      if (record?.type !== 'deal' && record?.type !== 'company') return;
      await merge({ account, type: record.type, gone: [record.id], into });
      forget(account);
    },
    /** The revision of the quote that a merge left on its survivor: as it was first seen. */
    quoteLeft: merges.quoteLeft,
    /** The deal that an order number belongs to. */
    holder: carried.holder,
    /** A person said which customer a merged company is. */
    settle: (account: AccountId, ref: RecordRef) => merges.settle(account, ref),
  };
}
export type Identity = ReturnType<typeof createIdentity>;
