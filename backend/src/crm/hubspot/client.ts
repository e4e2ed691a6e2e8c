import { z } from 'zod';
import { type CrmCall, CrmError } from '../contract/index.ts';
import { errorSchema } from './schemas.ts';
import type { HubSpotTokens } from './tokens.ts';

/** The dated version of every path. Supported for about 18 months from its month. */
export const VERSION = '2026-03';

function mapError(status: number, body: z.infer<typeof errorSchema>, retryAfter: string | null): CrmError {
  const words = body.message ?? null;
  const message = `HubSpot ${status} ${body.category ?? ''}`.trim();
  if (status === 429 || status === 423 || status === 477) {
    // One public client found large values to be milliseconds; a burst window is ten seconds, so more is never worth waiting for.
    const seconds = Number(retryAfter ?? 1);
    return new CrmError('busy', message, {
      words,
      retryAfterMs: body.policyName === 'DAILY' ? 3_600_000 : Math.min(seconds * 1000 || 1000, 10_000),
    });
  }
  if (status === 401) return new CrmError('unauthorised', message, { words });
  if (status === 403) return new CrmError('unauthorised', message, { words });
  if (status === 404) return new CrmError('not_found', message, { words });
  if (status >= 500) return new CrmError('unreachable', message, { words });
  return new CrmError('refused', message, { words });
}

/** A thin client over the dated paths: token, JSON, errors. Why not HubSpot's own: docs/adr/0002-hubspot-client.md. */
export function hubspotClient(options: { apiBase: string; tokens: HubSpotTokens }) {
  async function request<Body extends z.ZodType>(
    method: string,
    path: string,
    body: unknown,
    schema: Body,
    call: CrmCall,
  ): Promise<z.infer<Body>> {
    const send = async (token: string) => {
      try {
        return await fetch(`${options.apiBase}${path}`, {
          method,
          headers: {
            authorization: `Bearer ${token}`,
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
          signal: call.signal,
        });
      } catch (error) {
        throw new CrmError('unreachable', `HubSpot ${method} ${path}: no answer`, { cause: error });
      }
    };
    const token = await options.tokens.access(call.account);
    let response = await send(token);
    // A token may die before its time (revoked, clock): one fresh one, once.
    if (response.status === 401) response = await send(await options.tokens.access(call.account, token));
    const text = await response.text().catch(() => '');
    let json: unknown = null;
    try {
      json = text === '' ? {} : JSON.parse(text);
    } catch {
      if (response.ok) throw new CrmError('drift', `HubSpot ${method} ${path}: not JSON`);
    }
    if (!response.ok)
      throw mapError(response.status, errorSchema.safeParse(json).data ?? {}, response.headers.get('retry-after'));
    const parsed = schema.safeParse(json);
    if (!parsed.success) throw new CrmError('drift', `HubSpot ${method} ${path}: ${z.prettifyError(parsed.error)}`);
    return parsed.data;
  }
  return { request };
}
export type HubSpotClient = ReturnType<typeof hubspotClient>;
