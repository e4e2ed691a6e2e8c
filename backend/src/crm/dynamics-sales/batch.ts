import { CrmError } from '../contract/index.ts';

const CRLF = '\r\n';
export type Operation = { method: 'GET' | 'PATCH'; path: string; headers?: Record<string, string>; body?: string };
export type Part = { status: number; headers: Readonly<Record<string, string>>; text: string };

/** Operations as one request. Each goes by itself: one that is refused does not stop the others. */
export function batchBody(boundary: string, base: string, operations: readonly Operation[]): string {
  const parts = operations.map(({ method, path, headers = {}, body }, nth) => {
    const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    return [
      `--${boundary}`,
      'Content-Type: application/http',
      'Content-Transfer-Encoding: binary',
      `Content-ID: ${nth + 1}`,
      '',
      // A blank would end the address.
      `${method} ${base}${path.replaceAll(' ', '%20')} HTTP/1.1`,
      ...head,
      ...(body === undefined ? [] : ['Content-Type: application/json']),
      '',
      body ?? '',
    ].join(CRLF);
  });
  return [...parts, `--${boundary}--`, ''].join(CRLF);
}
const headersIn = (text: string): Record<string, string> =>
  Object.fromEntries(
    text.split(/\r?\n/).flatMap((line) => {
      const at = line.indexOf(':');
      return at > 0 ? [[line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim()]] : [];
    }),
  );
function partIn(piece: string): Part {
  const [, inner = ''] = piece.split(/\r?\n\r?\n(.*)/s);
  const [head = '', text = ''] = inner.split(/\r?\n\r?\n(.*)/s);
  const status = Number(/^HTTP\/\d\.\d (\d{3})/.exec(head.trim())?.[1]);
  return { status, headers: headersIn(head), text: text.trim() };
}
/** Answers in the order of what was asked. Fewer than were asked are no answer: a part must not be taken for the whole. */
export function partsOf(contentType: string, text: string, asked: number): Part[] {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1];
  if (boundary === undefined) throw new CrmError('drift', 'Dataverse batch: not a batch');
  const pieces = text.split(`--${boundary}`).slice(1);
  const parts = pieces.filter((piece) => !piece.startsWith('--')).map(partIn);
  if (parts.length !== asked || parts.some(({ status }) => Number.isNaN(status)))
    throw new CrmError('drift', `Dataverse batch: ${parts.length} answers to ${asked} operations`);
  return parts;
}
