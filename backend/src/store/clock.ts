import { type RawBuilder, sql } from 'kysely';

/** The time as a part of a statement. Processes have clocks of their own; what they agree on is compared by the database's. */
export type Clock = () => RawBuilder<Date>;
/** A sub-select is evaluated once for a statement, so that an index can be used with it. */
export const databaseClock: Clock = () => sql<Date>`(select clock_timestamp())`;
/** A moment as a part of a statement: known here, or the database's own. */
export type Moment = Date | RawBuilder<Date>;
export const plus = (at: Moment, ms: number): RawBuilder<Date> =>
  sql<Date>`(${at}::timestamptz + ${ms}::float8 * interval '1 millisecond')`;
export const later = (clock: Clock, ms: number): RawBuilder<Date> => plus(clock(), ms);

/** A lease further ahead than anything sets it was noted by a clock that has been set back since, and holds nobody up. */
export const CLOCK_JUMPED_MS = 15 * 60_000;
/** So does a due time that was noted in the future. The margin is for statements that waited for a lock after they read the clock. */
export const NOTED_AHEAD_MS = 60_000;
export const ahead = (at: Date): Date => new Date(at.getTime() + NOTED_AHEAD_MS);
