import { blank } from './metadata.ts';

export type Row = Record<string, unknown> & { id: number };
export type Entity = 'deal' | 'organization' | 'person' | 'product' | 'deal_product';
export type User = {
  id: number;
  name: string;
  email: string;
  admin: boolean;
  language: { language_code: string; country_code: string };
};
export type Change = {
  action: 'create' | 'change' | 'delete';
  entity: Entity;
  id: number;
  before: Row | null;
  after: Row | null;
  /** `app`: somebody on a page; `api`: a call of an app. */
  source: 'app' | 'api';
  user: number;
  /** Of a merge. */
  meta?: Record<string, string>;
};
/** What Pipedrive's documents leave open. Each may be either way, so that an adapter can be tried with both. */
export type Openness = {
  /** Money off a line as a discount: off the whole line, or off each unit. */
  amountDiscount: 'line' | 'unit';
  /** Whether `sum` of a line with a tax of its own holds that tax. */
  sumHoldsTax: boolean;
  /** Whether a change of a line moves `update_time` of its deal and sends an event of the deal. */
  linesTouchDeal: boolean;
  /** Whether webhooks for `deal_product` can be made: newer than the saved documents. */
  lineEvents: boolean;
  /** Whether answers carry the day's budget in their headers; some recorded ones do not. */
  dailyHeaders: boolean;
};
export type Settings = Openness & {
  id: number;
  domain: string;
  /** Factor of the day's budget, and how many custom fields there may be. */
  plan: 'lite' | 'growth' | 'premium' | 'ultimate';
  currency: string;
  timeZone: string;
};
export const settingsOf = (more: Partial<Settings> = {}): Settings => ({
  ...{ id: 4_711_001, domain: 'nordlicht', plan: 'premium', currency: 'EUR', timeZone: 'Europe/Berlin' },
  ...{ amountDiscount: 'line', sumHoldsTax: false, linesTouchDeal: false, lineEvents: true, dailyHeaders: true },
  ...more,
});
export const users: readonly User[] = [
  ['Ines Falk', true, 'de', 'DE'],
  ['Joris Maas', false, 'nl', 'NL'],
  ['Lena Roth', false, 'en', 'US'],
  ['Chloé Petit', false, 'fr', 'FR'],
  ['Marta Gil', false, 'es', 'ES'],
  ['Giulia Neri', false, 'it', 'IT'],
].map(([name, admin, language_code, country_code], nth) => ({
  ...{ id: 25_760_681 + nth, name: String(name), admin: admin === true },
  email: `${String(name).toLowerCase().replace(' ', '.').replace('é', 'e')}@nordlicht.example`,
  language: { language_code: String(language_code), country_code: String(country_code) },
}));

