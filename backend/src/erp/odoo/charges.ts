import type { OrderCharge } from '@backroom/shared';
import { z } from 'zod';
import type { Simulation } from '../contract/schemas.ts';
import { id, text } from '../transport/odoo/values.ts';
import { preferred } from './products.ts';
import type { Session } from './session.ts';
import { readTree } from './tree.ts';

/** A charge as a line of the order: a product that the connection names for it. */
export type ChargeLine = { product: number; charge: OrderCharge };
const row = z.object({ id, default_code: text, active: z.boolean(), sale_ok: z.boolean() });

/** The lines for an order's charges; a refusal for each that no product stands for. */
export async function chargeLines(
  session: Session,
  charges: readonly OrderCharge[],
  signal: AbortSignal,
): Promise<{ lines: ChargeLine[]; refusals: Simulation['refusals'] }> {
  if (charges.length === 0) return { lines: [], refusals: [] };
  const codes = [...new Set(charges.map(({ kind }) => session.charges[kind]))].filter((code) => code !== null);
  const rows =
    (await readTree(session, row, {
      model: 'product.product',
      domain: [['default_code', 'in', codes]],
      spec: { default_code: {}, active: {}, sale_ok: {} },
      order: 'id',
      signal,
    })) ?? [];
  const lines: ChargeLine[] = [];
  const refusals: Simulation['refusals'] = [];
  for (const [index, charge] of charges.entries()) {
    const code = session.charges[charge.kind];
    const found = preferred(rows.filter((each) => each.default_code === code));
    const [product] = found;
    if (product?.active && product.sale_ok && found.length === 1) lines.push({ product: product.id, charge });
    else
      refusals.push({
        field: `charges.${index}`,
        words:
          code === null
            ? `No Odoo product is set for the charge "${charge.name}".`
            : `Odoo sells no product, or several, of the code ${code}, which stands for the charge "${charge.name}".`,
      });
  }
  return { lines, refusals };
}
