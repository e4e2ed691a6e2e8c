import type { RecordRef } from '@backroom/shared';
import { z } from 'zod';
import { type CrmCall, CrmError, ownName, type WriteBack, type WriteBackField } from '../contract/index.ts';
import { rawNumber } from '../kit/exact.ts';
import type { PipedriveClient } from './client.ts';
import { ShapeError } from './errors.ts';
import { type FieldReader, ownFields } from './fields.ts';
import type { FieldRow } from './schemas.ts';
import { saysFieldIsGone } from './unproved.ts';

const paths = { deal: 'deals', company: 'organizations' } as const;
const answerSchema = z.object({ data: z.object({ is_deleted: z.boolean().nullish() }).nullish() });
type Value = WriteBack[WriteBackField];

/** The value in the form of the field's own type; undefined where the field cannot hold it. */
function wireOf(value: Value, row: FieldRow, labels: Readonly<Record<string, string>>): unknown {
  if (value === null || value === undefined) return null;
  const isMoney = typeof value === 'object';
  const text = isMoney ? value.amount : String(value);
  switch (row.field_type) {
    case 'monetary':
      return isMoney ? { value: rawNumber(value.amount), currency: value.currency } : undefined;
    case 'double':
    case 'int':
      return /^-?\d+(\.\d+)?$/.test(text) ? rawNumber(text) : undefined;
    case 'date':
      return /^\d{4}-\d\d-\d\d$/.test(text) ? text : undefined;
    case 'enum': {
      const label = labels[text] ?? text;
      const option = row.options?.find((each) => each.label.toLowerCase() === label.toLowerCase());
      return option && /^\d+$/.test(option.id) ? rawNumber(option.id) : option?.id;
    }
    default:
      return text;
  }
}

/** Writes custom fields by the codes that the account has for their names. A field that somebody deleted is made again. */
export function backWriter(
  client: PipedriveClient,
  fields: FieldReader,
  prepareFields: (call: CrmCall) => Promise<void>,
) {
  async function bodyOf(ref: RecordRef, given: WriteBack, call: CrmCall) {
    const set: Record<string, unknown> = {};
    const missing: WriteBackField[] = [];
    for (const [key, value] of Object.entries(given)) {
      const name = key as WriteBackField;
      if (value === undefined) continue;
      const row = await fields.of(ref.type, name, call);
      const wire = row ? wireOf(value, row, ownFields[ref.type][name]?.options ?? {}) : undefined;
      if (row && wire !== undefined) set[row.field_code] = wire;
      else missing.push(name);
    }
    return { set, missing };
  }
  async function attempt(ref: RecordRef, given: WriteBack, call: CrmCall): Promise<WriteBackField[]> {
    const { set, missing } = await bodyOf(ref, given, call);
    if (Object.keys(set).length > 0) {
      const path = `/api/v2/${paths[ref.type]}/${ref.id}`;
      const { data } = await client.request('PATCH', path, { custom_fields: set }, answerSchema, call);
      if (data?.is_deleted === true) throw new CrmError('not_found', `${ref.type} ${ref.id} was deleted`);
    }
    return missing;
  }
  const isPrepared = (names: readonly WriteBackField[]) => names.every((name) => ownName(name) !== null);
  const labelOf = (ref: RecordRef, name: WriteBackField) => ownName(name) ?? ownFields[ref.type][name]?.name ?? name;
  return async (ref: RecordRef, given: WriteBack, call: CrmCall): Promise<void> => {
    if (!/^\d{1,18}$/.test(ref.id)) throw new CrmError('not_found', `no ${ref.type} has the id ${ref.id}`);
    let missing: WriteBackField[];
    try {
      missing = await attempt(ref, given, call);
    } catch (error) {
      if (!(error instanceof ShapeError && saysFieldIsGone(error.code, error.words ?? ''))) throw error;
      fields.forget(call.account);
      missing = (await bodyOf(ref, given, call)).missing;
      // Nothing of it is gone, so that something else was refused.
      if (missing.length === 0) throw error;
    }
    if (missing.length === 0) return;
    if (!isPrepared(missing)) {
      // What the plan has no room for is told below, by name.
      await prepareFields(call).catch((error: unknown) => {
        if (!(error instanceof CrmError && error.kind === 'refused')) throw error;
      });
      missing = await attempt(ref, given, call);
    }
    if (missing.length > 0)
      throw new CrmError('refused', 'Pipedrive: fields are missing', {
        words: `Pipedrive has no field that takes ${missing.map((name) => labelOf(ref, name)).join(', ')}. The others were written.`,
      });
  };
}
