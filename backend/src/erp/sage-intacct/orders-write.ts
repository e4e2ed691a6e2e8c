import { createHash } from 'node:crypto';
import type { ErpOrder } from '@backroom/shared';
import { ErpError } from '../contract/errors.ts';
import type { OrderInput } from '../contract/schemas.ts';
import { afterWrite } from '../transport/after-write.ts';
import { documentPath } from './client.ts';
import { LENGTH } from './facts.ts';
import { faultIn, refused } from './faults.ts';
import { orderBody } from './order-body.ts';
import { withField } from './order-refusals.ts';
import { ordersById, ordersByReference } from './orders.ts';
import type { Session } from './session.ts';

/**
 * Intacct refuses a second request with this key. It is that of what is sent: a corrected order is another request, and so is one that is sent again after a
 * refusal, whose cause may have been removed since.
 */
function onceKey(session: Session, reference: string, body: unknown): string {
  const refusals = session.refusals.get(reference) ?? 0;
  return createHash('sha256')
    .update(`${reference}|${refusals}|${JSON.stringify(body)}`)
    .digest('hex')
    .slice(0, 32);
}
const certain: readonly string[] = ['refused', 'not_found', 'unauthorised', 'busy'];
const count = ({ refusals }: Session, reference: string) =>
  void refusals.set(reference, (refusals.get(reference) ?? 0) + 1);
/**
 * Sends a create under a key of its own. A key or number that is taken says that an earlier try arrived, or is still under way: then `lookedUp` tells which.
 * Null: there is no key to return, the record is there already.
 */
export async function createOnce<Made>(
  session: Session,
  {
    path,
    reference,
    body,
    lookedUp,
  }: { path: string; reference: string; body: object; lookedUp: () => Promise<Made | null> },
  signal: AbortSignal,
): Promise<{ key: string } | { before: Made }> {
  try {
    const once = onceKey(session, reference, body);
    return { key: await session.client.write('POST', path, body, signal, once) };
  } catch (error) {
    if (faultIn(error)?.status !== 409) {
      if (error instanceof ErpError && certain.includes(error.kind)) count(session, reference);
      throw error;
    }
    const before = await afterWrite(lookedUp);
    if (before !== null) return { before };
    // Only after the longest commit is it sent again, and then under another key: a refusal may be what is remembered.
    count(session, reference);
    throw new ErpError('uncertain', `${reference}: an earlier request is under way`, { cause: error });
  }
}
/** Head and lines in one request, which is one document or none. Its reference is not unique, so it is looked up before. */
export async function createOrder(session: Session, input: OrderInput, signal: AbortSignal): Promise<ErpOrder> {
  if (input.reference.length > LENGTH.reference)
    throw refused('reference', `Sage Intacct keeps ${LENGTH.reference} characters of a reference.`);
  const body = await orderBody(session, input, signal);
  const lookedUp = async () => (await ordersByReference(session, [input.reference], signal))[0]?.[0] ?? null;
  const before = await lookedUp();
  if (before) return before;
  const path = documentPath(session.settings.orderType);
  const made = await createOnce(session, { path, reference: input.reference, body, lookedUp }, signal).catch(
    async (error: unknown) => {
      throw await withField(session, input, error, signal);
    },
  );
  if ('before' in made) return made.before;
  return afterWrite(async () => {
    const [order] = await ordersById(session, [made.key], signal, true);
    if (!order) throw new ErpError('uncertain', `order ${made.key} is not there after it was made`);
    return order;
  });
}
