import type { Invoice } from '@backroom/shared';
import PDFDocument from 'pdfkit';
import type { CustomerDoc } from './model/catalogue.ts';

/** A one-page invoice, as the ERP would print it. */
export function invoicePdf(invoice: Invoice, customer: CustomerDoc): Promise<Uint8Array> {
  const document = new PDFDocument({ size: 'A4', margin: 56, info: { Title: invoice.number } });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<Uint8Array>((resolve, reject) => {
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
  const title = invoice.kind === 'credit_note' ? 'Credit note' : 'Invoice';
  document.fontSize(20).text(`${title} ${invoice.number}`).moveDown();
  document
    .fontSize(11)
    .text(customer.name)
    .text(customer.street ?? '')
    .text(`${customer.postalCode ?? ''} ${customer.city ?? ''}`)
    .moveDown();
  const facts: [string, string][] = [
    ['Customer number', customer.number],
    ['Date', invoice.issuedOn],
    ['Due', invoice.dueOn ?? 'at once'],
    ['Order', invoice.orderNumber ?? 'none'],
    ['Total', `${invoice.total.amount} ${invoice.total.currency}`],
    ['Still open', `${invoice.open.amount} ${invoice.open.currency}`],
  ];
  for (const [label, value] of facts) document.text(`${label}: ${value}`);
  document.end();
  return done;
}
