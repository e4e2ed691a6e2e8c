import type { Asked } from '../../store/approvals.ts';
import { type Asker, openContext, type Services, unseen } from '../context.ts';
import { previewOf } from './preview.ts';

/** What the deal would ask for now, read afresh: an approval is given for that and nothing else. Null: it needs none any more. */
export async function askedNow(services: Services, asker: Asker, deal: string): Promise<Asked | null> {
  // The order desk decides about deals that its user need not be able to open in the CRM.
  const ctx = await openContext(unseen(services), asker, { type: 'deal', id: deal }, { fresh: true });
  return (await previewOf(ctx)).bound ?? null;
}
