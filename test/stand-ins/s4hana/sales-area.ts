import type { Row, Store } from './database.ts';
import { refused } from './errors.ts';
import type { Sale } from './pricing.ts';

/** Sales areas that exist in this system: organization, channel, division. */
const areas = new Set(['1010/10/00', '1020/10/00']);
const text = (value: unknown) => String(value ?? '');

/** The sales area of a document, checked; its parts are all demanded. */
function areaOf(row: Row): { organization: string; channel: string; division: string } {
  const { SalesOrganization = '', DistributionChannel = '', OrganizationDivision = '' } = row;
  for (const [name, value, words] of [
    [
      'SalesOrganization',
      SalesOrganization,
      { EN: 'Enter a sales organization', DE: 'Geben Sie eine Verkaufsorganisation ein' },
    ],
    [
      'DistributionChannel',
      DistributionChannel,
      { EN: 'Enter a distribution channel', DE: 'Geben Sie einen Vertriebsweg ein' },
    ],
    ['OrganizationDivision', OrganizationDivision, { EN: 'Enter a division', DE: 'Geben Sie eine Sparte ein' }],
  ] as const)
    if (value === '') throw refused('V1/010', words, name);
  const area = `${SalesOrganization}/${DistributionChannel}/${OrganizationDivision}`;
  if (!areas.has(area))
    throw refused('VD/006', {
      EN: `Sales area ${area.replaceAll('/', ' ')} is not defined`,
      DE: `Vertriebsbereich ${area.replaceAll('/', ' ')} ist nicht vorgesehen`,
      TR: `${area.replaceAll('/', ' ')} satış alanı tanımlı değil`,
    });
  return {
    organization: text(SalesOrganization),
    channel: text(DistributionChannel),
    division: text(OrganizationDivision),
  };
}
/** The customer with its data in this sales area. */
export function buyerOf(store: Store, row: Row): { customer: Row; area: Row } {
  const { organization, channel, division } = areaOf(row);
  const number = text(row.SoldToParty);
  if (number === '')
    throw refused('V1/301', { EN: 'Enter sold-to party', DE: 'Geben Sie einen Auftraggeber ein' }, 'SoldToParty');
  const customer = store.get('A_Customer', { Customer: number });
  if (!customer)
    throw refused('VP/200', {
      EN: `Customer ${number} does not exist`,
      DE: `Der Kunde ${number} ist nicht vorhanden`,
      TR: `${number} müşterisi mevcut değil`,
    });
  const keys = { Customer: number, SalesOrganization: organization, DistributionChannel: channel, Division: division };
  const area = store.get('A_CustomerSalesArea', keys);
  if (!area)
    throw refused('V1/310', {
      EN: `Sold-to party ${number} is not maintained for sales area ${organization} ${channel} ${division}`,
      DE: `Auftraggeber ${number} ist für den Vertriebsbereich ${organization} ${channel} ${division} nicht gepflegt`,
    });
  if (text(customer.OrderIsBlockedForCustomer) !== '' || text(area.OrderIsBlockedForCustomer) !== '')
    throw refused('V1/337', {
      EN: `Customer ${number} is blocked for sales documents`,
      DE: `Kunde ${number} ist für Verkaufsbelege gesperrt`,
      TR: `${number} müşterisi satış belgeleri için blokeli`,
    });
  return { customer, area };
}
function isTaxable(store: Store, area: Row): boolean {
  const { Customer = '', SalesOrganization = '', DistributionChannel = '', Division = '' } = area;
  const tax = store.get('A_CustomerSalesAreaTax', { Customer, SalesOrganization, DistributionChannel, Division });
  return tax?.CustomerTaxClassification !== '0';
}
export function saleOf(store: Store, head: Row, area: Row, day: string, manual: Sale['manual']): Sale {
  return {
    ...{
      customer: text(head.SoldToParty),
      organization: text(head.SalesOrganization),
      channel: text(head.DistributionChannel),
    },
    ...{ priceList: text(head.PriceListType || area.PriceListType), currency: text(head.TransactionCurrency) },
    ...{ day: day.slice(0, 10), taxable: isTaxable(store, area), manual },
  };
}
/** A product as this sales area sells it. */
export function soldProduct(store: Store, head: Row, material: string): { product: Row; sales: Row; text: string } {
  const product = store.get('A_Product', { Product: material });
  if (!product || product.IsMarkedForDeletion === 1)
    throw refused('M3/305', {
      EN: `Material ${material} does not exist or is not activated`,
      DE: `Das Material ${material} ist nicht vorhanden oder nicht aktiviert`,
      TR: `${material} malzemesi mevcut değil`,
    });
  const { SalesOrganization = '', DistributionChannel = '' } = head;
  const sales = store.get('A_ProductSalesDelivery', {
    Product: material,
    ProductSalesOrg: SalesOrganization,
    ProductDistributionChnl: DistributionChannel,
  });
  if (!sales)
    throw refused('V1/384', {
      EN: `Material ${material} is not defined for sales org.${SalesOrganization}, distr.chan.${DistributionChannel}`,
      DE: `Material ${material} ist für VkOrg ${SalesOrganization}, VtWeg ${DistributionChannel} nicht angelegt`,
    });
  if (product.CrossPlantStatus === '01' || sales.ProductSalesStatus === '01')
    throw refused('V1/027', {
      EN: `Material ${material} has status "Blocked": it cannot be ordered`,
      DE: `Material ${material} hat den Status "Gesperrt": es kann nicht bestellt werden`,
    });
  const description = store.get('A_ProductDescription', { Product: material, Language: 'DE' });
  return { product, sales, text: text(description?.ProductDescription) };
}
