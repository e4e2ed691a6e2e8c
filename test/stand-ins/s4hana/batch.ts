import { badBody, SapError } from './errors.ts';
import { type Answered, type Asked, answer, type Context, methodOf, safely } from './service.ts';

const boundaryOf = (type: string) => /boundary="?([^";\s]+)"?/.exec(type)?.[1];
type Part = { type: string; text: string };
function partsOf(text: string, boundary: string): Part[] {
  const lines = text.replaceAll('\r\n', '\n');
  if (!lines.includes(`--${boundary}--`)) throw badBody('The batch is not terminated');
  return lines
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((each) => {
      const [head = '', ...rest] = each.replace(/^\n/, '').split('\n\n');
      return { type: /content-type:\s*(.+)/i.exec(head)?.[1] ?? '', text: rest.join('\n\n') };
    });
}
function requestOf(text: string, service: string): Asked {
  const [head = '', ...rest] = text.split('\n\n');
  const [line = '', ...fields] = head.trim().split('\n');
  const [, method = '', url = ''] = /^([A-Z]+) (\S+)(?: HTTP\/1\.1)?$/.exec(line.trim()) ?? [];
  if (!method) throw badBody(`Malformed request line in the batch: '${line}'`);
  const [path = '', query = ''] = url.split(/\?(.*)/s);
  const headers = Object.fromEntries(
    fields
      .map((field) => field.split(/:\s*(.*)/s))
      .map(([name = '', value = '']) => [name.toLowerCase().trim(), value.trim()]),
  );
  // Relative to the service, or from the root of the host.
  const own = path.replace(/^https?:\/\/[^/]+/, '').replace(/^\/sap\/opu\/odata\/sap\//, '');
  const below = own === path && !path.startsWith('/') ? `${service}/${path}` : own;
  return { method, path: below, query: new URLSearchParams(query), headers, body: rest.join('\n\n').trim() };
}
const httpText = ({ status, headers, body }: Answered): string => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const lines = Object.entries({ ...headers, 'Content-Length': String(Buffer.byteLength(text)) }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  return [
    'Content-Type: application/http',
    'content-transfer-encoding: binary',
    '',
    `HTTP/1.1 ${status} ${status < 300 ? 'OK' : 'Error'}`,
    ...lines,
    '',
    text,
  ].join('\r\n');
};
const multipart = (boundary: string, parts: readonly string[]) =>
  [...parts.map((part) => `--${boundary}\r\n${part}\r\n`), `--${boundary}--\r\n`].join('');

/** Every request of a `$batch`, for the server's counts and faults. */
export function requestsIn(asked: Asked): Asked[] {
  const service = asked.path.split('/')[0] ?? '';
  const boundary = boundaryOf(asked.headers['content-type'] ?? '');
  if (!boundary) return [];
  return partsOf(asked.body, boundary).flatMap(({ type, text }) => {
    const inner = boundaryOf(type);
    return inner ? partsOf(text, inner).map((part) => requestOf(part.text, service)) : [requestOf(text, service)];
  });
}
/** `$batch`: reads answer one by one; a changeset is all or nothing, and takes one document. */
export function batch(context: Context, asked: Asked): Answered {
  const service = asked.path.split('/')[0] ?? '';
  const type = asked.headers['content-type'] ?? '';
  const boundary = boundaryOf(type);
  if (!/^multipart\/mixed/.test(type) || !boundary) throw badBody(`Content type '${type}' is not allowed for $batch`);
  const answers = partsOf(asked.body, boundary).map((part) => {
    const inner = boundaryOf(part.type);
    if (inner === undefined) {
      const one = requestOf(part.text, service);
      if (!/^application\/http/.test(part.type)) throw badBody('A part of a batch is application/http');
      if (one.method !== 'GET') throw badBody('A modifying request stands outside of a changeset');
      return httpText(safely(context, one, () => answer(context, one)));
    }
    const requests = partsOf(part.text, inner).map(({ text }) => requestOf(text, service));
    const changes = safely(context, asked, () => {
      if (requests.some((one) => methodOf(one) === 'GET')) throw badBody('A changeset holds no reads');
      const creates = requests.filter((one) => one.method === 'POST' && /^[^/]+\/A_\w+$/.test(one.path));
      if (creates.length > 1)
        throw new SapError(400, badBody('Default changeset implementation allows only one operation').messages);
      const parts = context.store.atomic(() => requests.map((one) => answer(context, one)));
      const name = `cs_${boundary}`;
      return {
        status: 200,
        headers: { 'content-type': `multipart/mixed; boundary=${name}` },
        body: multipart(name, parts.map(httpText)),
      };
    });
    return typeof changes.body === 'string'
      ? `Content-Type: ${changes.headers['content-type']}\r\n\r\n${changes.body}`
      : httpText(changes);
  });
  return {
    status: 202,
    headers: { 'content-type': `multipart/mixed; boundary=${boundary}`, dataserviceversion: '2.0' },
    body: multipart(boundary, answers),
  };
}
