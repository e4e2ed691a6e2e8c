import type { ColumnType } from 'kysely';

/** JSON columns are written as text and parsed with zod by the file of the entity. */
export type Json = ColumnType<unknown, string, string>;
export type Instant = ColumnType<Date, Date | string, Date | string>;
