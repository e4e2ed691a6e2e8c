import { z } from 'zod';
import { ErpError, type ErpErrorKind, erpErrorKinds } from '../contract/errors.ts';
import { erpFetch } from '../contract/leaving.ts';
import { type In, type Operation, type Out, operations, writeOperations } from '../contract/schemas.ts';

const problemBody = z.object({ kind: z.enum(erpErrorKinds), words: z.string().nullish(), field: z.string().nullish() });
/** Codes of a connection that was never made: nothing was sent, whatever was asked. */
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Seconds or an HTTP date; nobody is believed who wants more than ten minutes. */
function retryAfterMs(response: Response): number | null {
  const said = response.headers.get('retry-after') ?? '';
  const seconds = /^\d+$/.test(said) ? Number(said) : Math.ceil((Date.parse(said) - Date.now()) / 1000);
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 600) * 1000 : null;
}
const codeOf = (error: unknown): string => {
  const cause = error instanceof Error ? error.cause : null;
  if (cause instanceof AggregateError) return codeOf({ cause: cause.errors[0] });
  return cause instanceof Error && 'code' in cause ? String(cause.code) : '';
};

/** One POST of the contract. `kindOfSilence`: what a cut or senseless answer means for this operation. */
async function send(
  options: { url: string; key: string },
  operation: string,
  input: unknown,
  signal: AbortSignal,
): Promise<Response> {
  const silence: ErpErrorKind = writeOperations.has(operation) ? 'uncertain' : 'unreachable';
  let response: Response;
  try {
    response = await erpFetch(`${options.url}/v1/${operation.replace('.', '/')}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${options.key}` },
      body: JSON.stringify(input),
      signal,
      redirect: 'error',
    });
  } catch (error) {
    const timedOut = signal.aborted;
    const kind = !timedOut && neverSent.has(codeOf(error)) ? 'unreachable' : silence;
    throw new ErpError(kind, `${operation}: no answer`, { cause: error, timedOut });
  }
  if (response.ok) return response;
  const body = problemBody.safeParse(await response.json().catch(() => null));
  if (body.success) {
    const { kind, words, field } = body.data;
    throw new ErpError(kind, `${operation}: ${words ?? kind}`, { words, field, retryAfterMs: retryAfterMs(response) });
  }
  if (response.status === 429)
    throw new ErpError('busy', `${operation}: 429`, { retryAfterMs: retryAfterMs(response) });
  if (response.status === 401 || response.status === 403)
    throw new ErpError('unauthorised', `${operation}: ${response.status}`);
  if ([404, 405, 501].includes(response.status))
    throw new ErpError('unsupported', `${operation}: the server does not know it`, { words: operation });
  throw new ErpError(silence, `${operation}: HTTP ${response.status} without a problem document`);
}

export function bridgeClient(options: { url: string; key: string }) {
  return {
    async call<Op extends Operation>(operation: Op, input: In<Op>, signal: AbortSignal): Promise<Out<Op>> {
      const response = await send(options, operation, input, signal);
      let body: unknown;
      try {
        body = await response.json();
      } catch (error) {
        // Cut in the middle, empty, or HTML: for a write the outcome is unknown, for a read there was no ERP.
        throw new ErpError(
          writeOperations.has(operation) ? 'uncertain' : 'unreachable',
          `${operation}: the answer is not JSON`,
          { cause: error, timedOut: signal.aborted },
        );
      }
      const parsed = operations[operation].out.safeParse(body);
      if (parsed.success) return parsed.data as Out<Op>;
      const field = parsed.error.issues[0]?.path.join('.') ?? '';
      // A write that answered something unreadable did happen or did not: only a look-up tells.
      throw new ErpError(
        writeOperations.has(operation) ? 'uncertain' : 'drift',
        `${operation}: ${z.prettifyError(parsed.error)}`,
        { field },
      );
    },
    async bytes(operation: string, input: unknown, signal: AbortSignal): Promise<Uint8Array> {
      const response = await send(options, operation, input, signal);
      if (!/^application\/pdf\s*(;|$)/i.test(response.headers.get('content-type') ?? ''))
        throw new ErpError('drift', `${operation}: not a PDF`);
      const bytes = await response.arrayBuffer().catch((error: unknown) => {
        throw new ErpError('unreachable', `${operation}: cut short`, { cause: error, timedOut: signal.aborted });
      });
      return new Uint8Array(bytes);
    },
  };
}
