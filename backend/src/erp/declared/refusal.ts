import { ErpError } from '../contract/errors.ts';
import type { Answer } from '../transport/exchange.ts';
import { silenceOf } from '../transport/silence.ts';
import { statusError } from '../transport/status.ts';
import { evaluated, type Place } from './coerce.ts';
import type { Document } from './document.ts';
import { type Bindings, withoutTags } from './expression.ts';
import type { Asking } from './request.ts';
import { faultIn } from './soap.ts';

const WORDS = 500;
const PAGE = 2000;
/** Refusals in the ERP's own form that come with these statuses and wrote nothing. */
const refusals: readonly number[] = [400, 409, 417, 422];

/** What answers mean that are none, by the document, else by their status. */
export function refusalsOf(
  document: Document,
  place: (at: string, input: unknown, more?: Bindings) => Place,
  now: () => number,
) {
  const { errors } = document;
  const holds = async (text: string, body: unknown, more: Bindings): Promise<boolean> =>
    (await evaluated(text, body ?? {}, place('errors', null, more)).catch(() => false)) === true;
  const faultOf = (body: unknown) => (document.soap ? faultIn(body) : null);
  /** What a person may read of a body: as the document says, else the text of a fault. */
  async function wordsOf(body: unknown): Promise<string | null> {
    const said =
      errors.words === undefined || body === undefined
        ? null
        : await evaluated(errors.words, body, place('errors.words', null)).catch(() => null);
    const words = typeof said === 'string' && said !== '' ? said : (faultOf(body)?.words ?? null);
    return words === null ? null : withoutTags(words).slice(0, WORDS);
  }
  const known = async ({ status, bytes }: Answer, body: unknown): Promise<Bindings> => ({
    status: String(status),
    words: (await wordsOf(body)) ?? '',
    // What is not in the ERP's form may still be known by its text.
    page: body === undefined ? new TextDecoder().decode(bytes.subarray(0, PAGE)) : '',
  });
  return {
    /** Whether a condition of the document holds for an answer. */
    says: async (text: string, answer: Answer, body: unknown): Promise<boolean> =>
      holds(text, body, await known(answer, body)),
    /** An answer with a good status that is a refusal all the same. */
    isInside: async (answer: Answer, body: unknown): Promise<boolean> =>
      body !== undefined &&
      (faultOf(body) !== null ||
        (errors.inside !== undefined && (await holds(errors.inside, body, await known(answer, body))))),
    /** Throws what the refusal means, or returns where it means an empty list. */
    async judge(answer: Answer, body: unknown, { at, write, signal }: Asking): Promise<'nothing'> {
      const words = await wordsOf(body);
      const more = await known(answer, body);
      for (const rule of errors.kinds) {
        if (!(await holds(rule.when, body, more))) continue;
        if (rule.kind === 'nothing') return 'nothing';
        throw new ErpError(rule.kind, `${at}: HTTP ${answer.status}`, { words, field: rule.field ?? null });
      }
      const { status } = answer;
      const fault = faultOf(body);
      if (fault) {
        const kind = fault.isServers ? silenceOf({ write }) : 'refused';
        throw new ErpError(kind, `${at}: a fault in HTTP ${status}`, { words });
      }
      // Only an answer in the ERP's own form is the ERP's: a proxy's page is not.
      if (typeof body === 'object' && body !== null) {
        if (refusals.includes(status))
          throw new ErpError(status === 409 ? 'conflict' : 'refused', `${at}: HTTP ${status}`, { words });
        if (status === 404) throw new ErpError('not_found', `${at}: HTTP 404`, { words });
        if (status >= 200 && status < 300)
          throw new ErpError('refused', `${at}: refused inside an answer ${status}`, { words });
      }
      throw statusError(answer, { what: at, write, signal }, now(), { 404: { kind: 'unsupported', words: at } });
    },
  };
}
