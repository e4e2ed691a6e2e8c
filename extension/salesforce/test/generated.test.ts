import { relative } from 'node:path';
import { expect, test } from 'vitest';
import { outdated } from '../tools/generate.ts';

test('labels, translations, the bundled views and the manifest are up to date: node extension/salesforce/tools/generate.ts', async () =>
  expect((await outdated()).map((path) => relative(process.cwd(), path))).toEqual([]));
