import { DEFAULT_MAX_COMMIT_MS, type ErpDescription } from '../erp/contract/description.ts';
import { blindWait } from './blind-wait.ts';
import { type Claimed, move } from './claims.ts';
import { type EngineContext, system } from './context.ts';

/** What the test hook `short-settle` waits, whatever the ERP says of itself. */
const SHORT_SETTLE_MS = 2000;

/** How long after our last request a "not found" proves nothing. */
export function blindMs({ idempotency, settleMs, maxCommitMs }: ErpDescription, kind: string): number {
  // An ERP that takes our reference as its key answers a second create with the first order. Returns have no such key in any ERP we know.
  if (idempotency === 'native' && kind !== 'return') return settleMs;
  return settleMs + (maxCommitMs ?? (idempotency === 'native' ? 0 : DEFAULT_MAX_COMMIT_MS));
}

/** Nothing was found, but something may have been sent: whether the ERP may still be at it. Notes when to look again. */
export async function stillDoubtful(
  ctx: EngineContext,
  claimed: Claimed,
  description: ErpDescription,
): Promise<boolean> {
  const { row, at } = claimed;
  if (!row.sent_once || ctx.hooks.unsafe === 'no-look-up') return false;
  const blind = ctx.hooks.unsafe === 'short-settle' ? SHORT_SETTLE_MS : blindMs(description, row.kind);
  const wait = blindWait(row.sent_at, at, blind);
  if (!wait) return false;
  const same = row.state === 'checking' && row.step === 'look_up';
  await move(
    ctx,
    claimed,
    { state: 'checking', step: 'look_up', ...wait },
    same ? null : { state: 'checking', step: 'look_up', actor: system },
    { release: 'rest' },
  );
  return true;
}
