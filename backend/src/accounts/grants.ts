import type { AccountId } from '@backroom/shared';
import { z } from 'zod';
import type { ErpOptions } from '../erp/contract/adapter.ts';
import type { ErpManifest } from '../erp/contract/manifest.ts';
import { type CodeServer, grantAddress, tokensForGrant } from '../erp/transport/oauth/authorization-code.ts';
import { portsFor } from '../erp/transport/ports.ts';
import { ProblemError } from '../problems/error.ts';
import { toProblemError } from '../problems/translate.ts';

/** As long as a person waits. */
const EXCHANGE_MS = 20_000;

const texts = z.record(z.string(), z.string());
const askedSchema = z.object({
  account: z.string(),
  userId: z.string(),
  erp: z.string(),
  options: z.object({ url: z.string(), credentials: texts, settings: texts }),
  verifier: z.string(),
  /** What the asking form needs to go on. */
  form: texts,
});
type Who = { account: AccountId; userId: string };
/** Keeps a text for ten minutes, encrypted, and gives it back once. */
type Pending = { keep: (value: string) => Promise<string>; take: (ticket: string) => Promise<string | null> };

/**
 * The way of an admin to the ERP's own page, where they sign in and let the app in, and back. `address`: where they come back to, which the ERP has to know as the
 * app's callback address.
 */
export function createGrants({ pending, address }: { pending: Pending; address: string }) {
  const serverOf = (manifest: ErpManifest, options: ErpOptions): CodeServer => {
    if (!manifest.grant) throw new ProblemError('not_found');
    const { clientSecret, ...server } = manifest.grant.server(options);
    return { ...server, proof: { secret: clientSecret }, redirectUrl: address };
  };
  return {
    address,
    /** Where to send the admin. `form` comes back with the answer. */
    ask: ({ account, userId }: Who, manifest: ErpManifest, options: ErpOptions, form: Record<string, string>) =>
      grantAddress(serverOf(manifest, options), (verifier) =>
        pending.keep(JSON.stringify({ account, userId, erp: manifest.id, options, verifier, form })),
      ),
    /** What was asked for under this state, once; null where nothing was, or by somebody else. */
    async take({ account, userId }: Who, state: string): Promise<z.infer<typeof askedSchema> | null> {
      const kept = state === '' ? null : await pending.take(state);
      const asked = kept === null ? null : askedSchema.parse(JSON.parse(kept));
      return asked?.account === account && asked.userId === userId ? asked : null;
    },
    /** The refresh token for the answer of the ERP's page. Throws a `ProblemError`, also where the person said no. */
    async tokenFor(
      manifest: ErpManifest,
      { options, verifier }: Pick<z.infer<typeof askedSchema>, 'options' | 'verifier'>,
      answer: URLSearchParams,
    ): Promise<string> {
      try {
        const kept = { state: answer.get('state') ?? '', verifier };
        const signal = AbortSignal.timeout(EXCHANGE_MS);
        const server = serverOf(manifest, options);
        return (await tokensForGrant(server, answer, kept, portsFor(options.settings), signal)).refreshToken;
      } catch (error) {
        throw toProblemError(error);
      }
    },
  };
}
export type Grants = ReturnType<typeof createGrants>;
