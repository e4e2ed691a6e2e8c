/** One of the errors that an answer lists. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly source: string;
  readonly headers: Readonly<Record<string, string>>;
  constructor(status: number, code: string, message: string, source = '', headers: Record<string, string> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.source = source;
    this.headers = headers;
  }
}
export const bodyOfRefusal = ({ code, message, source }: Refusal): unknown => [
  { $severity: 'error', $dataCode: code, $message: message, $source: source },
];

// Quoted from the vendor's pages and from its developers' answers.
export const noSubscription = (): Refusal => new Refusal(401, 'AuthorizationFailure', 'No active subscription. (MSE)');
export const accessDenied = (): Refusal =>
  new Refusal(
    403,
    'MultiUserAccessDenied',
    'The current user is not allowed to access that resource with that method.',
  );
export const unexpected = (): Refusal => new Refusal(500, 'UnexpectedError', 'An unexpected error occurred.');
export const recordNotFound = (): Refusal => new Refusal(404, 'RecordNotFound', "Couldn't find record.");
export const needed = (source: string): Refusal => invalid('This field is required.', source);
export const noCustomer = (): Refusal => invalid("Couldn't find Customer.", '');

export const notEnough = (): Refusal => invalid('You cannot fulfil this invoice as you do not have enough stock.', '');

// In the same form, with words of our own: what the vendor says here is not published.
export const invalid = (message: string, source: string): Refusal => new Refusal(422, 'RecordInvalid', message, source);
export const unknownParameter = (name: string): Refusal =>
  new Refusal(422, 'UnexpectedParameters', `Unexpected parameter: ${name}.`, name);
export const malformed = (): Refusal => new Refusal(400, 'InvalidRequest', 'The request body is not valid JSON.');
export const noToken = (): Refusal =>
  new Refusal(401, 'AuthorizationFailure', 'The access token is invalid or has expired.');
export const noBusiness = (): Refusal => new Refusal(403, 'AuthorizationFailure', "Couldn't find the business.");
export const noEndpoint = (): Refusal => new Refusal(404, 'NotFound', 'The endpoint does not exist.');
export const noMethod = (): Refusal => new Refusal(405, 'MethodNotAllowed', 'The method is not allowed here.');
export const noMedia = (): Refusal => new Refusal(415, 'UnsupportedMediaType', 'The media type is not supported.');
export const throttled = (retryAfter: number | null): Refusal =>
  new Refusal(
    429,
    'TooManyRequests',
    'Too many requests have been made against the API.',
    '',
    retryAfter === null ? {} : { 'retry-after': String(retryAfter) },
  );
/** What Sage Accounting has and this double does not. */
export const gap = (what: string): Refusal => new Refusal(501, 'DoubleGap', `This double has no ${what}.`);
