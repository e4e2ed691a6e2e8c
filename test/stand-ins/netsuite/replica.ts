import { openColumns } from './columns.ts';
import type { Body, Rec, Store } from './database.ts';
import { accountTime } from './days.ts';
import { mastersOf } from './masters.ts';
import { typeNamed } from './metadata.ts';
import { NAMES } from './names.ts';
import { transactionsOf } from './postings.ts';
import { tables } from './tables.ts';

/** The tables that SuiteQL sees follow the records: at once, or some time later. */
export function openReplica(store: Store, lagMs: () => number) {
  const waiting: { rec: Rec; gone: boolean; at: number }[] = [];
  const columns = openColumns(store);
  const { put, clear } = columns;
  const { makers, item, stock } = mastersOf(store, columns);
  const transaction = transactionsOf(store, columns);
  const all = [...tables.keys()].filter((name) => name !== 'deletedrecord' && name !== 'inventoryitemlocations');
  function apply({ rec, gone }: { rec: Rec; gone: boolean }): void {
    const { group } = typeNamed(rec.type);
    const source = `${group} ${rec.id}`;
    clear(
      source,
      group === 'transaction'
        ? all.filter((name) => /transaction/.test(name))
        : all.filter((name) => !/transaction/.test(name)),
    );
    if (gone)
      put('deletedrecord', source, {
        recordid: rec.id,
        recordtypeid: typeNamed(rec.type).kind,
        type: NAMES[rec.type] ?? rec.type,
        name: rec.body.tranId ?? rec.body.entityId,
        deleteddate: accountTime(rec.modified),
      });
    else if (group === 'transaction') transaction(rec, source);
    else if (group === 'item') item(rec, source);
    else makers[rec.type]?.(rec, source);
    if (group !== 'transaction') return;
    // What a customer owes and what stock is free follows the documents.
    const customer = store.find('customer', Number((rec.body.entity ?? rec.body.customer)?.id));
    if (customer) {
      const own = `entity ${customer.id}`;
      clear(
        own,
        all.filter((name) => /^(customer|entityaddress)/.test(name)),
      );
      makers.customer?.(customer, own);
    }
    for (const line of (rec.body.item?.items ?? []) as Body[]) stock(Number(line.item.id));
  }
  store.onChange((rec, gone) => {
    waiting.push({ rec, gone, at: rec.modified });
    if (lagMs() === 0) follow();
  });
  /** Applies what is older than the lag. */
  function follow(): void {
    const until = Date.now() - lagMs();
    while (waiting[0] && (lagMs() === 0 || waiting[0].at <= until)) apply(waiting.shift() as (typeof waiting)[number]);
  }
  return {
    follow: () => store.atomic(follow),
    /** After a restart, or once prices and stock are there: from the records. */
    rebuild: () =>
      store.atomic(() => {
        waiting.length = 0;
        for (const table of tables.keys()) store.run(`delete from "q_${table}"`);
        for (const rec of store.everything()) apply({ rec, gone: false });
      }),
    stock,
  };
}
