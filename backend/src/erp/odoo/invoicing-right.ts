import { ErpError } from '../contract/errors.ts';
import { requireApp } from './apps.ts';
import type { Session } from './session.ts';
import type { Spec } from './tree.ts';

/** Of a partner: Odoo refuses a read that asks for the credit limit to everybody without the right to Invoicing. */
export const invoicingRight: Spec[string] = { fields: { credit_limit: {} } };

/**
 * A salesperson may read invoices without the right to Invoicing, but only some of them, and nothing says so. So each read asks for the credit
 * limit as well, by `invoicingRight`, and a right that is taken away meanwhile is noticed by that very read.
 */
export async function withInvoicing<Value>(
  session: Session,
  signal: AbortSignal,
  read: () => Promise<Value>,
): Promise<Value> {
  const has = async () => (await session.fields('res.partner', signal))?.has('credit_limit') === true;
  const lacking = () => {
    // It may have been given since: the fields are asked for again.
    session.forget('fields|res.partner');
    return new ErpError('unauthorised', 'no right to Invoicing', {
      field: 'key',
      words: "The key's user in Odoo lacks the right to Invoicing.",
    });
  };
  if (!(await has())) {
    session.forget('fields|res.partner');
    if (!(await has())) {
      // Everybody may see this one where the app is installed.
      const fields = await session.fields('res.partner', signal);
      if (!fields?.has('property_payment_term_id')) await requireApp(session, 'account.move', signal);
      throw lacking();
    }
  }
  try {
    return await read();
  } catch (error) {
    // Odoo's own refusal names no field: ours, for a refused key or other rights, do.
    if (error instanceof ErpError && error.kind === 'unauthorised' && error.field === null) throw lacking();
    throw error;
  }
}
