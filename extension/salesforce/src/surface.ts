import { type Client, createClient, type Fetcher, ProblemFailure, readAnswer } from '@backroom/panels/client';
import type { Words } from '@backroom/panels/words';
import { createFormat, type Problem } from '@backroom/shared';
import { surfaceProblem } from '@backroom/shared/messages/problem-document';
import { english } from '@backroom/shared/messages/texts';
import { wordsOf } from '@backroom/shared/messages/words';

/** The two Apex methods: `read` may take long (a continuation), `send` writes. Both give our envelope as text. */
type Apex = {
  read: (input: { method: string; path: string }) => Promise<string>;
  send: (input: { method: string; path: string; body: string }) => Promise<string>;
};
/** `lang` is the language of the labels, `locale` the form of dates and numbers: in Salesforce a user may have French words and Swiss numbers. */
type SalesforceUser = { lang: string; locale: string; timeZone: string };

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
const textOf = (value: unknown, name: string): string | null => {
  const text = fieldOf(value, name);
  return typeof text === 'string' ? text : null;
};
/** Every shape in which Salesforce tells of a failure: our problem or plain words in body.message, several bodies, the network's status text. */
function messageOf(error: unknown): string {
  const body = fieldOf(error, 'body');
  const several = Array.isArray(body) ? body.flatMap((each) => textOf(each, 'message') ?? []).join(', ') : '';
  return (
    textOf(body, 'message') ?? (several || textOf(error, 'message') || textOf(error, 'statusText') || String(error))
  );
}
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The problem that a failure means. Apex puts ours into the message; anything else is "Backroom does not answer", with the words as detail. */
export function reduceProblem(error: unknown): Problem {
  if (error instanceof ProblemFailure) return error.problem;
  const text = messageOf(error);
  const ours = readAnswer('problem', jsonOf(text));
  return 'data' in ours
    ? ours.data
    : surfaceProblem(english.problems, 'backroom_unreachable', 'salesforce', { detail: text });
}

/** A preview that brings what a rep entered keeps it. */
const isRead = (method: string, path: string, body: Record<string, unknown>) =>
  method === 'GET' || (/\/preview(\?|$)/.test(path) && body.entries === undefined);

/** Words and calls for the LWCs of one user. The address of the backend is the named credential's and is not known here. */
export function surfaceOf(apex: Apex, user: SalesforceUser): Words & { client: Client; timeZone: string } {
  const fetcher: Fetcher = async (path, { method, body = {} }) => {
    const text = await (isRead(method, path, body)
      ? apex.read({ method, path })
      : apex.send({ method, path, body: JSON.stringify(body) })
    ).catch((error: unknown) => JSON.stringify({ ok: false, problem: reduceProblem(error) }));
    return { ok: true, status: 200, json: async () => JSON.parse(text) as unknown };
  };
  return {
    ...wordsOf(english, { locale: user.lang, timeZone: user.timeZone }),
    // Figures and dates follow the user's region, which may differ from the language.
    format: createFormat({ locale: user.locale, timeZone: user.timeZone }),
    timeZone: user.timeZone,
    client: createClient(fetcher, { origin: '', viewer: { locale: user.lang, timeZone: user.timeZone } }),
  };
}
