import { routingFields } from '../accounts/routing.ts';
import type { CrmCompany, CrmDeal } from '../crm/contract/index.ts';
import type { CustomerKeys } from '../erp/contract/schemas.ts';
import { coverageOfScan, ENOUGH, judgedBy, TOO_LITTLE } from './duplicate-checks.ts';
import { type Evidence, type Outcome, outcome, percent } from './outcome.ts';
import { call, type World } from './world.ts';

/** Deals that the CRM did not give just now: what is measured is measured without them, and says so. */
const unreadOf = (count: number): Evidence[] =>
  count > 0 ? [{ code: 'unread', values: { count: String(count) } }] : [];

function keyOf({ account }: World, deals: readonly CrmDeal[], company: CrmCompany): CustomerKeys | null {
  const { key } = account.setup;
  if (key === 'erp_number') return company.erpNumber ? { erpNumber: company.erpNumber } : null;
  if (key === 'vat_id') return company.vatId ? { vatId: company.vatId } : null;
  if (key === 'registration_number')
    return company.registrationNumber ? { registrationNumber: company.registrationNumber } : null;
  const email = deals
    .filter((deal) => deal.company?.id === company.id)
    .flatMap(({ contacts }) => contacts)
    .find((contact) => contact.email)?.email;
  return email ? { email } : null;
}
/** How many companies have the key, and how many of those it leads to exactly one ERP customer: by the last scan, else of companies that were sold to. */
export async function checkMatching(world: World): Promise<Outcome> {
  const gone = await goneFields(world);
  const found = await coverageOf(world);
  if (gone.length === 0) return found;
  return {
    ...found,
    state: 'fail',
    evidence: [{ code: 'field_gone', values: { fields: gone.join(', ') } }, ...found.evidence],
  };
}
/** Fields that the mapping or a routing rule names and the CRM has no more. Where it does not list its fields just now, none is called gone. */
async function goneFields({ account, connections, fieldsOf }: World): Promise<string[]> {
  const named = {
    company: Object.values(account.setup.fields).filter((name) => name !== undefined),
    deal: routingFields(connections),
  };
  const missing = await Promise.all(
    (['company', 'deal'] as const).map(async (type) => {
      const known = named[type].length > 0 ? await fieldsOf(account.id, type) : null;
      return known ? named[type].filter((name) => !known.some((field) => field.name === name)) : [];
    }),
  );
  return missing.flat();
}
async function coverageOf(world: World): Promise<Outcome> {
  const scanned = await coverageOfScan(world);
  if (scanned) return scanned;
  const { erp, account } = world;
  const { deals, unread } = await world.sample();
  const companies = [
    ...new Map(deals.flatMap(({ company }) => (company ? [[company.id, company] as const] : []))).values(),
  ];
  if (companies.length === 0) return outcome('matching', 'unknown', { code: 'no_companies' }, ...unreadOf(unread));
  const keys = companies.flatMap((company) => keyOf(world, deals, company) ?? []);
  const values = {
    key: account.setup.key,
    companies: String(companies.length),
    percent: String(percent(keys.length, companies.length)),
  };
  const covered = percent(keys.length, companies.length);
  const state = judgedBy(covered);
  if (keys.length === 0 || !erp.customers)
    return outcome('matching', state, { code: 'coverage', values }, ...unreadOf(unread));
  try {
    const { results } = await erp.customers.search({ queries: keys }, call());
    const unique = results.filter((found) => found.length === 1).length;
    const found = percent(unique, keys.length);
    const matched = { code: 'matched', values: { percent: String(found) } };
    const judged = state === 'pass' && found < ENOUGH ? (found < TOO_LITTLE ? 'fail' : 'warn') : state;
    return outcome('matching', judged, { code: 'coverage', values }, matched, ...unreadOf(unread));
  } catch {
    return outcome('matching', state === 'pass' ? 'unknown' : state, { code: 'coverage', values }, { code: 'silent' });
  }
}

/** Whether the product codes on sold deals are products of the ERP. */
export async function checkProducts({ erp, sample }: World): Promise<Outcome> {
  const { deals, unread } = await sample();
  const lines = deals.flatMap((deal) => deal.lines);
  if (lines.length === 0) return outcome('products', 'unknown', { code: 'no_lines' }, ...unreadOf(unread));
  const codes = [...new Set(lines.flatMap(({ code }) => code ?? []))].slice(0, 200);
  const without = lines.filter(({ code }) => code === null).length;
  try {
    const results = codes.length > 0 ? ((await erp.products?.resolve({ codes }, call()))?.results ?? []) : [];
    const unknown = codes.filter((_, index) => !results[index]);
    const resolved = lines.filter(({ code }) => code !== null && !unknown.includes(code)).length;
    const share = percent(resolved, lines.length);
    const values = { percent: String(share), lines: String(lines.length) };
    return outcome(
      'products',
      share === 100 ? 'pass' : share >= 95 ? 'warn' : 'fail',
      { code: 'resolved', values },
      ...(unknown.length > 0 ? [{ code: 'unknown_codes', values: { codes: unknown.slice(0, 8).join(', ') } }] : []),
      ...unreadOf(unread),
      ...(without > 0 ? [{ code: 'without_code', values: { count: String(without) } }] : []),
    );
  } catch {
    return outcome('products', 'unknown', { code: 'silent' });
  }
}

