import * as functions from './functions.mjs';

const known = new Map(Object.entries(functions));

/** The body of a function of functions.mjs, as a tool has it in its node. */
export function bodyOf(name) {
  const text = String(known.get(name));
  return text
    .slice(text.indexOf(') {\n') + 4, text.lastIndexOf('}'))
    .replace(/^ {2}/gm, '')
    .trimEnd();
}
