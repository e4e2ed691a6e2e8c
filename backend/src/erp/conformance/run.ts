import { cases } from './cases.ts';
import { contextOf, type Outcome, runCase } from './kit.ts';
import type { Subject } from './subject.ts';

export type Result = { name: string; outcome: Outcome };
export type Run =
  | { subject: string; state: 'ran'; erp: string; version: string; results: readonly Result[] }
  | { subject: string; state: 'broken'; results: readonly Result[] }
  | { subject: string; state: 'unavailable'; reason: string };

/** The whole suite over one subject, without a test framework. `onResult` hears of each case as it ends. */
export async function runSubject(subject: Subject, onResult: (result: Result) => void): Promise<Run> {
  const opened = await subject.open();
  if ('unavailable' in opened) return { subject: subject.name, state: 'unavailable', reason: opened.unavailable };
  const context = await contextOf(opened).catch(async (error: unknown) => {
    await opened.close();
    throw error;
  });
  try {
    const results: Result[] = [];
    for (const each of cases) {
      const result = { name: each.name, outcome: await runCase(each, context) };
      results.push(result);
      onResult(result);
    }
    const { description, health } = context;
    return { subject: subject.name, state: 'ran', erp: description.erp, version: health.version, results };
  } finally {
    await context.close();
  }
}
