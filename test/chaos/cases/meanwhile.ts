import { convertAsShown, mergeDeals, setLines } from '../deal-page.ts';
import type { Sent } from '../load.ts';
import { pause, until } from '../processes.ts';
import type { Case, Run } from './case.ts';

/** What no database keeps, in front of a text and behind it. */
const dirty = (text: string) => `\u0000${text}\ud83d`;

/** Each order's deal is merged into another one that could be converted too, and somebody tries to convert the survivor. */
async function mergeAll(run: Run, sent: readonly Sent[]): Promise<void> {
  const acknowledged = sent.filter((each) => each.acknowledged !== null);
  const partners = run.spare(acknowledged.length);
  for (const [nth, each] of acknowledged.entries()) {
    each.dealId = await mergeDeals(run.world, partners[nth]?.id ?? '', each.dealId);
    run.fault('merges', 1);
    const { answer, reference } = await convertAsShown(run.world, each.dealId);
    each.others = reference === null ? [] : [reference];
    if (answer.ok && answer.data?.id !== each.acknowledged) run.fault('second orders taken', 1);
  }
}

/** What people, the CRM and the ERP's own house do while orders are on their way. */
export const meanwhileCases: Case[] = [
  {
    name: 'erp-database-away',
    what: 'the ERP answers that its own database is away; it goes on by itself when that is back',
    share: 1,
    most: 60,
    async run(run) {
      const { proxy, erp } = run.world;
      proxy.setRule(({ reference }) => (reference ? { kind: 'answer', bytes: erp.says.noDatabase } : null));
      await run.convert(run.count, { patienceMs: 20_000 });
      await pause(8000);
      proxy.setRule(null);
      // Nobody's hand: what rests in `needs_attention` would be stuck.
      await run.settle(60_000);
    },
  },
  {
    name: 'copied-in-erp',
    what: 'the answer is lost, and somebody in the ERP copies the order before it is looked up: the original counts',
    share: 1,
    most: 40,
    async run(run) {
      const { proxy, erp } = run.world;
      const before = await erp.copy();
      proxy.setRule(({ write, reference }) => (write && reference ? { kind: 'reset_after' } : null));
      const load = run.convert(run.count, { patienceMs: 20_000 });
      let over = false;
      let copies = 0;
      const copying = (async () => {
        while (!over) {
          copies = await erp.copy();
          await pause(20);
        }
      })();
      await load;
      proxy.setRule(null);
      await run.settle(60_000);
      over = true;
      await copying;
      run.fault('copies', copies - before);
    },
  },
  {
    name: 'control-characters',
    what: 'notes, lines and the ERP’s refusals have NUL and half emojis; a person sends again',
    share: 1,
    most: 60,
    async run(run) {
      const { proxy, erp } = run.world;
      for (const deal of run.next(run.count))
        await setLines(
          run.world,
          deal.id,
          deal.lines.map((line) => ({ ...line, name: dirty(line.name) })),
        );
      const bytes = erp.says.refused(dirty('Period closed.'));
      proxy.setRule(({ write, reference }) => (write && reference ? { kind: 'answer', bytes } : null));
      const sent = await run.convert(run.count, erp.notes ? { note: dirty('Ring twice.') } : {});
      const refused = () => (proxy.met.answer ?? 0) >= sent.length;
      await until(refused, 10_000 + sent.length * erp.orderMs);
      await run.settle(3000);
      // Each was refused once, and no more: what could not be kept would be sent again and again.
      run.figure('answers', String(proxy.met.answer ?? 0));
      proxy.setRule(null);
      await run.mend();
    },
  },
  {
    name: 'merged-while-waiting',
    what: 'deals are merged in the CRM while their orders wait for the ERP, or are on their way into it',
    share: 1,
    most: 40,
    async run(run) {
      const { proxy } = run.world;
      const half = Math.floor(run.count / 2);
      await run.open(half);
      await proxy.refuse();
      await mergeAll(run, await run.convert(half, { concurrency: 4, patienceMs: 20_000 }));
      await proxy.listen();
      await run.settle(60_000);
      proxy.setRule(({ write, reference }) => (write && reference ? { kind: 'late', ms: 3000 } : null));
      await mergeAll(run, await run.convert(half, { concurrency: 4 }));
      proxy.setRule(null);
    },
  },
  {
    name: 'many-lines',
    what: 'deals with 501 and 10,000 lines among others: refused in words before anything is promised',
    share: 1,
    most: 20,
    async run(run) {
      const { world } = run;
      const load = run.convert(run.count);
      let refused = 0;
      for (const [nth, count] of [501, 10_000].entries()) {
        const deal = run.spare(1)[0];
        const line = deal?.lines[0];
        if (!deal || !line) throw new Error('no deal is left');
        await setLines(
          world,
          deal.id,
          Array.from({ length: count }, () => line),
        );
        const codes: string[] = [];
        // A record of so many lines may take longer than a card waits; pressed again, the answer names the limit.
        for (let press = 0; press < 3; press += 1) {
          const { answer } = await convertAsShown(world, deal.id);
          codes.push(answer.ok ? 'taken' : (answer.problem?.code ?? 'no reason'));
        }
        run.figure(`${count} lines`, codes.join(', '));
        const named = ['erp_limit', 'preview_blocked'].includes(codes.at(-1) ?? '');
        if (named && codes.every((code) => code !== 'taken' && code !== 'no reason')) refused += 1;
        if (nth === 1) await load;
      }
      // Both, or the case proves nothing.
      run.fault('refused in words', refused === 2 ? refused : 0);
    },
  },
];
