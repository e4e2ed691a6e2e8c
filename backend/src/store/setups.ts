import type { AccountId } from '@backroom/shared';
import { z } from 'zod';
import type { Vault } from '../access/secrets.ts';
import type { Db } from './open.ts';

const texts = z.record(z.string(), z.string());
/** What an admin entered and has not connected yet, secrets included: sealed as credentials are. */
const draftSchema = z.object({
  erp: z.string().nullable().default(null),
  url: z.string().default(''),
  values: texts.default({}),
  test: z.boolean().default(false),
});
export type Draft = z.infer<typeof draftSchema>;
export const noDraft: Draft = { erp: null, url: '', values: {}, test: false };

/** The key by which companies of the CRM and customers of the ERP are matched. */
export const matchingKeys = ['erp_number', 'vat_id', 'registration_number', 'email'] as const;
const steps = ['flows', 'fields', 'duplicates', 'preflight', 'pilot', 'live'] as const;
export type DoneStep = (typeof steps)[number];
/** How far an account's set-up is. `pilots`: the people who see figures before it is live; null: everybody does. */
export const setupSchema = z.object({
  done: z.array(z.enum(steps)).default([]),
  pilots: z.array(z.string()).nullable().default(null),
  key: z.enum(matchingKeys).default('erp_number'),
  /** The CRM's own names of the fields that hold these, where they are not Backroom's own. */
  fields: z
    .object({
      erpNumber: z.string().optional(),
      vatId: z.string().optional(),
      registrationNumber: z.string().optional(),
    })
    .default({}),
});
export type Setup = z.infer<typeof setupSchema>;
export const liveSetup: Setup = setupSchema.parse({});

type Kept = { draft: Draft; revision: number; by: string; at: Date };
const context = (account: AccountId) => `${account}|setup`;

/** What the set-up wizard keeps between its pages, for every admin of the account. */
export function setupStore(db: Db, vault: Vault) {
  return {
    async draft(account: AccountId): Promise<Kept | null> {
      const row = await db.selectFrom('setups').selectAll().where('account', '=', account).executeTakeFirst();
      if (!row) return null;
      const draft = draftSchema.parse(JSON.parse(vault.open(row.sealed, context(account))));
      return { draft, revision: row.revision, by: row.by_whom, at: row.at };
    },
    /** False: somebody else kept another draft since `revision` was read, and this one was not kept. */
    async keepDraft(account: AccountId, draft: Draft, revision: number, by: string, at: Date): Promise<boolean> {
      const row = { sealed: vault.seal(JSON.stringify(draft), context(account)), by_whom: by, at };
      const kept = await db
        .insertInto('setups')
        .values({ account, revision: 1, ...row })
        .onConflict((on) =>
          on
            .column('account')
            .doUpdateSet({ ...row, revision: revision + 1 })
            .where('setups.revision', '=', revision),
        )
        .returning('revision')
        .executeTakeFirst();
      return kept !== undefined;
    },
    async dropDraft(account: AccountId): Promise<void> {
      await db.deleteFrom('setups').where('account', '=', account).execute();
    },
    async saveSetup(account: AccountId, setup: Setup): Promise<void> {
      await db
        .updateTable('accounts')
        .set({ setup: JSON.stringify(setupSchema.parse(setup)) })
        .where('id', '=', account)
        .execute();
    },
  };
}
