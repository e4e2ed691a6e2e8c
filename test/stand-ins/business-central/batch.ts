import { BcError, badRequest, syntax } from './errors.ts';
import { type Answered, type Asked, answer, type Context, safely } from './service.ts';

/** `$batch` in JSON: at most a hundred requests; without `odata.continue-on-error` the first failure is the end. Answers come in any order. */
export function batch(context: Context, asked: Asked): Answered {
  let requests: { id?: unknown; method?: unknown; url?: unknown; headers?: Record<string, string>; body?: unknown }[];
  try {
    ({ requests } = JSON.parse(asked.body) as { requests: typeof requests });
  } catch {
    throw badRequest('Invalid Request Body');
  }
  if (!Array.isArray(requests)) throw badRequest('Invalid Request Body');
  if (requests.length > 100)
    throw new BcError(500, 'Internal_ServerError', 'The number of operations in a batch exceeds the limit.');
  if (new Set(requests.map(({ id }) => id)).size < requests.length) throw badRequest('Invalid Request Body');
  const goOn = /odata\.continue-on-error/.test(asked.headers.prefer ?? '');
  const responses: object[] = [];
  for (const { id, method, url, headers = {}, body } of requests) {
    if (typeof id !== 'string' || typeof method !== 'string' || typeof url !== 'string')
      throw badRequest('Invalid Request Body');
    // From the host's root where it begins with a slash, else from the service's.
    const { pathname: base } = new URL(context.root);
    const relative = url.startsWith(base) ? url.slice(base.length) : url;
    const [path = '', query = ''] = relative.split(/\?(.*)/s);
    const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
    const one = safely(() => {
      if (/^(https?:|\/)/.test(relative) || path.startsWith('$batch'))
        throw syntax('Bad Request - Error in query syntax');
      return answer(context, { method, path, query, headers: lower, body: JSON.stringify(body ?? null) });
    });
    const binary = Buffer.isBuffer(one.body) ? one.body.toString('base64') : one.body;
    responses.push({ id, status: one.status, headers: one.headers, ...(binary === '' ? {} : { body: binary }) });
    if (one.status >= 400 && !goOn) break;
  }
  return {
    status: 200,
    headers: { 'content-type': 'application/json; odata.metadata=minimal' },
    body: { responses: responses.reverse() },
  };
}
