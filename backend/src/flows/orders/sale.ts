import { createHash } from 'node:crypto';
import { add, canonical, type Decimal } from '@backroom/shared';
import { translator } from '@backroom/shared/messages/languages';
import type { Connection } from '../../store/connections.ts';
import type { Sale, Twin } from '../../submissions/twins.ts';
import { type Context, readSignal, type Services } from '../context.ts';
import type { OrderDraft } from './draft.ts';

type Company = Pick<Connection, 'erp' | 'url' | 'settings' | 'credentials'>;
/** The ERP company that a connection leads to. One address of a bridge may serve several companies: there it is the key that tells them apart. */
function companyOf({ erp, url, settings, credentials }: Company): readonly (string | null)[] {
  const address = url.trim().toLowerCase().replace(/\/+$/, '');
  const company = settings.company ?? (erp === 'bridge' ? (credentials.key ?? null) : null);
  return [erp, address, settings.database ?? null, company];
}

/**
 * What is sold at which ERP: products and how much of each, however they stand in lines. Prices are left out on purpose: the two CRMs round
 * them differently, and the same goods for the same customer on the same day are worth a question at any price.
 */
export function saleOf(connection: Company, { customerId, lines }: OrderDraft): Sale {
  const goods = new Map<string, Decimal>();
  for (const { productId, quantity } of lines) {
    const before = goods.get(productId);
    goods.set(productId, canonical(before === undefined ? quantity : add(before, quantity)));
  }
  const content = JSON.stringify([
    companyOf(connection),
    [...goods].sort(([left], [right]) => (left < right ? -1 : 1)),
  ]);
  return { key: createHash('sha256').update(content).digest('hex').slice(0, 40), customerId };
}

/** Whether other accounts sell into the same ERP. */
export async function isShared({ services, account, connection }: Context): Promise<boolean> {
  const same = await services.accounts.onSameErp(account.id, connection.id);
  return same.some((each) => each.account !== account.id);
}

/** `shared`: other accounts sell into the same ERP. `cancelled`: twins whose order the ERP has cancelled. */
export type Twins = { shared: boolean; twins: Twin[]; cancelled: Twin[] };
export const noTwins: Twins = { shared: false, twins: [], cancelled: [] };

/**
 * What looks like the same sale in another CRM of the company. Twins whose order the ERP has cancelled are none any more; where it cannot be
 * asked, they are. An account that is alone on its ERP asks nothing.
 */
export async function standingTwins(ctx: Context, sale: Sale): Promise<Twins> {
  if (!(await isShared(ctx))) return noTwins;
  const all = await ctx.services.submissions.twins(ctx.account.id, sale);
  const numbers = all.flatMap(({ state, erpNumber }) => (state === 'confirmed' && erpNumber ? [erpNumber] : []));
  if (numbers.length === 0 || !ctx.erp.orders) return { shared: true, twins: all, cancelled: [] };
  const orders = await ctx.erp.orders.findByNumber({ numbers }, { signal: readSignal() }).then(
    ({ results }) => results,
    () => [],
  );
  const gone = new Set(orders.flatMap((order) => (order?.status === 'cancelled' ? [order.number] : [])));
  const isGone = ({ erpNumber }: Twin) => erpNumber !== null && gone.has(erpNumber);
  return { shared: true, twins: all.filter((twin) => !isGone(twin)), cancelled: all.filter(isGone) };
}

/** Which order, of which deal, in which CRM: the values of the check `possible_twin`. */
export function twinWords(crmNames: Services['crmNames'], { account, record, name, erpNumber, reference }: Twin) {
  const crm = account.slice(0, account.indexOf(':'));
  return { crm: crmNames[crm] ?? crm, deal: name ?? record.id, order: erpNumber ?? reference, reference };
}
export const twinDetail = ({ locale, services }: Context, twins: readonly Twin[]): string =>
  twins.map((twin) => translator(locale)('check.possible_twin', twinWords(services.crmNames, twin))).join(' ');
