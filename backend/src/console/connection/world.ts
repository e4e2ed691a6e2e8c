import type { AccountId, Problem } from '@backroom/shared';
import { connectionsTranslator } from '@backroom/shared/messages/connections';
import { consoleTranslator } from '@backroom/shared/messages/console';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Connections, Tested } from '../../accounts/connect.ts';
import type { Grants } from '../../accounts/grants.ts';
import type { CompanyFieldNames, CrmField, FieldOwner } from '../../crm/contract/index.ts';
import { ProblemError } from '../../problems/error.ts';
import type { AccountStore } from '../../store/accounts.ts';
import type { AuditStore } from '../../store/audit.ts';
import type { Connection } from '../../store/connections.ts';
import type { DeskEnv } from '../session.ts';
import type { Surface } from '../surface.ts';
import { type DetailInput, detailPage } from './detail.ts';
import { type Example, type ExampleParts, exampleOf } from './example.ts';
import type { ConnectionView } from './view.ts';

/** The CRM's fields; null where it does not list them, or not just now. */
export type CrmFieldList = (account: AccountId, type: FieldOwner) => Promise<readonly CrmField[] | null>;
/** What the company's fields that Backroom reads are called in the account's CRM; without those that it has not. */
export type CompanyFieldsOf = (account: AccountId) => Promise<CompanyFieldNames>;
export type ConnectionParts = Surface &
  ExampleParts & {
    connections: Connections;
    grants: Grants;
    accounts: Pick<AccountStore, 'draft' | 'keepDraft'>;
    audit: Pick<AuditStore, 'note'>;
    crmFieldList: CrmFieldList;
    now: () => number;
  };

/** What the handlers of these pages share. */
export function connectionWorld({
  connections,
  grants,
  accounts,
  audit,
  crmFieldList,
  now,
  view,
  show,
  problem,
  ...parts
}: ConnectionParts) {
  const words = (context: Context<DeskEnv>): ConnectionView => {
    const plain = view(context);
    return { ...plain, c: consoleTranslator(plain.locale), n: connectionsTranslator(plain.locale) };
  };
  async function theOne(context: Context<DeskEnv>): Promise<Connection> {
    const found = await connections.current(context.get('session').account, context.req.param('id') ?? '');
    if (!found) throw new ProblemError('not_found');
    return found;
  }
  /** What the ERP says of itself just now. One that is paused or has no credentials is not asked. */
  async function answerOf(
    context: Context<DeskEnv>,
    connection: Connection,
  ): Promise<{ tested: Tested } | { problem: Problem } | null> {
    if (connection.state !== 'live') return null;
    try {
      return { tested: await connections.test(context.get('session').account, connection) };
    } catch (error) {
      return { problem: problem(context, error) };
    }
  }
  return {
    connections,
    grants,
    accounts,
    crmFieldList,
    words,
    theOne,
    show,
    problem,
    /** Who changes what they saw. */
    who: (context: Context<DeskEnv>, version: string) => ({
      by: context.get('session').actor,
      at: new Date(now()),
      version,
    }),
    note: (context: Context<DeskEnv>, { id }: Pick<Connection, 'id'>, what: string) => {
      const { account, actor } = context.get('session');
      return audit.note(account, actor, 'settings_changed', `connection ${id}: ${what}`);
    },
    async example(context: Context<DeskEnv>, rules: readonly Connection[], typed: string): Promise<Example> {
      try {
        return await exampleOf(parts, context.get('session'), rules, typed);
      } catch (error) {
        return { typed, problem: problem(context, error) };
      }
    },
    async detail(
      context: Context<DeskEnv>,
      connection: Connection,
      more: Partial<DetailInput> = {},
      status: ContentfulStatusCode = 200,
    ) {
      const [tested, uses, known] = await Promise.all([
        answerOf(context, connection),
        connections.uses(context.get('session').account),
        crmFieldList(context.get('session').account, 'deal'),
      ]);
      const used = uses.get(connection.id) ?? null;
      return show(
        context,
        detailPage(words(context), { connection, used, tested, done: null, rule: {}, known, ...more }),
        status,
      );
    },
  };
}
export type ConnectionWorld = ReturnType<typeof connectionWorld>;
