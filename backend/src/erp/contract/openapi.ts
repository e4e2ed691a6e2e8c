import { OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { erpErrorKinds } from './errors.ts';
import { type Operation, operations, pdfInputSchema, writeOperations } from './schemas.ts';

/** The HTTP status that goes with each kind. A caller takes the kind; the status is for what stands in between. */
export const statusOfKind = {
  unreachable: 503,
  busy: 429,
  refused: 422,
  not_found: 404,
  unauthorised: 401,
  conflict: 409,
  uncertain: 504,
  unsupported: 501,
  drift: 502,
} as const satisfies Record<(typeof erpErrorKinds)[number], number>;
const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  kind: z.enum(erpErrorKinds),
  /** The ERP's own words, for people. */
  words: z.string().nullable(),
  field: z.string().nullable(),
});
const problem = { content: { 'application/problem+json': { schema: problemSchema } } };
const problems = {
  401: { ...problem, description: '`unauthorised`: the key, or a right of it, is missing' },
  404: { ...problem, description: '`not_found`' },
  409: { ...problem, description: '`conflict`: somebody else changed it; nothing was written' },
  422: { ...problem, description: '`refused`: the ERP said no; nothing was written' },
  429: { ...problem, description: '`busy`: nothing was written; `Retry-After` says when to come again' },
  501: { ...problem, description: '`unsupported`: this ERP has no such thing' },
  503: { ...problem, description: '`unreachable`: nothing was sent to the ERP' },
  504: { ...problem, description: '`uncertain`: it may have been written. Never answered by sending again' },
};

export type OpenApiVersion = '3.0' | '3.1';
const versions = { '3.0': '3.0.3', '3.1': '3.1.0' } as const;
const about =
  'What an ERP, or a flow in front of one, answers to be connected to Backroom. Each operation is a POST; lists are answered in the order asked.';

/** Registers every operation of the bridge contract at an app, from the schemas that check its answers. */
export function describeBridge({ openAPIRegistry: registry }: Pick<OpenAPIHono, 'openAPIRegistry'>): void {
  registry.registerComponent('securitySchemes', 'key', { type: 'http', scheme: 'bearer' });
  const register = (name: string, input: z.ZodType, answer: { description: string; content: object }) =>
    registry.registerPath({
      method: 'post',
      path: `/v1/${name.replace('.', '/')}`,
      operationId: name.replace(/\.(\w)/, (_, letter: string) => letter.toUpperCase()),
      summary: name,
      ...(writeOperations.has(name)
        ? { description: 'Writes. It must not be sent again by itself after an error.' }
        : {}),
      request: { body: { content: { 'application/json': { schema: input } }, required: true } },
      responses: { 200: answer as never, ...problems },
    });
  for (const name of Object.keys(operations) as Operation[])
    register(name, operations[name].in, {
      description: 'The answer, in the order of the question',
      content: { 'application/json': { schema: operations[name].out } },
    });
  register('invoices.pdf', pdfInputSchema, {
    description: 'The document',
    content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } },
  });
}
export const bridgeInfo = (version: OpenApiVersion) => ({
  openapi: versions[version],
  info: { title: 'Backroom bridge contract', version: '1', description: about },
  servers: [{ url: 'https://bridge.example.com/backroom' }],
  security: [{ key: [] }],
});
/** The contract as an OpenAPI document. 3.0 is for tools that import nothing newer. */
export function bridgeDocument(version: OpenApiVersion): object {
  const api = new OpenAPIHono();
  describeBridge(api);
  const info = bridgeInfo(version);
  return version === '3.0' ? api.getOpenAPIDocument(info) : api.getOpenAPI31Document(info);
}
