import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { takeLock } from './lock.ts';

const place = () => join(mkdtempSync(join(tmpdir(), 'backroom-lock-')), 'store.lock');

const holding = `import { takeLock } from ${JSON.stringify(new URL('./lock.ts', import.meta.url).href)}; takeLock(process.argv[1]); console.log('held'); setInterval(() => {}, 1000);`;

test('a living process keeps the others out, and says what to do; killed, it no longer does', async () => {
  const path = place();
  const other = spawn(process.execPath, ['--input-type=module', '-e', holding, path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((held) => other.stdout.once('data', held));
  expect(() => takeLock(path)).toThrow(/another process .*BACKROOM_DATA/);
  const ended = new Promise((done) => other.once('exit', done));
  other.kill('SIGKILL');
  await ended;
  takeLock(path)();
  expect(existsSync(path)).toBe(false);
});
test('a later process with the same number is not the holder', () => {
  const path = place();
  writeFileSync(path, `${process.ppid} 1`);
  takeLock(path)();
  expect(existsSync(path)).toBe(false);
});
