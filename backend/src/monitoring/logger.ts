import pino, { type Logger } from 'pino';

/** Structured logs. What may hold a secret or a person's data is masked by name, wherever it stands. */
export function createLogger(level: string): Logger {
  const names = [
    'authorization',
    'accessToken',
    'refreshToken',
    'access_token',
    'refresh_token',
    'client_secret',
    'credentials',
    'userEmail',
    'email',
    'phone',
    'name',
    'street',
  ];
  return pino({
    level,
    redact: { paths: names.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[masked]' },
  });
}
