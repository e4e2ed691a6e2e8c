import { createHash, createPublicKey, type KeyObject, randomBytes, X509Certificate } from 'node:crypto';
import { type AccountId, accountIdSchema } from '@backroom/shared';
import { z } from 'zod';
import { ProblemError } from '../../problems/error.ts';
import type { CrmPorts } from '../contract/manifest.ts';
import { sameText } from '../kit/same-text.ts';
import { fingerprintOf } from './fingerprint.ts';
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
  fingerprint: z.string(),
});
/** What waits for the admin's confirmation. `grant` is the exchange's own. */
const pendingSchema = attemptSchema.pick({ kid: true, pem: true, fingerprint: true }).extend({
  orgId: orgIdSchema,
  sandbox: z.boolean(),
  instance: z.string(),
  grant: z.string(),
});
export type Pending = Omit<z.infer<typeof pendingSchema>, 'grant' | 'pem'> & { account: AccountId };
export const installInputSchema = z.object({
  certificate: z.string().min(100).max(LONGEST_PEM),
  /** The certificate's unique name in the org. */
  kid: z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,39}$/),
  org: z.enum(['production', 'sandbox']),
});
export type Connected = { orgId: string; sandbox: boolean; instance: string; admin: boolean };

/** What a token is checked with, and what people compare a certificate by. */
type Pasted = { pem: string; fingerprint: string };

/** The public key of what was pasted, which fits into a cookie, and the fingerprint that tools show for it; or what is wrong with it. */
function checked(pem: string, now: number): Pasted {
  const refuse = (message: string): never => {
    throw new ProblemError('invalid_input', { field: 'certificate', errors: [{ path: 'certificate', message }] });
  };
  if (/PRIVATE KEY/.test(pem)) refuse('this is a private key: it must not leave the org; paste the certificate');
  let key: KeyObject | undefined;
  let fingerprint = '';
  try {
    key = createPublicKey(pem);
    if (key.asymmetricKeyType !== 'rsa' || (key.asymmetricKeyDetails?.modulusLength ?? 0) < 2048)
      refuse('an RSA key of 2048 bits or more');
    if (/BEGIN CERTIFICATE/.test(pem)) {
      const certificate = new X509Certificate(pem);
      if (Date.parse(certificate.validTo) < now) refuse('the certificate has expired');
      fingerprint = certificate.fingerprint256;
    } else fingerprint = fingerprintOf(key);
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    refuse('a certificate in PEM form');
  }
  return { pem: String(key?.export({ type: 'spki', format: 'pem' })).trim(), fingerprint };
}

/**
 * Connecting an org. The admin brings the public certificate, Salesforce proves (web server flow with PKCE and state) that this browser's user
 * administers the org, and the admin confirms the certificate's fingerprint on a page of ours. Before that nothing is kept of the org: another
 * site may begin all this in an admin's browser, with a certificate of its own, but it cannot press the last button.
 */
export function salesforceInstall(options: {
  loginUrls: { production: string; sandbox: string };
  vault: CrmPorts['vault'];
  pending: CrmPorts['pending'];
  now: () => number;
  authorizeUrl: (loginUrl: string, verifier: string, state: string) => Promise<string>;
  /** `grant`: the tokens as text, for `save`. */
  exchange: (
    loginUrl: string,
    code: string,
    verifier: string,
  ) => Promise<{ orgId: string; grant: string; inspect: () => Promise<Connected> }>;
  save: (account: AccountId, grant: string) => Promise<void>;
  register: (
    account: AccountId,
    org: { kid: string; pem: string; fingerprint: string; sandbox: boolean; instance: string },
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
        ...checked(input.certificate, options.now()),
      };
      const url = await options.authorizeUrl(attempt.loginUrl, attempt.verifier, stateOf(attempt.secret));
      return { url, cookie: options.vault.seal(JSON.stringify(attempt), CONTEXT) };
    },
    /** What the admin is asked to confirm, and the ticket that confirms it. */
    async finish(code: string, state: string, cookie: string): Promise<{ pending: Pending; ticket: string }> {
      let attempt: z.infer<typeof attemptSchema>;
      try {
        attempt = attemptSchema.parse(JSON.parse(options.vault.open(cookie, CONTEXT)));
      } catch (cause) {
        throw new ProblemError('forbidden', { cause });
      }
      if (!code || !sameText(stateOf(attempt.secret), state)) throw new ProblemError('forbidden');
      const { orgId, grant, inspect } = await options.exchange(attempt.loginUrl, code, attempt.verifier);
      const org = await inspect();
      // The certificate speaks for the whole org from here on: only who may change the org may register it.
      if (!org.admin || org.orgId !== orgId || !orgIdSchema.safeParse(orgId).success)
        throw new ProblemError('forbidden');
      const { kid, pem, fingerprint } = attempt;
      const { sandbox, instance } = org;
      const pending = pendingSchema.parse({ kid, pem, fingerprint, orgId, sandbox, instance, grant });
      const ticket = await options.pending.keep(JSON.stringify(pending));
      return { pending: { kid, fingerprint, orgId, sandbox, instance, account: accountOf(orgId) }, ticket };
    },
    /** The admin pressed the button on our page: the grant is kept and the certificate counts. Once. */
    async confirm(ticket: string): Promise<{ account: AccountId; fingerprint: string }> {
      const kept = ticket === '' ? null : await options.pending.take(ticket);
      if (kept === null) throw new ProblemError('forbidden');
      const { grant, kid, pem, fingerprint, orgId, sandbox, instance } = pendingSchema.parse(JSON.parse(kept));
      const account = accountOf(orgId);
      await options.save(account, grant);
      await options.register(account, { kid, pem, fingerprint, sandbox, instance });
      return { account, fingerprint };
    },
  };
}
const accountOf = (orgId: string): AccountId => accountIdSchema.parse(`salesforce:${orgId}`);
