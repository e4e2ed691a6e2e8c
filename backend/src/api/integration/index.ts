import { OpenAPIHono } from '@hono/zod-openapi';
import { Hono } from 'hono';
import type { Services } from '../../flows/context.ts';
import { ProblemError } from '../../problems/error.ts';
import type { ApiKeyStore } from '../../store/api-keys.ts';
import type { Changes } from '../../store/changes.ts';
import { jsonBody, livingAccount } from '../guards.ts';
import { idempotent } from '../idempotency.ts';
import type { Limited } from '../limits.ts';
import { createOrder } from './convert.ts';
import { documentsOf } from './documents.ts';
import { getFigures } from './figures.ts';
import { previewDeal } from './preview.ts';
import { BASE, type Env, type Parts, provenKey } from './route.ts';
import { getOrder } from './status.ts';

export type IntegrationParts = {
  services: Services;
  origin: string;
  apiKeys: Pick<ApiKeyStore, 'find' | 'used'>;
  /** Refuses what a key or its account asks too often. */
  keyLimited: Limited;
  changes: Pick<Changes, 'touch'>;
};

/**
 * `/api/v1`: what programs of the customer may do with a key, such as a flow of an iPaaS. Nothing else of the backend takes a key, and nothing here takes a
 * CRM's proof.
 */
export function integrationRoutes({ services, origin, apiKeys, keyLimited, changes }: IntegrationParts): Hono<Env> {
  const api = new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (result.success) return;
      const errors = result.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
      throw new ProblemError('invalid_input', { errors, ...(errors[0]?.path ? { field: errors[0].path } : {}) });
    },
  });
  const parts: Parts = { services, origin, once: idempotent(services.submissions.replayed) };
  for (const register of [getFigures, previewDeal, createOrder, getOrder]) register(api, parts);

  // Not an OpenAPIHono: the cards' document does not list these.
  const app = new Hono<Env>();
  app.route('/', documentsOf(api, `${origin}${BASE}`));
  app.use(provenKey(apiKeys, services.now), livingAccount(services.accounts), keyLimited, jsonBody);
  app.use(async (context, next) => {
    await next();
    if (context.req.method !== 'GET') changes.touch(context.get('caller').account);
  });
  app.route('/', api);
  return app;
}
