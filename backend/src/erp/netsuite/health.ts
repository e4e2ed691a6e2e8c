import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import type { Out } from '../contract/schemas.ts';
import { aboutOf } from './restlet.ts';
import type { Session } from './session.ts';

/** What every flow reads. Without one of them the integration gets in and can do nothing; another right is missed by its own flow only. */
const tables = ['customer', 'item'] as const;

export async function healthOf(session: Session, signal: AbortSignal): Promise<Out<'health'>> {
  const asked = await Promise.all(
    tables.map(async (table) => {
      const row = z.object({ id: z.string().optional() });
      try {
        await session.rows(row, () => `SELECT t.id FROM ${table} t FETCH FIRST 1 ROWS ONLY`, signal);
        return null;
      } catch (error) {
        const isHidden = error instanceof ErpError && ['unauthorised', 'refused'].includes(error.kind);
        if (!isHidden) throw error;
        return { table, error };
      }
    }),
  );
  const hidden = asked.filter((each) => each !== null);
  if (hidden.length > 0)
    throw new ErpError('unauthorised', `no right to ${hidden.map(({ table }) => table).join(', ')}`, {
      field: 'permissions',
      words:
        `The role of this integration does not let it read in NetSuite: ${hidden.map(({ table }) => table).join(', ')}. ${hidden[0]?.error.words ?? ''}`.trim(),
    });
  const { company, settings } = session;
  const about = settings.restlet === null ? null : await aboutOf(session, settings.restlet, signal);
  return {
    ok: true,
    version: about?.version ?? 'REST v1',
    company: about?.role ? `${company.name}, role ${about.role}` : company.name,
    timeZone: settings.timeZone,
    currency: company.currency,
  };
}
