import { badQuery, DataverseError } from './errors.ts';
import { preferencesOf } from './options.ts';
import { type Answered, type Asked, answer, type Session, safely } from './service.ts';

type Part = { head: Record<string, string>; body: string };
const CRLF = '\r\n';
/** Operations of one batch at most. */
const MOST = 1000;

const headersIn = (text: string): Record<string, string> =>
  Object.fromEntries(
    text.split(/\r?\n/).flatMap((line) => {
      const at = line.indexOf(':');
      return at > 0 ? [[line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim()] as const] : [];
    }),
  );
function partsIn(text: string, boundary: string): Part[] {
  const pieces = text.split(`--${boundary}`).slice(1);
  if (pieces.length === 0 || !pieces.at(-1)?.startsWith('--')) throw badQuery('The batch has no end.');
  return pieces.slice(0, -1).map((piece) => {
    const [head = '', ...rest] = piece.replace(/^\r?\n/, '').split(/\r?\n\r?\n/);
    return { head: headersIn(head), body: rest.join('\r\n\r\n') };
  });
}
function askedIn({ root }: Session, text: string, ids: ReadonlyMap<string, string>): Asked {
  const [first = '', ...rest] = text.split(/\r?\n/);
  const [method = '', url = '', version] = first.split(' ');
  if (version !== 'HTTP/1.1') throw badQuery(`The request line '${first}' is not valid.`);
  const [head = '', ...body] = rest.join('\n').split('\n\n');
  const known = url.replace(/^\$(\w+)/, (all, id: string) => ids.get(id) ?? all);
  const below = known.startsWith('http') ? known.replace(root, '') : known.replace(/^\/?(api\/data\/v9\.\d\/)?/, '');
  const [path = '', query = ''] = below.split(/\?(.*)/s);
  const bound = body
    .join('\n\n')
    .trim()
    .replace(/"\$(\w+)"/g, (all, id: string) => (ids.has(id) ? `"${ids.get(id)}"` : all));
  return { method, path, query, headers: headersIn(head), body: bound };
}
const shown = ({ status, headers, body }: Answered, id?: string): string =>
  [
    'Content-Type: application/http',
    'Content-Transfer-Encoding: binary',
    ...(id === undefined ? [] : [`Content-ID: ${id}`]),
    '',
    `HTTP/1.1 ${status} ${status < 300 ? (status === 204 ? 'No Content' : 'OK') : 'Error'}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '',
    typeof body === 'string' ? body : JSON.stringify(body),
    '',
  ].join(CRLF);

class Undone extends Error {
  readonly answered: Answered;
  constructor(answered: Answered) {
    super('undone');
    this.answered = answered;
  }
}
/** One transaction: its first refusal is its only answer, and nothing of it stays. */
function changeSet(session: Session, parts: readonly Part[]): { text: string; failed: boolean } {
  const boundary = 'changesetresponse';
  try {
    const answers = session.store.atomic(() => {
      const ids = new Map<string, string>();
      return parts.map(({ head, body }) => {
        const asked = askedIn(session, body, ids);
        if (asked.method === 'GET') throw badQuery('A change set may not contain GET requests.');
        const answered = safely(() => answer(session, asked));
        if (answered.status >= 400) throw new Undone(answered);
        const id = head['content-id'];
        if (id !== undefined) ids.set(id, answered.headers['odata-entityid'] ?? '');
        return shown(answered, id);
      });
    });
    const inner = answers.map((each) => `--${boundary}${CRLF}${each}`).join('');
    return {
      text: [`Content-Type: multipart/mixed; boundary=${boundary}`, '', `${inner}--${boundary}--`, ''].join(CRLF),
      failed: false,
    };
  } catch (error) {
    if (error instanceof Undone) return { text: shown(error.answered), failed: true };
    if (error instanceof DataverseError)
      return {
        text: shown(
          safely(() => {
            throw error;
          }),
        ),
        failed: true,
      };
    throw error;
  }
}

/** `$batch`: stops at the first refusal and answers 400, unless it is asked to go on. */
export function batch(session: Session, asked: Asked): Answered {
  const boundary = /boundary="?([^";\s]+)/.exec(asked.headers['content-type'] ?? '')?.[1];
  if (!boundary) throw badQuery('The batch has no boundary.');
  const parts = partsIn(asked.body, boundary);
  const operations = parts.flatMap(({ body }) => body.match(/^(GET|POST|PATCH|DELETE) \S+ HTTP\/1\.1/gm) ?? []);
  if (operations.length > MOST)
    throw new DataverseError(400, '0x80060888', `The number of operations in the batch exceeds the limit of ${MOST}.`);
  const goesOn = preferencesOf(asked.headers.prefer).continueOnError;
  const out: string[] = [];
  let failed = false;
  for (const { head, body } of parts) {
    if (failed && !goesOn) break;
    const set = /^multipart\/mixed.*boundary="?([^";\s]+)/i.exec(head['content-type'] ?? '')?.[1];
    if (set) {
      const done = changeSet(session, partsIn(body, set));
      out.push(done.text);
      failed ||= done.failed;
    } else {
      const answered = safely(() => answer(session, askedIn(session, body, new Map())));
      out.push(shown(answered));
      failed ||= answered.status >= 400;
    }
  }
  const all = out.map((part) => `--batchresponse${CRLF}${part}`).join('');
  return {
    status: failed && !goesOn ? 400 : 200,
    headers: { 'content-type': 'multipart/mixed; boundary=batchresponse', 'odata-version': '4.0' },
    body: `${all}--batchresponse--${CRLF}`,
  };
}
