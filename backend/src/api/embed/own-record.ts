import type { RecordRef } from '@backroom/shared';
import type { MiddlewareHandler } from 'hono';
import { z } from 'zod';
import type { Variables } from '../../problems/answer.ts';
import { ProblemError } from '../../problems/error.ts';

/** What bodies name records by. */
const naming = z
  .looseObject({
    dealId: z.string(),
    record: z.object({ type: z.string(), id: z.string() }),
    recordType: z.string(),
    recordId: z.string(),
  })
  .partial();
const open = new Set(['/v1/texts', '/v1/desk/link', '/v1/desk/access']);
const forAccount = /^\/v1\/(settings|account)(\/|$)/;

/**
 * Refuses a caller who may ask about one record alone, when the request is about another record or the whole account. The body is checked before an
 * idempotency key can answer. `Rights.requireView` checks again where a record is read.
 */
export const ownRecord: MiddlewareHandler<{ Variables: Variables }> = async (context, next) => {
  const { only } = context.get('caller');
  const { path, method } = context.req;
  if (only !== undefined && !open.has(path)) {
    if (only === null || forAccount.test(path)) throw new ProblemError('forbidden');
    const body = method === 'GET' ? {} : naming.safeParse(JSON.parse(await context.req.text())).data;
    if (!body) throw new ProblemError('invalid_input');
    const [, type, id] = /^\/v1\/records\/([^/]+)\/([^/]+)/.exec(path) ?? [];
    const named = [
      { type, id },
      { type: body.dealId === undefined ? undefined : 'deal', id: body.dealId },
      body.record ?? {},
      { type: body.recordType, id: body.recordId },
    ];
    if (!named.every((each) => isSame(each, only))) throw new ProblemError('record_not_found');
  }
  await next();
};
const isSame = ({ type, id }: { type?: string | undefined; id?: string | undefined }, only: RecordRef): boolean =>
  (type === undefined || type === only.type) && (id === undefined || id === only.id);
