import { type AccountId, type Flow, flowSchema, type Settings, type SettingsInput } from '@backroom/shared';
import type { Locale } from '@backroom/shared/messages/locale';
import { makeProblem } from '@backroom/shared/messages/problems';
import type { ErpAdapter } from '../erp/contract/index.ts';
import { ProblemError } from '../problems/error.ts';
import { toProblemError } from '../problems/translate.ts';
import { type AccountStore, flowIsOn } from '../store/accounts.ts';
import { isTestErp } from '../store/connections.ts';

type Services = {
  accounts: AccountStore;
  erpFor: (account: AccountId) => Promise<ErpAdapter>;
  now: () => Date;
};
type Asker = { account: AccountId; locale: Locale; reference: string };

const masters: Readonly<Record<Flow, string>> = {
  customers: 'crm+erp',
  orders: 'erp',
  stock: 'erp',
  invoices: 'erp',
  pricing: 'erp',
  returns: 'erp',
  credit: 'erp',
};

/** What the settings page shows: the connection, asked just now, and what is switched on. */
export async function readSettings(services: Services, asker: Asker): Promise<Settings> {
  const [account, connection] = await Promise.all([
    services.accounts.get(asker.account),
    services.accounts.connection(asker.account),
  ]);
  if (!account) throw new ProblemError('account_unknown');
  const rest = (supported: readonly Flow[] | null) => ({
    account: account.id,
    flows: flowSchema.options.map((flow) => ({
      flow,
      on: flowIsOn(account, flow),
      // What is not known is not called impossible.
      supported: supported?.includes(flow) ?? true,
      master: masters[flow],
    })),
    writeBack: { on: account.settings.writeBack, propertiesReady: account.settings.propertiesReady },
  });
  if (!connection) return { ...rest(null), connection: null };
  const began = performance.now();
  const call = { signal: AbortSignal.timeout(5000) };
  let supported: readonly Flow[] | null = null;
  const base = {
    erp: connection.erp,
    name: connection.name,
    url: new URL(connection.url).host,
    isTest: isTestErp(connection),
    checkedAt: services.now().toISOString(),
  };
  let state: NonNullable<Settings['connection']>;
  try {
    const erp = await services.erpFor(asker.account);
    const [health, description] = await Promise.all([erp.health({}, call), erp.describe({}, call)]);
    supported = description.flows;
    state = {
      ...base,
      state: 'ok',
      version: health.version,
      latencyMs: Math.round(performance.now() - began),
      problem: null,
    };
  } catch (error) {
    const { code, more } = toProblemError(error);
    state = {
      ...base,
      state: code === 'erp_unauthorised' ? 'unauthorised' : 'down',
      version: null,
      latencyMs: null,
      problem: makeProblem(code, asker.locale, asker.reference, more.detail ? { detail: more.detail } : {}),
    };
  }
  return { ...rest(supported), connection: state };
}
export async function saveSettings(services: Services, asker: Asker, input: SettingsInput): Promise<void> {
  const account = await services.accounts.get(asker.account);
  if (!account) throw new ProblemError('account_unknown');
  if (account.state === 'disconnected') throw new ProblemError('account_disconnected');
  const flowsOff = flowSchema.options.filter((flow) => !(input.flows?.[flow] ?? flowIsOn(account, flow)));
  await services.accounts.saveSettings(asker.account, {
    ...account.settings,
    flowsOff,
    writeBack: input.writeBack ?? account.settings.writeBack,
  });
  if (input.connectionIsTest !== undefined) await services.accounts.markTest(asker.account, input.connectionIsTest);
}
