import type { Body, Store } from './database.ts';
import type { User } from './tokens.ts';

type Business = { id: string; name: string; store: Store };
/** What a user can see: requests without `X-Business` are about the lead business, which is another one than the tests'. */
export function openBusinesses(all: readonly [lead: Business, ...Business[]]) {
  const [lead] = all;
  return {
    all,
    of: (id: string | undefined): Business | null =>
      (id === undefined || id === 'lead' ? lead : all.find((each) => each.id === id)) ?? null,
  };
}
export type Businesses = ReturnType<typeof openBusinesses>;

const created = '2024-02-01T09:00:00Z';
const plan = {
  ...{ id: 'ACCOUNTING', displayed_as: 'Accounting', active: true, status: 'paying', accountant_pays: false },
  ...{ created_at: created, updated_at: created },
};
const shown = ({ id, name }: Business): Body => ({
  ...{ id, displayed_as: name, $path: `/businesses/${id}`, created_at: created, updated_at: created, name },
  ...{ address_line_1: '1 Custom House Quay', address_line_2: '', city: 'Dublin', postal_code: 'D01 AA11' },
  country: { id: 'IE', displayed_as: 'Ireland (IE)' },
  ...{ region: '', telephone: '', mobile: '', website: '', is_demo: false, ni_based: false, subscriptions: [plan] },
});
/** The list of businesses, or one of them; null where there is none. */
export function businessesFor({ all, of }: Businesses, id: string | undefined): Body | null {
  if (id !== undefined) {
    const found = of(id);
    return found ? shown(found) : null;
  }
  return {
    ...{ $total: all.length, $page: 1, $next: null, $back: null, $items_per_page: 2_147_483_647 },
    $items: all.map((each) => ({ displayed_as: each.name, id: each.id, $path: `/businesses/${each.id}` })),
  };
}
export const userFor = ({ id }: User): Body => ({
  ...{ id, displayed_as: `${id}@backroom.example`, created_at: created, updated_at: created },
  ...{ first_name: 'Orla', last_name: 'Byrne', initials: 'OB', email: `${id}@backroom.example`, locale: 'en' },
});
