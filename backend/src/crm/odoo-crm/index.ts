import { z } from 'zod';
import type { ErpFetch } from '../../erp/contract/ports.ts';
import type { OnSent } from '../contract/calls.ts';
import { type CrmAdapter, CrmError } from '../contract/index.ts';
import { odooClient } from './client.ts';
import { recordReader } from './deal.ts';
import { describer } from './describe.ts';
import { mergeReader } from './merges.ts';
import { models, names } from './names.ts';
import { ownOrdersOf } from './own-orders.ts';
import { companyLister } from './partners.ts';
import type { OdooPlaces } from './places.ts';
import { idText, numberOf, text } from './rows.ts';
import { soldReader } from './sold.ts';
import { idIn, pageOf } from './unproved.ts';
import { WRITE_BATCH, writeBacker } from './write-back.ts';
import { zonesOf } from './zones.ts';

/** Opportunity, quotation and contact of an Odoo database, 17 to 19, with the addon of extension/odoo in it. */
export function createOdooCrm(options: { places: OdooPlaces; fetch: ErpFetch; now: () => number; onSent?: OnSent }) {
  const { places } = options;
  const client = odooClient(options);
  const describe = describer(client, options.now);
  const writer = writeBacker(client, describe);
  const adapter: CrmAdapter = {
    crm: 'odoo-crm',
    record: recordReader({
      ...{ client, describe, places },
      merges: mergeReader(client, describe),
      zones: zonesOf(client),
    }),
    sold: soldReader(client, describe),
    companies: companyLister(client, describe),
    writeBack: writer.writeBack,
    writeMany: writer.writeMany,
    writeBatch: WRITE_BATCH,
    // Odoo rounds to the places that are set for prices; what came of it is read again.
    async setLinePrice({ id }, { unitPrice, discountPercent }, call) {
      if (unitPrice === null) throw new CrmError('refused', 'a line of Odoo has a price');
      const vals = { price_unit: Number(unitPrice), discount: Number(discountPercent ?? 0) };
      const ids = [numberOf(id, 'sale.order.line')];
      // As our own writing, of which the app tells nothing.
      const context = { backroom_write: true };
      const asking = { model: 'sale.order.line', method: 'write', ids, args: { vals }, context, write: true };
      await client.ask(z.unknown(), asking, call);
    },
    fieldNames: names,
    companyFields: { erpNumber: names.erpCustomerNumber, vatId: 'vat' },
    dealIdIn: idIn,
    async fields(type, call) {
      const found = await Promise.all(
        (type === 'line' ? ['sale.order.line', 'product.product'] : [models[type]]).map((model) =>
          describe.fields(model, call),
        ),
      );
      return [...new Map(found.flat().map((field) => [field.name, field])).values()];
    },
    async dealOfQuote(quote, call) {
      const domain = [['id', '=', numberOf(quote, 'sale.order')]];
      const [row] = await client.search({ model: 'sale.order', domain, fields: ['opportunity_id'] }, call);
      return idText(row, 'opportunity_id');
    },
    async pipelines(call) {
      const rows = await client.search({ model: 'res.company', domain: [], fields: ['name'], order: 'id' }, call);
      return rows.map((row) => ({ id: String(row.id), label: text(row, 'name') ?? '' }));
    },
    async pages(account) {
      const { url } = await places.get(account);
      return (ref) => pageOf(url, ref);
    },
    ownOrders: async ({ account }) => ownOrdersOf(await places.get(account)),
    prepare: writer.prepare,
    // The addon is removed by the database's admin; what we can end is our own memory of it.
    uninstall: ({ account }) => places.end(account),
  };
  return { adapter, client };
}
