import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import type { ErpPorts } from '../contract/ports.ts';
import { fit } from '../transport/json.ts';
import { remembered } from '../transport/memory.ts';
import { processPorts } from '../transport/ports.ts';
import { turnstile } from '../transport/turnstile.ts';
import { resultOf, withoutDatabase } from './faults.ts';
import { trytonSession } from './session.ts';
import { posting } from './transport.ts';

export type Call = { signal: AbortSignal };
type Context = Readonly<Record<string, unknown>>;
type Domain = readonly unknown[];
type Search<Row extends z.ZodType> = {
  domain: Domain;
  fields: readonly string[];
  row: Row;
  limit?: number;
  order?: readonly (readonly [field: string, direction: 'ASC' | 'DESC' | 'DESC NULLS FIRST'])[];
  context?: Context;
};

export type ClientOptions = {
  url: string;
  database: string;
  user: string;
  password: string;
  /** Tryton's own server is one Python process: more than two calls at once only wait for each other. */
  concurrency: number;
};
/** What we ask for ourselves, for all callers together, has a limit of its own; each caller waits as long as its signal lasts. */
const OWN_MS = 15_000;
const PREFERENCES_MS = 60_000;

const preferencesSchema = z.looseObject({ company: z.number().nullish(), language: z.string().nullish() });
const accessSchema = z.record(
  z.string(),
  z.object({ read: z.coerce.boolean(), write: z.coerce.boolean(), create: z.coerce.boolean() }),
);
const relationsSchema = z.record(z.string(), z.looseObject({ relation: z.string().nullish() }));
type Right = 'read' | 'write' | 'create';
const rightOf: Readonly<Record<string, Right>> = {
  search_read: 'read',
  read: 'read',
  on_change: 'read',
  execute: 'read',
};

