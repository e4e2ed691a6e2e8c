import type { CrmDeal } from '../crm/contract/index.ts';
import { type Account, automationOff } from '../store/accounts.ts';
import type { Cause, Findings } from './rows.ts';

const noProblem: Findings = { problem: null, words: null, checks: [] };

/** Why there is nothing to convert without a person; null: there is. Only what the account's setting asked for depends on the setting. */
export function unwanted(cause: Cause, account: Account | null, deal: CrmDeal): Findings | null {
  if (cause !== 'accepted') return null;
  const { all, pipelines } = account?.settings.automation ?? automationOff;
  const isOn = all || (deal.pipeline != null && pipelines.includes(deal.pipeline));
  return isOn && deal.quote?.accepted ? null : noProblem;
}
