import { type Currency, type Decimal, dayIn, type Money } from '@backroom/shared';
import { z } from 'zod';
import type { ErpOptions } from '../contract/adapter.ts';
import { ErpError } from '../contract/errors.ts';
import type { ErpPorts } from '../contract/ports.ts';
import { memory, remembered } from '../transport/memory.ts';
import { type NetSuiteClient, netSuiteClient } from './client.ts';
import { CONCURRENCY, suitetalkOf } from './facts.ts';
import { governorFor } from './governor.ts';
import { logonOf } from './logon.ts';
import { type Settings, settingsOf } from './settings.ts';
import { type Has, unknownName } from './sql.ts';
import { blank, currencyCode, flag, id } from './values.ts';

/** Currencies, terms and what an account has change rarely. */
const REFERENCE_MS = 600_000;
const OPEN_MS = 20_000;
/** Names that one query may be without; more, and something else is wrong. */
const MISSING_MOST = 20;

const currencyRow = z.object({ id, symbol: currencyCode, isbasecurrency: flag });
const subsidiaryRow = z.object({ name: blank, currency: blank });
export type Company = { name: string; currency: Currency };

export type Session = {
  client: NetSuiteClient;
  settings: Settings;
  company: Company;
  now: () => number;
  /** ISO code by internal id. */
  currencies: ReadonlyMap<string, Currency>;
  /** In the currency with this internal id; without one, in the company's. */
  money: (amount: Decimal, currency: string | null) => Money;
  remember: <Value>(key: string, load: () => Promise<Value>, ms?: number) => Promise<Value>;
  rows: Rows;
};
/**
 * Every row of a query. It is built anew without the columns and tables that the account turns out not to have: `has` says which may be asked for. Null asks
 * for nothing.
 */
type Rows = <Row extends z.ZodType>(
  row: Row,
  build: (has: Has) => string | null,
  signal: AbortSignal,
) => Promise<z.output<Row>[]>;

function rowsOf(client: NetSuiteClient): Rows {
  // A feature may be switched on, and a right be given, while we run: what is missing is asked for again after a while.
  const missing = new Map<string, number>();
  const isMissing = (name: string) => (missing.get(name) ?? 0) > performance.now();
  return async (row, build, signal) => {
    for (let tries = 0; ; tries += 1) {
      const asked = new Set<string>();
      const has: Has = (name) => {
        asked.add(name);
        return !isMissing(name);
      };
      const query = build(has);
      if (query === null) return [];
      try {
        return await client.query(row, query, signal);
      } catch (error) {
        const name = unknownName(error);
        if (name === null) throw error;
        if (!asked.has(name) || isMissing(name) || tries === MISSING_MOST) throw hidden(name, error);
        missing.set(name, performance.now() + REFERENCE_MS);
      }
    }
  };
}

/** Tables and columns that each account has are not there for a role that may not see them. */
const hidden = (name: string, cause: unknown): ErpError =>
  new ErpError('unauthorised', `no right to ${name}`, {
    field: name,
    words: `The role of this integration does not see "${name}" in NetSuite.`,
    cause,
  });

export function sessions(options: ErpOptions, ports: ErpPorts) {
  const settings = settingsOf(options);
  const url = (options.url || suitetalkOf(settings.account)).replace(/\/+$/, '');
  const logon = logonOf({ url, account: settings.account }, options.credentials, ports);
  const governor = governorFor(settings.account, settings.concurrency ?? CONCURRENCY);
  const client = netSuiteClient({ url, logon, governor }, ports);
  const rows = rowsOf(client);

  async function companyOf(currencies: readonly z.output<typeof currencyRow>[], signal: AbortSignal): Promise<Company> {
    const base = currencies.find(({ isbasecurrency }) => isbasecurrency)?.symbol ?? null;
    const account = `NetSuite ${settings.account}`;
    const own = settings.subsidiary;
    const [found] =
      own === null
        ? []
        : await rows(subsidiaryRow, () => `SELECT s.name, s.currency FROM subsidiary s WHERE s.id = ${own}`, signal);
    if (own !== null && !found)
      throw new ErpError('unauthorised', `no subsidiary ${own}`, {
        field: 'subsidiary',
        words: `NetSuite has no subsidiary ${own}, or its role does not let us see it.`,
      });
    const currency =
      settings.currency ?? currencies.find((each) => each.id === found?.currency)?.symbol ?? base ?? null;
    if (!currency)
      throw new ErpError('drift', 'the account has no base currency', { field: 'currency.isbasecurrency' });
    return { name: found?.name ? `${found.name} (${settings.account})` : account, currency };
  }
  async function open(signal: AbortSignal): Promise<Session> {
    const list = await rows(currencyRow, () => 'SELECT c.id, c.symbol, c.isbasecurrency FROM currency c', signal);
    const company = await companyOf(list, signal);
    const currencies = new Map(
      list.flatMap(({ id: key, symbol }) => (symbol === null ? [] : [[key, symbol] as const])),
    );
    return {
      client,
      settings,
      company,
      now: ports.now,
      currencies,
      money: (amount, currency) => {
        const code = currency === null ? company.currency : currencies.get(currency);
        if (!code) throw new ErpError('drift', `no currency ${currency}`, { field: 'currency' });
        return { amount, currency: code };
      },
      remember: memory(REFERENCE_MS),
      rows,
    };
  }
  const session = remembered(() => open(AbortSignal.timeout(OPEN_MS)), REFERENCE_MS);
  return { get: session.get, settings };
}

/** The internal id of a currency; null for one that the account does not have. */
export const currencyIdOf = ({ currencies }: Session, code: string): string | null =>
  [...currencies].find(([, each]) => each === code)?.[0] ?? null;

/** Today in the calendar of the company. */
export const dayOf = ({ settings, now }: Session): string => dayIn(settings.timeZone, new Date(now()));
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
