import type { Backend } from '@backroom/backend/compose';
import { type AccountId, accountIdSchema } from '@backroom/shared';
import { z } from 'zod';

const connectionSchema = z.object({
  ...{ database: z.guid(), statement: z.string() },
  links: z.array(z.object({ companyId: z.string(), partnerId: z.string() })),
});

/** The database is connected as in life, by what the button in its settings sends; the backend then asks back. */
export async function odooConnected(
  backend: Backend,
  url: string,
  publicOrigin: string,
): Promise<{ account: AccountId; isNew: boolean; partners: ReadonlyMap<string, string> }> {
  const answer = await fetch(`${url}/__odoo/connection`, { signal: AbortSignal.timeout(30_000) });
  const { database, statement, links } = connectionSchema.parse(await answer.json());
  const account = accountIdSchema.parse(`odoo-crm:${database}`);
  const isNew = !(await backend.accounts.get(account));
  const ended = await backend.app.fetch(
    new Request(`${publicOrigin}/odoo-crm/connect`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ statement }),
    }),
  );
  if (!ended.ok) throw new Error(`Odoo was not connected: ${await ended.text()}`);
  return { account, isNew, partners: new Map(links.map(({ companyId, partnerId }) => [companyId, partnerId])) };
}
