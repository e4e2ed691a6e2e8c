import { cleanText } from '@backroom/shared';
import { ErpError, type ErpErrorKind } from '../contract/errors.ts';
import { erpFetch } from '../contract/leaving.ts';

/** Codes of a connection that was never made: nothing was sent, whatever was asked. */
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

const codeOf = (error: unknown): string => {
  const cause = error instanceof Error ? error.cause : null;
  if (cause instanceof AggregateError) return codeOf({ cause: cause.errors[0] });
  return cause instanceof Error && 'code' in cause ? String(cause.code) : '';
};

function retryAfterMs(response: Response): number | null {
  const seconds = Number(response.headers.get('retry-after'));
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 600) * 1000 : null;
}

export type Answer = { status: 'expired' } | { status: 'missing' } | { status: 'answered'; body: unknown };
type Options = {
  url: string;
  method: string;
  params: readonly unknown[];
  authorization: string | null;
  signal: AbortSignal;
  /** Whether silence may mean that something was written. */
  write: boolean;
};

/** One call of Tryton's JSON-RPC. Exactly the keys `id`, `method`, `params`: with any others the server answers in another form. */
export async function post({ url, method, params, authorization, signal, write }: Options): Promise<Answer> {
  const silence: ErpErrorKind = write ? 'uncertain' : 'unreachable';
  let response: Response;
  let text: string;
  try {
    response = await erpFetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
      body: JSON.stringify({ id: 1, method, params }, (_, value) =>
        typeof value === 'string' ? cleanText(value) : value,
      ),
      signal,
      redirect: 'error',
    });
    text = await response.text();
  } catch (error) {
    const timedOut = signal.aborted;
    const kind = !timedOut && neverSent.has(codeOf(error)) ? 'unreachable' : silence;
    throw new ErpError(kind, `${method}: no answer`, { cause: error, timedOut });
  }
  const { status } = response;
  if (status === 401) return { status: 'expired' };
  if (status === 404) return { status: 'missing' };
  if (status === 429) throw new ErpError('busy', `${method}: 429`, { retryAfterMs: retryAfterMs(response) });
  // Not in the model's list of remote methods: this version or its modules have no such thing.
  if (status === 403) throw new ErpError('unsupported', `${method}: 403`, { words: method });
  // A gateway's 502 or 503 too: the application behind it may have committed before it was lost.
  if (status !== 200) throw new ErpError(silence, `${method}: HTTP ${status}`);
  try {
    return { status: 'answered', body: JSON.parse(text) };
  } catch (error) {
    throw new ErpError(silence, `${method}: the answer is not JSON`, { cause: error });
  }
}
