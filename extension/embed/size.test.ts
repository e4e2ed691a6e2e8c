import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { expect, test } from 'vitest';

/** What a browser has to have before the first figure is asked for, zipped as the backend sends it. */
const MOST_BYTES = 90_000;

test('the first load of each CRM is at most 90 kB', { timeout: 60_000 }, async () => {
  const built = (await build({
    configFile: `${import.meta.dirname}/vite.config.ts`,
    build: { write: false },
  })) as Rolldown.RolldownOutput;
  const files = new Map(built.output.map((file) => [file.fileName, file]));
  const sizeOf = (name: string): number => {
    const file = files.get(name);
    return gzipSync(file?.type === 'chunk' ? file.code : (file?.source ?? ''), { level: 9 }).length;
  };
  const withImports = (name: string, seen = new Set<string>()): Set<string> => {
    const file = files.get(name);
    if (seen.has(name) || file?.type !== 'chunk') return seen;
    seen.add(name);
    for (const each of file.imports) withImports(each, seen);
    return seen;
  };
  const chunks = built.output.filter((file) => file.type === 'chunk');
  const entry = chunks.find((file) => file.isEntry);
  const hosts = chunks.filter((file) => /\/hosts\/[\w-]+\.ts$/.test(file.facadeModuleId ?? ''));
  const styles = [...files.keys()].filter((name) => name.endsWith('.css') || name.endsWith('.html'));
  expect(hosts.length).toBeGreaterThan(0);
  for (const host of hosts) {
    const loaded = new Set([...withImports(entry?.fileName ?? ''), ...withImports(host.fileName), ...styles]);
    const total = [...loaded].reduce((sum, name) => sum + sizeOf(name), 0);
    expect(total, host.name).toBeGreaterThan(40_000);
    expect(total, host.name).toBeLessThanOrEqual(MOST_BYTES);
  }
});
