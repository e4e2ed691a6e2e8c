import type { CompanySpec, DealSpec, LineSpec, QuoteSpec } from '@backroom/backend/crm/conformance/subject';
import type { Row } from './database.ts';
import type { Desk } from './desk.ts';

/** A closed quote cannot be filled: its lines come first, its state last. */
const states: Readonly<Record<QuoteSpec['status'], Row>> = {
  accepted: { statecode: 2, statuscode: 4 },
  approved: { statecode: 1, statuscode: 3 },
  shown: { statecode: 1, statuscode: 3 },
  draft: { statecode: 0, statuscode: 1 },
  rejected: { statecode: 3, statuscode: 5 },
};

/** Puts what a case asks for into the organisation; gives the ids there. `vatColumn`: a column of the organisation's own that holds the VAT id. */
export function filler(
  desk: Desk,
  ids: { currency: (code: string) => string; product: (code: string) => string; unit: string },
  vatColumn: () => string | null,
) {
  function company(spec: CompanySpec): string {
    const vat = vatColumn();
    const id = desk.put('account', {
      name: spec.name,
      websiteurl: spec.domain ? `https://www.${spec.domain}/` : null,
      telephone1: spec.phone ?? null,
      address1_line1: spec.street ?? null,
      address1_postalcode: spec.postalCode ?? null,
      address1_city: spec.city ?? null,
      address1_country: spec.country ?? null,
      ...(vat && spec.vatId ? { [vat]: spec.vatId } : {}),
    });
    if (spec.contactEmail) {
      const contact = desk.put('contact', {
        firstname: 'Alex',
        lastname: 'Moreau',
        emailaddress1: spec.contactEmail,
        parentcustomerid_account: id,
      });
      desk.change('account', id, { primarycontactid: contact });
    }
    return id;
  }
  function lines(table: 'quotedetail' | 'opportunityproduct', owner: Row, specs: readonly LineSpec[]): void {
    for (const spec of specs)
      desk.put(table, {
        ...owner,
        ...(spec.code === null
          ? { productdescription: spec.name, isproductoverridden: 1 }
          : {
              productid: ids.product(spec.code),
              productdescription: spec.name,
              isproductoverridden: 0,
              ispriceoverridden: 1,
            }),
        uomid: ids.unit,
        quantity: spec.quantity,
        priceperunit: spec.price,
        // Neither of the two exists as a percentage here: the discount is money, of the whole line.
        manualdiscountamount: off(spec),
        ...(spec.currency ? { transactioncurrencyid: ids.currency(spec.currency) } : {}),
      });
  }
  const off = ({ discountAmount, discountPercent, quantity, price }: LineSpec): string | null => {
    if (discountAmount) return String(Number(discountAmount) * Number(quantity));
    return discountPercent
      ? String(Math.round(Number(price) * Number(quantity) * Number(discountPercent)) / 100)
      : null;
  };
  function quote(opportunity: string, account: string | null, deal: DealSpec, spec: QuoteSpec): string {
    const adjustments = spec.adjustments ?? [];
    const sum = (kind: string) => adjustments.find((each) => each.kind === kind);
    const id = desk.put('quote', {
      name: deal.name,
      opportunityid: opportunity,
      ...(account ? { customerid_account: account } : {}),
      transactioncurrencyid: ids.currency(spec.currency ?? deal.currency),
      expireson: spec.expiresOn ? `${spec.expiresOn}T00:00:00Z` : null,
      discountpercentage: sum('discount')?.percent ?? null,
      discountamount: sum('discount')?.amount ?? null,
      freightamount: sum('shipping')?.amount ?? null,
    });
    lines('quotedetail', { quoteid: id }, spec.lines);
    const tax = sum('tax')?.amount;
    if (tax) {
      const first = desk.linesOf(id)[0];
      if (first) desk.change('quotedetail', first, { tax });
    }
    desk.change('quote', id, states[spec.status]);
    return id;
  }
  function deal(spec: DealSpec): string {
    const account = spec.company ? company(spec.company) : null;
    const day = spec.wonAt?.slice(0, 10) ?? spec.wonOn;
    const id = desk.put('opportunity', {
      name: spec.name,
      transactioncurrencyid: ids.currency(spec.currency),
      isrevenuesystemcalculated: spec.amount ? 0 : 1,
      estimatedvalue: spec.amount ?? null,
      ...(account ? { parentaccountid: account, customerid_account: account } : {}),
    });
    for (const partner of spec.partners ?? []) company(partner);
    lines('opportunityproduct', { opportunityid: id }, spec.lines ?? []);
    for (const each of spec.quotes ?? []) quote(id, account, spec, each);
    if (day)
      desk.change('opportunity', id, {
        statecode: 1,
        statuscode: 3,
        actualclosedate: day,
        actualvalue: spec.amount ?? null,
      });
    return id;
  }
  return { company, deal, quote };
}
