import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  css: 'text/css',
  html: 'text/html',
  json: 'application/json',
};
const YEAR_S = 31_536_000;
const UNBUILT = 'none';
/** The build that a folder came from. Its addresses name it, as those of a CRM's own scripts name their release. */
export function buildOf(folder: string): string {
  try {
    return readFileSync(join(folder, 'stamp'), 'utf8').slice(0, 12);
  } catch {
    return UNBUILT;
  }
}
/** Whether an address names the build that stands there. While one is made, nothing does. */
export const isBuild = (folder: string, named: string): boolean => named !== UNBUILT && named === buildOf(folder);
const kept = `public, max-age=${YEAR_S}, immutable`;
const asked = 'no-cache';
/** A built file. `isCurrent`: its address names the build that it is of, so that a browser keeps it, and what it compiled of it. */
export function file(folder: string, name: string, isCurrent: boolean): Response {
  if (!/^[\w-]+(\.\w+)+$/.test(name)) return new Response('not found', { status: 404 });
  try {
    return new Response(readFileSync(join(folder, name)), {
      headers: {
        'content-type': `${types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream'}; charset=utf-8`,
        'cache-control': isCurrent ? kept : asked,
      },
    });
  } catch {
    return new Response('not found', { status: 404 });
  }
}
/** A page with what it starts from in it, as a CRM's page has: `start` as JSON, `places` in place of the names that the page has for them. */
export function page(path: string, start: object, places: Readonly<Record<string, string>>): Response {
  const all = { ...places, '"data"': JSON.stringify(start).replaceAll('<', '\\u003c') };
  let html = readFileSync(path, 'utf8');
  for (const [name, value] of Object.entries(all)) html = html.replaceAll(name, () => value);
  return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': asked } });
}
