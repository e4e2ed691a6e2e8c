import { z } from 'zod';

/**
 * An order of this deal that the CRM, or its vendor's own connector, made in an ERP or is making: ours would be a second one. `by`: who makes it, for
 * people. `into`: ids of the ERP adapters whose kind of system it lies in; absent: whichever is connected. `host`: of that system; absent: any of the kind.
 * `database`: where one host serves several.
 */
export const ownOrderSchema = z.object({
  by: z.string().min(1),
  number: z.string().nullable(),
  state: z.enum(['made', 'under_way']),
  into: z.array(z.string()).optional(),
  host: z.string().optional(),
  database: z.string().optional(),
});
export type OwnOrder = z.infer<typeof ownOrderSchema>;

/**
 * What makes orders of an account's deals without Backroom. `key`: an admin's statement about it is kept under this. `into`, `host`, `database`: as of an order.
 * `canBeOff`: it is installed, and the CRM does not tell whether it makes orders; an admin says that it makes none. Else it always does, as where the CRM
 * is the ERP as well.
 */
export type OwnOrders = {
  key: string;
  name: string;
  into: readonly string[];
  host?: string;
  database?: string;
  canBeOff: boolean;
};
/** The vendor's own connection between its CRM and its ERP. Its words are `preflight.native.<connector>`. */
export type NativeConnector = 'dual_write' | 'central_sync' | 'sap_replication' | 'same_system';
