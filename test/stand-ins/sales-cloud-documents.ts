/** Documents in the shape of SAP's services, written by hand, and a tenant that gives just these. */
export const OPPORTUNITY = '6f5d0000-0000-4000-8000-0000000000a1';
export const ACCOUNT = '6f5d0000-0000-4000-8000-0000000000b1';
export const WORKS = '6f5d0000-0000-4000-8000-0000000000b2';
export const QUOTE = '6f5d0000-0000-4000-8000-0000000000c1';
export const OTHER_QUOTE = '6f5d0000-0000-4000-8000-0000000000c2';
export const PUMP = '6f5d0000-0000-4000-8000-0000000000d1';
type Json = Record<string, unknown>;
export const money = (content: number, currencyCode = 'EUR') => ({ content, currencyCode });
export const quantity = (content: number, uomCode = 'EA') => ({ content, uomCode });
export const totals = (net: number, count: number, price: number, per = 1, unit = 'EA') => ({
  netAmount: money(net),
  requestedQuantity: quantity(count, unit),
  netPrice: { amount: money(price), baseQuantity: quantity(per, unit) },
});
export const element = (categoryCode: string, netValue: string, more: Json = {}): Json => ({
  ...{ conditionType: `Z${categoryCode.slice(0, 3)}`, categoryCode, netValue, netCurrency: 'EUR', isEffective: true },
  ...more,
});
/** Four pumps of 504.50. */
export const pump = (more: Json = {}): Json => ({
  ...{ id: PUMP, displayId: '10', typeCode: 'PRODUCT', description: 'Pump 40', totalValues: totals(2018, 4, 504.5) },
  productData: { productId: '6f5d0000-0000-4000-8000-0000000000e1', productDisplayId: 'PUMP-40' },
  ...more,
});
export const quote = (more: Json = {}): Json => ({
  ...{ id: QUOTE, displayId: '4711', lifeCycleStatus: 'COMPLETED', progressStatus: 'WON' },
  ...{ pricingStatus: 'CALCULATED_SUCCESSFULLY', consistencyStatus: 'CONSISTENT', transferStatus: 'NOT_STARTED' },
  account: { partyId: ACCOUNT, partyName: 'Hafen Technik GmbH' },
  businessTerms: { currency: 'EUR' },
  totalValues: { netAmount: money(2018), taxAmount: money(383.42), grossAmount: money(2401.42) },
  items: [pump()],
  relatedObjects: [{ objectId: OPPORTUNITY, type: 'OPPORTUNITY', role: 'PREDECESSOR' }],
  adminData: { createdOn: '2026-11-20T08:00:00.000Z', updatedOn: '2026-11-20T09:00:00.000Z' },
  ...more,
});
const address = (streetName: string, houseId: string, postalCode: string, cityName: string) => ({
  defaultAddress: { streetName, houseId, postalCode, cityName, country: 'DE' },
});

/** `given`: which of its quotes a list gives, whatever it counts. */
export function documents() {
  const rows: { quotes: Json[]; opportunity: Json; accounts: Json[] } = {
    quotes: [quote()],
    opportunity: {
      ...{ id: OPPORTUNITY, displayId: '900', name: 'Pumps', account: { id: ACCOUNT, name: 'Hafen Technik GmbH' } },
      ...{ totalExpectedNetAmount: money(2018), extensions: { BackroomOrderNumber: null } },
    },
    accounts: [
      {
        id: ACCOUNT,
        displayId: '100',
        formattedName: 'Hafen Technik GmbH',
        ...address('Kai', '7', '20457', 'Hamburg'),
      },
      { id: WORKS, formattedName: 'Hafen Technik Werk 2', ...address('Am Deich', '1', '27568', 'Bremerhaven') },
    ],
  };
  const asked: string[] = [];
  const world = {
    rows,
    asked,
    given: null as ((quotes: Json[], skip: number) => Json[]) | null,
    /** One won quote of these items. */
    sells(items: Json[], net: number, more: Json = {}): void {
      rows.quotes = [quote({ items, totalValues: { netAmount: money(net) }, ...more })];
    },
    fetch(request: Request): Response {
      const { pathname, search, searchParams } = new URL(request.url);
      asked.push(`${pathname}${search}`);
      const [, service = '', id] = /\/api\/v1\/[\w-]+\/(\w+)(?:\/([\w-]+))?$/.exec(pathname) ?? [];
      const { quotes, opportunity, accounts } = rows;
      const tables: Record<string, Json[]> = { salesQuotes: quotes, accounts, opportunities: [opportunity] };
      const table = tables[service] ?? [];
      const skip = Number(searchParams.get('$skip') ?? 0);
      const isGiven = service === 'salesQuotes' && world.given;
      if (!id) return Response.json({ value: isGiven ? isGiven(table, skip) : table, count: table.length });
      const row = table.find((each) => each.id === id);
      return row
        ? Response.json({ value: row })
        : Response.json({ error: { code: 'x.1', message: 'Not there' } }, { status: 404 });
    },
  };
  return world;
}
