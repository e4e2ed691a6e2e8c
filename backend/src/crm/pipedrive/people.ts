import type { RecordRef } from '@backroom/shared';
import { z } from 'zod';
import { type CrmCall, CrmError } from '../contract/index.ts';
import type { PipedriveClient } from './client.ts';
import { administers, userSchema } from './schemas.ts';
import { permittedPath } from './unproved.ts';

const isKind = (error: unknown, ...kinds: CrmError['kind'][]) =>
  error instanceof CrmError && kinds.includes(error.kind);

/** What Pipedrive tells of a user's rights. */
export function peopleReader(client: PipedriveClient) {
  return {
    /** Null where the grant does not allow to list users. */
    async isAdmin(userId: string, call: CrmCall): Promise<boolean | null> {
      try {
        const schema = z.object({ data: z.array(userSchema).nullish() });
        const { data } = await client.request('GET', '/api/v1/users', undefined, schema, call);
        const found = (data ?? []).find(({ id }) => id === userId);
        return (
          found !== undefined && found.is_deleted !== true && found.active_flag !== false && administers(found.access)
        );
      } catch (error) {
        if (isKind(error, 'refused', 'unauthorised')) return null;
        throw error;
      }
    },
    /** A record that Pipedrive does not give, or of which it does not say who may see it, may be seen by nobody. */
    async viewers({ type, id }: RecordRef, call: CrmCall): Promise<ReadonlySet<string>> {
      if (!/^\d{1,18}$/.test(id)) return new Set();
      try {
        const schema = z.object({ data: z.array(z.string()).nullish() });
        const path = `/api/v1/${permittedPath[type]}/${id}/permittedUsers`;
        return new Set((await client.request('GET', path, undefined, schema, call)).data ?? []);
      } catch (error) {
        if (isKind(error, 'not_found', 'refused')) return new Set();
        throw error;
      }
    },
  };
}
