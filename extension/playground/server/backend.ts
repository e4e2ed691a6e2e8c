import { makeEarly } from '@backroom/backend/store/embedded';

/**
 * The backend with the playground's accounts installed; with `--fresh` nobody installed or connected anything yet. An installation runs
 * `backend/src/main.ts`.
 */
makeEarly(process.env);
const [{ run }, { fillPlayground, seedPlayground }] = await Promise.all([
  import('@backroom/backend/run'),
  import('../seed/seed.ts'),
]);
const isFresh = process.env.PLAYGROUND_FRESH === '1';
await run(process.env, process.argv.slice(2), async (backend) => {
  if (isFresh) await fillPlayground(process.env, new Date());
  else await seedPlayground(backend, process.env, new Date());
});
