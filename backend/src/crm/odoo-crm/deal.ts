import { type Currency, placesOf, type RecordRef } from '@backroom/shared';
import { dayOf } from '../../erp/transport/odoo/values.ts';
import { boundLines, MOST_LINES } from '../contract/bounds.ts';
import {
  type CrmCall,
  type CrmDeal,
  CrmError,
  type CrmGap,
  type CrmRecord,
  type RecordWish,
} from '../contract/index.ts';
import type { OdooClient, Row } from './client.ts';
import type { Columns, Describer } from './describe.ts';
import { isKind, isUnknownField } from './errors.ts';
import { type LineColumns, lineFields, lineGaps, productFields, sumGaps, toLines } from './lines.ts';
import { type Merges, mergedIdsOf } from './merges.ts';
import { MERGED_IDS, models, names, QUOTATIONS } from './names.ts';
import { ownOrderOf } from './own-orders.ts';
import {
  childrenOf,
  commercialOf,
  companyReader,
  contactsOf,
  partnerFields,
  partnerGaps,
  toCompany,
  withAncestors,
} from './partners.ts';
import type { OdooPlaces, Place } from './places.ts';
import {
  headGaps,
  isAccepted,
  isConfirmed,
  neededOrderFields,
  orderFields,
  placeOf,
  quoteThatCounts,
  taxOf,
} from './quotes.ts';
import { currency, hiddenGaps, idText, link, number, numberOf, present, text, valueText } from './rows.ts';
import type { Zones } from './zones.ts';

type Call = CrmCall & RecordWish;
const leadFields = ['name', 'partner_id', 'company_id', 'company_currency', 'type'];
const unreadable = (what: string, error: CrmError): CrmGap => ({
  kind: 'unreadable',
  what: `${what}: ${error.words ?? error.message}`,
  lineId: null,
});
/** A refusal is a gap of the record; that Odoo is down or busy is no answer at all. */
async function unlessRefused(what: string, gaps: CrmGap[], list: Promise<Row[]>): Promise<Row[]> {
  try {
    return await list;
  } catch (error) {
    if (!isKind(error, 'refused', 'not_found')) throw error;
    gaps.push(unreadable(what, error));
    return [];
  }
}
const distinct = <Each extends { id: string }>(all: readonly Each[]) => [
  ...new Map(all.map((each) => [each.id, each])).values(),
];

