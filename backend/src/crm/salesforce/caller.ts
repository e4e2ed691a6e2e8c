import { type AccountId, accountIdSchema } from '@backroom/shared';
import { decodeJwt } from 'jose';
import type { CallerProof, Role } from '../../access/caller.ts';
import { ProblemError } from '../../problems/error.ts';
import { type OrgKey, SKEW_SECONDS, verifyToken } from './request-token.ts';

/** What was registered of an org when an admin connected it. */
export type Org = { keys: readonly OrgKey[]; sandbox: boolean; instance: string };
export type SalesforceCallerOptions = {
  publicOrigin: string;
  now: () => number;
  org: (account: AccountId) => Promise<Org | null>;
  /** Who may pass here: people at the panels, the package's own trigger at the events. */
  accepts: readonly Role[];
  /** Null while no ERP is connected. */
  connectionIsTest: (account: AccountId) => Promise<boolean | null>;
  /** False where the id was used before. Remembered by the store, for all instances. */
  useOnce: (account: AccountId, jti: string, until: Date) => Promise<boolean>;
};
const BEARER = /^Bearer (\S+)$/i;

/** The Apex door: a token that the org's certificate signed for this one request. docs/salesforce.md has the claims. */
export function salesforceCaller(options: SalesforceCallerOptions): CallerProof {
  const accountOf = (orgId: string) => accountIdSchema.parse(`salesforce:${orgId}`);
  return {
    folds: false,
    carriedBy: (context) => BEARER.test(context.req.header('authorization') ?? ''),
    claimed(context) {
      try {
        return accountOf(decodeJwt(BEARER.exec(context.req.header('authorization') ?? '')?.[1] ?? '').iss ?? '');
      } catch {
        return null;
      }
    },
    async verify(context) {
      let registered: Org | null = null;
      const { method, url } = context.req;
      const claims = await verifyToken(
        {
          token: BEARER.exec(context.req.header('authorization') ?? '')?.[1] ?? '',
          method,
          path: url.slice(new URL(url).origin.length),
          body: await context.req.text(),
        },
        {
          audience: options.publicOrigin,
          now: options.now(),
          keysOf: async (orgId) => {
            registered = await options.org(accountOf(orgId));
            return registered?.keys ?? null;
          },
        },
      );
      const account = accountOf(claims.iss);
      const org = registered as Org | null;
      // The id is what an org is: a copy has another one and is unknown. Its instance changes when Salesforce moves the org.
      if (!org || claims.sandbox !== org.sandbox) throw new ProblemError('org_mismatch');
      const path = new URL(url).pathname;
      // Its admin may look at the settings, and say there that the ERP is a test system.
      const isSetup = path === '/v1/settings' && claims.roles.includes('admin');
      if (org.sandbox && !isSetup && (await options.connectionIsTest(account)) === false)
        throw new ProblemError('org_mismatch');
      const granted = options.accepts.filter((role) => claims.roles.includes(role));
      if (granted.length === 0) throw new ProblemError('forbidden');
      if (method !== 'GET') {
        const until = new Date((claims.exp + SKEW_SECONDS) * 1000);
        if (!(await options.useOnce(account, claims.jti, until))) throw new ProblemError('signature_replayed');
      }
      return { account, userId: claims.sub, userEmail: claims.email || claims.username, roles: granted };
    },
  };
}
