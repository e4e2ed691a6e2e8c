import type { AccountId, RecordRef } from '@backroom/shared';
import type { Context } from 'hono';
import type { documentTokens } from '../access/documents.ts';
import type { Services } from '../flows/context.ts';
import { ProblemError } from '../problems/error.ts';
import { flowIsOnAt } from '../store/accounts.ts';
import type { UsedTokenStore } from '../store/used-tokens.ts';

/** Largest PDF that is passed on. An invoice of a thousand lines with a logo is two megabytes. */
const MAX_BYTES = 20 * 1024 * 1024;
const PDF = Buffer.from('%PDF-');

/** The pages of the account's CRM, which may hold the document: HubSpot opens it in a frame. */
const originOf = (page: string | null): string => (page === null ? "'none'" : new URL(page).origin);

/** An invoice's PDF for a browser that brings a link of ours: once, while the account is connected and shows invoices, and only if it is a PDF. */
export function documentRoute(options: {
  services: Pick<Services, 'accounts' | 'erpFor'>;
  documents: ReturnType<typeof documentTokens>;
  used: Pick<UsedTokenStore, 'useOnce'>;
  crmPages: (account: AccountId) => Promise<(record: RecordRef) => string | null>;
  now: () => number;
}) {
  return async (context: Context): Promise<Response> => {
    const claims = await options.documents.verify(context.req.param('token') ?? '', options.now());
    const account = claims && (await options.services.accounts.get(claims.account));
    if (!claims || account?.state !== 'connected' || claims.made < account.since.getTime())
      throw new ProblemError('not_found');
    const connection = await options.services.accounts.connection(claims.account, claims.connection);
    if (!flowIsOnAt(account, connection, 'invoices')) throw new ProblemError('flow_off');
    if (!(await options.used.useOnce(claims.account, claims.jti, new Date(claims.exp * 1000))))
      throw new ProblemError('not_found');
    const { invoices } = await options.services.erpFor(claims.account, claims.connection);
    if (!invoices?.pdf) throw new ProblemError('flow_unsupported');
    const pdf = Buffer.from(await invoices.pdf({ id: claims.invoice }, { signal: AbortSignal.timeout(9000) }));
    // A browser would show or run whatever else comes under our address.
    if (pdf.length > MAX_BYTES || !pdf.subarray(0, PDF.length).equals(PDF)) throw new ProblemError('erp_drift');
    const pageOf = await options.crmPages(claims.account);
    const holder = originOf(pageOf({ type: 'company', id: '0' }));
    return context.body(pdf, 200, {
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="invoice.pdf"',
      'content-security-policy': `default-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors ${holder}; sandbox`,
    });
  };
}
