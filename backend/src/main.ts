import { makeEarly } from './store/embedded.ts';

makeEarly(process.env);
const { run } = await import('./run.ts');
await run(process.env, process.argv.slice(2));
