import { z } from 'zod';
import { type CrmCall, CrmError } from '../contract/index.ts';
import type { PipedriveClient } from './client.ts';
import { PlanError } from './errors.ts';
import { type FieldReader, fieldsPath, type Owner, type OwnField, ownFields } from './fields.ts';
import type { FieldRow } from './schemas.ts';

const owners: readonly Owner[] = ['deal', 'company'];
/** Text fields hold everything that is not an amount with its currency. */
const fits = (row: FieldRow, type: string): boolean =>
  row.field_type === type || (type !== 'monetary' && (row.field_type === 'varchar' || row.field_type === 'text'));

/** Fields that are made at once. One after the other they would take longer than a page waits. */
const AT_ONCE = 5;

/**
 * Creates the fields that are missing, each once: it looks them up by name first, also after an answer that was lost. Where the plan has no room, it says
 * which are missing; those that were made are used.
 */
export function fieldMaker(client: PipedriveClient, fields: FieldReader) {
  /** Null: made. An error of the plan: there is no room. */
  async function make(owner: Owner, { name, type, options }: OwnField, call: CrmCall): Promise<PlanError | null> {
    const choices = options ? { options: Object.values(options).map((label) => ({ label })) } : {};
    try {
      await client.request(
        'POST',
        fieldsPath(owner),
        { field_name: name, field_type: type, ...choices },
        z.unknown(),
        call,
      );
      return null;
    } catch (error) {
      if (error instanceof PlanError) return error;
      throw error;
    }
  }
  return async (call: CrmCall): Promise<void> => {
    const other: string[] = [];
    const wanted: { owner: Owner; field: OwnField }[] = [];
    fields.forget(call.account);
    for (const owner of owners) {
      const all = await fields.rows(owner, call);
      for (const field of Object.values(ownFields[owner])) {
        const found = field ? fields.byName(all, field.name) : null;
        if (field && found && !fits(found, field.type)) other.push(`${field.name} (${found.field_type})`);
        if (field && !found) wanted.push({ owner, field });
      }
    }
    const left: string[] = [];
    let full: PlanError | null = null;
    for (let at = 0; at < wanted.length; at += AT_ONCE) {
      const some = wanted.slice(at, at + AT_ONCE);
      const made: readonly (PlanError | null)[] = full
        ? some.map(() => full)
        : await Promise.all(some.map(({ owner, field }) => make(owner, field, call)));
      full = made.find((each) => each !== null) ?? full;
      left.push(...some.flatMap(({ field }, nth) => (made[nth] ? [field.name] : [])));
    }
    fields.forget(call.account);
    if (full) throw new CrmError('refused', full.message, { words: `${full.words} Not created: ${left.join(', ')}.` });
    if (other.length > 0)
      throw new CrmError('refused', 'Pipedrive: fields of another type', {
        words: `These fields are of a type that does not fit: ${other.join(', ')}. Rename them in Pipedrive, and Backroom creates its own.`,
      });
  };
}
