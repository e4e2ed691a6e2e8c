import type { AccountId } from '@backroom/shared';
import type { Connections } from '../../accounts/connect.ts';
import type { ApprovalRow, ApprovalStore, Asked } from '../../store/approvals.ts';
import type { AuditStore } from '../../store/audit.ts';

export type DecideParts = {
  approvals: ApprovalStore;
  connections: Pick<Connections, 'current'>;
  /** What the deal would ask for now, read afresh; null: it needs no approval any more. */
  askedNow: (account: AccountId, row: ApprovalRow) => Promise<Asked | null>;
  audit: Pick<AuditStore, 'note'>;
  now: () => number;
};
export type Hindrance = { code: 'own' } | { code: 'not_yours'; people: readonly string[] };
type Who = { account: AccountId; actor: string };

/** Why this person does not decide about the request; null: they may. Nobody approves what they asked for themselves. */
export async function hindranceOf(
  { connections }: Pick<DecideParts, 'connections'>,
  { account, actor }: Who,
  row: ApprovalRow,
): Promise<Hindrance | null> {
  if (actor.toLowerCase() === row.requestedBy.toLowerCase()) return { code: 'own' };
  const people = (await connections.current(account, row.connection))?.options.policies.approval.people ?? [];
  return people.length === 0 || people.includes(actor.toLowerCase()) ? null : { code: 'not_yours', people };
}

/** `changed`: the quote is not the one that was asked about. `late`: somebody else was first. Throws where CRM or ERP do not answer. */
export async function decide(
  { approvals, askedNow, audit, now }: DecideParts,
  { account, actor }: Who,
  row: ApprovalRow,
  { state, reason }: { state: 'approved' | 'rejected'; reason: string | null },
): Promise<'done' | 'changed' | 'late'> {
  const asks = await askedNow(account, row);
  if (asks?.asked !== row.asked || asks.revision !== row.revision || asks.connection !== row.connection) {
    await approvals.makeVoid(account, row.id);
    return 'changed';
  }
  if (!(await approvals.decide(account, row.id, { state, by: actor, reason, at: new Date(now()) }))) return 'late';
  const event = state === 'approved' ? 'approval_granted' : 'approval_rejected';
  await audit.note(account, actor, event, `deal ${row.deal}${reason === null ? '' : `: ${reason}`}`);
  return 'done';
}
