import { dayIn } from '@backroom/shared';
import type { ErpOptions } from '../contract/adapter.ts';
import { ErpError } from '../contract/errors.ts';
import type { ErpPorts } from '../contract/ports.ts';
import { type Answer, exchange } from '../transport/exchange.ts';
import { exactJsonOf } from '../transport/json.ts';
import { silenceOf } from '../transport/silence.ts';
import { turnstile } from '../transport/turnstile.ts';
import { type Proof, signIn } from './auth.ts';
import { needed, type Place } from './coerce.ts';
import type { Document, Request } from './document.ts';
import type { Bindings } from './expression.ts';
import { refusalsOf } from './refusal.ts';
import { type Asking, type Made, requestsOf } from './request.ts';
import { bodyOf } from './soap.ts';

/** An answer of the ERP. `nothing`: what the document says means an empty list. */
export type Said = Answer & { nothing: boolean; body: unknown };

export function openClient(document: Document, options: ErpOptions, ports: ErpPorts) {
  const turn = turnstile(Number(options.settings.concurrency ?? document.limits.concurrency));
  const today = () => dayIn(document.company.timeZone, ports.now());
  const bindings = (input: unknown, more: Bindings = {}): Bindings => ({
    input,
    values: document.values,
    company: document.company,
    today: today(),
    seconds: String(Math.floor(ports.now() / 1000)),
    ...more,
  });
  const place = (at: string, input: unknown, more: Bindings = {}): Place => ({
    at,
    document,
    bindings: bindings(input, more),
  });
  const { made, next } = requestsOf(document, options, bindings);
  const { says, isInside, judge } = refusalsOf(document, place, ports.now);

  const bodyIn = (answer: Answer): unknown => {
    if (answer.bytes.length === 0) return null;
    return document.soap ? bodyOf(answer) : exactJsonOf(answer.bytes);
  };
  const exchanged = ({ url, init }: Made, { at, write, signal }: Asking): Promise<Answer> =>
    exchange(ports.fetch, url, init, { what: at, write, signal });
  async function judged(answer: Answer, asking: Asking): Promise<Said> {
    const body = bodyIn(answer);
    const isGood = answer.status >= 200 && answer.status < 300;
    if (isGood && !(await isInside(answer, body))) return { ...answer, nothing: false, body };
    await judge(answer, body, asking);
    return { ...answer, nothing: true, body: null };
  }
  /** Key and secret are known to the log-in only, not to the requests after it. */
  async function logIn(signal: AbortSignal): Promise<string> {
    const { auth } = document;
    if (auth.kind !== 'session') throw new ErpError('unsupported', 'there is no log-in');
    const { key = '', secret = '' } = options.credentials;
    const asking = { at: 'auth.login', input: {}, signal };
    const request = await made(auth.login, asking, { headers: {}, bindings: { key, secret } });
    const said = isAnswer(await judged(await exchanged(request, asking), asking), asking);
    return needed<string>(auth.login.token, said.body, 'text', place('auth.login.token', {}));
  }
  const hasEnded = async (answer: Answer): Promise<boolean> => {
    const { auth } = document;
    if (answer.status === 401) return true;
    return auth.kind === 'session' && auth.ended !== undefined && says(auth.ended, answer, bodyIn(answer));
  };
  const signedIn = signIn(document, options, { logIn, hasEnded }, ports);
  const sent = async (make: (proof: Proof) => Promise<Made>, asking: Asking): Promise<Said> =>
    judged(
      await turn(asking.signal, () => signedIn(asking.signal, async (proof) => exchanged(await make(proof), asking))),
      asking,
    );
  return {
    document,
    today,
    now: ports.now,
    bindings,
    place,
    /** Sends a request of the document, and understands the answer. */
    send: async (request: Request, asking: Asking): Promise<Said> =>
      isAnswer(await sent((proof) => made(request, asking, proof), asking), asking),
    /** The next page, at an address that the ERP gave. */
    follow: async (address: string, asking: Asking): Promise<Said> =>
      isAnswer(await sent((proof) => next(address, asking, proof), asking), asking),
    /** The answer as it came: a PDF. */
    bytes: (request: Request, asking: Asking): Promise<Said> => sent((proof) => made(request, asking, proof), asking),
  };
}
export type Client = ReturnType<typeof openClient>;

/** Refuses what is no answer in the ERP's form. A write may have no more to say than its status; a question has. */
function isAnswer(said: Said, { at, write }: Asking): Said {
  const isSaid = said.body !== undefined && (said.body !== null || write === true || said.bytes.length > 0);
  if (said.nothing || isSaid) return said;
  throw new ErpError(silenceOf({ write }), `${at}: the answer is not in the ERP’s form`);
}
