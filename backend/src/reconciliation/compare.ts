import {
  absolute,
  add,
  addMoney,
  canonical,
  compare,
  type Decimal,
  decimal,
  divide,
  type Money,
  placesOf,
  type Reference,
  type SubmissionState,
  submissionStateSchema,
  subtract,
} from '@backroom/shared';
import type { FoundOrder } from '../erp/contract/schemas.ts';
import { type Difference, type Finding, type FindingCode, kindOf } from './finding.ts';

/** An order submission of ours, as it was last sent. */
export type Sent = {
  id: string;
  state: SubmissionState;
  reference: Reference;
  erpId: string | null;
  erpNumber: string | null;
  /** As the ERP said when it was confirmed: `draft` where this ERP knows no confirming. */
  status: string | null;
  customerId: string | null;
  currency: string;
  /** What the ERP made of it when it was confirmed or adopted; null where it did not say. */
  total: Money | null;
  /** What we sent came to, net; null where there is no sum. */
  net?: Money | null;
  lines: readonly { productId: string; name: string | null; quantity: Decimal }[];
  /** What was charged beside the lines; an ERP may have a line of its own for each. */
  charges?: readonly Money[];
};
/** What the CRM and we say of one deal. */
export type Deal = {
  id: string;
  name: string | null;
  company: string | null;
  /** Null: the CRM does not call it won, or was not asked about it. */
  wonOn: string | null;
  orderNumber: string | null;
  /** What the record says of its order: the state of one under way, or the ERP's word for one that it has. */
  orderStatus: string | null;
  currency: string | null;
  /** The ERP customer that its company is linked to. */
  customerId: string | null;
  sent: readonly Sent[];
};
export type Claim = { erpId: string; number: string; own: boolean };
export type Compared = {
  findings: Finding[];
  /** Standing orders that this deal has. `own`: sent or adopted by us for it; else the CRM's number alone says so. */
  claims: Claim[];
};

/**
 * Only a submission of ours puts such a word on a record, and no submission is deleted but with its account: where there is none, a backup was put
 * back, or Backroom was installed anew.
 */
const underWay: readonly string[] = submissionStateSchema.exclude(['confirmed', 'cancelled']).options;
const isUnderWay = (status: string | null) => status !== null && underWay.includes(status);
const stands = ({ status }: FoundOrder) => status !== 'cancelled';
const isOf = (order: FoundOrder, { reference, erpId, erpNumber }: Sent) =>
  order.reference === reference || order.id === erpId || (erpNumber !== null && order.number === erpNumber);

/** `PMP-003 Pump`. Some ERPs write a text of several lines that begins with the code in brackets. */
function labelOf(code: string, name: string): string {
  const [first = ''] = name.split('\n');
  return `${code} ${first.startsWith(`[${code}]`) ? first.slice(code.length + 2).trim() : first}`.trim();
}
/** Quantities of each product over all of its lines: an ERP may split a line, or put two together. */
function sums(lines: readonly { productId: string | null; name: string | null; code?: string; quantity: Decimal }[]) {
  const byProduct = new Map<string, { name: string; quantity: Decimal }>();
  for (const { productId, code, name, quantity } of lines) {
    const key = productId ?? `code ${code ?? ''}`;
    const known = byProduct.get(key);
    const label = labelOf(code ?? '', name ?? '') || key;
    byProduct.set(key, { name: known?.name ?? label, quantity: known ? add(known.quantity, quantity) : quantity });
  }
  return byProduct;
}
/** The ERP's lines without those that stand for a charge: the last of its amount, of a product that was not ordered where there is one. */
function withoutCharges({ lines, charges = [] }: Sent, order: FoundOrder): FoundOrder['lines'] {
  const left = [...order.lines];
  // Kept apart, they are no lines.
  if (order.charges && order.charges.length > 0) return left;
  const ordered = new Set<string | null>(lines.map(({ productId }) => productId));
  for (const { amount, currency } of charges) {
    const fits = ({ net }: FoundOrder['lines'][number]) =>
      net?.currency === currency && compare(net.amount, amount) === 0;
    const other = left.findLastIndex((each) => fits(each) && !ordered.has(each.productId));
    const nth = other >= 0 ? other : left.findLastIndex(fits);
    if (nth >= 0) left.splice(nth, 1);
  }
  return left;
}
function lineDifferences(sent: Sent, order: FoundOrder): Difference[] {
  const [ours, theirs] = [sums(sent.lines), sums(withoutCharges(sent, order))];
  return [...new Set([...ours.keys(), ...theirs.keys()])].flatMap((key): Difference[] => {
    const [left, right] = [ours.get(key), theirs.get(key)];
    if (left && right && compare(left.quantity, right.quantity) === 0) return [];
    return [
      {
        field: 'quantity',
        line: right?.name ?? left?.name ?? key,
        ours: left ? canonical(left.quantity) : null,
        erp: right ? canonical(right.quantity) : null,
      },
    ];
  });
}
const differ = (field: Difference['field'], ours: Difference['ours'], erp: Difference['erp']): Difference[] => [
  { field, line: null, ours, erp },
];
/** What the ERP made of the prices that were sent. It may round each line; where it gives no net amounts, nothing is said. */
function netDifference({ net, lines }: Sent, order: FoundOrder): Difference[] {
  const told = order.lines.map((each) => each.net);
  const summed = told.length > 0 && told.every((each) => each !== undefined);
  const theirs = order.net ?? (summed ? told.reduce(addMoney) : undefined);
  if (!net || !theirs || net.currency !== theirs.currency) return [];
  const off = subtract(net.amount, theirs.amount);
  const margin = divide(decimal(String(Math.max(1, lines.length))), decimal(`1${'0'.repeat(placesOf(net.currency))}`));
  return compare(absolute(off), margin) > 0 ? differ('net', net, theirs) : [];
}
/** Customers are told by id here; whoever asks next puts their names. */
function differences(sent: Sent, order: FoundOrder): Difference[] {
  const otherCustomer = sent.customerId !== null && sent.customerId !== order.customer.id;
  const otherCurrency = sent.currency !== order.total.currency;
  const { total } = sent;
  const comparable = total !== null && total.currency === order.total.currency;
  return [
    ...(otherCustomer ? differ('customer', sent.customerId, `${order.customer.number} ${order.customer.name}`) : []),
    ...(otherCurrency ? differ('currency', sent.currency, order.total.currency) : []),
    ...netDifference(sent, order),
    ...(comparable && compare(total.amount, order.total.amount) !== 0 ? differ('total', total, order.total) : []),
    ...lineDifferences(sent, order),
  ];
}

