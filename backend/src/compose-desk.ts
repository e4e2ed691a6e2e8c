import { createHash } from 'node:crypto';
import type { AccountId } from '@backroom/shared';
import type { Logger } from 'pino';
import type { Caller } from './access/caller.ts';
import { type DeskPerson, deskTokens } from './access/desk.ts';
import type { Rights } from './access/rights.ts';
import { connections } from './accounts/connect.ts';
import type { Lifecycle } from './accounts/lifecycle.ts';
import type { DeskLink } from './api/v1/route.ts';
import type { Config } from './config.ts';
import { type ConsoleOptions, createConsole } from './console/app.ts';
import type { CrmAdapter } from './crm/contract/index.ts';
import { erpManifests } from './erp/registry.ts';
import type { Reconciliation } from './reconciliation/index.ts';
import type { AccountStore } from './store/accounts.ts';
import type { AuditStore } from './store/audit.ts';
import type { DeskSessionStore } from './store/desk-sessions.ts';
import type { Store } from './store/open.ts';
import type { PeopleStore } from './store/people.ts';
import type { salesforceOrgStore } from './store/salesforce-orgs.ts';
import { usedTokenStore } from './store/used-tokens.ts';
import type { SubmissionEngine } from './submissions/engine.ts';

type Parts = {
  config: Config;
  store: Store;
  accounts: AccountStore;
  submissions: SubmissionEngine;
  reconciliation: Reconciliation;
  crmFor: (account: AccountId) => Promise<CrmAdapter>;
  rights: Rights;
  sessions: DeskSessionStore;
  audit: AuditStore;
  people: PeopleStore;
  orgs: ReturnType<typeof salesforceOrgStore>;
  lifecycle: Lifecycle;
  limited: ConsoleOptions['limited'];
  /** Where a browser reaches us. */
  origin: string;
  logger: Logger;
};
const isPerson = (role: string): role is DeskPerson['roles'][number] => role !== 'system';

/** The order desk and the links that lead into it. */
export function composeDesk(parts: Parts) {
  const { config, store, accounts, submissions, reconciliation, crmFor, origin, logger } = parts;
  const { rights, sessions, audit, people, orgs, lifecycle } = parts;
  const tokens = deskTokens(createHash('sha256').update(`desk|${config.encryptionKeys[0]}`).digest());
  const desk = createConsole({
    tokens,
    used: usedTokenStore(store.db, () => new Date()),
    sessions,
    audit,
    people,
    orgs,
    uninstall: lifecycle.uninstall,
    forgetRights: rights.forget,
    limited: parts.limited,
    accounts,
    // Opened by an admin. A CRM that is away does not lock the desk; it is asked again in five minutes.
    isAdmin: (session) => rights.isAdmin(session).catch(() => true),
    submissions,
    reconciliation,
    connections: connections({ accounts, manifests: erpManifests }),
    // A list without links to the CRM is still a list.
    crmPages: (account) =>
      crmFor(account)
        .then((crm) => crm.pages(account))
        .catch(() => () => null),
    origin,
    logger,
    now: Date.now,
  });
  const deskLink: DeskLink = async (caller: Caller, viewer, { submission, page }) => {
    const { account, userId, userEmail: actor, roles } = caller;
    const person = { account, userId, actor, roles: roles.filter(isPerson), ...viewer };
    const path = page ? `/desk/${page}` : submission ? `/desk/orders/${submission}` : '/desk/orders';
    const { token, expiresAt } = await tokens.signLink(person, path, Date.now());
    return { url: `${origin}/desk/enter/${token}`, expiresAt };
  };
  return { desk, deskLink };
}
