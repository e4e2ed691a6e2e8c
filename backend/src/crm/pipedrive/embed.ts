import { accountIdSchema, type RecordRef } from '@backroom/shared';
import { errors, jwtVerify } from 'jose';
import { z } from 'zod';
import { ProblemError } from '../../problems/error.ts';
import type { CrmEmbed, EmbedCaller, EmbedPlace } from '../contract/embed.ts';
import { type CrmCall, CrmError } from '../contract/index.ts';
import type { Installer } from './grants.ts';
import { claimNames, LONGEST_TOKEN_MS, sharedHosts } from './unproved.ts';

/** How long a person's organisation is waited for: Pipedrive hides a frame that is slow. */
const ANSWER_MS = 5000;
const numberSchema = z.string().regex(/^[1-9]\d{0,17}$/);
/** Numbers by Pipedrive's clients; as text no claim is taken but a plain number. */
const claimSchema = z.union([z.int().positive().transform(String), numberSchema]);
const claimsSchema = z.object({ [claimNames.user]: claimSchema, [claimNames.company]: claimSchema, exp: z.number() });
const placeSchema = z.object({
  companyId: numberSchema,
  userId: numberSchema,
  resource: z.enum(['deal', 'person', 'organization']).optional(),
  /** A list in the places that are not a record's page. */
  selectedIds: numberSchema.optional(),
});

/** Who looks, by the token of a panel: HS256 and no other algorithm, with an end, under one of our secrets. */
async function claimsOf(proof: string, secrets: readonly string[], now: number) {
  let fault: unknown = null;
  for (const secret of secrets) {
    try {
      const { payload } = await jwtVerify(proof, new TextEncoder().encode(secret), {
        algorithms: ['HS256'],
        requiredClaims: ['exp'],
        currentDate: new Date(now),
      });
      const claims = claimsSchema.safeParse(payload).data;
      if (!claims || claims.exp * 1000 > now + LONGEST_TOKEN_MS) throw new ProblemError('signature_invalid');
      return { user: claims[claimNames.user], company: claims[claimNames.company], exp: claims.exp };
    } catch (error) {
      if (error instanceof ProblemError) throw error;
      // What another secret has signed and has ended is told as such.
      if (!(fault instanceof errors.JWTExpired)) fault = error;
    }
  }
  throw new ProblemError(fault instanceof errors.JWTExpired ? 'signature_expired' : 'signature_invalid', {
    cause: fault,
  });
}

/** Pipedrive's panel and modal. Its token names user and company and no record: the record is asked about. */
export function pipedriveEmbed(options: {
  secrets: readonly string[];
  now: () => number;
  /** For the code in the browser. */
  settings: Readonly<Record<string, string>>;
  /** Where the account's people use Pipedrive; null: it is not installed here. */
  hostOf: (account: EmbedCaller['account']) => Promise<string | null>;
  installer: (account: EmbedCaller['account'], user: string) => Promise<Omit<Installer, 'userId'> | null>;
  organizationOf: (person: string, call: CrmCall) => Promise<string | null>;
  viewers: (record: RecordRef, call: CrmCall) => Promise<ReadonlySet<string>>;
}): CrmEmbed {
  async function recordOf(
    account: EmbedCaller['account'],
    { resource, selectedIds }: z.infer<typeof placeSchema>,
  ): Promise<RecordRef | null> {
    if (resource === undefined || selectedIds === undefined) return null;
    if (resource === 'deal') return { type: 'deal', id: selectedIds };
    if (resource === 'organization') return { type: 'company', id: selectedIds };
    const call = { account, signal: AbortSignal.timeout(ANSWER_MS) };
    // Of a person the panel shows the company.
    const company = await options.organizationOf(selectedIds, call).catch((error: unknown) => {
      if (error instanceof CrmError && (error.kind === 'not_found' || error.kind === 'refused')) return null;
      throw error;
    });
    return company === null ? null : { type: 'company', id: company };
  }
  return {
    async page({ companyId }: EmbedPlace) {
      const company = numberSchema.safeParse(companyId).data;
      const account = company === undefined ? null : accountIdSchema.parse(`pipedrive:${company}`);
      const host = account && (await options.hostOf(account));
      const { settings } = options;
      return host
        ? { account, frameAncestors: [host, ...sharedHosts], settings }
        : { account: null, frameAncestors: ['https://*.pipedrive.com'], settings };
    },
    async exchange(proof, given): Promise<EmbedCaller> {
      const { user, company, exp } = await claimsOf(proof, options.secrets, options.now());
      const place = placeSchema.safeParse(given).data;
      // Another user's or another company's token beside this frame's query is nobody's.
      if (!place || place.userId !== user || place.companyId !== company) throw new ProblemError('signature_invalid');
      const account = accountIdSchema.parse(`pipedrive:${company}`);
      if ((await options.hostOf(account)) === null) throw new ProblemError('account_unknown');
      const known = await options.installer(account, user);
      return {
        account,
        userId: user,
        userEmail: known?.email ?? known?.name ?? `Pipedrive user ${user}`,
        locale: known?.language ?? null,
        record: await recordOf(account, place),
        recordSigned: false,
        until: new Date(exp * 1000),
      };
    },
    mayRead: async ({ userId }, record, call) => (await options.viewers(record, call)).has(userId),
  };
}
