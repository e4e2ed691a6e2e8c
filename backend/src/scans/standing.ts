import { isIdentified, type PairReason } from './judge.ts';

/**
 * What a pair is to a person: `certain` may be linked at once, `likely` is the only candidate, `ambiguous` one of several, `linked` is linked already,
 * `otherwise` has an exact key although one of the two is linked to somebody else. `crm_double` and `erp_double` are two records of one side. `lesser` is not
 * shown: a better candidate is there.
 */
export const standings = [
  'certain',
  'likely',
  'ambiguous',
  'otherwise',
  'crm_double',
  'erp_double',
  'linked',
  'lesser',
] as const;
export type Standing = (typeof standings)[number];

export type CrossPair = {
  company: string;
  customer: string;
  score: number;
  why: readonly PairReason[];
  certain: boolean;
};
export type Around = {
  /** Pairs of the company, those that a person refused left out. */
  ofCompany: readonly CrossPair[];
  /** Pairs of a customer, with every company. */
  ofCustomer: (customer: string) => readonly CrossPair[];
  linkedCustomer: string | null;
  /** Other companies that the customer is linked to. */
  linkedCompanies: (customer: string) => readonly string[];
};
/** Candidates whose scores are nearer than this are both shown. */
const NEAR = 12;

const rivals = (pair: CrossPair, all: readonly CrossPair[]): CrossPair[] =>
  all.filter(
    (each) =>
      (each.company !== pair.company || each.customer !== pair.customer) &&
      (isIdentified(each) || each.score > pair.score - NEAR),
  );

/** The standing of each pair of one company. Pure. */
export function standingsOf({
  ofCompany,
  ofCustomer,
  linkedCustomer,
  linkedCompanies,
}: Around): Map<CrossPair, Standing> {
  const out = new Map<CrossPair, Standing>();
  if (linkedCustomer !== null) {
    for (const pair of ofCompany)
      out.set(pair, pair.customer === linkedCustomer ? 'linked' : isIdentified(pair) ? 'otherwise' : 'lesser');
    return out;
  }
  const free: CrossPair[] = [];
  for (const pair of ofCompany) {
    const taken = linkedCompanies(pair.customer).some((each) => each !== pair.company);
    if (taken) out.set(pair, isIdentified(pair) ? 'otherwise' : 'lesser');
    else free.push(pair);
  }
  const identified = (pairs: readonly CrossPair[]) => pairs.filter(isIdentified).length;
  const certain = free.find(
    (pair) => pair.certain && identified(ofCompany) === 1 && identified(ofCustomer(pair.customer)) === 1,
  );
  const best = certain ?? [...free].sort((left, right) => right.score - left.score)[0];
  if (!best) return out;
  const alone = rivals(best, free).length === 0 && rivals(best, ofCustomer(best.customer)).length === 0;
  for (const pair of free) {
    if (certain) out.set(pair, pair === certain ? 'certain' : 'lesser');
    else if (pair === best) out.set(pair, alone ? 'likely' : 'ambiguous');
    else out.set(pair, !alone && rivals(best, [pair]).length > 0 ? 'ambiguous' : 'lesser');
  }
  return out;
}
