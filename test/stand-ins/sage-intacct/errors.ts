import { randomBytes } from 'node:crypto';

export type Detail = { errorId?: string; code: string; message: string; target?: string; correction?: string };
type More = {
  errorId?: string;
  messageId?: string;
  placeholders?: Record<string, string>;
  details?: readonly Detail[];
  /** Where the error stands: the API nests it under `ia::result`, its documentation shows it on top, and some 401s have a bare `error`. */
  shape?: 'result' | 'top' | 'bare';
  headers?: Record<string, string>;
};
/** What the vendor's API refuses with. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly more: More;
  constructor(status: number, code: string, message: string, more: More = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.more = more;
  }
}
const infoOf = (messageId: string, placeholders: Record<string, string> = {}) => ({
  messageId,
  placeholders,
  propertySet: {},
});
/** The answer's body. Every error has a support id of its own. */
export function envelope({ code, message, more }: Refusal): unknown {
  const supportId = `VXx2JWEB353%7E${randomBytes(9).toString('base64url')}`;
  const { errorId, messageId, placeholders, details, shape = 'result' } = more;
  const error = {
    code,
    message,
    ...(errorId ? { errorId } : {}),
    ...(messageId ? { additionalInfo: infoOf(messageId, placeholders) } : {}),
    supportId,
    ...(details ? { details } : {}),
  };
  if (shape === 'bare') return { error };
  const meta = { totalCount: 1, totalSuccess: 0, totalError: 1 };
  return shape === 'top'
    ? { 'ia::error': error, 'ia::meta': meta }
    : { 'ia::result': { 'ia::error': error }, 'ia::meta': meta };
}

/** A request whose form is wrong: an unknown field, a wrong type. */
export const invalid = (message: string, target?: string, errorId?: string): Refusal =>
  new Refusal(400, 'invalidRequest', 'Payload contains errors', {
    ...(errorId ? { errorId } : {}),
    details: [{ code: 'invalidRequest', message, ...(errorId ? { errorId } : {}), ...(target ? { target } : {}) }],
  });
export const noPayload = (method: string): Refusal =>
  new Refusal(400, 'invalidRequest', `A ${method} request requires a payload`, {
    errorId: 'REST-1028',
    messageId: 'IA.REQUEST_REQUIRES_A_PAYLOAD',
    placeholders: { OPERATION: method },
  });
export const malformed = (): Refusal =>
  new Refusal(400, 'invalidRequest', 'Malformed JSON in the request body', { errorId: 'REST-1030' });
export const readOnly = (path: string): Refusal =>
  invalid(`Field ${path} is read-only and cannot be set`, path, 'REST-1050');
export const throughArray = (path: string): Refusal =>
  invalid(`Field ${path} cannot be reached through a list of owned objects`, path, 'REST-1107');
export const invalidToken = (): Refusal => new Refusal(401, 'GW-0031', 'Invalid Token', { shape: 'bare' });
export const notFound = (resource: string): Refusal =>
  new Refusal(404, 'invalidRequest', `The resource ${resource} was not found`, { shape: 'top' });
/** No remaining slots of the company's rate or concurrency. */
export const tooMany = (): Refusal =>
  new Refusal(429, 'GW-0010', 'API rate limit exceeded', {
    shape: 'top',
    headers: { 'x-ia-throttle-limit-retry-after': '1' },
  });
/**
 * A refusal of business: the outer error says nothing, the details go from the general to the cause, which is the last of them.
 * Recorded for a journal entry; in the same form here for documents and customers.
 */
export const refused = (method: string, resource: string, record: string, ...causes: Detail[]): Refusal =>
  new Refusal(422, 'operationFailed', `${method} request on objects/${resource} object was unsuccessful`, {
    errorId: 'REST-7001',
    messageId: 'IA.REQUEST_ON_OBJECT_FAILED',
    placeholders: { OPERATION: method, RESOURCE_NAME: `objects/${resource}` },
    details: [
      {
        code: method === 'POST' ? 'unableToCreateRecordError' : 'unableToUpdateRecordError',
        message: `Could not ${method === 'POST' ? 'create' : 'update'} ${record} record.`,
      },
      ...causes,
    ],
  });
/** What Intacct has and this double does not. */
export const gap = (what: string): Refusal => new Refusal(501, 'doubleGap', `This double has no ${what}`);
