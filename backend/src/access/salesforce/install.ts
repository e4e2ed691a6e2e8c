import {
  createHash,
  createPublicKey,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
  X509Certificate,
} from 'node:crypto';
import { type AccountId, accountIdSchema } from '@backroom/shared';
import { z } from 'zod';
import { ProblemError } from '../../problems/error.ts';
import type { Vault } from '../secrets.ts';
import { orgIdSchema } from './org-id.ts';

/** A certificate with a 4096-bit key and the chain above it stays far below this. */
const LONGEST_PEM = 20_000;
const CONTEXT = 'salesforce|install';
const attemptSchema = z.object({
  secret: z.string(),
  verifier: z.string(),
  loginUrl: z.url(),
  kid: z.string(),
  pem: z.string(),
});
export const installInputSchema = z.object({
  certificate: z.string().min(100).max(LONGEST_PEM),
  /** The certificate's unique name in the org. */
  kid: z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,39}$/),
  org: z.enum(['production', 'sandbox']),
});
export type Connected = { orgId: string; sandbox: boolean; instance: string; admin: boolean };

/** The public key of what was pasted, which is all that a token is checked with and fits into a cookie; or what is wrong with it. */
function checked(pem: string, now: number): string {
  const refuse = (message: string): never => {
    throw new ProblemError('invalid_input', { field: 'certificate', errors: [{ path: 'certificate', message }] });
  };
  if (/PRIVATE KEY/.test(pem)) refuse('this is a private key: it must not leave the org; paste the certificate');
  let key: KeyObject | undefined;
  try {
    key = createPublicKey(pem);
    if (key.asymmetricKeyType !== 'rsa' || (key.asymmetricKeyDetails?.modulusLength ?? 0) < 2048)
      refuse('an RSA key of 2048 bits or more');
    if (/BEGIN CERTIFICATE/.test(pem) && Date.parse(new X509Certificate(pem).validTo) < now)
      refuse('the certificate has expired');
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    refuse('a certificate in PEM form');
  }
  return String(key?.export({ type: 'spki', format: 'pem' })).trim();
}

/**
 * Connecting an org: the admin brings the public certificate, Salesforce proves (web server flow with PKCE and state) that it is an admin of that
 * very org, and only then the certificate counts. What is under way is kept in a sealed cookie of the browser that began.
 */
export function salesforceInstall(options: {
  loginUrls: { production: string; sandbox: string };
  vault: Vault;
  now: () => number;
  authorizeUrl: (loginUrl: string, verifier: string, state: string) => Promise<string>;
  exchange: (
    loginUrl: string,
    code: string,
    verifier: string,
  ) => Promise<{ orgId: string; inspect: () => Promise<Connected>; save: (account: AccountId) => Promise<void> }>;
  register: (
    account: AccountId,
    org: { kid: string; pem: string; sandbox: boolean; instance: string },
  ) => Promise<void>;
}) {
  const stateOf = (secret: string) => createHash('sha256').update(secret).digest('base64url');
  return {
    async start(input: z.infer<typeof installInputSchema>): Promise<{ url: string; cookie: string }> {
      const attempt = {
        secret: randomBytes(24).toString('base64url'),
        verifier: randomBytes(48).toString('base64url'),
        loginUrl: options.loginUrls[input.org],
        kid: input.kid,
        pem: checked(input.certificate, options.now()),
      };
      const url = await options.authorizeUrl(attempt.loginUrl, attempt.verifier, stateOf(attempt.secret));
      return { url, cookie: options.vault.seal(JSON.stringify(attempt), CONTEXT) };
    },
    async finish(code: string, state: string, cookie: string): Promise<AccountId> {
      let attempt: z.infer<typeof attemptSchema>;
      try {
        attempt = attemptSchema.parse(JSON.parse(options.vault.open(cookie, CONTEXT)));
      } catch (cause) {
        throw new ProblemError('forbidden', { cause });
      }
      const [expected, given] = [Buffer.from(stateOf(attempt.secret)), Buffer.from(state)];
      if (!code || expected.length !== given.length || !timingSafeEqual(expected, given))
        throw new ProblemError('forbidden');
      const { orgId, inspect, save } = await options.exchange(attempt.loginUrl, code, attempt.verifier);
      const org = await inspect();
      // The certificate speaks for the whole org from here on: only who may change the org may register it.
      if (!org.admin || org.orgId !== orgId || !orgIdSchema.safeParse(orgId).success)
        throw new ProblemError('forbidden');
      const account = accountIdSchema.parse(`salesforce:${orgId}`);
      await save(account);
      await options.register(account, {
        kid: attempt.kid,
        pem: attempt.pem,
        sandbox: org.sandbox,
        instance: org.instance,
      });
      return account;
    },
  };
}
