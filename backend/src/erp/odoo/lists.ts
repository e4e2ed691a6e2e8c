import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import { MAX_BATCH, type Out } from '../contract/schemas.ts';
import { id, recordId, text } from '../transport/odoo/values.ts';
import { customersById } from './customers.ts';
import { productsById } from './products.ts';
import type { Session } from './session.ts';

/** One page of ids after the cursor, which is the last id given out. */
async function page(session: Session, model: string, domain: unknown[], cursor: string | null, signal: AbortSignal) {
  const after = cursor === null ? 0 : recordId(cursor);
  if (after === null)
    throw new ErpError('refused', 'not a cursor of ours', {
      field: 'cursor',
      words: 'This is no cursor of the Odoo lists.',
    });
  const rows = await session.ask(z.array(z.object({ id })), {
    model,
    method: 'search_read',
    args: { domain: [['id', '>', after], ...domain], fields: ['id'], order: 'id', limit: MAX_BATCH },
    signal,
  });
  const ids = rows.map((row) => row.id);
  return { ids, cursor: ids.length < MAX_BATCH ? null : String(ids.at(-1)) };
}

const apartRow = z.object({ id, email: text, street: text, zip: text, company_registry: text });
/** What tells two customers of one name apart. */
async function apartOf(session: Session, ids: readonly number[], signal: AbortSignal) {
  const asked = {
    model: 'res.partner',
    method: 'search_read',
    args: { domain: [['id', 'in', ids]], fields: ['email', 'street', 'zip', 'company_registry'] },
    context: { active_test: false },
    signal,
  };
  const rows = await session.ask(z.array(apartRow), asked);
  return new Map(
    rows.map(({ id: row, email, street, zip, company_registry: registrationNumber }) => [
      row,
      { emails: email ? [email] : [], street, postalCode: zip, registrationNumber },
    ]),
  );
}

/** Companies, and people who stand for themselves; neither contacts nor the company's own users. */
export async function listCustomers(
  session: Session,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Out<'customers.list'>> {
  const domain = [['partner_share', '=', true], '|', ['parent_id', '=', false], ['is_company', '=', true]];
  const found = await page(session, 'res.partner', domain, cursor, signal);
  const byId = await customersById(session, found.ids, signal);
  const apart = await apartOf(session, found.ids, signal);
  const customers = found.ids.flatMap((each) => {
    const customer = byId.get(String(each));
    return customer ? [{ ...customer, ...apart.get(each) }] : [];
  });
  return { customers, cursor: found.cursor };
}
/** Products for sale that have an internal reference: without one no line of a CRM can mean them. */
export async function listProducts(
  session: Session,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Out<'products.list'>> {
  const domain = [
    ['sale_ok', '=', true],
    ['default_code', '!=', false],
  ];
  const found = await page(session, 'product.product', domain, cursor, signal);
  return { products: await productsById(session, found.ids, signal), cursor: found.cursor };
}
