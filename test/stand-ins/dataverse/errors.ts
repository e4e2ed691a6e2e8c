/** A refusal as the Web API answers it. */
export class DataverseError extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;
  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
  get body(): object {
    return { error: { code: this.code, message: this.message } };
  }
}

export const badQuery = (message: string) => new DataverseError(400, '0x80060888', message);
export const noProperty = (name: string, type: string) =>
  badQuery(`Could not find a property named '${name}' on type 'Microsoft.Dynamics.CRM.${type}'.`);
export const noSegment = (name: string) =>
  new DataverseError(404, '0x8006088a', `Resource not found for the segment '${name}'.`);
export const noRecord = (table: string, id: string) =>
  new DataverseError(404, '0x80040217', `Entity '${table}' With Id = ${id} Does Not Exist`);
export const undeclared = (name: string, type: string) =>
  new DataverseError(
    400,
    '0x80048d19',
    `Error identified in Payload provided by the user for Entity :'${type}', For more information on this error please follow this help link https://go.microsoft.com/fwlink/?linkid=2195293  ---->  InnerException : Microsoft.OData.ODataException: The property '${name}' does not exist on type 'Microsoft.Dynamics.CRM.${type}'. Make sure to only use property names that are defined by the type.`,
  );
export const wrongValue = (table: string, value: string, type: string) =>
  new DataverseError(
    400,
    '0x80048d19',
    `Error identified in Payload provided by the user for Entity :'${table}'  ---->  InnerException : Microsoft.OData.ODataException: Cannot convert the literal '${value}' to the expected type 'Edm.${type}'.`,
  );
export const tooLong = (table: string, name: string, length: number) =>
  new DataverseError(
    400,
    '0x80044331',
    `A validation error occurred. The length of the '${name}' attribute of the '${table}' entity exceeded the maximum allowed length of '${length}'.`,
  );
export const noPrivilege = (user: string, privilege: string, table: string) =>
  new DataverseError(
    403,
    '0x80040220',
    `Principal user (Id=${user}, type=8, roleCount=1, privilegeCount=42, accessMode=4), is missing ${privilege} privilege for entity '${table}'.`,
  );
export const noAccess = (user: string, right: string, id: string) =>
  new DataverseError(
    403,
    '0x80040220',
    `SecLib::AccessCheckEx failed. Returned hr = -2147187962, ObjectID: ${id}, OwnerId: ${user}, OwnerIdType: 8 and CallingUser: ${user}. AccessRights: ${right} `,
  );
export const notMember = () => new DataverseError(403, '0x80072560', 'The user is not a member of the organization.');
export const versionDiffers = () =>
  new DataverseError(
    412,
    '0x80060882',
    "The version of the existing record doesn't match the RowVersion property provided.",
  );
export const alreadyThere = () =>
  new DataverseError(412, '0x80060892', 'A record with matching key values already exists.');
export const duplicateKey = () =>
  new DataverseError(
    412,
    '0x80060892',
    'A record that has the attribute values already exists. The entity key requires that this set of attributes contains unique values. Select unique values and try again.',
  );
/** A rule of the sales application. */
export const businessRule = (code: string, message: string) => new DataverseError(400, code, message);
export const readOnlyRecord = (table: string) =>
  businessRule(
    table.startsWith('quote') ? '0x80043b1e' : '0x80043b1d',
    table.startsWith('quote')
      ? 'The quote cannot be updated because it is not in draft state.'
      : 'The opportunity has already been closed.',
  );
