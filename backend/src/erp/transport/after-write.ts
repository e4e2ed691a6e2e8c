import { ErpError, type ErpErrorKind } from '../contract/errors.ts';

/**
 * Runs the steps after a first write. A failure in them leaves the outcome of the whole open. Errors of the kinds in `clear` are certain and
 * stay as they are.
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
