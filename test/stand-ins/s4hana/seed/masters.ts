import { dateOf } from '../amounts.ts';
import type { Row, Store } from '../database.ts';
import {
  customerMaterials,
  customerPrices,
  listPrices,
  type SeedCustomer,
  type SeedProduct,
  seedCustomers,
  seedProducts,
} from './cast.ts';

const FOREVER = '9999-12-31T00:00:00';
const since = dateOf('2020-01-01');
const area = (other = false) => ({
  SalesOrganization: other ? '1020' : '1010',
  DistributionChannel: '10',
  Division: '00',
});

export function masters(store: Store): void {
  for (const [code, days] of [
    ['0001', 0],
    ['NT14', 14],
    ['NT30', 30],
  ] as const)
    store.run('insert into terms values (?, ?)', code, days);
  for (const [code, rate, decimals] of [
    ['EUR', '1', 2],
    ['USD', '0.92', 2],
    ['CHF', '1.05', 2],
    ['JPY', '0.0061', 0],
  ] as const)
    store.run('insert into currencies values (?, ?, ?)', code, rate, decimals);
  for (const [nth, customer] of seedCustomers.entries()) insertCustomer(store, customer, nth);
  for (const product of seedProducts) insertProduct(store, product);
  for (const [Customer, Material, MaterialByCustomer] of customerMaterials)
    store.insert('A_CustomerMaterial', {
      SalesOrganization: '1010',
      DistributionChannel: '10',
      Customer,
      Material,
      MaterialByCustomer,
      BaseUnit: 'ST',
    });
  for (const [Customer, Material, rate, currency] of customerPrices)
    condition(store, 'PPR0', { Material, Customer }, { rate, currency });
  for (const [PriceListType, Material, rate] of listPrices)
    condition(store, 'PPR0', { Material, PriceListType }, { rate });
  // A price that somebody marked for deletion is returned all the same, and is valid by its dates.
  condition(store, 'PPR0', { Material: 'TG11', Customer: '10100001' }, { rate: '1', deleted: true });
}

