import { apps, BUSINESS } from '../stand-ins/sage-accounting/start.ts';

/** Where the double is reached at this address, as the variables of `npm start -- --erp sage-accounting`. */
export const sageAccountingVariables = (url: string): Record<string, string> => ({
  SAGE_ACCOUNTING_URL: url,
  SAGE_ACCOUNTING_CLIENT_ID: apps.full.clientId,
  SAGE_ACCOUNTING_CLIENT_SECRET: apps.full.clientSecret,
  SAGE_ACCOUNTING_REFRESH_TOKEN: apps.full.refreshToken,
  SAGE_ACCOUNTING_FILLING_REFRESH_TOKEN: apps.limited.refreshToken,
  SAGE_ACCOUNTING_BUSINESS: BUSINESS,
  SAGE_ACCOUNTING_TIME_ZONE: 'Europe/Dublin',
});
