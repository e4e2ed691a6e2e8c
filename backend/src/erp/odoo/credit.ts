import {
  add,
  type CreditPosition,
  compare,
  creditPositionSchema,
  type Decimal,
  decimal,
  round,
  subtract,
} from '@backroom/shared';
import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import { ageingOf } from '../kit/ageing.ts';
import { fit } from '../transport/json.ts';
import { exact, id, maybe, recordId, text } from '../transport/odoo/values.ts';
import { withInvoicing } from './invoicing-right.ts';
import { itemRow, openItemOf, overdueOf, readOpenItems } from './open-items.ts';
import { openOrdersOf } from './open-orders.ts';
import { MOMENT_MS, type Session, todayIn } from './session.ts';
import { readTree, type Spec } from './tree.ts';

const zero = decimal('0');
const partnerSpec: Spec = { active: {}, credit_limit: {}, show_credit_limit: {}, sale_warn: {}, sale_warn_msg: {} };
const partnerRow = z.object({
  id,
  active: z.boolean(),
  credit_limit: z.number(),
  /** Whether the company has switched "Sales Credit Limit" on. */
  show_credit_limit: z.boolean().default(true),
  sale_warn: text.optional(),
  sale_warn_msg: text.optional(),
});
type Partner = z.output<typeof partnerRow>;
/** Open items with the partner on each: what is asked of both comes in one call, unless nothing is open. */
const itemWithPartner = {
  schema: itemRow.extend({ partner_id: maybe(partnerRow) }),
  spec: { partner_id: { fields: partnerSpec } },
};

async function partnerOf(session: Session, customer: number, signal: AbortSignal): Promise<Partner> {
  const domain = [['id', '=', customer]];
  const rows = await readTree(session, partnerRow, { model: 'res.partner', domain, spec: partnerSpec, signal });
  if (rows?.[0]) return rows[0];
  throw new ErpError('not_found', `no partner ${customer}`, {
    field: 'customerId',
    words: 'Odoo has no such customer.',
  });
}

const rateRow = z.object({ id, inverse_rate: z.number() });
/** What one of each currency in use is worth in the company's, at today's rate. */
async function ratesOf(session: Session, signal: AbortSignal): Promise<ReadonlyMap<number, Decimal>> {
  const read = () =>
    session.ask(z.array(rateRow), {
      model: 'res.currency',
      method: 'search_read',
      args: { domain: [['active', '=', true]], fields: ['inverse_rate'] },
      signal,
    });
  const rows = await session.remembered('rates', read, MOMENT_MS);
  return new Map(rows.map((row) => [row.id, exact(row.inverse_rate)]));
}

/**
 * What the customer owes and has ordered, in the company's currency. Odoo's own exposure counts an order of goods invoiced on delivery
 * only once it is delivered; here every confirmed order counts until it is invoiced. Orders in other currencies at today's rate.
 */
export async function creditOf(session: Session, customerId: string, signal: AbortSignal): Promise<CreditPosition> {
  const customer = recordId(customerId) ?? 0;
  const { currency } = session.company;
  const rates = await ratesOf(session, signal);
  const [rows, openOrders, partner] = await withInvoicing(session, signal, async () => {
    const [found, orders] = await Promise.all([
      readOpenItems(session, customer, itemWithPartner, signal),
      openOrdersOf(session, customer, (each) => rates.get(each) ?? rateMissing(each), signal),
    ]);
    return [found, orders, found[0]?.partner_id ?? (await partnerOf(session, customer, signal))] as const;
  });
  const money = (value: Decimal) => ({ amount: round(value, currency.places), currency: currency.code });
  const today = todayIn(session);
  const items = rows.map((row) => openItemOf(row, today));
  const receivable = add(zero, ...items.map((item) => item.amount));
  const exposure = add(receivable, round(openOrders, currency.places));
  // A limit of zero is Odoo's "none"; and none counts before the company switches the check on.
  const own = exact(partner.credit_limit);
  const limit = partner.show_credit_limit && compare(own, zero) > 0 ? own : null;
  const stopped = partner.sale_warn === 'block';
  return fit(
    creditPositionSchema,
    {
      limit: limit && money(limit),
      openOrders: money(openOrders),
      receivable: money(receivable),
      exposure: money(exposure),
      free: limit && money(subtract(limit, exposure)),
      overdue: money(overdueOf(items, 'amount')),
      ageing: ageingOf(
        items.filter((item) => item.overdue),
        money,
      ),
      blocked: stopped || !partner.active,
      blockedReason: stopped ? (partner.sale_warn_msg ?? null) : null,
      rates: await Promise.all(
        [...rates].map(async ([each, rate]) => ({ currency: (await session.currency(each, signal)).code, rate })),
      ),
    },
    'res.partner',
  );
}
function rateMissing(currency: number): never {
  throw new ErpError('drift', `currency ${currency} is not in use, and an order is in it`, { field: 'res.currency' });
}
