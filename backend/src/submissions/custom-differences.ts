import { canonical, type Difference, parseDecimal } from '@backroom/shared';
import type { ErpAdapter, ErpCall } from '../erp/contract/index.ts';
import type { Payload } from './payload.ts';

const read = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();
function same(sent: string, got: string | null): boolean {
  if (got === null) return false;
  const [left, right] = [parseDecimal(sent), parseDecimal(got)];
  return left !== null && right !== null ? canonical(left) === canonical(right) : read(sent) === read(got);
}
const differs = (name: string, sent: string, got: string | null): Difference => ({
  field: 'custom',
  line: null,
  sent: `${name}: ${sent}`,
  got: got === null ? null : `${name}: ${got}`,
});

/**
 * Where the ERP's own fields of an order say other than was sent. The order is there already: an ERP that does not tell them just now has nothing
 * compared, like one that has no such operation.
 */
export async function customDifferences(
  erp: ErpAdapter,
  payload: Payload,
  id: string,
  call: ErpCall,
): Promise<Difference[]> {
  const sent = payload.kind === 'order' ? Object.entries(payload.order.custom ?? {}) : [];
  if (sent.length === 0 || !erp.fields) return [];
  try {
    const asked = { record: 'order' as const, ids: [id], names: sent.map(([name]) => name) };
    const [got] = (await erp.fields.read(asked, call)).results;
    if (!got) return [];
    return sent.flatMap(([name, value]) => {
      const there = got[name] ?? null;
      return same(value, there) ? [] : [differs(name, value, there)];
    });
  } catch {
    return [];
  }
}
