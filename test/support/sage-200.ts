import { app, companies, firstRefreshToken, site } from '../stand-ins/sage-200/start.ts';
import { refreshTokens } from './refresh-tokens.ts';

/** Where the double is reached at this address, as the variables of `npm start -- --erp sage-200`. */
export const sage200Variables = (url: string): Record<string, string> => ({
  SAGE_200_URL: url,
  SAGE_200_SIGN_IN: url,
  SAGE_200_CLIENT_ID: app.clientId,
  SAGE_200_CLIENT_SECRET: app.clientSecret,
  ...refreshTokens('sage-200', firstRefreshToken),
  SAGE_200_SITE: site,
  SAGE_200_COMPANY: companies.main,
  SAGE_200_WAREHOUSE: 'HOME',
});
