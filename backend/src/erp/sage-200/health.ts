import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import type { Out } from '../contract/schemas.ts';
import { RESOURCE } from './facts.ts';
import type { Session } from './session.ts';
import { id } from './values.ts';
import { warehouseFor } from './warehouses.ts';

/** What every flow reads. Without one of them the connection gets in and can do nothing; another right is missed by its own flow only. */
const needed = [RESOURCE.customerViews, RESOURCE.productViews] as const;
const row = z.object({ id });

export async function healthOf(session: Session, signal: AbortSignal): Promise<Out<'health'>> {
  const { client, company, settings } = session;
  const asked = await Promise.all(
    needed.map(async (resource) => {
      try {
        await client.first(row, { resource, select: ['id'] }, 1, signal);
        return null;
      } catch (error) {
        if (!(error instanceof ErpError) || error.kind !== 'unauthorised' || error.field === 'credentials') throw error;
        return { resource, error };
      }
    }),
  );
  const hidden = asked.filter((each) => each !== null);
  if (hidden.length > 0)
    throw new ErpError('unauthorised', `no right to ${hidden.map(({ resource }) => resource).join(', ')}`, {
      field: 'permissions',
      words:
        `The user of this connection may not read in Sage 200: ${hidden.map(({ resource }) => resource).join(', ')}. ${hidden[0]?.error.words ?? ''}`.trim(),
    });
  // Every line of an order is from a warehouse: the form says what is to be entered.
  await warehouseFor(session, signal);
  return {
    ok: true,
    version: settings.url.includes('/sage200extra/') ? 'Professional API v1' : 'API v1',
    company: company.name,
    timeZone: settings.timeZone,
    currency: company.currency,
  };
}
