import { z } from 'zod';
import { CrmError } from '../contract/index.ts';
import { extensionIn, isLocked } from './unproved.ts';

const detailSchema = z.object({
  code: z.string().nullish(),
  message: z.string().nullish(),
  target: z.string().nullish(),
});
const envelope = z.object({ error: detailSchema.extend({ details: z.array(detailSchema).nullish() }) });
const SHORT_MS = 3000;
const LONGEST_MS = 3_600_000;

/** Somebody changed the record since it was read. */
export class Stale extends CrmError {}
/** Extension fields that the tenant does not have, or that may not be written, where it names them. */
export class ExtensionRefused extends CrmError {
  readonly names: readonly string[];
  constructor(message: string, words: string | null, names: readonly string[]) {
    super('refused', message, { words });
    this.names = names;
  }
}

const waitOf = (retryAfter: string | null): number => {
  const seconds = Number(retryAfter);
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds * 1000, LONGEST_MS) : SHORT_MS;
};
/** A refused call as ours. The code is kept in the message, for the log. */
export function toCrmError(status: number, body: unknown, retryAfter: string | null = null): CrmError {
  const error = envelope.safeParse(body).data?.error;
  const details = error?.details ?? [];
  const texts = [...new Set([error?.message, ...details.map(({ message }) => message)])].flatMap((text) => text || []);
  const words = texts.join('; ') || null;
  const said = `SAP Sales Cloud ${status} ${error?.code ?? ''}`.trim();
  const more = { words };
  if (status === 429 || status === 503)
    return new CrmError('busy', said, { ...more, retryAfterMs: waitOf(retryAfter) });
  if (isLocked(status, words ?? '')) return new CrmError('busy', said, { ...more, retryAfterMs: SHORT_MS });
  if (status === 412) return new Stale('busy', said, { ...more, retryAfterMs: SHORT_MS });
  if (status === 401) return new CrmError('unauthorised', said, more);
  if (status === 404) return new CrmError('not_found', said, more);
  if (status >= 500 && status !== 501) return new CrmError('unreachable', said, more);
  const targets = [error?.target, ...details.map(({ target }) => target)].flatMap((target) => target ?? []);
  const names = [...new Set(targets.flatMap((target) => extensionIn(target) ?? []))];
  if (names.length > 0) return new ExtensionRefused(said, [...texts, ...names].join('; '), names);
  return new CrmError('refused', said, more);
}
export const isKind = (error: unknown, ...kinds: CrmError['kind'][]): error is CrmError =>
  error instanceof CrmError && kinds.includes(error.kind);
