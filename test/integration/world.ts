import { openSecurityWorld } from '../security/world.ts';

export type KeyAnswer = { status: number; code: string | undefined; body: Record<string, unknown>; headers: Headers };

/** A world in which an admin makes keys on the page, and a program uses them. */
export async function openKeyWorld(options: Parameters<typeof openSecurityWorld>[0] = {}) {
  const world = await openSecurityWorld(options);
  const cookie = await world.signIn();
  return {
    ...world,
    cookie,
    /** What the page answers to the form. */
    async form(fields: Record<string, string>, path = '/access/keys', by = cookie) {
      const answer = await world.desk(path, by, fields);
      return { status: answer.status, text: await answer.text() };
    },
    async makeKey(scopes: readonly string[], by = cookie): Promise<string> {
      const fields = Object.fromEntries(scopes.map((scope) => [`scope.${scope}`, 'on']));
      const answer = await world.desk('/access/keys', by, { name: 'Make, order flow', days: '30', ...fields });
      const [, key] = / id="key" readonly value="([^"]+)"/.exec(await answer.text()) ?? [];
      if (!key) throw new Error(`no key was made: ${answer.status}`);
      return key;
    },
    async call(
      key: string,
      path: string,
      more: { method?: string; body?: unknown; idempotencyKey?: string } = {},
    ): Promise<KeyAnswer> {
      const { method = 'GET', body, idempotencyKey } = more;
      const answer = await fetch(`${world.backendUrl}/api/v1${path}`, {
        method,
        headers: {
          authorization: `Bearer ${key}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const read = (await answer.json()) as Record<string, unknown>;
      return { status: answer.status, code: read.code as string | undefined, body: read, headers: answer.headers };
    },
  };
}
export type KeyWorld = Awaited<ReturnType<typeof openKeyWorld>>;
