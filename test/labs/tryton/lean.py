"""Makes Tryton 6.0 fill a database with less work; what it writes is the same. `lean.py PROGRAM ARGUMENTS...` runs one of its programs that way."""
import gc
import runpy
import sys


def ask_the_catalog():
    "The views of information_schema join a dozen tables for what stands in one or two. Tryton asks them after every new column."
    from trytond.backend.postgresql.table import TableHandler
    from trytond.transaction import Transaction

    def update_definitions(self, columns=None, constraints=None, indexes=None):
        everything = columns is None and constraints is None and indexes is None
        cursor = Transaction().connection.cursor()

        def rows(query):
            cursor.execute(query, ('"%s"."%s"' % (self.table_schema, self.table_name),))
            return cursor.fetchall()
        if columns or everything:
            self._columns = {
                name: {'typname': kind, 'notnull': notnull, 'size': size, 'default': default}
                for name, kind, notnull, size, default in rows("""
                    SELECT a.attname, t.typname, a.attnotnull,
                        CASE WHEN t.typname IN ('varchar', 'bpchar') AND a.atttypmod > 0 THEN a.atttypmod - 4 END, pg_get_expr(d.adbin, d.adrelid)
                    FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
                    WHERE a.attrelid = %s::regclass AND a.attnum > 0 AND NOT a.attisdropped""")}
        if constraints or everything:
            self._constraints = [name for name, in rows("SELECT conname FROM pg_constraint WHERE conrelid = %s::regclass AND contype <> 't'")]
            self._fk_deltypes = dict(rows("""
                SELECT a.attname, CASE k.confdeltype WHEN 'c' THEN 'CASCADE' WHEN 'n' THEN 'SET NULL' WHEN 'd' THEN 'SET DEFAULT'
                    WHEN 'r' THEN 'RESTRICT' ELSE 'NO ACTION' END
                FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey)
                WHERE k.conrelid = %s::regclass AND k.contype = 'f'"""))
        if indexes or everything:
            self._indexes = [name for name, in rows(
                'SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = %s::regclass')]
    TableHandler._update_definitions = update_definitions


def collect_less():
    "What the modules loaded stays: looking it through for garbage, again and again, finds none."
    gc.collect()
    gc.freeze()
    gc.set_threshold(20000, 20, 20)


if __name__ == '__main__':
    ask_the_catalog()
    collect_less()
    sys.argv = sys.argv[1:]
    runpy.run_path(sys.argv[0], run_name='__main__')
