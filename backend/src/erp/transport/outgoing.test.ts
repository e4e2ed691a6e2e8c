import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const erp = join(import.meta.dirname, '..');
/** Source files of the adapters: not their tests, nor what stands in for an ERP. */
const files = readdirSync(erp, { recursive: true, encoding: 'utf8' })
  .filter((path) => /^(?!contract|conformance|transport)[^/]+\//.test(path) && path.endsWith('.ts'))
  .filter((path) => !/(\.test|conformance|replay)\.ts$/.test(path) && statSync(join(erp, path)).isFile());

test('no adapter opens a connection of its own: each goes through the address filter', () => {
  expect(files.length).toBeGreaterThan(20);
  const own = files.filter((path) =>
    /(?<![\w.])fetch\(|from 'node:(https?|net|tls|http2)'|from 'undici'|XMLHttpRequest/.test(
      readFileSync(join(erp, path), 'utf8'),
    ),
  );
  expect(own).toEqual([]);
});
