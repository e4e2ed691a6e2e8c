import type { Check, CreditPanel, CustomerPanel, PanelResult, PricingPanel, StockPanel } from '@backroom/shared';
import type { CrmDeal } from '../../../crm/contract/index.ts';
import type { Simulation } from '../../../erp/contract/schemas.ts';
import type { Twin } from '../../../submissions/twins.ts';

export type Level = Check['level'];
export const check = (
  code: Check['code'],
  level: Level,
  values: Check['values'] = {},
  lineId: string | null = null,
): Check => ({ code, level, lineId, values });
/** A panel's data; null where it failed or is still being read. */
export const ready = <Data>(result: PanelResult<Data>): Data | null => (result.state === 'ready' ? result.data : null);

export type Findings = {
  deal: CrmDeal;
  customer: PanelResult<CustomerPanel>;
  stock: PanelResult<StockPanel>;
  pricing: PanelResult<PricingPanel>;
  credit: PanelResult<CreditPanel>;
  /** Number of the order that the quote is already. */
  convertedTo: string | null;
  /** The customer is to be created with the order, or is being created. */
  createsCustomer: boolean;
  /** What looks like the same sale in another CRM of the same company. */
  twins: readonly Twin[];
  /** Number of the order this deal became by another revision of its quote. */
  before: string | null;
  simulation: Simulation | null;
  /** Whether there was something to ask the ERP about. */
  asked: boolean;
  today: string;
};
