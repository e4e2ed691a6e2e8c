import type { AccountId } from '@backroom/shared';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Trx } from '../store/open.ts';
import { type Side, sides } from './record.ts';

export const decisions = ['link', 'not_same', 'later'] as const;
export type Decision = (typeof decisions)[number];
/** Of a link. The last four: why it was not made. */
export const outcomes = [
  'wanted',
  'done',
  'company_linked',
  'customer_linked',
  'customer_gone',
  'company_gone',
] as const;
export type Outcome = (typeof outcomes)[number];

export const pairRefSchema = z.object({
  leftSide: z.enum(sides),
  leftId: z.string().min(1).max(200),
  rightSide: z.enum(sides),
  rightId: z.string().min(1).max(200),
});
export type PairRef = { leftSide: Side; leftId: string; rightSide: Side; rightId: string };
/** As one text, in a form and in an address. The sides say how to read the ids, which may hold anything. */
export const pairKey = ({ leftSide, leftId, rightSide, rightId }: PairRef): string =>
  [leftSide, leftId, rightSide, rightId].map(encodeURIComponent).join('~');
export function readPairKey(text: string): PairRef | null {
  const [leftSide, leftId, rightSide, rightId] = text.split('~').map((each) => {
    try {
      return decodeURIComponent(each);
    } catch {
      return '';
    }
  });
  return pairRefSchema.safeParse({ leftSide, leftId, rightSide, rightId }).data ?? null;
}

export type Scope = { account: AccountId; connection: string };
export type Noted = PairRef & { decision: Decision; outcome: Outcome | null; other?: string | null };
/** Writes decisions; what was decided before about the same pair is replaced. */
export async function noteDecisions(
  trx: Trx,
  { account, connection }: Scope,
  all: readonly Noted[],
  by: string,
  at: Date,
): Promise<void> {
  if (all.length === 0) return;
  const rows = all.map(({ leftSide, leftId, rightSide, rightId, decision, outcome, other = null }) => ({
    ls: leftSide,
    li: leftId,
    rs: rightSide,
    ri: rightId,
    decision,
    outcome,
    other,
  }));
  await sql`insert into scan_decisions (account, connection, left_side, left_id, right_side, right_id, decision, outcome, other, decided_by, decided_at)
    select ${account}, ${connection}, d.ls, d.li, d.rs, d.ri, d.decision, d.outcome, d.other, ${by}, ${at}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d(ls text, li text, rs text, ri text, decision text, outcome text, other text)
    on conflict (account, connection, left_side, left_id, right_side, right_id) do update set decision = excluded.decision, outcome = excluded.outcome, other = excluded.other,
      decided_by = excluded.decided_by, decided_at = excluded.decided_at`.execute(trx);
}
