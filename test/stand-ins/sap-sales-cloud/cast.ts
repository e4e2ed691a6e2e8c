import type { CompanySpec, DealSpec, LineSpec, QuoteSpec } from '@backroom/backend/crm/conformance/subject';
import { num } from '../numbers.ts';
import { elementsOf, type Money, netOf, priceElement, totalsOfItem, totalsOfQuote } from './pricing.ts';
import type { Tenant } from './tenant.ts';

type Item = Record<string, unknown> & { totalValues: { netAmount?: Money } };
const states: Readonly<Record<QuoteSpec['status'], Record<string, string>>> = {
  accepted: { lifeCycleStatus: 'COMPLETED', progressStatus: 'WON', approvalStatus: 'NOT_STARTED' },
  approved: { lifeCycleStatus: 'IN_PROCESS', progressStatus: 'PENDING', approvalStatus: 'APPROVED' },
  shown: { lifeCycleStatus: 'IN_PROCESS', progressStatus: 'PENDING', approvalStatus: 'NOT_STARTED' },
  draft: { lifeCycleStatus: 'OPEN', progressStatus: 'OPEN', approvalStatus: 'NOT_STARTED' },
  rejected: { lifeCycleStatus: 'COMPLETED', progressStatus: 'LOST', approvalStatus: 'NOT_STARTED' },
};
const UNIT = 'EA';
const party = (partyId: string, partyDisplayId: string, partyName: string) => ({ partyId, partyDisplayId, partyName });

