import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { buildOf, file, isBuild, page } from './files.ts';

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'backroom-files-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}
const keeps = (folder: string, build: string) =>
  file(folder, 'page.js', isBuild(folder, build)).headers.get('cache-control')?.includes('immutable');

test('a browser keeps a script only under the address of the build that it is of', () => {
  const folder = folderWith({ 'page.js': '1', stamp: '0123456789abcdef' });
  expect(keeps(folder, buildOf(folder))).toBe(true);
  expect(keeps(folder, 'fedcba987654')).toBe(false);
});
test('and none while there is no finished build', () => {
  const folder = folderWith({ 'page.js': '1' });
  expect(keeps(folder, buildOf(folder))).toBe(false);
});
test('only files of the folder itself are given', () => {
  const folder = folderWith({ 'page.js': '1' });
  for (const name of ['../page.js', '..', '.', 'none.js']) expect(file(folder, name, true).status).toBe(404);
});
test('what a page starts from ends no script of it', async () => {
  const start = { name: '</script><b>$&' };
  const folder = folderWith({ 'index.html': '<script src="/__web/page.js"></script><i>"data"</i>' });
  const html = await page(join(folder, 'index.html'), start, { '/__web/': '/__web/1/' }).text();
  expect(html).toContain('src="/__web/1/page.js"');
  const [, json = ''] = /<i>(.*)<\/i>/.exec(html) ?? [];
  expect(json).not.toContain('<');
  expect(JSON.parse(json)).toEqual(start);
});
