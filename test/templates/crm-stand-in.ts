import type { CompanySpec, DealSpec, LineSpec } from '@backroom/backend/crm/conformance/subject';
import type { WriteBack } from '@backroom/backend/crm/contract/index';
import { decimal, multiply, parseDecimal, type RecordRef, round, subtract } from '@backroom/shared';
import type { CompanyRow, DealRow, LineRow } from './crm/schemas.ts';

export const say = (status: number, body: unknown): Response => Response.json(body, { status });
const hundred = decimal('100');

function totalOf({ quantity, price, discountPercent = '0', discountAmount = '0' }: LineSpec): string | null {
  const [count, each, percent, off] = [quantity, price ?? '', discountPercent, discountAmount].map(parseDecimal);
  if (!count || !each || !percent || !off) return null;
  const unit = multiply(multiply(subtract(each, off), subtract(hundred, percent)), decimal('0.01'));
  return round(multiply(count, unit), 2);
}

/** What stands in for the vendor: its API over records in memory. */
export function openToyVendor() {
  const deals = new Map<string, DealRow & Record<string, unknown>>();
  const companies = new Map<string, CompanyRow & Record<string, unknown>>();
  const tables = { deals, companies };
  let last = 0;
  let granted = true;
  const nextId = () => String(++last);
  const lineOf = (spec: LineSpec): LineRow => ({
    id: nextId(),
    code: spec.code,
    name: spec.name,
    quantity: spec.quantity,
    price: spec.price,
    discountPercent: spec.discountPercent ?? null,
    discountAmount: spec.discountAmount ?? null,
    currency: spec.currency ?? null,
    total: totalOf(spec),
  });
  function company({ contactEmail, person: _, ...spec }: CompanySpec): CompanyRow {
    const empty = { domain: null, vatId: null, phone: null, street: null, postalCode: null, city: null, country: null };
    const contacts = contactEmail ? [{ id: nextId(), name: contactEmail, email: contactEmail }] : [];
    const row = { ...empty, ...spec, id: nextId(), customerNumber: null, contacts };
    companies.set(row.id, row);
    return row;
  }
  function deal({ name, currency, lines = [], quotes = [], ...spec }: DealSpec): string {
    const row: DealRow = {
      id: nextId(),
      name,
      currency,
      orderNumber: null,
      company: spec.company ? company(spec.company) : null,
      lines: lines.map(lineOf),
      quotes: quotes.map((quote, nth) => ({
        id: nextId(),
        number: `Q-${nth + 1}`,
        status: quote.status,
        currency: quote.currency ?? null,
        expiresOn: quote.expiresOn ?? null,
        lines: quote.lines.map(lineOf),
      })),
    };
    deals.set(row.id, row);
    return row.id;
  }
  async function fetch(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname === '/token')
      return granted
        ? say(200, { access_token: crypto.randomUUID(), expires_in: 600 })
        : say(400, { error: 'invalid_grant' });
    if (!granted) return say(401, { code: 'SESSION' });
    if (pathname === '/grant') {
      granted = false;
      return say(200, {});
    }
    const [, table = '', id = ''] = pathname.split('/');
    const row = table === 'deals' || table === 'companies' ? tables[table].get(id) : undefined;
    if (!row) return say(404, { code: 'NONE' });
    if (request.method === 'PATCH') Object.assign(row, await request.json());
    return say(200, row);
  }
  return {
    fetch,
    deal,
    company,
    stored({ type, id }: RecordRef, field: keyof WriteBack): string | null {
      const row = type === 'deal' ? deals.get(id) : companies.get(id);
      return (row?.[field === 'erpCustomerNumber' ? 'customerNumber' : field] ?? null) as string | null;
    },
  };
}
