import type { AdjustmentSpec, CompanySpec, DealSpec, LineSpec } from '@backroom/backend/crm/conformance/subject';
import { decimal, multiply, parseDecimal } from '@backroom/shared';
import { num } from '../../numbers.ts';
import type { Company } from '../company.ts';
import type { Fields } from '../fields.ts';
import { addLine, settle } from '../lines.ts';

/** Fields that an admin made before any app came. */
const OWN_FIELDS = { vatId: 'VAT number', phone: 'Main phone' } as const;

/** Puts what a case asks for into the account. There are no quotes here: lines of the quote that counts are the deal's own. */
export function filler(company: Company, fields: Fields) {
  const products = new Map<string, number>();
  const ownFields = () => ({
    vatId: fields.named('organization', OWN_FIELDS.vatId) ?? fields.create('organization', OWN_FIELDS.vatId, 'varchar'),
    phone: fields.named('organization', OWN_FIELDS.phone) ?? fields.create('organization', OWN_FIELDS.phone, 'phone'),
  });
  function product({ code, name }: Pick<LineSpec, 'code' | 'name'>): number {
    const key = `${code} ${name}`;
    const known = products.get(key);
    if (known !== undefined) return known;
    const more = { is_linkable: true, tax: 0, unit: 'pcs', description: '', prices: [] };
    const { id } = company.add('product', { code, name, ...more }, true);
    products.set(key, id);
    return id;
  }
  function lineOf(spec: LineSpec, currency: string): Record<string, unknown> {
    if (spec.price === null) throw new Error('Pipedrive has no line without a price');
    const off = parseDecimal(spec.discountAmount ?? '');
    const perLine = company.settings.amountDiscount === 'line';
    const amount = off && perLine ? multiply(off, parseDecimal(spec.quantity) ?? decimal('1')) : off;
    return {
      ...{ product_id: product(spec), quantity: num(spec.quantity), item_price: num(spec.price) },
      ...(spec.discountPercent ? { discount: num(spec.discountPercent), discount_type: 'percentage' } : {}),
      ...(amount ? { discount: num(amount), discount_type: 'amount' } : {}),
      ...(spec.payments ? { billing_frequency: 'monthly', billing_frequency_cycles: spec.payments } : {}),
      currency: spec.currency ?? currency,
    };
  }
  function discount(deal: number, { name, percent, amount }: AdjustmentSpec): void {
    const stamps = { created_at: company.stamp(), created_by: company.admin, updated_at: company.stamp() };
    company.discounts.push({
      ...{ id: crypto.randomUUID(), description: name, amount: num(percent ?? amount ?? '0') },
      ...{ type: percent ? 'percentage' : 'amount', deal_id: deal, ...stamps, updated_by: company.admin },
    });
  }
  function person(email: string, org: number | null, name = 'Alex Moreau'): number {
    const [first_name, ...rest] = name.split(' ');
    const emails = [{ value: email, primary: true, label: 'work' }];
    const names = { name, first_name, last_name: rest.join(' ') || null };
    return company.add('person', { ...names, emails, phones: [], org_id: org, label_ids: [] }, true).id;
  }
  function organization(spec: CompanySpec): number {
    const { vatId, phone } = ownFields();
    const [, route = spec.street ?? null, street_number = null] = /^(.*\S) (\d+\w?)$/.exec(spec.street ?? '') ?? [];
    const parts = [spec.street, [spec.postalCode, spec.city].filter(Boolean).join(' '), spec.country].filter(Boolean);
    const address = {
      ...{ value: parts.join(', '), country: spec.country ?? null, admin_area_level_1: null, admin_area_level_2: null },
      ...{ locality: spec.city ?? null, sublocality: null, route, street_number, subpremise: null },
      postal_code: spec.postalCode ?? null,
    };
    const custom: Record<string, unknown> = {};
    if (spec.vatId) custom[vatId.field_code] = spec.vatId;
    if (spec.phone) custom[phone.field_code] = spec.phone;
    const { id } = company.add(
      'organization',
      {
        ...{ name: spec.name, address: parts.length > 0 ? address : null, label_ids: [], custom_fields: custom },
        website: spec.domain ? `https://www.${spec.domain}` : null,
      },
      true,
    );
    if (spec.contactEmail) person(spec.contactEmail, id);
    return id;
  }
  const contactOf = (org: number) =>
    [...company.tables.person.values()].find(({ org_id }) => org_id === org)?.id ?? null;
  function deal(spec: DealSpec): number {
    const buyer = spec.company && !spec.company.person ? organization(spec.company) : null;
    const { name = '', contactEmail = '' } = spec.company ?? {};
    const main = spec.company?.person ? person(contactEmail, null, name) : buyer === null ? null : contactOf(buyer);
    const quote =
      spec.quotes?.findLast(({ status }) => status === 'accepted') ??
      spec.quotes?.findLast(({ status }) => status === 'approved' || status === 'shown');
    const currency = quote?.currency ?? spec.currency;
    const ids = { creator_user_id: company.admin, org_id: buyer, person_id: main, stage_id: 1, pipeline_id: 1 };
    const { id } = company.add(
      'deal',
      {
        ...{ title: spec.name, currency, value: num(spec.amount ?? '0'), status: 'open', is_archived: false },
        ...{ label_ids: [], origin: 'ManuallyCreated', ...ids },
      },
      true,
    );
    const row = company.rowOf('deal', id);
    for (const line of spec.lines ?? quote?.lines ?? []) addLine(company, id, lineOf(line, currency), true);
    for (const each of quote?.adjustments ?? []) if (each.kind === 'discount') discount(id, each);
    if (spec.amount === undefined && company.linesOf(id).length > 0) settle(company, id, true);
    const at = spec.wonAt ?? (spec.wonOn ? `${spec.wonOn}T10:00:00Z` : null);
    if (at) Object.assign(row, company.wonAt(Date.parse(at)));
    // Partners take part by their person: a deal has one organisation.
    for (const partner of spec.partners ?? []) {
      const org = organization({ contactEmail: `info@${partner.name.replaceAll(' ', '-')}.example`, ...partner });
      const takes = contactOf(org);
      if (takes !== null) company.participants.set(id, new Set([...(company.participants.get(id) ?? []), takes]));
    }
    return id;
  }
  return { deal, organization, person, discount, product };
}
