import { referencePrefix } from '@backroom/backend/submissions/reference';
import { erpJourney } from '../support/erp-journey.ts';
import { odooDesk, odooServer } from '../support/odoo-desk.ts';

const server = odooServer();
erpJourney({
  erp: 'odoo',
  shown: /Odoo 1[6-9]/,
  // A return that is there in Odoo has been accepted.
  claimed: 'Approved',
  problem: typeof server === 'string' ? server : null,
  async open() {
    if (typeof server === 'string') throw new Error(server);
    const desk = await odooDesk(server);
    await desk.forget(referencePrefix('hubspot:4242', 'order', '5001'));
    // The product reads the same variables.
    return { env: {}, desk, close: async () => {} };
  },
});
