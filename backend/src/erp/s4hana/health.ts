import { currencySchema } from '@backroom/shared';
import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import type { Out } from '../contract/schemas.ts';
import { queryOf, text } from '../transport/odata/query.ts';
import { SERVICES, type ServiceName } from './facts.ts';
import type { Session } from './session.ts';

/** What every flow reads. Without one of them the user gets in and can do nothing; another right is missed by its own flow only. */
const needed: readonly (readonly [ServiceName, string])[] = [
  ['partners', 'A_Customer?$top=1&$select=Customer'],
  ['products', 'A_Product?$top=1&$select=Product'],
];
/** A version without this field cannot keep our reference. */
const REFERENCE = 'A_SalesOrder?$top=1&$select=SalesOrder,PurchaseOrderByShipToParty';
const companyRow = z.object({
  CompanyCode: z.string(),
  CompanyCodeName: z.string(),
  CompanyCodeCurrency: currencySchema,
});

export async function healthOf(
  session: Session,
  currency: string | undefined,
  signal: AbortSignal,
): Promise<Out<'health'>> {
  const asked = await Promise.allSettled(
    needed.map(([service, path]) => session.service(service).lists(z.unknown(), [path], signal)),
  );
  const errors = asked.flatMap((each, index) => {
    const service = needed[index]?.[0];
    return each.status === 'rejected' && service ? [{ service, error: each.reason as unknown }] : [];
  });
  const hidden = errors.filter(({ error }) => error instanceof ErpError && error.kind === 'unauthorised');
  // Where none answers it is the user, not a right.
  if (hidden.length > 0 && hidden.length < needed.length) throw withoutRight(hidden.map(({ service }) => service));
  if (errors[0]) throw errors[0].error;
  await session
    .service('orders')
    .lists(z.unknown(), [REFERENCE], signal)
    .catch((error: unknown) => {
      if (!(error instanceof ErpError) || error.kind !== 'unauthorised') throw error;
    });
  const company = await companyOf(session, signal);
  const own = company?.CompanyCodeCurrency ?? currencySchema.safeParse(currency).data;
  if (!own)
    throw new ErpError('unsupported', 'the company has no currency', {
      field: 'currency',
      words: `SAP shows no posting of company code ${session.companyCode}, from which its currency could be read. Enter the currency of the company.`,
    });
  return {
    ok: true,
    version: 'OData v2',
    company: company ? `${company.CompanyCode} ${company.CompanyCodeName}`.trim() : session.companyCode,
    timeZone: session.timeZone,
    currency: own,
  };
}
/** SAP's APIs for sales name no company: any posting of the company code does. Without the right to read them, what was entered counts. */
async function companyOf(session: Session, signal: AbortSignal) {
  const path = `A_OperationalAcctgDocItemCube${queryOf({
    filter: `CompanyCode eq ${text(session.companyCode)}`,
    select: Object.keys(companyRow.shape),
    top: 1,
  })}`;
  try {
    return (await session.service('ledger').lists(companyRow, [path], signal)).flat()[0] ?? null;
  } catch (error) {
    if (error instanceof ErpError && ['unauthorised', 'unsupported'].includes(error.kind)) return null;
    throw error;
  }
}
const withoutRight = (services: readonly ServiceName[]): ErpError => {
  const names = services.map((each) => `${SERVICES[each].name} (${SERVICES[each].scenario})`).join(', ');
  return new ErpError('unauthorised', `no right to ${names}`, {
    field: 'permissions',
    words: `This user of SAP may not read: ${names}.`,
  });
};
