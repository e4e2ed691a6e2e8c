import type { AccountId, RecordRef, Submission } from '@backroom/shared';
import { mappedWish } from '../../accounts/mapped-wish.ts';
import type { CrmDeal, CrmRecord, RecordWish } from '../../crm/contract/index.ts';
import type { ErpAdapter } from '../../erp/contract/adapter.ts';
import type { FieldRecord } from '../../erp/contract/fields.ts';
import type { Connection } from '../../store/connections.ts';
import type { Link } from '../../store/links.ts';
import type { Mapping } from '../../store/mapping.ts';

export type SampleParts = {
  /** Reads the record past every cache, with these fields of it. */
  crmRecord: (account: AccountId, ref: RecordRef, wish: RecordWish) => Promise<CrmRecord>;
  /** The id of a deal in what a person has typed, which may be its address in the CRM. */
  dealIdIn: (account: AccountId, typed: string) => Promise<string>;
  /** Ids of the deals that the CRM says were sold, the newest first; none where it has no such list. */
  soldDeals: (account: AccountId) => Promise<readonly string[]>;
  erpFor: (account: AccountId, connection?: string) => Promise<ErpAdapter>;
  linkOf: (account: AccountId, connection: string, company: RecordRef) => Promise<Link | null>;
  submissions: {
    listForRecord: (
      account: AccountId,
      ref: RecordRef,
    ) => Promise<readonly Pick<Submission, 'kind' | 'state' | 'erpNumber'>[]>;
  };
};
/** A real record, with what its fields hold on both sides. */
export type Sample = {
  deal: CrmDeal;
  /** Of the ERP's order and customer; null where there is none, or it does not answer. */
  erp: Readonly<Record<FieldRecord, { name: string; values: Readonly<Record<string, string | null>> } | null>>;
};
const CALL_MS = 8000;
const call = () => ({ signal: AbortSignal.timeout(CALL_MS) });
/** Deals that are looked at for the values that are really used. */
const LOOKED_AT = 8;

/** Deals of the CRM as this mapping reads them: the one that is asked for, else the newest that were sold. */
export async function dealsOf(
  parts: SampleParts,
  account: AccountId,
  connection: Connection,
  { mapping, id, most = LOOKED_AT }: { mapping: Mapping; id?: string | null; most?: number },
): Promise<CrmDeal[]> {
  const wish = mappedWish([{ ...connection, options: { ...connection.options, mapping } }]);
  const ids = id ? [id] : (await parts.soldDeals(account).catch(() => [])).slice(0, most);
  const read = (each: string) => parts.crmRecord(account, { type: 'deal', id: each }, wish);
  const found = await Promise.all(ids.map((each) => (id ? read(each) : read(each).catch(() => null))));
  return found.flatMap((record) => (record?.type === 'deal' ? [record] : []));
}

async function erpValues(erp: ErpAdapter, record: FieldRecord, id: string, { toCrm }: Mapping) {
  const names = [...new Set(toCrm.flatMap((each) => (each.record === record ? [each.erp] : [])))];
  if (names.length === 0 || !erp.fields) return {};
  return (await erp.fields.read({ record, ids: [id], names }, call())).results[0] ?? {};
}
export async function sampleOf(
  parts: SampleParts,
  account: AccountId,
  connection: Connection,
  asked: { mapping: Mapping; id?: string | null },
): Promise<Sample | null> {
  const [deal] = await dealsOf(parts, account, connection, { ...asked, most: 1 });
  if (!deal) return null;
  const { mapping } = asked;
  const customer = async () => {
    const ref = deal.company && ({ type: 'company', id: deal.company.id } as const);
    const link = ref && (await parts.linkOf(account, connection.id, ref));
    if (!link) return null;
    const erp = await parts.erpFor(account, connection.id);
    return { name: link.customer.number, values: await erpValues(erp, 'customer', link.customer.id, mapping) };
  };
  const order = async () => {
    const written = await parts.submissions.listForRecord(account, { type: 'deal', id: deal.id });
    const number =
      written.find(({ kind, state }) => kind === 'order' && state === 'confirmed')?.erpNumber ?? deal.orderNumber;
    if (!number) return null;
    const erp = await parts.erpFor(account, connection.id);
    const found = (await erp.orders?.findByNumber({ numbers: [number] }, call()))?.results[0];
    return found ? { name: found.number, values: await erpValues(erp, 'order', found.id, mapping) } : null;
  };
  const [ofCustomer, ofOrder] = await Promise.all([customer().catch(() => null), order().catch(() => null)]);
  return { deal, erp: { customer: ofCustomer, order: ofOrder } };
}
