import type { AccountId } from '@backroom/shared';
import type { Locale } from '@backroom/shared/messages/locale';
import type { Hono } from 'hono';
import type { z } from 'zod';
import type { CallerProof } from '../../access/caller.ts';
import type { Vault } from '../../access/secrets.ts';
import type { ErpFetch } from '../../erp/contract/ports.ts';
import type { Logger } from '../../monitoring/log.ts';
import type { Variables } from '../../problems/answer.ts';
import type { AuditEvent } from '../../store/audit.ts';
import type { Db } from '../../store/open.ts';
import type { Actions } from './actions.ts';
import type { OnSent } from './calls.ts';
import type { CrmEmbed } from './embed.ts';
import type { CrmAdapter, CrmEvent } from './index.ts';
import type { NativeConnector } from './own-orders.ts';
import type { CrmTokenStore, Quota } from './tokens.ts';

/** What the backend gives a CRM's folder. Nothing in the folder reads the environment or knows the rest of the backend. */
export type CrmPorts = {
  /** Where the CRM reaches us. */
  publicOrigin: string;
  logger: Logger;
  now: () => number;
  /** For addresses that a customer names: filtered as those of ERPs are. */
  fetch: ErpFetch;
  /** For tables of the CRM's own. */
  db: Db;
  vault: Vault;
  tokens: CrmTokenStore;
  /** What all processes together spend of a CRM's quota; absent where there is one process. */
  quota?: Quota;
  /** Calls that a CRM's day has, and how many are spent; told after each answer that says so. */
  onUsage: (account: string, usage: { used: number; limit: number }) => void;
  /** Learns of every request to the CRM that is made for an account. */
  onSent: OnSent;
  /** False where the id of a signed request was used before, in whichever process. */
  useOnce: (account: AccountId, id: string, until: Date) => Promise<boolean>;
  /** Keeps what an admin still has to confirm, for ten minutes. `take` gives it once; null where it is gone. */
  pending: { keep: (value: string) => Promise<string>; take: (ticket: string) => Promise<string | null> };
  /** Whether the account's ERP is a test system; null while none is connected. */
  connectionIsTest: (account: AccountId) => Promise<boolean | null>;
  /** The account was installed, or connected anew. */
  installed: (account: AccountId, actor: string) => Promise<void>;
  /** Makes a user an admin of the account here. */
  appoint: (account: AccountId, userId: string) => Promise<void>;
  /** Sees to it that the account's write-backs have their properties. */
  prepare: (account: AccountId) => Promise<void>;
  onEvents: (events: readonly CrmEvent[]) => Promise<void>;
  /** What the CRM's own automation asks for. */
  actions: Actions;
  /** Notes in the account's audit log. */
  note: (account: AccountId, actor: string, event: AuditEvent, target?: string) => Promise<void>;
};

/** `endsAt`: after which the certificate is worth nothing. */
export type Certificate = { kid: string; fingerprint: string; at: string | null; endsAt?: string | null };
export type Departure = { account: AccountId; at: Date };
/** A CRM, put together. */
export type Crm = {
  /** Null where this installation is not set up for the CRM: its accounts are then unknown. */
  adapter: CrmAdapter | null;
  /** Who is believed at `/v1`. */
  proofs: readonly CallerProof[];
  /** What the CRM itself calls below `/<id>`: events, installation. */
  door: Hono<{ Variables: Variables }>;
  /** How it shows our page in a frame. Absent: this CRM has cards of its own kind. */
  embed?: CrmEmbed;
  /** Uses an account's grant, so that one that was taken back is noticed without anybody asking for a page. */
  tryGrant: (account: AccountId) => Promise<void>;
  /** Accounts that removed us since the last call, where the CRM tells that to the app rather than by an event. */
  departures?: () => Promise<readonly Departure[]>;
  /** The certificates that may speak for an account, where the CRM has such. `remove` answers false for one that is not there. */
  certificates?: {
    list: (account: AccountId) => Promise<Certificate[]>;
    remove: (account: AccountId, fingerprint: string) => Promise<boolean>;
  };
};

/**
 * A CRM's entry. `id` stands in front of the account's number (`hubspot:4242`), in the account's `crm` column and in the door's path; `name` is shown to
 * people. `settings` are the variables of the environment that the CRM needs.
 */
/** The version of the CRM's API that the adapter asks. `endsOn`: last day on which the CRM promises to answer it; null: no end is announced. */
export type CrmApi = {
  version: string;
  endsOn: string | null;
  /** Calls that an account allows us in a window, for a CRM that counts no day. */
  window?: { calls: number; seconds: number };
};
/** How an account is installed: where people begin, below the CRM's path at this server, and what is done. */
export type CrmInstall = { path: string; how: Readonly<Record<Locale, string>> };
export type CrmManifest = {
  id: string;
  name: string;
  install: CrmInstall;
  api?: CrmApi;
  /** ERPs of the same vendor, by their id, with the connector that the vendor has for them. */
  native?: Readonly<Record<string, NativeConnector>>;
  settings: z.ZodObject;
  create: (settings: unknown, ports: CrmPorts) => Crm;
};
/** `path`: where people begin. `isOn`: this installation is set up for the CRM. */
export type CrmToInstall = Pick<CrmManifest, 'id' | 'name'> & CrmInstall & { isOn: boolean };
/** Checks that `create` takes what `settings` gives. */
export const crmManifest = <Shape extends z.ZodRawShape>(manifest: {
  id: string;
  name: string;
  install: CrmInstall;
  api?: CrmApi;
  native?: CrmManifest['native'];
  settings: z.ZodObject<Shape>;
  create: (settings: z.infer<z.ZodObject<Shape>>, ports: CrmPorts) => Crm;
}): CrmManifest => manifest as unknown as CrmManifest;
