import type { ErpCustomer } from '@backroom/shared';
import type { CustomerKeys } from '../contract/schemas.ts';
import { matchOf, ranked } from '../kit/customer-match.ts';
import { countryOf, emailsOf, nameOf, numberOf, toCustomer } from './customers.ts';
import type { Session } from './session.ts';

const FOUND_AT_MOST = 25;

/**
 * Sage finds contacts by name, reference and the e-mail of a person; VAT ids and mail domains it does not search. So the list of all customers is searched,
 * which is kept and brought up to date by each question.
 */
export async function searchCustomers(
  session: Session,
  queries: readonly CustomerKeys[],
  signal: AbortSignal,
): Promise<ErpCustomer[][]> {
  if (queries.length === 0) return [];
  const rows = [...(await session.customers.rows(signal)).values()].filter((row) => !row.deleted_at);
  return queries.map((keys) =>
    ranked(rows, (row) =>
      matchOf(keys, {
        number: numberOf(row),
        name: nameOf(row),
        vatId: row.tax_number,
        country: countryOf(row),
        emails: emailsOf(row),
        registrationNumber: row.registered_number ?? null,
      }),
    )
      .slice(0, FOUND_AT_MOST)
      .map((row) => toCustomer(row, session)),
  );
}
