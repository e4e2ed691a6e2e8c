import { randomUUID } from 'node:crypto';
import { recordIdSchema, recordTypeSchema } from '@backroom/shared';
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { TWO_YEARS } from '../access/headers.ts';
import type { Services } from '../flows/context.ts';
import { inRequest } from '../monitoring/calls.ts';
import type { Variables } from '../problems/answer.ts';
import { ProblemError } from '../problems/error.ts';
import type { AccountStore } from '../store/accounts.ts';

/** Largest body taken, in bytes. A 200-line order is some 30 kB. */
export const MAX_BODY = 256 * 1024;
/** A file of decisions about duplicates: 10,000 rows as they are downloaded. */
const MAX_FILE = 4 * 1024 * 1024;
const FILE_PATH = '/desk/duplicates/file';
/** Deepest nesting taken; our own inputs need five. */
const MAX_DEPTH = 20;
type Handler = MiddlewareHandler<{ Variables: Variables }>;

/** Headers of every answer of the interface. None of them is a page; those that are pages bring a policy of their own. */
export const answerHeaders = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': TWO_YEARS,
  'content-security-policy': "default-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
} as const;
const headers = Object.entries(answerHeaders);
/** Names an answer and its line in the log. */
export const newReference = (): string => randomUUID().slice(0, 13);

export const reference: Handler = async (context, next) => {
  context.set('reference', newReference());
  context.set('folded', false);
  // Before the answer is made: afterwards each would open it again, which costs more than a warm panel.
  context.header('x-reference', context.get('reference'));
  for (const [name, value] of headers) context.header(name, value);
  await inRequest(context.get('reference'), next);
};

function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (inString) {
      if (char === '\\') at += 1;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === '{' || char === '[') deepest = Math.max(deepest, ++depth);
    else if (char === '}' || char === ']') depth -= 1;
  }
  return deepest;
}

const limitedTo = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: (context) => {
      // Whatever else the caller has to send is not taken.
      context.header('connection', 'close');
      throw new ProblemError('body_too_large');
    },
  });
const [limited, limitedFile] = [limitedTo(MAX_BODY), limitedTo(MAX_FILE)];
/** Cuts a body at its limit while it is read, before anything parses or verifies it. A GET has none, and asking for it costs a stream. */
export const boundedBody: Handler = (context, next) =>
  context.req.method === 'GET' || context.req.method === 'HEAD'
    ? next()
    : (context.req.path === FILE_PATH ? limitedFile : limited)(context, next);
/** After the caller is known: writes are JSON, and of a shape that can be read. */
export const jsonBody: Handler = async (context, next) => {
  if (context.req.method === 'GET') return next();
  if (!/^application\/json\b/i.test(context.req.header('content-type') ?? ''))
    throw new ProblemError('unsupported_content_type');
  const text = await context.req.text();
  if (depthOf(text) > MAX_DEPTH) throw new ProblemError('invalid_json', { detail: `nested deeper than ${MAX_DEPTH}` });
  try {
    JSON.parse(text);
  } catch (cause) {
    throw new ProblemError('invalid_json', { cause });
  }
  await next();
};

const ofRecord = /^\/v1\/records\/([a-z]+)\/([\w-]+)\/panels\b/;
/** Begins to read what is stored of the record, together with its account. */
export const foreseen =
  ({ foresee }: Pick<Services, 'foresee'>): Handler =>
  (context, next) => {
    const [, ofType, ofId] = ofRecord.exec(context.req.path) ?? [];
    const [type, id] = [recordTypeSchema.safeParse(ofType), recordIdSchema.safeParse(ofId)];
    if (type.success && id.success) foresee(context.get('caller').account, { type: type.data, id: id.data });
    return next();
  };

/** Nothing of an account that is gone or disconnected is answered, whatever its cards still ask. */
export const livingAccount =
  (accounts: Pick<AccountStore, 'get'>): Handler =>
  async (context, next) => {
    const account = await accounts.get(context.get('caller').account);
    if (!account) throw new ProblemError('account_unknown');
    if (account.state === 'disconnected') throw new ProblemError('account_disconnected');
    await next();
  };
