import { randomUUID } from 'node:crypto';
import { type AccountId, accountIdSchema, type RecordRef } from '@backroom/shared';
import { z } from 'zod';
import { ProblemError } from '../../problems/error.ts';
import type { CrmEmbed } from '../contract/embed.ts';
import type { CrmCall } from '../contract/index.ts';
import type { CrmPorts } from '../contract/manifest.ts';
import { isKind } from './errors.ts';
import type { People } from './people.ts';
import type { SignedIn } from './provider.ts';
import { isUuid } from './schemas.ts';
import { accountNamed, type Tenants } from './tenants.ts';

/** The window hands its proof over at once; a slow machine has this long. */
const GOOD_FOR_MS = 120_000;
const LOOK_MS = 6000;
const SEALED_FOR = 'sap-sales-cloud|proof';
const proofSchema = z.object({
  id: z.uuid(),
  account: accountIdSchema,
  email: z.string().min(3).max(320),
  name: z.string().max(320),
  uses: z.boolean(),
  administers: z.boolean(),
  until: z.number(),
});
type Proof = z.infer<typeof proofSchema>;

const isCanonical = (text: string): boolean => Buffer.from(text, 'base64').toString('base64') === text;
/** What our window of the sign-in hands to the frame: sealed by us, of one sign-in and one account. The provider's token never reaches a browser. */
export function proofs(vault: Pick<CrmPorts['vault'], 'seal' | 'open'>, now: () => number) {
  return {
    seal(account: AccountId, person: SignedIn): string {
      const proof: Proof = { ...person, id: randomUUID(), account, until: now() + GOOD_FOR_MS };
      return vault.seal(JSON.stringify(proof), SEALED_FOR);
    },
    open(sealed: string): Proof {
      let proof: Proof;
      // One proof has one spelling.
      if (!sealed.split('.').slice(1).every(isCanonical)) throw new ProblemError('signature_invalid');
      try {
        proof = proofSchema.parse(JSON.parse(vault.open(sealed, SEALED_FOR)));
      } catch (cause) {
        throw new ProblemError('signature_invalid', { cause });
      }
      if (proof.until <= now()) throw new ProblemError('signature_expired');
      return proof;
    },
  };
}
export type Proofs = ReturnType<typeof proofs>;

/** Parameters that the tenant's administrator binds: anybody can type them. On a new record they are empty. */
const parameters = { salesQuoteId: 'quote', opportunityId: 'deal', accountId: 'company' } as const;
const localeSchema = z.string().regex(/^[a-z]{2}([-_][A-Z]{2})?$/);
const localeOf = (given: string | undefined): string | null =>
  localeSchema.safeParse(given).data?.replace('_', '-') ?? null;

/** The mashup's frame. The sign-in proves the person; the tenant is asked whether he works there and has the record. */
export function salesCloudEmbed(options: {
  tenants: Pick<Tenants, 'of'>;
  proofs: Proofs;
  people: People;
  useOnce: CrmPorts['useOnce'];
}): CrmEmbed {
  const { tenants, people } = options;
  async function recordIn(place: Readonly<Record<string, string>>, call: CrmCall): Promise<RecordRef> {
    for (const [name, type] of Object.entries(parameters)) {
      const id = (place[name] ?? '').trim().toLowerCase();
      if (id === '') continue;
      if (!isUuid(id)) break;
      if (type !== 'quote') return { type, id };
      const deal = await people.dealOfQuote(id, call).catch((error: unknown) => {
        if (isKind(error, 'not_found', 'refused')) throw new ProblemError('record_not_found', { cause: error });
        throw error;
      });
      if (deal === null) throw new ProblemError('quote_without_deal');
      return { type: 'deal', id: deal };
    }
    throw new ProblemError('record_not_found');
  }
  return {
    async page(query) {
      const account = accountNamed(query.tenant);
      const tenant = account && (await tenants.of(account));
      // Without a tenant of ours no page may hold the frame: the vendor's wildcard would be every customer of SAP's.
      if (!account || !tenant) return { account: null, frameAncestors: [] };
      const { origin } = new URL(tenant.url);
      const settings = { signIn: '/sap-sales-cloud/sign-in', tenant: origin };
      return { account, frameAncestors: [origin], locale: localeOf(query.locale), settings };
    },
    async exchange(sealed, place) {
      const proof = options.proofs.open(sealed);
      const account = accountNamed(place.tenant);
      // Of another tenant, the sign-in of a person says nothing here.
      if (account === null || account !== proof.account) throw new ProblemError('signature_invalid');
      if (!(await tenants.of(account))) throw new ProblemError('account_unknown');
      const until = new Date(proof.until);
      if (!(await options.useOnce(account, `sign-in:${proof.id}`, until))) throw new ProblemError('signature_replayed');
      if (!proof.uses) throw new ProblemError('forbidden');
      const call: CrmCall = { account, signal: AbortSignal.timeout(LOOK_MS) };
      const person = await people.byEmail(proof.email, call);
      // Of the identity provider, and nobody in the tenant.
      if (!person) throw new ProblemError('forbidden');
      return {
        account,
        userId: person.id,
        userEmail: proof.email,
        locale: localeOf(place.locale),
        admin: proof.administers,
        record: await recordIn(place, call),
        recordSigned: false,
        until,
        // Another sign-in takes a window, which takes a click.
        renews: true,
      };
    },
    mayRead: ({ userId }, record, call) => people.mayRead(userId, record, call),
  };
}
