import type { Vault } from '../access/secrets.ts';
import type { Logger } from '../monitoring/log.ts';
import { accountStore } from './accounts.ts';
import { apiKeyStore } from './api-keys.ts';
import { approvalStore } from './approvals.ts';
import { auditStore } from './audit.ts';
import { carriedStore } from './carried.ts';
import type { Changes } from './changes.ts';
import { MAIN } from './connections.ts';
import { crmTokenStore } from './crm-tokens.ts';
import { deskSessionStore } from './desk-sessions.ts';
import { erpTokenStore } from './erp-tokens.ts';
import { gatheredReads } from './gather.ts';
import { linkStore } from './links.ts';
import { mergeStore } from './merges.ts';
import type { Store } from './open.ts';
import { orderEntryStore } from './order-entries.ts';
import { pendingInstallStore } from './pending-installs.ts';
import { peopleStore } from './people.ts';
import { quotaStore } from './quotas.ts';
import { quoteChoiceStore } from './quote-choices.ts';
import { rememberReads } from './remember.ts';
import { requestCounts } from './request-counts.ts';
import { usedTokenStore } from './used-tokens.ts';

/** All stores over one open database. */
export function openStores(store: Store, changes: Changes, vault: Vault, logger: Logger, now: () => Date) {
  const { db } = store;
  const reads = gatheredReads(db);
  const { get, connections } = accountStore(reads, vault);
  const { forget: forgetReads, ...remembered } = rememberReads(
    {
      accounts: { ...accountStore(db, vault), get, connections },
      links: linkStore(db, MAIN, reads),
      merges: { ...mergeStore(db), former: mergeStore(reads).former },
      quoteChoices: { ...quoteChoiceStore(db), get: quoteChoiceStore(reads).get },
      orderEntries: { ...orderEntryStore(db), of: orderEntryStore(reads).of },
    },
    changes,
  );
  return {
    ...remembered,
    /** Clears what this process remembers of accounts and records. */
    forgetReads,
    /** For reads of one request, of which those of one turn are one statement. */
    reads,
    tokens: crmTokenStore(db, vault, store.kind === 'postgres', reads),
    erpTokens: erpTokenStore(db, vault, store.kind === 'postgres'),
    people: peopleStore(db, now),
    apiKeys: apiKeyStore(db, now),
    sessions: deskSessionStore(db, now),
    audit: auditStore(db, logger, now),
    used: usedTokenStore(db, now),
    pending: pendingInstallStore(db, vault, now),
    approvals: approvalStore(db),
    carried: carriedStore(db),
    counts: requestCounts(store),
    // The embedded database has one process, which needs no sharing.
    quota: store.kind === 'postgres' ? quotaStore(db).take : null,
  };
}
export type Stores = ReturnType<typeof openStores>;
