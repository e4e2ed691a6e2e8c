import type { Client } from 'pg';

/** Delay before reconnecting. A restart of the database takes a few seconds; meanwhile the regular sweep finds due work. */
const RECONNECT_MS = 1000;

/** A connection that the network cut without a word is noticed within these two. */
const PROBE_EVERY_MS = 10_000;
const PROBE_MS = 5000;

/**
 * Listens on its own connection, because LISTEN belongs to a session, and reconnects when it is lost. Needs a direct connection or a pooler in
 * session mode. `onHearing` is told whether messages arrive, for a listener that must not miss one; its connection is probed. Returns a function
 * that stops listening.
 */
export async function listenOnPostgres(
  connectionString: string,
  channel: string,
  onMessage: (payload: string) => void,
  onHearing?: (hears: boolean) => void,
): Promise<() => Promise<void>> {
  const { default: pg } = await import('pg');
  let client: Client | null = null;
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;

  async function probe(): Promise<void> {
    const probed = client;
    if (!probed) return;
    let late: NodeJS.Timeout | undefined;
    const tooLate = new Promise<never>((_, fail) => {
      late = setTimeout(() => fail(new Error('no answer')), PROBE_MS);
    });
    try {
      await Promise.race([probed.query('select 1'), tooLate]);
    } catch (error) {
      probed.emit('error', error);
      void probed.end().catch(() => {});
    } finally {
      clearTimeout(late);
    }
  }

  async function connect(): Promise<void> {
    timer = null;
    const fresh = new pg.Client({ connectionString, connectionTimeoutMillis: 5000, keepAlive: true });
    const lost = () => {
      if (client === fresh) {
        client = null;
        onHearing?.(false);
      }
      if (!stopped) timer ??= setTimeout(() => void connect(), RECONNECT_MS);
    };
    fresh.on('error', lost);
    fresh.on('end', lost);
    fresh.on('notification', ({ payload }) => onMessage(payload ?? ''));
    try {
      await fresh.connect();
      await fresh.query(`listen ${pg.escapeIdentifier(channel)}`);
      client = fresh;
      onHearing?.(true);
    } catch {
      await fresh.end().catch(() => {});
      lost();
    }
  }
  await connect();
  const probing = onHearing ? setInterval(() => void probe(), PROBE_EVERY_MS) : null;
  return async () => {
    stopped = true;
    if (probing) clearInterval(probing);
    if (timer) clearTimeout(timer);
    await client?.end().catch(() => {});
  };
}
