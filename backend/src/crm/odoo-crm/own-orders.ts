import type { OwnOrder, OwnOrders } from '../contract/index.ts';
import type { Place } from './places.ts';

type At = Pick<Place, 'url'>;
const hostOf = ({ url }: At): string => new URL(url).hostname;
/** Where the ERP is Odoo at this very address, Odoo makes the order from its own quotation: always, and nobody can say that it does not. */
export const ownOrdersOf = (place: At): readonly OwnOrders[] => [
  { key: 'odoo', name: 'Odoo', into: ['odoo'], host: hostOf(place), canBeOff: false },
];
/** A confirmed quotation is such an order. For another ERP it only says that the customer has accepted. */
export const ownOrderOf = (number: string | null, place: At): OwnOrder => ({
  ...{ by: 'Odoo', number, state: 'made', into: ['odoo'] },
  host: hostOf(place),
});
