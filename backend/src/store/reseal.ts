import type { Vault } from '../access/secrets.ts';
import { sealContext } from './connections.ts';
import { grantContext } from './erp-tokens.ts';
import type { Db } from './open.ts';

/**
 * Re-encrypts ERP credentials and CRM tokens with the newest key. Afterwards the older key can be removed from `ENCRYPTION_KEY`. Rows written
 * meanwhile are left unchanged. Returns the number of re-encrypted rows.
 */
export async function resealAll(db: Db, vault: Vault): Promise<number> {
  let sealed = 0;
  for (const { account, id, credentials } of await db
    .selectFrom('erp_connections')
    .select(['account', 'id', 'credentials'])
    .execute()) {
    if (vault.isNewest(credentials)) continue;
    const context = sealContext(account, id);
    const { numUpdatedRows } = await db
      .updateTable('erp_connections')
      .set({ credentials: vault.seal(vault.open(credentials, context), context) })
      .where('account', '=', account)
      .where('id', '=', id)
      .where('credentials', '=', credentials)
      .executeTakeFirst();
    sealed += Number(numUpdatedRows);
  }
  for (const { account, sealed: token } of await db.selectFrom('crm_tokens').select(['account', 'sealed']).execute()) {
    if (vault.isNewest(token)) continue;
    const context = `${account}|crm`;
    const { numUpdatedRows } = await db
      .updateTable('crm_tokens')
      .set({ sealed: vault.seal(vault.open(token, context), context) })
      .where('account', '=', account)
      .where('sealed', '=', token)
      .executeTakeFirst();
    sealed += Number(numUpdatedRows);
  }
  const granted = await db.selectFrom('erp_tokens').select(['account', 'of', 'sealed']).execute();
  for (const { account, of, sealed: token } of granted) {
    if (vault.isNewest(token)) continue;
    const context = grantContext(account, of);
    const { numUpdatedRows } = await db
      .updateTable('erp_tokens')
      .set({ sealed: vault.seal(vault.open(token, context), context) })
      .where('account', '=', account)
      .where('of', '=', of)
      .where('sealed', '=', token)
      .executeTakeFirst();
    sealed += Number(numUpdatedRows);
  }
  const parked = await db.selectFrom('pipedrive_grants').select(['account', 'user_id', 'sealed']).execute();
  for (const { account, user_id, sealed: token } of parked) {
    if (token === null || vault.isNewest(token)) continue;
    const context = `${account}|pipedrive|${user_id}`;
    const { numUpdatedRows } = await db
      .updateTable('pipedrive_grants')
      .set({ sealed: vault.seal(vault.open(token, context), context) })
      .where('account', '=', account)
      .where('user_id', '=', user_id)
      .where('sealed', '=', token)
      .executeTakeFirst();
    sealed += Number(numUpdatedRows);
  }
  for (const { account, sealed: draft } of await db.selectFrom('setups').select(['account', 'sealed']).execute()) {
    if (vault.isNewest(draft)) continue;
    const context = `${account}|setup`;
    const { numUpdatedRows } = await db
      .updateTable('setups')
      .set({ sealed: vault.seal(vault.open(draft, context), context) })
      .where('account', '=', account)
      .where('sealed', '=', draft)
      .executeTakeFirst();
    sealed += Number(numUpdatedRows);
  }
  for (const { account, secret } of await db.selectFrom('alerting').select(['account', 'secret']).execute()) {
    if (secret === null || vault.isNewest(secret)) continue;
    const context = `${account}|alerts`;
    const { numUpdatedRows } = await db
      .updateTable('alerting')
      .set({ secret: vault.seal(vault.open(secret, context), context) })
      .where('account', '=', account)
      .where('secret', '=', secret)
      .executeTakeFirst();
    sealed += Number(numUpdatedRows);
  }
  return sealed;
}
