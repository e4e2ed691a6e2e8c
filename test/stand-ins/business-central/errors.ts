import { randomUUID } from 'node:crypto';

/** A refusal as Business Central answers it. Codes are those of Microsoft's table of error codes. */
export class BcError extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
  /** The envelope; each message ends with a correlation id. */
  get body(): string {
    return JSON.stringify({ error: { code: this.code, message: `${this.message}  CorrelationId:  ${randomUUID()}.` } });
  }
}
const error = (status: number, code: string) => (message: string) => new BcError(status, code, message);

export const badRequest = error(400, 'BadRequest');
/** `Error()` of AL: a rule of the business, in words. */
export const dialog = error(400, 'Application_DialogException');
export const testField = error(400, 'Application_FieldValidationException');
export const tableRelation = error(400, 'Internal_InvalidTableRelation');
export const syntax = error(400, 'BadRequest_NotFound');
export const notImplemented = error(501, 'BadRequest_MethodNotImplemented');
export const segmentNotFound = (segment: string) =>
  new BcError(404, 'BadRequest_ResourceNotFound', `Resource not found for the segment '${segment}'.`);
export const recordNotFound = (table: string, id: string) =>
  new BcError(
    404,
    'Internal_RecordNotFound',
    `The ${table} does not exist. Identification fields and values: SystemId='{${id.toUpperCase()}}'`,
  );
export const noProperty = (name: string, type: string) =>
  badRequest(`Could not find a property named '${name}' on type '${type}'.`);
export const undeclared = (name: string, type: string) =>
  badRequest(
    `The property '${name}' does not exist on type '${type}'. Make sure to only use property names that are defined by the type.`,
  );
export const readOnly = (name: string) =>
  new BcError(400, 'BadRequest_InvalidOperation', `Control '${name}' is read-only`);
export const tooLong = (value: string, length: number) =>
  new BcError(
    400,
    'Application_StringExceededLength',
    `The length of the string is ${value.length}, but it must be less than or equal to ${length} characters. Value: ${value}`,
  );
export const methodNotAllowed = (method: string, set: string) =>
  new BcError(
    405,
    'BadRequest_MethodNotAllowed',
    `'${method}' requests for '${set}' of EdmType 'Entity' are not allowed within Microsoft Dynamics NAV OData web services.`,
  );
export const noToken = () =>
  new BcError(
    400,
    'BadRequest_InvalidToken',
    'Could not validate the client concurrency token required by the service. Please provide a valid token in the client request.',
  );
export const changed = () => new BcError(409, 'Request_EntityChanged', 'Another user has already changed the record.');
export const rejected = () =>
  new BcError(401, 'Authentication_InvalidCredentials', 'The server has rejected the client credentials.');
export const forbidden = (table: string) =>
  new BcError(
    403,
    'Authorization_RequestDenied',
    `Sorry, the current permissions prevented the action. (TableData ${table} Read: Base Application)`,
  );
