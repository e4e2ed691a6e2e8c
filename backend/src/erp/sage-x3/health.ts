import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import type { Out } from '../contract/schemas.ts';
import { CLASS } from './facts.ts';
import type { Session } from './session.ts';

/** What every flow reads. Without one of them the connection can do nothing; another right is missed by its own flow only. */
const needed = [CLASS.customer, CLASS.item] as const;
const row = z.looseObject({});

export async function healthOf(session: Session, signal: AbortSignal): Promise<Out<'health'>> {
  const { rest, company, settings } = session;
  const asked = await Promise.all(
    needed.map(async (of) => {
      try {
        await rest.first(row, { of }, 1, signal);
        return null;
      } catch (error) {
        const isHidden = error instanceof ErpError && error.kind === 'unauthorised' && error.field !== 'credentials';
        if (!isHidden) throw error;
        return { of, error };
      }
    }),
  );
  const hidden = asked.filter((each) => each !== null);
  if (hidden.length > 0)
    throw new ErpError('unauthorised', `no right to ${hidden.map(({ of }) => of).join(', ')}`, {
      field: 'permissions',
      words:
        `The user of this connection may not read in Sage X3: ${hidden.map(({ of }) => of).join(', ')}. ${hidden[0]?.error.words ?? ''}`.trim(),
    });
  await checkPool(session, signal);
  return {
    ok: true,
    version: 'Syracuse api1',
    company: company.name,
    timeZone: settings.timeZone,
    currency: company.currency,
  };
}
/** A pool that is not there would take no order. That this user may not see orders is told by their own flow. */
async function checkPool({ soap, settings }: Session, signal: AbortSignal): Promise<void> {
  await soap.query(settings.orderObject, 1, signal).catch((error: unknown) => {
    if (error instanceof ErpError && error.kind === 'refused' && error.field !== 'pool') return;
    throw error;
  });
}
