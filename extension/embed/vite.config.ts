import { join } from 'node:path';
import { defineConfig } from 'vite';

/** Built once for all CRMs: the last part of the path says which of them holds the frame. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/embed/',
  build: {
    outDir: join(import.meta.dirname, '.build'),
    emptyOutDir: true,
    target: 'es2023',
    // Preloading adds inline code, which the page's policy does not allow.
    modulePreload: false,
    assetsInlineLimit: 0,
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'react' } },
  logLevel: 'warn',
});
