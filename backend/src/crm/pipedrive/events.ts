import type { RecordRef } from '@backroom/shared';
import { accountIdSchema } from '@backroom/shared';
import { z } from 'zod';
import type { CrmEvent } from '../contract/index.ts';
import { mergeNames } from './unproved.ts';

const id = z.union([z.int().transform(String), z.string().regex(/^\d{1,18}$/)]);
const part = z.looseObject({ deal_id: id.nullish() }).nullish();
const deliverySchema = z.object({
  meta: z.looseObject({
    action: z.string(),
    entity: z.string(),
    entity_id: id,
    company_id: id,
    timestamp: z.string(),
  }),
  data: part,
  previous: part,
});
type RecordType = NonNullable<CrmEvent['record']>['type'];
const types: Readonly<Record<string, RecordType>> = {
  ...{ deal: 'deal', organization: 'company', person: 'contact' },
};
const momentOf = (text: string): string => {
  const at = Date.parse(text);
  return new Date(Number.isNaN(at) ? 0 : at).toISOString();
};

/** A delivery as ours. Nothing of its data is used but ids: it is not signed, and what it tells is read again. Throws a ZodError. */
export function parseDelivery(body: unknown): CrmEvent[] {
  const { meta, data, previous } = deliverySchema.parse(body);
  const base = {
    account: accountIdSchema.parse(`pipedrive:${meta.company_id}`),
    at: momentOf(meta.timestamp),
    property: null,
  };
  const changed = (record: CrmEvent['record'], kind: CrmEvent['kind'] = 'record_changed'): CrmEvent => ({
    ...base,
    kind,
    record,
    into: null,
  });
  if (meta.entity === 'deal_product') {
    const deal = data?.deal_id ?? previous?.deal_id;
    return deal == null ? [] : [changed({ type: 'deal', id: deal })];
  }
  const type = types[meta.entity];
  if (!type) return [];
  const record = { type, id: meta.entity_id };
  const told = (name: string): string | null => {
    const found = [meta, data, previous].flatMap((each) => id.safeParse(each?.[name]).data ?? [])[0];
    return found === undefined || found === record.id ? null : found;
  };
  const [into, from] = [told(mergeNames.into), told(mergeNames.from)];
  const moved = (lost: Pick<RecordRef, 'id'>, survivor: string): CrmEvent => ({
    ...base,
    ...{ kind: 'records_merged', record: { type, id: lost.id }, into: survivor },
  });
  if (into !== null) return [moved(record, into), changed({ type, id: into })];
  if (from !== null) return [moved({ id: from }, record.id), changed(record)];
  return [changed(record, meta.action === 'delete' ? 'record_deleted' : 'record_changed')];
}
