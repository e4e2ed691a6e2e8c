import { cleanText, cleanTexts } from '@backroom/shared';
import type { CompiledQuery, DatabaseConnection, Dialect, Driver } from 'kysely';

/** NUL and lone surrogates as escaped in JSON. An escaped backslash before them makes them plain characters. */
const ESCAPED = /\\u(?:0000|d[89a-f])/i;

function parameter(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const text = cleanText(value);
  if (!ESCAPED.test(text) || !/^\s*["[{]/.test(text)) return text;
  try {
    return JSON.stringify(cleanTexts(JSON.parse(text)));
  } catch {
    // Not JSON: the characters are not escaped.
    return text;
  }
}

/** Cleans every value written to the database, for all statements. */
export function cleaning(dialect: Dialect): Dialect {
  const known = new WeakSet<DatabaseConnection>();
  const clean = (query: CompiledQuery): CompiledQuery => ({ ...query, parameters: query.parameters.map(parameter) });
  return {
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createDriver(): Driver {
      const driver = dialect.createDriver();
      const acquire = driver.acquireConnection.bind(driver);
      driver.acquireConnection = async (...options) => {
        const connection = await acquire(...options);
        // The driver identifies connections by reference, so the object is changed in place, once.
        if (!known.has(connection)) {
          const execute = connection.executeQuery.bind(connection);
          connection.executeQuery = (query, ...more) => execute(clean(query), ...more);
          known.add(connection);
        }
        return connection;
      };
      return driver;
    },
  };
}
