import { compare, type Decimal, parseDecimal, type RecordRef } from '@backroom/shared';
import { z } from 'zod';
import {
  type CrmCall,
  CrmError,
  type CrmField,
  type FieldOwner,
  type WriteBack,
  type WriteBackField,
  type Written,
} from '../contract/index.ts';
import { rawNumber } from '../kit/exact.ts';
import type { SalesCloudClient } from './client.ts';
import { ExtensionRefused, Stale } from './errors.ts';
import type { ExtensionFinder } from './extensions.ts';
import { extensionOf, needed } from './fields.ts';
import { standardNames } from './items.ts';
import { isUuid, many, quoteSchema, single } from './schemas.ts';
import { paths, recordPaths } from './unproved.ts';

const rowSchema = z.object({
  id: z.string(),
  extensions: z.record(z.string(), z.unknown()).nullish(),
  adminData: z.object({ updatedOn: z.string().nullish() }).nullish(),
});
type Row = z.infer<typeof rowSchema>;
/** How often a record that others change meanwhile is read again. */
const TRIES = 3;
const AGAIN_MS = 3000;
/** Two calls a record, four at once: so many are through within seconds. */
export const WRITE_BATCH = 20;
/** Amounts are extension fields of type number. */
const amounts: ReadonlySet<WriteBackField> = new Set([
  ...(['orderTotal', 'creditFree', 'invoicedTotal', 'paidTotal', 'openTotal', 'overdueTotal'] as const),
]);
type Value = { field: WriteBackField; name: string; text: string | boolean | null; isNumber: boolean };
function valuesOf(fields: WriteBack): Value[] {
  return (Object.keys(fields) as WriteBackField[]).flatMap((field) => {
    const value = fields[field];
    if (value === undefined) return [];
    const text = value !== null && typeof value === 'object' ? value.amount : value;
    return [
      {
        field,
        name: extensionOf(field),
        text,
        isNumber: amounts.has(field) || (value !== null && typeof value === 'object'),
      },
    ];
  });
}
const decimalIn = (value: unknown): Decimal | null => (typeof value === 'string' ? parseDecimal(value) : null);
/** Whether the record holds this already. An empty text and none are the same. */
function holds({ extensions }: Row, { name, text, isNumber }: Value): boolean {
  const held = extensions?.[name] ?? null;
  if (isNumber && typeof text === 'string') {
    const [left, right] = [decimalIn(held), parseDecimal(text)];
    return left !== null && right !== null && compare(left, right) === 0;
  }
  return (held === '' ? null : held) === (text === '' ? null : text);
}
const heldOf = ({ extensions }: Row, values: readonly Value[]): string =>
  JSON.stringify(values.map(({ name }) => extensions?.[name] ?? null));
const bodyOf = (values: readonly Value[]): string =>
  JSON.stringify({
    extensions: Object.fromEntries(
      values.map(({ name, text, isNumber }) => [name, isNumber && typeof text === 'string' ? rawNumber(text) : text]),
    ),
  });
function refuse(missing: readonly string[]): never {
  throw new CrmError('refused', 'SAP Sales Cloud: extension fields missing', {
    words: `extension fields missing: ${missing.join(', ')}`,
  });
}

