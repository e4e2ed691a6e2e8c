import type { AccountId } from '@backroom/shared';
import { Hono } from 'hono';
import { z } from 'zod';
import { type CallerProof, provenCaller } from '../../access/caller.ts';
import type { Variables } from '../../problems/answer.ts';
import { ProblemError } from '../../problems/error.ts';
import type { Actions } from '../contract/actions.ts';

/** What Flow hands to an action at once. */
const MOST = 200;
/** Records that are read at the same time, and until when: Apex waits twenty seconds for the whole. */
const AT_ONCE = 5;
const READS_MS = 15_000;

const id = z.string().regex(/^[A-Za-z0-9]{15,18}$/);
/** `key`: what the flow calls its run, so that one that is repeated asks for nothing new. */
const convertSchema = z.object({
  deals: z
    .array(z.object({ id, key: z.string().min(8).max(100).nullish() }))
    .min(1)
    .max(MOST),
});
const readSchema = z.object({
  records: z
    .array(z.object({ type: z.enum(['deal', 'company']), id }))
    .min(1)
    .max(MOST),
});
const dealsSchema = z.object({
  records: z
    .array(z.object({ type: z.literal('deal'), id }))
    .min(1)
    .max(MOST),
});

async function inTurn<Item, Answer>(
  items: readonly Item[],
  late: Answer,
  read: (item: Item) => Promise<Answer>,
): Promise<Answer[]> {
  const until = Date.now() + READS_MS;
  const answers: Answer[] = [];
  for (let at = 0; at < items.length; at += AT_ONCE) {
    const some = items.slice(at, at + AT_ONCE);
    answers.push(...(Date.now() > until ? some.map(() => late) : await Promise.all(some.map(read))));
  }
  return answers;
}

/** What the package's actions for Flow ask for, signed as its trigger's messages are: Apex has looked whether the flow's user sees the records. */
export function flowActions(proof: CallerProof, actions: Actions) {
  const app = new Hono<{ Variables: Variables }>();
  app.use(provenCaller([proof]));
  const parsed = <Schema extends z.ZodType>(schema: Schema, body: unknown): z.infer<Schema> => {
    const read = schema.safeParse(body);
    if (!read.success) throw new ProblemError('invalid_input', { cause: read.error });
    return read.data;
  };
  const asking = (context: { get: (name: 'caller') => { account: AccountId; userEmail: string } }) =>
    context.get('caller');
  app.post('/convert', async (context) => {
    const { account, userEmail } = asking(context);
    const { deals } = parsed(convertSchema, await context.req.json().catch(() => null));
    // A key is of one run and one deal.
    const requests = deals.map(({ id: deal, key }) => ({
      deal,
      key: key ? `flow:${key}:${deal}` : null,
      callback: null,
    }));
    await actions.convert(account, 'flow', requests, userEmail);
    return context.json({ ok: true, data: { results: deals.map(() => ({ result: 'queued', reason: null })) } });
  });
  app.post('/credit', async (context) => {
    const { account, userEmail } = asking(context);
    const { records } = parsed(readSchema, await context.req.json().catch(() => null));
    const late = {
      verdict: 'unknown',
      free: null,
      limit: null,
      overdue: null,
      currency: null,
      reason: 'erp_timeout',
    } as const;
    const results = await inTurn(records, late, (record) => actions.credit(account, record, userEmail));
    return context.json({ ok: true, data: { results } });
  });
  app.post('/stock', async (context) => {
    const { account, userEmail } = asking(context);
    const { records } = parsed(dealsSchema, await context.req.json().catch(() => null));
    const late = { verdict: 'unknown', completeBy: null, short: null, reason: 'erp_timeout' } as const;
    const results = await inTurn(records, late, (record) => actions.stock(account, record.id, userEmail));
    return context.json({ ok: true, data: { results } });
  });
  return app;
}
