import { type ErpOrder, orderBlockSchema } from '@backroom/shared';
import { z } from 'zod';

/** What keeps an ERP from going on with an order. `customer`: the customer of the order is blocked there. */
const holdSchema = orderBlockSchema.extend({ kind: z.enum([...orderBlockSchema.shape.kind.options, 'customer']) });
export type Hold = z.infer<typeof holdSchema>;
const kept = z.array(holdSchema);

/** What is kept of an order's answer. Null: nothing holds it, or the ERP does not say. */
export const holdsOf = ({ status, blocks = [] }: Pick<ErpOrder, 'status' | 'blocks'>): string | null =>
  status === 'cancelled' || blocks.length === 0 ? null : JSON.stringify(blocks);
/** What a newer release kept and this one does not know is no reason to show no list. */
export const readHolds = (value: unknown): Hold[] => kept.safeParse(value).data ?? [];

export const holdStatements = [
  'alter table submissions add column erp_holds jsonb',
  'create index submissions_held on submissions (account, created_at desc, id desc) where erp_holds is not null',
];