function insertCustomer(store: Store, customer: SeedCustomer, nth: number): void {
  const {
    number,
    name,
    name2 = '',
    city,
    zip = '',
    country,
    vat = '',
    email = '',
    currency = 'EUR',
    terms = 'NT30',
    blocked,
  } = customer;
  const full = [name, name2].filter(Boolean).join(' ');
  const id = { BusinessPartner: number };
  store.insert('A_BusinessPartner', {
    ...{
      ...id,
      Customer: number,
      BusinessPartnerCategory: '2',
      OrganizationBPName1: name,
      OrganizationBPName2: name2,
      BusinessPartnerGrouping: 'BP02',
    },
    ...{
      BusinessPartnerFullName: full.slice(0, 81),
      BusinessPartnerName: full.slice(0, 81),
      SearchTerm1: name.toUpperCase().slice(0, 20),
    },
    ...{
      CreationDate: dateOf('2024-03-01'),
      LastChangeDate: dateOf('2024-03-01'),
      LastChangeTime: 'PT08H00M00S',
      Language: 'DE',
      BusinessPartnerUUID: crypto.randomUUID(),
    },
  });
  for (const BusinessPartnerRole of ['FLCU00', 'FLCU01'])
    store.insert('A_BusinessPartnerRole', { ...id, BusinessPartnerRole });
  const AddressID = String(20_001 + nth);
  store.insert('A_BusinessPartnerAddress', {
    ...{
      ...id,
      AddressID,
      CityName: city,
      PostalCode: zip,
      Country: country,
      StreetName: 'Werkstraße',
      HouseNumber: String(nth + 1),
      Language: 'DE',
    },
    ...{
      FullName: full.slice(0, 80),
      AddressUUID: crypto.randomUUID(),
      ValidityEndDate: `${FOREVER}Z`,
      ValidityStartDate: `${since}Z`,
    },
  });
  store.insert('A_BuPaAddressUsage', {
    ...id,
    AddressID,
    AddressUsage: 'XXDEFAULT',
    ValidityEndDate: `${FOREVER}Z`,
    ValidityStartDate: `${since}Z`,
  });
  if (email)
    store.insert('A_AddressEmailAddress', {
      AddressID,
      OrdinalNumber: '1',
      EmailAddress: email,
      SearchEmailAddress: email.toUpperCase().slice(0, 20),
      IsDefaultEmailAddress: 1,
    });
  if (vat) store.insert('A_BusinessPartnerTaxNumber', { ...id, BPTaxType: 'DE0', BPTaxNumber: vat });
  store.insert('A_Customer', {
    ...{
      Customer: number,
      CustomerName: full.slice(0, 80),
      CustomerFullName: full.toUpperCase(),
      BPCustomerName: full.slice(0, 81),
      BPCustomerFullName: full.toUpperCase(),
    },
    ...{
      VATRegistration: vat,
      CustomerAccountGroup: 'CUST',
      OrderIsBlockedForCustomer: blocked === 'orders' ? '01' : '',
      DeliveryIsBlocked: blocked === 'deliveries' ? '01' : '',
    },
    CreationDate: dateOf('2024-03-01'),
  });
  store.insert('A_CustomerCompany', {
    Customer: number,
    CompanyCode: '1010',
    PaymentTerms: terms,
    ReconciliationAccount: '12100000',
  });
  const keys = { Customer: number, ...area(customer.other) };
  store.insert('A_CustomerSalesArea', {
    ...{
      ...keys,
      Currency: currency,
      CustomerPaymentTerms: terms,
      ShippingCondition: '01',
      SupplyingPlant: '1010',
      PriceListType: customer.priceList ?? '',
    },
    ...{ IncotermsClassification: 'EXW', CustomerPriceGroup: 'C1' },
  });
  for (const PartnerFunction of ['AG', 'WE', 'RE', 'RG'])
    store.insert('A_CustSalesPartnerFunc', {
      ...keys,
      PartnerFunction,
      PartnerCounter: '0',
      BPCustomerNumber: PartnerFunction === 'WE' ? (customer.shipTo ?? number) : number,
    });
  store.insert('A_CustomerSalesAreaTax', {
    ...keys,
    DepartureCountry: 'DE',
    CustomerTaxCategory: 'TTX1',
    CustomerTaxClassification: country === 'DE' ? '1' : '0',
  });
  if (customer.limit) {
    store.insert('CreditMgmtBusinessPartner', { ...id, CreditRiskClass: 'B', CreditCheckRule: '01' });
    store.insert('CreditManagementAccount', {
      ...{
        ...id,
        CreditSegment: '1000',
        CreditLimitAmount: customer.limit,
        CreditSegmentCurrency: 'EUR',
        CreditAccountIsBlocked: customer.held ? 1 : 0,
      },
      CreditLimitValidityEndDate: FOREVER,
    });
  }
  if (customer.discount) condition(store, 'DCM2', { Customer: number }, { rate: customer.discount, percent: true });
  if (customer.contact) insertContact(store, number, customer.contact, nth);
}
function insertContact(store: Store, company: string, name: string, nth: number): void {
  const [FirstName = '', LastName = ''] = name.split(' ');
  const person = String(9_980_001 + nth);
  store.insert('A_BusinessPartner', {
    BusinessPartner: person,
    BusinessPartnerCategory: '1',
    FirstName,
    LastName,
    BusinessPartnerFullName: name,
    BusinessPartnerName: name,
  });
  const keys = {
    RelationshipNumber: String(101 + nth),
    BusinessPartnerCompany: company,
    BusinessPartnerPerson: person,
    ValidityEndDate: FOREVER,
  };
  store.insert('A_BusinessPartnerContact', { ...keys, RelationshipCategory: 'BUR001', ValidityStartDate: since });
  store.insert('A_BPContactToFuncAndDept', {
    ...keys,
    EmailAddress: `${FirstName}.${LastName}@${company}.example`.toLowerCase(),
    RelationshipCategory: 'BUR001',
  });
}

