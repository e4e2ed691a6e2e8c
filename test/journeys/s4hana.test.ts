import { startS4hana, variablesFor } from '../stand-ins/s4hana/start.ts';
import { erpJourney } from '../support/erp-journey.ts';
import { s4hanaDesk } from '../support/s4hana-desk.ts';

erpJourney({
  erp: 's4hana',
  shown: /S\/4HANA/,
  claimed: 'Requested',
  problem: null,
  async open() {
    const erp = await startS4hana();
    return { env: variablesFor(erp.url), desk: s4hanaDesk(erp), close: erp.close };
  },
});
