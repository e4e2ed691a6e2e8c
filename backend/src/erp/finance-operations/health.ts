import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import type { Out } from '../contract/schemas.ts';
import { queryOf, text } from '../transport/odata/query.ts';
import { headerQuery } from './orders-read.ts';
import { customerRow, fieldsOf, lineRow, onHandRow, productRow } from './rows.ts';
import type { Session } from './session.ts';

const entityRow = z.object({ LegalEntityId: z.string(), Name: z.string() });
/** What every flow reads, with the fields that are used: a version without one of them is told before the first order. */
const needed = (session: Session) => [
  ['CustomersV3', fieldsOf(customerRow)] as const,
  ['ReleasedProductsV2', fieldsOf(productRow)] as const,
  ['WarehousesOnHandV2', fieldsOf(onHandRow)] as const,
  ['SalesOrderHeadersV2', headerQuery(session).select] as const,
  [session.lines, fieldsOf(lineRow)] as const,
];

export async function healthOf(session: Session, signal: AbortSignal): Promise<Out<'health'>> {
  const filter = `LegalEntityId eq ${text(session.company)}`;
  const { rows } = await session.client.list(
    entityRow,
    `LegalEntities${queryOf({ filter, select: ['LegalEntityId', 'Name'] })}`,
    { signal },
  );
  const [company] = rows;
  if (!company)
    throw new ErpError('unauthorised', `no company ${session.company}`, {
      field: 'company',
      words: `Finance & Operations shows no legal entity "${session.company}" to this application.`,
    });
  for (const [set, select] of needed(session))
    try {
      await session.rows(z.object({}), set, null, signal, { top: 1, select });
    } catch (error) {
      // A right that only some flows need is missed by those flows.
      if (error instanceof ErpError && error.kind === 'unauthorised' && /^Sales/.test(set)) continue;
      if (!(error instanceof ErpError) || !['refused', 'not_found'].includes(error.kind)) throw error;
      throw new ErpError('unsupported', `${set}: ${error.message}`, {
        field: set,
        words: `${set}: ${error.words ?? 'not there'}`,
        cause: error,
      });
    }
  return {
    ok: true,
    version: 'OData v4',
    company: company.Name || company.LegalEntityId,
    timeZone: session.timeZone,
    currency: session.currency,
  };
}
