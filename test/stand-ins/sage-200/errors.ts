/** A refusal. `gateway` is said by the gateway in front of Sage 200 and not by Sage 200 itself. */
export class Refusal extends Error {
  readonly status: number;
  readonly from: 'api' | 'gateway';
  readonly headers: Readonly<Record<string, string>>;
  constructor(status: number, message: string, from: 'api' | 'gateway' = 'api', headers: Record<string, string> = {}) {
    super(message);
    this.status = status;
    this.from = from;
    this.headers = headers;
  }
}
/** No recorded refusal of Sage 200 is public, so the form of its body can be set: an object, an object with a list, a bare text. */
type Shape = 'message' | 'list' | 'text';
export function bodyFor({ status, message, from }: Refusal, shape: Shape): unknown {
  if (from === 'gateway') return { statusCode: status, message };
  if (shape === 'text') return message;
  return shape === 'list' ? [{ Message: message }] : { Message: message };
}
export const bad = (message: string): Refusal => new Refusal(400, message);
export const noRecord = (entity: string, id: string): Refusal =>
  new Refusal(404, `No ${entity} exists with the Id ${id}.`);
export const noPath = (path: string): Refusal =>
  new Refusal(404, `No HTTP resource was found that matches the request URI '${path}'.`);
export const notAllowed = (method: string): Refusal =>
  new Refusal(405, `The requested resource does not support http method '${method}'.`);
export const noRight = (): Refusal => new Refusal(403, 'Authorization has been denied for this request.');
export const noToken = (): Refusal => new Refusal(401, 'Unauthorized. Access token is missing or invalid.', 'gateway');
export const tooMany = (seconds: number): Refusal =>
  new Refusal(429, `Rate limit is exceeded. Try again in ${seconds} seconds.`, 'gateway', {
    'retry-after': String(seconds),
  });
/** What Sage 200 has and this double does not. */
export const gap = (what: string): Refusal => new Refusal(501, `This double has no ${what}`);
