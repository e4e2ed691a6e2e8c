import type { Pipedrive } from '../service.ts';

const pump = { code: 'PUMP-40', name: 'Pump 40', quantity: '4', price: '504.50' };
const valve = { code: 'VALVE-2', name: 'Valve, two inches', quantity: '12', price: '18.90' };
const nordwind = {
  ...{ name: 'Nordwind Maschinenbau GmbH', domain: 'nordwind.example', vatId: 'DE811000000' },
  ...{ street: 'Hauptstraße 3', postalCode: '20095', city: 'Hamburg', country: 'DE' },
  ...{ phone: '+49 40 1234', contactEmail: 'alex@nordwind.example' },
};
const deal = { currency: 'EUR', company: nordwind };

/** Deals that a page of Pipedrive may show, each with a manner of its own; their ids by what is special. */
export function cast({ desk }: Pipedrive) {
  const [, rep] = desk.users;
  const plain = desk.deal({ ...deal, name: 'Pumps and valves', lines: [pump, valve] });
  const won = desk.deal({ ...deal, name: 'Won', lines: [pump], wonOn: '2026-11-20' });
  const discounts = desk.deal({
    ...{ ...deal, name: 'Discounts on lines and on the whole' },
    lines: [
      { ...pump, discountPercent: '12.5' },
      { ...valve, discountAmount: '1.90' },
    ],
  });
  desk.discount(discounts, 'Framework agreement', { percent: '10' });
  const inclusive = desk.deal({ ...deal, name: 'Prices that hold the tax', lines: [pump] });
  for (const line of desk.linesOf(inclusive))
    desk.changeLine(line, { price: '119', tax: '19', tax_method: 'inclusive' });
  const disabled = desk.deal({ ...deal, name: 'A line that is switched off', lines: [pump, valve] });
  desk.changeLine(desk.linesOf(disabled)[1] ?? 0, { is_enabled: false });
  const recurring = desk.deal({ ...deal, name: 'Monthly', lines: [{ ...valve, price: '118', payments: 12 }] });
  const instalments = desk.deal({ ...deal, name: 'Paid in instalments', lines: [pump] });
  desk.installment(instalments, '1009.00', '2026-12-15');
  desk.installment(instalments, '1009.00', '2027-01-15');
  const many = desk.deal({
    ...{ ...deal, name: 'More lines than a page' },
    lines: Array.from({ length: 620 }, (_, nth) => ({ ...valve, code: `V-${nth}`, name: `Valve ${nth}` })),
  });
  const person = desk.deal({
    ...{ name: 'A person, no organisation', currency: 'EUR', lines: [pump] },
    company: { name: 'Alex Moreau', person: true, contactEmail: 'alex@moreau.example' },
  });
  const foreign = desk.deal({ ...deal, currency: 'USD', name: 'In dollars', lines: [pump] });
  const bare = desk.deal({ name: 'Nothing on it', currency: 'EUR' });
  const archived = desk.deal({ ...deal, name: 'Archived', lines: [pump], wonOn: '2026-10-02' });
  desk.archive(archived);
  const deleted = desk.deal({ ...deal, name: 'Deleted', lines: [pump] });
  desk.remove('deal', deleted);
  const [kept, lost] = ['Survivor', 'Merged away'].map((name) => desk.deal({ ...deal, name, lines: [pump] }));
  desk.merge('deal', kept ?? 0, lost ?? 0);
  const denied = desk.deal({ ...deal, name: 'Not for everybody', lines: [pump] });
  desk.deny(rep?.id ?? 0, 'deal', denied);
  return {
    ...{ plain, won, discounts, inclusive, disabled, recurring, instalments, many, person, foreign, bare },
    ...{ archived, deleted, kept: kept ?? 0, lost: lost ?? 0, denied },
  };
}
