import type { Body, Rec, Store } from './database.ts';
import { alreadyExists, enterValue } from './errors.ts';

/** Numbers are drawn; a person needs a last name, a company its name. */
export function createEntity(store: Store, type: string, given: Body): Rec {
  const external = given.externalId ?? null;
  if (external !== null && store.isTaken(type, external)) throw alreadyExists();
  if (type === 'contact') {
    if (!given.lastName && !given.firstName && !given.entityId) throw enterValue('Name');
    const entityId = given.entityId ?? [given.firstName, given.lastName].filter(Boolean).join(' ');
    const twin = store
      .ofType('contact')
      .some(({ body }) => body.entityId === entityId && body.company?.id === given.company?.id);
    if (twin) throw alreadyExists();
    return store.save({ type, external, body: { isInactive: false, ...given, entityId } });
  }
  const isPerson = given.isPerson === true;
  if (isPerson ? !given.lastName : !given.companyName) throw enterValue(isPerson ? 'Last Name' : 'Company Name');
  const entityId = given.entityId ?? `CUS${1000 + store.draw('number customer')}`;
  if (store.ofType('customer').some(({ body }) => body.entityId === entityId)) throw alreadyExists();
  const body: Body = {
    isInactive: false,
    creditHoldOverride: { id: 'AUTO' },
    currency: { id: '1' },
    ...given,
    isPerson,
    entityId,
  };
  return store.save({ type, external, body: { ...body, addressBook: addresses(store, body.addressBook) } });
}
export function changeEntity(store: Store, rec: Rec, changes: Body, replace: boolean): Rec {
  const external = changes.externalId ?? rec.external;
  if (external !== null && external.toLowerCase() !== rec.external?.toLowerCase() && store.isTaken(rec.type, external))
    throw alreadyExists();
  const { addressBook, ...rest } = changes;
  const body: Body = { ...rec.body, ...rest };
  if (addressBook !== undefined) {
    const kept = replace ? [] : ((rec.body.addressBook?.items ?? []) as Body[]);
    body.addressBook = addresses(store, { items: [...kept, ...addressBook.items] });
  }
  return store.save({ ...rec, external, body });
}
function addresses(store: Store, book: Body | undefined): Body {
  const items = ((book?.items ?? []) as Body[]).map((each) => {
    const id = each.id ?? store.draw('addresses');
    return {
      defaultBilling: false,
      defaultShipping: false,
      ...each,
      id,
      internalId: id,
      label: each.label ?? each.addressBookAddress?.addr1 ?? '',
    };
  });
  // One of each kind is the default: the last that says so.
  for (const kind of ['defaultBilling', 'defaultShipping'] as const) {
    const last = items.findLast((each) => each[kind] === true);
    for (const each of items) each[kind] = each === last;
  }
  return { items };
}
