import type { Currency } from '@backroom/shared';
import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import { id } from '../transport/odoo/values.ts';
import type { Session } from './session.ts';
import { readTree } from './tree.ts';

const groups = z.array(z.object({ country_ids: z.array(id) }));
const listRow = z.object({ id, currency_id: id, country_group_ids: groups });
const refused = (words: string) => new ErpError('refused', `currency: ${words}`, { field: 'currency', words });

/**
 * The price list to give a new customer so that it is sold to in its currency: one for its country before one for all. Null where the company's own
 * currency needs none.
 */
export async function priceListFor(
  session: Session,
  code: Currency,
  country: number | null,
  signal: AbortSignal,
): Promise<number | null> {
  const currency = await session.currencyByCode(code, signal);
  if (!currency) throw refused(`Odoo knows no currency ${code}.`);
  const isOwn = currency.id === session.company.currency.id;
  const inUse = await session.ask(z.boolean(), {
    model: 'res.users',
    method: 'has_group',
    ...(session.transport.major >= 18 ? { ids: [session.uid] } : {}),
    args: { group_ext_id: 'product.group_product_pricelist' },
    signal,
  });
  if (!inUse) {
    if (isOwn) return null;
    throw refused(`Price lists are switched off in Odoo, so it sells in ${session.company.currency.code} only.`);
  }
  const all =
    (await readTree(session, listRow, {
      model: 'product.pricelist',
      domain: [
        ['active', '=', true],
        ['company_id', 'in', [session.company.id, false]],
      ],
      spec: { currency_id: {}, country_group_ids: { fields: { country_ids: {} } } },
      order: 'sequence, id',
      signal,
    })) ?? [];
  const lists = all.filter((list) => list.currency_id === currency.id);
  const forCountry = lists.find(({ country_group_ids: own }) =>
    own.some(({ country_ids: countries }) => country !== null && countries.includes(country)),
  );
  const found = forCountry ?? lists.find(({ country_group_ids: own }) => own.length === 0);
  if (found) return found.id;
  // Without any list Odoo sells in the company's currency; with others only, in one of theirs.
  if (isOwn && all.length === 0) return null;
  throw refused(`Odoo has no price list in ${code} for this customer.`);
}
