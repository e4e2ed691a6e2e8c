import type { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import { faultIn, isTaken } from './faults.ts';
import type { Session } from './session.ts';

type Kind<Row> = { type: string; row: Row; reference: string };

/** The record that bears a reference of ours, by the record API: it does not lag behind a write, as queries may. */
export const recordWith = <Row extends z.ZodType>(
  { client }: Session,
  { type, row, reference }: Kind<Row>,
  signal: AbortSignal,
): Promise<z.output<Row> | null> => client.find(row, `${type}/eid:${encodeURIComponent(reference)}`, signal);

/**
 * Creates a record with our reference as its external id, which NetSuite keeps unique, and returns the stored record. `path`: where it is posted, if not
 * to its own type. We do not upsert: that would overwrite what people have changed since. After a refusal we look the reference up first. "Already exists"
 * means that an earlier try arrived, and a script of the account may fail after the record was stored.
 */
export async function makeOnce<Row extends z.ZodType>(
  session: Session,
  { path, body, ...kind }: Kind<Row> & { path?: string; body: object },
  signal: AbortSignal,
): Promise<z.output<Row>> {
  try {
    await session.client.write('POST', path ?? kind.type, body, signal);
  } catch (error) {
    if (!(error instanceof ErpError) || error.kind !== 'refused') throw error;
    const before = await looked(session, kind, signal);
    if (before) return before;
    const fault = faultIn(error);
    if (fault && isTaken(fault))
      throw new ErpError('refused', error.message, {
        field: 'reference',
        words: `${error.words} NetSuite does not show the record that has the external ID ${kind.reference}: it may be of another kind, or hidden from the role.`,
        cause: error,
      });
    throw error;
  }
  const record = await looked(session, kind, signal);
  if (record) return record;
  throw new ErpError('uncertain', `${kind.type} ${kind.reference} is not there after it was made`);
}
/** A look-up behind a write: when it fails, the outcome of the whole is open. */
const looked = <Row extends z.ZodType>(session: Session, kind: Kind<Row>, signal: AbortSignal) =>
  recordWith(session, kind, signal).catch((error: unknown) => {
    if (!(error instanceof ErpError)) throw error;
    throw new ErpError('uncertain', `written, then: ${error.message}`, { cause: error, timedOut: error.timedOut });
  });
