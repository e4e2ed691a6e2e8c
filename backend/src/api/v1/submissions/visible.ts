import type { Submission } from '@backroom/shared';
import { z } from '@hono/zod-openapi';
import type { Caller } from '../../../access/caller.ts';
import type { Parts } from '../route.ts';

export const submissionParams = z.object({ id: z.uuid() });

/** A write may be seen, and acted on, by those to whom the CRM shows its record. */
export async function visible({ services, rights }: Parts, caller: Caller, id: string): Promise<Submission> {
  const submission = await services.submissions.get(caller.account, id);
  await rights.requireView(caller, submission.record);
  return submission;
}