export function writeBacker(client: SalesCloudClient, extensions: ExtensionFinder) {
  async function read(ref: RecordRef, call: CrmCall): Promise<{ row: Row; etag: string }> {
    const path = `${recordPaths[ref.type]}/${ref.id.toLowerCase()}`;
    const { data, etag } = await client.request({ method: 'GET', path }, single(rowSchema), call);
    const changedOn = data.value.adminData?.updatedOn;
    const version = etag ?? (changedOn ? `"${changedOn}"` : null);
    if (version === null) throw new CrmError('drift', `SAP Sales Cloud ${path}: neither ETag nor time of change`);
    return { row: data.value, etag: version };
  }
  /** One record as a sample of its kind: the fields of all are the same. Null: there is none. */
  async function sample(path: string, call: CrmCall): Promise<Row | null> {
    const asked = `${path}?%24top=1`;
    const { data } = await client.request(
      { method: 'GET', path: asked },
      many(rowSchema).partial({ count: true }),
      call,
    );
    return data.value[0] ?? null;
  }
  /**
   * Sets extension fields and nothing else, against the version that was read: what others change meanwhile stays as they left it. Answers which of them the
   * tenant does not have, or does not take. `refuseMissing`: then none is set.
   */
  async function set(
    ref: RecordRef,
    fields: WriteBack,
    refuseMissing: boolean,
    call: CrmCall,
  ): Promise<WriteBackField[]> {
    if (!isUuid(ref.id)) throw new CrmError('not_found', `no ${ref.type} has the id ${ref.id}`);
    const all = valuesOf(fields);
    if (all.length === 0) return [];
    let before: string | null = null;
    const refused = new Set<string>();
    for (let tries = 0; tries < TRIES; tries += 1) {
      const { row, etag } = await read(ref, call);
      const names = all.map(({ name }) => name);
      const gone = new Set([...(await extensions.missing(ref.type, row.extensions, names, call)), ...refused]);
      if (gone.size > 0 && refuseMissing) refuse([...gone]);
      const missing = all.filter(({ name }) => gone.has(name)).map(({ field }) => field);
      const values = all.filter(({ name }) => !gone.has(name));
      const held = heldOf(row, values);
      // Somebody else wrote these very fields just now: what we know is no newer than what he knows.
      if (before !== null && held !== before) break;
      before = held;
      const changed = values.filter((value) => !holds(row, value));
      if (changed.length === 0) return missing;
      const headers = { 'content-type': 'application/merge-patch+json', 'if-match': etag };
      const path = `${recordPaths[ref.type]}/${ref.id.toLowerCase()}`;
      try {
        await client.request({ method: 'PATCH', path, headers, body: bodyOf(changed) }, z.unknown(), call);
        return missing;
      } catch (error) {
        if (error instanceof Stale) continue;
        if (!(error instanceof ExtensionRefused)) throw error;
        // What was known of them is no longer true.
        extensions.forget(call);
        const sent = changed.filter(({ name }) => error.names.includes(name));
        if (refuseMissing || sent.length === 0) throw error;
        // Once more without these.
        before = null;
        for (const { name } of sent) refused.add(name);
      }
    }
    throw new CrmError('busy', 'SAP Sales Cloud: the record is being changed', { retryAfterMs: AGAIN_MS });
  }
  async function written({ ref, fields }: { ref: RecordRef; fields: WriteBack }, call: CrmCall): Promise<Written> {
    try {
      return { error: null, missing: await set(ref, fields, false, call) };
    } catch (error) {
      if (!(error instanceof CrmError)) throw error;
      return { error, missing: [] };
    }
  }
  return {
    async writeBack(ref: RecordRef, fields: WriteBack, call: CrmCall): Promise<void> {
      await set(ref, fields, true, call);
    },
    async writeMany(entries: readonly { ref: RecordRef; fields: WriteBack }[], call: CrmCall): Promise<Written[]> {
      const all = await Promise.all(entries.map((entry) => written(entry, call)));
      const [first] = all;
      // Where none was taken, it is the tenant that takes none.
      const isDown = all.every(
        ({ error }) => error !== null && ['busy', 'unreachable', 'unauthorised'].includes(error.kind),
      );
      if (isDown && first?.error) throw first.error;
      return all;
    },
    async prepare(call: CrmCall): Promise<void> {
      extensions.forget(call);
      const missing: string[] = [];
      for (const type of ['deal', 'company'] as const) {
        const row = await sample(recordPaths[type], call);
        const gone = await extensions.missing(type, row?.extensions, needed[type].map(extensionOf), call);
        missing.push(...gone.map((name) => `${type}: ${name}`));
      }
      if (missing.length > 0) refuse(missing);
    },
    /** Extension fields as a record lists them, and of an item those that it has itself. */
    async fields(type: FieldOwner, call: CrmCall): Promise<CrmField[]> {
      if (type !== 'line') {
        const row = await sample(recordPaths[type], call);
        return Object.keys(row?.extensions ?? {}).map((name) => ({ name, label: name, written: true }));
      }
      const asked = `${paths.quotes}?%24top=1`;
      const schema = z.object({ value: z.array(quoteSchema) });
      const { data } = await client.request({ method: 'GET', path: asked }, schema, call);
      const own = (data.value[0]?.items ?? []).flatMap(({ extensions }) => Object.keys(extensions ?? {}));
      return [...new Set([...standardNames, ...own])].map((name) => ({ name, label: name, written: false }));
    },
  };
}
