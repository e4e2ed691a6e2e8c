import type { ErpAdapter, Product } from '@backroom/backend/erp/contract/index';
import { type Currency, compare, type Decimal, decimal, type ErpCustomer, multiply, round } from '@backroom/shared';
import type { PlaygroundCast } from './schema.ts';
import { busyness, isGood, isTroubled, type Survey, surveyOf } from './survey.ts';

type Deal = PlaygroundCast['deals'][number];
type Line = Deal['lines'][number];
type Wanted = { product: Product; quantity: Decimal };
/** A deal in the making. `linked: false`: the CRM's company is not yet tied to its ERP customer. */
type Plan = {
  name: string;
  situation: string;
  customer: ErpCustomer | null;
  linked?: false;
  company?: { name: string; vatId: string | null };
  wanted: readonly Wanted[];
  /** Times the ERP's own price. */
  factor?: Decimal;
  more?: readonly Line[];
};

const one = decimal('1');
const most = decimal('10');
const take = (products: readonly Product[], count: number, from = 0): Wanted[] =>
  products.slice(from, from + count).map((product, index) => ({ product, quantity: decimal(String(1 + (index % 4))) }));
const slug = (name: string) => name.toLowerCase().replace(/[^a-z0-9]+/g, '-');

/** Each situation for which this ERP has the records; what it has not, is left out. */
function plans(survey: Survey): Plan[] {
  const { customers, products, stock } = survey;
  const availableOf = (product: Product) => stock.get(product.id)?.available ?? decimal('0');
  const stocked = products.filter((product) => stock.has(product.id));
  const plenty = stocked.filter((product) => compare(availableOf(product), most) >= 0);
  const short = stocked.filter((product) => compare(availableOf(product), one) <= 0);
  const good = customers
    .filter((customer) => isGood(survey, customer))
    .sort((left, right) => compare(busyness(survey, right), busyness(survey, left)));
  const troubled = customers.find((customer) => isTroubled(survey, customer));
  const blocked = customers.find((customer) => customer.blocked);
  const sameName = customers.find((each) => customers.some(({ id, name }) => id !== each.id && name === each.name));
  const identified = good.filter(({ vatId, name }) => vatId && name !== sameName?.name).at(-1);
  const foreign = good.find(({ currency }) => currency !== null && currency !== survey.health.currency);
  const buyer = (nth: number) => good[nth % Math.max(1, good.length)] ?? null;
  const lines = take(plenty.length > 0 ? plenty : products, 4);
  const all: (Plan | null)[] = [
    { name: 'Framework order', situation: 'All well', customer: buyer(0), wanted: lines },
    short.length > 0
      ? {
          name: 'Urgent delivery',
          situation: 'Short stock',
          customer: buyer(1),
          wanted: [...take(short, 3), ...lines.slice(0, 1)],
        }
      : null,
    {
      name: 'Tender',
      situation: 'Price below the ERP’s',
      customer: buyer(2),
      wanted: take(plenty, 3, 4),
      factor: decimal('0.8'),
    },
    troubled
      ? { name: 'Plant extension', situation: 'Over the limit or overdue', customer: troubled, wanted: lines }
      : null,
    {
      name: 'Retrofit package',
      situation: 'Unknown product',
      customer: buyer(3),
      wanted: lines.slice(0, 1),
      more: [
        { code: 'NOT-IN-THE-ERP', name: 'Adapter plate', quantity: decimal('2'), price: decimal('75.00') },
        { code: null, name: 'Travel expenses', quantity: one, price: decimal('240.00') },
      ],
    },
    identified
      ? {
          name: 'First order',
          situation: 'Customer not linked: one match',
          customer: identified,
          linked: false,
          wanted: lines,
        }
      : null,
    sameName
      ? {
          name: 'Workshop equipment',
          situation: 'Customer not linked: several matches',
          customer: sameName,
          linked: false,
          company: { name: sameName.name, vatId: null },
          wanted: lines.slice(0, 2),
        }
      : null,
    {
      name: 'New account',
      situation: 'Customer not linked: none, can be created',
      customer: null,
      company: { name: 'Quellwasser Genossenschaft eG', vatId: 'DE299123456' },
      wanted: lines.slice(0, 2),
    },
    { name: 'New production hall', situation: 'Big deal, 50 lines', customer: buyer(4), wanted: take(products, 50) },
    foreign ? { name: 'Export', situation: 'Foreign currency', customer: foreign, wanted: lines } : null,
    blocked ? { name: 'Follow-up', situation: 'Customer blocked', customer: blocked, wanted: lines } : null,
  ];
  return all.flatMap((plan) => (plan && plan.wanted.length > 0 ? [plan] : []));
}

/** The lines at the price that the ERP itself would charge; what it has no price for is left out. */
async function priced(erp: ErpAdapter, survey: Survey, plan: Plan, date: string, currency: Currency): Promise<Line[]> {
  // An ERP may refuse to price anything for a customer that it has blocked.
  const buyer = plan.customer?.blocked ? undefined : plan.customer;
  const customerId = (buyer ?? survey.customers.find(({ blocked }) => !blocked))?.id;
  if (!customerId) return [];
  const lines = plan.wanted.map(({ product, quantity }) => ({ productId: product.id, quantity }));
  const signal = AbortSignal.timeout(60_000);
  const { results = [] } = (await erp.pricing?.quote({ customerId, currency, date, lines }, { signal })) ?? {};
  return plan.wanted.flatMap(({ product, quantity }, index) => {
    const price = results[index]?.unitPrice.amount;
    if (price === undefined) return [];
    return [{ code: product.code, name: product.name, quantity, price: round(multiply(price, plan.factor ?? one), 2) }];
  });
}

/** Companies and deals for the playground's CRM, about the customers and products of the ERP that it is connected to. */
export async function castFrom(erp: ErpAdapter, date: string): Promise<PlaygroundCast> {
  const survey = await surveyOf(erp);
  const { erp: name } = await erp.describe({}, { signal: AbortSignal.timeout(5000) });
  const cast: PlaygroundCast = {
    erp: { name, version: survey.health.version, company: survey.health.company },
    companies: [],
    deals: [],
  };
  for (const plan of plans(survey)) {
    const currency = plan.customer?.currency ?? survey.health.currency;
    const lines = [...(await priced(erp, survey, plan, date, currency)), ...(plan.more ?? [])];
    const nth = cast.deals.length + 1;
    const linked = plan.linked === false ? null : plan.customer;
    const known = linked && cast.companies.find(({ customer }) => customer?.id === linked.id);
    const company = known ?? {
      id: String(7000 + nth),
      name: plan.company?.name ?? plan.customer?.name ?? '',
      domain: `${slug(plan.company?.name ?? plan.customer?.name ?? '')}.example`,
      vatId: plan.company ? plan.company.vatId : (plan.customer?.vatId ?? null),
      city: plan.customer?.city ?? null,
      country: plan.customer?.country ?? null,
      customer: linked,
    };
    if (!known) cast.companies.push(company);
    const { name: dealName, situation } = plan;
    cast.deals.push({
      id: String(5000 + nth),
      name: dealName,
      situation,
      companyId: company.id,
      currency,
      quote: 'accepted',
      lines,
    });
  }
  return cast;
}
