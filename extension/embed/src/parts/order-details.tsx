import { orderFacts, orderLineTable, orderTag, useSurface } from '@backroom/panels';
import type { ErpOrder } from '@backroom/shared';
import { Facts } from './facts.tsx';
import { Status } from './states.tsx';
import { DataTable } from './table.tsx';

/** The order that the verdict names: where it stands, line by line. `promisedOn`: what the deal was promised, where the order names no day. */
export default function OrderDetails({ order, promisedOn }: { order: ErpOrder; promisedOn: string | null }) {
  const surface = useSurface();
  return (
    <div className="stack">
      <div>
        <Status {...orderTag(surface, order.status)} />
      </div>
      <Facts facts={orderFacts(surface, order, promisedOn)} />
      <DataTable label={surface.t('lines')} table={orderLineTable(surface, order)} />
    </div>
  );
}
