import type { AccountId, RecordRef } from '@backroom/shared';
import { operate } from '../monitoring/calls.ts';
import { span } from '../monitoring/spans.ts';
import { ProblemError } from '../problems/error.ts';
import type { AccountStore } from '../store/accounts.ts';
import type { CompanyFieldNames, CrmAdapter, CrmCall, CrmField, CrmPipeline, FieldOwner } from './contract/index.ts';
import type { Crm, CrmApi, CrmManifest, CrmPorts, CrmToInstall, Departure } from './contract/manifest.ts';
import type { NativeConnector } from './contract/own-orders.ts';
import { dealIdIn } from './kit/deal-address.ts';

/** How long a CRM's answer is waited for. */
const CALL_MS = 7000;

export type CrmReport = { operation: string; ms: number; error: unknown };
type OnCall = (account: AccountId, report: CrmReport) => void;
type Method = (...input: never[]) => Promise<unknown>;
/** Answers without asking the CRM. */
const local = new Set(['pages', 'dealIdIn']);

/** Names each operation for the call log, and reports how it went. */
function observed(adapter: CrmAdapter, onCall: OnCall): CrmAdapter {
  const watch =
    (name: string, method: Method) =>
    async (...input: never[]): Promise<unknown> => {
      const began = performance.now();
      const { account } = input.at(-1) as unknown as CrmCall;
      const report = (error: unknown) => onCall(account, { operation: name, ms: performance.now() - began, error });
      try {
        const attributes = { 'backroom.account': account, 'backroom.operation': name };
        const output = await span(`crm ${name}`, { kind: 'client', attributes }, () =>
          operate(name, null, () => method.apply(adapter, input)),
        );
        report(null);
        return output;
      } catch (error) {
        report(error);
        throw error;
      }
    };
  const methods = Object.entries(adapter).map(([name, value]) => [
    name,
    typeof value === 'function' && !local.has(name) ? watch(name, value as Method) : value,
  ]);
  return Object.fromEntries(methods);
}

/** Every CRM of this installation, and the one that an account belongs to. `settings` by the CRM's id. */
export function openCrms(
  manifests: readonly CrmManifest[],
  settings: Readonly<Record<string, unknown>>,
  accounts: Pick<AccountStore, 'get'>,
  ports: CrmPorts,
  onCall: OnCall = () => {},
) {
  const crms: ReadonlyMap<string, Crm> = new Map(
    manifests.map(({ id, create }) => {
      const crm = create(settings[id], ports);
      return [id, crm.adapter ? { ...crm, adapter: observed(crm.adapter, onCall) } : crm] as const;
    }),
  );
  if ([...crms.values()].every(({ adapter }) => adapter === null))
    throw new Error(
      'No CRM is set: name the app of at least one, as docs/hubspot.md, docs/salesforce.md and the pages of the others say.',
    );
  const idOf = (account: AccountId): string => account.slice(0, account.indexOf(':'));
  async function crmFor(id: AccountId): Promise<CrmAdapter> {
    const account = await accounts.get(id);
    const adapter = account && crms.get(account.crm)?.adapter;
    if (!adapter) throw new ProblemError('account_unknown');
    return adapter;
  }
  return {
    /** The name of each CRM, for people. */
    names: Object.fromEntries(manifests.map(({ id, name }) => [id, name])) as Readonly<Record<string, string>>,
    /** How each CRM is installed, and whether this installation is set up for it. */
    installs: manifests.map(
      ({ id, name, install: { path, how } }): CrmToInstall => ({
        ...{ id, name, how, path: `/${id}/${path}`, isOn: crms.get(id)?.adapter !== null },
      }),
    ),
    /** The CRM's API as the account's adapter asks it; null where the CRM has no versions. */
    apiOf(account: AccountId): ({ name: string } & CrmApi) | null {
      const found = manifests.find(({ id }) => id === idOf(account));
      return found?.api ? { name: found.name, ...found.api } : null;
    },
    /** The connector that the CRM's vendor has for this ERP; null where they are of two vendors. */
    nativeOf: (account: AccountId, erp: string): NativeConnector | null =>
      manifests.find(({ id }) => id === idOf(account))?.native?.[erp] ?? null,
    proofs: [...crms.values()].flatMap(({ proofs }) => proofs),
    doors: [...crms].map(([id, { door }]) => [id, door] as const),
    embeds: new Map([...crms].flatMap(([id, { embed }]) => (embed ? [[id, embed] as const] : []))),
    idOf,
    crmFor,
    callOf: (account: AccountId): CrmCall => ({ account, signal: AbortSignal.timeout(CALL_MS) }),
    tryGrant: async (account: AccountId): Promise<void> => crms.get(idOf(account))?.tryGrant(account),
    /** Accounts that left since the last call, and what went wrong where that could not be asked. */
    async departures(): Promise<{ gone: Departure[]; faults: unknown[] }> {
      const asked = await Promise.allSettled([...crms.values()].map((crm) => crm.departures?.() ?? []));
      return {
        gone: asked.flatMap((each) => (each.status === 'fulfilled' ? each.value : [])),
        faults: asked.flatMap((each) => (each.status === 'rejected' ? [each.reason] : [])),
      };
    },
    /** How the account's CRM shows its records; null for one that it cannot name an address of. A list without links is still a list. */
    pagesOf: (account: AccountId): Promise<(record: RecordRef) => string | null> =>
      crmFor(account)
        .then((crm) => crm.pages(account))
        .catch(() => () => null),
    /** The id of a deal in what a person has typed or copied from the CRM's address line. */
    dealIdIn: async (account: AccountId, typed: string): Promise<string> => dealIdIn(await crmFor(account), typed),
    /** What the company's fields that Backroom reads are called in the account's CRM. */
    companyFieldsOf: (account: AccountId): Promise<CompanyFieldNames> =>
      crmFor(account)
        .then((crm) => crm.companyFields ?? {})
        .catch(() => ({})),
    /** The fields of the account's records; null where its CRM does not list them, or not just now. */
    async fieldsOf(account: AccountId, type: FieldOwner): Promise<readonly CrmField[] | null> {
      try {
        const call = { account, signal: AbortSignal.timeout(CALL_MS) };
        return (await (await crmFor(account)).fields?.(type, call)) ?? null;
      } catch {
        return null;
      }
    },
    /** Null where the account's CRM has none, or not just now. */
    async pipelinesOf(account: AccountId): Promise<readonly CrmPipeline[] | null> {
      try {
        const call = { account, signal: AbortSignal.timeout(CALL_MS) };
        return (await (await crmFor(account)).pipelines?.(call)) ?? null;
      } catch {
        return null;
      }
    },
    /** Null where the account's CRM has no certificates. */
    certificatesOf: (account: AccountId) => crms.get(idOf(account))?.certificates ?? null,
  };
}
export type Crms = ReturnType<typeof openCrms>;
