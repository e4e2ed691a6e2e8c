import { type CrmCall, CrmError, type WriteBack, type Written } from '../contract/index.ts';
import { writtenAgain } from '../kit/write-again.ts';
import type { Operation, Part } from './batch.ts';
import type { DataverseClient } from './client.ts';
import type { Describer } from './describe.ts';
import { isUnknownName } from './errors.ts';
import type { Entry } from './values.ts';
import type { WriteBacker } from './write-back.ts';

/** Well below the thousand operations of a batch: each counts as a request of the service's protection. */
export const WRITE_BATCH = 100;
type Planned = { entry: Entry; missing: Written['missing']; operations: Operation[]; error: CrmError | null };

export function manyWriter(client: DataverseClient, describe: Describer, one: WriteBacker) {
  function errorIn(parts: readonly Part[]): CrmError | null {
    const refused = parts.find(({ status }) => status >= 300);
    return refused ? client.errorOf(refused) : null;
  }
  async function write(entries: readonly Entry[], call: CrmCall): Promise<Written[]> {
    const columns = await one.known(entries, call);
    const plans = entries.map((entry): Planned => {
      const missing = one.missingOf(columns, entry);
      const rest: WriteBack = { ...entry.fields };
      for (const key of missing) delete rest[key];
      try {
        return {
          entry: { ...entry, fields: rest },
          missing,
          operations: one.operationsFor({ ...entry, fields: rest }, columns),
          error: null,
        };
      } catch (error) {
        if (!(error instanceof CrmError)) throw error;
        return { entry, missing, operations: [], error };
      }
    });
    const out: Written[] = [];
    for (let at = 0; at < plans.length; at += WRITE_BATCH) {
      const some = plans.slice(at, at + WRITE_BATCH);
      const all = some.flatMap(({ operations }) => operations);
      const parts = all.length > 0 ? [...(await client.operations(all, call)).parts] : [];
      for (const plan of some) {
        const own = parts.splice(0, plan.operations.length);
        const error = plan.error ?? errorIn(own);
        const into = plan.entry.ref.type === 'company' && !error ? one.survivorIn(own[0]?.text ?? '') : null;
        // One by one a merged account is followed.
        if (into) await one.write({ ...plan.entry, ref: { type: 'company', id: into } }, columns, call);
        out.push({ error, missing: plan.missing });
      }
    }
    return out;
  }
  return (entries: readonly Entry[], call: CrmCall): Promise<Written[]> =>
    writtenAgain(
      entries,
      (some) => write(some, call),
      isUnknownName,
      () => describe.forget(call.account),
    );
}
