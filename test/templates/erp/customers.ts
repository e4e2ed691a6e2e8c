import type { CustomerKeys } from '@backroom/backend/erp/contract/schemas';
import { likelier, matchOf } from '@backroom/backend/erp/kit/customer-match';
import { type ErpCustomer, erpCustomerSchema } from '@backroom/shared';
import { z } from 'zod';
import type { Ask } from './client.ts';
import { type CustomerRow, customerRow } from './schemas.ts';

/** At most this many a query. */
const SHOWN = 25;
const rowsSchema = z.object({ rows: z.array(customerRow) });

const toCustomer = (row: CustomerRow): ErpCustomer =>
  erpCustomerSchema.parse({ ...row, currency: null, paymentTerms: null });

/** This ERP gives all of its customers in one answer. One that does not is asked for each exact key by itself. */
export async function searchCustomers(ask: Ask, queries: readonly CustomerKeys[], signal: AbortSignal) {
  if (queries.length === 0) return { results: [] };
  const { rows } = await ask('/customers', {}, rowsSchema, signal);
  const results = queries.map((keys) =>
    rows
      .map((row) => ({ row, match: matchOf(keys, { ...row, emails: row.email ? [row.email] : [] }) }))
      .filter(({ match }) => match.why.length > 0)
      .sort((left, right) => likelier(left.match, right.match))
      .slice(0, SHOWN)
      .map(({ row }) => toCustomer(row)),
  );
  return { results };
}

export async function getCustomers(ask: Ask, ids: readonly string[], signal: AbortSignal) {
  if (ids.length === 0) return { results: [] };
  const { rows } = await ask('/customers', { ids }, rowsSchema, signal);
  const byId = new Map(rows.map((row) => [row.id, toCustomer(row)]));
  return { results: ids.map((id) => byId.get(id) ?? null) };
}
