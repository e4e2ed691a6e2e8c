import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { signV3 } from '@backroom/backend/crm/hubspot/signature';
import { z } from 'zod';

const callSchema = z.object({
  url: z.url(),
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).default('GET'),
  body: z.unknown().optional(),
  timeout: z.number().int().min(1).max(120_000).default(15_000),
  headers: z.record(z.string(), z.string()).default({}),
});
export type GatewayOptions = {
  publicOrigin: string;
  backendUrl: string;
  secret: string;
  appFile: string;
  caller: { portalId: number; userId: number; userEmail: string; appId: number };
};
/** What the SDK turns into a `Response` for the card. */
export type GatewayAnswer = { status: number; body: unknown };

const refused = (category: string, message: string, status = 400): GatewayAnswer => ({
  status,
  body: { status: 'error', category, message, correlationId: randomUUID() },
});

/** HubSpot's proxy for `hubspot.fetch`, as its documents and its own dev server describe it: permitted URLs, four parameters, signature, one retry. */
export function gateway(options: GatewayOptions) {
  const permitted = z
    .object({ config: z.object({ permittedUrls: z.object({ fetch: z.array(z.string()) }) }) })
    .parse(JSON.parse(readFileSync(options.appFile, 'utf8'))).config.permittedUrls.fetch;
  return async (input: unknown): Promise<GatewayAnswer> => {
    const call = callSchema.safeParse(input);
    if (!call.success) return refused('VALIDATION_ERROR', z.prettifyError(call.error));
    const { url, method, body, timeout, headers } = call.data;
    if (!permitted.some((prefix) => url.startsWith(prefix)))
      return refused('VALIDATION_ERROR', `${new URL(url).origin} is not among the permitted URLs of the app`);
    if (Object.keys(headers).some((name) => name.toLowerCase() !== 'authorization'))
      return refused('VALIDATION_ERROR', 'Only the Authorization header may be set');
    const target = new URL(url);
    for (const [name, value] of Object.entries(options.caller)) target.searchParams.append(name, String(value));
    const text = body === undefined || body === null ? '' : JSON.stringify(body);
    const until = Date.now() + timeout;
    const send = async () => {
      const timestamp = String(Date.now());
      return fetch(`${options.backendUrl}${target.pathname}${target.search}`, {
        method,
        headers: {
          ...headers,
          ...(text ? { 'content-type': 'application/json' } : {}),
          'x-hubspot-request-timestamp': timestamp,
          'x-hubspot-signature-v3': signV3({ method, url: target.toString(), body: text, timestamp }, options.secret),
        },
        ...(text ? { body: text } : {}),
        redirect: 'manual',
        signal: AbortSignal.timeout(Math.max(1, until - Date.now())),
      });
    };
    let response: Response | null = null;
    for (let attempt = 0; attempt < 2; attempt += 1) {
      try {
        response = await send();
        if (response.status < 500) break;
      } catch {
        if (Date.now() >= until) return refused('GATEWAY_TIMEOUT', 'Gateway took too long to respond', 504);
      }
    }
    if (!response) return refused('BAD_GATEWAY', 'The app server could not be reached', 502);
    const raw = await response.text();
    let json: unknown;
    try {
      json = JSON.parse(raw);
    } catch {
      return refused('BAD_GATEWAY', 'Invalid JSON Response Body', 502);
    }
    if (response.status >= 300)
      return {
        status: 502,
        body: {
          status: 'error',
          category: 'BAD_GATEWAY',
          context: { appServerStatusCode: [String(response.status)] },
          responseBody: json,
        },
      };
    return { status: response.status, body: json };
  };
}
