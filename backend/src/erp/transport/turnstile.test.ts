import { expect, test } from 'vitest';
import { turnstile } from './turnstile.ts';

const signal = () => AbortSignal.timeout(5000);
/** Work that ends when it is told to. */
function piece() {
  let end = () => {};
  const ended = new Promise<void>((done) => {
    end = done;
  });
  return { end, work: () => ended };
}
const turn = () => new Promise((done) => setImmediate(done));

test('as many run at once as the number says at the moment, in their order', async () => {
  let size = 2;
  const gate = turnstile(() => size);
  const pieces = Array.from({ length: 4 }, piece);
  const begun: number[] = [];
  const all = pieces.map(({ work }, nth) =>
    gate(signal(), () => {
      begun.push(nth);
      return work();
    }),
  );
  await turn();
  expect(begun).toEqual([0, 1]);
  size = 1;
  pieces[0]?.end();
  await turn();
  expect(begun).toEqual([0, 1]);
  size = 3;
  pieces[1]?.end();
  await turn();
  expect(begun).toEqual([0, 1, 2, 3]);
  for (const { end } of pieces) end();
  await Promise.all(all);
});

test('who waits longer than his time never starts, and holds no place', async () => {
  const gate = turnstile(1);
  const [first, second] = [piece(), piece()];
  const cut = new AbortController();
  const running = gate(signal(), first.work);
  const waiting = gate(cut.signal, second.work);
  cut.abort();
  await expect(waiting).rejects.toMatchObject({ kind: 'unreachable' });
  first.end();
  await running;
  await expect(gate(signal(), async () => 'next')).resolves.toBe('next');
});
