import { type Currency, currencySchema, type Decimal, type Money } from '@backroom/shared';
import { z } from 'zod';
import type { ErpOptions } from '../contract/adapter.ts';
import { ErpError } from '../contract/errors.ts';
import type { ErpPorts } from '../contract/ports.ts';
import { fit } from '../transport/json.ts';
import { memory, remembered } from '../transport/memory.ts';
import { entraTokens } from '../transport/oauth/entra.ts';
import { type Read, readTogether } from '../transport/odata/batch.ts';
import { type ODataClient, odataClient, type Page } from '../transport/odata/client.ts';
import { oneOf, queryOf } from '../transport/odata/query.ts';
import { ADDRESS, BATCH_MOST, FROM_REPLICA, OR_MOST, SCOPE } from './facts.ts';
import { meaningOf } from './faults.ts';

/** Company, currency and terms change rarely. */
const REFERENCE_MS = 600_000;
const OPEN_MS = 20_000;

const companyRow = z.object({
  id: z.string(),
  name: z.string(),
  displayName: z.string().optional(),
  systemVersion: z.string().optional(),
});
export type Company = { id: string; name: string; currency: Currency; version: string };

export type Session = {
  client: ODataClient;
  company: Company;
  timeZone: string;
  now: () => number;
  /** A path below the company. */
  at: (path: string) => string;
  money: (amount: Decimal, currency: Currency | null) => Money;
  /** Keeps what a load gave while the session lasts. */
  remember: <Value>(key: string, load: () => Promise<Value>) => Promise<Value>;
  /** Reads of one answer, from the replica unless `fresh`. */
  together: (paths: readonly string[], signal: AbortSignal, more?: { fresh?: boolean }) => Promise<Read[]>;
  rows: <Row extends z.ZodType>(row: Row, read: Read | undefined, what: string) => Page<z.output<Row>>;
  one: <Row extends z.ZodType>(row: Row, read: Read | undefined, what: string) => z.output<Row>;
};

export function sessions({ url, credentials, settings }: ErpOptions, ports: ErpPorts) {
  const [tenant = '', environment = ''] = [settings.tenant, settings.environment].map((part) =>
    encodeURIComponent(part ?? ''),
  );
  const tokens = entraTokens({ credentials, settings }, SCOPE, ports);
  const root = `${(url || ADDRESS).replace(/\/+$/, '')}/v2.0/${tenant}/${environment}/api/v2.0`;
  const client = odataClient({ root, tokens, meaningOf }, ports);

  async function companyNow(signal: AbortSignal) {
    const { rows } = await client.list(companyRow, 'companies', { signal });
    const wanted = settings.company ?? '';
    const found =
      rows.find(({ id, name, displayName }) => [id, name, displayName].includes(wanted)) ??
      (wanted === '' && rows.length === 1 ? rows[0] : undefined);
    if (found) return found;
    throw new ErpError('unauthorised', `no company ${wanted}`, {
      field: 'company',
      words: `Business Central has no company "${wanted}" for this application; it has: ${rows.map(({ name }) => name).join(', ')}.`,
    });
  }
  async function open(signal: AbortSignal): Promise<Session> {
    const found = await companyNow(signal);
    const at = (path: string) => `companies(${found.id})/${path}`;
    const information = z.object({ currencyCode: currencySchema });
    // The set has one row.
    const { rows } = await client.list(information, at(`companyInformation${queryOf({ select: ['currencyCode'] })}`), {
      signal,
    });
    const own = rows[0]?.currencyCode;
    if (!own) throw new ErpError('drift', 'the company has no currency', { field: 'companyInformation.currencyCode' });
    const company = {
      id: found.id,
      name: found.displayName || found.name,
      currency: own,
      version: found.systemVersion ?? '',
    };
    const bodyOf = (read: Read | undefined, what: string): unknown => {
      if (!read) throw new ErpError('drift', `${what}: no answer`, { field: what });
      if ('error' in read) throw read.error;
      return read.body;
    };
    return {
      client,
      company,
      timeZone: settings.timeZone ?? 'UTC',
      now: ports.now,
      at,
      money: (amount, currency) => ({ amount, currency: currency ?? own }),
      remember: memory(REFERENCE_MS),
      together: (paths, cut, { fresh = false } = {}) =>
        readTogether(
          client,
          paths.map((path) => at(path)),
          { meaningOf, now: ports.now, most: BATCH_MOST },
          { signal: cut, headers: fresh ? {} : FROM_REPLICA },
        ),
      rows: (row, read, what) => client.pageOf(row, bodyOf(read, what), what),
      one: (row, read, what) => fit(row, bodyOf(read, what), what),
    };
  }
  const session = remembered(() => open(AbortSignal.timeout(OPEN_MS)), REFERENCE_MS);
  return { get: session.get, companyNow };
}

/** A condition for each part of a list that is too long for one. */
export function conditions(field: string, literals: readonly string[]): string[] {
  const parts: string[] = [];
  for (let from = 0; from < literals.length; from += OR_MOST)
    parts.push(oneOf(field, literals.slice(from, from + OR_MOST)));
  return parts;
}
