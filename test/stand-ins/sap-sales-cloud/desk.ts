import { decimal, multiply } from '@backroom/shared';
import { num } from '../numbers.ts';
import type { EntityName } from './metadata.ts';
import type { Money } from './pricing.ts';
import type { Tenant } from './tenant.ts';

/** What people of the tenant do on its pages; they may put what the service refuses. */
export function openDesk(tenant: Tenant, tenantId: string) {
  const { tables, rowOf, change } = tenant;
  const quotesOf = (opportunity: string): string[] =>
    [...tables.salesQuote.values()]
      .filter(({ relatedObjects }) =>
        (relatedObjects as { objectId: string }[]).some(({ objectId }) => objectId === opportunity),
      )
      .map(({ id }) => id);
  return {
    quotesOf,
    get: (entity: EntityName, id: string) => tables[entity].get(id) ?? null,
    change: (entity: EntityName, id: string, fields: Record<string, unknown>) => void change(entity, id, fields),
    changeItem(quote: string, item: number, fields: Record<string, unknown>): void {
      const items = rowOf('salesQuote', quote).items as object[];
      change('salesQuote', quote, { items: items.map((each, nth) => (nth === item ? { ...each, ...fields } : each)) });
    },
    /** The price of this item is that of so many units: a net price of SAP's often is. */
    pricePer(quote: string, item: number, units: string): void {
      const items = rowOf('salesQuote', quote).items as { totalValues: Record<string, unknown> }[];
      const totalValues = items[item]?.totalValues ?? {};
      const { amount, baseQuantity } = totalValues.netPrice as { amount: Money; baseQuantity: object };
      const content = num(multiply(decimal(amount.content.text), decimal(units)));
      const netPrice = { amount: { ...amount, content }, baseQuantity: { ...baseQuantity, content: num(units) } };
      this.changeItem(quote, item, { totalValues: { ...totalValues, netPrice } });
    },
    remove: (entity: EntityName, id: string) => void tables[entity].delete(id),
    win: (opportunity: string, day: string) =>
      void change('opportunity', opportunity, { lifeCycleStatus: 'WON', statusDescription: 'Won', closeDate: day }),
    /** The next version is a document of its own, and the one before it is inactive. */
    newVersion(quote: string): string {
      const { id: _, adminData: __, displayId, ...fields } = rowOf('salesQuote', quote);
      change('salesQuote', quote, { lifeCycleStatus: 'INACTIVE_VERSION', isPrimary: false });
      const shared = tenant.settings.versionsShareId ? { displayId } : {};
      return tenant.add('salesQuote', {
        ...fields,
        ...shared,
        lifeCycleStatus: 'OPEN',
        progressStatus: 'OPEN',
        isPrimary: true,
      }).id;
    },
    /** SAP's own replication sends the quote to the ERP, or has done so. */
    replicate(quote: string, by: 'transfer' | 'order_request' | 'external_id', state = 'IN_PROCESS'): void {
      const told = {
        transfer: { transferStatus: state },
        order_request: { externalSalesOrderRequestStatus: state },
        external_id: { externalId: { displayId: '4711', communicationSystemDisplayId: 'S4H' } },
      };
      change('salesQuote', quote, told[by]);
    },
    ...{ extend: tenant.extend, retract: tenant.retract, lock: tenant.lock, hide: tenant.hide },
    /** What the record's own field holds, as text; an amount without its currency. */
    stored(entity: EntityName, id: string, name: string): string | null {
      const value = (rowOf(entity, id).extensions as Record<string, unknown>)[name] ?? null;
      if (value === null) return null;
      const { content } = value as { content?: unknown };
      // A number keeps its digits.
      return typeof value === 'object' ? JSON.stringify(content ?? value) : String(value);
    },
    /** The body of an event notification, which nobody signs. The name is what the administrator gave the event. */
    eventOf(name: string, entity: EntityName, id: string, isDeleted = false): object {
      const row = tables[entity].get(id);
      const image = row ? tenant.shown(entity, row) : null;
      return {
        ...{ id: crypto.randomUUID(), specversion: '0.2', type: `sap.crm.custom.event.${name}`, source: tenantId },
        ...{ subject: id, time: new Date(tenant.now()).toISOString() },
        data: {
          ...{ beforeImage: image, currentImage: isDeleted ? null : image },
          dataContext: { requestedByUser: tenant.admin.id, requestProcessedOn: new Date(tenant.now()).toISOString() },
        },
      };
    },
  };
}
