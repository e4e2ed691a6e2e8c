import type {
  Check,
  CreditPanel,
  CustomerPanel,
  ErpCustomer,
  PanelResult,
  PricingPanel,
  ProblemCode,
  StockPanel,
} from '@backroom/shared';
import type { CrmDeal, OwnOrder, OwnOrders } from '../../../crm/contract/index.ts';
import type { Simulation } from '../../../erp/contract/schemas.ts';
import type { Link } from '../../../store/links.ts';
import type { Twin } from '../../../submissions/twins.ts';
import type { MatchedLine } from '../../lines.ts';
import type { Details } from '../details.ts';
import type { Simulated } from '../simulation.ts';

export type Level = Check['level'];
export const check = (
  code: Check['code'],
  level: Level,
  values: Check['values'] = {},
  lineId: string | null = null,
): Check => ({ code, level, lineId, values });
/** A panel's data; null where it failed or is still being read. */
export const ready = <Data>(result: PanelResult<Data>): Data | null => (result.state === 'ready' ? result.data : null);

/** The deal's lines with the ERP's products, or why those could not be read. */
export type Matched = { lines: readonly MatchedLine[] } | { lines: null; reason: ProblemCode };

export type Findings = {
  deal: CrmDeal;
  /** A person chose the quote that is used among several. */
  quoteChosen: boolean;
  matched: Matched;
  link: Link | null;
  /** Customers of companies that were merged into the deal's. */
  others: readonly ErpCustomer[];
  customer: PanelResult<CustomerPanel>;
  stock: PanelResult<StockPanel>;
  pricing: PanelResult<PricingPanel>;
  credit: PanelResult<CreditPanel>;
  /** Number of the order that the quote is already. */
  convertedTo: string | null;
  /** Number of the order that the quote was, and that was cancelled. */
  cancelledOrder: string | null;
  /** The customer is created with the order, or is being created. */
  createsCustomer: boolean;
  /** What looks like the same sale in another CRM of the same company. */
  twins: readonly Twin[];
  /** The name of each CRM, for people. */
  crmNames: Readonly<Record<string, string>>;
  /** Number of the order this deal became by another revision of its quote. */
  before: string | null;
  simulated: Simulated;
  /** What the order says beside its lines; null while its lines have no one currency. */
  details: Details | null;
  /** What of it goes beyond the limits of the ERP, or ours. */
  beyond: readonly string[];
  /** An admin has orders of this ERP read only. */
  readOnly: boolean;
  /** The order that the CRM or its vendor's connector made of the deal in this ERP. */
  ownOrder: OwnOrder | null;
  /** What may make orders in this ERP without Backroom. */
  makers: readonly OwnOrders[];
  /** Why nothing may be written to this ERP. */
  unfit: string | null;
  /** What the ERP makes of the order; null where it refuses, or could not be asked. */
  simulation: Simulation | null;
  today: string;
};
