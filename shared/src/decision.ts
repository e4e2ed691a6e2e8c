import { z } from 'zod';
import { orderActSchema } from './order-acts.ts';
import { previewSchema, submissionSchema } from './orders.ts';
import { panelResult } from './panels/answer.ts';
import { customerPanelSchema } from './panels/customer.ts';
import { erpOrderSchema } from './panels/orders.ts';

/**
 * Answer of `GET /v1/records/deal/{id}/decision`: everything that decides whether the deal can be ordered, read for one request. Every card
 * that shows a verdict derives it from this answer, so no two cards of a page can contradict each other.
 */
export const decisionSchema = z.object({
  /** Changes with the quote, the link, the writes and the order; cards ask for their figures again when it does. */
  version: z.string(),
  /** Of the quote as it is now; see `panelsAnswerSchema`. */
  revision: z.string().nullable(),
  customer: panelResult(customerPanelSchema),
  /** Null while nothing is left to convert: the quote is an order, or becomes one. */
  preview: panelResult(previewSchema).nullable(),
  /** The ERP order that the deal became. */
  order: panelResult(z.object({ converted: erpOrderSchema.nullable(), promisedOn: z.string().nullable().optional() })),
  /** The writes of the record, newest first. */
  submissions: z.array(submissionSchema),
  /** Changes and cancellations of the deal's orders, newest first. Absent: none. */
  acts: z.array(orderActSchema).optional(),
  /** What this person may do to the deal's order in the ERP. Absent: nothing. */
  offers: z.array(z.enum(['change', 'cancel'])).optional(),
});
export type Decision = z.infer<typeof decisionSchema>;
