import { createHmac } from 'node:crypto';
import { send } from '../../erp/transport/outgoing.ts';
import type { Message } from './outbox.ts';
import { alertText, placeOf } from './text.ts';

const ANSWER_MS = 10_000;
const SIGNATURE = 'backroom-signature';

/** `t=<seconds>,v1=<hex>`: HMAC-SHA256 of `<seconds>.<body>` with the secret of the account. */
export const signatureOf = (secret: string, seconds: number, body: string): string =>
  `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;

export function webhookBody({ id, account, kind, items, made_at }: Message, origin: string): string {
  return JSON.stringify({
    version: 1,
    id,
    account,
    kind,
    created_at: made_at.toISOString(),
    alerts: items.map((item) => ({
      id: item.id,
      key: item.key,
      news: item.news,
      rule: item.rule,
      level: item.level,
      connection: item.connection || null,
      subject: item.subject || null,
      value: item.value,
      since: item.since,
      at: item.at,
      title: alertText('en', 'UTC', item).title,
      url: `${origin}${placeOf(item)}`,
    })),
  });
}

/** The address is judged when the connection is made, as an ERP's is; no redirect is followed. Throws where the receiver does not answer with 2xx. */
export async function sendWebhook(
  message: Message,
  { url, secret, origin, now }: { url: string; secret: string; origin: string; now: Date },
): Promise<void> {
  const body = webhookBody(message, origin);
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Backroom',
    'backroom-id': message.id,
    [SIGNATURE]: signatureOf(secret, Math.floor(now.getTime() / 1000), body),
  };
  const answer = await send(url, {
    method: 'POST',
    body,
    headers,
    redirect: 'manual',
    signal: AbortSignal.timeout(ANSWER_MS),
  });
  await answer.body?.cancel().catch(() => {});
  if (answer.status < 200 || answer.status >= 300) throw new Error(`HTTP ${answer.status}`);
}
export function webhookProblem(error: unknown): string {
  if (error instanceof Error && error.message.startsWith('HTTP ')) return error.message;
  if (error instanceof DOMException) return 'timeout';
  const cause = error instanceof Error ? error.cause : null;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'no answer';
}
