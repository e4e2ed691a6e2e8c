import { startBusinessCentral, variablesFor } from '../stand-ins/business-central/start.ts';
import { businessCentralDesk } from '../support/business-central-desk.ts';
import { erpJourney } from '../support/erp-journey.ts';

erpJourney({
  erp: 'business-central',
  shown: /Business Central 28/,
  claimed: null,
  problem: null,
  async open() {
    const erp = await startBusinessCentral();
    return { env: variablesFor(erp.url), desk: businessCentralDesk(erp), close: erp.close };
  },
});
