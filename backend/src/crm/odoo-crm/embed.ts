import { type AccountId, accountIdSchema } from '@backroom/shared';
import { z } from 'zod';
import { ProblemError } from '../../problems/error.ts';
import type { CrmEmbed } from '../contract/embed.ts';
import { sameText } from '../kit/same-text.ts';
import type { OdooPlaces } from './places.ts';
import { audienceOf, databaseSchema, digestOf, statementOf, untilOf } from './proof.ts';

export const accountOf = (database: string): AccountId => accountIdSchema.parse(`odoo-crm:${database.toLowerCase()}`);
const recordId = z.int().positive();
/** As the app writes it into the frame's address: `de-DE`, `sr-latn`. */
const localeSchema = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);
/** What the host in the browser says. `secret`: made up by this frame; the addon has signed its hash alone. */
const placeSchema = z.object({ db: databaseSchema, secret: z.string().regex(/^[\w-]{43}$/) });
const claimsSchema = z.object({
  sub: z.string().regex(/^[1-9]\d{0,9}$/),
  email: z.string().max(320),
  lang: z.string().max(20).nullish(),
  admin: z.boolean(),
  /** The company that the person works in; a record of another one is not signed. */
  company: recordId,
  /** The base address of the database that signed: a copy of one keeps its key, and has another. */
  url: z.string().max(300),
  /** SHA-256 of the frame's secret. */
  nonce: z.string(),
  record: z.object({ type: z.enum(['deal', 'company']), id: recordId }).nullable(),
});

/** The frame on the form: the addon names user and record, which Odoo has let that user read, in a statement for this one frame. */
export function odooEmbed(options: {
  places: Pick<OdooPlaces, 'find'>;
  publicOrigin: string;
  now: () => number;
}): CrmEmbed {
  const { places, publicOrigin, now } = options;
  return {
    async page(query) {
      const database = databaseSchema.safeParse(query.db).data;
      const account = database ? accountOf(database) : null;
      const place = account && (await places.find(account));
      // Anybody may run an Odoo: without one of ours no page may hold the frame.
      if (!place) return { account: null, frameAncestors: [] };
      const origin = new URL(place.url).origin;
      const locale = localeSchema.safeParse(query.lang).data ?? null;
      return { account, frameAncestors: [origin], locale, settings: { odoo: origin } };
    },
    async exchange(proof, given) {
      const at = placeSchema.safeParse(given).data;
      const account = at && accountOf(at.db);
      const place = account && (await places.find(account));
      if (!at || !account || !place) throw new ProblemError('account_unknown');
      const claims = await statementOf(claimsSchema, proof, {
        ...{ publicKey: place.publicKey, database: at.db, now: now() },
        audience: audienceOf(publicOrigin, 'frame'),
      });
      // Taken from another frame, it is nobody's here.
      if (!sameText(claims.nonce, digestOf(at.secret))) throw new ProblemError('signature_invalid');
      if (claims.url !== place.url)
        throw new ProblemError('account_unknown', {
          detail: `This database is reached at ${claims.url} and was connected at ${place.url}. A copy has to be connected by itself, in its settings.`,
        });
      const { record, lang } = claims;
      return {
        account,
        userId: claims.sub,
        userEmail: claims.email,
        locale: lang?.replace('_', '-') ?? null,
        admin: claims.admin,
        record: record && { type: record.type, id: String(record.id) },
        recordSigned: true,
        until: untilOf(claims),
      };
    },
    // Each statement names its record, so that this is not asked.
    mayRead: async () => false,
  };
}
