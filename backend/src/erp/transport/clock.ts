import { processPorts } from './ports.ts';

const CLOCK_MS = 5000;

/** The `Date` on an answer of the web server at this address, in milliseconds; null where it puts none. Asks without credentials. */
export async function clockAt(url: string): Promise<number | null> {
  const signal = AbortSignal.timeout(CLOCK_MS);
  const answer = await processPorts.fetch(url, { method: 'HEAD', redirect: 'manual', signal });
  await answer.body?.cancel();
  const at = Date.parse(answer.headers.get('date') ?? '');
  return Number.isNaN(at) ? null : at;
}
