import { erpCustomerIdSchema } from '@backroom/shared';
import type { ErpAdapter } from '../erp/contract/index.ts';
import { ErpError } from '../erp/contract/index.ts';
import type { FoundOrder } from '../erp/contract/schemas.ts';
import { ProblemError } from '../problems/error.ts';
import { problemOf } from '../submissions/context.ts';
import type { Slowly } from './calls.ts';
import { type Compared, compareDeal, type Deal } from './compare.ts';
import { type Difference, type Finding, type FindingCode, kindOf } from './finding.ts';

/** Deals asked about at once: long answers hold up a small ERP. */
export const BATCH = 50;
export type Checked = { deal: Deal; result: Compared };

export function notChecked(code: FindingCode, deal: Deal | null, error: unknown): Finding {
  return {
    kind: kindOf(code),
    code,
    deal: deal && { id: deal.id, name: deal.name, company: deal.company },
    submission: null,
    reference: deal?.sent[0]?.reference ?? null,
    orders: [],
    differences: [],
    problem: problemOf(error),
  };
}
const namesOf = (deals: readonly Deal[]) => ({
  references: [...new Set(deals.flatMap(({ sent }) => sent.map(({ reference }) => reference)))],
  numbers: [
    ...new Set(
      deals.flatMap(({ sent, orderNumber }) => [
        ...sent.flatMap(({ erpNumber }) => erpNumber ?? []),
        ...(orderNumber === null ? [] : [orderNumber]),
      ]),
    ),
  ],
});

/**
 * Whether a smaller question could be answered where this one was not: one odd order among fifty, or too much at once. An ERP that has just
 * let us wait for minutes is not asked fifty times more.
 */
const smallerMayDo = (error: ErpError, wasPatient: boolean) =>
  ['drift', 'refused', 'not_found'].includes(error.kind) || (error.timedOut && wasPatient);

async function ordersOf(erp: ErpAdapter, deals: readonly Deal[], slow: Slowly): Promise<FoundOrder[]> {
  const asked = namesOf(deals);
  if (asked.references.length + asked.numbers.length === 0) return [];
  const find = erp.orders?.find;
  return slow(async (signal) => {
    const { without } = await erp.describe({}, { signal });
    if (!find || without.includes('orders.find'))
      throw new ErpError('unsupported', 'no orders.find', {
        words: 'This ERP cannot be asked for orders by reference.',
      });
    return (await find(asked, { signal })).orders;
  });
}

/** Deals against the ERP, fifty a call. What could not be asked is a finding, and halved first when one of many may be why. */
export async function checkDeals(
  erpOf: () => Promise<ErpAdapter>,
  deals: readonly Deal[],
  slow: Slowly,
): Promise<Checked[]> {
  let erp: ErpAdapter;
  try {
    erp = await erpOf();
  } catch (error) {
    // The connection that these went to is gone.
    if (!(error instanceof ProblemError) || error.code !== 'erp_not_connected') throw error;
    return deals.map((deal) => ({
      deal,
      result: { findings: [notChecked('erp_unreadable', deal, error)], claims: [] },
    }));
  }
  const checked: Checked[] = [];
  for (let from = 0; from < deals.length; from += BATCH)
    checked.push(...(await checkBatch(erp, deals.slice(from, from + BATCH), slow)));
  return nameCustomers(erp, checked, slow);
}
async function checkBatch(erp: ErpAdapter, deals: readonly Deal[], slow: Slowly): Promise<Checked[]> {
  const wasPatient = slow.patient();
  try {
    const orders = await ordersOf(erp, deals, slow);
    const byReference = Map.groupBy(orders, ({ reference }) => reference);
    const byNumber = Map.groupBy(orders, ({ number }) => number);
    return deals.map((deal) => {
      const names = namesOf([deal]);
      const mine = new Set([
        ...names.references.flatMap((each) => byReference.get(each) ?? []),
        ...names.numbers.flatMap((each) => byNumber.get(each) ?? []),
      ]);
      return { deal, result: compareDeal(deal, [...mine]) };
    });
  } catch (error) {
    if (!(error instanceof ErpError)) throw error;
    if (smallerMayDo(error, wasPatient) && deals.length > 1) {
      const half = Math.ceil(deals.length / 2);
      return [
        ...(await checkBatch(erp, deals.slice(0, half), slow)),
        ...(await checkBatch(erp, deals.slice(half), slow)),
      ];
    }
    const code = error.kind === 'unsupported' ? 'erp_cannot' : 'erp_unreadable';
    return deals.map((deal) => {
      // What was never sent and has no number needs no ERP to be told.
      const asked = namesOf([deal]);
      const result = asked.references.length + asked.numbers.length === 0 ? compareDeal(deal, []) : null;
      return { deal, result: result ?? { findings: [notChecked(code, deal, error)], claims: [] } };
    });
  }
}

/** The names of the customers that were meant; a name that cannot be read leaves the id. */
async function nameCustomers(erp: ErpAdapter, checked: readonly Checked[], slow: Slowly): Promise<Checked[]> {
  const isCustomer = (each: Difference) => each.field === 'customer' && typeof each.ours === 'string';
  const ids = [
    ...new Set(
      checked.flatMap(({ result }) =>
        result.findings.flatMap(({ differences }) => differences.filter(isCustomer).map(({ ours }) => String(ours))),
      ),
    ),
  ];
  const get = erp.customers?.get;
  if (ids.length === 0 || !get) return [...checked];
  const asked = ids.map((id) => erpCustomerIdSchema.parse(id));
  const names = await slow((signal) => get({ ids: asked }, { signal })).then(
    ({ results }) =>
      new Map(results.flatMap((each) => (each ? [[String(each.id), `${each.number} ${each.name}`]] : []))),
    (error: unknown) => {
      if (error instanceof ErpError) return new Map<string, string>();
      throw error;
    },
  );
  const named = (each: Difference): Difference =>
    isCustomer(each) ? { ...each, ours: names.get(String(each.ours)) ?? each.ours } : each;
  return checked.map(({ deal, result }) => ({
    deal,
    result: {
      ...result,
      findings: result.findings.map((each) => ({ ...each, differences: each.differences.map(named) })),
    },
  }));
}