/** As v2 writes moments. */
const isoOf = (ms: number): string => new Date(ms).toISOString().replace(/\.\d{3}Z$/, 'Z');
/** The day in the company's calendar. */
const dayOf = (ms: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(ms);

/** One company account: its rows, who may see them, and who hears of changes. */
export function openCompany(settings: Settings, clock: () => number) {
  const tables: Record<Entity, Map<number, Row>> = {
    ...{ deal: new Map(), organization: new Map(), person: new Map(), product: new Map(), deal_product: new Map() },
  };
  const discounts: Record<string, unknown>[] = [];
  const installments: Row[] = [];
  const hidden = new Set<string>();
  const listeners: ((change: Change) => void)[] = [];
  let [passed, last] = [0, 0];
  const now = () => clock() + passed;
  const nextId = () => {
    last += 1;
    return last;
  };
  const stamp = () => isoOf(now());
  const admin = users[0]?.id ?? 0;

  function tell(change: Change): void {
    for (const listener of listeners) listener(change);
  }
  function add(entity: Entity, fields: Record<string, unknown>, quiet = false): Row {
    const row: Row = { ...blank(entity), add_time: stamp(), update_time: stamp(), id: nextId(), ...fields };
    if (entity !== 'deal_product') Object.assign(row, { owner_id: admin, is_deleted: false, visible_to: 3 });
    if (entity !== 'deal_product') row.custom_fields = fields.custom_fields ?? {};
    tables[entity].set(row.id, row);
    if (!quiet)
      tell({ action: 'create', entity, id: row.id, before: null, after: { ...row }, source: 'app', user: admin });
    return row;
  }
  function rowOf(entity: Entity, id: number): Row {
    const row = tables[entity].get(id);
    if (!row) throw new Error(`no ${entity} ${id}`);
    return row;
  }
  function change(
    entity: Entity,
    id: number,
    fields: Record<string, unknown>,
    by: Pick<Change, 'source' | 'user' | 'meta'> = { source: 'app', user: admin },
  ): Row {
    const row = rowOf(entity, id);
    const before = { ...row };
    Object.assign(row, fields, { update_time: stamp() });
    tell({ action: 'change', entity, id, before, after: { ...row }, ...by });
    return row;
  }
  /** Stays readable, as deleted, for thirty days. */
  function remove(entity: Entity, id: number, meta?: Record<string, string>): void {
    const row = rowOf(entity, id);
    const before = { ...row };
    if (entity === 'deal_product') tables[entity].delete(id);
    else
      Object.assign(row, {
        is_deleted: true,
        update_time: stamp(),
        ...(entity === 'deal' ? { status: 'deleted' } : {}),
      });
    const told = { action: 'delete' as const, entity, id, before, after: null, source: 'app' as const, user: admin };
    tell(meta ? { ...told, meta } : told);
  }
  /** What somebody's page shows as won. */
  const wonAt = (ms: number) => ({
    ...{ status: 'won', won_time: isoOf(ms), close_time: isoOf(ms) },
    ...{ local_won_date: dayOf(ms, settings.timeZone), local_close_date: dayOf(ms, settings.timeZone) },
  });
  /** The second record ends, what hung on it hangs on the first: two events, one of each. */
  function merge(entity: 'deal' | 'organization', kept: number, lost: number): void {
    const link = entity === 'deal' ? null : 'org_id';
    if (link)
      for (const row of [...tables.deal.values(), ...tables.person.values()]) if (row[link] === lost) row[link] = kept;
    remove(entity, lost, { merged_to_id: String(kept) });
    change(entity, kept, {}, { source: 'app', user: admin, meta: { merged_from_id: String(lost) } });
  }
  const participants = new Map<number, Set<number>>();
  const stages: Row[] = ['Qualified', 'Proposal made', 'Negotiation'].map((name, nth) => ({
    ...{ ...blank('stage'), id: nth + 1, order_nr: nth, name, is_deleted: false, pipeline_id: 1 },
  }));
  return {
    ...{ wonAt, merge, participants, stages },
    pipelines: [{ ...blank('pipeline'), id: 1, name: 'Pipeline', order_nr: 1, is_deleted: false }] as Row[],
    /** The person of the deal and those that take part in it. */
    personsOf(deal: number): ReadonlySet<number> {
      const main = tables.deal.get(deal)?.person_id;
      return new Set([...(typeof main === 'number' ? [main] : []), ...(participants.get(deal) ?? [])]);
    },
    ...{ settings, tables, discounts, installments, now, nextId, stamp, add, rowOf, change, remove, admin },
    userIds: users.map(({ id }) => id),
    listen: (listener: (change: Change) => void) => void listeners.push(listener),
    passTime(ms: number): void {
      passed += ms;
    },
    hide: (entity: Entity, id: number, user: number) => void hidden.add(`${entity} ${id} ${user}`),
    show: (entity: Entity, id: number, user: number) => void hidden.delete(`${entity} ${id} ${user}`),
    sees: (user: number, entity: Entity, id: number) => !hidden.has(`${entity} ${id} ${user}`),
    linesOf: (deal: number): Row[] => [...tables.deal_product.values()].filter(({ deal_id }) => deal_id === deal),
  };
}
export type Company = ReturnType<typeof openCompany>;
