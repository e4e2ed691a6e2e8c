import type { Call } from './call.ts';
import type { Rec } from './database.ts';
import { Refusal } from './errors.ts';

/** Refuses what the role of the user does not have. */
export function mayUse({ user, faults, method, path }: Call, object: string): void {
  const app = object.split('/')[0] ?? '';
  const denied = [...user.denied, ...faults.denied];
  if (denied.includes(object) || denied.includes(app))
    throw new Refusal(403, 'permissionDenied', `User ${user.id} does not have permission for ${method} on ${path}`, {
      shape: 'top',
    });
}
/**
 * Whether a record exists for the call. Those of an entity are seen from within it, and from the top level only by queries that ask for
 * private ones: from elsewhere they are not forbidden but missing.
 */
export const sees = ({ entity }: Pick<Call, 'entity'>, rec: Pick<Rec, 'entity'>, includePrivate: boolean): boolean =>
  rec.entity === null || rec.entity === entity || (entity === null && includePrivate);
