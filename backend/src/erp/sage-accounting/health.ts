import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import type { Out } from '../contract/schemas.ts';
import { LIST } from './facts.ts';
import type { Session } from './session.ts';

/** What every flow reads. Without one of them the integration gets in and can do nothing; another right is missed by its own flow only. */
const needed = [LIST.contacts, LIST.products] as const;
const row = z.object({ id: z.string() });

export async function healthOf(session: Session, signal: AbortSignal): Promise<Out<'health'>> {
  const { client, business, settings } = session;
  const asked = await Promise.all(
    needed.map(async (list) => {
      try {
        await client.first(row, list, {}, signal, 1, 1);
        return null;
      } catch (error) {
        if (!(error instanceof ErpError) || error.kind !== 'unauthorised' || error.field !== 'permissions') throw error;
        return { list, words: error.words };
      }
    }),
  );
  const hidden = asked.filter((each) => each !== null);
  if (hidden.length > 0) {
    const names = hidden.map(({ list }) => list).join(', ');
    throw new ErpError('unauthorised', `no right to ${names}`, {
      field: 'permissions',
      words:
        `The user who authorized the application may not read in Sage Accounting: ${names}. ${hidden[0]?.words ?? ''}`.trim(),
    });
  }
  return {
    ok: true,
    version: 'API v3.1',
    company: business.name,
    timeZone: settings.timeZone,
    currency: business.currency,
  };
}
