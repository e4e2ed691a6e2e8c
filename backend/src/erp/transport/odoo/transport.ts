import { z } from 'zod';
import { ErpError } from '../../contract/errors.ts';
import type { ErpPorts } from '../../contract/ports.ts';
import { exchange } from '../exchange.ts';
import { jsonOf, postJson } from '../json.ts';
import { processPorts } from '../ports.ts';
import { silenceOf } from '../silence.ts';
import { type Meaning, statusError } from '../status.ts';
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
type Server = OdooAddress & ErpPorts;

/** A status without a fault of Odoo's: a proxy, another application, or a database that it does not serve. */
const strange: Readonly<Record<number, Meaning>> = {
  401: { kind: 'unauthorised', field: KEY_FIELD },
  404: {
    kind: 'unauthorised',
    field: 'database',
    words: 'Odoo does not serve this database at this address.',
  },
};

/**
 * Odoo answers the same 404 page for an unknown database and while its PostgreSQL is down. Its health check (17 and later) tells the two apart.
 */
async function databaseIsDown(server: Server, signal: AbortSignal): Promise<boolean> {
  const url = `${server.url}/web/health?db_server_status=1`;
  const { status, bytes } = await exchange(server.fetch, url, { redirect: 'manual' }, { what: 'health', signal });
  const answer = z.object({ db_server_status: z.boolean() }).safeParse(jsonOf(bytes));
  return status >= 500 || (answer.success && !answer.data.db_server_status);
}

/** JSON-2, from 19 on: the key as bearer, one path a method, the bare result. */
function json2(server: Server, version: string, major: number): Transport {
  return {
    version,
    major,
    async send(call) {
      const { model, method, ids, args, context, write, signal } = call;
      const asked = { what: `${model}.${method}`, write, signal };
      const answer = await exchange(
        server.fetch,
        `${server.url}/json/2/${model}/${method}`,
        postJson(
          { ...args, ...(ids ? { ids } : {}), ...(context ? { context } : {}) },
          {
            authorization: `bearer ${server.key}`,
            ...(server.database ? { 'x-odoo-database': server.database } : {}),
          },
        ),
        asked,
      );
      const body = jsonOf(answer.bytes);
      if (answer.status === 200) {
        if (body !== undefined) return body;
        throw new ErpError(silenceOf(call), `${asked.what}: the answer is not JSON`);
      }
      const fault = faultSchema.safeParse(body);
      if (!fault.success && answer.status === 404 && (await databaseIsDown(server, signal)))
        throw new ErpError('unreachable', `${asked.what}: PostgreSQL behind Odoo is down`);
      throw fault.success
        ? faultOf(fault.data, asked.what, silenceOf(call))
        : statusError(answer, asked, server.now(), strange);
    },
  };
}

const envelope = z.object({
  result: z.unknown().optional(),
  error: z.object({ data: faultSchema }).optional(),
});
async function jsonRpc(
  server: Server,
  more: { service: 'common' | 'object'; method: string; args: unknown[]; what: string },
  call: { write?: boolean | undefined; signal: AbortSignal },
): Promise<unknown> {
  const { service, method, args, what } = more;
  const asked = { what, ...call };
  const answer = await exchange(
    server.fetch,
    `${server.url}/jsonrpc`,
    postJson({ jsonrpc: '2.0', method: 'call', id: 1, params: { service, method, args } }),
    asked,
  );
  if (answer.status !== 200) throw statusError(answer, asked, server.now(), strange);
  const body = envelope.safeParse(jsonOf(answer.bytes));
  if (!body.success) throw new ErpError(silenceOf(call), `${what}: the answer is not JSON-RPC`);
  if (body.data.error) throw faultOf(body.data.error.data, what, silenceOf(call));
  return body.data.result;
}

/** JSON-RPC, below 19: the database, the user's number and the key (in place of the password) go with each call. */
async function legacy(
  server: Server,
  version: string,
  major: number,
  signal: AbortSignal,
): Promise<Transport & { uid: number }> {
  if (!server.database || !server.login)
    throw new ErpError('unauthorised', 'database or login is missing', {
      field: server.database ? 'login' : 'database',
      words: `Odoo ${version} wants the name of the database and the login of the key's user.`,
    });
  const { database, login, key } = server;
  const authenticate = { service: 'common', method: 'authenticate', what: 'common.authenticate' } as const;
  const uid = z
    .number()
    .int()
    .positive()
    .safeParse(await jsonRpc(server, { ...authenticate, args: [database, login, key, {}] }, { signal }));
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
        server,
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
export async function connect(address: OdooAddress, signal: AbortSignal, ports = processPorts): Promise<Transport> {
  const server = { ...address, ...ports };
  // Older servers take it for a page, and may send one on to it in another language.
  const asked = { what: 'version', signal };
  const told = await exchange(server.fetch, `${server.url}/json/version`, { redirect: 'manual' }, asked);
  const answer = versionAnswer.safeParse(told.status === 200 ? jsonOf(told.bytes) : undefined);
  if (answer.success && majorOf(answer.data.version_info) >= 19)
    return json2(server, answer.data.version, majorOf(answer.data.version_info));
  if (told.status >= 500) throw statusError(told, asked, server.now());
  const older = rpcVersion.safeParse(
    await jsonRpc(server, { service: 'common', method: 'version', args: [], what: 'common.version' }, { signal }),
  );
  if (!older.success) throw new ErpError('drift', 'common.version: not an answer of Odoo');
  const major = majorOf(older.data.server_version_info);
  if (major < 16)
    throw new ErpError('unsupported', `Odoo ${older.data.server_version}`, {
      words: `Odoo ${older.data.server_version} is too old: 16 or later is needed.`,
    });
  return legacy(server, older.data.server_version, major, signal);
}
