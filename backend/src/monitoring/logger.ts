import pino from 'pino';
import type { Logger } from './log.ts';

/** Field names with secrets or personal data. They are masked at the top of an entry and two levels below. */
const masked = [
  'authorization',
  'cookie',
  'accessToken',
  'refreshToken',
  'access_token',
  'refresh_token',
  'client_secret',
  'password',
  'token',
  'credentials',
  'userEmail',
  'email',
  'phone',
  'name',
  'street',
  'note',
];
/** Number of logged causes of an error. */
const MAX_CAUSES = 5;
type Written = { type: string; message: string; code?: string; kind?: string; stack?: string; cause?: Written };

/**
 * Logs type, message and stack of an error. Other properties are dropped, because libraries attach requests, answers, statements and parameters.
 */
export function writtenError(error: unknown, depth = 0): Written {
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an error' };
  const { code, kind, cause } = error as { code?: unknown; kind?: unknown; cause?: unknown };
  return {
    type: error.name,
    message: error.message,
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof kind === 'string' ? { kind } : {}),
    ...(error.stack ? { stack: error.stack } : {}),
    ...(cause !== undefined && depth < MAX_CAUSES ? { cause: writtenError(cause, depth + 1) } : {}),
  };
}

/** Structured logs, one JSON object per line. */
export function createLogger(level: string, destination?: pino.DestinationStream): Logger {
  return pino(
    {
      level,
      serializers: { err: (error: unknown) => writtenError(error) },
      redact: { paths: masked.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[masked]' },
    },
    ...(destination ? [destination] : []),
  );
}
