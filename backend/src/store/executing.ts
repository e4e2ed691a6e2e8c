import type { DatabaseConnection, Dialect, Driver } from 'kysely';

type Execute = DatabaseConnection['executeQuery'];

/** A dialect in which `change` stands before, or in the place of, how each connection executes a statement. */
export const executing = (dialect: Dialect, change: (execute: Execute) => Execute): Dialect => {
  const known = new WeakSet<DatabaseConnection>();
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
          connection.executeQuery = change(connection.executeQuery.bind(connection));
          known.add(connection);
        }
        return connection;
      };
      return driver;
    },
  };
};
