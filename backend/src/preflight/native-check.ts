import { allMakersIn } from '../deals/own-orders.ts';
import { flowIsOnAt } from '../store/accounts.ts';
import { type Evidence, type Outcome, outcome } from './outcome.ts';
import type { World } from './world.ts';

const named = (code: string, names: readonly string[]): Evidence[] =>
  names.length > 0 ? [{ code, values: { names: names.join(', ') } }] : [];

/**
 * Where CRM and ERP are of one vendor: what its own connector does already. Whatever may make orders beside Backroom blocks every conversion; it fails
 * while orders are on, so that it is settled before anybody presses the button.
 */
export async function checkNative({ account, connection, nativeOf, ownOrders }: World): Promise<Outcome> {
  const connector = nativeOf(account.id, connection.erp);
  const does: Evidence[] = [{ code: connector ?? 'two_vendors' }];
  const told = await ownOrders(account.id).catch(() => 'not_read' as const);
  if (told === 'not_read')
    return outcome('native', connector ? 'unknown' : 'pass', ...does, ...(connector ? [{ code: 'not_read' }] : []));
  if (told === 'not_told') return outcome('native', 'pass', ...does, ...(connector ? [{ code: 'by_record' }] : []));
  const makers = allMakersIn(told, connection);
  const { ownOrdersOff, readOnly } = connection.options;
  const isOff = ({ key, canBeOff }: (typeof makers)[number]) => canBeOff && ownOrdersOff.includes(key);
  const names = (some: typeof makers) => some.map(({ name }) => name);
  const evidence = [
    ...does,
    ...named('always', names(makers.filter(({ canBeOff }) => !canBeOff))),
    ...named('may', names(makers.filter((maker) => maker.canBeOff && !isOff(maker)))),
    ...named('stated', names(makers.filter(isOff))),
    ...(makers.length === 0 && connector ? [{ code: 'none_found' }] : []),
  ];
  const orders = flowIsOnAt(account, connection, 'orders') && !readOnly.includes('orders');
  const stands = makers.some((maker) => !isOff(maker));
  return outcome(
    'native',
    stands && orders ? 'fail' : 'pass',
    ...evidence,
    ...(stands && !orders ? [{ code: 'rest' }] : []),
  );
}
