import type { CrmRecord } from '../crm/contract/index.ts';
import type { Connection, RoutingRule } from '../store/connections.ts';

const folded = (text: string) => text.trim().toLocaleLowerCase('en');

/** What a rule looks at. Empty: the record has none, and the rule does not match. */
function subjectOf({ by, field }: RoutingRule, record: CrmRecord): string | null {
  switch (by) {
    case 'country':
      return record.company?.country ?? null;
    case 'currency':
      return record.type === 'deal' ? record.currency : null;
    case 'pipeline':
      return record.type === 'deal' ? (record.pipeline ?? null) : null;
    case 'field':
      return record.type === 'deal' && field !== undefined ? (record.fields?.[field] ?? null) : null;
  }
}
const matches = (rule: RoutingRule, record: CrmRecord): boolean => {
  const subject = subjectOf(rule, record);
  return subject !== null && rule.values.some((value) => folded(value) === folded(subject));
};

/** The connection that a record without an order goes to: of the first rule that matches, else the default one. Null without connections. */
export function routed<Each extends Pick<Connection, 'rule' | 'isDefault'>>(
  connections: readonly Each[],
  record: CrmRecord,
): Each | null {
  return (
    connections.find(({ rule }) => rule !== null && matches(rule, record)) ??
    connections.find(({ isDefault }) => isDefault) ??
    null
  );
}
/** Names of the deal's fields that the rules look at: the CRM is asked for them with the record. */
export const routingFields = (connections: readonly Pick<Connection, 'rule'>[]): string[] => [
  ...new Set(connections.flatMap(({ rule }) => (rule?.by === 'field' && rule.field ? [rule.field] : []))),
];
