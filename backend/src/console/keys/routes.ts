import { keysTranslator } from '@backroom/shared/messages/keys';
import { type Context, Hono } from 'hono';
import { endOfKey, newApiKey } from '../../access/api-keys.ts';
import { ProblemError } from '../../problems/error.ts';
import { type ApiKeyStore, keyScopes } from '../../store/api-keys.ts';
import type { AuditStore } from '../../store/audit.ts';
import { adminsOnly, type DeskEnv } from '../session.ts';
import { formOf, type Surface } from '../surface.ts';
import { type Entered, type KeysInput, keyDays, keysPage, LONGEST_NAME, PATH } from './pages.ts';

export type KeyParts = {
  apiKeys: ApiKeyStore;
  /** Where the API is reached. */
  apiOrigin: string;
};
type Parts = KeyParts & Surface & { audit: Pick<AuditStore, 'note'>; now: () => number };

/** `/desk/access/keys`, for admins: makes and revokes keys of the API. */
export function keyRoutes({ apiKeys, apiOrigin, audit, now, view, show }: Parts) {
  const app = new Hono<DeskEnv>();
  app.use(adminsOnly);
  async function page(context: Context<DeskEnv>, more: Partial<KeysInput> = {}, status: 200 | 409 | 422 = 200) {
    const words = view(context);
    const keys = await apiKeys.list(context.get('session').account);
    const document = `${apiOrigin}/api/v1/openapi.json`;
    return show(context, keysPage({ ...words, k: keysTranslator(words.locale) }, { keys, document, ...more }), status);
  }
  app.get('/', (context) => page(context, { revoked: context.req.query('done') === 'revoked' }));
  app.post('/', async (context) => {
    const { account, actor } = context.get('session');
    const form = await formOf(context);
    const entered: Entered = {
      name: (form.name ?? '').trim(),
      scopes: keyScopes.filter((scope) => form[`scope.${scope}`] !== undefined),
      days: keyDays.find((days) => String(days) === form.days) ?? keyDays[0],
    };
    const wrong = [
      ...(entered.name === '' || entered.name.length > LONGEST_NAME ? (['name'] as const) : []),
      ...(entered.scopes.length === 0 ? (['scopes'] as const) : []),
    ];
    if (wrong.length > 0) return page(context, { entered, wrong }, 422);
    const { id, text, hash } = newApiKey(account);
    const madeAt = new Date(now());
    const { name, scopes, days } = entered;
    const until = endOfKey(madeAt, days);
    if (!(await apiKeys.add(account, { id, hash, name, scopes, madeBy: actor, madeAt, until })))
      return page(context, { entered, wrong: ['most'] }, 409);
    await audit.note(account, actor, 'api_key_made', `${id} ${name}: ${scopes.join(' ')}, ${until.toISOString()}`);
    return page(context, { made: { name, text } });
  });
  app.post('/revoke', async (context) => {
    const { account, actor } = context.get('session');
    const id = (await formOf(context)).id ?? '';
    const name = await apiKeys.revoke(account, id);
    if (name === null) throw new ProblemError('not_found');
    await audit.note(account, actor, 'api_key_revoked', `${id} ${name}`);
    return context.redirect(`${PATH}?done=revoked`, 303);
  });
  return app;
}
