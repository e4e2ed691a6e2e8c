import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { companies, converted, deals, quoteIdOf } from '@backroom/demo-erp/cast';
import type { PlaygroundCast } from '../../seed/schema.ts';
import { addMany } from './many.ts';
import { won } from './won.ts';

export type Properties = Record<string, string | null>;
export type StoredObject = { type: string; id: string; properties: Properties };

/** The stand-in's data: objects with string properties, and which is associated with which. `many`: so many deals more, for load tests. */
export function openCrm(
  dataDir: string,
  { demo, many = 0 }: { demo: boolean; many?: number | undefined } = { demo: true },
) {
  if (dataDir !== ':memory:') mkdirSync(dataDir, { recursive: true });
  const db = new DatabaseSync(dataDir === ':memory:' ? dataDir : join(dataDir, 'crm.sqlite'));
  db.exec(`pragma journal_mode = wal;
    create table if not exists objects (type text, id text, properties text not null, primary key (type, id));
    create table if not exists associations (from_type text, from_id text, to_type text, to_id text, primary key (from_type, from_id, to_type, to_id));
    create table if not exists primary_companies (deal text primary key, company text);
    create table if not exists merges (type text, from_id text, to_id text, primary key (type, from_id));
    create table if not exists properties (object text, name text, definition text not null, primary key (object, name));
    create table if not exists groups (object text, name text, primary key (object, name));`);
  const now = () => new Date().toISOString();
  const parse = (row: Record<string, unknown> | undefined): StoredObject | null =>
    row
      ? { type: String(row.type), id: String(row.id), properties: JSON.parse(String(row.properties)) as Properties }
      : null;
  const crm = {
    get: (type: string, id: string) =>
      parse(db.prepare('select * from objects where type = ? and id = ?').get(type, id)),
    all: (type: string) =>
      db
        .prepare('select * from objects where type = ? order by cast(id as integer)')
        .all(type)
        .flatMap((row) => parse(row) ?? []),
    put(type: string, id: string, properties: Properties) {
      const before = crm.get(type, id)?.properties ?? {};
      db.prepare('insert or replace into objects (type, id, properties) values (?, ?, ?)').run(
        type,
        id,
        JSON.stringify({ ...before, ...(type === 'deals' ? { hs_lastmodifieddate: now() } : {}), ...properties }),
      );
    },
    remove(type: string, id: string) {
      db.prepare('delete from objects where type = ? and id = ?').run(type, id);
      db.prepare('delete from associations where (from_type = ? and from_id = ?) or (to_type = ? and to_id = ?)').run(
        type,
        id,
        type,
        id,
      );
    },
    associate(from: [string, string], to: [string, string]) {
      const put = db.prepare('insert or ignore into associations values (?, ?, ?, ?)');
      put.run(...from, ...to);
      put.run(...to, ...from);
    },
    associated: (type: string, id: string, to: string) =>
      db
        .prepare('select to_id from associations where from_type = ? and from_id = ? and to_type = ? order by rowid')
        .all(type, id, to)
        .map((row) => String(row.to_id)),
    /** The first company that a deal got is its primary one, until another is set; null: none of them is. */
    setPrimaryCompany: (deal: string, company: string | null) =>
      void db.prepare('insert or replace into primary_companies values (?, ?)').run(deal, company),
    primaryCompany(deal: string): string | null {
      const set = db.prepare('select company from primary_companies where deal = ?').get(deal);
      if (!set) return crm.associated('deals', deal, 'companies')[0] ?? null;
      return set.company === null ? null : String(set.company);
    },
    /** The id that an object has now: that of the survivor where it was merged. */
    survivor(type: string, id: string): string {
      const merged = db.prepare('select to_id from merges where type = ? and from_id = ?').get(type, id);
      return merged ? crm.survivor(type, String(merged.to_id)) : id;
    },
    noteMerge: (type: string, from: string, into: string) =>
      void db.prepare('insert or replace into merges values (?, ?, ?)').run(type, from, into),
    properties: (object: string) =>
      db
        .prepare('select definition from properties where object = ?')
        .all(object)
        .map((row) => JSON.parse(String(row.definition)) as { name: string }),
    addProperty: (object: string, definition: { name: string }) =>
      void db
        .prepare('insert or ignore into properties values (?, ?, ?)')
        .run(object, definition.name, JSON.stringify(definition)),
    /** False where the group is there already. */
    addGroup: (object: string, name: string) =>
      Number(db.prepare('insert or ignore into groups values (?, ?)').run(object, name).changes) > 0,
    /** All at once, so that a page never shows half of it. */
    atOnce(work: () => void) {
      db.exec('begin');
      work();
      db.exec('commit');
    },
    fill: (cast: Cast) => crm.atOnce(() => seed(crm, cast)),
    close: () => db.close(),
  };
  if (demo && crm.all('deals').length === 0) {
    crm.fill({ companies, deals, converted });
    crm.atOnce(() => addMany(crm, many));
  }
  return crm;
}
export type Crm = ReturnType<typeof openCrm>;

type Cast =
  | (Pick<PlaygroundCast, 'companies' | 'deals'> & { converted?: undefined })
  | { companies: typeof companies; deals: typeof deals; converted: typeof converted };
function seed(crm: Pick<Crm, 'put' | 'associate'>, { companies, deals, converted }: Cast): void {
  for (const each of companies) {
    crm.put('companies', each.id, {
      name: each.name,
      domain: each.domain,
      city: each.city,
      country: each.country,
      backroom_vat_id: each.vatId,
      phone: null,
      address: null,
      zip: null,
    });
    crm.put('contacts', `6${each.id}`, { firstname: 'Alex', lastname: each.city, email: `alex@${each.domain}` });
    crm.associate(['companies', each.id], ['contacts', `6${each.id}`]);
  }
  for (const deal of deals) {
    const amount =
      deal.lines.reduce((sum, line) => sum + Math.round(Number(line.price) * 100 * Number(line.quantity)), 0) / 100;
    crm.put('deals', deal.id, {
      dealname: deal.name,
      deal_currency_code: deal.currency,
      amount: amount.toFixed(2),
      dealstage: deal.quote === 'accepted' ? 'Quote accepted' : 'Qualified',
      ...(deal.quote === 'accepted' ? won(new Date()) : {}),
      backroom_situation: deal.situation,
      ...(deal.id === converted?.dealId ? { backroom_order_number: converted.orderNumber } : {}),
    });
    crm.associate(['deals', deal.id], ['companies', deal.companyId]);
    crm.associate(['deals', deal.id], ['contacts', `6${deal.companyId}`]);
    const quoteId = quoteIdOf(deal.id);
    crm.put('quotes', quoteId, {
      hs_title: deal.name,
      hs_status: deal.quote === 'accepted' ? 'ACCEPTED' : 'DRAFT',
      hs_quote_number: `Q-${deal.id}`,
      hs_currency: deal.currency,
      hs_lastmodifieddate: new Date().toISOString(),
    });
    crm.associate(['deals', deal.id], ['quotes', quoteId]);
    for (const [index, line] of deal.lines.entries()) {
      const id = `${deal.id}${String(index + 1).padStart(3, '0')}`;
      crm.put('line_items', id, {
        name: line.name,
        quantity: line.quantity,
        price: line.price,
        hs_sku: line.code,
        hs_discount_percentage: 'discount' in line ? (line.discount ?? null) : null,
        hs_line_item_currency_code: deal.currency,
        hs_position_on_quote: String(index),
      });
      crm.associate(['quotes', quoteId], ['line_items', id]);
    }
  }
}
