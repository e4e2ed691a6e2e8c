import type { RecordRef } from '@backroom/shared';
import { z } from 'zod';
import { type CrmCall, CrmError, type WriteBack, type WriteBackField, type Written } from '../contract/index.ts';
import { writtenAgain } from '../kit/write-again.ts';
import { type SalesforceClient, VERSION } from './client.ts';
import type { Describer, Fields } from './describe.ts';
import { isInvalidField, toCrmError } from './errors.ts';
import { sobjects } from './fields.ts';
import { bodyOf, writable } from './write-back.ts';

/** Salesforce's limit of one collection. */
export const WRITE_BATCH = 200;
const answerSchema = z.array(
  z.object({
    success: z.boolean(),
    errors: z.array(z.object({ statusCode: z.string(), message: z.string().optional() })).default([]),
  }),
);
type Entry = { ref: RecordRef; fields: WriteBack };

export function manyWriter(
  client: SalesforceClient,
  describe: Describer,
  one: (ref: RecordRef, fields: WriteBack, call: CrmCall) => Promise<void>,
) {
  const single = ({ ref, fields }: Entry, call: CrmCall): Promise<CrmError | null> =>
    one(ref, fields, call).then(
      () => null,
      (error: unknown) => {
        if (error instanceof CrmError) return error;
        throw error;
      },
    );
  /** The fields of the object, asked for anew where one of those to be written is missing: its right may have been given meanwhile. */
  async function fieldsFor(type: RecordRef['type'], entries: readonly Entry[], call: CrmCall): Promise<Fields> {
    const wanted = new Set(
      entries.flatMap(({ ref, fields }) => (ref.type === type ? (Object.keys(fields) as WriteBackField[]) : [])),
    );
    if (wanted.size === 0) return new Map();
    const complete = (fields: Fields) => [...wanted].every((name) => writable(fields, name) !== null);
    return (await describe.fields(sobjects[type], call, complete)) ?? new Map();
  }
  async function send(records: readonly object[], call: CrmCall): Promise<(CrmError | null)[]> {
    const body = JSON.stringify({ allOrNone: false, records });
    const answer = await client.request(
      'PATCH',
      `/services/data/v${VERSION}/composite/sobjects`,
      body,
      answerSchema,
      call,
    );
    if (answer.length !== records.length)
      throw new CrmError('drift', `Salesforce collection: ${answer.length} answers to ${records.length} records`);
    return answer.map(({ success, errors }) =>
      success
        ? null
        : toCrmError(
            400,
            errors.map(({ statusCode, message }) => ({ errorCode: statusCode, message })),
          ),
    );
  }
  async function write(entries: readonly Entry[], call: CrmCall): Promise<Written[]> {
    const fields = {
      deal: await fieldsFor('deal', entries, call),
      company: await fieldsFor('company', entries, call),
    };
    const parts = entries.map(({ ref, fields: values }) => {
      const known = fields[ref.type];
      const names = Object.keys(values) as WriteBackField[];
      const missing = names.filter((name) => writable(known, name) === null);
      const rest: WriteBack = Object.fromEntries(
        Object.entries(values).filter(([name]) => !missing.includes(name as WriteBackField)),
      );
      const record = { attributes: { type: sobjects[ref.type] }, id: ref.id, ...bodyOf(known, rest) };
      return { entry: { ref, fields: rest }, missing, record, empty: missing.length === names.length };
    });
    const sent = parts.filter(({ empty }) => !empty);
    const errors = new Map<(typeof parts)[number], CrmError | null>();
    for (let at = 0; at < sent.length; at += WRITE_BATCH) {
      const some = sent.slice(at, at + WRITE_BATCH);
      const answers = await send(
        some.map(({ record }) => record),
        call,
      );
      for (const [nth, part] of some.entries()) errors.set(part, answers[nth] ?? null);
    }
    const out: Written[] = [];
    for (const part of parts) {
      const error = errors.get(part) ?? null;
      // One by one a merged record is followed, and a hidden one told from one that is gone.
      out.push({ error: error?.kind === 'not_found' ? await single(part.entry, call) : error, missing: part.missing });
    }
    return out;
  }
  return async function writeMany(entries: readonly Entry[], call: CrmCall): Promise<Written[]> {
    client.mayUpdate(call);
    return writtenAgain(
      entries,
      (some) => write(some, call),
      isInvalidField,
      () => describe.forget(call.account),
    );
  };
}
