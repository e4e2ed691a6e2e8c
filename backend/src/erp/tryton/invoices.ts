import { z } from 'zod';
import type { ErpAdapter } from '../contract/adapter.ts';
import { ErpError } from '../contract/errors.ts';
import { fit } from '../transport/json.ts';
import { invoiceFields, invoiceRow, toInvoice } from './invoice-row.ts';
import { onAccountOf, totalsOf } from './invoice-totals.ts';
import { idOf, survivorOf, type Tryton, todayOf } from './support.ts';
import { bytes } from './wire.ts';

const LIST = 500;
const printed = z.tuple([z.string(), bytes.or(z.string())]).rest(z.unknown());

/** Posted and paid invoices, credit notes among them. A draft has no number and is not yet anybody's debt. */
export function invoicesOf({ client, installation }: Tryton): NonNullable<ErpAdapter['invoices']> {
  return {
    async list({ customerId }, call) {
      const there = await installation(call.signal, 'account.invoice', 'account.move.line');
      const read = (party: number | null, states: readonly string[], limit?: number) =>
        client.search(
          'account.invoice',
          {
            domain: [
              ['type', '=', 'out'],
              ['party', '=', party],
              ['state', 'in', states],
              ['company', '=', there.company.id],
            ],
            fields: invoiceFields,
            row: invoiceRow,
            order: [
              ['invoice_date', 'DESC'],
              ['id', 'DESC'],
            ],
            ...(limit ? { limit } : {}),
          },
          call,
        );
      const whole = async (party: number | null) =>
        Promise.all([read(party, ['posted', 'paid'], LIST + 1), onAccountOf(client, there, party, call)]);
      let party = idOf(customerId);
      let [rows, onAccount] = await whole(party);
      if (rows.length === 0) {
        const survivor = await survivorOf(client, customerId, call);
        if (survivor !== party) [rows, onAccount] = await whole(survivor);
        party = survivor;
      }
      const more = rows.length > LIST;
      // The totals are of all that is open, however many of them the list shows.
      const open = more ? await read(party, ['posted']) : rows.filter(({ state }) => state === 'posted');
      const today = todayOf(there);
      return {
        results: rows.slice(0, LIST).map((row) => toInvoice(row, there, today)),
        more,
        totals: totalsOf(open, onAccount, there, today),
      };
    },
    /** The standard set-up prints ODT, which no browser shows: then there is no PDF to give, and that is said. */
    async pdf({ id }, call) {
      const there = await installation(call.signal, 'account.invoice');
      const number = idOf(id);
      const missing = new ErpError('not_found', `no invoice ${id}`, {
        field: 'id',
        words: `Tryton has no invoice ${id}.`,
      });
      if (number === null) throw missing;
      const domain = [
        ['id', '=', number],
        ['company', '=', there.company.id],
      ];
      if ((await client.call('model.account.invoice.search_count', [domain], call)) === 0) throw missing;
      const params = [[number], { model: 'account.invoice', ids: [number], id: number }];
      const answer = await client.call('report.account.invoice.execute', params, call);
      const [extension, file] = fit(printed, answer, 'report.account.invoice');
      if (extension !== 'pdf' || typeof file === 'string')
        throw new ErpError('unsupported', `the server prints ${extension}`, {
          words: `Tryton prints invoices as ${extension.toUpperCase()} here, not as PDF: set the report's extension to PDF and install LibreOffice on its server.`,
          field: 'report',
        });
      return file;
    },
  };
}
