import { join } from 'node:path';
import { ESLint } from 'eslint';
import { expect, test } from 'vitest';

const here = join(import.meta.dirname, '..');
const lint = new ESLint({ cwd: here, overrideConfigFile: join(here, 'eslint.config.js') });

test('Salesforce’s linters find nothing in the components', async () => {
  const results = await lint.lintFiles(['force-app/**/*.js']);
  expect(results.length).toBeGreaterThan(15);
  expect(
    results.flatMap(({ filePath, messages }) =>
      messages.map(({ line, ruleId, message }) => `${filePath}:${line} ${ruleId}: ${message}`),
    ),
  ).toEqual([]);
});
test('and would find what does not belong into a component', async () => {
  const [result] = await lint.lintText(
    "import { LightningElement, api } from 'lwc';\nexport default class A extends LightningElement {\n  @api disabled = true;\n  a() { return document.querySelector('p').innerHTML; }\n}\n",
    { filePath: join(here, 'force-app', 'main', 'default', 'lwc', 'a', 'a.js') },
  );
  expect(result?.messages.map(({ ruleId }) => ruleId)).toEqual(
    expect.arrayContaining(['@lwc/lwc/no-document-query', '@lwc/lwc/no-inner-html', '@lwc/lwc/valid-api']),
  );
});
