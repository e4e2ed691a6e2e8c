/** The answer to one request, made when it is needed. */
type Answer = () => Response;
/** What a HubSpot account has, grants and refuses. Tests change it while the stand-in runs. */
export type Portal = {
  id: number;
  companyCurrency: string;
  additionalCurrencies: string[];
  timeZone: string;
  uiDomain: string;
  users: { id: string; email: string; superAdmin: boolean }[];
  /** How many associations one answer holds. */
  associationPage: number;
  /** Scopes that were granted; null: every one. */
  scopes: Set<string> | null;
  /** Objects (`line_items/5010001`) that cannot be read. `error`: a batch answers 207 and names them; `missing`: they are left out without a word. */
  unreadable: Map<string, 'error' | 'missing'>;
  /** Users who may see a record (`0-3/501`), where not everybody may. */
  visibleTo: Map<string, number[]>;
  /** False: the account's grant does not allow to ask who may see a record. */
  tellsViewers: boolean;
  /** The next calls to the API, and the next to the token endpoint, get these answers instead of their own. */
  next: Answer[];
  nextToken: Answer[];
  /** Calls that are left of the day; null: no such limit, as for OAuth apps. */
  dailyLeft: number | null;
  /** A merge gives the survivor an id of its own. */
  mergeMakesNewId: boolean;
  /** What the journal of the app tells of accounts that came and went. */
  journal: { action: 'APP_INSTALL' | 'APP_UNINSTALL'; portalId: number; at: Date }[];
  /** Deal pipelines. */
  pipelines: { id: string; label: string }[];
  /** Executions of actions that a workflow waits for, by their callback; null until they are completed. */
  blocked: Map<string, Record<string, string> | null>;
  /** Tasks that were created, by id. */
  tasks: Map<string, Record<string, string>>;
  /** `hub_id` and `scopes` are optional in the token answer. */
  tokenNamesPortal: boolean;
};

export const openPortal = (more: Partial<Portal> = {}): Portal => ({
  id: 4242,
  companyCurrency: 'EUR',
  additionalCurrencies: [],
  timeZone: 'Europe/Berlin',
  uiDomain: 'app.hubspot.com',
  users: [
    { id: '7', email: 'pat@example.com', superAdmin: true },
    { id: '8', email: 'rep@example.com', superAdmin: false },
  ],
  associationPage: 100,
  scopes: null,
  unreadable: new Map(),
  visibleTo: new Map(),
  tellsViewers: true,
  next: [],
  nextToken: [],
  dailyLeft: null,
  mergeMakesNewId: true,
  journal: [],
  pipelines: [{ id: 'default', label: 'Sales pipeline' }],
  blocked: new Map(),
  tasks: new Map(),
  tokenNamesPortal: true,
  ...more,
});
