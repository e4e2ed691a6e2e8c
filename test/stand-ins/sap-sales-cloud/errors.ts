type Detail = { message: string; code: string; target?: string };
/** A refusal. Its words are ours: only the envelope and the form of the codes are known. A body of null is none. */
export class SalesCloudError extends Error {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: object | null;
  constructor(status: number, body: object | null, headers: Readonly<Record<string, string>> = {}) {
    super(`${status} ${JSON.stringify(body)}`);
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}
const refusal = (status: number, code: string, message: string, target?: string) => {
  const detail: Detail = { message, code, ...(target === undefined ? {} : { target }) };
  return new SalesCloudError(status, { error: { ...detail, details: [detail] } });
};

export const badQuery = (message: string, target?: string) => refusal(400, 'framework.10400', message, target);
export const badBody = (message: string, target?: string) => refusal(400, 'framework.10422', message, target);
/** A rule of the application itself. */
export const businessRule = (group: string, message: string, target?: string) =>
  refusal(400, `${group}.2042`, message, target);
export const unauthorised = () => new SalesCloudError(401, null, { 'www-authenticate': 'Basic realm="SAP"' });
export const forbidden = () => new SalesCloudError(403, null);
export const notFound = (group: string, id: string) =>
  refusal(404, `${group}.10404`, `No record was found for the ID ${id}.`);
export const noPath = () => new SalesCloudError(404, null);
export const notServed = () => new SalesCloudError(405, null);
export const stale = () =>
  refusal(412, 'framework.10412', 'The record was changed in the meantime. Read it again, then change it.');
export const noCondition = () => refusal(428, 'framework.10428', 'The header If-Match is required.');
export const wrongType = () => refusal(415, 'framework.10415', 'The content type is not supported.');
export const tooMany = (seconds: number) =>
  new SalesCloudError(
    429,
    { error: { code: 'framework.10429', message: 'Too many requests.', details: [] } },
    {
      'retry-after': String(seconds),
    },
  );
export const serverError = () => refusal(500, 'framework.10500', 'An internal error occurred.');
