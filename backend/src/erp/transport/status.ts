import { ErpError, type ErpErrorKind } from '../contract/errors.ts';
import type { Answer } from './exchange.ts';
import { type Asked, silenceOf } from './silence.ts';

const MOST_SECONDS = 600;
/** Seconds or an HTTP date; nobody is believed who wants more than ten minutes. */
export function retryAfterMs(headers: Headers, now: number): number | null {
  const said = headers.get('retry-after') ?? '';
  const seconds = /^\d+(\.\d+)?$/.test(said) ? Number(said) : Math.ceil((Date.parse(said) - now) / 1000);
  return seconds > 0 ? Math.min(seconds, MOST_SECONDS) * 1000 : null;
}

export type Meaning = { kind: ErpErrorKind; words?: string; field?: string };
const usual: Readonly<Record<number, Meaning>> = {
  401: { kind: 'unauthorised' },
  403: { kind: 'unauthorised' },
  429: { kind: 'busy' },
};
/**
 * The error for a status that no fault of the ERP explains: a proxy, another application, an address that leads nowhere. `own` says what a status
 * means at this ERP. Any other is silence: the application behind a gateway's 502 or 503 may have committed before it was lost.
 */
export function statusError(
  { status, headers }: Pick<Answer, 'status' | 'headers'>,
  asked: Asked,
  now: number,
  own: Readonly<Record<number, Meaning>> = {},
): ErpError {
  const { kind, words, field } = own[status] ?? usual[status] ?? { kind: silenceOf(asked) };
  const after = kind === 'busy' ? retryAfterMs(headers, now) : null;
  return new ErpError(kind, `${asked.what}: HTTP ${status}`, { words, field, retryAfterMs: after });
}
