import type { CompiledQuery, DatabaseConnection, Dialect, Driver } from 'kysely';

/** What Postgres refuses in a text: NUL, and halves of a surrogate pair. They come from copied and cut texts of people, the CRM and the ERP. */
const UNSTORABLE = /\0|\p{Surrogate}/gu;
/** The same as JSON text has it; an escaped backslash before it makes it plain characters. */
const ESCAPED = /\\u(?:0000|d[89a-f])/i;

export const cleanText = (text: string): string => text.replace(UNSTORABLE, '');

/** The value with those characters taken out of every text in it. What is clean comes back as it is. */
export function cleaned<Value>(value: Value): Value {
  if (typeof value === 'string') return cleanText(value) as Value;
  if (Array.isArray(value)) return value.map(cleaned) as Value;
  if (value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [cleanText(key), cleaned(each)])) as Value;
  return value;
}

function parameter(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const text = cleanText(value);
  if (!ESCAPED.test(text) || !/^\s*["[{]/.test(text)) return text;
  try {
    return JSON.stringify(cleaned(JSON.parse(text)));
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
