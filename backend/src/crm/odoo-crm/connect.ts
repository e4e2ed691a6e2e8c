import { randomBytes } from 'node:crypto';
import type { AccountId } from '@backroom/shared';
import { decodeJwt } from 'jose';
import { z } from 'zod';
import type { ErpFetch } from '../../erp/contract/ports.ts';
import { exchange } from '../../erp/transport/exchange.ts';
import { jsonOf, postJson } from '../../erp/transport/json.ts';
import { ProblemError } from '../../problems/error.ts';
import { CrmError } from '../contract/index.ts';
import type { CrmPorts } from '../contract/manifest.ts';
import type { OdooClient } from './client.ts';
import { accountOf } from './embed.ts';
import { BRIDGE } from './names.ts';
import type { OdooPlaces, Place } from './places.ts';
import { audienceOf, databaseSchema, digestOf, statementOf } from './proof.ts';

const ASK_MS = 10_000;
const text = z.string().min(1).max(300);
const claimsSchema = z.object({
  iss: databaseSchema,
  /** The base address, without a slash at its end. */
  url: z.url({ protocol: /^https?$/ }).refine((url) => new URL(url).origin === url),
  database: text,
  login: text,
  key: z.string().min(20).max(200),
  publicKey: z.string().regex(/^[\w-]{43}$/),
  /** Who pressed the button. */
  actor: z.object({ id: z.int().positive(), email: text }),
});
const challengeSchema = z.object({ statement: z.string().max(8000) });
const refusal = (detail: string): ProblemError =>
  new ProblemError('invalid_input', { field: 'url', errors: [{ path: 'url', message: detail }] });

/**
 * Connecting a database: its admin presses a button in Odoo's settings, whose addon shows the key that it signs with, its address and an API key. It is
 * believed when that address answers a challenge with the same key, and Odoo takes the API key there.
 */
export function odooConnection(options: {
  places: OdooPlaces;
  client: OdooClient;
  fetch: ErpFetch;
  publicOrigin: string;
  now: () => number;
  useOnce: CrmPorts['useOnce'];
  ports: Pick<CrmPorts, 'installed' | 'prepare' | 'appoint'>;
}) {
  const { places, client, publicOrigin, now, ports } = options;
  async function challenge(place: Place, database: string, signal: AbortSignal): Promise<void> {
    const nonce = randomBytes(32).toString('base64url');
    const answer = await exchange(
      options.fetch,
      `${place.url}/backroom/challenge`,
      postJson({ nonce, database: place.database }),
      { what: 'challenge', signal },
    ).catch((cause: unknown) => {
      throw refusal(`${place.url} cannot be reached from here: ${cause instanceof Error ? cause.message : ''}`);
    });
    const { statement } = challengeSchema.safeParse(jsonOf(answer.bytes)).data ?? {};
    if (answer.status !== 200 || statement === undefined)
      throw refusal(`${place.url} answers as no database with the app Backroom (HTTP ${answer.status}).`);
    const claims = await statementOf(z.object({ nonce: z.string() }), statement, {
      ...{ publicKey: place.publicKey, database, now: now() },
      audience: audienceOf(publicOrigin, 'challenge'),
    });
    if (claims.nonce !== digestOf(nonce)) throw new ProblemError('signature_invalid');
  }
  return async function connect(statement: string): Promise<AccountId> {
    let told: z.infer<typeof claimsSchema>;
    try {
      told = claimsSchema.parse(decodeJwt(statement));
    } catch (cause) {
      throw new ProblemError('invalid_input', { cause });
    }
    const { iss: database, publicKey } = told;
    const claims = await statementOf(claimsSchema, statement, {
      ...{ publicKey, database, now: now() },
      audience: audienceOf(publicOrigin, 'connection'),
    });
    const account = accountOf(database);
    if (!(await options.useOnce(account, claims.jti, new Date((claims.exp + 60) * 1000))))
      throw new ProblemError('signature_replayed');
    const before = await places.find(account);
    // The id of a database proves nothing: its key does.
    if (before && before.publicKey !== publicKey)
      throw new ProblemError('forbidden', {
        detail: 'This database is connected with another key. Disconnect it there first, in its settings.',
      });
    const place: Place = {
      url: claims.url,
      database: claims.database,
      login: claims.login,
      key: claims.key,
      publicKey,
    };
    const signal = AbortSignal.timeout(ASK_MS);
    await challenge(place, database, signal);
    await client
      .askAt(place, z.literal(database), { model: BRIDGE, method: 'database' }, { account, signal })
      .catch((cause: unknown) => {
        if (cause instanceof CrmError) throw refusal(`Odoo does not take the API key: ${cause.words ?? cause.message}`);
        throw cause;
      });
    await ports.installed(account, `odoo:${claims.actor.email}`);
    await places.put(account, place);
    await ports.appoint(account, String(claims.actor.id));
    // What is missing is named on the settings page.
    await ports.prepare(account).catch(() => {});
    return account;
  };
}
