import { statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { outdated } from '../tools/generate.ts';

const views = join(import.meta.dirname, '..', 'force-app', 'main', 'default', 'lwc', 'backroomViews');

test('labels, translations, the bundled views and the manifest are up to date: node extension/salesforce/tools/generate.ts', async () =>
  expect((await outdated()).map((path) => relative(process.cwd(), path))).toEqual([]));

test('what a page loads of the views stays within its bound', () => {
  const sizes = ['backroomViews.js', 'big.js'].map((name) => statSync(join(views, name)).size);
  // 15 % above the first version that had every card.
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(98_543);
});
