import type { Body, Rec, Store } from './database.ts';
import { noInstance, Refusal } from './errors.ts';
import { type Field, partNamed, type RecordType } from './metadata.ts';
import { nameOf, statusName } from './names.ts';
import { receivables } from './receivables.ts';
import { stockOf } from './transactions.ts';

export type Viewing = {
  store: Store;
  root: string;
  expand: boolean;
  fields: readonly string[] | null;
  hidden: readonly string[];
};
const iso = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z/, 'Z');
const self = (href: string) => [{ rel: 'self', href }];

function referenced({ store, root }: Viewing, field: Field, value: Body): Body {
  const [target = ''] = field.of;
  const found =
    target === 'item' || target === 'transaction' ? store.inGroup(target, value.id) : store.find(target, value.id);
  return {
    links: self(`${root}/record/v1/${target}/${value.id}`),
    id: value.id,
    refName: found ? nameOf(found) : value.id === '-1' ? 'Custom' : value.id,
  };
}
function value(view: Viewing, rec: Rec, field: Field, given: unknown, path: string): unknown {
  if (given === undefined || given === null) return undefined;
  if (field.kind === 'ref') return referenced(view, field, given as Body);
  if (field.kind === 'enum') {
    const { id } = given as Body;
    return {
      id,
      refName:
        field.name === 'status'
          ? statusName(rec.type, id)
          : field.name === 'orderStatus'
            ? statusName(rec.type, id)
            : id,
    };
  }
  if (field.kind === 'part') {
    const href = `${view.root}/record/v1/${rec.type}/${rec.id}/${path}`;
    return view.expand
      ? { links: self(href), ...partOf(view, rec, field.of[0] ?? '', given as Body, path) }
      : { links: self(href) };
  }
  if (field.kind === 'list') {
    const href = `${view.root}/record/v1/${rec.type}/${rec.id}/${path}`;
    if (!view.expand) return { links: self(href) };
    const items = ((given as Body).items as Body[]).map((each, nth) => ({
      links: self(`${href}/${each.line ?? each.id ?? nth + 1}`),
      ...partOf(view, rec, field.of[0] ?? '', each, `${path}/${each.line ?? each.id ?? nth + 1}`),
    }));
    return { links: self(href), items, totalResults: items.length };
  }
  return given;
}
function partOf(view: Viewing, rec: Rec, part: string, body: Body, path: string): Body {
  const out: Body = {};
  for (const field of partNamed(part).values()) {
    const shown = value(view, rec, field, body[field.name], `${path}/${field.name}`);
    if (shown !== undefined) out[field.name] = shown;
  }
  return out;
}
/** A record as GET answers it: empty fields are left out, and those that the role may not see as well. */
export function shown(view: Viewing, type: RecordType, rec: Rec): Body {
  const { store, root, fields, hidden } = view;
  const body: Body = {
    ...rec.body,
    ...computed(store, rec),
    id: String(rec.id),
    externalId: rec.external,
    createdDate: iso(rec.created),
    dateCreated: iso(rec.created),
    lastModifiedDate: iso(rec.modified),
  };
  const out: Body = { links: self(`${root}/record/v1/${rec.type}/${rec.id}`) };
  for (const name of fields ?? [])
    if (!type.fields.has(name))
      throw new Refusal(
        400,
        'INVALID_PARAMETER',
        `Invalid value for the query parameter 'fields'. Unknown field '${name}'.`,
        { 'o:errorQueryParam': 'fields' },
      );
  for (const field of type.fields.values()) {
    if ((fields !== null && !fields.includes(field.name)) || hidden.includes(`${rec.type}.${field.name}`)) continue;
    const given = value(view, rec, field, body[field.name], field.name);
    if (given !== undefined) out[field.name] = given;
  }
  return out;
}
function computed(store: Store, rec: Rec): Body {
  if (rec.type === 'customer') {
    const owed = receivables(store, rec);
    const main = ((rec.body.addressBook?.items ?? []) as Body[]).find(
      (each) => each.defaultBilling,
    )?.addressBookAddress;
    const defaultAddress = main
      ? [main.addressee, main.addr1, `${main.zip ?? ''} ${main.city ?? ''}`.trim(), main.country?.id]
          .filter(Boolean)
          .join('\n')
      : undefined;
    return {
      ...owed,
      consolBalance: owed.balance,
      consolOverdueBalance: owed.overdueBalance,
      consolUnbilledOrders: owed.unbilledOrders,
      defaultAddress,
    };
  }
  if (rec.type === 'inventoryItem')
    return { totalQuantityOnHand: stockOf(store, rec.id).reduce((sum, { onHand }) => sum + onHand, 0) };
  if (rec.type !== 'salesOrder') return {};
  const items = (rec.body.item.items as Body[]).map((line) => {
    const stocks = line.itemType === 'InvtPart' ? stockOf(store, Number(line.item.id)) : [];
    const here = stocks.find(({ location }) => location === Number(line.location?.id ?? rec.body.location?.id ?? 1));
    const left = Math.max(0, (line.quantity ?? 0) - (line.quantityFulfilled ?? 0));
    return here
      ? {
          ...line,
          quantityAvailable: here.available,
          quantityOnHand: here.onHand,
          quantityCommitted: Math.min(left, here.committed),
          quantityBackOrdered: Math.max(0, left - here.committed),
        }
      : line;
  });
  return { item: { items } };
}
/** One field of a record below its path: a sublist, a line of it, or a subrecord. */
export function below(view: Viewing, type: RecordType, rec: Rec, path: readonly string[]): unknown {
  const [name = '', line] = path;
  const whole = shown({ ...view, expand: true, fields: null }, type, rec);
  const found = whole[name];
  if (found === undefined || path.length > 2) throw noInstance();
  if (line === undefined) return found;
  const one = ((found as Body).items as Body[] | undefined)?.find((each) => String(each.line ?? each.id) === line);
  if (!one) throw noInstance();
  return one;
}
