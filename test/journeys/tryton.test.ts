import { labProblem, openTrytonLab } from '../labs/tryton/lab.ts';
import { erpJourney } from '../support/erp-journey.ts';
import { trytonDesk } from '../support/tryton-desk.ts';

erpJourney({
  erp: 'tryton',
  shown: /Tryton 6\.0/,
  // Somebody who may approve complaints has to.
  claimed: 'Requested',
  problem: labProblem(),
  byWizard: true,
  async open() {
    const { settings, remove } = await openTrytonLab();
    const { url, database, user, password, admin } = settings;
    return {
      env: { TRYTON_URL: url, TRYTON_DB: database, TRYTON_USER: user, TRYTON_PASSWORD: password },
      access: { url, database, user, password },
      desk: await trytonDesk(settings, admin),
      close: remove,
    };
  },
});
