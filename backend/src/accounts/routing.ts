import type { CrmRecord } from '../crm/contract/index.ts';
import { type Connection, isTestErp, type RoutingRule } from '../store/connections.ts';

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
/**
 * The connections whose ERPs a person works with. Beside a production ERP a test ERP is for its pilot users alone: no record goes there because of a rule
 * that somebody forgot, or because it is the default.
 */
export function servedTo<Each extends Pick<Connection, 'settings' | 'options'>>(
  connections: readonly Each[],
  actor: string,
): readonly Each[] {
  if (connections.every(isTestErp)) return connections;
  const who = actor.toLowerCase();
  return connections.filter((each) => !isTestErp(each) || (each.options.pilots ?? []).includes(who));
}
/** Whether the connections are the same for everybody: what one person was answered may then be answered to another. */
export const servesAll = (connections: readonly Pick<Connection, 'settings' | 'options'>[]): boolean =>
  connections.every(({ options }) => options.pilots === null) &&
  (connections.every(isTestErp) || !connections.some(isTestErp));
/** Names of the deal's fields that the rules look at: the CRM is asked for them with the record. */
export const routingFields = (connections: readonly Pick<Connection, 'rule'>[]): string[] => [
  ...new Set(connections.flatMap(({ rule }) => (rule?.by === 'field' && rule.field ? [rule.field] : []))),
];
