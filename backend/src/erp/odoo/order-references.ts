import { z } from 'zod';
import { externalId } from './load.ts';
import type { Session } from './session.ts';

type Order = { id: number; client_order_ref: string | null; origin: string | null };

/** `BR-…` as it stands in a field that people write into as well. */
export const referenceIn = (value: string | null): string | null =>
  /\bBR-[A-Z0-9]{8,24}\b/.exec(value ?? '')?.[0] ?? null;

/** The name under which an order is loaded, once. */
export const orderXid = (reference: string): string => externalId(`order_${reference}`);
/**
 * Which reference each order has. "Customer Reference" tells, or "Source Document" where the customer's own number stands in the former. Odoo copies the
 * source document when an order is duplicated, and a customer's number may look like a reference of ours: where the two differ, or several orders claim
 * one, the external id tells, which is the original's only.
 */
export async function referencesOf(session: Session, rows: readonly Order[], signal: AbortSignal) {
  const said = new Map(
    rows.map((row) => {
      const all = [referenceIn(row.client_order_ref), referenceIn(row.origin)].filter((each) => each !== null);
      return [row.id, [...new Set(all)]] as const;
    }),
  );
  const claims = new Map(rows.map((row) => [row.id, said.get(row.id)?.[0] ?? null] as const));
  const claimed = Map.groupBy([...said.values()].flat(), (reference) => reference);
  const several = (reference: string) => (claimed.get(reference)?.length ?? 0) > 1;
  const doubtful = rows.filter((row) => {
    const own = said.get(row.id) ?? [];
    const alone = referenceIn(row.client_order_ref) === null;
    return own.length > 0 && (alone || own.length > 1 || own.some(several));
  });
  if (doubtful.length === 0) return claims;
  const xids = await session.ask(z.record(z.string(), z.string()), {
    model: 'sale.order',
    method: 'get_external_id',
    ids: doubtful.map((row) => row.id),
    signal,
  });
  const originals = new Map(
    doubtful.flatMap((row) => {
      const own = said.get(row.id)?.find((reference) => xids[String(row.id)] === orderXid(reference));
      return own === undefined ? [] : [[row.id, own] as const];
    }),
  );
  const taken = new Set(originals.values());
  for (const row of doubtful) {
    const own = originals.get(row.id);
    const claim = claims.get(row.id) ?? null;
    if (own !== undefined) claims.set(row.id, own);
    else if (referenceIn(row.client_order_ref) === null || (claim !== null && taken.has(claim)))
      claims.set(row.id, null);
  }
  return claims;
}
