import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import type { Out } from '../contract/schemas.ts';
import { categoriesOf } from './documents.ts';
import { OBJECT } from './facts.ts';
import type { Session } from './session.ts';

/** What every flow reads. Without one of them the integration gets in and can do nothing; another right is missed by its own flow only. */
const needed = [OBJECT.customer, OBJECT.item] as const;
const row = z.object({ key: z.string() });

export async function healthOf(session: Session, signal: AbortSignal): Promise<Out<'health'>> {
  const { client, company, settings } = session;
  const asked = await Promise.all(
    needed.map(async (object) => {
      try {
        await client.first(row, { object, fields: ['key'] }, 1, signal);
        return null;
      } catch (error) {
        const isHidden = error instanceof ErpError && ['unauthorised', 'refused'].includes(error.kind);
        if (!isHidden || error.field === 'credentials') throw error;
        return { object, error };
      }
    }),
  );
  const hidden = asked.filter((each) => each !== null);
  if (hidden.length > 0)
    throw new ErpError('unauthorised', `no right to ${hidden.map(({ object }) => object).join(', ')}`, {
      field: 'permissions',
      words:
        `The user of this integration may not read in Sage Intacct: ${hidden.map(({ object }) => object).join(', ')}. ${hidden[0]?.error.words ?? ''}`.trim(),
    });
  await checkType(session, signal);
  return {
    ok: true,
    version: 'REST v1',
    company: company.name,
    timeZone: settings.timeZone,
    currency: company.currency,
  };
}
/** A name of a transaction definition that is not there would show no order and take none. Who may not list them is told by the first order. */
async function checkType(session: Session, signal: AbortSignal): Promise<void> {
  const definitions = await categoriesOf(session, signal).catch((error: unknown) => {
    if (error instanceof ErpError && error.kind === 'unauthorised' && error.field !== 'credentials') return null;
    throw error;
  });
  const { orderType } = session.settings;
  if (definitions === null || definitions.has(orderType)) return;
  throw new ErpError('refused', `no transaction definition ${orderType}`, {
    field: 'orderType',
    words: `Sage Intacct has no transaction definition "${orderType}". It has: ${[...definitions.keys()].sort().join(', ')}.`,
  });
}
