import { app, BUSINESS, firstRefreshToken } from '../stand-ins/sage-accounting/start.ts';
import { refreshTokens } from './refresh-tokens.ts';

/** Where the double is reached at this address, as the variables of `npm start -- --erp sage-accounting`. */
export const sageAccountingVariables = (url: string): Record<string, string> => ({
  SAGE_ACCOUNTING_URL: url,
  SAGE_ACCOUNTING_CLIENT_ID: app.clientId,
  SAGE_ACCOUNTING_CLIENT_SECRET: app.clientSecret,
  ...refreshTokens('sage-accounting', firstRefreshToken),
  SAGE_ACCOUNTING_BUSINESS: BUSINESS,
  SAGE_ACCOUNTING_TIME_ZONE: 'Europe/Dublin',
});
