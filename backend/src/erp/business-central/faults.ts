import { ErpError } from '../contract/errors.ts';
import type { Fault, Meaning } from '../transport/odata/errors.ts';
import { FAULTS } from './facts.ts';

/** The ids of its log stand behind the sentence; they are of no use to a rep. */
export const wordsOf = (message: string): string => message.replace(/\s*CorrelationId:\s*\S+\s*$/, '').trim();

const RIGHTS =
  'Business Central does not let this application in. On its page "Microsoft Entra applications" the client id has to be enabled, with permission sets.';

/** What a refusal means. Rules of the business come as `Application_…`, in the language of the application's user. */
export function meaningOf({ status, code, message }: Fault): Meaning | null {
  const words = wordsOf(message);
  if (status === 429) return { kind: 'busy', words };
  if (code.startsWith('Authentication_') || status === 401)
    return { kind: 'unauthorised', words: RIGHTS, field: 'clientId' };
  if (code.startsWith('Authorization_') || status === 403 || FAULTS.noRight.test(message))
    return { kind: 'unauthorised', words };
  if (code === FAULTS.changed) return { kind: 'conflict', words };
  if (code === FAULTS.duplicate) return { kind: 'refused', words };
  if (message.includes(FAULTS.upgrade)) return { kind: 'unsupported', words };
  if (code.startsWith('Application_') && status < 500) return { kind: 'refused', words };
  if (FAULTS.notFound.has(code)) return { kind: 'not_found', words };
  if (FAULTS.unknownSet.has(code)) return { kind: 'unsupported', words };
  // The rest of 5xx is silence: the outcome of a write is then not known.
  if (FAULTS.unavailable.has(code)) return null;
  return status < 500 && status !== 408 ? byStatus(status, words) : null;
}
function byStatus(status: number, words: string): Meaning | null {
  if (status === 404) return { kind: 'not_found', words };
  // "Another user has changed the record", a lock, a database that was moved: nothing was written.
  if (status === 409) return { kind: 'conflict', words };
  return status === 400 || status === 413 || status === 422 ? { kind: 'refused', words } : null;
}

/** Ids are GUIDs: another text names no record. */
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
export const guidOf = (id: string): string | null => (GUID.test(id) ? id.toLowerCase() : null);
export const guidsOf = (ids: readonly string[]): string[] => [...new Set(ids.map(guidOf).filter((id) => id !== null))];

export const notFound = (field: string, words: string) => new ErpError('not_found', words, { field, words });
export const refused = (field: string, words: string) => new ErpError('refused', words, { field, words });
