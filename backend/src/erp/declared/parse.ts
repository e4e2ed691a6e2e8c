import { LineCounter, parseDocument } from 'yaml';
import { type Document, documentSchema } from './document.ts';

/** Longest document that is stored with a connection. */
export const LONGEST = 60_000;
/** Aliases let a short text stand for a very long one. */
const ALIASES = 0;
const SHOWN = 12;
/** A fault of a document: where it stands, and what is wrong there. */
export type Fault = { line: number; path: string; message: string };

/** A document from its text, YAML or JSON, or what is wrong with it. Nothing of it is run. */
export function documentOf(text: string): { document: Document } | { faults: readonly Fault[] } {
  if (text.length > LONGEST) return { faults: [{ line: 1, path: '', message: `longer than ${LONGEST} characters` }] };
  const lines = new LineCounter();
  const read = parseDocument(text, { lineCounter: lines, schema: 'core', uniqueKeys: true });
  const lineAt = (offset: number | undefined) => lines.linePos(offset ?? 0).line || 1;
  if (read.errors.length > 0)
    return {
      faults: read.errors
        .slice(0, SHOWN)
        .map(({ pos, message }) => ({ line: lineAt(pos[0]), path: '', message: message.split('\n')[0] ?? '' })),
    };
  let value: unknown;
  try {
    value = read.toJS({ maxAliasCount: ALIASES });
  } catch {
    return { faults: [{ line: 1, path: '', message: 'aliases are not allowed' }] };
  }
  const checked = documentSchema.safeParse(value);
  if (checked.success) return { document: checked.data };
  return {
    faults: checked.error.issues
      .slice(0, SHOWN)
      .map((issue) => ({
        message: issue.message,
        // A name that is none is in the message only.
        path: issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path,
      }))
      .map(({ path, message }) => ({ line: lineOf(path), path: path.join('.'), message })),
  };
  /** The line of a value; of one that is missing, the line of what it is missing in. */
  function lineOf(path: readonly PropertyKey[]): number {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = length === 0 ? read.contents : read.getIn(path.slice(0, length), true);
      const range =
        node !== null && typeof node === 'object' && 'range' in node ? (node.range as [number] | null) : null;
      if (range) return lineAt(range[0]);
    }
    return 1;
  }
}
export const faultText = ({ line, path, message }: Fault): string =>
  `line ${line}${path === '' ? '' : `, ${path}`}: ${message}`;
