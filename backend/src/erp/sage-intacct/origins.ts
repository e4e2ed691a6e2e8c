import { z } from 'zod';
import { IN_MOST, OBJECT } from './facts.ts';
import { among } from './query.ts';
import type { Session } from './session.ts';
import { optionalKey, parts } from './values.ts';

const sourceRow = z.object({
  key: z.string(),
  documentNumber: z.string(),
  documentType: z.string(),
  'sourceDocument.key': optionalKey,
});
/** A return comes from an invoice, that from a shipment, and that from the order: three steps back at the most. */
const STEPS = 3;
/** Numbers of the orders that documents were made from, by the key of the document. */
export async function orderNumbers(
  session: Session,
  keys: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const known = new Map<string, z.output<typeof sourceRow>>();
  let wanted = [...new Set(keys)];
  for (let step = 0; step <= STEPS && wanted.length > 0; step += 1) {
    const lists = await Promise.all(
      parts(wanted, IN_MOST).map((some) =>
        session.client.query(
          sourceRow,
          { object: OBJECT.document, fields: Object.keys(sourceRow.shape), where: among('key', some) },
          signal,
        ),
      ),
    );
    for (const row of lists.flat()) known.set(row.key, row);
    wanted = [
      ...new Set(
        lists
          .flat()
          .flatMap((row) => (row.documentType === session.settings.orderType ? [] : (row['sourceDocument.key'] ?? []))),
      ),
    ].filter((key) => !known.has(key));
  }
  const numberOf = (key: string, steps = 0): string | null => {
    const row = known.get(key);
    if (!row || steps > STEPS) return null;
    if (row.documentType === session.settings.orderType) return row.documentNumber;
    return row['sourceDocument.key'] === null ? null : numberOf(row['sourceDocument.key'], steps + 1);
  };
  return new Map(keys.flatMap((key) => ((number) => (number === null ? [] : [[key, number]]))(numberOf(key))));
}
