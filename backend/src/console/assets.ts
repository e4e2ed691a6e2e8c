import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const types = { 'desk.css': 'text/css; charset=utf-8', 'desk.js': 'text/javascript; charset=utf-8' } as const;
type Name = keyof typeof types;

function load(name: Name) {
  const body = readFileSync(join(import.meta.dirname, 'assets', name), 'utf8');
  return { body, type: types[name], version: createHash('sha256').update(body).digest('hex').slice(0, 12) };
}
const assets = { 'desk.css': load('desk.css'), 'desk.js': load('desk.js') };

export const assetNamed = (name: string) => (name in assets ? assets[name as Name] : null);
/** With its contents' hash, so that a browser keeps it for ever and still sees the next version. */
export const assetUrl = (name: Name): string => `/desk/assets/${name}?v=${assets[name].version}`;
