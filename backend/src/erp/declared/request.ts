import type { ErpOptions } from '../contract/adapter.ts';
import { ErpError } from '../contract/errors.ts';
import { jsonText } from '../transport/json.ts';
import type { Proof } from './auth.ts';
import type { Document, Request } from './document.ts';
import { type Bindings, ExpressionError } from './expression.ts';
import { enveloped } from './soap.ts';
import { filled, headersOf, textOf } from './template.ts';

/** Which page of a list is asked for: as `$cursor`, or as `$offset` or `$pageNumber` with `$size`. */
export type PageBindings = { cursor?: string; offset?: number; pageNumber?: number; size?: number };
/** What a request is made from, and how it is called in errors: `orders.create`. */
export type Asking = { at: string; input: unknown; signal: AbortSignal; write?: boolean; page?: PageBindings };
export type Made = { url: URL; init: RequestInit };

/** Makes requests of a document. An inserted text cannot leave its place, and no request leaves the connection's host. */
export function requestsOf(document: Document, options: ErpOptions, bindings: (input: unknown) => Bindings) {
  const base = new URL(options.url);
  const { soap } = document;
  const accept = soap ? 'text/xml, application/soap+xml' : 'application/json';
  async function addressOf(request: Request, input: unknown, known: Bindings): Promise<URL> {
    const path = await textOf(request.path, input, known, segment);
    if (path === undefined) throw new ExpressionError('the path has an empty part');
    const url = new URL(base.href.replace(/\/$/, '') + path);
    for (const [name, template] of Object.entries(request.query ?? {})) {
      const text = await textOf(template, input, known);
      if (text !== undefined) url.searchParams.set(name, text);
    }
    if (url.origin !== base.origin) throw new ExpressionError('the address leaves the connection’s host');
    return url;
  }
  async function contentOf(request: Request, input: unknown, known: Bindings) {
    if (soap) return enveloped(soap, request, input, known);
    if (request.body === undefined) return { headers: {} };
    return {
      body: jsonText(await filled(request.body, input, known)),
      headers: { 'content-type': 'application/json' },
    };
  }
  const own = async (headers: Record<string, string>, input: unknown, known: Bindings) => ({
    accept,
    ...(await headersOf(document.headers, input, known)),
    ...headers,
  });
  return {
    async made(request: Request, { at, input, page }: Asking, proof: Proof): Promise<Made> {
      // An address is logged, by us and on the way: nothing secret stands in it.
      const open = { ...bindings(input), ...page };
      const known = { ...open, ...proof.bindings };
      try {
        const url = await addressOf(request, input, open);
        const { headers, ...content } = await contentOf(request, input, known);
        const named = await headersOf(request.headers ?? {}, input, known);
        const all = await own({ ...headers, ...named, ...proof.headers }, input, known);
        return { url, init: { method: soap ? 'POST' : request.method, headers: all, ...content } };
      } catch (error) {
        if (!(error instanceof ExpressionError)) throw error;
        throw new ErpError('unsupported', `${at}: ${error.message}`, {
          words: `The template of ${at} cannot be filled in: ${error.message}`,
          cause: error,
        });
      }
    },
    /** The next page, at an address that the ERP gave. */
    async next(address: string, { at, input }: Asking, proof: Proof): Promise<Made> {
      const url = new URL(address, base);
      if (url.origin !== base.origin)
        throw new ErpError('drift', `${at}: the next page is on another host`, { field: `${at}.paging.next` });
      return { url, init: { method: 'GET', headers: await own(proof.headers, input, bindings(input)) } };
    },
  };
}

/** A part of a path. One that would lead up is no id of anything. */
function segment(text: string): string {
  if (text === '' || text === '.' || text === '..') throw new ErpError('not_found', `"${text}" is no id`);
  return encodeURIComponent(text);
}
