import { Hono } from 'hono';
import { pino } from 'pino';
import { deskTokens } from '../src/access/desk.ts';
import { createDesk, type DeskOptions } from '../src/desk/app.ts';
import type { Variables } from '../src/http/errors.ts';
import { reference } from '../src/http/guards.ts';

export const origin = 'https://app.backroom.example';
export const tokens = deskTokens(Buffer.alloc(32, 7));

/** The order desk as the backend mounts it, without the rest of the backend. */
export function deskApp(options: Omit<DeskOptions, 'tokens' | 'origin' | 'logger'>): Hono<{ Variables: Variables }> {
  const app = new Hono<{ Variables: Variables }>();
  app.use(reference);
  app.route('/desk', createDesk({ tokens, origin, logger: pino({ level: 'silent' }), ...options }));
  return app;
}
