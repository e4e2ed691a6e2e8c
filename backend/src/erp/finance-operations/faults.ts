import { ErpError } from '../contract/errors.ts';
import type { Fault, Meaning } from '../transport/odata/errors.ts';
import { INFOLOG } from './facts.ts';

const RIGHTS =
  'Finance & Operations does not let this application in. On its page "Microsoft Entra applications" the client id needs a user, and that user the security roles.';

/** The sentences of an Infolog without what the framework says around them: "Error: …", "Warning: …", parted by semicolons. */
export function wordsOf(inner: string): string {
  const at = inner.indexOf(INFOLOG);
  const said = at < 0 ? inner : inner.slice(at + INFOLOG.length);
  const sentences = said
    .split(/;\s*|\s*(?=\b(?:Error|Warning|Info):\s)/)
    .map((each) =>
      each
        .replace(/^(Error|Warning|Info):\s*/, '')
        .replace(/\.\.+$/, '.')
        .trim(),
    )
    .filter((each) => each !== '');
  return [...new Set(sentences)].join(' ');
}

/**
 * What a refusal means. Rules of the business come as "An error has occurred." with an Infolog within, in the language of the application's user:
 * nothing is matched on them.
 */
export function meaningOf({ status, message, inner }: Fault): Meaning | null {
  const words = inner === undefined ? message.trim() : wordsOf(inner);
  if (status === 429) return { kind: 'busy', words };
  if (status === 401) return { kind: 'unauthorised', words: RIGHTS, field: 'clientId' };
  if (status === 403) return { kind: 'unauthorised', words };
  if (status === 404) return { kind: 'not_found', words };
  if (status === 409 || status === 412) return { kind: 'conflict', words };
  // A rule that refuses a write comes with 400, and from some entities with 500: what has an Infolog was refused before it was stored.
  if (inner?.includes(INFOLOG)) return { kind: 'refused', words };
  return status === 400 || status === 422 ? { kind: 'refused', words } : null;
}

export const notFound = (field: string, words: string) => new ErpError('not_found', words, { field, words });
export const refused = (field: string, words: string) => new ErpError('refused', words, { field, words });
export const unknownCustomer = (id: string): ErpError =>
  notFound('customerId', `Finance & Operations has no customer ${id}.`);
