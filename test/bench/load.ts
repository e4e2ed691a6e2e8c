import { readFileSync } from 'node:fs';
import autocannon from 'autocannon';
import { signedRequest } from '../support/card.ts';
import type { Product } from '../support/product.ts';

/** Every server gets the very same signed requests, from a load generator in a process of its own. */
async function load(url: string, path: string): Promise<{ rate: number; total: number }> {
  // By five hundred reps: the limit per user is not what is measured.
  const requests = Array.from({ length: 500 }, (_, user) => {
    const request = signedRequest(url, path, { userId: String(user) });
    return {
      method: 'GET' as const,
      path: request.url.slice(url.length),
      headers: Object.fromEntries(request.headers),
    };
  });
  const result = await autocannon({ url, connections: 16, duration: 4, requests, workers: 1 });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result.non2xx} refused, ${result.errors} failed: ${JSON.stringify(result.statusCodeStats)}`);
  return { rate: result.requests.average, total: result.requests.total };
}
/** Processor time of a process in microseconds; null on a system without /proc. */
function processorTime(pid: number): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10_000;
  } catch {
    return null;
  }
}
/** Requests a second, and the microseconds of processor time that the server spent on each. */
export async function measured(pid: number, url: string, path: string) {
  const before = processorTime(pid);
  const { rate, total } = await load(url, path);
  const after = processorTime(pid);
  return { rate, cost: before === null || after === null ? null : (after - before) / total };
}

export const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
export const backendOf = (product: Product): number =>
  childrenOf(product.pid()).find((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('backend.ts')) ?? 0;
