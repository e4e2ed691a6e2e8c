import { LRUCache } from 'lru-cache';
import { type Bindings, type Expression, ExpressionError, expressionOf } from './expression.ts';

type Piece = string | Expression;
const known = new LRUCache<string, Piece[]>({ max: 2000 });
/** Texts and expressions of a template: `/orders/{{id}}`. */
function piecesOf(template: string): Piece[] {
  const found = known.get(template) ?? split(template);
  known.set(template, found);
  return found;
}
function split(template: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (;;) {
    const open = template.indexOf('{{', at);
    if (open < 0) break;
    if (open > at) pieces.push(template.slice(at, open));
    // Objects of an expression may end with the same two braces: the first end that makes an expression counts.
    let end = template.indexOf('}}', open);
    let found: Expression | null = null;
    let problem = 'it has no end';
    while (end >= 0 && !found) {
      while (template[end + 2] === '}') end += 1;
      try {
        found = expressionOf(template.slice(open + 2, end).trim());
      } catch (error) {
        problem = error instanceof Error ? error.message : String(error);
        const next = template.indexOf('}}', end + 1);
        if (next < 0) break;
        end = next;
      }
    }
    if (!found) throw new ExpressionError(`"${template.slice(open, open + 40)}": ${problem}`);
    pieces.push(found);
    at = end + 2;
  }
  if (at < template.length) pieces.push(template.slice(at));
  return pieces;
}
/** Throws where a template has an expression that cannot be used. */
export const checkTemplate = (template: string): void => void piecesOf(template);

type Encode = (text: string) => string;
const same: Encode = (text) => text;
/** A template as text. `encode`: what is inserted may not end the place where it stands. Undefined where an expression gives nothing. */
export async function textOf(
  template: string,
  input: unknown,
  bindings: Bindings,
  encode: Encode = same,
): Promise<string | undefined> {
  let text = '';
  for (const piece of piecesOf(template)) {
    if (typeof piece === 'string') {
      text += piece;
      continue;
    }
    const value = await piece(input, bindings);
    if (value === undefined || value === null) return undefined;
    text += encode(typeof value === 'object' ? JSON.stringify(value) : String(value));
  }
  return text;
}
/** Header values have one line: what would begin another one is taken out. */
export async function headersOf(
  templates: Readonly<Record<string, string>>,
  input: unknown,
  bindings: Bindings = {},
): Promise<Record<string, string>> {
  const out: Record<string, string> = {};
  for (const [name, template] of Object.entries(templates)) {
    const text = await textOf(template, input, bindings, (each) => each.replace(/[\r\n\0]/g, ''));
    if (text !== undefined) out[name.toLowerCase()] = text;
  }
  return out;
}

/** One expression and nothing else gives its value as it is: a number, a list, nothing. */
async function wholeOf(template: string, input: unknown, bindings: Bindings): Promise<unknown> {
  const pieces = piecesOf(template);
  const [only] = pieces;
  if (pieces.length === 1 && typeof only === 'function') return only(input, bindings);
  return textOf(template, input, bindings);
}

export type Body = string | number | boolean | null | Body[] | { [name: string]: Body };
const isEach = (body: object): body is { $each: string; $do: Body } => '$each' in body && '$do' in body;
/** Throws where a body has a template that cannot be used. */
export function checkBody(body: Body): void {
  if (typeof body === 'string') checkTemplate(body);
  else if (Array.isArray(body)) body.forEach(checkBody);
  else if (typeof body === 'object' && body !== null) {
    if (isEach(body)) {
      expressionOf(body.$each);
      checkBody(body.$do);
      return;
    }
    for (const each of Object.values(body)) checkBody(each);
  }
}
/** What a body may become: `$each` within `$each` makes much of little. */
const MOST_PARTS = 20_000;
const MOST_CHARACTERS = 2_000_000;
type Room = { parts: number; characters: number };
/** A body with its templates filled in. What gives nothing is left out; `{ $each, $do }` is a list with `$do` for each item. */
export async function filled(
  body: Body,
  input: unknown,
  bindings: Bindings,
  room: Room = { parts: MOST_PARTS, characters: MOST_CHARACTERS },
): Promise<unknown> {
  room.parts -= 1;
  if (room.parts < 0) throw new ExpressionError(`the body has more than ${MOST_PARTS} parts`);
  if (typeof body === 'string') {
    const value = (await wholeOf(body, input, bindings)) ?? undefined;
    if (typeof value === 'string') room.characters -= value.length;
    if (room.characters < 0) throw new ExpressionError(`the body has more than ${MOST_CHARACTERS} characters`);
    return value;
  }
  if (typeof body !== 'object' || body === null) return body;
  if (Array.isArray(body)) return inTurn(body, (each) => filled(each, input, bindings, room));
  if (isEach(body)) {
    const items = await expressionOf(body.$each)(input, bindings);
    const list = items === undefined || items === null ? [] : [items].flat();
    return inTurn(list, (item, index) => filled(body.$do, item, { ...bindings, index: String(index) }, room));
  }
  const out: Record<string, unknown> = {};
  for (const [name, each] of Object.entries(body)) {
    const value = await filled(each, input, bindings, room);
    if (value !== undefined) out[name] = value;
  }
  return out;
}
/** One after the other: what has no room left ends before the rest is begun. */
async function inTurn<Item>(
  items: readonly Item[],
  work: (item: Item, index: number) => Promise<unknown>,
): Promise<unknown[]> {
  const out: unknown[] = [];
  for (const [index, item] of items.entries()) out.push(await work(item, index));
  return out;
}
