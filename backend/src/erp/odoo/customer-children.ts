import { z } from 'zod';
import { ErpError } from '../contract/errors.ts';
import type { NewCustomer } from '../contract/schemas.ts';
import { externalId } from './load.ts';
import type { Session } from './session.ts';

type Cells = Readonly<Record<string, string>>;
const filled = (cells: Readonly<Record<string, string | null>>): Cells =>
  Object.fromEntries(Object.entries(cells).filter((entry): entry is [string, string] => Boolean(entry[1])));

/** The installed language of that ISO code. Odoo shows a customer documents in no other. */
export async function languageOf(session: Session, language: string | undefined, signal: AbortSignal): Promise<Cells> {
  if (language === undefined) return {};
  const rows = await session.ask(z.array(z.object({ code: z.string() })), {
    model: 'res.lang',
    method: 'search_read',
    args: { domain: [['code', '=like', `${language}%`]], fields: ['code'], order: 'code' },
    signal,
  });
  const found = rows.find(({ code }) => code === `${language}_${language.toUpperCase()}`) ?? rows[0];
  return found ? { lang: found.code } : {};
}

/** People and the delivery address are partners below the customer. */
export async function childrenOf(
  session: Session,
  { reference, contacts = [], deliverTo }: NewCustomer,
  signal: AbortSignal,
): Promise<Cells[]> {
  const people = contacts.map(({ name, role, email, phone }, index) =>
    filled({
      id: externalId(`contact_${reference}_${index + 1}`),
      type: 'contact',
      name,
      function: role,
      email,
      phone,
    }),
  );
  if (!deliverTo) return people;
  const { name, street, postalCode, city, country } = deliverTo;
  const countries = await session.ask(z.array(z.object({ id: z.number().int() })), {
    model: 'res.country',
    method: 'search_read',
    args: { domain: [['code', '=', country ?? '']], fields: ['id'] },
    signal,
  });
  if (country && !countries[0])
    throw new ErpError('refused', `no country ${country}`, {
      field: 'deliverTo.country',
      words: `Odoo knows no country "${country}".`,
    });
  const place = filled({
    id: externalId(`delivery_${reference}`),
    type: 'delivery',
    name,
    street,
    zip: postalCode,
    city,
    'country_id/.id': countries[0] ? String(countries[0].id) : null,
  });
  return [...people, place];
}

/** Rows for `load`: the customer with its first child, then one row for each further child. */
export function withChildren(head: readonly (readonly [string, string])[], children: readonly Cells[]) {
  const columns = [...new Set(children.flatMap((child) => Object.keys(child)))];
  const cells = (child: Cells | undefined) => columns.map((name) => child?.[name] ?? '');
  const [first, ...rest] = children;
  return {
    fields: [...head.map(([name]) => name), ...columns.map((name) => `child_ids/${name}`)],
    data: [
      [...head.map(([, value]) => value), ...cells(first)],
      ...rest.map((child) => [...head.map(() => ''), ...cells(child)]),
    ],
  };
}
