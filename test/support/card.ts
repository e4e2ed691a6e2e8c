import { createHmac } from 'node:crypto';

const secret = 'playground-secret-not-for-production';
const origin = 'https://app.backroom.example';
const decoded: Record<string, string> = {
  '%3A': ':',
  '%2F': '/',
  '%3F': '?',
  '%40': '@',
  '%21': '!',
  '%24': '$',
  '%27': "'",
  '%28': '(',
  '%29': ')',
  '%2A': '*',
  '%2C': ',',
  '%3B': ';',
};

let last = '';
/** Two equal requests in one millisecond would be one: HubSpot signs each on its own, and the second is a replay to the backend. */
function timestampFor(at: number): string {
  last = String(at) === last ? String(at + 1) : String(at);
  return last;
}
/** A request to the backend as HubSpot's proxy sends it for a card: four parameters appended, signature v3. */
export function signedRequest(
  backendUrl: string,
  path: string,
  options: {
    method?: string;
    body?: unknown;
    /** Sent and signed as it stands, in place of `body`. */
    raw?: string;
    portalId?: number;
    /** As HubSpot itself sends webhooks: without the four parameters that its proxy appends for a card. */
    plain?: boolean;
    userEmail?: string;
    userId?: string;
    /** Instant of the signature in milliseconds, where the backend's clock was moved. */
    at?: number;
  } = {},
): Request {
  const method = options.method ?? 'GET';
  const identity = new URLSearchParams({
    portalId: String(options.portalId ?? 4242),
    userId: options.userId ?? '7',
    userEmail: options.userEmail ?? 'pat@example.com',
    appId: '99',
  });
  const target = options.plain ? path : `${path}${path.includes('?') ? '&' : '?'}${identity}`;
  const body = options.raw ?? (options.body === undefined ? '' : JSON.stringify(options.body));
  const timestamp = timestampFor(options.at ?? Date.now());
  const uri = `${origin}${target}`.replace(
    /%(3A|2F|3F|40|21|24|27|28|29|2A|2C|3B)/gi,
    (code) => decoded[code.toUpperCase()] ?? code,
  );
  const signature = createHmac('sha256', secret).update(`${method}${uri}${body}${timestamp}`).digest('base64');
  return new Request(`${backendUrl}${target}`, {
    method,
    headers: {
      'x-hubspot-signature-v3': signature,
      'x-hubspot-request-timestamp': timestamp,
      ...(body === '' ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === '' ? {} : { body }),
  });
}

/** Sends it and gives the envelope's data; throws with the problem's code where there is one. */
export async function ask<Data>(
  backendUrl: string,
  path: string,
  options: Parameters<typeof signedRequest>[2] = {},
): Promise<Data> {
  const response = await fetch(signedRequest(backendUrl, path, options));
  const answer = (await response.json()) as
    | { ok: true; data: Data }
    | { ok: false; problem: { code: string; detail?: string } };
  if (!('ok' in answer) || !answer.ok)
    throw new Error(`${path}: ${JSON.stringify('problem' in answer ? answer.problem : answer)}`);
  return answer.data;
}
