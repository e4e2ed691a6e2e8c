import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
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
  let body = asked.body.replace(/BR-KIT[0-9A-F]{12}/gi, '<reference>');
  for (const day of days) body = body.replaceAll(day, '<today>');
  // Noon of a day is another moment in summer.
  body = body.replace(/<today> \d\d:\d\d:\d\d/g, '<today> <noon>');
  const path = asked.path.replace(/access_token=[^&]*/, 'access_token=');
  return createHash('sha256').update(`${asked.method} ${path} ${asked.key} ${body}`).digest('base64url').slice(0, 22);
}

type Answer = z.output<typeof answerSchema>;
type Asked = { method: string; path: string; headers: Record<string, string>; body: string };

/** The answers of a file; null for what was not asked when they were recorded. */
function fromFile(file: URL) {
  const { answers, recordedOn } = fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const asked = new Map<string, number>();
  return async (question: Asked, today: string): Promise<Answer | null> => {
    const key = questionOf({ ...question, key: question.headers.authorization ?? '' }, [today, recordedOn]);
    const known = answers[key];
    // Asked again, it answers as it did then; the last answer stays.
    const nth = asked.get(key) ?? 0;
    asked.set(key, nth + 1);
    return known?.[Math.min(nth, known.length - 1)] ?? null;
  };
}

/** Asks the real server that the environment names, and writes its answers over those of the file. */
function intoFile(file: URL, today: string) {
  const { answers: _old, ...head } = z.looseObject({}).parse(JSON.parse(readFileSync(file, 'utf8')));
  const answers: Record<string, Answer[]> = {};
  const { ODOO_URL: url = '', ODOO_DB = '', ODOO_API_KEY = '', ODOO_LIMITED_KEY = '' } = process.env;
  const real = (text: string) => text.replace(keys.full, ODOO_API_KEY).replace(keys.limited, ODOO_LIMITED_KEY);
  return async ({ method, path, headers, body }: Asked): Promise<Answer> => {
    const { authorization = '', 'content-type': content } = headers;
    const response = await fetch(url + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(content ? { 'content-type': content } : {}),
        ...(authorization ? { authorization: real(authorization) } : {}),
        ...(headers['x-odoo-database'] ? { 'x-odoo-database': ODOO_DB } : {}),
      },
      // JSON-RPC carries the key in its body.
      ...(method === 'GET' ? {} : { body: real(body) }),
    });
    const type = response.headers.get('content-type') ?? '';
    const answer = { status: response.status, type, body: withoutTraceback(await response.text()) };
    const key = questionOf({ method, path, key: authorization, body }, [today]);
    const known = answers[key] ?? [];
    if (known.at(-1)?.body !== answer.body) answers[key] = [...known, answer];
    writeFileSync(file, `${JSON.stringify({ ...head, recordedOn: today, answers })}\n`);
    return answer;
  };
}
const faultSchema = z.looseObject({ name: z.string(), debug: z.string() });
const rpcFaultSchema = z.looseObject({ error: z.looseObject({ data: faultSchema }) });
/** `debug` of a fault names the files of the server. */
function withoutTraceback(body: string): string {
  try {
    const answer: unknown = JSON.parse(body);
    const fault = faultSchema.safeParse(answer);
    if (fault.success) return JSON.stringify({ ...fault.data, debug: '' });
    const { success, data: rpc } = rpcFaultSchema.safeParse(answer);
    if (!success) return body;
    return JSON.stringify({ ...rpc, error: { ...rpc.error, data: { ...rpc.error.data, debug: '' } } });
  } catch {
    return body;
  }
}

/**
 * Answers of a real Odoo, from a file, over HTTP: what it was not asked when they were recorded is a 501. With `ODOO_RECORD` set to the file's
 * version, the server that `ODOO_URL` names is asked, and the file written anew.
 */
export async function replay(file: URL, today: () => string) {
  const recording = process.env.ODOO_RECORD && file.pathname.includes(`odoo${process.env.ODOO_RECORD}`);
  const answerTo = recording ? intoFile(file, today()) : fromFile(file);
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const { method = '', url: path = '' } = request;
    const headers = Object.fromEntries(
      Object.entries(request.headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    );
    const answer = await answerTo({ method, path, headers, body: Buffer.concat(parts).toString() }, today());
    if (answer) return void response.writeHead(answer.status, { 'content-type': answer.type }).end(answer.body);
    response.writeHead(501, { 'content-type': 'text/plain' }).end(`not recorded: ${method} ${path}`);
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
