import type { DatabaseSync } from 'node:sqlite';
import { carriedSchema, type ErpDescription } from '@backroom/backend/erp/contract/description';
import type { Out } from '@backroom/backend/erp/contract/schemas';
import { z } from 'zod';

const row = z.object({
  seq: z.number(),
  kind: z.string(),
  entity: z.string(),
  customer: z.string().nullable(),
  at: z.string(),
});

/** What changed after the cursor, at most 500 at a time; no cursor means from now on. */
export function changesSince(db: DatabaseSync, cursor: string | null): Out<'changes.since'> {
  const last = Number(db.prepare('select coalesce(max(seq), 0) as n from changes').get()?.n);
  if (cursor === null) return { changes: [], cursor: String(last) };
  const rows = db
    .prepare('select * from changes where seq > ? order by seq limit 500')
    .all(Number(cursor))
    .map((each) => row.parse(each));
  return {
    changes: rows.map(({ kind, entity, customer, at }) => ({
      kind,
      id: entity,
      customerId: customer,
      at,
    })) as Out<'changes.since'>['changes'],
    cursor: String(rows.at(-1)?.seq ?? cursor),
  };
}

export const description: ErpDescription = {
  erp: 'Demo ERP',
  flows: ['customers', 'orders', 'stock', 'invoices', 'pricing', 'returns', 'credit'],
  without: [],
  versions: ['1.0'],
  // Its reference field is not unique, as in most ERPs: only a look-up tells whether a write arrived.
  idempotency: 'lookup',
  settleMs: 0,
  // It commits in the moment in which it reads a request; one that lay in the socket of a stopped process is read within seconds.
  maxCommitMs: 10_000,
  limits: { concurrency: 8, batch: 500, poNumber: 35, address: 80 },
  carries: carriedSchema.options.filter((each) => each !== 'line_requested_date'),
  customerTakes: ['registrationNumber', 'language', 'deliverTo', 'contacts', 'custom'],
  offers: ['change', 'cancel'],
  auth: 'bearer',
};
