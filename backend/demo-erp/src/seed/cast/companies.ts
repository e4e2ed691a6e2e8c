import { type Country, customers } from './customers.ts';

export type CastCompany = {
  id: string;
  customer: string | null;
  name: string;
  domain: string;
  vatId: string | null;
  city: string;
  country: Country;
  linked: boolean;
};

/** Companies of the CRM. Most are linked to their ERP customer; 7006 to 7008 are not, each in its own way. */
export const companies: readonly CastCompany[] = Array.from({ length: 16 }, (_, index) => {
  const customer = customers[index];
  if (!customer) throw new Error('the cast has too few customers');
  const base = {
    id: String(7001 + index),
    customer: customer.number,
    name: customer.name,
    domain: customer.email.split('@')[1] ?? '',
    vatId: customer.vatId,
    city: customer.city,
    country: customer.country,
    linked: true,
  };
  if (base.id === '7006') return { ...base, name: 'Hafenlogistik Weser', linked: false };
  if (base.id === '7007')
    return {
      ...base,
      customer: null,
      name: 'Müller Metallbau',
      domain: 'mueller-metall.example',
      vatId: null,
      linked: false,
    };
  if (base.id === '7008')
    return {
      id: '7008',
      customer: null,
      name: 'Quellwasser Genossenschaft eG',
      domain: 'quellwasser.example',
      vatId: 'DE299123456',
      city: 'Freiburg',
      country: 'DE',
      linked: false,
    };
  return base;
});