/**
 * One deal against what the ERP has under its references and numbers. Pure: the same input gives the same findings, and an order that is as
 * it was sent gives none.
 */
export function compareDeal(deal: Deal, orders: readonly FoundOrder[]): Compared {
  const findings: Finding[] = [];
  const claims = new Map<string, Claim>();
  const tell = (
    code: FindingCode,
    about: { sent?: Sent; orders?: readonly FoundOrder[]; differences?: Difference[] },
  ) =>
    findings.push({
      kind: kindOf(code),
      code,
      deal: { id: deal.id, name: deal.name, company: deal.company },
      submission: about.sent?.id ?? null,
      reference: about.sent?.reference ?? null,
      orders: (about.orders ?? []).map(({ number }) => number),
      differences: about.differences ?? [],
      problem: null,
    });
  /** Orders of the deal that a confirmed submission accounts for, under any name. */
  const confirmed = deal.sent.filter(({ state }) => state === 'confirmed');
  const accounted = (order: FoundOrder) => confirmed.some((each) => isOf(order, each));

  for (const sent of deal.sent) {
    const mine = orders.filter((order) => isOf(order, sent));
    const standing = mine.filter(stands);
    for (const { id, number } of standing) claims.set(id, { erpId: id, number, own: true });
    if (sent.state === 'cancelled') {
      const unwanted = standing.filter((order) => !accounted(order));
      if (unwanted.length > 0)
        tell('stands_though_cancelled', {
          sent,
          orders: unwanted,
          differences: differ('status', 'cancelled', unwanted[0]?.status ?? null),
        });
      continue;
    }
    if (standing.length > 1) tell('same_reference', { sent, orders: standing });
    if (sent.state !== 'confirmed') {
      // On its way, by our own account; sold is what the CRM calls won.
      if (standing.length === 0 && deal.wonOn !== null)
        tell(sent.state === 'needs_attention' ? 'needs_attention' : 'under_way', { sent });
      continue;
    }
    const [first] = mine;
    // The one that we noted, among several.
    const order = standing.find(({ id }) => id === sent.erpId) ?? standing[0];
    if (!first) tell('order_gone', { sent, differences: differ('number', sent.erpNumber, null) });
    else if (!order)
      tell('cancelled_in_erp', { sent, orders: [first], differences: differ('status', 'confirmed', 'cancelled') });
    else {
      if (order.status === 'draft' && sent.status !== 'draft')
        tell('still_draft', { sent, orders: [order], differences: differ('status', 'confirmed', 'draft') });
      const found = differences(sent, order);
      if (found.length > 0) tell('differs', { sent, orders: [order], differences: found });
    }
  }

  numberOnRecord(deal, orders, { confirmed, claims, tell });
  const tried = deal.sent.some(({ state }) => state !== 'cancelled');
  if (deal.sent.length === 0 && isUnderWay(deal.orderStatus)) tell('forgotten', {});
  else if (deal.wonOn !== null && deal.orderNumber === null && !tried) tell('never_sent', {});
  return { findings, claims: [...claims.values()] };
}

type Tell = (
  code: FindingCode,
  about: { sent?: Sent; orders?: readonly FoundOrder[]; differences?: Difference[] },
) => void;
/** The order number on the CRM record, where no submission of ours brought it there. */
function numberOnRecord(
  deal: Deal,
  orders: readonly FoundOrder[],
  { confirmed, claims, tell }: { confirmed: readonly Sent[]; claims: Map<string, Claim>; tell: Tell },
): void {
  const number = deal.orderNumber;
  if (number === null || deal.sent.some(({ erpNumber }) => erpNumber === number)) return;
  const order = orders.find((each) => each.number === number);
  if (order && claims.has(order.id)) return;
  const own = orders.filter(({ id }) => claims.get(id)?.own);
  if (!order) {
    // The deal has its order, and its page names another that is nowhere.
    const [right] = own;
    if (right && confirmed.length > 0)
      tell('other_number', { orders: [right], differences: differ('number', number, right.number) });
    else tell('number_unknown', { differences: differ('number', number, null) });
    return;
  }
  if (!stands(order)) {
    if (own.length === 0)
      tell('cancelled_in_erp', { orders: [order], differences: differ('status', 'confirmed', 'cancelled') });
    return;
  }
  claims.set(order.id, { erpId: order.id, number: order.number, own: false });
  if (own.length > 0) tell('same_deal', { orders: [...own, order] });
  const found = [
    ...(deal.customerId !== null && deal.customerId !== order.customer.id
      ? differ('customer', deal.customerId, `${order.customer.number} ${order.customer.name}`)
      : []),
    ...(deal.currency !== null && deal.currency !== order.total.currency
      ? differ('currency', deal.currency, order.total.currency)
      : []),
  ];
  if (found.length > 0) tell('differs', { orders: [order], differences: found });
}
