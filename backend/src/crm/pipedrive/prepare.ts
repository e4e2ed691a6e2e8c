import { z } from 'zod';
import { type CrmCall, CrmError } from '../contract/index.ts';
import type { PipedriveClient } from './client.ts';
import { PlanError } from './errors.ts';
import { type FieldReader, fieldsPath, type Owner, ownFields } from './fields.ts';
import type { FieldRow } from './schemas.ts';

const owners: readonly Owner[] = ['deal', 'company'];
/** Text fields hold everything that is not an amount with its currency. */
const fits = (row: FieldRow, type: string): boolean =>
  row.field_type === type || (type !== 'monetary' && (row.field_type === 'varchar' || row.field_type === 'text'));

/**
 * Creates the fields that are missing, each once: it looks them up by name first, also after an answer that was lost. Where the plan has no room, it says
 * which are missing; those that were made are used.
 */
export function fieldMaker(client: PipedriveClient, fields: FieldReader) {
  return async (call: CrmCall): Promise<void> => {
    const left: string[] = [];
    const other: string[] = [];
    let full: PlanError | null = null;
    fields.forget(call.account);
    for (const owner of owners) {
      const all = await fields.rows(owner, call);
      for (const wanted of Object.values(ownFields[owner])) {
        if (!wanted) continue;
        const found = fields.byName(all, wanted.name);
        if (found && !fits(found, wanted.type)) other.push(`${wanted.name} (${found.field_type})`);
        if (found) continue;
        if (full) {
          left.push(wanted.name);
          continue;
        }
        const options = wanted.options ? { options: Object.values(wanted.options).map((label) => ({ label })) } : {};
        const body = { field_name: wanted.name, field_type: wanted.type, ...options };
        try {
          await client.request('POST', fieldsPath(owner), body, z.unknown(), call);
        } catch (error) {
          if (!(error instanceof PlanError)) throw error;
          full = error;
          left.push(wanted.name);
        }
      }
    }
    fields.forget(call.account);
    if (full) throw new CrmError('refused', full.message, { words: `${full.words} Not created: ${left.join(', ')}.` });
    if (other.length > 0)
      throw new CrmError('refused', 'Pipedrive: fields of another type', {
        words: `These fields are of a type that does not fit: ${other.join(', ')}. Rename them in Pipedrive, and Backroom creates its own.`,
      });
  };
}
