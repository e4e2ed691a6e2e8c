const rawJson = (JSON as unknown as { rawJSON: (text: string) => unknown }).rawJSON;
type Reviver = (key: string, value: unknown, context: { source: string }) => unknown;
const parseWithSource = JSON.parse as (text: string, reviver: Reviver) => unknown;

/** A number of JSON with each of its digits: amounts are JSON numbers in some CRMs, and a JS number would round them. */
export class Num {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toJSON(): unknown {
    return rawJson(this.text);
  }
}
export const num = (text: string): Num => new Num(text);
export const textOf = (value: unknown): string => (value instanceof Num ? value.text : String(value ?? '0'));
/** Whole numbers of a usual size are ids and counts; every other number keeps its digits. */
export const readJson = (text: string): unknown =>
  parseWithSource(text, (_key, value, { source }) =>
    typeof value === 'number' && !/^-?\d{1,15}$/.test(source) ? num(source) : value,
  );
