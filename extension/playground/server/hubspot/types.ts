export const VERSION = '2026-03';

export type ObjectType = { type: string; id: string; name: string; scope: string };
/** Object types by HubSpot's names for them: in paths, in events, by their number. */
const all: readonly ObjectType[] = [
  { type: 'contacts', id: '0-1', name: 'contact', scope: 'crm.objects.contacts' },
  { type: 'companies', id: '0-2', name: 'company', scope: 'crm.objects.companies' },
  { type: 'deals', id: '0-3', name: 'deal', scope: 'crm.objects.deals' },
  { type: 'products', id: '0-7', name: 'product', scope: 'crm.objects.products' },
  { type: 'line_items', id: '0-8', name: 'line_item', scope: 'crm.objects.line_items' },
  { type: 'quotes', id: '0-14', name: 'quote', scope: 'crm.objects.quotes' },
  { type: 'discounts', id: '0-84', name: 'discount', scope: 'crm.objects.line_items' },
  { type: 'fees', id: '0-85', name: 'fee', scope: 'crm.objects.line_items' },
  { type: 'taxes', id: '0-86', name: 'tax', scope: 'crm.objects.line_items' },
];
export const objectType = (given: string): ObjectType | null =>
  all.find(({ type, id, name }) => [type, id, name].includes(given)) ?? null;
/** The name that the stand-in's data have it under; an unknown one stays as it is and finds nothing. */
export const storedType = (given: string): string => objectType(given)?.type ?? given;

/** Source: `AssociationTypes` of HubSpot's own client, version 14. */
const associations: Readonly<Record<string, number>> = {
  deal_to_contact: 3,
  contact_to_deal: 4,
  deal_to_line_item: 19,
  line_item_to_deal: 20,
  deal_to_quote: 63,
  quote_to_deal: 64,
  quote_to_line_item: 67,
  line_item_to_quote: 68,
  quote_to_discount: 362,
  quote_to_fee: 364,
  quote_to_tax: 366,
  contact_to_company: 279,
  company_to_contact: 280,
  deal_to_company: 341,
  company_to_deal: 342,
};
const primary: Readonly<Record<string, number>> = { deal_to_company: 5, company_to_deal: 6 };
export type AssociationType = { category: 'HUBSPOT_DEFINED'; typeId: number; label: string | null };
const one = (typeId: number, label: string | null = null): AssociationType => ({
  category: 'HUBSPOT_DEFINED',
  typeId,
  label,
});

/** How an association is typed. The primary company has two types, every other object one. `name` is what a record's `associations` call it. */
export function associationTypes(from: string, to: string, isPrimary: boolean) {
  const name = `${objectType(from)?.name ?? from}_to_${objectType(to)?.name ?? to}`;
  const plain = one(associations[name] ?? 0);
  const first = primary[name];
  if (first === undefined) return [{ name, type: plain }];
  const unlabeled = { name: `${name}_unlabeled`, type: plain };
  return isPrimary ? [{ name, type: one(first, 'Primary') }, unlabeled] : [unlabeled];
}
