import type { ErpAdapter } from '@backroom/backend/erp/contract/adapter';
import { erpAdapters } from '@backroom/backend/erp/registry';
import type { NewConnection } from '@backroom/backend/store/connections';
import { connectionFrom, fillingFrom } from './connection.ts';

export function realAdapter(erp: string, env: NodeJS.ProcessEnv): ErpAdapter {
  const factory = erpAdapters[erp];
  if (!factory) throw new Error(`There is no adapter "${erp}".`);
  return factory(fillingFrom(erp, env));
}
/**
 * The connection to a real ERP. Later starts ask it nothing: what it said at the first one stands in `before`. Throws where the ERP does not
 * answer or does not take the credentials; it is asked once, for some ERPs lock a user after a few wrong ones.
 */
export async function realConnection(
  erp: string,
  env: NodeJS.ProcessEnv,
  before: NewConnection | null,
): Promise<NewConnection> {
  const options = connectionFrom(erp, env);
  if (before) return { ...before, ...options, settings: { ...before.settings, ...options.settings } };
  const adapter = realAdapter(erp, env);
  const signal = AbortSignal.timeout(60_000);
  const { erp: name, limits } = await adapter.describe({}, { signal });
  const { timeZone } = await adapter.health({}, { signal });
  await adapter.close?.();
  const settings = { ...options.settings, timeZone, concurrency: String(limits.concurrency) };
  return { ...options, erp, name, settings };
}
