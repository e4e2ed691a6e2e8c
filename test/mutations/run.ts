// One run of the conformance kit in a process of its own, ended by the first case that fails.
import { runSubject } from '@backroom/backend/erp/conformance/run';
import type { Subject } from '@backroom/backend/erp/conformance/subject';

// Only the adapter at hand is loaded: the fault is put into it while it is.
const { subjects } = (await import(`@backroom/backend/erp/${process.env.MUTATED}/conformance`)) as {
  subjects: readonly Subject[];
};

const tell = (line: string) => {
  console.log(line);
  process.exit(0);
};
for (const subject of subjects)
  await runSubject(subject, ({ name, outcome }) => {
    if (outcome.state === 'fail') tell(`caught: ${name}`);
  }).catch((error: unknown) =>
    tell(`caught at the beginning: ${error instanceof Error ? error.message.split('\n')[0] : error}`),
  );
tell('not caught');
