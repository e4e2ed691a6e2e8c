import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { type Answered, syncPost } from './sync.ts';

/** Status, and which of the bodies: many cases are told the same of a model. */
const answerSchema = z.tuple([z.number(), z.int()]);
const fileSchema = z.object({
  source: z.string(),
  recordedOn: z.string(),
  bodies: z.array(z.string()),
  cases: z.record(z.string(), z.record(z.string(), z.array(answerSchema).min(1))),
});
type Recorded = z.infer<typeof fileSchema>;
const recordedFile = new URL('../../backend/src/crm/odoo-crm/recorded/odoo19.json', import.meta.url);

/** What stands for the keys and the database of the real server in what is recorded. */
export const placeholders = { backroom: 'a'.repeat(40), admin: 'b'.repeat(40), database: 'crm19' };
/** A real Odoo with the addon in it, of which the test makes use as it likes. */
export const realOdoo = () => {
  const { ODOO_CRM_URL: url, ODOO_CRM_DB: database, ODOO_CRM_KEY: key, ODOO_CRM_ADMIN_KEY: admin } = process.env;
  return url && database && key && admin ? { url, database, key, admin } : null;
};
type Real = NonNullable<ReturnType<typeof realOdoo>>;

type Asked = { path: string; authorization: string; body: string };
/** Answers to questions of one case. `ask` is over when it returns. */
export type Source = { ask: (asked: Asked) => Answered; close: () => Promise<unknown> };

/** Model, method, fields, domain and values of a question, and whose it is: each of them to the letter. */
const questionOf = ({ path, authorization, body }: Asked): string => {
  const name = path.replace(/^\/json\/2\//, '');
  return `${name} ${createHash('sha256').update(`${authorization} ${body}`).digest('base64url').slice(0, 16)}`;
};
/** A fault's traceback names the files of the server. */
function withoutTraceback(body: string): string {
  const fault = /"debug":\s*"/.test(body)
    ? z.looseObject({ debug: z.string() }).safeParse(JSON.parse(body)).data
    : null;
  return fault ? JSON.stringify({ ...fault, debug: '' }) : body;
}

function live(real: Real): Source {
  const { post, end } = syncPost();
  return {
    ask({ path, authorization, body }) {
      const key = authorization.includes(placeholders.admin) ? real.admin : real.key;
      const headers = {
        'content-type': 'application/json',
        authorization: `bearer ${key}`,
        'x-odoo-database': real.database,
      };
      // JSON-RPC carries key and database in its body.
      const told = body
        .replace(placeholders.backroom, real.key)
        .replace(`"${placeholders.database}"`, `"${real.database}"`);
      const answer = post({ url: `${real.url}${path}`, headers, body: told });
      return { ...answer, body: withoutTraceback(answer.body) };
    },
    close: end,
  };
}
/** Answers of the real server, kept on the way, in the place of what the file had of this case. */
function recorder(real: Real, of: string): Source {
  const source = live(real);
  const given = new Map<string, Answered[]>();
  return {
    ask(asked) {
      const answer = source.ask(asked);
      const name = questionOf(asked);
      given.set(name, [...(given.get(name) ?? []), answer]);
      return answer;
    },
    async close() {
      const { cases, bodies } = existsSync(recordedFile) ? readRecorded() : { cases: {}, bodies: [] };
      const places = new Map(bodies.map((body, at) => [body, at]));
      const placeOf = (body: string) => {
        const at = places.get(body) ?? places.size;
        places.set(body, at);
        return at;
      };
      const answers: Recorded['cases'][string] = Object.fromEntries(
        [...given].map(([name, all]) => [name, all.map(({ status, body }) => [status, placeOf(body)])]),
      );
      const file: Recorded = {
        source: 'Odoo 19.0 with the addon, made-up records',
        recordedOn: new Date().toISOString().slice(0, 10),
        cases: { ...cases, [of]: answers },
        bodies: [...places.keys()],
      };
      writeFileSync(recordedFile, `${JSON.stringify(file)}\n`);
      await source.close();
    },
  };
}
const readRecorded = (): Recorded => fileSchema.parse(JSON.parse(readFileSync(recordedFile, 'utf8')));
let kept: Recorded | null = null;
function replay(of: string): Source {
  kept ??= readRecorded();
  const { bodies, cases } = kept;
  const answers = cases[of] ?? {};
  const asked = new Map<string, number>();
  return {
    ask(question) {
      const name = questionOf(question);
      const nth = asked.get(name) ?? 0;
      asked.set(name, nth + 1);
      const known = answers[name];
      // Asked again, it answers as it did then; the last answer stays.
      const [status, at] = known?.[Math.min(nth, known.length - 1)] ?? [501, -1];
      return at < 0
        ? { status, type: 'text/plain', body: `not recorded: ${name} ${question.body}` }
        : { status, type: 'application/json', body: bodies[at] ?? '' };
    },
    close: async () => {},
  };
}
/** A replay tells a changed question from a known one, and not a repeated one from one that changed what it asks about: see the case's own asserts. */
export function sourceOf(kind: 'live' | 'recorded', of: string): Source {
  const real = realOdoo();
  if (kind === 'recorded' && process.env.ODOO_CRM_RECORD && real) return recorder(real, of);
  if (kind === 'recorded') return replay(of);
  if (!real) throw new Error('ODOO_CRM_URL names no server');
  return live(real);
}
