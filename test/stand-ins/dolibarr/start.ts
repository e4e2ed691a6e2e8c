import { createServer } from 'node:http';
import { bodyOf, closing, listening } from '../servers.ts';
import { type Answered, answer, createOrder, refused, validate } from './service.ts';
import { openStore, type Store } from './store.ts';

export const KEY = 'the-api-key';
const customers = [
  ['Nordwerk Maschinenbau GmbH', 'DE811000019', 'einkauf@nordwerk-maschinen.example', '250000'],
  ['Kessler Anlagenbau AG', 'DE811071271', 'post@kessler-anlagen.example', '40000'],
  ['Müller Metallbau GmbH', 'DE811047514', 'info@mueller-metall-koeln.example', null],
  ['Mueller Metallbau Köln KG', null, 'kg@mueller-metall.example', null],
  ['Doppelt GmbH', null, null, null],
  ['Doppelt GmbH', null, null, null],
  ['Ohne Belege GmbH', null, null, '0'],
  ['Rohr "R" (Nord) GmbH', null, null, null],
] as const;
const products = [
  ['1896-S', 'Schreibtisch ATHEN', '0', 400],
  ['SALZ-10', 'Regeneriersalz', '0', 8000],
  ['T-2000', 'Kugelhahn DN 15', '0', 900],
  ['MONTAGE', 'Montage vor Ort', '1', 0],
  // Made as `ROHR 2" (50)`: it keeps brackets of a code, and writes "_" for blanks and quotation marks.
  ['ROHR_2__(50)', 'Rohr zwei Zoll', '0', 40],
] as const;
const midnight = (days: number): number => Math.floor(Date.now() / 86_400_000 - days) * 86_400;
function seed(store: Store): void {
  for (const [nth, [name, tva_intra, email, limit]] of customers.entries())
    store.save('thirdparties', {
      name,
      tva_intra,
      email,
      code_client: `CU2611-${String(nth + 1).padStart(5, '0')}`,
      client: '1',
      status: '1',
      town: 'Kiel',
      country_code: 'DE',
      // A customer without a limit has none, or zero.
      outstanding_limit: limit === null ? null : `${limit}.00000000`,
    });
  for (const [ref, label, type, stock] of products)
    store.save('products', {
      ref,
      label,
      type,
      status: '1',
      status_buy: '1',
      tva_tx: '19.0000',
      price: '10.00000000',
      stock_reel: stock,
    });
  const entered = (socid: number, ref_client: string) =>
    Number(
      createOrder(store, {
        socid,
        date: midnight(3),
        ref_client,
        lines: [{ fk_product: 3, qty: '4', subprice: '12.50' }],
      }).body,
    );
  validate(store, entered(2, 'PO-1'));
  const invoice = (days: number, total: string, open: string, more: object = {}) =>
    store.save('invoices', {
      ref: `FA2611-${String(store.next('invoice numbers')).padStart(4, '0')}`,
      socid: '2',
      type: '0',
      statut: '1',
      date: midnight(days),
      date_lim_reglement: midnight(days - 30),
      total_ttc: total,
      remaintopay: open,
      multicurrency_code: 'EUR',
      ...more,
    });
  invoice(60, '119.00000000', '119');
  invoice(10, '59.50000000', '9.5');
  invoice(5, '11.90000000', '0', { statut: '2' });
  invoice(1, '5.00000000', '5', { statut: '0', ref: '(PROV9)' });
}

/** A double of Dolibarr 16 on loopback, for its bad manners: bare numbers, 404 for an empty list, 304 for "already", HTML in a 500, no uniqueness. */
export async function startDolibarr() {
  const store = openStore();
  seed(store);
  const server = createServer(async (request, response) => {
    const text = await bodyOf(request);
    const url = new URL(request.url ?? '/', 'http://site');
    const key = request.headers.dolapikey;
    const said: Answered =
      key === KEY
        ? answer(store, {
            method: request.method ?? 'GET',
            path: url.pathname,
            query: url.searchParams,
            body: text,
          })
        : refused(
            401,
            key === undefined
              ? "Failed to login to API. No parameter 'HTTP_DOLAPIKEY' on HTTP header (and no parameter DOLAPIKEY in URL)."
              : 'Access denied',
          );
    response.writeHead(said.status, { 'content-type': said.type }).end(said.body);
  });
  const url = await listening(server, 0);
  return {
    ...{ url, store },
    /** "Clone": the copy keeps the reference, as nothing keeps it unique. */
    copy: (id: number): string => {
      const { id: _, ...order } = store.get('orders', id) ?? {};
      return String(store.save('orders', { ...order, ref: `(PROV${id}c)`, statut: '0' }).ref);
    },
    async close() {
      await closing([server]);
      store.close();
    },
  };
}
