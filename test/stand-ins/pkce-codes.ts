import { createHash, randomBytes } from 'node:crypto';

const CODE_SECONDS = 60;
type Code<Kept> = { kept: Kept; redirect: string; challenge: string; until: number };

/** Codes of an authorisation with PKCE: each is good once, for a minute, and for who began it. */
export function pkceCodes<Kept>(now: () => number) {
  const codes = new Map<string, Code<Kept>>();
  return {
    /** Whether the question has a challenge; plain ones are none. */
    isProtected: (query: URLSearchParams): boolean =>
      query.get('code_challenge_method') === 'S256' && /^[\w-]{43}$/.test(query.get('code_challenge') ?? ''),
    give(query: URLSearchParams, kept: Kept): string {
      const code = randomBytes(18).toString('base64url');
      const [redirect, challenge] = [query.get('redirect_uri') ?? '', query.get('code_challenge') ?? ''];
      codes.set(code, { kept, redirect, challenge, until: now() + CODE_SECONDS * 1000 });
      return code;
    },
    /** What was kept with the code; null where it is not good for this form. */
    take(form: URLSearchParams): Kept | null {
      const code = form.get('code') ?? '';
      const found = codes.get(code);
      codes.delete(code);
      const verifier = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url');
      const isGood =
        found && found.until > now() && found.redirect === form.get('redirect_uri') && found.challenge === verifier;
      return isGood ? found.kept : null;
    },
  };
}
/** Sends the browser back to the application. */
export function sentBack(to: string, query: Readonly<Record<string, string | null>>): Response {
  const url = new URL(to);
  for (const [name, value] of Object.entries(query)) if (value !== null) url.searchParams.set(name, value);
  // No frame may hold a page of sign-in.
  return new Response(null, { status: 302, headers: { location: url.href, 'x-frame-options': 'DENY' } });
}
