import { randomUUID } from 'node:crypto';
import type { Change, Company } from './company.ts';
import { badHook } from './errors.ts';

export type Hook = {
  id: number;
  user_id: number;
  event_action: string;
  event_object: string;
  subscription_url: string;
  version: string;
  name: string;
  http_auth_user: string | null;
  http_auth_password: string | null;
};
type Job = { hook: Hook; message: Record<string, unknown>; attempt: number; due: number };
type Delivery = { url: string; attempt: number; status: number | null; body: unknown };
const RETRIES_MS = [3000, 30_000, 150_000];
const BAN_MS = 30 * 60_000;
const GIVE_UP_MS = 3 * 86_400_000;
const ANSWER_MS = 10_000;
const MOST = 40;
const objects = ['activity', 'deal', 'lead', 'note', 'organization', 'person', 'pipeline', 'product', 'stage', 'user'];
const local = new Set(['127.0.0.1', 'localhost']);

/** Takes a message to its address. */
export type Deliver = (url: string, init: RequestInit) => Promise<Response>;

/** Webhooks of version 2: not signed, tried four times, banned for half an hour at ten failures, in which events are lost. */
export function openWebhooks(company: Company, deliver: Deliver = fetch) {
  const { now, settings } = company;
  const hooks = new Map<number, Hook & { failures: number; bannedUntil: number; succeeded: number }>();
  const sent: Delivery[] = [];
  const delivered: Job[] = [];
  let waiting: Job[] = [];
  const running = new Set<Promise<void>>();

  function create(fields: Record<string, unknown>, user: number): Hook {
    const errors: Record<string, string[]> = {};
    const url = URL.parse(String(fields.subscription_url));
    const reachable = url?.protocol === 'https:' || (url && local.has(url.hostname));
    if (!reachable) errors.subscription_url = ['invalid or non-reachable URL'];
    const kinds = [...objects, '*', ...(settings.lineEvents ? ['deal_product', 'deal_installment'] : [])];
    if (!kinds.includes(String(fields.event_object))) errors.event_object = ['unknown event object'];
    if (Object.keys(errors).length > 0) throw badHook(400, errors);
    const owner = Number(fields.user_id ?? user);
    if ([...hooks.values()].filter(({ user_id }) => user_id === owner).length >= MOST)
      throw badHook(422, { user_id: [`limit of ${MOST} webhooks per user is reached`] });
    const hook: Hook = {
      ...{ id: company.nextId(), user_id: owner, version: String(fields.version ?? '2.0') },
      ...{ event_action: String(fields.event_action), event_object: String(fields.event_object) },
      ...{ subscription_url: String(fields.subscription_url), name: String(fields.name) },
      http_auth_user: (fields.http_auth_user as string | undefined) ?? null,
      http_auth_password: (fields.http_auth_password as string | undefined) ?? null,
    };
    hooks.set(hook.id, { ...hook, failures: 0, bannedUntil: 0, succeeded: now() });
    return hook;
  }
  async function attempt(job: Job): Promise<void> {
    const kept = hooks.get(job.hook.id);
    if (!kept) return;
    const { meta, ...message } = job.message as { meta: object };
    const body = { meta: { ...meta, attempt: job.attempt }, ...message };
    const { http_auth_user: name, http_auth_password: password } = kept;
    const basic = Buffer.from(`${name ?? ''}:${password ?? ''}`).toString('base64');
    const status = await deliver(kept.subscription_url, {
      method: 'POST',
      // A redirect is not followed: it counts as a failure.
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWER_MS),
      headers: { 'content-type': 'application/json', ...(name === null ? {} : { authorization: `Basic ${basic}` }) },
      body: JSON.stringify(body),
    }).then(
      (response) => response.status,
      () => null,
    );
    sent.push({ url: kept.subscription_url, attempt: job.attempt, status, body });
    if (status !== null && status >= 200 && status < 300) {
      kept.succeeded = now();
      delivered.push(job);
      return;
    }
    if (job.attempt === 1) kept.failures += 1;
    if (kept.failures >= 10) Object.assign(kept, { failures: 0, bannedUntil: now() + BAN_MS });
    if (now() - kept.succeeded > GIVE_UP_MS) hooks.delete(kept.id);
    const pause = RETRIES_MS[job.attempt - 1];
    if (pause !== undefined) waiting.push({ ...job, attempt: job.attempt + 1, due: now() + pause });
  }
  function begin(job: Job): void {
    const run = attempt(job).finally(() => running.delete(run));
    running.add(run);
  }
  function messageOf({ action, entity, id, before, after, source, user, meta }: Change, hook: Hook) {
    const deal = Number((after ?? before)?.deal_id ?? 0);
    const seen = (each: number) =>
      company.sees(each, entity, id) && (entity !== 'deal_product' || company.sees(each, 'deal', deal));
    return {
      meta: {
        ...{ action, entity, entity_id: String(id), id: randomUUID(), correlation_id: randomUUID() },
        ...{ company_id: String(settings.id), user_id: String(user), timestamp: new Date(now()).toISOString() },
        ...{ change_source: source, is_bulk_edit: false, version: '2.0', type: 'application', attempt: 1 },
        ...{
          host: `${settings.domain}.pipedrive.com`,
          webhook_id: String(hook.id),
          webhook_owner_id: String(hook.user_id),
        },
        permitted_user_ids: company.userIds.filter(seen).map(String),
        ...meta,
      },
      data: after,
      previous: before,
    };
  }
  company.listen((change) => {
    for (const hook of hooks.values()) {
      const wanted =
        [change.action, '*'].includes(hook.event_action) && [change.entity, '*'].includes(hook.event_object);
      if (!wanted || hook.bannedUntil > now()) continue;
      if (change.entity === 'deal_product' && !settings.lineEvents) continue;
      const message = messageOf(change, hook);
      // Only what the webhook's user may see is sent.
      if (message.meta.permitted_user_ids.includes(String(hook.user_id)))
        begin({ hook, message, attempt: 1, due: now() });
    }
  });
  async function settled(): Promise<void> {
    while (running.size > 0) await Promise.all(running);
  }
  return {
    ...{ create, hooks, sent, settled },
    endFor(user: number): void {
      for (const { id, user_id } of hooks.values()) if (user_id === user) hooks.delete(id);
    },
    /** Sends what is due by now. */
    run(): void {
      const due = waiting.filter((job) => job.due <= now());
      waiting = waiting.filter((job) => job.due > now());
      for (const job of due) begin(job);
    },
    /** Sends once more what was delivered. */
    repeat: () => delivered.splice(0).forEach(begin),
  };
}
