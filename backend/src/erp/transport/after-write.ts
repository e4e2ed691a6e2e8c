import { ErpError, type ErpErrorKind } from '../contract/errors.ts';

/**
 * Work after the first thing was written: whatever fails leaves the outcome open for whoever asked for the whole. `clear`: kinds
 * that say for sure what became of it, and stay what they are.
 */
export async function afterWrite<Value>(
  work: () => Promise<Value>,
  { clear = [] }: { clear?: readonly ErpErrorKind[] } = {},
): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ErpError) || error.kind === 'uncertain' || clear.includes(error.kind)) throw error;
    throw new ErpError('uncertain', `written, then: ${error.message}`, { cause: error, timedOut: error.timedOut });
  }
}
