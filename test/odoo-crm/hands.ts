import type { CompanySpec, DealSpec, LineSpec, QuoteSpec } from '@backroom/backend/crm/conformance/subject';
import { z } from 'zod';
import { placeholders, type Source } from './recording.ts';

type Values = Record<string, unknown>;
const rowsSchema = z.array(z.looseObject({ id: z.number() }));
const idsSchema = z.array(z.number()).min(1);

/** An administrator of the database, who puts records into it and changes its rights by its own API. */
export function handsOf(source: Source) {
  const undo: (() => void)[] = [];
  function call<Schema extends z.ZodType>(
    schema: Schema,
    model: string,
    method: string,
    body: Values,
  ): z.output<Schema> {
    const asked = {
      path: `/json/2/${model}/${method}`,
      authorization: `bearer ${placeholders.admin}`,
      body: JSON.stringify(body),
    };
    const answer = source.ask(asked);
    if (answer.status !== 200) throw new Error(`${model}.${method}: ${answer.status} ${answer.body.slice(0, 500)}`);
    return schema.parse(JSON.parse(answer.body));
  }
  const search = (model: string, domain: unknown[], fields: string[]) =>
    call(rowsSchema, model, 'search_read', { domain, fields, context: { active_test: false } });
  const create = (model: string, vals: Values): number =>
    call(idsSchema, model, 'create', { vals_list: [vals] })[0] as number;
  const write = (model: string, id: number, vals: Values): void =>
    void call(z.unknown(), model, 'write', { ids: [id], vals });
  const found = (model: string, domain: unknown[]): number | null => search(model, domain, [])[0]?.id ?? null;

  function company(spec: CompanySpec): number {
    const country =
      spec.country === undefined
        ? null
        : found('res.country', ['|', ['code', '=', spec.country], ['name', '=', spec.country]]);
    const id = create('res.partner', {
      name: spec.name,
      is_company: !spec.person,
      ...(spec.domain ? { website: `https://www.${spec.domain}` } : {}),
      ...(spec.vatId ? { vat: spec.vatId } : {}),
      ...(spec.street ? { street: spec.street } : {}),
      ...(spec.postalCode ? { zip: spec.postalCode } : {}),
      ...(spec.city ? { city: spec.city } : {}),
      ...(country ? { country_id: country } : {}),
      ...(spec.phone ? { phone: spec.phone } : {}),
      ...(spec.person && spec.contactEmail ? { email: spec.contactEmail } : {}),
    });
    if (spec.contactEmail && !spec.person)
      create('res.partner', { name: 'Alex Moreau', parent_id: id, type: 'contact', email: spec.contactEmail });
    return id;
  }
  /** A product of each code; one that has none is made anew. */
  function products(lines: readonly LineSpec[]): number[] {
    const codes = [...new Set(lines.flatMap(({ code }) => code ?? []))];
    const known = new Map(
      codes.length === 0
        ? []
        : search('product.product', [['default_code', 'in', codes]], ['default_code']).map((row) => [
            String(row.default_code),
            row.id,
          ]),
    );
    const made = codes.filter((code) => !known.has(code));
    if (made.length > 0) {
      const vals_list = made.map((code) => ({
        name: `Product ${code}`,
        default_code: code,
        type: 'consu',
        taxes_id: [],
      }));
      const ids = call(idsSchema, 'product.product', 'create', { vals_list });
      made.forEach((code, nth) => void known.set(code, ids[nth] ?? 0));
    }
    return lines.map(({ code, name }) =>
      code === null ? create('product.product', { name, type: 'consu', taxes_id: [] }) : (known.get(code) ?? 0),
    );
  }
  const lineOf = (line: LineSpec, product_id: number): Values => ({
    ...{ product_id, name: line.name, product_uom_qty: Number(line.quantity), price_unit: Number(line.price) },
    ...{ discount: Number(line.discountPercent ?? 0), tax_ids: [] },
  });
  const currencyOf = (code: string): number => {
    const id = found('res.currency', [['name', '=', code]]) ?? 0;
    write('res.currency', id, { active: true });
    return id;
  };
  function pricelist(code: string): number {
    const currency_id = currencyOf(code);
    return (
      found('product.pricelist', [['currency_id', '=', currency_id]]) ??
      create('product.pricelist', { name: `In ${code}`, currency_id })
    );
  }
  /** Off the whole, as Odoo's own button does it: a line with a negative price. */
  function discountsOf({ adjustments = [], lines }: QuoteSpec): Values[] {
    return adjustments.flatMap(({ kind, name, percent, amount }) => {
      if (kind !== 'discount') throw new Error(`Odoo has no ${kind} beside the lines`);
      const sum = lines.reduce((all, { quantity, price }) => all + Number(quantity) * Number(price), 0);
      const off = percent === undefined ? Number(amount) : (sum * Number(percent)) / 100;
      const product_id =
        found('product.product', [['default_code', '=', 'DISC']]) ??
        create('product.product', { name: 'Discount', default_code: 'DISC', type: 'service', taxes_id: [] });
      return [{ product_id, name, product_uom_qty: 1, price_unit: -off, tax_ids: [] }];
    });
  }
  function quotation(lead: number, partner_id: number, currency: string, quote: QuoteSpec): number {
    const ids = products(quote.lines);
    const lines = [...quote.lines.map((line, nth) => lineOf(line, ids[nth] ?? 0)), ...discountsOf(quote)];
    const id = create('sale.order', {
      ...{ partner_id, opportunity_id: lead, pricelist_id: pricelist(quote.currency ?? currency) },
      ...(quote.expiresOn ? { validity_date: quote.expiresOn } : {}),
      order_line: lines.map((line) => [0, 0, line]),
    });
    const signed = { state: 'sent', signed_by: 'Alex Moreau', signed_on: '2025-03-01 09:00:00' };
    if (quote.status === 'accepted') write('sale.order', id, signed);
    if (quote.status === 'approved' || quote.status === 'shown') write('sale.order', id, { state: 'sent' });
    if (quote.status === 'rejected') write('sale.order', id, { state: 'cancel' });
    return id;
  }
  const isWon = (): number => found('crm.stage', [['is_won', '=', true]]) ?? 0;
  /** `known`: the customer, where the CRM has it already. */
  function deal(spec: DealSpec, known: number | null = null): number {
    const partner = known ?? (spec.company ? company(spec.company) : null);
    for (const each of spec.partners ?? []) company(each);
    const id = create('crm.lead', {
      name: spec.name,
      type: 'opportunity',
      ...(partner ? { partner_id: partner } : {}),
      ...(spec.amount ? { expected_revenue: Number(spec.amount) } : {}),
      ...(spec.wonOn || spec.wonAt ? { stage_id: isWon() } : {}),
    });
    const moment = spec.wonAt ?? (spec.wonOn ? `${spec.wonOn}T12:00:00Z` : null);
    if (moment) write('crm.lead', id, { date_closed: moment.slice(0, 19).replace('T', ' ') });
    const customer = () => partner ?? company({ name: 'A customer of no deal' });
    for (const quote of spec.quotes ?? []) quotation(id, customer(), spec.currency, quote);
    return id;
  }
  /** Nobody but the superuser sees the record any more, until the case is over. */
  function hide(model: string, id: number): void {
    const model_id = found('ir.model', [['model', '=', model]]) ?? 0;
    const domain_force = `[('id', '!=', ${id})]`;
    const rule = create('ir.rule', { name: `hidden ${model} ${id}`, model_id, domain_force });
    undo.push(() => void call(z.unknown(), 'ir.rule', 'unlink', { ids: [rule] }));
  }
  return {
    ...{ call, search, create, write, company, deal, hide, products, pricelist },
    putBack(): void {
      for (const each of undo.splice(0)) each();
    },
  };
}
export type Hands = ReturnType<typeof handsOf>;
