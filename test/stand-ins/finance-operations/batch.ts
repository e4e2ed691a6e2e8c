import { badQuery } from './errors.ts';
import { type Answered, type Asked, answer, type Context, safely } from './service.ts';

type Part = { head: Record<string, string>; body: string };
const CRLF = '\r\n';
function partsIn(text: string, boundary: string): Part[] {
  const pieces = text.split(`--${boundary}`).slice(1);
  if (pieces.length === 0 || !pieces.at(-1)?.startsWith('--')) throw badQuery('The batch has no end.');
  return pieces.slice(0, -1).map((piece) => {
    const [head = '', ...rest] = piece.replace(/^\r?\n/, '').split(/\r?\n\r?\n/);
    return { head: headersIn(head), body: rest.join('\r\n\r\n') };
  });
}
const headersIn = (text: string): Record<string, string> =>
  Object.fromEntries(
    text.split(/\r?\n/).flatMap((line) => {
      const at = line.indexOf(':');
      return at > 0 ? [[line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim()] as const] : [];
    }),
  );
function askedIn(context: Context, text: string): Asked {
  const [first = '', ...rest] = text.split(/\r?\n/);
  const [method = '', url = ''] = first.split(' ');
  const [head = '', ...body] = rest.join('\n').split('\n\n');
  const below = url.startsWith('http') ? url.replace(context.root, '') : url.replace(/^\/?data\//, '');
  const [path = '', query = ''] = below.split(/\?(.*)/s);
  return { method, path, query, headers: headersIn(head), body: body.join('\n\n').trim() };
}
const shown = ({ status, headers, body }: Answered): string =>
  [
    'Content-Type: application/http',
    'Content-Transfer-Encoding: binary',
    '',
    `HTTP/1.1 ${status} ${status < 300 ? 'OK' : 'Error'}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '',
    typeof body === 'string' ? body : JSON.stringify(body),
    '',
  ].join(CRLF);

/** `$batch` in multipart form. A change set is one transaction: its first refusal is its only answer, and nothing of it stays. */
export function batch(context: Context, asked: Asked): Answered {
  const boundary = /boundary="?([^";\s]+)/.exec(asked.headers['content-type'] ?? '')?.[1];
  if (!boundary) throw badQuery('The batch has no boundary.');
  const out = partsIn(asked.body, boundary).map(({ head, body }) => {
    const set = /^multipart\/mixed.*boundary="?([^";\s]+)/i.exec(head['content-type'] ?? '')?.[1];
    if (!set) return shown(safely(() => answer(context, askedIn(context, body))));
    return changeSet(
      context,
      partsIn(body, set).map((part) => askedIn(context, part.body)),
    );
  });
  const all = out.map((part) => `--batchresponse${CRLF}${part}`).join('');
  return {
    status: 200,
    headers: { 'content-type': 'multipart/mixed; boundary=batchresponse', 'odata-version': '4.0' },
    body: `${all}--batchresponse--${CRLF}`,
  };
}
class Undone extends Error {
  readonly answered: Answered;
  constructor(answered: Answered) {
    super('undone');
    this.answered = answered;
  }
}
function changeSet(context: Context, requests: readonly Asked[]): string {
  const { store } = context;
  // One transaction around all of them: those within do not begin another.
  const inner = { ...context, store: { ...store, atomic: <Result>(work: () => Result): Result => work() } };
  try {
    const answers = store.atomic(() =>
      requests.map((request) => {
        const answered = safely(() => answer(inner, request));
        if (answered.status >= 400) throw new Undone(answered);
        return answered;
      }),
    );
    const parts = answers.map((answered) => `--changesetresponse${CRLF}${shown(answered)}`).join('');
    return `Content-Type: multipart/mixed; boundary=changesetresponse${CRLF}${CRLF}${parts}--changesetresponse--${CRLF}`;
  } catch (error) {
    if (error instanceof Undone) return shown(error.answered);
    throw error;
  }
}
