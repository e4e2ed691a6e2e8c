const statuses: Readonly<Record<string, number>> = {
  'werkzeug.exceptions.Unauthorized': 401,
  'odoo.exceptions.AccessError': 403,
  'odoo.exceptions.MissingError': 404,
  'werkzeug.exceptions.NotFound': 404,
  'odoo.exceptions.UserError': 422,
};

/** An exception of Python's, as JSON-2 tells it. */
export class OdooError extends Error {
  readonly python: string;
  constructor(python: string, message: string) {
    super(message);
    this.python = python;
  }
  get status(): number {
    return statuses[this.python] ?? 500;
  }
  get body(): object {
    return { name: this.python, message: this.message, arguments: [this.message], context: {}, debug: '' };
  }
}
export const unknownField = (model: string, name: string) =>
  new OdooError('builtins.ValueError', `Invalid field '${name}' on '${model}'`);
export const missing = (model: string, id: number) =>
  new OdooError(
    'odoo.exceptions.MissingError',
    `Record does not exist or has been deleted.\n(Record: ${model}(${id},))`,
  );
