import { run } from '@backroom/backend/run';
import { seedPlayground } from '../seed/seed.ts';

/** The backend with the playground's accounts installed. An installation runs `backend/src/main.ts`. */
await run(process.env, process.argv.slice(2), (backend) => seedPlayground(backend, process.env, new Date()));
