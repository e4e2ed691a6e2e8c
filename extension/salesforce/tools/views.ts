import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';

const root = join(import.meta.dirname, '..', '..', '..');
/** What a JavaScript file of an LWC may have: 1,000,000 bytes, says Salesforce's guide ("Component JavaScript File"). */
const LIMIT = 1_000_000;

const forSalesforce: Plugin = {
  name: 'for-salesforce',
  setup({ onLoad, onResolve }) {
    // On Salesforce the texts are the org's labels, already in the user's language. They take the place of English, the only language bundled.
    onLoad({ filter: /messages\/(ui|problems)\.en\.ts$/ }, () => ({
      contents: `import { ui, problems } from 'c/backroomLabels';
        export const uiEn = ui, problemsEn = problems;`,
    }));
    onResolve({ filter: /^c\/backroomLabels$/ }, ({ path }) => ({ path, external: true }));
  },
};

/** `c/backroomViews` as one readable module. Throws when it grew beyond the limit or holds code that makes code. */
export async function viewsModule(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'extension', 'salesforce', 'src', 'views.ts')],
    absWorkingDir: root,
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'error',
    plugins: [forSalesforce],
  });
  const text = `// Generated from extension/salesforce/src/views.ts by extension/salesforce/tools/generate.ts. Do not edit.\n${outputFiles[0]?.text ?? ''}`;
  if (Buffer.byteLength(text) > LIMIT) throw new Error(`backroomViews has more than ${LIMIT} bytes`);
  if (/\bnew F\(|\bnew Function\b|\beval\(/.test(text)) throw new Error('backroomViews holds code that makes code');
  return text;
}
