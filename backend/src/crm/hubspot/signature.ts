import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';

/** HubSpot: requests older than five minutes are refused; clocks that run ahead get the same grace. */
export const MAX_AGE_MS = 300_000;
const decoded: Readonly<Record<string, string>> = {
  '3A': ':',
  '2F': '/',
  '3F': '?',
  '40': '@',
  '21': '!',
  '24': '$',
  '27': "'",
  '28': '(',
  '29': ')',
  '2A': '*',
  '2C': ',',
  '3B': ';',
};
/** HubSpot decodes these codes, and no others, before it signs; `userEmail` always brings one (`%40`). */
const decodeUri = (uri: string) =>
  uri.replace(/%(3A|2F|3F|40|21|24|27|28|29|2A|2C|3B)/gi, (code, hex: string) => decoded[hex.toUpperCase()] ?? code);

/** A key object is prepared once; a string for each signature. */
export type Secret = string | KeyObject;
export type Signed = { method: string; url: string; body: string; timestamp: string };
/** Signature v3: base64 of HMAC-SHA256 over method, decoded URI, raw body, timestamp. Source: HubSpot, "Validating requests". */
export function signV3({ method, url, body, timestamp }: Signed, secret: Secret): string {
  return createHmac('sha256', secret)
    .update(`${method.toUpperCase()}${decodeUri(url)}${body}${timestamp}`, 'utf8')
    .digest('base64');
}

export type SignatureVerdict = 'ok' | 'signature_missing' | 'signature_invalid' | 'signature_expired';
/** Checks against each secret (rotation), in constant time. `url` is built from the configured public origin, never from `Host`. */
export function verifyV3(
  request: Signed & { signature: string | undefined },
  secrets: readonly Secret[],
  now: number,
): SignatureVerdict {
  if (!request.signature || !request.timestamp) return 'signature_missing';
  if (!/^\d{10,16}$/.test(request.timestamp)) return 'signature_invalid';
  if (Math.abs(now - Number(request.timestamp)) > MAX_AGE_MS) return 'signature_expired';
  const given = Buffer.from(request.signature, 'base64');
  // One spelling a signature: Node reads several, and a replay would pass as another request.
  if (given.toString('base64') !== request.signature) return 'signature_invalid';
  let ok = false;
  for (const secret of secrets) {
    const expected = Buffer.from(signV3(request, secret), 'base64');
    // Every secret is tried, so that the time taken does not tell which one fitted.
    ok = (given.length === expected.length && timingSafeEqual(given, expected)) || ok;
  }
  return ok ? 'ok' : 'signature_invalid';
}
