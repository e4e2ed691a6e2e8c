import { parseDecimal, type RecordRef } from '@backroom/shared';
import { z } from 'zod';
import { type CrmCall, CrmError, ownName, type WriteBack, type WriteBackField } from '../contract/index.ts';
import { rawNumber } from '../kit/exact.ts';
import { type SalesforceClient, VERSION } from './client.ts';
import { type Describer, type Fields, ownField } from './describe.ts';
import { isInvalidField } from './errors.ts';
import { nameOf, names, needed, numbers, sobjects } from './fields.ts';
import { survivorOf } from './merges.ts';

/** The field's name in this org; null where it is not there, or may not be written. */
export function writable(fields: Fields, key: WriteBackField): string | null {
  const name = ownField(fields, nameOf(key));
  return name !== null && fields.get(name)?.updateable ? name : null;
}
function refuse(sobject: string, missing: readonly string[]): never {
  throw new CrmError('refused', `${sobject}: fields missing`, {
    words: `${sobject}: ${missing.join(', ')} missing or not writable for the connected user`,
  });
}

const numeric = new Set(['double', 'currency', 'percent', 'int', 'long']);
/** A value of a mapped field as a field of that type takes it. */
function typedValue(type: string | undefined, value: WriteBack[WriteBackField]): unknown {
  if (typeof value !== 'string' || type === undefined) return value ?? null;
  if (type === 'boolean') return value === 'true';
  return numeric.has(type) && parseDecimal(value) !== null ? rawNumber(value) : value;
}
/** Values as the API takes them: amounts as numbers that keep every digit. */
export function bodyOf(fields: Fields, values: WriteBack): Record<string, unknown> {
  return Object.fromEntries(
    (Object.entries(values) as [WriteBackField, WriteBack[WriteBackField]][]).map(([key, value]) => {
      const plain = value !== null && typeof value === 'object' ? value.amount : (value ?? null);
      // A checkbox knows no third value.
      const name = writable(fields, key);
      if (ownName(key) !== null) return [name, typedValue(fields.get(name ?? '')?.type, plain)];
      if (key === 'blocked') return [writable(fields, key), plain === true];
      return [writable(fields, key), typeof plain === 'string' && numbers.has(key) ? rawNumber(plain) : plain];
    }),
  );
}

export function writeBacker(client: SalesforceClient, describe: Describer) {
  async function fieldsOf(type: RecordRef['type'], keys: readonly (keyof WriteBack)[], call: CrmCall): Promise<Fields> {
    const allWritable = (fields: Fields) => keys.every((key) => writable(fields, key) !== null);
    const fields = await describe.fields(sobjects[type], call, allWritable);
    return fields ?? refuse(sobjects[type], ['the object itself']);
  }
  async function set(ref: RecordRef, values: WriteBack, call: CrmCall): Promise<void> {
    const entries = (Object.entries(values) as [keyof WriteBack, WriteBack[keyof WriteBack]][]).filter(
      ([, value]) => value !== undefined,
    );
    if (entries.length === 0) return;
    const fields = await fieldsOf(
      ref.type,
      entries.map(([key]) => key),
      call,
    );
    const missing = entries.filter(([key]) => writable(fields, key) === null).map(([key]) => nameOf(key));
    if (missing.length > 0) refuse(sobjects[ref.type], missing);
    const body = bodyOf(fields, Object.fromEntries(entries));
    const path = `/services/data/v${VERSION}/sobjects/${sobjects[ref.type]}/${encodeURIComponent(ref.id)}`;
    await client.request('PATCH', path, JSON.stringify(body), z.unknown(), call);
  }
  /**
   * Salesforce says "not found" of a record that is gone and of one that is not shared with the connected user. What waits to be written must not be
   * dropped for a missing right: only who sees everything can tell the two apart, and of a record in the recycle bin it is known.
   */
  async function isGone({ type, id }: RecordRef, call: CrmCall): Promise<boolean> {
    const { row, rights } = await client.queries(
      {
        row: { text: `SELECT Id, IsDeleted FROM ${sobjects[type]} WHERE Id = '${id}'`, all: true },
        rights: 'SELECT PermissionsViewAllData FROM UserPermissionAccess LIMIT 1',
      },
      call,
    );
    return row[0] ? row[0].IsDeleted === true : rights[0]?.PermissionsViewAllData === true;
  }
  /** After "not found": writes to the record that a merged one went into, or throws what is true. */
  async function setElsewhere(ref: RecordRef, values: WriteBack, error: CrmError, call: CrmCall): Promise<void> {
    if (!/^[A-Za-z0-9]{15,18}$/.test(ref.id)) throw error;
    const into = ref.type === 'company' ? await survivorOf(client, 'company', ref.id, call) : null;
    if (into !== null) return set({ ...ref, id: into }, values, call);
    if (await isGone(ref, call)) throw error;
    throw new CrmError('refused', `${sobjects[ref.type]} ${ref.id}: not there, or not shared`, {
      words: `${sobjects[ref.type]} ${ref.id} is gone, or not shared with the connected user.`,
      cause: error,
    });
  }
  return {
    async writeBack(ref: RecordRef, values: WriteBack, call: CrmCall): Promise<void> {
      try {
        await set(ref, values, call);
      } catch (error) {
        if (isInvalidField(error)) {
          describe.forget(call.account);
          return set(ref, values, call);
        }
        if (!(error instanceof CrmError && error.kind === 'not_found')) throw error;
        await setElsewhere(ref, values, error, call);
      }
    },
    async prepare(call: CrmCall): Promise<void> {
      describe.forget(call.account);
      for (const type of ['deal', 'company'] as const) {
        const fields = await fieldsOf(type, needed[type], call);
        const missing = needed[type].filter((key) => writable(fields, key) === null).map((key) => names[key]);
        if (missing.length > 0) refuse(sobjects[type], missing);
      }
    },
  };
}
