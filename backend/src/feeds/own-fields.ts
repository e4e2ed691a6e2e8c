import type { WriteBack } from '../crm/contract/index.ts';
import type { FieldRecord } from '../erp/contract/fields.ts';
import type { ErpAdapter } from '../erp/contract/index.ts';
import { ErpError } from '../erp/contract/index.ts';
import type { Mapping } from '../store/mapping.ts';
import { type FeedProblem, problemOf } from './problem.ts';
import type { Pace } from './read.ts';

/** Values of mapped fields by the ERP's ids, and why there are none. */
export type OwnFields = { of: (id: string) => WriteBack; problem: FeedProblem | null };
const none: OwnFields = { of: () => ({}), problem: null };

/** What the ERP's own fields of these orders or customers say, for the fields of the CRM that they are mapped to. */
export async function ownFieldsOf(
  { erp, mapping, pace, batch }: { erp: ErpAdapter; mapping: Mapping; pace: Pace; batch: number },
  record: FieldRecord,
  ids: readonly string[],
): Promise<OwnFields> {
  const mapped = mapping.toCrm.filter((each) => each.record === record);
  const { fields } = erp;
  if (mapped.length === 0 || ids.length === 0 || !fields) return none;
  const names = [...new Set(mapped.map(({ erp: name }) => name))];
  const found = new Map<string, Readonly<Record<string, string | null>>>();
  try {
    for (let at = 0; at < ids.length; at += batch) {
      const some = ids.slice(at, at + batch);
      const { results } = await pace((call) => fields.read({ record, ids: some, names }, call));
      some.forEach((id, nth) => {
        const values = results[nth];
        if (values) found.set(id, values);
      });
    }
  } catch (error) {
    // A field that is gone is refused by its name; what the ERP says otherwise is still written.
    if (!(error instanceof ErpError) || !['refused', 'unsupported', 'drift'].includes(error.kind)) throw error;
    return { of: () => ({}), problem: problemOf(error) };
  }
  return {
    problem: null,
    of: (id) => {
      const values = found.get(id);
      return values ? Object.fromEntries(mapped.map((each) => [`own:${each.crm}`, values[each.erp] ?? null])) : {};
    },
  };
}
