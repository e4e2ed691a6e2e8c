/** The CRM conformance kit: a case is plain data with a function that asserts; `vitest.ts` runs it. */
import assert from 'node:assert/strict';
import type { RecordRef } from '@backroom/shared';
import { type CrmCall, type CrmDeal, CrmError, type CrmErrorKind } from '../contract/index.ts';
import type { LineSpec, Opened } from './subject.ts';

export type Case = { name: string; needs?: readonly (keyof Opened)[]; run: (opened: Opened) => Promise<void> };

/** Thousands of lines take a stand-in seconds on a busy machine: how fast it is, no case is about. */
export const callOf = (opened: Opened, ms = 30_000): CrmCall => ({
  account: opened.account,
  signal: AbortSignal.timeout(ms),
});
export const dealRef = (id: string): RecordRef => ({ type: 'deal', id });
export async function readDeal(opened: Opened, id: string): Promise<CrmDeal> {
  const record = await opened.crm.record(dealRef(id), callOf(opened));
  assert(record.type === 'deal', 'a deal was asked for');
  return record;
}
/** The error's kind; fails where nothing was thrown, or something that is no `CrmError`. */
export async function kindOf(work: Promise<unknown>): Promise<CrmErrorKind> {
  return (await errorOf(work)).kind;
}
export async function errorOf(work: Promise<unknown>): Promise<CrmError> {
  const error = await work.then(
    () => assert.fail('nothing was thrown'),
    (thrown: unknown) => thrown,
  );
  assert(error instanceof CrmError, `a CrmError, not ${String(error)}`);
  return error;
}
export const line = (code: string | null, quantity = '1', price: string | null = '10.50'): LineSpec => ({
  code,
  name: `Product ${code ?? 'without a code'}`,
  quantity,
  price,
});
