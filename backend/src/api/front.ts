import type { IncomingMessage } from 'node:http';
import type { Caller, CallerProof, Provable } from '../access/caller.ts';
import { admit, type Services } from '../flows/context.ts';
import type { Metrics } from '../monitoring/metrics.ts';
import { answerHeaders, newReference } from './guards.ts';
import type { Limited } from './limits.ts';
import { ALL_PANELS, type Asked, askedOf, ONE_PANEL, type RenderedAnswers } from './rendered.ts';
import { noteRequest } from './traced.ts';

type Parts = {
  rendered: Pick<RenderedAnswers, 'find'>;
  proofs: readonly CallerProof[];
  limited: Limited;
  services: Pick<Services, 'accounts' | 'requireView'>;
  metrics: Pick<Metrics, 'requests'>;
};
type Fetch = (request: Request, env?: unknown) => Response | Promise<Response>;

/** Where the path begins in a URL with an origin. */
const targetOf = (url: string): string => url.slice(url.indexOf('/', url.indexOf('//') + 2));
/** Node's own headers where there are some: a `Headers` object of them costs more than the answer. */
function provable(request: Request, incoming: IncomingMessage | undefined): Provable {
  const header = (name: string): string | undefined => {
    const value = incoming ? incoming.headers[name] : request.headers.get(name);
    return typeof value === 'string' ? value : undefined;
  };
  return { req: { method: 'GET', url: request.url, header, text: async () => '' } };
}
const nothing = async () => {};

/**
 * Answers from memory before anything is routed: proof of the caller, limits, rights, one look-up. Whatever is not remembered, not proven or not allowed
 * goes on to the router, which answers it from the start.
 */
export function answerFirst(next: Fetch, { rendered, proofs, limited, services, metrics }: Parts): Fetch {
  const timerOf = (route: Asked['route']) => metrics.requests.labels({ route, status: '200' });
  const timers: Record<Asked['route'], ReturnType<typeof timerOf>> = {
    [ALL_PANELS]: timerOf(ALL_PANELS),
    [ONE_PANEL]: timerOf(ONE_PANEL),
  };
  async function answered(asked: Asked, request: Request, incoming: IncomingMessage | undefined) {
    const began = performance.now();
    const context = provable(request, incoming);
    const proof = proofs.find(({ carriedBy }) => carriedBy(context));
    if (!proof) return null;
    const caller: Caller = await proof.verify(context);
    const found = rendered.find(caller.account, asked);
    if (!found) return null;
    await limited({ get: () => caller, req: { path: targetOf(request.url) } }, nothing);
    const { account, userId, only } = caller;
    await admit(
      services,
      { account, actor: caller.userEmail, userId, ...(only === undefined ? {} : { only }) },
      asked.ref,
    );
    found.count();
    timers[asked.route].observe((performance.now() - began) / 1000);
    noteRequest('GET', asked.route, 200, caller.account);
    return new Response(found.body, {
      headers: { ...answerHeaders, 'content-type': 'application/json', 'x-reference': newReference() },
    });
  }
  return (request, env) => {
    const asked = request.method === 'GET' ? askedOf(targetOf(request.url)) : null;
    if (!asked) return next(request, env);
    const { incoming } = (env ?? {}) as { incoming?: IncomingMessage };
    return answered(asked, request, incoming).then(
      (answer) => answer ?? next(request, env),
      // Refused: the router finds the same reason and says it in the caller's way.
      () => next(request, env),
    );
  };
}
