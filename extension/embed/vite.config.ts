import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

/** Vite's helper fetches the styles of a chunk before it runs it. Our chunks have none, and the helper is as large as a tab. */
const plainImports: Plugin = {
  name: 'plain-imports',
  enforce: 'pre',
  load: (id) => (id.includes('vite/preload-helper') ? 'export const __vitePreload = (load) => load();' : null),
};

/** Built once for all CRMs: the last part of the path says which of them holds the frame. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/embed/',
  // Whatever builds it: a test runner has a mode of its own, which would draw with React's development functions.
  define: { 'process.env.NODE_ENV': '"production"' },
  plugins: [plainImports],
  build: {
    outDir: join(import.meta.dirname, '.build'),
    emptyOutDir: true,
    target: 'es2023',
    // Preloading adds inline code, which the page's policy does not allow.
    modulePreload: false,
    assetsInlineLimit: 0,
    // What the panels share with tabs and dialogues in one chunk with React: two would zip worse.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'app',
              test: /react|scheduler|big\.js|shared\/src|panels\/src\/(?!tables|claim|forms|entries|entry-field|address-entry|invoices|difference)/,
            },
          ],
        },
      },
    },
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'react', development: false } },
  logLevel: 'warn',
});
