import type { OwnOrder, OwnOrders } from '../contract/index.ts';
import type { Place } from './places.ts';

type At = Pick<Place, 'url' | 'database'>;
const whereOf = ({ url, database }: At) => ({ into: ['odoo'], host: new URL(url).hostname, database });
/** Where the ERP is this very database, Odoo makes the order from its own quotation: always, and nobody can say that it does not. */
export const ownOrdersOf = (place: At): readonly OwnOrders[] => [
  { key: 'odoo', name: 'Odoo', canBeOff: false, ...whereOf(place) },
];
/** A confirmed quotation is such an order. For another ERP it only says that the customer has accepted. */
export const ownOrderOf = (number: string | null, place: At): OwnOrder => ({
  ...{ by: 'Odoo', number, state: 'made' },
  ...whereOf(place),
});
