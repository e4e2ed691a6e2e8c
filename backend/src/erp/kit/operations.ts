import type { ErpCall } from '../contract/adapter.ts';

/** Makes operations of the contract from functions of an adapter's session. `open` gives the session, and is asked for each call. */
export const operationsOf =
  <Session>(open: (signal: AbortSignal) => Session | Promise<Session>) =>
  <Input, Output>(work: (session: Session, input: Input, signal: AbortSignal) => Promise<Output>) =>
  async (input: Input, { signal }: ErpCall): Promise<Output> =>
    work(await open(signal), input, signal);

/** A list of answers in the order of what was asked, as the contract has it. */
export const results = async <Value>(values: Promise<Value[]>): Promise<{ results: Value[] }> => ({
  results: await values,
});
