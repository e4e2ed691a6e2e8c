import { randomUUID } from 'node:crypto';
import { jsonText } from '../json.ts';

/** A request inside of a `$batch`. A write is a change set of its own: it fails or succeeds by itself. */
export type Part = { method: 'GET'; path: string } | { method: 'POST'; path: string; body: unknown };
export type PartAnswer = { status: number; headers: Headers; bytes: Uint8Array };

const LINE = '\r\n';
const http = (lines: readonly string[], body = '') =>
  ['Content-Type: application/http', 'Content-Transfer-Encoding: binary', '', ...lines, '', body, ''].join(LINE);

/** The multipart form, the only one that version 2 has. */
export function batchOf(parts: readonly Part[]): { type: string; body: string } {
  const boundary = `batch_${randomUUID()}`;
  const written = parts.map((part) => {
    if (part.method === 'GET') return http([`GET ${part.path} HTTP/1.1`, 'Accept: application/json']);
    const set = `changeset_${randomUUID()}`;
    const body = jsonText(part.body);
    const lines = [
      `POST ${part.path} HTTP/1.1`,
      'Accept: application/json',
      'Content-Type: application/json',
      `Content-Length: ${Buffer.byteLength(body)}`,
    ];
    return [
      `Content-Type: multipart/mixed; boundary=${set}`,
      '',
      `--${set}`,
      `${http(lines, body)}--${set}--`,
      '',
    ].join(LINE);
  });
  const body = written.map((each) => `--${boundary}${LINE}${each}`).join('');
  return { type: `multipart/mixed; boundary=${boundary}`, body: `${body}--${boundary}--${LINE}` };
}

const boundaryIn = (type: string | null): string | null => /boundary="?([^";\s]+)"?/i.exec(type ?? '')?.[1] ?? null;
/** Head and body: the first empty line stands between them. */
function cut(text: string): [head: string, body: string] {
  const at = /\r?\n\r?\n/.exec(text);
  return at ? [text.slice(0, at.index), text.slice(at.index + at[0].length)] : [text, ''];
}
function headersOf(head: string): Headers {
  const headers = new Headers();
  for (const line of head.split(/\r?\n/)) {
    const at = line.indexOf(':');
    if (at > 0) headers.append(line.slice(0, at).trim(), line.slice(at + 1).trim());
  }
  return headers;
}
/** Null: cut off before its end. */
function partsIn(text: string, boundary: string): string[] | null {
  const pieces = text.split(new RegExp(`(?:^|\\r?\\n)--${boundary.replace(/[^\w]/g, '\\$&')}`));
  const last = pieces.findIndex((piece, index) => index > 0 && piece.startsWith('--'));
  return last < 0 ? null : pieces.slice(1, last).map((piece) => piece.replace(/^[ \t]*\r?\n/, ''));
}

/** The answers in their order; null where this is no whole answer to a batch. */
export function answersIn(type: string | null, bytes: Uint8Array): PartAnswer[] | null {
  const boundary = boundaryIn(type);
  const parts = boundary && partsIn(new TextDecoder().decode(bytes), boundary);
  if (!parts) return null;
  const answers = parts.flatMap((part): (PartAnswer | null)[] => {
    const [head, rest] = cut(part);
    const inner = headersOf(head).get('content-type');
    if (/^multipart\/mixed/i.test(inner ?? '')) return answersIn(inner, new TextEncoder().encode(rest)) ?? [null];
    const [top, body] = cut(rest);
    const status = /^HTTP\/1\.\d (\d{3})/.exec(top.trimStart())?.[1];
    return [
      status === undefined
        ? null
        : { status: Number(status), headers: headersOf(top), bytes: new TextEncoder().encode(body.trim()) },
    ];
  });
  return answers.every((answer) => answer !== null) ? answers : null;
}
