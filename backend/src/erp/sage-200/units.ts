import { z } from 'zod';
import { RESOURCE } from './facts.ts';
import type { Session } from './session.ts';
import { blank, id } from './values.ts';

const unitRow = z.object({ id, name: blank });
/** The ids of units, by their names. */
export const unitsOf = (session: Session, signal: AbortSignal): Promise<ReadonlyMap<string, string>> =>
  session.remember('units', async () => {
    const rows = await session.client.query(unitRow, { resource: RESOURCE.units }, signal);
    return new Map(rows.flatMap((row) => (row.name === null ? [] : [[row.name, row.id] as const])));
  });
