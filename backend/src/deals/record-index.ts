import type { CrmEvent, CrmRecord } from '../crm/contract/index.ts';

export type Part = NonNullable<CrmEvent['record']>;

/** Every CRM object that the record was read from, itself included. */
function partsOf(record: CrmRecord): Part[] {
  const own: Part = { type: record.type, id: record.id };
  const contacts = record.contacts.map(({ id }): Part => ({ type: 'contact', id }));
  if (record.type === 'company') return [own, ...contacts];
  const { company, quote, otherQuotes = [], lines } = record;
  return [
    own,
    ...contacts,
    ...(company ? [{ type: 'company', id: company.id } as const] : []),
    ...[...(quote ? [quote] : []), ...otherQuotes].map(({ id }): Part => ({ type: 'quote', id })),
    ...lines.map(({ id }): Part => ({ type: 'line_item', id })),
  ];
}

/** Which remembered records an object of the CRM is part of. */
export function recordIndex() {
  const keys = new Map<string, Set<string>>();
  const nameOf = (account: string, { type, id }: Part) => `${account}|${type}|${id}`;
  return {
    /** Returns the function that takes the record out again. */
    add(account: string, key: string, record: CrmRecord): () => void {
      const names = partsOf(record).map((part) => nameOf(account, part));
      for (const name of names) {
        const found = keys.get(name) ?? new Set();
        found.add(key);
        keys.set(name, found);
      }
      return () => {
        for (const name of names) {
          const found = keys.get(name);
          found?.delete(key);
          if (found?.size === 0) keys.delete(name);
        }
      };
    },
    recordsWith: (account: string, part: Part): string[] => [...(keys.get(nameOf(account, part)) ?? [])],
  };
}

/**
 * Whether it is enough to forget the records that the object is part of. A line that was added or removed may be one of any record; a changed property
 * of a line cannot make it part of another one.
 */
export const isSelfContained = ({ record, kind, property }: CrmEvent): boolean =>
  record !== null && kind !== 'records_merged' && (record.type !== 'line_item' || property !== null);
