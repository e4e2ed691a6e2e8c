import { createHash } from 'node:crypto';
import { type AccountId, accountIdSchema } from '@backroom/shared';
import { z } from 'zod';
import { ProblemError } from '../../problems/error.ts';
import type { ActionOutcome, Actions, CreditAnswer, StockAnswer } from '../contract/actions.ts';
import { sameText } from '../kit/same-text.ts';
import { type Signed, verifyV3 } from './signature.ts';
import { longestWait, signsV2 } from './unproved.ts';

/** What a workflow sends for one record that is enrolled in it. Source: HubSpot, "Custom workflow actions", Execution. */
const executionSchema = z.object({
  callbackId: z.string().min(1).max(150),
  origin: z.object({ portalId: z.union([z.int().positive(), z.string().regex(/^\d{1,20}$/)]).transform(String) }),
  context: z.object({ workflowId: z.union([z.int(), z.string()]).transform(String).optional() }).optional(),
  object: z.object({
    objectId: z.union([z.int().positive(), z.string().regex(/^\d{1,20}$/)]).transform(String),
    objectType: z.string(),
  }),
});
export type Execution = z.infer<typeof executionSchema>;
const types: Readonly<Record<string, 'deal' | 'company'>> = {
  DEAL: 'deal',
  COMPANY: 'company',
  '0-3': 'deal',
  '0-2': 'company',
};

type Headers = { v3: string | undefined; v2: string | undefined; version: string | undefined };
/** HubSpot's documents name version 2 for actions, which has no time in it: what it signs is taken once for each callback. */
export function verifyAction(request: Signed, headers: Headers, secrets: readonly string[], now: number): void {
  if (headers.v3 !== undefined || !signsV2(headers.version)) {
    const verdict = verifyV3({ ...request, signature: headers.v3 }, secrets, now);
    if (verdict !== 'ok') throw new ProblemError(verdict);
    return;
  }
  if (!headers.v2) throw new ProblemError('signature_missing');
  let ok = false;
  for (const secret of secrets) {
    const { method, url, body } = request;
    const expected = createHash('sha256').update(`${secret}${method}${url}${body}`, 'utf8').digest('hex');
    ok = sameText(headers.v2, expected) || ok;
  }
  if (!ok) throw new ProblemError('signature_invalid');
}

export const readExecution = (body: string): Execution => {
  try {
    return executionSchema.parse(JSON.parse(body));
  } catch (cause) {
    throw new ProblemError('invalid_input', { cause });
  }
};

/** HubSpot shows these in the workflow's history and offers them to later steps. An empty one is not known. */
type Outputs = Readonly<Record<string, string>>;
const outputs = (values: Readonly<Record<string, string | number | null>>): Outputs =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value === null ? '' : String(value)]));
export const creditOutputs = ({ verdict, free, limit, overdue, currency, reason }: CreditAnswer): Outputs =>
  outputs({ verdict, free, limit, overdue, currency, reason });
export const stockOutputs = ({ verdict, completeBy, short, reason }: StockAnswer): Outputs =>
  outputs({ verdict, complete_by: completeBy, lines_short: short, reason });
export const convertOutputs = ({ result, reference, reason }: Omit<ActionOutcome, 'callback'>): Outputs =>
  outputs({ result, reference, reason });

export const actionNames = ['convert', 'credit', 'stock'] as const;
type ActionName = (typeof actionNames)[number];

/** Runs one action; what it gives is HubSpot's answer. `waits`: HubSpot lets the workflow wait until it is told what became of it. */
export async function runAction(
  name: ActionName,
  { callbackId, origin, context, object }: Execution,
  { actions, waits }: { actions: Actions; waits: (account: AccountId) => Promise<boolean> },
): Promise<{ outputFields: Outputs }> {
  const account = accountIdSchema.parse(`hubspot:${origin.portalId}`);
  const type = types[object.objectType.toUpperCase()];
  if (!type || (name !== 'credit' && type !== 'deal')) throw new ProblemError('invalid_input', { field: 'objectType' });
  const by = `workflow${context?.workflowId ? ` ${context.workflowId}` : ''}`;
  if (name === 'credit')
    return { outputFields: creditOutputs(await actions.credit(account, { type, id: object.objectId }, by)) };
  if (name === 'stock') return { outputFields: stockOutputs(await actions.stock(account, object.objectId, by)) };
  const waiting = await waits(account);
  const request = { deal: object.objectId, key: `workflow:${callbackId}`, callback: waiting ? callbackId : null };
  await actions.convert(account, 'workflow', [request], by);
  return {
    outputFields: waiting
      ? { hs_execution_state: 'BLOCK', hs_expiration_duration: longestWait }
      : outputs({ result: 'queued', reference: null, reason: null }),
  };
}
