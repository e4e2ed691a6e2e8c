import { consoleTranslator } from '@backroom/shared/messages/console';
import { setupTranslator } from '@backroom/shared/messages/setup';
import type { Context } from 'hono';
import type { Connections } from '../../accounts/connect.ts';
import type { Grants } from '../../accounts/grants.ts';
import type { CrmToInstall } from '../../crm/contract/manifest.ts';
import type { ErpAdapter } from '../../erp/contract/index.ts';
import type { Preflight } from '../../preflight/index.ts';
import { ProblemError } from '../../problems/error.ts';
import type { Scans } from '../../scans/index.ts';
import type { AccountStore } from '../../store/accounts.ts';
import type { AuditStore } from '../../store/audit.ts';
import { type DoneStep, noDraft, type Setup } from '../../store/setups.ts';
import type { CompanyFieldsOf, CrmFieldList } from '../connection/world.ts';
import type { DeskEnv } from '../session.ts';
import type { Surface } from '../surface.ts';
import { type SetupView, type State, stepPath } from './state.ts';

export type Parts = Surface & {
  connections: Connections;
  grants: Grants;
  preflight: Preflight;
  scans: Pick<Scans, 'start' | 'active' | 'shown' | 'counts'>;
  accounts: AccountStore;
  erpFor: (account: State['account']['id']) => Promise<ErpAdapter>;
  audit: Pick<AuditStore, 'note'>;
  crmFieldList: CrmFieldList;
  companyFieldsOf: CompanyFieldsOf;
  crmInstalls: readonly CrmToInstall[];
  now: () => number;
};
/** What every step of the wizard needs. */
export function setupWorld({ connections, accounts, companyFieldsOf, ...surface }: Parts) {
  async function stateOf(context: Context<DeskEnv>): Promise<State> {
    const id = context.get('session').account;
    const [account, connection, kept, ownFields] = await Promise.all([
      accounts.get(id),
      connections.current(id),
      accounts.draft(id),
      companyFieldsOf(id),
    ]);
    if (!account) throw new ProblemError('account_unknown');
    return { account, connection, draft: kept?.draft ?? noDraft, revision: kept?.revision ?? 0, ownFields };
  }
  function words(context: Context<DeskEnv>, { ownFields }: State): SetupView {
    const plain = surface.view(context);
    const { locale } = plain;
    return {
      ...plain,
      c: consoleTranslator(locale),
      s: setupTranslator(locale),
      ownFields: { erpNumber: ownFields.erpNumber ?? '–', vatId: ownFields.vatId ?? '–' },
    };
  }
  async function finish({ account }: State, step: DoneStep, change: Partial<Setup> = {}): Promise<void> {
    const { setup } = account;
    await accounts.saveSetup(account.id, { ...setup, ...change, done: [...new Set([...setup.done, step])] });
  }
  const forward = (context: Context<DeskEnv>, to: Parameters<typeof stepPath>[0]) =>
    context.redirect(stepPath(to), 303);
  async function connected(context: Context<DeskEnv>) {
    const state = await stateOf(context);
    return { state, connection: state.connection };
  }
  return { stateOf, words, finish, forward, connected };
}
export type SetupWorld = ReturnType<typeof setupWorld>;
