// `npm run lab:tryton -- up|down|pause|resume`: a real Tryton with data, on this machine. README.md has users, data and settings.
import { labProblem, runLabScript } from './lab.ts';

const [command = '', ...args] = process.argv.slice(2);
const problem = labProblem();
if (!['up', 'down', 'pause', 'resume'].includes(command)) {
  console.error('npm run lab:tryton -- up | down [--drop | --purge | --server-only] | pause | resume');
  process.exitCode = 2;
} else if (problem) {
  console.error(problem);
  process.exitCode = 1;
} else {
  try {
    process.stdout.write(await runLabScript(command, args));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
