import { isTracing, noteSpan, span } from '../monitoring/spans.ts';

type Fetch = (request: Request, ...more: never[]) => Response | Promise<Response>;

/** Each request as a span. Without a tracer it is the same function: nothing is added to a request. */
export function tracedRequests<Traced extends Fetch>(fetch: Traced): Traced {
  if (!isTracing()) return fetch;
  const traced: Fetch = (request, ...more) => {
    const attributes = { 'http.request.method': request.method };
    return span(`HTTP ${request.method}`, { kind: 'server', attributes }, async () => fetch(request, ...more));
  };
  return traced as Traced;
}
/** What a request turned out to be: the route's pattern, not its path. */
export const noteRequest = (method: string, route: string, status: number, account: string | undefined): void =>
  noteSpan(
    () => ({
      'http.route': route,
      'http.response.status_code': status,
      ...(account === undefined ? {} : { 'backroom.account': account }),
    }),
    `${method} ${route}`,
  );