/** Tryton's calls: session, context, rows through zod, errors as `ErpError`. Knows nothing of sales or stock. */
export function trytonClient(options: ClientOptions, ports: ErpPorts = processPorts) {
  const post = posting(ports);
  const { database, user, password } = options;
  const root = `${options.url.replace(/\/+$/, '')}/`;
  const url = `${root}${encodeURIComponent(database)}/`;
  const session = trytonSession({ post, root, database, url, user, password, language: 'en' });
  const gate = turnstile(options.concurrency);

  async function rpc(
    method: string,
    params: readonly unknown[],
    write: boolean,
    signal: AbortSignal,
  ): Promise<unknown> {
    // A 401 comes before anything is done, so a write may be sent again after it; once, or a broken session store has us log in for ever.
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const authorization = await session.authorization(signal);
      const answer = await gate(signal, () => post({ url, method, params, authorization, signal, write }));
      if (answer.status === 'answered') return resultOf(method, answer.body, write);
      if (answer.status === 'missing') throw withoutDatabase(method, write);
      session.expired(authorization);
    }
    throw new ErpError('unauthorised', `${method}: 401 with a new session`);
  }

  const preferences = remembered(async () => {
    const method = 'model.res.user.get_preferences';
    const parsed = preferencesSchema.safeParse(await rpc(method, [true, {}], false, AbortSignal.timeout(OWN_MS)));
    if (!parsed.success) throw new ErpError('drift', method, { field: method });
    // Without a company Tryton answers 0 or nothing for money, and no error.
    const company = parsed.data.company ?? null;
    if (company === null)
      throw new ErpError('unauthorised', 'the user has no company', {
        words: `The Tryton user "${user}" has no company.`,
        field: 'company',
      });
    return { ...parsed.data, company };
  }, PREFERENCES_MS);

  /** Whether Tryton still answers its plainest question: where it does not either, an unknown error text was about its database. */
  async function answers(signal: AbortSignal): Promise<boolean> {
    return rpc('model.res.user.get_preferences', [true, {}], false, signal).then(
      () => true,
      (error: unknown) => !(error instanceof ErpError && ['drift', 'unreachable'].includes(error.kind)),
    );
  }

  /** A missing right is told in words only, as a business rule is: the rights themselves say which it was. */
  async function explained(
    error: unknown,
    method: string,
    params: readonly unknown[],
    signal: AbortSignal,
  ): Promise<unknown> {
    if (!(error instanceof ErpError) || error.kind !== 'refused' || error.field !== null) return error;
    const [kind, ...rest] = method.split('.');
    const verb = rest.pop() ?? '';
    const model = rest.join('.');
    const right = rightOf[verb] ?? (verb === 'create' ? 'create' : 'write');
    const asked = [model, ...(verb === 'search_read' ? await relatedTo(model, params, signal).catch(() => []) : [])];
    const access = await rights(kind === 'wizard' ? [] : asked, signal).catch(() => null);
    const hidden = asked.find((each) => access?.[each]?.[right] === false);
    if (hidden !== undefined || verb === 'search_read')
      // A search leaves out what a rule hides; what it refuses is a model or a field.
      return new ErpError('unauthorised', `${method}: no right to ${right} ${hidden ?? model}`, {
        words: error.words,
        field: hidden ?? model,
      });
    // Reading knows no business rules: what else is refused is a record that is gone, or hidden by a rule.
    return right === 'read' && verb !== 'on_change'
      ? new ErpError('not_found', `${method}: hidden or gone`, { words: error.words })
      : error;
  }
  /** The models behind the dotted fields of a search, by Tryton's own list of fields. */
  async function relatedTo(model: string, params: readonly unknown[], signal: AbortSignal): Promise<string[]> {
    const fields = z.array(z.string()).parse(params[4]);
    const found: string[] = [];
    const walk = async (at: string, paths: readonly string[]): Promise<void> => {
      const dotted = paths.filter((path) => path.includes('.'));
      const byHead = Map.groupBy(dotted, (path) => path.slice(0, path.indexOf('.')));
      if (byHead.size === 0) return;
      const method = `model.${at}.fields_get`;
      const answer = await rpc(method, [[...byHead.keys()], await preferences.get(signal)], false, signal);
      for (const [head, { relation }] of Object.entries(relationsSchema.parse(answer))) {
        if (!relation) continue;
        found.push(relation);
        await walk(
          relation,
          (byHead.get(head) ?? []).map((path) => path.slice(head.length + 1)),
        );
      }
    };
    await walk(model, fields);
    return [...new Set(found)];
  }
  async function rights(models: readonly string[], signal: AbortSignal) {
    const method = 'model.ir.model.access.get_access';
    const parsed = accessSchema.safeParse(await rpc(method, [models, await preferences.get(signal)], false, signal));
    if (!parsed.success) throw new ErpError('drift', method, { field: method });
    return parsed.data;
  }

  /** One remote method; the context comes last, always. `write`: silence is then `uncertain`. */
  async function call(
    method: string,
    params: readonly unknown[],
    { signal }: Call,
    more: { write?: boolean; context?: Context } = {},
  ): Promise<unknown> {
    const context = { ...(await preferences.get(signal)), ...more.context };
    try {
      return await rpc(method, [...params, context], more.write ?? false, signal);
    } catch (error) {
      if (error instanceof ErpError && error.kind === 'drift' && !(await answers(signal)))
        throw withoutDatabase(method, more.write ?? false);
      throw await explained(error, method, params, signal);
    }
  }

  return {
    call,
    now: ports.now,
    rights,
    companyId: async (signal: AbortSignal) => (await preferences.get(signal)).company,
    language: async (signal: AbortSignal) => (await preferences.get(signal)).language ?? null,
    async search<Row extends z.ZodType>(model: string, asked: Search<Row>, c: Call): Promise<z.infer<Row>[]> {
      const { domain, limit, order, fields, row, context } = asked;
      const params = [domain, 0, limit ?? null, order ?? null, [...fields]];
      const answer = await call(`model.${model}.search_read`, params, c, context ? { context } : {});
      return fit(z.array(row), answer, model) as z.infer<Row>[];
    },
    async onChange<Schema extends z.ZodType>(
      model: string,
      values: Record<string, unknown>,
      changed: readonly string[],
      schema: Schema,
      c: Call,
    ): Promise<z.infer<Schema>> {
      const answer = await call(`model.${model}.on_change`, [values, changed], c);
      const [changes] = fit(z.array(z.unknown()).length(1), answer, model);
      return fit(schema, changes, model);
    },
    /** Creates one record; its id. */
    async create(model: string, values: Record<string, unknown>, c: Call): Promise<number> {
      const answer = await call(`model.${model}.create`, [[values]], c, { write: true });
      return fit(z.tuple([z.number().int()]), answer, model, true)[0];
    },
    /** Presses a button. Its null proves nothing: a step not allowed from the record's state is skipped in silence. */
    async button(model: string, name: string, id: number, c: Call): Promise<void> {
      await call(`model.${model}.${name}`, [[id]], c, { write: true });
    },
    /** Every remote method of this server: what is not there, no active module brings. */
    async methods(signal: AbortSignal): Promise<string[]> {
      const method = 'system.listMethods';
      return fit(z.array(z.string()), await rpc(method, [], false, signal), method);
    },
    /** Without a login: the server's version. */
    async version(signal: AbortSignal): Promise<string> {
      const method = 'common.server.version';
      const answer = await post({ url: root, method, params: [], authorization: null, signal, write: false });
      return fit(z.string(), answer.status === 'answered' ? resultOf(method, answer.body) : null, method);
    },
    close: session.close,
  };
}
export type TrytonClient = ReturnType<typeof trytonClient>;
