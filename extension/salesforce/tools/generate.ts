// Writes what is derived, not written: the schemas that answers are checked with, labels, their translations, the module of labels, the bundled views, the manifest.
// `--check` writes nothing and fails when a file is not what it would be.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { WIRE, wireFile } from '../../panels/tools/wire.ts';
import { labelsFile, labelsModule, salesforceLanguages, translationFile } from './labels.ts';
import { manifestFile } from './manifest.ts';
import { viewsModule } from './views.ts';

const here = join(import.meta.dirname, '..');
const app = join(here, 'force-app', 'main', 'default');

async function generated(): Promise<[path: string, content: string][]> {
  return [
    [join(app, 'labels', 'CustomLabels.labels-meta.xml'), labelsFile()],
    ...salesforceLanguages.map((language): [string, string] => [
      join(app, 'translations', `${language}.translation-meta.xml`),
      translationFile(language),
    ]),
    [join(app, 'lwc', 'backroomLabels', 'backroomLabels.js'), labelsModule()],
    ...(await viewsModule()).map(([name, text]): [string, string] => [join(app, 'lwc', 'backroomViews', name), text]),
  ];
}
/** The manifest lists what lies in the folder, so it comes after the rest. */
const listed = async (): Promise<[path: string, content: string]> => [
  join(here, 'manifest', 'package.xml'),
  await manifestFile(),
];
/** The generated files that are not up to date. */
export async function outdated(): Promise<string[]> {
  return [...(await generated()), await listed()].flatMap(([path, content]) =>
    existsSync(path) && readFileSync(path, 'utf8') === content ? [] : [path],
  );
}
function write([path, content]: [path: string, content: string]): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
if (import.meta.main) {
  // First: the views are bundled with it.
  write([WIRE, wireFile()]);
  for (const file of await generated()) write(file);
  write(await listed());
}