export function recordReader(parts: {
  client: OdooClient;
  describe: Describer;
  merges: Merges;
  zones: Zones;
  places: Pick<OdooPlaces, 'get'>;
}) {
  const { client, describe, merges, zones, places } = parts;
  const company = companyReader(client, describe, merges);
  type Known = Record<'lead' | 'partner' | 'order', Columns | null> & LineColumns;
  async function known(call: CrmCall): Promise<Known> {
    const [lead, partner, order, line, product] = await Promise.all(
      [models.deal, models.company, 'sale.order', 'sale.order.line', 'product.product'].map((model) =>
        describe.columns(model, call),
      ),
    );
    return {
      ...{ lead: lead ?? null, partner: partner ?? null, order: order ?? null },
      ...{ line: line ?? null, product: product ?? null },
    };
  }
  async function leadOf(id: number, columns: Known, call: Call): Promise<Row | null> {
    const wanted = [...leadFields, names.orderNumber, QUOTATIONS, MERGED_IDS, ...(call.fields ?? [])];
    const fields = present(columns.lead, wanted);
    const [row] = await client.search({ model: models.deal, domain: [['id', '=', id]], fields }, call);
    return row ?? null;
  }
  /** Null where the opportunity is not there. `gaps` grows by what is refused on the way. */
  async function deal(id: number, call: Call): Promise<CrmDeal | null> {
    const columns = await known(call);
    const gaps: CrmGap[] = [];
    const orders = {
      model: 'sale.order',
      domain: [['opportunity_id', '=', id]],
      fields: present(columns.order, orderFields),
      order: 'id desc',
      limit: MOST_LINES,
    };
    const lead = await leadOf(id, columns, call);
    if (!lead) return null;
    // Without the module that ties quotations to opportunities there are none.
    const quotations = columns.order?.has('opportunity_id')
      ? await unlessRefused('sale.order', gaps, client.search(orders, call))
      : [];
    const { quote, others } = quoteThatCounts(quotations, call.quote ?? null);
    const partner = link(quote, 'partner_id') ?? link(lead, 'partner_id');
    const fields = partnerFields(columns.partner, call);
    const [chain, rows] = await Promise.all([
      unlessRefused('res.partner', gaps, withAncestors(client, partner ? [partner.id] : [], fields, call)),
      quote ? unlessRefused('sale.order.line', gaps, linesOf(quote.id, columns, call)) : [],
    ]);
    boundLines(rows.length);
    const buyer = partner && commercialOf(chain, partner.id);
    const addresses = ['partner_invoice_id', 'partner_shipping_id'].flatMap((name) => link(quote, name)?.id ?? []);
    const [family, products] = await Promise.all([
      unlessRefused(
        'res.partner',
        gaps,
        childrenOf(
          client,
          buyer?.id ?? null,
          addresses.filter((each) => each !== buyer?.id),
          fields,
          call,
        ),
      ),
      unlessRefused('product.product', gaps, productsOf(rows, columns, call)),
    ]);
    if (partner && !buyer) gaps.push({ kind: 'unreadable', what: `partner_id: ${partner.name}`, lineId: null });
    const total = number(lead, QUOTATIONS);
    if (total !== null && Number(total) > quotations.length)
      gaps.push({ kind: 'unreadable', what: `${Number(total) - quotations.length} × sale.order`, lineId: null });
    gaps.push(
      ...hiddenGaps(columns.lead, call.fields ?? []),
      ...partnerGaps(columns.partner, call),
      ...(quote ? [...hiddenGaps(columns.order, neededOrderFields), ...lineGaps(columns, call)] : []),
    );
    const [zone, place] = await Promise.all([zones(call), places.get(call.account)]);
    return dealOf({ lead, quote, others, chain, buyer, family, rows, products, columns, gaps, zone, place }, call);
  }
  const linesOf = (order: number, columns: Known, call: Call) =>
    client.search(
      {
        model: 'sale.order.line',
        domain: [['order_id', '=', order]],
        fields: lineFields(columns, call),
        order: 'sequence, id',
        // One more tells that there are too many.
        limit: MOST_LINES + 1,
      },
      call,
    );
  function productsOf(rows: readonly Row[], columns: Known, call: Call): Promise<Row[]> {
    const ids = [...new Set(rows.flatMap((row) => link(row, 'product_id')?.id ?? []))];
    const fields = productFields(columns, call);
    if (ids.length === 0) return Promise.resolve([]);
    return client.search({ model: 'product.product', domain: [['id', 'in', ids]], fields, order: 'id' }, call);
  }
  async function read(ref: RecordRef, call: Call): Promise<CrmRecord> {
    if (ref.type === 'company') return company(ref.id, call);
    const id = numberOf(ref.id, models.deal);
    const found = (await deal(id, call)) ?? (await merges.follow('deal', id, (into) => deal(into, call), call));
    if (!found) throw new CrmError('not_found', `no crm.lead ${ref.id}`);
    return found;
  }
  return async (ref: RecordRef, call: Call): Promise<CrmRecord> => {
    try {
      return await read(ref, call);
    } catch (error) {
      if (!isUnknownField(error)) throw error;
      // A field was taken away since it was described.
      describe.forget(call.account);
      return read(ref, call);
    }
  };
}
type Parts = {
  lead: Row;
  quote: Row | null;
  others: Row[];
  chain: Row[];
  buyer: Row | null;
  family: Row[];
  rows: Row[];
  products: Row[];
  columns: Record<'lead' | 'partner' | 'order', Columns | null> & LineColumns;
  gaps: CrmGap[];
  zone: string;
  place: Pick<Place, 'url' | 'database'>;
};
function dealOf(parts: Parts, call: Call): CrmDeal {
  const { lead, quote, others, chain, buyer, family, rows, products, columns, zone, place } = parts;
  const own: Currency | null = currency(quote) ?? currency(lead, 'company_currency');
  const places = placesOf(own);
  const at = { columns, places, currency: own, wish: call, isOpen: quote !== null && !isAccepted(quote) };
  const found = toLines(rows, new Map(products.map((row) => [row.id, row])), at);
  const children = family.filter((row) => link(row, 'parent_id')?.id === buyer?.id);
  const record = buyer && toCompany(buyer, columns.partner, call, children);
  const shipTo = placeOf(quote, 'partner_shipping_id', [...family, ...chain], record);
  const billTo = placeOf(quote, 'partner_invoice_id', [...family, ...chain], record);
  const total = quote && number(quote, 'amount_untaxed');
  const gaps = [
    ...parts.gaps,
    ...(found.lines.length > 0 ? [...shipTo.gaps, ...billTo.gaps] : []),
    ...found.gaps,
    ...(quote ? [...headGaps(quote), ...sumGaps(rows, quote, places)] : []),
  ];
  const mergedIds = mergedIdsOf(lead);
  const adjustments = [...found.adjustments, ...(quote && found.lines.length > 0 ? taxOf(quote) : [])];
  const wanted = text(quote, 'commitment_date');
  const named = [...chain, ...family].filter(({ id }) => id === link(lead, 'partner_id')?.id);
  return {
    type: 'deal',
    id: String(lead.id),
    ...(mergedIds.length > 0 ? { mergedIds } : {}),
    name: text(lead, 'name') ?? '',
    currency: own,
    company: record,
    // Whom the opportunity names comes first.
    contacts: distinct([...contactsOf(null, named), ...contactsOf(buyer, children)]),
    quote: quote && {
      id: String(quote.id),
      number: text(quote, 'name'),
      accepted: isAccepted(quote),
      expiresOn: text(quote, 'validity_date'),
    },
    linesFrom: found.lines.length > 0 ? 'quote' : 'none',
    orderNumber: text(lead, names.orderNumber),
    lines: found.lines,
    ...(adjustments.length > 0 ? { adjustments } : {}),
    ...(total === null || found.lines.length === 0 ? {} : { total }),
    ...(gaps.length > 0 ? { gaps } : {}),
    ...(shipTo.place ? { shipTo: shipTo.place } : {}),
    ...(billTo.place ? { billTo: billTo.place } : {}),
    // Odoo has no pipelines; what a database of several companies is sorted by is the company that sells.
    ...(quote && isConfirmed(quote) ? { ownOrder: ownOrderOf(text(quote, 'name'), place) } : {}),
    pipeline: idText(quote, 'company_id') ?? idText(lead, 'company_id'),
    poNumber: text(quote, 'client_order_ref'),
    requestedDate: wanted && dayOf(wanted, zone),
    ...(call.fields
      ? { fields: Object.fromEntries(call.fields.map((name) => [name, valueText(lead, name, columns.lead)])) }
      : {}),
    ...(others.length > 0
      ? { otherQuotes: others.map((row) => ({ id: String(row.id), number: text(row, 'name') })) }
      : {}),
  };
}
