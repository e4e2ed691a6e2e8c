import { startNetSuite } from '../stand-ins/netsuite/start.ts';
import { erpJourney } from '../support/erp-journey.ts';
import { netSuiteVariables } from '../support/netsuite.ts';
import { netSuiteDesk } from '../support/netsuite-desk.ts';

erpJourney({
  erp: 'netsuite',
  shown: /NetSuite/,
  claimed: 'Requested',
  problem: null,
  async open() {
    const erp = await startNetSuite();
    return { env: netSuiteVariables(erp.url), desk: netSuiteDesk(erp), close: erp.close };
  },
});
