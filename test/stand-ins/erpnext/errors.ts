/** A refusal of Frappe: its class decides the status. */
export class Refusal extends Error {
  readonly status: number;
  readonly type: string;
  /** What was said before it, and stopped nothing. */
  readonly warnings: readonly string[];
  constructor(status: number, type: string, message: string, warnings: readonly string[] = []) {
    super(message);
    this.status = status;
    this.type = type;
    this.warnings = warnings;
  }
}
/** As recorded: the words stand in a JSON text within a JSON text, the class beside them, a trace behind. */
export const envelope = ({ status, type, message, warnings }: Refusal): object => ({
  ...(status === 417 || status === 409 ? { exception: `frappe.exceptions.${type}: ${message}` } : {}),
  exc_type: type,
  ...(status === 417
    ? {
        exc: JSON.stringify([
          'Traceback (most recent call last):\n  File "apps/frappe/frappe/app.py", line 115, in application\n...[cut]',
        ]),
      }
    : {}),
  _server_messages: JSON.stringify([
    ...warnings.map((each) => JSON.stringify({ message: each, title: 'Message' })),
    JSON.stringify({ message, title: 'Message', indicator: 'red', raise_exception: 1 }),
  ]),
});
export const validation = (message: string, warnings: readonly string[] = []): Refusal =>
  new Refusal(417, 'ValidationError', message, warnings);
export const notFound = (doctype: string, name: string): Refusal =>
  new Refusal(404, 'DoesNotExistError', `${doctype} ${name} not found`);
export const notUnique = (label: string): Refusal =>
  new Refusal(417, 'UniqueValidationError', `${label} must be unique`);
export const unknownField = (name: string): Refusal =>
  new Refusal(417, 'DataError', `Field not permitted in query: ${name}`);
export const mandatory = (doctype: string, name: string): Refusal =>
  new Refusal(417, 'MandatoryError', `[${doctype}]: ${name}`);
