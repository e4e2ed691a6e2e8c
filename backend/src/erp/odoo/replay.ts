import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { z } from 'zod';

const answerSchema = z.object({ status: z.number(), type: z.string(), body: z.string() });
const fileSchema = z.object({
  source: z.string(),
  recordedOn: z.string(),
  answers: z.record(z.string(), z.array(answerSchema).min(1)),
});

/** Stand for the keys of the recording; the answers know no other. */
export const keys = { full: 'a'.repeat(40), limited: 'f'.repeat(40), wrong: '0'.repeat(40) };

/**
 * A question as it was recorded: without the day on which it is asked (or which the answers of that day brought into it), the suite's random
 * references and the portal's token, none of which the answer depends on. Its hash, because some name 500 records.
 */
function questionOf(
  asked: { method: string; path: string; key: string; body: string },
  days: readonly string[],
): string {
  let body = asked.body.replace(/BR-KIT[0-9A-F]{12}/g, '<reference>');
  for (const day of days) body = body.replaceAll(day, '<today>');
  const path = asked.path.replace(/access_token=[^&]*/, 'access_token=');
  return createHash('sha256').update(`${asked.method} ${path} ${asked.key} ${body}`).digest('base64url').slice(0, 22);
}

/** Answers of a real Odoo, from a file, over HTTP: what it was not asked when they were recorded is a 501. */
export async function replay(file: URL, today: () => string) {
  const { answers, recordedOn } = fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const asked = new Map<string, number>();
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const { method = '', url: path = '', headers } = request;
    const key = questionOf({ method, path, key: headers.authorization ?? '', body: Buffer.concat(parts).toString() }, [
      today(),
      recordedOn,
    ]);
    const known = answers[key];
    if (!known)
      return void response.writeHead(501, { 'content-type': 'text/plain' }).end(`not recorded: ${method} ${path}`);
    // Asked again, it answers as it did then; the last answer stays.
    const nth = asked.get(key) ?? 0;
    asked.set(key, nth + 1);
    const answer = known[Math.min(nth, known.length - 1)];
    response.writeHead(answer?.status ?? 500, { 'content-type': answer?.type ?? '' }).end(answer?.body);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
