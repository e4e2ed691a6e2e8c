import { z } from 'zod';
import { type OnSent, reporting } from '../contract/calls.ts';
import { type CrmCall, CrmError } from '../contract/index.ts';
import type { Quota } from '../contract/tokens.ts';
import { parseExact } from '../kit/exact.ts';
import { budget, type Turn } from './budget.ts';
import { toCrmError } from './errors.ts';
import { faultSchema, page } from './schemas.ts';
import type { PipedriveTokens } from './tokens.ts';

/** Rows of a page at most. */
const PAGE = 500;
/** Longer than any burst: the account is left alone for that time. */
const PARK_FROM_MS = 30_000;
type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

const numberIn = (headers: Headers, name: string): number | null => {
  const value = headers.get(name);
  return value === null || !/^-?\d+$/.test(value) ? null : Number(value);
};

/** A thin client: grant, budget, exact numbers, pages, errors. Pipedrive's own client has lost custom fields for years. */
export function pipedriveClient(options: {
  tokens: Pick<PipedriveTokens, 'access'>;
  quota?: Quota | undefined;
  onSent?: OnSent | undefined;
  onUsage?: ((account: string, usage: { used: number; limit: number }) => void) | undefined;
}) {
  const limits = budget(undefined, options.quota);
  async function send(
    method: Method,
    path: string,
    body: unknown,
    session: { token: string; api: string },
    call: CrmCall,
    turn: Turn,
  ) {
    await limits.turn(call.account, turn, call.signal);
    const url = `${session.api}${path}`;
    try {
      return await reporting(options.onSent, call.account, { method, url }, () =>
        fetch(url, {
          method,
          // A token goes to no other address.
          redirect: 'error',
          headers: {
            authorization: `Bearer ${session.token}`,
            accept: 'application/json',
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
          signal: call.signal,
        }),
      );
    } catch (error) {
      throw new CrmError('unreachable', `Pipedrive ${method} ${path}: no answer`, { cause: error });
    }
  }
  function learn({ account }: CrmCall, { headers }: Response): number | null {
    const limit = numberIn(headers, 'x-daily-ratelimit-token-limit');
    const left = numberIn(headers, 'x-daily-ratelimit-token-remaining');
    const day = limit === null || left === null ? null : { limit, left };
    limits.learn(account, numberIn(headers, 'x-ratelimit-limit'), day);
    if (day) options.onUsage?.(account, { used: day.limit - day.left, limit: day.limit });
    return left;
  }
  async function request<Body extends z.ZodType>(
    method: Method,
    path: string,
    body: unknown,
    schema: Body,
    call: CrmCall,
    turn: Turn = method === 'GET' ? (call.unhurried ? 'scan' : 'read') : 'write',
  ): Promise<z.infer<Body>> {
    const session = await options.tokens.access(call.account);
    let response = await send(method, path, body, session, call, turn);
    // A token may die before its time: one fresh one, once.
    if (response.status === 401) {
      const renewed = await options.tokens.access(call.account, session.token);
      response = await send(method, path, body, renewed, call, turn);
    }
    const dailyLeft = learn(call, response);
    const text = await response.text().catch((cause: unknown) => {
      throw new CrmError('unreachable', `Pipedrive ${method} ${path}: the answer broke off`, { cause });
    });
    let json: unknown;
    try {
      json = parseExact(text);
    } catch {
      if (response.ok) throw new CrmError('drift', `Pipedrive ${method} ${path}: not JSON`);
    }
    if (!response.ok) {
      const { headers, status } = response;
      const told = { dailyLeft, retryAfter: headers.get('retry-after'), reset: headers.get('x-ratelimit-reset') };
      const error = toCrmError(status, faultSchema.safeParse(json).data ?? {}, json !== undefined, told, Date.now());
      if (error.kind === 'busy' && (error.retryAfterMs ?? 0) > PARK_FROM_MS)
        limits.park(call.account, error.retryAfterMs ?? 0);
      throw error;
    }
    const parsed = schema.safeParse(json);
    if (!parsed.success) throw new CrmError('drift', `Pipedrive ${method} ${path}: ${z.prettifyError(parsed.error)}`);
    return parsed.data;
  }
  /** One page of a list, and the cursor of the page after it. */
  async function list<Row extends z.ZodType>(path: string, query: Record<string, string>, row: Row, call: CrmCall) {
    const text = new URLSearchParams(query).toString();
    const answer = await request('GET', `${path}?${text}`, undefined, page(row), call);
    return { rows: answer.data ?? [], next: answer.additional_data?.next_cursor ?? null };
  }
  return {
    request,
    list,
    /** Every row of a list. `most`: throws beyond so many, by what it does itself. */
    async all<Row extends z.ZodType>(
      path: string,
      query: Record<string, string>,
      row: Row,
      call: CrmCall,
      bound: (count: number) => void = () => {},
    ): Promise<z.infer<Row>[]> {
      const rows: z.infer<Row>[] = [];
      for (let cursor: string | null = null; ; ) {
        const more: Record<string, string> = cursor === null ? {} : { cursor };
        const found: { rows: z.infer<Row>[]; next: string | null } = await list(
          path,
          { ...query, limit: String(PAGE), ...more },
          row,
          call,
        );
        rows.push(...found.rows);
        bound(rows.length);
        if (found.next === null) return rows;
        // A cursor that stands still would ask for ever.
        if (found.next === cursor) throw new CrmError('drift', `Pipedrive ${path}: the cursor does not move`);
        cursor = found.next;
      }
    },
  };
}
export type PipedriveClient = ReturnType<typeof pipedriveClient>;
