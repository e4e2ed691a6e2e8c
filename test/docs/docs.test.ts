import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const pages = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.md'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((path) => path !== '' && existsSync(join(root, path)));
const scripts = Object.keys(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts);

/** GitHub's anchor of a heading: lower case, punctuation dropped, blanks to hyphens. */
const anchorOf = (heading: string) =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replace(/\s+/g, '-');
const anchorsIn = (text: string) =>
  [...text.matchAll(/^#{1,6}\s+(.+)$/gm)].map(([, heading]) => anchorOf(heading ?? ''));

test.each(pages)('%s: links lead somewhere', (page) => {
  const text = readFileSync(join(root, page), 'utf8');
  const dead = [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target ?? '')
    .filter((target) => !/^[a-z]+:/i.test(target))
    .filter((target) => {
      const [path = '', anchor] = target.split('#');
      const file = path === '' ? join(root, page) : join(root, dirname(page), path);
      if (!existsSync(file)) return true;
      return anchor !== undefined && file.endsWith('.md') && !anchorsIn(readFileSync(file, 'utf8')).includes(anchor);
    });
  expect(dead).toEqual([]);
});

test.each(pages)('%s: names files and commands that exist', (page) => {
  const text = readFileSync(join(root, page), 'utf8');
  const missingFiles = [...text.matchAll(/`((?:shared|backend|extension|test|docs|\.tools)\/[\w./-]+\.\w+)`/g)]
    .map(([, path]) => path ?? '')
    .filter((path) => !existsSync(join(root, path)));
  const missingScripts = [...text.matchAll(/npm (?:run ([\w:-]+)|(start|test)\b)/g)]
    .map(([, run, plain]) => run ?? plain ?? '')
    .filter((name) => !scripts.includes(name));
  expect({ missingFiles, missingScripts }).toEqual({ missingFiles: [], missingScripts: [] });
});

test.each(pages)('%s: a name beside a file stands in that file', (page) => {
  const text = readFileSync(join(root, page), 'utf8');
  const gone = [...text.matchAll(/`((?:shared|backend|extension|test|\.tools)\/[\w./-]+\.\w+)` \(`([^`]+)`\)/g)]
    .map(([, path = '', name = '']) => ({ path, name }))
    .filter(({ path, name }) => !path.endsWith('.md') && existsSync(join(root, path)) && !name.includes('/'))
    .filter(({ path, name }) => !readFileSync(join(root, path), 'utf8').includes(name));
  expect(gone).toEqual([]);
});

test.each([
  ['ARCHITECTURE.md', 22],
  ['CONTRIBUTING.md', 5],
])('%s: every step of a walk names a file', (page, steps) => {
  const text = readFileSync(join(root, page), 'utf8');
  const section = text.slice(text.search(/^## (Three walks|Where to change what)$/m)).split(/^## /m)[1] ?? '';
  const walked = section.split(/\n(?=\d+\. |\| )/).filter((part) => /^(\d+\. |\| [A-Z])/.test(part));
  expect(walked).toHaveLength(steps);
  expect(walked.filter((step) => !/`(?:shared|backend|extension)\/[\w./-]+\.\w+`/.test(step))).toEqual([]);
});

test('a page in docs is reached from another page', () => {
  const all = pages.map((page) => ({ page, text: readFileSync(join(root, page), 'utf8') }));
  const orphans = pages
    .filter((page) => page.startsWith('docs/'))
    .filter(
      (page) => !all.some((other) => other.page !== page && other.text.includes(relative(dirname(other.page), page))),
    );
  expect(orphans).toEqual([]);
});

test('nothing names a registry host, a path of one machine, or a secret', () => {
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter((path) => path !== '' && !/\.(png|jpe?g|pdf|ico)$/.test(path) && existsSync(join(root, path)));
  // Written in pieces so that this file does not find itself.
  const forbidden = new RegExp(
    [`registry\\.${'npmjs'}`, `/${'work'}/`, `/${'root'}/`, `BEGIN ${'(RSA )?PRIVATE'} KEY`].join('|'),
  );
  expect(files.filter((path) => forbidden.test(readFileSync(join(root, path), 'utf8')))).toEqual([]);
});
