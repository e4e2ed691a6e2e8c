import type { CancelPreview, ChangePreview, ErpOrder, OrderAct } from '@backroom/shared';
import { signedRequest } from '../support/card.ts';
import { ask, setLines } from './deal-page.ts';
import type { Sent } from './load.ts';
import { pause } from './processes.ts';
import type { World } from './world.ts';

type Answer<Data> = { ok: boolean; data?: Data; problem?: { code: string; detail?: string } };
/** What somebody asked of an order, and what they were told. */
export type Act = {
  sent: Sent;
  kind: 'change' | 'cancel';
  /** Quantities of the lines as they were asked for. */
  wanted: string[];
  id: string | null;
  refusal: string | null;
};
const userOf = ({ index }: Sent, nth = 0) => String(8000 + ((index * 7 + nth) % 900));
const reason = 'Project stopped';

/** Asked as long as there is no answer: a process that died is started again. */
async function insist<Data>(world: World, path: string, body: object, user: string): Promise<Answer<Data>> {
  for (let tries = 0; tries < 60; tries += 1) {
    const answer = await ask<Answer<Data>>(world, path, body, user).catch(() => null);
    const passes = [
      'too_many_requests',
      'crm_unreachable',
      'crm_busy',
      'erp_unreachable',
      'erp_busy',
      'idempotency_in_progress',
      'internal',
      'store_unavailable',
    ];
    if (answer && (answer.ok || !passes.includes(answer.problem?.code ?? ''))) return answer;
    await pause(500);
  }
  return { ok: false, problem: { code: 'no_answer' } };
}

/** Gives the deal's quote other quantities, as a rep does after the order was made. */
export async function alter(world: World, { index, dealId }: Sent, plus: number): Promise<string[]> {
  const lines = world.deal(index).lines.map((line) => ({ ...line, quantity: String(Number(line.quantity) + plus) }));
  await setLines(world, dealId, lines);
  return lines.map(({ quantity }) => quantity);
}
const previewOf = <Data>(world: World, sent: Sent, kind: Act['kind']) =>
  insist<Data>(world, `/v1/records/deal/${sent.dealId}/order/${kind}/preview`, {}, userOf(sent));

/** What a person sees before they confirm; null where they are shown no button. */
export async function seeChange(world: World, sent: Sent): Promise<ChangePreview | null> {
  const { data } = await previewOf<ChangePreview>(world, sent, 'change');
  return data?.canChange ? data : null;
}
export async function seeCancel(world: World, sent: Sent): Promise<CancelPreview | null> {
  const { data } = await previewOf<CancelPreview>(world, sent, 'cancel');
  return data?.canCancel ? data : null;
}
const told = (sent: Sent, kind: Act['kind'], wanted: string[], { ok, data, problem }: Answer<OrderAct>): Act => ({
  sent,
  kind,
  wanted,
  id: ok && data ? data.id : null,
  refusal: ok ? null : (problem?.code ?? 'refused'),
});
export async function change(
  world: World,
  sent: Sent,
  { submission, fingerprint, checks }: ChangePreview,
  wanted: string[],
  who = 0,
): Promise<Act> {
  const acceptedWarnings = [...new Set(checks.map(({ code }) => code))];
  const body = {
    dealId: sent.dealId,
    submission,
    fingerprint,
    acceptedWarnings,
    idempotencyKey: `change-${sent.dealId}-${fingerprint}-${who}`,
  };
  return told(sent, 'change', wanted, await insist<OrderAct>(world, '/v1/orders/change', body, userOf(sent, who)));
}
export async function cancel(
  world: World,
  sent: Sent,
  { submission, fingerprint }: CancelPreview,
  who = 0,
): Promise<Act> {
  const body = {
    dealId: sent.dealId,
    submission,
    fingerprint,
    reason,
    idempotencyKey: `cancel-${sent.dealId}-${fingerprint}-${who}`,
  };
  return told(sent, 'cancel', [], await insist<OrderAct>(world, '/v1/orders/cancel', body, userOf(sent, who)));
}

/** The order itself, asked at the ERP past everything. */
export async function orderInErp(world: World, { reference }: Sent): Promise<ErpOrder | null> {
  const answer = await fetch(`http://127.0.0.1:${world.erp.port}/v1/orders/findByReference`, {
    method: 'POST',
    headers: { authorization: 'Bearer demo-erp-key', 'content-type': 'application/json' },
    body: JSON.stringify({ references: [reference] }),
  });
  const { results } = (await answer.json()) as { results: ErpOrder[][] };
  return results[0]?.[0] ?? null;
}
const atErp = (world: World, path: string, body?: object) =>
  fetch(`http://127.0.0.1:${world.erp.port}${path}`, {
    method: 'POST',
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
/** A colleague sets the first line's quantity on the ERP's own page. */
export const editInErp = async (world: World, sent: Sent, quantity: string): Promise<void> => {
  const order = await orderInErp(world, sent);
  await atErp(world, `/orders/${order?.id}/edit`, { line: 0, quantity });
};
export const deliverInErp = async (world: World, sent: Sent): Promise<boolean> => {
  const order = await orderInErp(world, sent);
  return (await atErp(world, `/orders/${order?.id}/advance`)).ok;
};

const over = new Set(['done', 'refused', 'withdrawn', 'closed', 'needs_attention']);
/** The act when nothing will happen to it any more; null after so long. */
export async function ended(world: World, id: string, withinMs: number): Promise<OrderAct | null> {
  const until = performance.now() + withinMs;
  while (performance.now() < until) {
    const url = world.webs.find((each) => each.alive())?.url;
    if (url) {
      const act = await seen(world, url, id);
      if (act && over.has(act.state)) return act;
    }
    await pause(300);
  }
  return null;
}
async function seen(world: World, url: string, id: string): Promise<OrderAct | null> {
  const user = String(8000 + (Number.parseInt(id.slice(0, 4), 16) % 900));
  const request = signedRequest(url, `/v1/orders/acts/${id}`, { at: Date.now() + world.clock(), userId: user });
  return fetch(request, { signal: AbortSignal.timeout(5000) })
    .then(async (answer) => ((await answer.json()) as Answer<OrderAct>).data ?? null)
    .catch(() => null);
}
export const quantitiesOf = (order: ErpOrder | null): string[] =>
  order?.lines.map(({ quantity }) => String(Number(quantity))) ?? [];
