import { startFinanceOperations, variablesFor } from '../stand-ins/finance-operations/start.ts';
import { erpJourney } from '../support/erp-journey.ts';
import { financeOperationsDesk } from '../support/finance-operations-desk.ts';

erpJourney({
  erp: 'finance-operations',
  shown: /Finance & Operations/,
  ships: false,
  claimed: 'Requested',
  problem: null,
  async open() {
    const erp = await startFinanceOperations();
    return { env: variablesFor(erp.url), desk: financeOperationsDesk(erp), close: erp.close };
  },
});
