import { z } from 'zod';
import { RESOURCE } from './facts.ts';
import type { Session } from './session.ts';
import { blank, countryCode, id } from './values.ts';

const countryRow = z.object({ id, code: countryCode, name: blank });
type Country = z.output<typeof countryRow>;
/** The countries of the company, by id, by their code and by their name. */
export type Countries = {
  withId: (key: string | null) => string | null;
  named: (name: string | null) => string | null;
  withCode: (code: string | null) => Country | null;
};
export const countriesOf = (session: Session, signal: AbortSignal): Promise<Countries> =>
  session.remember('countries', async () => {
    const rows = await session.client.query(countryRow, { resource: RESOURCE.countries }, signal);
    const byId = new Map(rows.map((row) => [row.id, row]));
    const byCode = new Map(rows.map((row) => [row.code, row]));
    const byName = new Map(rows.map((row) => [row.name?.toLowerCase(), row]));
    return {
      withId: (key) => byId.get(key ?? '')?.code ?? null,
      named: (name) => (name === null ? null : (byName.get(name.toLowerCase())?.code ?? null)),
      withCode: (code) => (code === null ? null : (byCode.get(code.toUpperCase()) ?? null)),
    };
  });
