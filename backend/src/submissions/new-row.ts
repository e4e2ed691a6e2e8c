import { randomUUID } from 'node:crypto';
import type { AccountId } from '@backroom/shared';
import { MAIN } from '../store/connections.ts';
import type { SubmitInput } from './accept.ts';
import { customerKeyOf } from './payload.ts';
import type { Row } from './rows.ts';

/** A submission as it begins: it is its own job, and due at once. */
export function newRow({ account, actor }: { account: AccountId; actor: string }, input: SubmitInput, now: Date): Row {
  return {
    id: randomUUID(),
    account,
    connection: input.connection ?? MAIN,
    kind: input.payload.kind,
    record_type: input.record.type,
    record_id: input.record.id,
    revision: input.revision,
    reference: input.reference,
    payload: input.payload,
    state: 'queued',
    step: input.payload.kind === 'order' && input.payload.order.customerId === null ? 'customer' : 'look_up',
    erp_id: null,
    erp_number: null,
    erp_status: null,
    erp_total: null,
    erp_promised: null,
    erp_holds: null,
    problem: null,
    next_try_at: now,
    attempts: 0,
    taken: 0,
    created_by: actor,
    created_at: now,
    updated_at: now,
    written_back: false,
    claim: null,
    lease_until: null,
    sent_once: false,
    sent_at: null,
    sends: 0,
    differences: null,
    customer_key: customerKeyOf(input.payload),
    again: input.again ?? false,
    record_name: input.names?.record ?? null,
    customer_name: input.names?.customer ?? null,
    sale: input.sale?.key ?? null,
    different_from: input.differentFrom ?? [],
    contact_id: input.contactId ?? null,
    now_revision: null,
    changes: 0,
  };
}
