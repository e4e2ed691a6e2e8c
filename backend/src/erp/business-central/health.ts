import { ErpError } from '../contract/errors.ts';
import type { Out } from '../contract/schemas.ts';
import { queryOf } from '../transport/odata/query.ts';
import type { Session } from './session.ts';

/** What every flow reads. Without one of them the application gets in and can do nothing; another right is missed by its own flow only. */
const sets = ['customers', 'items', 'paymentTerms'];

export async function healthOf(session: Session, signal: AbortSignal): Promise<Out<'health'>> {
  const reads = await session.together(
    sets.map((set) => `${set}${queryOf({ select: ['id'], top: 1 })}`),
    signal,
  );
  const errors = reads.flatMap((read, index) =>
    'error' in read ? [{ set: sets[index] ?? '', error: read.error }] : [],
  );
  const hidden = errors.filter(({ error }) => error.kind === 'unauthorised').map(({ set }) => set);
  if (hidden.length > 0)
    throw new ErpError('unauthorised', `no right to ${hidden.join(', ')}`, {
      field: 'permissions',
      words: `The application's permission sets in Business Central do not let it read: ${hidden.join(', ')}.`,
    });
  if (errors[0]) throw errors[0].error;
  const { company, timeZone } = session;
  return {
    ok: true,
    version: company.version || 'API v2.0',
    company: company.name,
    timeZone,
    currency: company.currency,
  };
}
