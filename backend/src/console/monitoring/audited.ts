import type { MiddlewareHandler } from 'hono';
import { changeBetween, configurationOf } from '../../accounts/changes.ts';
import type { AccountStore } from '../../store/accounts.ts';
import type { AuditStore } from '../../store/audit.ts';
import type { DeskEnv } from '../session.ts';

type Parts = {
  accounts: Pick<AccountStore, 'get' | 'connections'>;
  audit: Pick<AuditStore, 'noteChange'>;
  now: () => number;
};
/** Notes what each form changed in the account's configuration, whichever page it is of. */
export function audited({ accounts, audit, now }: Parts): MiddlewareHandler<DeskEnv> {
  return async (context, next) => {
    if (context.req.method !== 'POST') return next();
    const { account, actor } = context.get('session');
    const began = new Date(now());
    const before = await configurationOf(accounts, account);
    await next();
    const change = changeBetween(before, await configurationOf(accounts, account));
    if (change) await audit.noteChange(account, actor, began, change);
  };
}
