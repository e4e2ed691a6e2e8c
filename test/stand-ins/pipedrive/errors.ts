/** A refusal of the API, in Pipedrive's envelope. */
export class PipedriveError extends Error {
  readonly status: number;
  readonly body: object;
  constructor(status: number, body: object) {
    super(JSON.stringify(body));
    this.status = status;
    this.body = body;
  }
}
const INFO = 'Please check developers.pipedrive.com for more information about Pipedrive API.';
const refusal = (status: number, error: string, more: object = {}) =>
  new PipedriveError(status, {
    ...{ success: false, error, error_info: INFO, data: null, additional_data: null },
    ...more,
  });
export const invalid = (error: string) => refusal(400, error, { code: 'ERR_SCHEMA_VALIDATION_FAILED' });
export const notAllowed = (name: string) => invalid(`Parameter '${name}' is not allowed`);
export const notFound = (what: string) => refusal(404, `${what} not found`);
export const forbidden = () => refusal(403, 'You do not have permissions to do this');
export const wrongScope = () => refusal(403, 'Scope and URL mismatch', { errorCode: 403 });
export const capped = (code: string) => refusal(403, 'The limit of your plan is reached', { code });
export const unauthorised = () =>
  new PipedriveError(401, { success: false, error: 'unauthorized access', errorCode: 401 });
export const overLimit = () => refusal(429, 'request over limit', { errorCode: 429 });
/** `/webhooks` has an envelope of its own. */
export const badHook = (status: number, errors: Record<string, string[]>) =>
  new PipedriveError(status, { status: 'error', success: false, errors });
/** Who goes on after 429 meets the wall in front: a page, not JSON. */
export const wall = () =>
  new Response('<!doctype html><title>Access denied</title><h1>Error 1015</h1><p>You are being rate limited</p>', {
    status: 403,
    headers: { 'content-type': 'text/html; charset=UTF-8' },
  });
