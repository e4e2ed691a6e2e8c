import type { setupTranslator } from '@backroom/shared/messages/setup';
import type { CompanyFieldNames } from '../../crm/contract/index.ts';
import type { Account } from '../../store/accounts.ts';
import type { Connection } from '../../store/connections.ts';
import type { Draft } from '../../store/setups.ts';
import type { ConsoleView } from '../connection/view.ts';

/** The steps of the wizard, in their order. Each has a page of its own and can be come back to. */
export const steps = ['erp', 'access', 'test', 'flows', 'fields', 'duplicates', 'preflight', 'pilot', 'live'] as const;
export type Step = (typeof steps)[number];
export const stepPath = (step: Step): string => `/desk/setup/${step}`;

export type SetupView = ConsoleView & {
  s: ReturnType<typeof setupTranslator>;
  /** The CRM's own names of the fields that Backroom brings. */
  ownFields: Readonly<Record<'erpNumber' | 'vatId', string>>;
};
/** What an account's set-up has come to. */
export type State = {
  account: Account;
  connection: Connection | null;
  draft: Draft;
  revision: number;
  ownFields: CompanyFieldNames;
};

export function isDone({ account: { setup }, connection, draft }: State, step: Step): boolean {
  switch (step) {
    case 'erp':
      return connection !== null || draft.erp !== null;
    case 'access':
    case 'test':
      return connection !== null;
    case 'live':
      return connection !== null && setup.pilots === null;
    default:
      return setup.done.includes(step);
  }
}
/** The first step that is not done; null: all are. */
export const nextOf = (state: State): Step | null => steps.find((step) => !isDone(state, step)) ?? null;
