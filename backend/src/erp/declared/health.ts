import type { ErpHealth } from '../contract/description.ts';
import type { Client } from './client.ts';
import { coerced } from './coerce.ts';
import { rowsOf } from './rows.ts';

/** Whether the ERP lets us in, and its version where the document says where it stands. */
export async function healthOf(client: Client, signal: AbortSignal): Promise<ErpHealth> {
  const { health, company, versions } = client.document;
  const { rows } = await rowsOf(client, health, { at: 'health', input: {}, signal }, 1);
  const version = await coerced<string>(health.version, rows[0] ?? {}, 'text', client.place('health.version', {}));
  return {
    ok: true,
    version: version || (versions[0] ?? ''),
    company: company.name,
    timeZone: company.timeZone,
    currency: company.currency,
  };
}
