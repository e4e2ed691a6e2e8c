// One run of the conformance kit in a process of its own, ended by the first case that fails.
import { runSubject } from '@backroom/backend/erp/conformance/run';
import type { Subject } from '@backroom/backend/erp/conformance/subject';

// Only the adapter at hand is loaded: the fault is put into it while it is.
const { subjects } = (await import(`@backroom/backend/erp/${process.env.MUTATED}/conformance`)) as {
  subjects: readonly Subject[];
};

/** A time limit among them is no proof: a busy machine runs into it without a fault. */
const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error)).split('\n')[0];
const tell = (line: string) => {
  console.log(line);
  process.exit(0);
};
for (const subject of subjects)
  await runSubject(subject, ({ name, outcome }) => {
    if (outcome.state === 'fail') tell(`caught: ${name}: ${wordsOf(outcome.error)}`);
  }).catch((error: unknown) => tell(`caught at the beginning: ${wordsOf(error)}`));
tell('not caught');
