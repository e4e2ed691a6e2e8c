/** A number as Java writes it into JSON: `4.0`, `1.0E7`. */
export type Double = { double: string };
export type Value = string | boolean | Double | null;
export type SRow = { fields: Readonly<Record<string, Value>>; related: Readonly<Record<string, SRow | null>> };
export type Failure = { status: number; errorCode: string; message: string };
/** What an org may have or not have. All of it can be changed while the org is open, as an admin changes it. */
export type Org = {
  id: string;
  sandbox: boolean;
  instance: string;
  quotes: boolean;
  multiCurrency: boolean;
  personAccounts: boolean;
  /** `Object.Field` that field-level security hides from the connected user, or that cannot be written. */
  hidden: Set<string>;
  readOnly: Set<string>;
  admin: boolean;
  /** Record types of opportunities; none: the org made none, and the field is not there. */
  recordTypes: { id: string; name: string }[];
  /** The connected user sees every record; `unshared`: ids of records that he does not see. */
  viewsAll: boolean;
  unshared: Set<string>;
  /** A duplicate rule on accounts and opportunities that a write runs into. */
  duplicateRule: 'none' | 'alert' | 'block';
  /** Tasks that were created, by id. */
  tasks: Map<string, Record<string, unknown>>;
  /** How the next write fails: somebody's trigger, flow or lock. Each is met once. */
  failures: Failure[];
};
export const anOrg = (id: string, more: Partial<Org> = {}): Org => ({
  id,
  sandbox: false,
  instance: 'EU45',
  quotes: true,
  multiCurrency: true,
  personAccounts: false,
  hidden: new Set(),
  readOnly: new Set(),
  admin: true,
  recordTypes: [],
  viewsAll: true,
  unshared: new Set(),
  duplicateRule: 'none',
  failures: [],
  tasks: new Map(),
  ...more,
});

/** A row lock met by somebody's trigger: Salesforce wraps it, and the code alone does not tell it from a validation. */
export const lockedByTrigger: Failure = {
  status: 400,
  errorCode: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
  message:
    'RollUpOnAccount: execution of AfterUpdate\n\ncaused by: System.DmlException: Update failed. First exception on row 0; first error: UNABLE_TO_LOCK_ROW, unable to obtain exclusive access to this record: []\n\nTrigger.RollUpOnAccount: line 14, column 1',
};