/** The day on which most deals were won. Null where none was. `deals`: how many the list has, with "+" where it goes on. */
export function busiestDay(sold: NonNullable<Awaited<ReturnType<World['sold']>>>): {
  peak: number;
  day: string | null;
  deals: string;
} {
  const days = Map.groupBy(
    sold.deals.flatMap(({ wonOn }) => wonOn ?? []),
    (day) => day,
  );
  const [day, won] = [...days].reduce<[string | null, number]>(
    (most, [each, { length }]) => (length > most[1] ? [each, length] : most),
    [null, 0],
  );
  return { peak: won, day, deals: `${sold.deals.length}${sold.more ? '+' : ''}` };
}
/** Calls to the CRM for one deal: its page opened five times, a conversion, and what the feed writes afterwards. */
const CALLS_PER_DEAL = 40;
/** Part of a day's deals in its busiest hour. */
const BUSIEST_HOUR = 1 / 4;
/** Up to here the rest is left to other apps; beyond the second the feed stops writing, which leaves the CRM's fields behind. */
const COMFORTABLE = 50;
const MOST = 80;
const judged = (share: number): Outcome['state'] => (share <= COMFORTABLE ? 'pass' : share <= MOST ? 'warn' : 'fail');

/** Deals that were sold, the day with the most of them, and the part of the CRM's calls which that day needs. */
export async function checkVolumes(world: World): Promise<Outcome> {
  const { account, crmQuotaOf, crmApiOf } = world;
  const sold = await world.sold();
  if (!sold) return outcome('volumes', 'unknown', { code: 'not_listed' });
  const { peak, deals } = busiestDay(sold);
  const counted = { code: 'counted', values: { deals, peak: String(peak) } };
  if (peak === 0) return outcome('volumes', 'unknown', counted, { code: 'nothing_sold' });
  const need = peak * CALLS_PER_DEAL;
  const day = crmQuotaOf(account.id);
  if (day) {
    // What others used until now is the least that they use in a day.
    const share = Math.ceil(((day.used + need) * 100) / day.limit);
    const values = { need: String(need), used: String(day.used), limit: String(day.limit), percent: String(share) };
    return outcome('volumes', judged(share), counted, { code: 'of_day', values });
  }
  const window = crmApiOf(account.id)?.window;
  if (!window) return outcome('volumes', 'unknown', counted, { code: 'quota_not_told' });
  const perWindow = (need * BUSIEST_HOUR * window.seconds) / 3600;
  const share = Math.ceil((perWindow * 100) / window.calls);
  const values = { need: String(need), limit: String(window.calls), seconds: String(window.seconds) };
  return outcome('volumes', judged(share), counted, {
    code: 'of_window',
    values: { ...values, percent: String(share) },
  });
}

/** Whether the CRM tells of changes. Deals that were sold since the installation are changes that it should have told of. */
export async function checkWebhooks(world: World): Promise<Outcome> {
  const { account, now, toldAt } = world;
  if (await toldAt(account.id)) return outcome('webhooks', 'pass', { code: 'told' });
  const since = new Date(Math.max(account.since.getTime(), now().getTime() - 7 * 86_400_000))
    .toISOString()
    .slice(0, 10);
  const missed = (await world.sold())?.deals.filter(({ wonOn }) => wonOn !== null && wonOn > since).length ?? 0;
  if (missed === 0) return outcome('webhooks', 'unknown', { code: 'quiet' });
  return outcome('webhooks', 'fail', { code: 'missed', values: { count: String(missed) } });
}

/** Whether somebody is told when something goes wrong, and whether a test message has reached each of them. */
export async function checkMonitoring({ account, alertTargets }: World): Promise<Outcome> {
  const { count, untested } = await alertTargets(account.id);
  if (count === 0) return outcome('monitoring', 'fail', { code: 'none' });
  if (untested > 0)
    return outcome('monitoring', 'warn', {
      code: 'untested',
      values: { untested: String(untested), all: String(count) },
    });
  return outcome('monitoring', 'pass', { code: 'tested', values: { all: String(count) } });
}

/** Whether the CRM has the fields that Backroom writes to. */
export const checkWriteBack = ({ account }: World): Outcome => {
  const { writeBack, propertiesReady } = account.settings;
  if (!writeBack) return outcome('write_back', 'warn', { code: 'off' });
  return outcome('write_back', propertiesReady ? 'pass' : 'fail', { code: propertiesReady ? 'ready' : 'missing' });
};
