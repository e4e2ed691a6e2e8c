import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const schema = `
create table if not exists customers (id text primary key, number text unique, reference text, doc text not null);
create table if not exists customer_keys (customer text not null, kind text not null, key text not null);
create index if not exists customer_keys_key on customer_keys (kind, key);
create index if not exists customer_keys_customer on customer_keys (customer);
create table if not exists merged_customers (id text primary key, survivor text not null);
create table if not exists products (id text primary key, code text unique, doc text not null);
create table if not exists stock (product text, warehouse text, on_hand text not null, primary key (product, warehouse));
create table if not exists incoming (product text, warehouse text, date text, quantity text);
create table if not exists customer_prices (customer text, product text, price text not null, primary key (customer, product));
create table if not exists orders (seq integer primary key autoincrement, id text unique, number text unique, reference text, customer text, status text, doc text not null, received_at text not null);
create index if not exists orders_reference on orders (reference);
create index if not exists orders_customer on orders (customer);
create table if not exists invoices (id text primary key, number text unique, customer text, doc text not null);
create index if not exists invoices_customer on invoices (customer);
create table if not exists returns (seq integer primary key autoincrement, id text unique, number text unique, reference text, customer text, doc text not null);
create table if not exists custom_fields (record text not null, id text not null, name text not null, value text not null, primary key (record, id, name));
create table if not exists changes (seq integer primary key autoincrement, kind text, entity text, customer text, at text);
`;

/** Opens (and creates) the data. `synchronous=full`: an order that was answered is on the disk, whatever is killed afterwards. */
export function openDatabase(dataDir: string): DatabaseSync {
  if (dataDir !== ':memory:') mkdirSync(dataDir, { recursive: true });
  const db = new DatabaseSync(dataDir === ':memory:' ? ':memory:' : join(dataDir, 'erp.sqlite'));
  db.exec('pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 5000;');
  db.exec(schema);
  return db;
}

/** All or nothing. */
export function transaction<Result>(db: DatabaseSync, work: () => Result): Result {
  db.exec('begin immediate');
  try {
    const result = work();
    db.exec('commit');
    return result;
  } catch (error) {
    db.exec('rollback');
    throw error;
  }
}

export function noteChange(db: DatabaseSync, kind: string, entity: string, customer: string | null): void {
  db.prepare('insert into changes (kind, entity, customer, at) values (?, ?, ?, ?)').run(
    kind,
    entity,
    customer,
    new Date().toISOString(),
  );
}

/** The company sits in Hamburg: its days begin and end there. */
export const TIME_ZONE = 'Europe/Berlin';
const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: TIME_ZONE, dateStyle: 'short' });

/** The company's calendar day, `offset` days from today. */
export function day(offset = 0): string {
  const today = calendar.format(Date.now());
  return new Date(Date.parse(today) + offset * 86_400_000).toISOString().slice(0, 10);
}
