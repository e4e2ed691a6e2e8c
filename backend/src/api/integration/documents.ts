import type { OpenAPIHono } from '@hono/zod-openapi';
import { Hono } from 'hono';
import { bridgeDocument } from '../../erp/contract/openapi.ts';
import type { Env } from './route.ts';

const about =
  'For programs of the customer, such as flows of an iPaaS. An admin makes a key on the page Access of the order desk. Problems are RFC 9457 documents.';

/** The OpenAPI documents of this interface and of the bridge contract, without a key. 3.0 is for tools that import nothing newer. */
export function documentsOf(api: OpenAPIHono<Env>, url: string): Hono<Env> {
  api.openAPIRegistry.registerComponent('securitySchemes', 'key', { type: 'http', scheme: 'bearer' });
  const info = { title: 'Backroom', version: '1', description: about };
  const config = { info, servers: [{ url }], security: [{ key: [] }] };
  const documents: Record<string, () => object> = {
    '/openapi.json': () => api.getOpenAPI31Document({ openapi: '3.1.0', ...config }),
    '/openapi-3.0.json': () => api.getOpenAPIDocument({ openapi: '3.0.3', ...config }),
    '/bridge/openapi.json': () => bridgeDocument('3.1'),
    '/bridge/openapi-3.0.json': () => bridgeDocument('3.0'),
  };
  const app = new Hono<Env>();
  for (const [path, make] of Object.entries(documents)) {
    // Made when first asked for: every start would pay for them else.
    let text: string | null = null;
    app.get(path, (context) => {
      text ??= JSON.stringify(make());
      return context.body(text, 200, { 'content-type': 'application/json' });
    });
  }
  return app;
}
