import { listen } from './api/server.ts';
import { type Backend, compose } from './compose.ts';
import { readConfig } from './config.ts';
import { createLogger } from './monitoring/logger.ts';
import { useTracer } from './monitoring/spans.ts';
import { openStore } from './store/open.ts';
import { readTestHooks } from './submissions/unsafe.ts';

/** Runs the backend until the process is told to stop. `prepare` runs before anything is served: the playground installs its accounts there. */
export async function run(
  env: NodeJS.ProcessEnv,
  args: readonly string[],
  prepare: (backend: Backend) => Promise<void> = async () => {},
): Promise<void> {
  const config = readConfig(env, args);
  const logger = createLogger(config.LOG_LEVEL);
  // Loaded only where somebody wants traces: a process without them spends neither memory nor time on it.
  const tracing = config.tracing && (await import('./monitoring/tracing.ts')).startTracing(config.tracing);
  useTracer(tracing?.tracer ?? null);
  const store = await openStore({ databaseUrl: config.DATABASE_URL, embeddedDir: config.embeddedDir });
  const backend = await compose(config, store, logger, readTestHooks(env));
  await prepare(backend);
  if (config.role !== 'web') await backend.startWorker();
  const operations =
    config.METRICS_PORT === undefined
      ? null
      : listen(backend.operations, { port: config.METRICS_PORT, hostname: config.HOST });
  const server =
    config.role === 'worker'
      ? null
      : listen(backend.app, { port: config.PORT, hostname: config.HOST }, ({ port }) =>
          logger.info({ port, role: config.role }, 'listening'),
        );

  let stopping = false;
  async function stop(): Promise<void> {
    if (stopping) return;
    stopping = true;
    // No new requests; those under way are answered; then the queue and the database.
    await new Promise<void>((done) => (server ? server.close(() => done()) : done()));
    operations?.close();
    await backend.stop();
    await tracing?.stop();
    process.exit(0);
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
}
