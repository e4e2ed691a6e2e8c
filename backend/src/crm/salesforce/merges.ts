import { type CrmCall, CrmError, type CrmEvent } from '../contract/index.ts';
import type { SalesforceClient } from './client.ts';
import { text } from './rows.ts';

/** Opportunities and quotes are never merged. */
const mergeable = {
  company: { sobject: 'Account', id: /^001[A-Za-z0-9]{12}([A-Za-z0-9]{3})?$/ },
  contact: { sobject: 'Contact', id: /^003[A-Za-z0-9]{12}([A-Za-z0-9]{3})?$/ },
} as const;
type Mergeable = keyof typeof mergeable;
const isMergeable = (type: string): type is Mergeable => type in mergeable;
/** A winner may have lost later: the chain is followed so far. */
const LONGEST_CHAIN = 10;
/** Ids in one query. */
const AT_ONCE = 200;
/** Fifteen characters are the same record as eighteen. */
const key = (id: string) => id.slice(0, 15);

/**
 * The records that merged ones went into, by `key` of the merged id; a record that was not merged is not in it. A loser lies in the recycle bin with the
 * winner's id, for some two weeks: once it is purged, nothing in Salesforce leads to the winner.
 */
async function survivors(client: SalesforceClient, type: Mergeable, ids: readonly string[], call: CrmCall) {
  const { sobject, id: form } = mergeable[type];
  const into = new Map<string, string>();
  let following = new Map(ids.filter((id) => form.test(id)).map((id) => [key(id), id]));
  for (let step = 0; step < LONGEST_CHAIN && following.size > 0; step += 1) {
    const masters = new Map<string, string>();
    const asked = [...new Set(following.values())];
    for (let from = 0; from < asked.length; from += AT_ONCE) {
      const list = asked.slice(from, from + AT_ONCE).map((id) => `'${id}'`);
      const where = `Id IN (${list.join(', ')}) AND MasterRecordId != null`;
      const soql = { text: `SELECT Id, MasterRecordId FROM ${sobject} WHERE ${where}`, all: true };
      for (const row of (await client.queries({ merged: soql }, call)).merged) {
        const [loser, master] = [text(row, 'Id'), text(row, 'MasterRecordId')];
        if (loser !== null && master !== null) masters.set(key(loser), master);
      }
    }
    following = new Map(
      [...following].flatMap(([first, at]) => {
        const master = masters.get(key(at));
        if (master === undefined) return [];
        into.set(first, master);
        return [[first, master] as const];
      }),
    );
  }
  return into;
}
/** The record that a merged one went into; null where it was not merged, or that is no longer known. */
export async function survivorOf(client: SalesforceClient, type: Mergeable, id: string, call: CrmCall) {
  return (await survivors(client, type, [id], call)).get(key(id)) ?? null;
}

/**
 * Deletions that were merges. Change events tell of a merge as the losers' end and do not name the winner. Where Salesforce cannot be asked, the event
 * says only that something changed: a merge taken for a deletion would cost what is linked to the record.
 */
export async function withMerges(
  client: SalesforceClient,
  events: readonly CrmEvent[],
  call: CrmCall,
): Promise<CrmEvent[]> {
  const deleted = (type: Mergeable) =>
    events.flatMap(({ kind, record }) => (kind === 'record_deleted' && record?.type === type ? record.id : []));
  const found = new Map<string, Map<string, string> | null>();
  for (const type of ['company', 'contact'] as const) {
    const ids = deleted(type);
    if (ids.length === 0) continue;
    found.set(
      type,
      await survivors(client, type, ids, call).catch((error: unknown) => {
        if (error instanceof CrmError) return null;
        throw error;
      }),
    );
  }
  return events.map((event) => {
    const { kind, record } = event;
    if (kind !== 'record_deleted' || !record || !isMergeable(record.type)) return event;
    const known = found.get(record.type);
    if (!known) return { ...event, kind: 'record_changed' };
    const into = known.get(key(record.id));
    return into === undefined ? event : { ...event, kind: 'records_merged', into };
  });
}
