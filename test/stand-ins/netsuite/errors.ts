/** A refusal in the envelope of the REST API: what went wrong, and where in the request. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly where: Readonly<Record<string, string>>;
  constructor(status: number, code: string, detail: string, where: Record<string, string> = {}) {
    super(detail);
    this.status = status;
    this.code = code;
    this.where = where;
  }
}
const titles: Readonly<Record<number, readonly [title: string, section: string]>> = {
  400: ['Bad Request', '15.5.1'],
  401: ['Unauthorized', '15.5.2'],
  403: ['Forbidden', '15.5.4'],
  404: ['Not Found', '15.5.5'],
  405: ['Method Not Allowed', '15.5.6'],
  429: ['Too Many Requests', '15.5'],
  500: ['Internal Server Error', '15.6.1'],
};
export function envelope({ status, code, message, where }: Refusal): object {
  const [title, section] = titles[status] ?? ['Bad Request', '15.5.1'];
  return {
    type: `https://www.rfc-editor.org/rfc/rfc9110.html#section-${section}`,
    // Quoted by clients: the refusal of the concurrency governor bears the title of a 400.
    title: status === 429 ? 'Bad Request' : title,
    status,
    'o:errorDetails': [{ detail: message, 'o:errorCode': code, ...where }],
  };
}

export const userError = (detail: string, path?: string): Refusal =>
  new Refusal(
    400,
    'USER_ERROR',
    `Error while accessing a resource. ${detail}`,
    path === undefined ? {} : { 'o:errorPath': path },
  );
/** Measured by others: no code of its own, and the same words for every record type. */
export const alreadyExists = (): Refusal => userError('This entity already exists.');
export const enterValue = (label: string): Refusal => userError(`Please enter value(s) for: ${label}.`);
export const noInstance = (): Refusal =>
  new Refusal(404, 'NONEXISTENT_ID', 'The record instance does not exist. Provide a valid record instance ID.', {
    'o:errorUrl': '',
  });
export const invalidContent = (detail: string, path: string): Refusal =>
  new Refusal(400, 'INVALID_CONTENT', detail, { 'o:errorPath': path });
export const invalidReference = (path: string, id: string): Refusal =>
  new Refusal(400, 'INVALID_VALUE', `Invalid reference key or id ${id}.`, { 'o:errorPath': path });
export const invalidLogin = (): Refusal =>
  new Refusal(401, 'INVALID_LOGIN', 'Invalid login attempt. For more details, see the Login Audit Trail.');
export const noPermission = (what: string): Refusal =>
  new Refusal(
    403,
    'INSUFFICIENT_PERMISSION',
    `Permission Violation: You need a higher level of the '${what}' permission to access this page. Please contact your account administrator.`,
  );
/** Words of a query that the search engine does not take. */
export const badSearch = (detail: string): Refusal =>
  new Refusal(400, 'INVALID_PARAMETER', `Invalid search query. Detailed unprocessed description follows. ${detail}`, {
    'o:errorQueryParam': 'q',
  });
export const tooMany = (): Refusal =>
  new Refusal(429, 'CONCURRENCY_LIMIT_EXCEEDED', 'Concurrent request limit exceeded. Request blocked.');
