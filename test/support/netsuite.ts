import { ACCOUNT, apps } from '../stand-ins/netsuite/start.ts';

/** Where the double is reached at this address, as the variables of `npm start -- --erp netsuite`. */
export const netSuiteVariables = (url: string): Record<string, string> => ({
  NETSUITE_URL: url,
  NETSUITE_ACCOUNT: ACCOUNT,
  NETSUITE_CLIENT_ID: apps.full.clientId,
  NETSUITE_CERTIFICATE_ID: apps.full.certificateId,
  NETSUITE_PRIVATE_KEY: apps.full.privateKey,
  NETSUITE_SUBSIDIARY: '1',
  NETSUITE_ORDER_STATUS: 'B',
  NETSUITE_TIME_ZONE: 'Europe/Berlin',
});