function insertProduct(store: Store, product: SeedProduct): void {
  const { number, name, unit, also = [], tax = '1', service = false, stock, elsewhere, days = 15 } = product;
  store.insert('A_Product', {
    ...{
      Product: number,
      ProductType: service ? 'SERV' : 'HAWA',
      BaseUnit: unit,
      ProductGroup: 'L001',
      CrossPlantStatus: product.status ?? '',
    },
    ...{
      IsMarkedForDeletion: product.deleted ? 1 : 0,
      ProductStandardID: product.gtin ?? '',
      CreationDate: dateOf('2024-03-01'),
      LastChangeDate: dateOf('2024-03-01'),
    },
    ...{ ItemCategoryGroup: service ? 'LEIS' : 'NORM', LastChangeDateTime: '2024-03-01T08:00:00.000Z' },
  });
  for (const [Language, ProductDescription] of [
    ['DE', name],
    ['EN', `${name} (EN)`.slice(0, 40)],
  ] as const)
    store.insert('A_ProductDescription', { Product: number, Language, ProductDescription });
  for (const [AlternativeUnit, QuantityNumerator] of [[unit, '1'] as const, ...also])
    store.insert('A_ProductUnitsOfMeasure', {
      Product: number,
      AlternativeUnit,
      QuantityNumerator,
      QuantityDenominator: '1',
      BaseUnit: unit,
    });
  store.insert('A_ProductSalesTax', { Product: number, Country: 'DE', TaxCategory: 'TTX1', TaxClassification: tax });
  store.insert('A_ProductSales', { Product: number });
  if (!product.unsold)
    for (const ProductSalesOrg of ['1010', '1020'])
      store.insert('A_ProductSalesDelivery', {
        Product: number,
        ProductSalesOrg,
        ProductDistributionChnl: '10',
        SupplyingPlant: '1010',
        BaseUnit: unit,
        SalesMeasureUnit: product.sales ?? '',
      });
  if (product.incomplete) store.run('insert into incomplete values (?)', number);
  for (const [Plant, quantity] of [
    ['1010', stock],
    ['1020', elsewhere ?? '0'],
  ] as const) {
    store.insert('A_ProductPlant', {
      Product: number,
      Plant,
      BaseUnit: unit,
      AvailabilityCheckType: service ? 'KP' : '02',
      MRPType: 'PD',
    });
    store.run('insert into replenishment values (?, ?, ?)', number, Plant, days);
    if (service) continue;
    for (const [InventoryStockType, amount] of [
      ['01', quantity],
      ['02', '7'],
      ['07', '2'],
    ] as const)
      if (InventoryStockType === '01' || Number(quantity) > 100)
        stockRow(store, number, Plant, unit, InventoryStockType, '', amount);
  }
  // A customer's consignment stock is no stock of ours.
  if (number === 'TG11') stockRow(store, number, '1010', unit, '01', 'W', '33');
  store.insert('A_MaterialStock', { Material: number, MaterialBaseUnit: unit });
  if (product.price !== undefined)
    condition(
      store,
      'PPR0',
      { Material: number },
      { rate: product.price, per: product.per ?? '1', unit, scale: product.scale ?? [] },
    );
}
const stockRow = (
  store: Store,
  Material: string,
  Plant: string,
  unit: string,
  InventoryStockType: string,
  special: string,
  quantity: string,
) =>
  store.insert('A_MatlStkInAcctMod', {
    ...{
      Material,
      Plant,
      StorageLocation: '101A',
      InventoryStockType,
      InventorySpecialStockType: special,
      Customer: special === 'W' ? '10100001' : '',
    },
    ...{ MaterialBaseUnit: unit, MatlWrhsStkQtyInMatlBaseUnit: quantity },
  });

type Rate = {
  rate: string;
  currency?: string;
  per?: string;
  unit?: string;
  percent?: boolean;
  deleted?: boolean;
  scale?: readonly (readonly [string, string])[];
};
/** A condition record with its validity, and its scale where it has one. */
function condition(
  store: Store,
  ConditionType: string,
  keys: Row,
  { rate, currency = 'EUR', per = '1', unit = 'ST', percent = false, deleted = false, scale = [] }: Rate,
): void {
  const ConditionRecord = store.draw('KONH', 4001);
  const key = { ConditionRecord, ConditionValidityEndDate: FOREVER };
  store.insert('A_SlsPrcgCndnRecdValidity', {
    ...key,
    ...keys,
    ConditionType,
    ConditionApplication: 'V',
    ConditionValidityStartDate: since,
    SalesOrganization: '1010',
    DistributionChannel: '10',
  });
  store.insert('A_SlsPrcgConditionRecord', {
    ...{
      ...key,
      ConditionType,
      ConditionApplication: 'V',
      ConditionValidityStartDate: since,
      ConditionSequentialNumber: '1',
      ConditionTable: keys.Customer ? '305' : '304',
    },
    ...(percent
      ? {
          ConditionCalculationType: 'A',
          ConditionRateRatio: rate,
          ConditionRateRatioUnit: '%',
          ConditionRateValue: rate,
          ConditionRateValueUnit: '%',
        }
      : {
          ConditionCalculationType: 'C',
          ConditionRateAmount: rate,
          ConditionRateValue: rate,
          ConditionRateValueUnit: currency,
          ConditionCurrency: currency,
          ConditionQuantity: per,
          ConditionQuantityUnit: unit,
        }),
    ...{
      ConditionIsDeleted: deleted ? 1 : 0,
      PricingScaleType: scale.length > 0 ? 'A' : '',
      PricingScaleBasis: scale.length > 0 ? 'C' : '',
    },
  });
  for (const [nth, [from, price]] of scale.entries())
    store.insert('A_SlsPrcgCndnRecordScale', {
      ...{
        ConditionRecord,
        ConditionSequentialNumber: '1',
        ConditionScaleLine: String(nth + 1),
        ConditionScaleQuantity: from,
        ConditionScaleQuantityUnit: unit,
      },
      ...{
        ConditionRateAmount: price,
        ConditionRateValue: price,
        ConditionRateValueUnit: currency,
        ConditionCurrency: currency,
      },
    });
}
