import { type Submission, submissionSchema } from '@backroom/shared';
import { z } from '@hono/zod-openapi';

/** What became of an order, without the history: that names people. */
export const orderStatusSchema = submissionSchema
  .pick({
    id: true,
    state: true,
    record: true,
    revision: true,
    reference: true,
    erpNumber: true,
    erpId: true,
    createdAt: true,
    updatedAt: true,
    writtenBack: true,
    problem: true,
    nextTryAt: true,
    changes: true,
    orderCancelled: true,
    differences: true,
  })
  .extend({ statusUrl: z.url() });
export type OrderStatus = z.infer<typeof orderStatusSchema>;

/** States in which something still happens by itself. */
const moving: readonly Submission['state'][] = ['queued', 'sending', 'checking', 'waiting'];
export const isMoving = ({ state }: Pick<OrderStatus, 'state'>): boolean => moving.includes(state);
/** Unknown keys are stripped by the schema, so that what a submission gets later does not leave by itself. */
export const statusOf = (submission: Submission, statusUrl: string): OrderStatus =>
  orderStatusSchema.parse({ ...submission, statusUrl });
