import { type AccountId, accountIdSchema } from '@backroom/shared';
import { z } from 'zod';
import { ProblemError } from '../../problems/error.ts';
import type { CrmEmbed } from '../contract/embed.ts';
import type { CrmCall } from '../contract/index.ts';
import type { peopleReader } from './people.ts';
import type { EntraSignIn } from './sign-in.ts';
import type { DynamicsTokens } from './tokens.ts';

/** What the control on the form says of where it stands: nothing of it is proven. */
const placeSchema = z.object({ orgId: z.guid(), entity: z.string().max(100).optional(), id: z.guid().optional() });
const LOOK_MS = 6000;
/** Languages by the lower ten bits of Microsoft's number of a language and region. */
const languages: Readonly<Record<number, string>> = { 7: 'de', 9: 'en', 10: 'es', 12: 'fr', 16: 'it', 19: 'nl' };
const localeOf = (lcid: string | undefined): string | null =>
  /^\d{1,6}$/.test(lcid ?? '') ? (languages[Number(lcid) & 0x3ff] ?? null) : null;
export const accountOf = (organization: string): AccountId =>
  accountIdSchema.parse(`dynamics-sales:${organization.toLowerCase()}`);

/** The frame on the form: Entra proves the person, and the organisation is asked what it shows to him. */
export function dynamicsEmbed(options: {
  tokens: Pick<DynamicsTokens, 'place'>;
  signIn: Pick<EntraSignIn, 'verify'>;
  people: Pick<ReturnType<typeof peopleReader>, 'mayRead' | 'recordOf'>;
}): CrmEmbed {
  const { tokens, signIn, people } = options;
  async function known(organization: string) {
    const account = accountOf(organization);
    const place = await tokens.place(account);
    return place && { account, ...place };
  }
  return {
    async page(query) {
      const organization = placeSchema.shape.orgId.safeParse(query.orgId).data;
      const found = organization ? await known(organization) : null;
      // Without an organisation of ours no page may hold the frame: the vendor's wildcard would be every customer of Microsoft's.
      if (!found) return { account: null, frameAncestors: [] };
      return {
        account: found.account,
        frameAncestors: [new URL(found.url).origin],
        locale: localeOf(query.lcid),
        settings: { signIn: '/dynamics-sales/sign-in', org: new URL(found.url).origin },
      };
    },
    async exchange(proof, place) {
      const { orgId, entity, id } = placeSchema.safeParse(place).data ?? {};
      const found = orgId ? await known(orgId) : null;
      if (!found) throw new ProblemError('account_unknown');
      // Of the organisation's own tenant: a person of another customer is nobody here.
      const person = await signIn.verify(proof, found.tenant);
      const call: CrmCall = { account: found.account, signal: AbortSignal.timeout(LOOK_MS) };
      return {
        account: found.account,
        userId: person.oid,
        userEmail: person.email,
        locale: null,
        record: entity && id ? await people.recordOf(entity, id, call) : null,
        recordSigned: false,
        until: person.until,
        // Entra gives another token in a window only, which takes a click.
        renews: true,
      };
    },
    mayRead: ({ userId }, record, call) => people.mayRead(userId, record, call),
  };
}
