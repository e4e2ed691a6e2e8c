import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readApex } from './apex.ts';
import { components } from './manifest.ts';

const here = join(import.meta.dirname, '..');

/** A class that nobody tests, or whose test does not name it. */
function untested(app: string): string[] {
  const classes = globSync('**/classes/*.cls', { cwd: app }).map((path) => {
    const source = readFileSync(join(app, path), 'utf8');
    return { ...readApex(source), source };
  });
  return classes
    .filter(({ isTest }) => !isTest)
    .flatMap(({ name }) => {
      const test = classes.find((other) => other.isTest && other.name === `${name}Test`);
      if (!test) return [`${name} has no test class`];
      return new RegExp(`\\b${name}[.(]`).test(test.source) ? [] : [`${name}Test does not test ${name}`];
    });
}
/** A file that belongs to no component, and a component that `package.xml` does not list. */
function unlisted(root: string): string[] {
  const app = join(root, 'force-app');
  const parts = components(app).getSourceComponents().toArray();
  const claimed = new Set(parts.flatMap((part) => [...(part.xml ? [part.xml] : []), ...part.walkContent()]));
  const files = globSync('**/*', { cwd: app, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const manifest = readFileSync(join(root, 'manifest', 'package.xml'), 'utf8');
  const listed = new Set(
    [...manifest.matchAll(/<types>([\s\S]*?)<\/types>/g)].flatMap(([, body = '']) => {
      const type = /<name>(\w+)<\/name>/.exec(body)?.[1] ?? '';
      return [...body.matchAll(/<members>([^<]+)<\/members>/g)].map(([, member]) => `${type} ${member}`);
    }),
  );
  // Labels stand in one file; the manifest lists each of them.
  const all = parts.flatMap((part) => [part, ...part.getChildren()]);
  const names = [...new Set(all.map(({ type, fullName }) => `${type.name} ${fullName}`))];
  return [
    ...files.filter((file) => !claimed.has(file)).map((file) => `${relative(root, file)} belongs to no component`),
    ...names.filter((name) => !listed.has(name)).map((name) => `the manifest does not list ${name}`),
    ...[...listed]
      .filter((name) => !names.includes(name))
      .map((name) => `the manifest lists ${name}, which is not there`),
  ];
}

/** What the package lacks: tests of its classes, and a manifest that lists all of it and nothing else. Empty is what we want. */
export const incomplete = (root = here): string[] => [...untested(join(root, 'force-app')), ...unlisted(root)];
