import type { Client } from 'pg';

/** Delay before reconnecting. A restart of the database takes a few seconds; meanwhile the regular sweep finds due work. */
const RECONNECT_MS = 1000;

/**
 * Listens on its own connection, because LISTEN belongs to a session, and reconnects when it is lost. Needs a direct connection or a pooler in
 * session mode. Returns a function that stops listening.
 */
export async function listenOnPostgres(
  connectionString: string,
  channel: string,
  onMessage: (payload: string) => void,
): Promise<() => Promise<void>> {
  const { default: pg } = await import('pg');
  let client: Client | null = null;
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;

  async function connect(): Promise<void> {
    timer = null;
    const fresh = new pg.Client({ connectionString, connectionTimeoutMillis: 5000, keepAlive: true });
    const lost = () => {
      if (client === fresh) client = null;
      if (!stopped) timer ??= setTimeout(() => void connect(), RECONNECT_MS);
    };
    fresh.on('error', lost);
    fresh.on('end', lost);
    fresh.on('notification', ({ payload }) => onMessage(payload ?? ''));
    try {
      await fresh.connect();
      await fresh.query(`listen ${pg.escapeIdentifier(channel)}`);
      client = fresh;
    } catch {
      await fresh.end().catch(() => {});
      lost();
    }
  }
  await connect();
  return async () => {
    stopped = true;
    if (timer) clearTimeout(timer);
    await client?.end().catch(() => {});
  };
}
