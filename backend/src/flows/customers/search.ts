import type { ErpCustomer } from '@backroom/shared';
import { emailKey } from '../../erp/kit/email.ts';
import { ProblemError } from '../../problems/error.ts';
import { type Context, readSignal, requireFlow } from '../context.ts';

/** Customers that a person looks through. */
const SHOWN = 10;

/** Customers of the ERP by what a person typed: number, VAT id or e-mail before the name. */
export async function searchCustomers(ctx: Context, text: string): Promise<ErpCustomer[]> {
  requireFlow(ctx, 'customers');
  const { customers } = ctx.erp;
  if (!customers) throw new ProblemError('flow_unsupported');
  const email = emailKey(text);
  const queries = [{ erpNumber: text }, { vatId: text }, ...(email === null ? [] : [{ email }]), { name: text }];
  const { results } = await customers.search({ queries }, { signal: readSignal() });
  return [...new Map(results.flat().map((each) => [each.id, each])).values()].slice(0, SHOWN);
}
