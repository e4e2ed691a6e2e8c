import type { Crm } from './database.ts';
import type { Change } from './events.ts';
import type { Portal } from './portal.ts';

let made = 0;
/** A survivor's new id: unlike every id that the data are filled with, and as HubSpot's a number that JSON can carry exactly. */
const newId = () => {
  made += 1;
  return `88${Date.now() % 1e9}${String(made % 1000).padStart(3, '0')}`;
};

/**
 * Merges one record into another as HubSpot does: the survivor keeps its own values and takes the other's where it has none, all associations move, and
 * the old ids go on answering it. Where the account makes new ids, the survivor has a third one. Gives what HubSpot then tells: no property change.
 */
export function mergeRecords(
  crm: Crm,
  portal: Portal,
  type: 'deals' | 'companies' | 'contacts',
  primary: string,
  other: string,
) {
  const [kept, lost] = [crm.get(type, primary), crm.get(type, other)];
  if (!kept || !lost) throw new Error(`no ${type} ${primary} and ${other}`);
  const survivor = portal.mergeMakesNewId ? newId() : primary;
  const gone = portal.mergeMakesNewId ? [primary, other] : [other];
  const filled = Object.entries({ ...lost.properties, ...kept.properties }).map(
    ([name, value]) => [name, value ?? lost.properties[name] ?? null] as const,
  );
  crm.put(type, survivor, {
    ...Object.fromEntries(filled),
    hs_merged_object_ids: [primary, other].filter((id) => id !== survivor).join(';'),
  });
  const company = type === 'deals' ? crm.primaryCompany(primary) : null;
  for (const id of gone) {
    for (const to of ['companies', 'contacts', 'deals', 'quotes', 'line_items'])
      for (const each of crm.associated(type, id, to)) {
        crm.associate([type, survivor], [to, each]);
        if (type === 'companies' && to === 'deals' && crm.primaryCompany(each) === id)
          crm.setPrimaryCompany(each, survivor);
      }
    crm.noteMerge(type, id, survivor);
    crm.remove(type, id);
  }
  if (company !== null) crm.setPrimaryCompany(survivor, company);
  const changes: Change[] = [
    { kind: 'merge', type, primary, merged: [other], newId: portal.mergeMakesNewId ? survivor : null },
    ...gone.map((id) => ({ kind: 'deletion' as const, type, id })),
  ];
  return { survivor, changes };
}
