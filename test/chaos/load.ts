import { revisionOf } from '@backroom/backend/deals/revision';
import { referenceFor } from '@backroom/backend/submissions/reference';
import { currencySchema, decimal } from '@backroom/shared';
import { signedRequest } from '../support/card.ts';
import { pause } from './processes.ts';
import type { Chance } from './random.ts';
import type { World } from './world.ts';

/** One quote that somebody presses "convert" for, and what they were told. */
export type Sent = {
  index: number;
  dealId: string;
  reference: string;
  /** References under which the same sale may have become an order a second time. */
  others?: string[];
  /** The submission's id: from this answer on Backroom has promised. */
  acknowledged: string | null;
  /** From the press that was acknowledged to its answer. */
  ackMs: number;
  /** What was said instead. */
  refusal: string | null;
  presses: number;
};
export const account = 'hubspot:4242';
/** All warnings that a preview may show: whoever converts hundreds of quotes has accepted them. */
const acceptedWarnings = [
  'quote_not_accepted',
  'quote_expired',
  'over_limit',
  'overdue',
  'stock_short',
  'price_below',
  'currency_differs',
  'figures_stale',
  'figure_missing',
  'stock_unknown',
  'erp_price_unknown',
  'credit_not_comparable',
  'credit_total_unknown',
  'erp_unavailable',
];
/** HubSpot's proxy cuts a card's request after fifteen seconds. */
const CARD_MS = 15_000;

/** Where presses go: Backroom, or what it is compared with. */
export type Target = {
  /** The reference that an order of the `index`th deal carries into the ERP. */
  deal: World['deal'];
  /** One event: `key` names the request, `user` who sent it. */
  press: (index: number, key: string, user: string, note?: string) => Promise<Answer & { ms: number }>;
};
export const targetOf = (world: World): Target => ({
  deal: world.deal,
  press: (...pressed) => press(world, ...pressed),
});

/** The deal's revision as the preview would name it, so that a thousand orders need no thousand previews. */
export function quoteOf(
  { deal: dealAt }: Pick<World, 'deal'>,
  index: number,
): { dealId: string; revision: string; reference: string } {
  const deal = dealAt(index);
  const currency = currencySchema.parse(deal.currency);
  const revision = revisionOf({
    company: {
      id: deal.companyId,
      name: '',
      domain: null,
      vatId: null,
      erpNumber: null,
      phone: null,
      street: null,
      postalCode: null,
      city: null,
      country: null,
    },
    currency,
    quote: { id: deal.quoteId, number: null, accepted: true, expiresOn: null },
    lines: deal.lines.map((line, position) => ({
      id: String(position),
      code: line.code,
      name: line.name,
      quantity: decimal(line.quantity),
      unitPrice: decimal(line.price),
      discountPercent: null,
      discountAmount: null,
      currency,
    })),
  });
  return { dealId: deal.id, revision, reference: referenceFor(account, 'order', deal.id, revision) };
}

export type Answer = {
  ok: boolean;
  data?: { id: string; reference: string };
  problem?: { code: string; errors?: { message: string }[] };
  code?: string;
};

const refusalOf = ({ problem, code }: Answer): string =>
  [problem?.code ?? code ?? 'refused', ...new Set(problem?.errors?.map(({ message }) => message))].join(' ');

async function press(
  world: World,
  index: number,
  key: string,
  user: string,
  note?: string,
): Promise<Answer & { ms: number }> {
  const { dealId, revision } = quoteOf(world, index);
  const url = world.webs[(index + key.length) % world.webs.length]?.url ?? '';
  const began = performance.now();
  const request = signedRequest(url, '/v1/orders', {
    method: 'POST',
    userId: user,
    userEmail: `rep${user}@example.com`,
    at: Date.now() + world.clock(),
    body: { dealId, revision, acceptedWarnings, idempotencyKey: key, ...(note ? { note } : {}) },
  });
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(CARD_MS) });
    const answer = (await response.json()) as Answer;
    return { ...answer, ms: performance.now() - began };
  } catch {
    return { ok: false, problem: { code: 'no_answer' }, ms: performance.now() - began };
  }
}

export type LoadOptions = {
  /** Index of the first deal, and how many. */
  from: number;
  count: number;
  concurrency: number;
  chance: Chance;
  /** Share of the quotes for which a second event follows within 200 ms: the same request again, or a second rep. */
  twice?: number;
  /** How long somebody goes on pressing where there is no answer. */
  patienceMs?: number;
  /** Spread the presses evenly over so long, as in a rush hour. */
  overMs?: number;
  stop?: () => boolean;
  /** The rep's note on each order. */
  note?: string;
};

