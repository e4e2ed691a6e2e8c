import { add, type Decimal, decimal, isNegative, isZero, parseDecimal, subtract } from '@backroom/shared';
import { type CrmAdjustment, type CrmCall, CrmError, type CrmGap } from '../contract/index.ts';
import type { BatchReader } from './batch.ts';
import { type HubSpotClient, VERSION } from './client.ts';
import { isRecurring } from './lines.ts';
import type { LinkReader } from './links.ts';
import { quoteProperties } from './quotes.ts';
import { type HubSpotObject, objectSchema } from './schemas.ts';
import { isTrue, numberOf } from './values.ts';

/** What stands on a quote beside its lines is objects of their own; they count in this order, each kind by its sort order. */
const kinds = { discounts: 'discount', fees: 'fee', taxes: 'tax' } as const;
const types = Object.keys(kinds) as (keyof typeof kinds)[];
const properties = ['hs_label', 'hs_type', 'hs_value', 'hs_sort_order'];
const bySortOrder = (left: HubSpotObject, right: HubSpotObject) =>
  Number(left.properties.hs_sort_order ?? 0) - Number(right.properties.hs_sort_order ?? 0);

function toAdjustment(
  kind: CrmAdjustment['kind'],
  { id, properties: p }: HubSpotObject,
  gaps: CrmGap[],
): CrmAdjustment[] {
  const name = p.hs_label?.trim() || `${kind} ${id}`;
  const value = numberOf(p.hs_value, `${name}: hs_value`, null, []);
  if (value === null || isNegative(value) || (p.hs_type !== 'PERCENT' && p.hs_type !== 'FIXED')) {
    gaps.push({ kind: 'adjustment', what: name, lineId: null });
    return [];
  }
  return [
    { kind, name, percent: p.hs_type === 'PERCENT' ? value : null, amount: p.hs_type === 'FIXED' ? value : null },
  ];
}

/**
 * The quote's net total by HubSpot, where it can be told. `hs_quote_amount` is what is due at checkout or what the contract is worth, as the account
 * prefers; the two are the same where nothing recurs, is billed later or is left to the buyer. Whether taxes of lines are in it is not documented, and
 * a percentage of it cannot be taken out again to the cent: it is no check sum then.
 */
export function netTotal(
  quote: HubSpotObject,
  lines: readonly HubSpotObject[],
  adjustments: readonly CrmAdjustment[],
): Decimal | null {
  const amount = parseDecimal(quote.properties.hs_quote_amount ?? '');
  const charges = adjustments.filter(({ kind }) => kind !== 'discount');
  const plain = lines.every(
    ({ properties: p }) =>
      !isRecurring(p) &&
      !p.hs_billing_start_delay_type &&
      !isTrue(p.hs_is_optional) &&
      isZero(parseDecimal(p.hs_tax_amount ?? '') ?? decimal('0')),
  );
  if (amount === null || !plain || charges.some(({ percent }) => percent !== null && !isZero(percent))) return null;
  return subtract(amount, add(decimal('0'), ...charges.map((each) => each.amount ?? decimal('0'))));
}

/** `complete`: HubSpot said what there is beside lines. */
type OpenQuote = { quote: HubSpotObject; complete: boolean };
/** The ids of a quote's lines, and what lowers or raises their sum. */
type QuoteParts = { lineIds: string[]; adjustments: CrmAdjustment[]; gaps: CrmGap[] };

export function quotePartsReader(client: HubSpotClient, links: LinkReader, batch: BatchReader) {
  const get = (id: string, associations: readonly string[], call: CrmCall) =>
    client.request(
      'GET',
      `/crm/objects/${VERSION}/quotes/${id}?properties=${quoteProperties.join(',')}&associations=${associations.join(',')}`,
      undefined,
      objectSchema,
      call,
    );
  return {
    /** The quote with its own figures and the first page of what it is linked with. */
    async open(id: string, call: CrmCall): Promise<OpenQuote> {
      try {
        return { quote: await get(id, ['line_items', ...types], call), complete: true };
      } catch (error) {
        // An account in which these objects may not be read or are not known: its lines still can.
        if (!(error instanceof CrmError && error.kind === 'refused')) throw error;
        return { quote: await get(id, ['line_items'], call), complete: false };
      }
    },
    async parts({ quote, complete }: OpenQuote, call: CrmCall): Promise<QuoteParts> {
      const lineIds = (await links.of('quotes', quote, 'line_items', call)).map((each) => each.id);
      const gaps: CrmGap[] = [];
      const adjustments: CrmAdjustment[] = [];
      for (const type of complete ? types : []) {
        const ids = (await links.of('quotes', quote, type, call)).map((each) => each.id);
        const found = await batch(type, ids, properties, call);
        gaps.push(...found.gaps);
        for (const each of found.objects.sort(bySortOrder)) adjustments.push(...toAdjustment(kinds[type], each, gaps));
      }
      return { lineIds, adjustments, gaps };
    },
  };
}
