import type { ErpOptions } from '../contract/adapter.ts';
import { ErpError } from '../contract/errors.ts';
import type { ErpPorts } from '../contract/ports.ts';
import { type Answer, exchange } from '../transport/exchange.ts';
import { exactJsonOf, jsonText } from '../transport/json.ts';
import { silenceOf } from '../transport/silence.ts';
import { statusError } from '../transport/status.ts';
import { turnstile } from '../transport/turnstile.ts';
import { headersOf, signIn } from './auth.ts';
import { evaluated, type Place } from './coerce.ts';
import type { Document, Request } from './document.ts';
import { type Bindings, ExpressionError, withoutTags } from './expression.ts';
import { filled, textOf } from './template.ts';

/** What a request is made from, and how it is called in errors: `orders.create`. */
export type Asking = { at: string; input: unknown; signal: AbortSignal; write?: boolean };
/** An answer of the ERP. `nothing`: what the document says means an empty list. */
export type Said = Answer & { nothing: boolean; body: unknown };
const WORDS = 500;

export function openClient(document: Document, options: ErpOptions, ports: ErpPorts) {
  const base = new URL(options.url);
  const turn = turnstile(Number(options.settings.concurrency ?? document.limits.concurrency));
  const signedIn = signIn(document, options, ports);
  const today = () =>
    new Intl.DateTimeFormat('en-CA', { timeZone: document.company.timeZone, dateStyle: 'short' }).format(ports.now());
  const bindings = (input: unknown, more: Bindings = {}): Bindings => ({
    input,
    values: document.values,
    company: document.company,
    today: today(),
    seconds: String(Math.floor(ports.now() / 1000)),
    ...more,
  });
  const place = (at: string, input: unknown, more: Bindings = {}): Place => ({
    at,
    document,
    bindings: bindings(input, more),
  });

  /** Address and body of a request. An inserted text cannot leave its place, and no request leaves the connection's host. */
  async function made(request: Request, { at, input }: Asking): Promise<{ url: URL; init: RequestInit }> {
    const known = bindings(input);
    try {
      const path = await textOf(request.path, input, known, segment);
      if (path === undefined) throw new ExpressionError('the path has an empty part');
      const url = new URL(base.href.replace(/\/$/, '') + path);
      for (const [name, template] of Object.entries(request.query ?? {})) {
        const text = await textOf(template, input, known);
        if (text !== undefined) url.searchParams.set(name, text);
      }
      if (url.origin !== base.origin) throw new ExpressionError('the address leaves the connection’s host');
      const headers = {
        accept: 'application/json',
        ...(await headersOf(document.headers, input, known)),
        ...(await headersOf(request.headers ?? {}, input, known)),
      };
      const body =
        request.body === undefined
          ? {}
          : {
              body: jsonText(await filled(request.body, input, known)),
              headers: { 'content-type': 'application/json', ...headers },
            };
      return { url, init: { method: request.method, headers, ...body } };
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      throw new ErpError('unsupported', `${at}: ${error.message}`, {
        words: `The template of ${at} cannot be filled in: ${error.message}`,
        cause: error,
      });
    }
  }
  async function sent({ url, init }: { url: URL; init: RequestInit }, asked: Asking): Promise<Said> {
    const what = { what: asked.at, write: asked.write, signal: asked.signal };
    const answer = await turn(asked.signal, () =>
      signedIn(asked.signal, (headers) =>
        exchange(
          ports.fetch,
          url,
          { ...init, headers: { ...(init.headers as Record<string, string>), ...headers } },
          what,
        ),
      ),
    );
    const body = answer.bytes.length === 0 ? null : exactJsonOf(answer.bytes);
    const good = answer.status >= 200 && answer.status < 300;
    const isInside =
      good &&
      body !== undefined &&
      document.errors.inside !== undefined &&
      (await holds(document.errors.inside, body, {}));
    if (good && !isInside) return { ...answer, nothing: false, body };
    return refusal(answer, body, asked);
  }
  const holds = async (text: string, body: unknown, more: Bindings): Promise<boolean> =>
    (await evaluated(text, body ?? {}, place('errors', null, more)).catch(() => false)) === true;
  /** What an answer that is no answer means, by the document, else by its status. */
  async function refusal(answer: Answer, body: unknown, asked: Asking): Promise<Said> {
    const { errors } = document;
    const { at, write } = asked;
    const said =
      errors.words === undefined || body === undefined
        ? null
        : await evaluated(errors.words, body, place('errors.words', null)).catch(() => null);
    const words = typeof said === 'string' && said !== '' ? withoutTags(said).slice(0, WORDS) : null;
    const more = { status: String(answer.status), words: words ?? '' };
    for (const rule of errors.kinds) {
      if (!(await holds(rule.when, body, more))) continue;
      if (rule.kind === 'nothing') return { ...answer, nothing: true, body: null };
      throw new ErpError(rule.kind, `${at}: HTTP ${answer.status}`, { words, field: rule.field ?? null });
    }
    // Only an answer in the ERP's own form is the ERP's: a proxy's page is not.
    const known = typeof body === 'object' && body !== null;
    const own = known && ([400, 409, 417, 422] as number[]).includes(answer.status);
    if (own)
      throw new ErpError(answer.status === 409 ? 'conflict' : 'refused', `${at}: HTTP ${answer.status}`, { words });
    if (known && answer.status === 404) throw new ErpError('not_found', `${at}: HTTP 404`, { words });
    if (known && answer.status === 200) throw new ErpError('refused', `${at}: refused inside an answer 200`, { words });
    throw statusError(answer, { what: at, write, signal: asked.signal }, ports.now(), {
      404: { kind: 'unsupported', words: at },
    });
  }
  const isJson = (said: Said, { at, write }: Asking): Said => {
    // A write may have no more to say than its status; a question has.
    const isSaid = said.body !== undefined && (said.body !== null || write === true || said.bytes.length > 0);
    if (said.nothing || isSaid) return said;
    throw new ErpError(silenceOf({ write }), `${at}: the answer is not JSON`);
  };
  return {
    document,
    today,
    now: ports.now,
    bindings,
    place,
    /** Sends a request of the document, and understands the answer as JSON. */
    send: async (request: Request, asked: Asking): Promise<Said> =>
      isJson(await sent(await made(request, asked), asked), asked),
    /** The next page, at an address that the ERP gave. */
    follow: async (address: string, asked: Asking): Promise<Said> => {
      const url = new URL(address, base);
      if (url.origin !== base.origin)
        throw new ErpError('drift', `${asked.at}: the next page is on another host`, {
          field: `${asked.at}.paging.next`,
        });
      const headers = {
        accept: 'application/json',
        ...(await headersOf(document.headers, asked.input, bindings(asked.input))),
      };
      return isJson(await sent({ url, init: { method: 'GET', headers } }, asked), asked);
    },
    /** The answer as it came: a PDF. */
    bytes: async (request: Request, asked: Asking): Promise<Said> => sent(await made(request, asked), asked),
  };
}
export type Client = ReturnType<typeof openClient>;

/** A part of a path. One that would lead up is no id of anything. */
function segment(text: string): string {
  if (text === '' || text === '.' || text === '..') throw new ErpError('not_found', `"${text}" is no id`);
  return encodeURIComponent(text);
}
