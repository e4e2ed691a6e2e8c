/** A refusal as Finance and Operations answers it: one sentence in front, the reason in an inner error, with a stack trace. */
export class FoError extends Error {
  readonly status: number;
  readonly type: string;
  readonly headers: Readonly<Record<string, string>>;
  constructor(status: number, type: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.type = type;
    this.headers = headers;
  }
  get body(): object {
    return {
      error: {
        code: '',
        message: 'An error has occurred.',
        innererror: {
          message: this.message,
          type: this.type,
          stacktrace: '   at Microsoft.Dynamics.Platform.Integration.Services.OData.Update.ChangeInfo.TrySave()\r\n',
        },
      },
    };
  }
}
const WRITE = 'Microsoft.Dynamics.Platform.Integration.Services.OData.AxODataWriteException';
const QUERY = 'Microsoft.OData.ODataException';

export const badQuery = (message: string) => new FoError(400, QUERY, message);
export const noProperty = (name: string, type: string) =>
  badQuery(`Could not find a property named '${name}' on type 'Microsoft.Dynamics.DataEntities.${type}'.`);
export const undeclared = (name: string, type: string) =>
  badQuery(
    `The property '${name}' does not exist on type 'Microsoft.Dynamics.DataEntities.${type}'. Make sure to only use property names that are defined by the type.`,
  );
/** A rule of the business: what the Infolog said. */
export const infolog = (table: string, ...messages: readonly string[]) =>
  new FoError(
    400,
    WRITE,
    `Write failed for table row of type '${table}Entity'. Infolog: ${messages.map((each) => `${each}`).join('; ')}.`,
  );
export const notRelated = (table: string, value: string, field: string, related: string) =>
  infolog(table, `Warning: The value '${value}' in field '${field}' is not found in the related table '${related}'`);
export const mandatory = (table: string, field: string) => infolog(table, `Error: Mandatory field '${field}' not set`);
export const notEditable = (table: string, field: string) =>
  infolog(table, `Error: Field '${field}' does not allow editing`);
export const duplicate = (table: string) =>
  infolog(table, `Error: Cannot create a record in ${table}. The record already exists`);
/** The routing layer in front has an envelope of its own. */
export class NoResource extends Error {}
export const changed = () =>
  new FoError(412, QUERY, 'The record was changed by another user or process. Please reload the record.');