function note(sent: Sent, answer: Awaited<ReturnType<Target['press']>>): void {
  sent.presses += 1;
  if (answer.ok && answer.data) {
    if (sent.acknowledged && sent.acknowledged !== answer.data.id) sent.refusal = 'two_submissions';
    if (!sent.acknowledged) sent.ackMs = answer.ms;
    sent.acknowledged = answer.data.id;
  } else if (!sent.acknowledged) sent.refusal = refusalOf(answer);
}
/** Presses until there is an answer that promises something, or until it is given up. */
async function insist(
  target: Target,
  sent: Sent,
  key: string,
  user: string,
  options: Pick<LoadOptions, 'chance' | 'patienceMs' | 'stop' | 'note'>,
): Promise<void> {
  const until = performance.now() + (options.patienceMs ?? 60_000);
  for (let attempt = 0; ; attempt += 1) {
    note(sent, await target.press(sent.index, key, user, options.note));
    if (sent.acknowledged || performance.now() > until || options.stop?.()) break;
    await pause(Math.min(2000, 150 * 2 ** attempt) * (0.75 + options.chance('again', sent.reference, attempt) / 2));
  }
}

/** The same quotes once more, as if they had never been pressed: what counts is what is promised now. Eight at once. */
export async function pressAgain(target: Target, some: readonly Sent[], chance: Chance): Promise<void> {
  const left = [...some];
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (let sent = left.pop(); sent; sent = left.pop()) {
        sent.acknowledged = null;
        await insist(target, sent, `again-${sent.reference}`, String(6000 + (sent.index % 400)), { chance });
        if (sent.acknowledged) sent.refusal = null;
      }
    }),
  );
}

/** Presses "convert" for many quotes, as reps do: again after a moment where there was no answer, sometimes twice. */
export async function convertMany(target: Target, options: LoadOptions): Promise<Sent[]> {
  const all: Sent[] = [];
  let next = 0;
  const began = performance.now();
  async function one(offset: number): Promise<void> {
    const index = options.from + offset;
    const { dealId, reference } = quoteOf(target, index);
    const sent: Sent = { index, dealId, reference, acknowledged: null, ackMs: 0, refusal: null, presses: 0 };
    all.push(sent);
    // Users share the load: a limit per user is not what is tried here.
    const user = String(1000 + (index % 400));
    const again = options.chance('twice', reference) < (options.twice ?? 0);
    const second = again
      ? pause(options.chance('twice after', reference) * 200).then(() =>
          options.chance('twice who', reference) < 0.5
            ? target.press(index, `key-${reference}`, user)
            : target.press(index, `key-${reference}-other`, String(2000 + (index % 400))),
        )
      : null;
    await insist(target, sent, `key-${reference}`, user, options);
    if (second) note(sent, await second);
    if (sent.acknowledged && sent.refusal !== 'two_submissions') sent.refusal = null;
  }
  if (options.overMs) {
    const gap = options.overMs / options.count;
    await Promise.all(
      Array.from({ length: options.count }, async (_, offset) => {
        await pause(Math.max(0, offset * gap - (performance.now() - began)));
        await one(offset);
      }),
    );
  } else
    await Promise.all(
      Array.from({ length: options.concurrency }, async () => {
        while (next < options.count && !options.stop?.()) {
          const mine = next;
          next += 1;
          await one(mine);
        }
      }),
    );
  return all;
}

/** Reads the cards of so many deals, eight at once. */
export async function openPages(world: World, from: number, count: number): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (; next < count; ) {
        const index = from + next;
        next += 1;
        const url = world.webs[index % world.webs.length]?.url ?? '';
        const path = `/v1/records/deal/${quoteOf(world, index).dealId}/panels?only=stock,pricing,credit`;
        const user = String(4000 + (index % 400));
        await fetch(signedRequest(url, path, { at: Date.now() + world.clock(), userId: user })).then(
          (answer) => answer.arrayBuffer(),
          () => null,
        );
      }
    }),
  );
}

export type Seen = {
  state: string;
  writtenBack: boolean;
  erpNumber: string | null;
  canResend: boolean;
  problem: { code: string; detail?: string } | null;
};
/** A submission as its deal page shows it; null where nobody answers or Backroom does not know it. */
export async function look(world: World, id: string): Promise<Seen | 'unknown' | null> {
  const url = world.webs.find((each) => each.alive())?.url;
  if (!url) return null;
  const request = signedRequest(url, `/v1/submissions/${id}`, {
    at: Date.now() + world.clock(),
    userId: String(3000 + (Number.parseInt(id.slice(0, 4), 16) % 1000)),
  });
  try {
    const answer = (await (await fetch(request, { signal: AbortSignal.timeout(5000) })).json()) as {
      ok: boolean;
      data?: Seen;
      problem?: { code: string };
    };
    if (answer.ok && answer.data) return answer.data;
    return answer.problem?.code === 'not_found' ? 'unknown' : null;
  } catch {
    return null;
  }
}

/** What a person does with an order that needs attention, after the cause is gone. */
export async function resend(world: World, id: string): Promise<void> {
  const url = world.webs.find((each) => each.alive())?.url ?? '';
  await fetch(
    signedRequest(url, `/v1/submissions/${id}/actions`, {
      method: 'POST',
      body: { action: 'resend' },
      userId: '5000',
      at: Date.now() + world.clock(),
    }),
    { signal: AbortSignal.timeout(10_000) },
  ).then(
    (answer) => answer.arrayBuffer(),
    () => null,
  );
}
