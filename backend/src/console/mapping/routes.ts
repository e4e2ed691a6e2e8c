import type { AccountId } from '@backroom/shared';
import { connectionsTranslator } from '@backroom/shared/messages/connections';
import { consoleTranslator } from '@backroom/shared/messages/console';
import { mappingTranslator } from '@backroom/shared/messages/mapping';
import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Connections } from '../../accounts/connect.ts';
import type { FieldRecord } from '../../erp/contract/fields.ts';
import type { Known } from '../../flows/mapping/used.ts';
import { ProblemError } from '../../problems/error.ts';
import type { AccountStore } from '../../store/accounts.ts';
import type { AuditStore } from '../../store/audit.ts';
import type { Connection } from '../../store/connections.ts';
import type { Mapping } from '../../store/mapping.ts';
import type { CompanyFieldsOf, CrmFieldList } from '../connection/world.ts';
import { adminsOnly, type DeskEnv } from '../session.ts';
import { formOf, type Surface } from '../surface.ts';
import { companyRoutes } from './companies-routes.ts';
import { type FieldsInput, fieldsPage } from './fields-page.ts';
import { readMapping, shownMapping } from './form.ts';
import { type SampleParts, sampleOf } from './sample.ts';
import { valueRoutes } from './values-routes.ts';
import { type MappingView, partPath } from './view.ts';

export type MappingParts = Surface & {
  connections: Connections;
  accounts: Pick<AccountStore, 'get' | 'saveSetup'>;
  crmFieldList: CrmFieldList;
  companyFieldsOf: CompanyFieldsOf;
  crmNames: Readonly<Record<string, string>>;
  erpFor: SampleParts['erpFor'];
  sample: Omit<SampleParts, 'erpFor'>;
  audit: Pick<AuditStore, 'note'>;
  now: () => number;
};
const FIELDS_MS = 8000;

/** What every part of the mapping needs. */
export function mappingWorld({ connections, accounts, crmFieldList, crmNames, sample, ...parts }: MappingParts) {
  const { view, erpFor } = parts;
  return {
    sample: { ...sample, erpFor },
    async words(context: Context<DeskEnv>): Promise<MappingView> {
      const plain = view(context);
      const { locale } = plain;
      const account = await accounts.get(context.get('session').account);
      if (!account) throw new ProblemError('account_unknown');
      return {
        ...plain,
        c: consoleTranslator(locale),
        n: connectionsTranslator(locale),
        m: mappingTranslator(locale),
        crm: crmNames[account.crm] ?? account.crm,
      };
    },
    async chosen(context: Context<DeskEnv>, wanted: string | undefined) {
      const all = await connections.all(context.get('session').account);
      const connection = all.find(({ id }) => id === wanted) ?? all.find(({ isDefault }) => isDefault) ?? null;
      return { all, connection };
    },
    /** Both sides' fields; null where a side lists none, or not just now. `options`: fields of the ERP whose choices are wanted. */
    async known(account: AccountId, connection: Connection, { toErp }: Mapping): Promise<Known> {
      const erpFields = async (record: FieldRecord) => {
        const options = toErp.flatMap((each) => (each.record === record ? [each.erp] : []));
        try {
          const { fields } = await erpFor(account, connection.id);
          return (await fields?.list({ record, options }, { signal: AbortSignal.timeout(FIELDS_MS) }))?.fields ?? null;
        } catch {
          return null;
        }
      };
      const [order, customer, deal, company, line] = await Promise.all([
        erpFields('order'),
        erpFields('customer'),
        crmFieldList(account, 'deal'),
        crmFieldList(account, 'company'),
        crmFieldList(account, 'line'),
      ]);
      return { erp: { order, customer }, crm: { deal, company, line } };
    },
  };
}
export type MappingWorld = ReturnType<typeof mappingWorld>;

/** `/desk/mapping`, for admins: which field of the CRM is which of the ERP. */
export function mappingRoutes(parts: MappingParts) {
  const { connections, audit, now, show, problem } = parts;
  const app = new Hono<DeskEnv>();
  app.use(adminsOnly);
  const world = mappingWorld(parts);

  async function page(
    context: Context<DeskEnv>,
    wanted: string | undefined,
    { mapping: tried, ...more }: Partial<FieldsInput> = {},
    status: ContentfulStatusCode = 200,
  ) {
    const { account } = context.get('session');
    const { all, connection } = await world.chosen(context, wanted);
    if (!connection) return context.redirect('/desk/connections', 303);
    const mapping = tried ?? connection.options.mapping;
    const deal = more.deal ?? context.req.query('deal')?.slice(0, 500) ?? '';
    const known = more.known ?? (await world.known(account, connection, mapping));
    let sampleFailed: FieldsInput['sampleFailed'] = null;
    const sample = await sampleOf(world.sample, account, connection, {
      mapping,
      id: deal ? await world.sample.dealIdIn(account, deal) : null,
    }).catch((error: unknown) => {
      sampleFailed = problem(context, error);
      return null;
    });
    const done: FieldsInput['done'] = context.req.query('done') === 'saved' && status === 200 ? 'saved' : null;
    const typed = more.typed ?? shownMapping(mapping, known);
    const input = { connections: all, connection, mapping, known, sample, sampleFailed, deal, typed, done, ...more };
    return show(context, fieldsPage(await world.words(context), input), status);
  }
  app.route('/values', valueRoutes(parts, world));
  app.route('/companies', companyRoutes(parts, world));
  app.get('/', (context) => page(context, context.req.query('connection')));
  app.post('/:id', async (context) => {
    const { account, actor } = context.get('session');
    const connection = await connections.current(account, context.req.param('id'));
    if (!connection) throw new ProblemError('not_found');
    const { version = '', deal = '', try: isTry, ...typed } = await formOf(context);
    const known = await world.known(account, connection, connection.options.mapping);
    const read = readMapping(typed, connection.options.mapping, known);
    if ('wrong' in read) return page(context, connection.id, { typed, deal, known, wrong: read.wrong }, 422);
    const { mapping } = read;
    if (isTry === 'yes') return page(context, connection.id, { typed, deal, mapping, done: 'tried' });
    const options = { ...connection.options, mapping };
    const who = { version, by: actor, at: new Date(now()) };
    if ((await connections.change(account, connection.id, { options }, who)) === 'stale') {
      const changed = (await connections.current(account, connection.id))?.changed ?? null;
      return page(context, connection.id, { typed, deal, refused: { conflict: changed } }, 409);
    }
    await audit.note(account, actor, 'settings_changed', `mapping of connection ${connection.id}`);
    return context.redirect(`${partPath('fields', connection)}&done=saved`, 303);
  });
  return app;
}
