/** A fault that somebody might type into an adapter. `text` stands once in the file. */
export type Mutation = {
  kind: 'path' | 'field' | 'choice' | 'key' | 'unit' | 'date' | 'number' | 'sign-in';
  file: string;
  text: string;
  wrong: string;
};
export const m = (kind: Mutation['kind'], file: string, text: string, wrong: string): Mutation => ({
  kind,
  file,
  text,
  wrong,
});
