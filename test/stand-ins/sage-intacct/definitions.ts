/** Transaction definitions of the company: names are its own, the behaviour is the vendor's. */
export type Definition = {
  name: string;
  docClass: 'quote' | 'order' | 'list' | 'invoice' | 'adjustment';
  workflowCategory: 'quote' | 'order' | 'shipping' | 'invoice' | 'return';
  prefix: string;
  /** Types that it can be converted from. */
  from: readonly string[];
  inventory: 'increase' | 'decrease' | null;
  posts: 'invoice' | 'adjustment' | null;
};
export const definitions: readonly Definition[] = [
  {
    name: 'Sales Quote',
    docClass: 'quote',
    workflowCategory: 'quote',
    prefix: 'SQ-',
    from: [],
    inventory: null,
    posts: null,
  },
  {
    name: 'Sales Order',
    docClass: 'order',
    workflowCategory: 'order',
    prefix: 'SO-',
    from: ['Sales Quote'],
    inventory: null,
    posts: null,
  },
  {
    name: 'Sales Shipper',
    docClass: 'list',
    workflowCategory: 'shipping',
    prefix: 'SS-',
    from: ['Sales Order'],
    inventory: 'decrease',
    posts: null,
  },
  {
    name: 'Sales Invoice',
    docClass: 'invoice',
    workflowCategory: 'invoice',
    prefix: 'SI-',
    from: ['Sales Order', 'Sales Shipper'],
    inventory: null,
    posts: 'invoice',
  },
  {
    name: 'Sales Return',
    docClass: 'adjustment',
    workflowCategory: 'return',
    prefix: 'SR-',
    from: ['Sales Shipper', 'Sales Invoice'],
    inventory: 'increase',
    posts: null,
  },
  {
    name: 'Sales Credit Memo',
    docClass: 'adjustment',
    workflowCategory: 'return',
    prefix: 'CM-',
    from: ['Sales Return', 'Sales Invoice'],
    inventory: null,
    posts: 'adjustment',
  },
];
export const definition = (name: string): Definition | undefined => definitions.find((each) => each.name === name);
/** Whether an object's path may name this definition: `document::Sales Order`. */
export function hasDefinition(object: string, name: string): boolean {
  if (object.startsWith('purchasing/document')) return name === 'Purchase Order';
  return /^order-entry\/document(-line)?$/.test(object) && definition(name) !== undefined;
}

/** Subtotals of every definition: a discount and a charge over the whole document, before tax. */
export const subtotalKinds: Readonly<Record<string, 1 | -1>> = { 'Sales Discount': -1, Freight: 1 };
/** The company's daily rates, to its euro and to its dollar. */
const inEuro: Readonly<Record<string, number>> = { EUR: 1, USD: 0.9, GBP: 1.15, CHF: 1.05 };
export function dailyRate(from: string, to: string): number | null {
  const [one, other] = [inEuro[from], inEuro[to]];
  return one === undefined || other === undefined ? null : Number((one / other).toFixed(10));
}
/** To so many places, halves away from zero. */
export function round(value: number, places: number): number {
  const shifted = Number(`${Math.abs(value).toFixed(12)}e${places}`);
  return Math.sign(value) * Number(`${Math.round(shifted)}e-${places}`);
}
