import type { Trace } from '../cache/trace.ts';
import type { CrmRecord } from '../crm/contract/index.ts';
import type { Stamp } from '../store/changes.ts';
import type { Services } from './context.ts';

/** The stamp of a record, and until when it counts. Undefined for one that is remembered nowhere. */
export type StampOfRecord = (record: CrmRecord) => { stamp: Stamp; until: number } | undefined;

/** Every function of the object, followed while it runs. */
function followed<Part extends object>(part: Part, trace: Trace, onCall: (name: string) => void = () => {}): Part {
  return new Proxy(part, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value === 'function')
        return (...input: unknown[]) => {
          onCall(String(name));
          return trace.during(value.apply(target, input));
        };
      return typeof value === 'object' && value !== null ? followed(value, trace, onCall) : value;
    },
  });
}

/**
 * The services with a note of everything that an answer takes from them. Our own tables are under the account's stamp, records and figures have their
 * own, and sales of other accounts are under the stamp of all accounts. An ERP call past the cache has no stamp and ends the trace. Rights are checked for
 * each request.
 */
export function traced(
  shared: Services,
  trace: Trace,
  stampOf: StampOfRecord,
  stampOfAny: () => Stamp | null,
): Services {
  const { figures, links, submissions } = shared;
  const own = <Part extends object>(part: Part): Part => followed(part, trace);
  return {
    accounts: own(shared.accounts),
    links: { ...own(links), of: (connection) => own(links.of(connection)) },
    identity: own(shared.identity),
    quoteChoices: own(shared.quoteChoices),
    orderEntries: own(shared.orderEntries),
    // Previews are not remembered: an approval is asked for each time.
    approvals: followed(shared.approvals, trace, () => trace.stop()),
    leftToPerson: (account, deal) => trace.during(shared.leftToPerson(account, deal)),
    submissions: followed(submissions, trace, (name) => name === 'twins' && trace.add(stampOfAny())),
    figures: { ...own(figures), get: (ask) => trace.during(figures.get({ ...ask, trace: trace.figures })) },
    async erpFor(account, connection) {
      const adapter = await trace.during(shared.erpFor(account, connection));
      // Capabilities are remembered with the connection.
      return followed(adapter, trace, (name) => name !== 'describe' && trace.stop());
    },
    async recordFor(account, ref, age) {
      const record = await trace.during(shared.recordFor(account, ref, age));
      const known = stampOf(record);
      trace.add(known?.stamp, known?.until);
      return record;
    },
    requireView: shared.requireView,
    crmNames: shared.crmNames,
    async ownOrders(account) {
      // It changes without an announcement.
      trace.stop();
      return shared.ownOrders(account);
    },
    previews: shared.previews,
    companyUsed: shared.companyUsed,
    note: shared.note,
    // What is foreseen counts once it is read.
    foresee: shared.foresee,
    now: shared.now,
  };
}
