import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { customers, products } from '@backroom/demo-erp/cast';
import { z } from 'zod';
import { oneOfMany } from '../../extension/playground/server/hubspot/many.ts';
import { BRIDGE_PATH, bridgePart } from '../labs/n8n/lab.ts';
import { KEY } from '../labs/node-red/examples.ts';
import { exampleErp, nodeRedPart } from '../labs/node-red/lab.ts';
import { freePorts } from '../support/ports.ts';
import { referenceIn } from './double.ts';
import type { Erp, ErpOptions } from './erps.ts';
import { httpAnswer } from './proxy.ts';

const orderSchema = z.looseObject({ docNo: z.string(), extRef: z.string().nullable() });
const fileSchema = z.object({ erp: z.object({ orders: z.array(orderSchema) }) });
const problem = (status: string, body: object) => httpAnswer(status, 'application/problem+json', JSON.stringify(body));

/**
 * n8n with the flow of this repository. The process that is broken is n8n; the example ERP behind it goes on, with the customers and products of the
 * demo ERP, and its orders are counted in its own file.
 */
export async function n8nErp({ port, dir, movable }: ErpOptions): Promise<Erp> {
  const [examplePort = 0] = await freePorts(1);
  const place = { dir: join(dir, 'example-erp'), port: examplePort, erpUrl: `http://127.0.0.1:${examplePort}/erp` };
  const file = join(place.dir, 'context', 'tab-erp', 'flow.json');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ erp: { last: 0, ...masterData(), orders: [] } }));
  const example = nodeRedPart(place);
  await example.start();
  const ask = exampleErp(place.erpUrl);
  /** Numbers of orders that were copied, and of their copies: those keep the reference. */
  const copied = new Set<string>();
  const copies = new Set<string>();
  const orders = () =>
    fileSchema
      .parse(JSON.parse(readFileSync(file, 'utf8')))
      .erp.orders.filter(({ docNo, extRef }) => extRef?.startsWith('BR-') && !copies.has(docNo));
  return {
    name: 'n8n',
    port,
    isWrite: (request) => request.startsWith(`POST ${BRIDGE_PATH}/v1/orders/create`),
    referenceOf: referenceIn,
    async count() {
      const counts = new Map<string, number>();
      for (const { extRef } of orders()) if (extRef) counts.set(extRef, (counts.get(extRef) ?? 0) + 1);
      return counts;
    },
    drafts: async () => new Set(),
    part: await bridgePart({
      folder: join(dir, 'n8n'),
      port,
      erpUrl: place.erpUrl,
      logFile: join(dir, 'logs', 'erp.log'),
      movable,
    }),
    says: {
      refused: (words) => problem('422 Unprocessable Content', { kind: 'refused', words, field: null }),
      noDatabase: problem('503 Service Unavailable', { kind: 'unreachable', words: 'No database.', field: null }),
    },
    renamed: 'number',
    notes: true,
    async copy() {
      for (const order of orders()) {
        if (copied.has(order.docNo)) continue;
        copied.add(order.docNo);
        copies.add(z.looseObject({ docNo: z.string() }).parse(await ask('orders/create', order)).docNo);
      }
      return copied.size;
    },
    orderMs: 3000,
    atOnce: 2,
    env: (url) => ({ DEMO_ERP_URL: `${url}${BRIDGE_PATH}`, DEMO_ERP_KEY: KEY }),
    deals: async () => oneOfMany,
    end: () => example.stop(),
  };
}

/** The customers and products that the CRM's deals are about, in the words of the example ERP. */
const masterData = () => ({
  customers: customers.map(({ number, name, city, country, vatId, email, blocked, currency, paymentTerms }) => ({
    ...{ id: `cust-${number.slice(2)}`, no: number, name, city, land: country, taxNo: vatId, mail: email },
    ...{ stopped: blocked === null ? 'N' : 'Y', curr: currency, terms: paymentTerms, extRef: null },
  })),
  products: products.map(({ code, name, unit, stocked, archived, price }) => ({
    ...{ id: `prod-${code}`, sku: code, title: name, uom: unit, stocked: stocked ? 'Y' : 'N' },
    ...{ sold: archived ? 'N' : 'Y', price, onHand: stocked ? '100000' : null },
  })),
});
