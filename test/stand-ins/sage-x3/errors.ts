/** What Syracuse says of a REST request: a status and `$diagnoses`. */
export class RestRefusal extends Error {
  readonly status: number;
  constructor(status: number, words: string) {
    super(words);
    this.status = status;
  }
}
export type Message = { type: 1 | 2 | 3; text: string };
/** A web service that ends with status 0; its messages say why. */
export class ServiceRefusal extends Error {
  readonly messages: readonly Message[];
  constructor(...words: string[]) {
    super(words.join('\n'));
    this.messages = words.map((text) => ({ type: 3, text }));
  }
}
export const diagnoses = (words: string): object => ({ $diagnoses: [{ $severity: 'error', $message: words }] });
/** The words of Sage's help for a record that is not there; it comes with HTTP 200. */
export const NO_RECORD = '721 : Record does not exist';
