import { type CallerProof, provenCaller } from '@backroom/backend/access/caller';
import type { Crm, CrmPorts } from '@backroom/backend/crm/contract/manifest';
import { ProblemError } from '@backroom/backend/problems/error';
import { Hono } from 'hono';
import { parseDelivery } from './events.ts';

/** What the CRM itself calls below `/toy`. */
export function toyDoor({ proof, onEvents }: { proof: CallerProof } & Pick<CrmPorts, 'onEvents'>): Crm['door'] {
  const door: Crm['door'] = new Hono();
  door.post('/events', provenCaller([proof]), async (context) => {
    const { account, roles } = context.get('caller');
    if (!roles.includes('system')) throw new ProblemError('forbidden');
    const events = parseDelivery(await context.req.json());
    // The CRM signs for one account and may tell of no other.
    if (events.some((event) => event.account !== account)) throw new ProblemError('forbidden');
    await onEvents(events);
    return context.json({ ok: true });
  });
  return door;
}
