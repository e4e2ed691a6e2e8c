import { cleanText } from '@backroom/shared';
import { z } from 'zod';
import { ErpError, type ErpErrorKind } from '../contract/errors.ts';
import { erpFetch } from '../contract/leaving.ts';
import { faultOf, faultSchema, KEY_FIELD } from './faults.ts';

/** One call of a method. `ids` are the records, `args` go by name. `write`: silence after it leaves the outcome open. */
export type OdooCall = {
  model: string;
  method: string;
  ids?: readonly number[];
  args?: Readonly<Record<string, unknown>>;
  context?: Readonly<Record<string, unknown>>;
  write?: boolean;
  signal: AbortSignal;
};
export type Transport = { version: string; major: number; send: (call: OdooCall) => Promise<unknown> };
export type OdooAddress = { url: string; database: string | null; login: string | null; key: string };

/** Codes of a connection that was never made: nothing was sent, whatever was asked. */
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);
const codeOf = (error: unknown): string => {
  const cause = error instanceof Error ? error.cause : null;
  if (cause instanceof AggregateError) return codeOf({ cause: cause.errors[0] });
  return cause instanceof Error && 'code' in cause ? String(cause.code) : '';
};

/** One HTTP exchange, body read to its end. Throws for silence only: what the status means is the caller's. */
export async function exchange(
  url: string,
  init: RequestInit,
  more: { what: string; write?: boolean | undefined; signal: AbortSignal },
): Promise<{ status: number; type: string; location: string | null; bytes: Uint8Array; retryAfterMs: number | null }> {
  try {
    const response = await erpFetch(url, { redirect: 'error', ...init, signal: more.signal });
    const bytes = new Uint8Array(await response.arrayBuffer());
    const seconds = Number(response.headers.get('retry-after'));
    return {
      status: response.status,
      type: response.headers.get('content-type') ?? '',
      location: response.headers.get('location'),
      bytes,
      retryAfterMs: seconds > 0 ? Math.min(seconds, 600) * 1000 : null,
    };
  } catch (error) {
    const timedOut = more.signal.aborted;
    const kind = more.write && (timedOut || !neverSent.has(codeOf(error))) ? 'uncertain' : 'unreachable';
    throw new ErpError(kind, `${more.what}: no answer`, { cause: error, timedOut });
  }
}
/** PostgreSQL stores neither NUL nor half of a surrogate pair: Odoo answers 500 to a text with one, at each try. */
const storable = (_: string, value: unknown) => (typeof value === 'string' ? cleanText(value) : value);
const post = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body, storable),
});
const jsonOf = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
};
const silenceOf = (call: { write?: boolean | undefined }): ErpErrorKind => (call.write ? 'uncertain' : 'unreachable');
const whatOf = ({ model, method }: OdooCall) => `${model}.${method}`;

/** A status without a fault of Odoo's: a proxy, another application, or a database that it does not serve. */
function strange(status: number, what: string, silence: ErpErrorKind, retryAfterMs: number | null): ErpError {
  if (status === 429) return new ErpError('busy', `${what}: 429`, { retryAfterMs });
  if (status === 401) return new ErpError('unauthorised', `${what}: HTTP 401`, { field: KEY_FIELD });
  if (status === 403) return new ErpError('unauthorised', `${what}: HTTP 403`);
  if (status === 404)
    return new ErpError('unauthorised', `${what}: HTTP 404 without a fault`, {
      field: 'database',
      words: 'Odoo does not serve this database at this address.',
    });
  return new ErpError(silence, `${what}: HTTP ${status} without a fault`);
}

/**
 * Odoo answers the same 404 page for an unknown database and while its PostgreSQL is down. Its health check (17 and later) tells the two apart.
 */
async function databaseIsDown(address: OdooAddress, signal: AbortSignal): Promise<boolean> {
  const url = `${address.url}/web/health?db_server_status=1`;
  const { status, bytes } = await exchange(url, { redirect: 'manual' }, { what: 'health', signal });
  const answer = z.object({ db_server_status: z.boolean() }).safeParse(jsonOf(bytes));
  return status >= 500 || (answer.success && !answer.data.db_server_status);
}

/** JSON-2, from 19 on: the key as bearer, one path a method, the bare result. */
function json2(address: OdooAddress, version: string, major: number): Transport {
  return {
    version,
    major,
    async send(call) {
      const what = whatOf(call);
      const { status, bytes, retryAfterMs } = await exchange(
        `${address.url}/json/2/${call.model}/${call.method}`,
        post(
          { ...call.args, ...(call.ids ? { ids: call.ids } : {}), ...(call.context ? { context: call.context } : {}) },
          {
            authorization: `bearer ${address.key}`,
            ...(address.database ? { 'x-odoo-database': address.database } : {}),
          },
        ),
        { what, write: call.write, signal: call.signal },
      );
      const body = jsonOf(bytes);
      if (status === 200) {
        if (body !== undefined) return body;
        throw new ErpError(silenceOf(call), `${what}: the answer is not JSON`);
      }
      const fault = faultSchema.safeParse(body);
      if (!fault.success && status === 404 && (await databaseIsDown(address, call.signal)))
        throw new ErpError('unreachable', `${what}: PostgreSQL behind Odoo is down`);
      throw fault.success
        ? faultOf(fault.data, what, silenceOf(call))
        : strange(status, what, silenceOf(call), retryAfterMs);
    },
  };
}

