import { z } from 'zod';
import type { NewCustomer } from '../contract/schemas.ts';
import { vatIdOf } from '../kit/vat.ts';
import type { Call, TrytonClient } from './client.ts';
import { refused } from './support.ts';

/** Members of the EU: their VAT numbers have a type, and a check, of their own. */
const eu = new Set('AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '));

/** The language of that code; null where Tryton does not speak it. */
export async function languageIdOf(client: TrytonClient, code: string, call: Call): Promise<number | null> {
  const asked = { domain: [['code', '=', code]], fields: ['code'], row: z.object({ id: z.number() }) };
  return (await client.search('ir.lang', asked, call))[0]?.id ?? null;
}
export async function countryIdOf(client: TrytonClient, code: string, call: Call): Promise<number> {
  const row = z.object({ id: z.number() });
  const [found] = await client.search(
    'country.country',
    { domain: [['code', '=', code.toUpperCase()]], fields: ['code'], row },
    call,
  );
  if (!found) throw refused('country', `Tryton has no country ${code}.`);
  return found.id;
}

/** Tryton's own records that a new party refers to. */
export type PartyLinks = { country: number | null; deliveryCountry: number | null; language: number | null };
export function partyValues(input: NewCustomer, { country, deliveryCountry, language }: PartyLinks) {
  const { deliverTo, contacts = [] } = input;
  // Tryton keeps ways to reach people, each with the person's name.
  const people = contacts.flatMap(({ name, role, email, phone }) => {
    const who = role ? `${name} (${role})` : name;
    return [
      ...(email && email !== input.email ? [{ type: 'email', value: email, name: who }] : []),
      ...(phone && phone !== input.phone ? [{ type: 'phone', value: phone, name: who }] : []),
    ];
  });
  const mechanisms = [
    ...people,
    ...(input.email ? [{ type: 'email', value: input.email }] : []),
    ...(input.phone ? [{ type: 'phone', value: input.phone }] : []),
  ];
  return {
    name: input.name,
    identifiers: [
      [
        'create',
        [
          ...vatIdentifier(input),
          ...(input.registrationNumber ? [{ type: null, code: input.registrationNumber }] : []),
          { type: null, code: input.reference },
        ],
      ],
    ],
    ...(language === null ? {} : { lang: language }),
    // Without an address nothing can be sold to it, however little of one is known.
    addresses: [
      [
        'create',
        [
          { street: input.street, postal_code: input.postalCode, city: input.city, country },
          ...(deliverTo
            ? [
                {
                  party_name: deliverTo.name,
                  street: deliverTo.street,
                  postal_code: deliverTo.postalCode,
                  city: deliverTo.city,
                  country: deliveryCountry,
                  delivery: true,
                },
              ]
            : []),
        ],
      ],
    ],
    ...(mechanisms.length > 0 ? { contact_mechanisms: [['create', mechanisms]] } : {}),
  };
}
function vatIdentifier({ vatId, country }: NewCustomer) {
  if (vatId === null || vatId.trim() === '') return [];
  const id = vatIdOf(vatId, country);
  if (!id?.country) return [{ type: null, code: vatId.trim() }];
  // Greece is EL on a VAT number.
  const prefix = id.country === 'GR' ? 'EL' : id.country === 'CH' ? 'CHE' : id.country;
  return [{ type: eu.has(id.country) ? 'eu_vat' : null, code: `${prefix}${id.national}` }];
}
