import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{shared,backend,extension,test}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', '**/.build/**', '**/.data/**'],
    testTimeout: 30_000,
    hookTimeout: 90_000,
    // Two cores: more workers than that only make real servers in the tests slow.
    maxWorkers: 2,
  },
});
