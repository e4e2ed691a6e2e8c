import { ErpError } from '../contract/errors.ts';
import type { Out } from '../contract/schemas.ts';
import { queryOf } from '../transport/odata/query.ts';
import type { Session } from './session.ts';

/** What the flows read. A set whose right is missing is named when the connection is made, all of them at once. */
const sets = [
  'customers',
  'items',
  'salesOrders',
  'salesInvoices',
  'salesShipments',
  'salesCreditMemos',
  'paymentTerms',
  'purchaseOrders',
];

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
