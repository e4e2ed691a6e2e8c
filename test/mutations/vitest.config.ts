import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { faulty, folder } from './fault.ts';

/** The tests beside an adapter that has a fault, without the kit, which had its turn. */
export default defineConfig({
  root: join(import.meta.dirname, '..', '..'),
  plugins: [{ name: 'fault', enforce: 'pre', transform: (source, id) => faulty(id, source) }],
  test: {
    include: [`${folder}/*.test.ts`],
    exclude: [`${folder}/conformance.test.ts`],
    isolate: false,
    // A fault is not in the file, by which the cache knows it.
    fsModuleCache: false,
    maxWorkers: 1,
    testTimeout: 60_000,
    hookTimeout: 90_000,
    reporters: ['dot'],
  },
});
