import { type AccountId, accountIdSchema } from '@backroom/shared';
import { sql } from 'kysely';
import type { AccountStore } from '../store/accounts.ts';
import type { AuditStore } from '../store/audit.ts';
import type { DeskSessionStore } from '../store/desk-sessions.ts';
import type { Store } from '../store/open.ts';

/** Tells every process that an account was connected, disconnected or removed; the payload is its id. */
const ACCOUNTS_CHANNEL = 'backroom_accounts';
/** What a disconnected account left here is deleted after this, unless it is connected again. */
const KEEP_DISCONNECTED_MS = 30 * 86_400_000;
/** A CRM that does not tell of an uninstall is noticed when its grant is refused: each is tried so often at least. */
const GRANT_MS = 86_400_000;
const AFTER_FAILURE_MS = 3_600_000;

export type LifecycleOptions = {
  store: Pick<Store, 'db' | 'listen'>;
  accounts: AccountStore;
  sessions: Pick<DeskSessionStore, 'endAll'>;
  audit: Pick<AuditStore, 'note'>;
  /** Tells the CRM that we leave and gives the grant back. */
  leaveCrm: (account: AccountId) => Promise<void>;
  /** Uses the account's grant once; a refused one disconnects the account. */
  tryGrant: (account: AccountId) => Promise<void>;
  /** Accounts that left in their CRM since the last call. */
  departures: () => Promise<{ gone: readonly { account: AccountId; at: Date }[]; faults: readonly unknown[] }>;
  /** Drops what this process remembers of the account: reads, records, rights, its ERP adapter. */
  drop: (account: AccountId) => void;
  onError: (error: unknown) => void;
  now: () => Date;
};

/** An account's way from its installation to its end, in every process. */
export function createLifecycle(options: LifecycleOptions) {
  const { store, accounts, sessions, audit, now } = options;
  let silentUntil = 0;
  async function tell(account: AccountId): Promise<void> {
    options.drop(account);
    // A process that misses it knows that it does: reads are then remembered for a second, records for five.
    await sql`select pg_notify(${ACCOUNTS_CHANNEL}, ${account})`.execute(store.db).catch(options.onError);
  }
  /** Everything of the account is deleted here; its business records in the ERP and the CRM stay theirs. */
  async function remove(account: AccountId): Promise<void> {
    await accounts.remove(account);
    await tell(account);
  }
  /** Links, sessions and document links end; panels, orders and settings are refused until it is connected again. */
  async function disconnect(account: AccountId): Promise<void> {
    if (!(await accounts.disconnect(account, now()))) return;
    await sessions.endAll(account);
    await audit.note(account, 'system', 'disconnected');
    await tell(account);
  }
  return {
    remove,
    disconnect,
    async connected(account: AccountId, crm: string, actor: string): Promise<void> {
      await accounts.put(account, crm, now());
      await audit.note(account, actor, 'installed');
      await tell(account);
    },
    /** An admin ends it here: the CRM is told first, since telling needs the grant that goes with the rest. */
    async uninstall(account: AccountId): Promise<void> {
      await options.leaveCrm(account).catch(options.onError);
      await remove(account);
    },
    /** What we keep of a contact leaves: the e-mail address of a customer to create, the contact of an order and of entries for one. The ERP's copy is the ERP's. */
    async forgetContact(account: AccountId, contact: string): Promise<void> {
      const { rows } = await sql<{ id: string }>`update submissions
          set payload = case kind when 'customer' then jsonb_set(payload, '{customer,email}', 'null') else payload #- '{order,contact}' end, contact_id = null
          where account = ${account} and contact_id = ${contact} and kind in ('customer', 'order') returning id`.execute(
        store.db,
      );
      await sql`update submissions
          set payload = payload #- array['customer', 'contacts', place.nth::text] #- array['people', place.nth::text]
          from (select made.id, listed.nth - 1 as nth from submissions made, jsonb_array_elements_text(made.payload -> 'people') with ordinality as listed (contact, nth)
            where made.account = ${account} and made.kind = 'customer' and listed.contact = ${contact}) place
          where submissions.account = ${account} and submissions.id = place.id`.execute(store.db);
      await sql`update order_acts set payload = payload #- '{order,contact}', contact_id = null where account = ${account} and contact_id = ${contact}`.execute(
        store.db,
      );
      await sql`delete from order_entries where account = ${account} and entries #>> '{contact,id}' = ${contact}`.execute(
        store.db,
      );
      await audit.note(account, 'system', 'privacy_deletion', `${rows.length}`);
      options.drop(account);
    },
    async listen(): Promise<void> {
      await store.listen(ACCOUNTS_CHANNEL, (payload) => {
        const account = accountIdSchema.safeParse(payload);
        if (account.success) options.drop(account.data);
      });
    },
    /** Disconnects accounts that uninstalled the app in their CRM and did not install it again. A failed run repeats after an hour; refused grants show an uninstall too. */
    async followDepartures(): Promise<void> {
      if (now().getTime() < silentUntil) return;
      const { gone, faults } = await options.departures();
      for (const fault of faults) options.onError(fault);
      if (faults.length > 0) silentUntil = now().getTime() + AFTER_FAILURE_MS;
      for (const { account, at } of gone) {
        const known = await accounts.get(account);
        if (known?.state === 'connected' && known.since < at) await disconnect(account);
      }
    },
    /** Hourly: forgotten accounts, grants that nobody used for a day, and rows that a request wrote while its account was being removed. */
    async sweep(): Promise<void> {
      const at = now().getTime();
      for (const account of await accounts.disconnectedBefore(new Date(at - KEEP_DISCONNECTED_MS)))
        await remove(account);
      for (const account of await accounts.takeUncheckedGrants(new Date(at - GRANT_MS), now()))
        await options.tryGrant(account).catch(options.onError);
      await accounts.removeOrphans();
    },
  };
}
export type Lifecycle = ReturnType<typeof createLifecycle>;
