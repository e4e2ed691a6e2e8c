import type { AccountId, RecordRef } from '@backroom/shared';
import { LRUCache } from 'lru-cache';
import type { CrmAdapter, CrmCall } from '../crm/contract/index.ts';
import { ProblemError } from '../problems/error.ts';
import type { PeopleStore } from '../store/people.ts';
import type { Caller } from './caller.ts';

/** How late a right that was taken in the CRM is noticed. */
const KEEP_MS = 300_000;
/** A CRM that does not tell who sees a record is asked again after this. */
const SILENT_MS = 3_600_000;
export type Asking = Pick<Caller, 'account' | 'userId' | 'roles'>;

/** What a proven caller may do. The CRM's own word counts; where it has none, an admin's here does. Unknown is no. */
export function createRights(options: {
  people: Pick<PeopleStore, 'isAdmin' | 'asked'>;
  crmFor: (account: AccountId) => Promise<Pick<CrmAdapter, 'isAdmin' | 'viewers' | 'editors'>>;
  crmCall: (account: AccountId) => CrmCall;
}) {
  const admins = new LRUCache<string, boolean>({ max: 10_000, ttl: KEEP_MS });
  /** By record: one call tells of all users, and a deal that two hundred open is asked about once. */
  const viewers = new LRUCache<string, Promise<ReadonlySet<string> | null>>({ max: 5000, ttl: KEEP_MS });
  const silent = new LRUCache<string, true>({ max: 10_000, ttl: SILENT_MS });

  async function byCrm({ account, userId }: Asking): Promise<boolean> {
    const key = `${account}|${userId}`;
    const known = admins.get(key);
    if (known !== undefined) return known;
    const crm = await options.crmFor(account);
    const told = (await crm.isAdmin?.(userId, options.crmCall(account))) ?? false;
    admins.set(key, told);
    return told;
  }
  function viewersOf(account: AccountId, ref: RecordRef): Promise<ReadonlySet<string> | null> {
    const key = `${account}|${ref.type}|${ref.id}`;
    const known = viewers.get(key);
    if (known) return known;
    const asking = options
      .crmFor(account)
      .then(async (crm) => (await crm.viewers?.(ref, options.crmCall(account))) ?? null);
    viewers.set(key, asking);
    // Neither a failure nor silence is remembered here.
    asking.then(
      (told) => told === null && viewers.delete(key),
      () => viewers.delete(key),
    );
    return asking;
  }
  const isAdmin = async (asking: Asking): Promise<boolean> =>
    asking.roles.includes('admin') || (await options.people.isAdmin(asking.account, asking.userId)) || byCrm(asking);

  return {
    isAdmin,
    /** Throws `forbidden` for a person who is no admin. */
    async requireAdmin(caller: Asking): Promise<void> {
      if (!(await isAdmin(caller))) throw new ProblemError('forbidden');
    },
    /** Lists a person who is no admin among those who requested access, where an admin can grant it. Only for what a person pressed. */
    async requestAccess(caller: Caller): Promise<void> {
      if (!(await isAdmin(caller))) await options.people.asked(caller.account, caller.userId, caller.userEmail);
    },
    /** Throws `record_not_found` for a record that the CRM does not show this user: that it exists is not said either. */
    async requireView(
      { account, userId, only }: Pick<Caller, 'account' | 'userId' | 'only'>,
      ref: RecordRef,
    ): Promise<void> {
      if (only !== undefined && (only?.type !== ref.type || only.id !== ref.id))
        throw new ProblemError('record_not_found');
      if (silent.has(account)) return;
      const told = await viewersOf(account, ref);
      if (told === null) silent.set(account, true);
      else if (!told.has(userId)) throw new ProblemError('record_not_found');
    },
    /** Throws `forbidden` for a record that this user may not edit in the CRM. Where the CRM cannot say it, an admin may. */
    async requireEdit(caller: Asking, ref: RecordRef): Promise<void> {
      const crm = await options.crmFor(caller.account);
      // The CRM proves it with each request.
      if (!crm.editors) return;
      const told = await crm.editors(ref, options.crmCall(caller.account));
      if (told === null ? !(await isAdmin(caller)) : !told.has(caller.userId)) throw new ProblemError('forbidden');
    },
    /** After something was changed here, or the account has gone. Other processes forget within the time above. */
    forget(account: AccountId): void {
      for (const kept of [admins, viewers])
        for (const key of kept.keys()) if (key.startsWith(`${account}|`)) kept.delete(key);
      silent.delete(account);
    },
  };
}
export type Rights = ReturnType<typeof createRights>;
