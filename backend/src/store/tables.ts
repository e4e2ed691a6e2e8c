import type { AccountTables } from './account-tables.ts';
import type { ConsoleTables } from './console-tables.ts';
import type { WorkTables } from './work-tables.ts';

export type Tables = AccountTables & WorkTables & ConsoleTables;
