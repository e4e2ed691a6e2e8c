import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  SelectQueryNode,
} from 'kysely';
import type { Db } from './open.ts';
import type { Tables } from './tables.ts';

type Asked = { query: CompiledQuery; key: string; answer: PromiseWithResolvers<QueryResult<unknown>> };
type Row = Record<string, unknown>;

/** Every column of this name is a `timestamptz`, and no other is: a test compares the rule with the schema. */
export const isInstant = (column: string): boolean => /^(?:.*_)?(?:at|until|since)$|^as_of$/.test(column);
const revived = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      typeof value === 'string' && isInstant(column) ? new Date(value) : value,
    ]),
  );

/** Each query becomes a column of one row. The parameters of the queries follow each other. */
function joined(queries: readonly CompiledQuery[]): CompiledQuery {
  const parameters: unknown[] = [];
  const columns = queries.map(({ sql, parameters: own }, index) => {
    const before = parameters.length;
    parameters.push(...own);
    const text = sql.replaceAll(/\$(\d+)/g, (_, nth: string) => `$${before + Number(nth)}`);
    return `(select coalesce(jsonb_agg(to_jsonb(q)), '[]') from (${text}) as q) as a${index}`;
  });
  return CompiledQuery.raw(`select ${columns.join(', ')}`, parameters);
}

/**
 * The same database for reads alone: selects of one turn of the event loop are sent as one statement. Numbers beyond what JSON can hold are not for it,
 * and queries that look past an account are not either, because the check of tenants judges whole statements.
 */
export function gatheredReads(db: Db): Db {
  let waiting: Asked[] = [];

  async function send(): Promise<void> {
    const asked = waiting;
    waiting = [];
    const alone = () =>
      Promise.all(
        asked.map(({ query, answer }) => db.executeQuery(query).then(answer.resolve, (error) => answer.reject(error))),
      );
    if (asked.length === 1) return void (await alone());
    try {
      const { rows } = await db.executeQuery<Record<string, Row[]>>(joined(asked.map(({ query }) => query)));
      asked.forEach(({ answer }, index) => {
        answer.resolve({ rows: (rows[0]?.[`a${index}`] ?? []).map(revived) });
      });
    } catch {
      // One of them fails: the others have their answers, and it has its own error.
      await alone();
    }
  }
  const connection: DatabaseConnection = {
    executeQuery<Answer>(query: CompiledQuery): Promise<QueryResult<Answer>> {
      if (!SelectQueryNode.is(query.query) || query.query.endModifiers) throw new Error('only for reads');
      const key = JSON.stringify([query.sql, query.parameters]);
      const same = waiting.find((each) => each.key === key);
      if (same) return same.answer.promise as Promise<QueryResult<Answer>>;
      const answer = Promise.withResolvers<QueryResult<unknown>>();
      if (waiting.length === 0) setImmediate(() => void send());
      waiting.push({ query, key, answer });
      return answer.promise as Promise<QueryResult<Answer>>;
    },
    streamQuery() {
      throw new Error('only for reads');
    },
  };
  const refuse = () => Promise.reject(new Error('only for reads'));
  const nothing = async () => {};
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createIntrospector: (own) => new PostgresIntrospector(own),
      createQueryCompiler: () => new PostgresQueryCompiler(),
      createDriver: () => ({
        init: nothing,
        acquireConnection: async () => connection,
        beginTransaction: refuse,
        commitTransaction: refuse,
        rollbackTransaction: refuse,
        releaseConnection: nothing,
        destroy: nothing,
      }),
    },
  });
}
