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
    // Credentials sealed with a key that is gone must not stop a form: one of them is where an admin enters them again.
    const read = () => configurationOf(accounts, account).catch(() => null);
    const before = await read();
    await next();
    const change = changeBetween(before, await read());
    if (change) await audit.noteChange(account, actor, began, change);
  };
}
