import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What drives whole servers for minutes comes first, so that at the end no worker waits for the other one. */
const long = [/test\/chaos\//, /test\/journeys\//, /erp\/tryton\//, /test\/(automation|connections)\//];
const rank = ({ moduleId }: TestSpecification): number => {
  const found = long.findIndex((each) => each.test(moduleId));
  return found < 0 ? long.length : found;
};
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

const notOurs = ['**/node_modules/**', '**/.build/**', '**/.data/**'];
const tryton = 'backend/src/erp/tryton/*.test.ts';
/** Whole backends in the test's own process. */
const inProcess = ['test/{automation,connections,console,flows,integration,monitoring,security}/**/*.test.ts'];

export default defineConfig({
  test: {
    projects: [
      // These files share a worker's modules: to load the backend anew for each took a fifth of their time.
      {
        extends: true,
        test: {
          name: 'units',
          include: ['{shared,backend}/**/*.test.ts', ...inProcess],
          exclude: [...notOurs, tryton],
          isolate: false,
        },
      },
      // What starts processes, and cards, which change a page's globals, have a worker of their own.
      {
        extends: true,
        test: {
          name: 'worlds',
          include: ['{test,extension}/**/*.test.{ts,tsx}', tryton],
          exclude: [...notOurs, ...inProcess],
        },
      },
    ],
    globalSetup: 'test/support/short-lived.ts',
    testTimeout: 30_000,
    hookTimeout: 90_000,
    // Vitest waits one second; what a person waits for takes longer on a machine that others keep busy. Most polls end long before.
    expect: { poll: { timeout: 20_000, interval: 50 } },
    // Two cores, and a third of the time of a file that drives servers is spent waiting for them.
    maxWorkers: 3,
    // Only for files that say so: their cases have a world each and mostly wait.
    maxConcurrency: 3,
    sequence: { sequencer: LongestFirst },
  },
});
