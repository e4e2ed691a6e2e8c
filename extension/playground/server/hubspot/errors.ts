import { randomUUID } from 'node:crypto';

/** HubSpot's error envelope. */
export const fail = (
  status: number,
  category: string,
  message: string,
  more: object = {},
  headers: Record<string, string> = {},
): Response =>
  Response.json({ status: 'error', message, correlationId: randomUUID(), category, ...more }, { status, headers });

const limited = (policyName: string, limit: string) =>
  fail(429, 'RATE_LIMITS', `You have reached your ${limit} limit.`, { errorType: 'RATE_LIMIT', policyName });
/** A token endpoint's refusal: RFC 6749's `error` beside HubSpot's own `status`. */
const refusedToken = (error: string, status: string, message: string) =>
  Response.json({ error, error_description: message, status, message, correlationId: randomUUID() }, { status: 400 });

/** What HubSpot answers on a bad day, by name. */
export const faults = {
  tenSecondly: () => limited('TEN_SECONDLY_ROLLING', 'ten_secondly_rolling'),
  secondly: () => limited('SECONDLY', 'secondly'),
  daily: () => limited('DAILY', 'daily'),
  locked: () => fail(423, 'LOCKED', 'The resource is locked by another change.'),
  /** `Retry-After` is in seconds, up to a day. */
  migrating: (seconds = 3600) =>
    fail(477, 'MIGRATION_IN_PROGRESS', 'This account is being moved.', {}, { 'retry-after': String(seconds) }),
  serverError: () => fail(500, 'INTERNAL_ERROR', 'internal error'),
  badGateway: () => new Response('<html>502 Bad Gateway</html>', { status: 502 }),
  expired: () => fail(401, 'EXPIRED_AUTHENTICATION', 'The OAuth token used to make this call expired.'),
  missingScopes: (...requiredGranularScopes: string[]) =>
    fail(403, 'MISSING_SCOPES', "This app hasn't been granted all required scopes to make this call.", {
      errors: [{ message: 'One or more of the following scopes are required.', context: { requiredGranularScopes } }],
      links: { scopes: 'https://developers.hubspot.com/scopes' },
    }),
  token: {
    removed: () => refusedToken('invalid_grant', 'BAD_REFRESH_TOKEN', 'missing or invalid refresh token'),
    accountGone: () => refusedToken('access_denied', 'BAD_HUB', 'the account does not exist'),
    badClientId: () => refusedToken('invalid_client', 'BAD_CLIENT_ID', 'missing or invalid client id'),
    badClientSecret: () => refusedToken('invalid_client', 'BAD_CLIENT_SECRET', 'missing or invalid client secret'),
    badCode: () => refusedToken('invalid_grant', 'BAD_AUTH_CODE', 'missing or unknown auth code'),
    badRedirect: () => refusedToken('invalid_grant', 'BAD_REDIRECT_URI', 'redirect uri does not match'),
    badGrantType: () => refusedToken('unsupported_grant_type', 'BAD_GRANT_TYPE', 'missing or unknown grant type'),
  },
};
