type Reviver = (key: string, value: unknown, context: { source: string }) => unknown;
const parseWithSource = JSON.parse as (text: string, reviver: Reviver) => unknown;
/** JSON whose numbers become text as they were sent: amounts are JSON numbers where the answer is not IEEE754-compatible, and a JS number would round them. */
export const parseExact = (text: string): unknown =>
  parseWithSource(text, (_key, value, { source }) => (typeof value === 'number' ? source : value));
/** The other way: decimal text as a JSON number, digit by digit. */
export const rawNumber = (JSON as unknown as { rawJSON: (text: string) => unknown }).rawJSON;
