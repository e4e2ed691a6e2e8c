import type { AccountId, RecordRef } from '@backroom/shared';
import type { CrmCall } from './index.ts';

/** What the CRM's page says about where the frame stands, in the CRM's own names. Nothing of it is proven. */
export type EmbedPlace = Readonly<Record<string, string>>;

/** The page that the frame shows. It holds no figures. */
export type EmbedPage = {
  /** The account that the address names. Null: none; such a page gets no session. */
  account: AccountId | null;
  /** Origins that may hold the frame: the account's own; without an account those of the vendor. */
  frameAncestors: readonly string[];
  /** Language that the address names, as a BCP 47 tag: the CRM's own may be another one than the browser's. */
  locale?: string | null;
  /** What the host code in the browser has to know. Anybody can read it. */
  settings?: Readonly<Record<string, string>>;
};

/** Who looks, as the vendor's token proves it. */
export type EmbedCaller = {
  account: AccountId;
  userId: string;
  /** For events and the order desk; the name where the CRM tells no address. */
  userEmail: string;
  /** BCP 47 tag; null where the CRM does not tell. */
  locale: string | null;
  /** Whether the vendor's token says that the user administers the account. Absent: it does not tell, and `CrmAdapter.isAdmin` is asked. */
  admin?: boolean;
  /** The record that the place means. Null: none, as on a page of settings. */
  record: RecordRef | null;
  /** Whether the vendor's token names the record. If not, `mayRead` decides. */
  recordSigned: boolean;
  /** After which the vendor's token is refused. It is accepted once until then. */
  until: Date;
  /**
   * Another token takes a click of the user's, as a sign-in in a window does: the session is then renewed by itself for a working day. Each time `mayRead` is
   * asked anew.
   */
  renews?: boolean;
};

/** How a CRM shows our page in a frame. Its code in the browser is `extension/embed/src/hosts/<id>.ts`. */
export type CrmEmbed = {
  /** Reads the query of the page's address. Asks nothing of the CRM: Pipedrive hides a frame that is slow. */
  page: (query: EmbedPlace) => Promise<EmbedPage>;
  /**
   * Verifies the vendor's token, by its signature before the CRM is asked anything. Throws `ProblemError`: `signature_invalid`, `signature_expired`, or
   * `account_unknown`.
   */
  exchange: (proof: string, place: EmbedPlace) => Promise<EmbedCaller>;
  /** Whether the CRM shows the record to this user. */
  mayRead: (caller: EmbedCaller, record: RecordRef, call: CrmCall) => Promise<boolean>;
};
