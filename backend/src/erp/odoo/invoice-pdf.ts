import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import type { ErpFetch } from '../contract/ports.ts';
import { exchangeOnServer, isPdf } from '../transport/exchange.ts';
import { id, recordId } from '../transport/odoo/values.ts';
import { invoicingRight, withInvoicing } from './invoicing-right.ts';
import type { Session } from './session.ts';
import { readTree } from './tree.ts';

const portalAnswer = z.string().startsWith('/');
/**
 * The PDF that Odoo's portal gives out, fetched here: the address carries a token that opens the invoice to whoever has it. Odoo
 * answers its login page with 200 where something is wrong, so the content type counts. The first print takes some two seconds.
 */
export async function invoicePdf(
  session: Session,
  url: string,
  invoiceId: string,
  fetch: ErpFetch,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const unknown = () =>
    new ErpError('not_found', `no account.move ${invoiceId}`, { field: 'id', words: 'Odoo has no such invoice.' });
  const found = await withInvoicing(session, signal, () =>
    readTree(session, z.object({ id }), {
      model: 'account.move',
      domain: [
        ['id', '=', recordId(invoiceId) ?? 0],
        ['company_id', '=', session.company.id],
        ['move_type', 'in', ['out_invoice', 'out_refund']],
        ['state', '=', 'posted'],
      ],
      spec: { commercial_partner_id: invoicingRight },
      signal,
    }),
  );
  const [invoice] = found ?? [];
  if (!invoice) throw unknown();
  const path = await session.ask(portalAnswer, {
    model: 'account.move',
    method: 'get_portal_url',
    ids: [invoice.id],
    args: { report_type: 'pdf', download: true },
    signal,
  });
  // The portal sends one on to the address with a language in it.
  const answer = await exchangeOnServer(fetch, `${url}${path}`, { what: 'invoice PDF', signal });
  const { status } = answer;
  if (status === 200 && isPdf(answer)) return answer.bytes;
  throw status >= 500
    ? new ErpError('refused', `invoice PDF: HTTP ${status}`, { words: 'Odoo could not print this invoice.' })
    : new ErpError('drift', `invoice PDF: HTTP ${status}, no PDF`, { field: 'content-type' });
}
