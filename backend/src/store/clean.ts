import { cleanText, cleanTexts } from '@backroom/shared';
import type { CompiledQuery, DatabaseConnection, Dialect, Driver } from 'kysely';

/** NUL and half of a surrogate pair as JSON text has them; an escaped backslash before it makes it plain characters. */
const ESCAPED = /\\u(?:0000|d[89a-f])/i;

function parameter(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const text = cleanText(value);
  if (!ESCAPED.test(text) || !/^\s*["[{]/.test(text)) return text;
  try {
    return JSON.stringify(cleanTexts(JSON.parse(text)));
  } catch {
    // No JSON: the characters stand there as themselves.
    return text;
  }
}

/** The border of the store: every value on its way into the database is cleaned, whoever wrote the statement. */
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
        // The driver knows its connections by identity, so the one it gave is changed in place, once.
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