/** Puts what a case asks for into the tenant; gives the ids there. `vatField`: an extension field of accounts that holds the VAT id. */
export function filler(tenant: Tenant, owner: { id: string; name: string }, vatField: () => string | null) {
  const products = new Map<string, string>();
  const named = (entity: 'account' | 'contactPerson', id: string) => {
    const { displayId, formattedName } = tenant.rowOf(entity, id);
    return { id, displayId: String(displayId), name: String(formattedName) };
  };
  function product(code: string, name = `Product ${code}`): string {
    const known = products.get(code);
    if (known !== undefined) return known;
    const { id } = tenant.add('product', { displayId: code, name, lifeCycleStatus: 'ACTIVE', baseMeasureUnit: UNIT });
    products.set(code, id);
    return id;
  }
  function contact(eMail: string, account: string): string {
    const { displayId, name } = named('account', account);
    const of = { accountId: account, accountDisplayId: displayId, accountFormattedName: name };
    const { id } = tenant.add('contactPerson', {
      ...{
        givenName: 'Alex',
        familyName: 'Moreau',
        formattedName: 'Alex Moreau',
        eMail,
        lifeCycleStatus: 'ACTIVE',
        ...of,
      },
      isContactPersonFor: [{ id: crypto.randomUUID(), ...of, isMain: true }],
    });
    const row = tenant.rowOf('contactPerson', id);
    Object.assign(tenant.rowOf('account', account), {
      ...{ primaryContactId: id, primaryContactDisplayId: row.displayId, primaryContactformattedName: 'Alex Moreau' },
      hasContactPersons: [
        {
          ...{ id: crypto.randomUUID(), contactId: id, contactDisplayId: row.displayId },
          contactFormattedName: 'Alex Moreau',
          isDefault: true,
        },
      ],
    });
    return id;
  }
  function company(spec: CompanySpec): string {
    const field = vatField();
    // The house number has an attribute of its own.
    const [, streetName = spec.street, houseId] = /^(.*\S) (\d+\w?)$/.exec(spec.street ?? '') ?? [];
    const { id } = tenant.add('account', {
      ...{
        customerRole: 'CRM000',
        lifeCycleStatus: 'ACTIVE',
        isProspect: false,
        isNaturalPerson: spec.person === true,
      },
      ...{ formattedName: spec.name, firstLineName: spec.name, ownerId: owner.id, ownerFormattedName: owner.name },
      defaultAddress: { country: spec.country, postalCode: spec.postalCode, cityName: spec.city, streetName, houseId },
      defaultCommunication: {
        eMail: spec.person ? spec.contactEmail : undefined,
        web: spec.domain ? `https://www.${spec.domain}/` : undefined,
        phoneFormattedNumber: spec.phone,
      },
      extensions: field && spec.vatId ? { [field]: spec.vatId } : {},
    });
    if (spec.contactEmail && !spec.person) contact(spec.contactEmail, id);
    return id;
  }
  function itemOf(spec: LineSpec, currency: string, whole: readonly string[], nth: number): Item {
    const { discountPercent, discountAmount } = spec;
    const plain = { price: spec.price, quantity: spec.quantity, currency: spec.currency ?? currency, unit: UNIT };
    const own = { ...plain, percents: discountPercent ? [discountPercent] : [], off: discountAmount ?? null };
    const off = discountAmount
      ? [{ kind: 'discount' as const, name: 'Discount', amount: discountAmount }]
      : own.percents.map((percent) => ({ kind: 'discount' as const, name: 'Discount', percent }));
    const before = netOf([{ totalValues: totalsOfItem({ ...own, percents: [], off: null }) }]);
    return {
      ...{ id: crypto.randomUUID(), displayId: String((nth + 1) * 10), description: spec.name, typeCode: 'PRODUCT' },
      ...{ itemType: 'AGN', businessTerms: { currency: own.currency } },
      priceElements: [...priceElement(own), ...elementsOf(off, own.currency, before, 1)],
      // An item of a product category has no product.
      productData:
        spec.code === null
          ? { productCategoryDisplayId: 'VARIOUS', productQuantityMeasureUnit: UNIT }
          : { productId: product(spec.code), productDisplayId: spec.code, productQuantityMeasureUnit: UNIT },
      scheduleLines: [
        { id: crypto.randomUUID(), displayId: '1', quantity: { content: num(spec.quantity), uomCode: UNIT } },
      ],
      totalValues: totalsOfItem({ ...own, percents: [...own.percents, ...whole] }),
    };
  }
  function quote(opportunity: string, account: string | null, deal: DealSpec, spec: QuoteSpec): string {
    const currency = spec.currency ?? deal.currency;
    const conditions = spec.adjustments ?? [];
    const whole = conditions.flatMap(({ kind, percent }) => (kind === 'discount' && percent ? [percent] : []));
    const items = spec.lines.map((line, nth) => itemOf(line, currency, whole, nth));
    const before = netOf(spec.lines.map((line, nth) => itemOf(line, currency, [], nth)));
    const buyer = account ? named('account', account) : null;
    const main = account ? tenant.rowOf('account', account).primaryContactId : undefined;
    const person = typeof main === 'string' ? named('contactPerson', main) : null;
    const { displayId } = tenant.rowOf('opportunity', opportunity);
    return tenant.add('salesQuote', {
      ...{ name: deal.name, documentType: 'AG', isPrimary: true, businessTerms: { currency }, ...states[spec.status] },
      ...(buyer ? { account: party(buyer.id, buyer.displayId, buyer.name) } : {}),
      ...(person ? { contactOfAccount: party(person.id, person.displayId, person.name) } : {}),
      owner: party(owner.id, '7000001', owner.name),
      ...(spec.expiresOn ? { validityPeriod: { endDate: spec.expiresOn } } : {}),
      ...{
        consistencyStatus: 'CONSISTENT',
        transferStatus: 'NOT_STARTED',
        externalSalesOrderRequestStatus: 'NOT_STARTED',
      },
      pricingStatus: spec.lines.some(({ price }) => price === null)
        ? 'CALCULATED_WITH_ERRORS'
        : 'CALCULATED_SUCCESSFULLY',
      ...{ items, priceElements: elementsOf(conditions, currency, before) },
      totalValues: totalsOfQuote(items, conditions, currency, tenant.settings.freightInNet),
      relatedObjects: [
        {
          id: crypto.randomUUID(),
          objectId: opportunity,
          displayId: String(displayId),
          type: 'OPPORTUNITY',
          role: 'PREDECESSOR',
        },
      ],
    }).id;
  }
  /** `known`: an account that is there already is its customer. */
  function deal(spec: DealSpec, known: string | null = null): string {
    const account = spec.company ? company(spec.company) : known;
    const main = account ? tenant.rowOf('account', account).primaryContactId : undefined;
    const items = (spec.lines ?? []).map((line, nth) => itemOf(line, spec.currency, [], nth));
    const { netAmount } = totalsOfQuote(items, [], spec.currency, false);
    const day = spec.wonAt?.slice(0, 10) ?? spec.wonOn;
    for (const partner of spec.partners ?? []) company(partner);
    const { id } = tenant.add('opportunity', {
      ...{
        name: spec.name,
        documentType: 'OPPT',
        items,
        owner: { id: owner.id, displayId: '7000001', name: owner.name },
      },
      ...(account ? { account: named('account', account) } : {}),
      ...(typeof main === 'string' ? { primaryContact: named('contactPerson', main) } : {}),
      totalExpectedNetAmount: spec.amount ? { content: num(spec.amount), currencyCode: spec.currency } : netAmount,
      ...(day
        ? { lifeCycleStatus: 'WON', statusDescription: 'Won', closeDate: day }
        : { lifeCycleStatus: 'OPEN', statusDescription: 'Open' }),
    });
    for (const each of spec.quotes ?? []) quote(id, account, spec, each);
    return id;
  }
  return { company, deal, product, contact };
}
