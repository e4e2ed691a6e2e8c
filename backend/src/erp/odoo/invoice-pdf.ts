import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import { invoicingRight, withInvoicing } from './invoicing-right.ts';
import type { Session } from './session.ts';
import { exchange } from './transport.ts';
import { readTree } from './tree.ts';
import { id, recordId } from './values.ts';

const portalAnswer = z.string().startsWith('/');
/**
 * The PDF that Odoo's portal gives out, fetched here: the address carries a token that opens the invoice to whoever has it. Odoo
 * answers its login page with 200 where something is wrong, so the content type counts. The first print takes some two seconds.
 */
export async function invoicePdf(
  session: Session,
  url: string,
  invoiceId: string,
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
  const { status, type, bytes } = await followed(url, path, signal);
  if (status === 200 && /^application\/pdf\s*(;|$)/i.test(type)) return bytes;
  throw status >= 500
    ? new ErpError('refused', `invoice PDF: HTTP ${status}`, { words: 'Odoo could not print this invoice.' })
    : new ErpError('drift', `invoice PDF: HTTP ${status}, ${type}`, { field: 'content-type' });
}

/** The portal sends one on to the address with a language in it; never to another server. */
async function followed(url: string, path: string, signal: AbortSignal) {
  let at = new URL(`${url}${path}`);
  for (let hops = 0; ; hops += 1) {
    const answer = await exchange(at.href, { redirect: 'manual' }, { what: 'invoice PDF', signal });
    if (answer.status < 300 || answer.status >= 400 || answer.location === null || hops === 3) return answer;
    const next = new URL(answer.location, at);
    if (next.origin !== at.origin) return answer;
    at = next;
  }
}
