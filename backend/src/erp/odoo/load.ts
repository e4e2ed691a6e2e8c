import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import { id } from '../transport/odoo/values.ts';
import type { Session } from './session.ts';

const answerSchema = z.object({
  ids: z.union([z.literal(false), z.array(id)]),
  messages: z.array(z.object({ type: z.string(), message: z.string(), field: z.string().optional() })),
});
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
/** The module part of our external ids; Odoo's own convention for what no module owns. */
export const externalId = (name: string): string => `__backroom__.${name.toLowerCase().replaceAll('-', '_')}`;
const ATTEMPTS = 3;

/**
 * Creates one record under an external id, at most once: whoever loads the same id again gets the record that is there. `load` as
 * such would write the values over it, even over a confirmed order; marked `noupdate`, and loaded as an update, it leaves it alone.
 * All values are text, a link is `field/.id`, lines are further rows.
 */
export async function loadOnce(
  session: Session,
  record: { model: string; fields: readonly string[]; data: readonly (readonly string[])[] },
  signal: AbortSignal,
): Promise<number> {
  const what = `${record.model}.load`;
  let failure: { message: string; field?: string | undefined } | undefined;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (attempt > 0) await pause(50 + Math.random() * 150);
    const { ids, messages } = await session.ask(answerSchema, {
      model: record.model,
      method: 'load',
      args: { fields: record.fields, data: record.data },
      context: { mode: 'update', noupdate: true },
      write: true,
      signal,
    });
    if (ids !== false && ids[0] !== undefined) return ids[0];
    failure = messages.find(({ type }) => type === 'error') ?? messages[0];
    // Its errors come as HTTP 200 with nothing but a text. One that names a field is final. One that does not may be a lost race
    // ("could not serialize access", in whatever language the database speaks): nothing was written, and once more finds the winner's.
    if (failure?.field) break;
  }
  throw new ErpError('refused', `${what}: ids false`, {
    words: failure?.message.trim().slice(0, 1000) ?? 'Odoo did not take the record.',
    field: failure?.field ?? null,
  });
}
