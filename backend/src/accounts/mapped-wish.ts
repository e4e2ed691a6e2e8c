import type { RecordWish } from '../crm/contract/index.ts';
import type { Connection } from '../store/connections.ts';
import { companyFieldsOf, dealFieldsOf } from '../store/mapping.ts';
import { routingFields } from './routing.ts';

/** What rules and mappings of an account's connections look at: read with each record, before it is known which connection it goes to. */
export function mappedWish(connections: readonly Connection[]): Omit<RecordWish, 'quote' | 'names'> {
  const fields = [...new Set([...routingFields(connections), ...dealFieldsOf(connections)])];
  const companyFields = companyFieldsOf(connections);
  // A line has one product code, whichever ERP it goes to: the first connection that names a field counts.
  const named = (which: 'code' | 'unit') =>
    connections.map(({ options }) => options.mapping.line[which]).find((name) => name !== undefined);
  const [code, unit] = [named('code'), named('unit')];
  const lineNames = { ...(code ? { code } : {}), ...(unit ? { unit } : {}) };
  return {
    ...(fields.length > 0 ? { fields } : {}),
    ...(companyFields.length > 0 ? { companyFields } : {}),
    ...(Object.keys(lineNames).length > 0 ? { lineNames } : {}),
  };
}