const envelope = z.object({
  result: z.unknown().optional(),
  error: z.object({ data: faultSchema }).optional(),
});
async function jsonRpc(
  address: OdooAddress,
  more: { service: 'common' | 'object'; method: string; args: unknown[]; what: string },
  call: { write?: boolean | undefined; signal: AbortSignal },
): Promise<unknown> {
  const { service, method, args, what } = more;
  const { status, bytes, retryAfterMs } = await exchange(
    `${address.url}/jsonrpc`,
    post({ jsonrpc: '2.0', method: 'call', id: 1, params: { service, method, args } }),
    { what, ...call },
  );
  if (status !== 200) throw strange(status, what, silenceOf(call), retryAfterMs);
  const body = envelope.safeParse(jsonOf(bytes));
  if (!body.success) throw new ErpError(silenceOf(call), `${what}: the answer is not JSON-RPC`);
  if (body.data.error) throw faultOf(body.data.error.data, what, silenceOf(call));
  return body.data.result;
}

/** JSON-RPC, below 19: the database, the user's number and the key (in place of the password) go with each call. */
async function legacy(
  address: OdooAddress,
  version: string,
  major: number,
  signal: AbortSignal,
): Promise<Transport & { uid: number }> {
  if (!address.database || !address.login)
    throw new ErpError('unauthorised', 'database or login is missing', {
      field: address.database ? 'login' : 'database',
      words: `Odoo ${version} wants the name of the database and the login of the key's user.`,
    });
  const { database, login, key } = address;
  const authenticate = { service: 'common', method: 'authenticate', what: 'common.authenticate' } as const;
  const uid = z
    .number()
    .int()
    .positive()
    .safeParse(await jsonRpc(address, { ...authenticate, args: [database, login, key, {}] }, { signal }));
  if (!uid.success)
    throw new ErpError('unauthorised', 'common.authenticate refused', {
      words: 'Odoo refuses this login with this key.',
    });
  return {
    version,
    major,
    uid: uid.data,
    send({ model, method, ids, args = {}, context, write, signal: cut }) {
      // `create` looks at its first positional argument, so it cannot have it by name.
      const { vals_list, ...named } = args;
      const positional = [...(ids ? [ids] : []), ...(vals_list ? [vals_list] : [])];
      const kw = { ...named, ...(context ? { context } : {}) };
      const rpc = { service: 'object', method: 'execute_kw', what: `${model}.${method}` } as const;
      return jsonRpc(
        address,
        { ...rpc, args: [database, uid.data, key, model, method, positional, kw] },
        { write, signal: cut },
      );
    },
  };
}

const versionAnswer = z.object({ version_info: z.array(z.unknown()).min(1), version: z.string() });
const rpcVersion = z.object({ server_version_info: z.array(z.unknown()).min(1), server_version: z.string() });
/** `[19, 0, …]`; Odoo's own cloud also names a version between two as `["saas~18", 4, …]`. */
const majorOf = (info: readonly unknown[]): number => Number(/\d+/.exec(String(info[0]))?.[0] ?? 0);

/** Asks the version, which needs no login, and picks the API: JSON-2 where the server has it. */
export async function connect(address: OdooAddress, signal: AbortSignal): Promise<Transport> {
  // Older servers take it for a page, and may send one on to it in another language.
  const asked = await exchange(`${address.url}/json/version`, { redirect: 'manual' }, { what: 'version', signal });
  const answer = versionAnswer.safeParse(asked.status === 200 ? jsonOf(asked.bytes) : undefined);
  if (answer.success && majorOf(answer.data.version_info) >= 19)
    return json2(address, answer.data.version, majorOf(answer.data.version_info));
  if (asked.status >= 500) throw strange(asked.status, 'version', 'unreachable', asked.retryAfterMs);
  const older = rpcVersion.safeParse(
    await jsonRpc(address, { service: 'common', method: 'version', args: [], what: 'common.version' }, { signal }),
  );
  if (!older.success) throw new ErpError('drift', 'common.version: not an answer of Odoo');
  const major = majorOf(older.data.server_version_info);
  if (major < 16)
    throw new ErpError('unsupported', `Odoo ${older.data.server_version}`, {
      words: `Odoo ${older.data.server_version} is too old: 16 or later is needed.`,
    });
  return legacy(address, older.data.server_version, major, signal);
}
