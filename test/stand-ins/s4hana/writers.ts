import type { Row } from './database.ts';
import type { Message } from './errors.ts';
import {
  addCondition,
  addItem,
  addText,
  changeCondition,
  changeItem,
  changeOrder,
  changePartner,
  changeScheduleLine,
  removeCondition,
  removeItem,
  removeOrder,
} from './order-changes.ts';
import { createOrder } from './orders.ts';
import {
  addAddress,
  addMail,
  addPhone,
  addRole,
  addSalesArea,
  addTax,
  changeMaster,
  createContact,
  createPartner,
  removeMaster,
} from './partners.ts';
import { changeReturn, changeReturnItem, createRequest, createReturn } from './returns.ts';
import type { Context, Made } from './service.ts';
import { simulate } from './simulation.ts';
import type { Written } from './values.ts';

type Create = (context: Context, written: Written, parent: Row | null) => Made;
type Change = (context: Context, row: Row, written: Written) => readonly Message[];
/** What a POST to each set does. */
export const creators: Readonly<Record<string, Create>> = {
  ...{
    A_BusinessPartner: createPartner,
    A_BusinessPartnerAddress: addAddress,
    A_BusinessPartnerTaxNumber: addTax,
    A_BusinessPartnerRole: addRole,
  },
  ...{
    A_BusinessPartnerContact: createContact,
    A_CustomerSalesArea: addSalesArea,
    A_AddressEmailAddress: addMail,
    A_AddressPhoneNumber: addPhone,
  },
  ...{
    A_SalesOrder: createOrder,
    A_SalesOrderItem: addItem,
    A_SalesOrderText: addText,
    A_SalesOrderItemPrElement: addCondition,
  },
  ...{ A_SalesOrderSimulation: simulate, A_CustomerReturn: createReturn, A_CreditMemoRequest: createRequest },
};
const masters = [
  ...[
    'A_BusinessPartner',
    'A_BusinessPartnerAddress',
    'A_BusinessPartnerTaxNumber',
    'A_Customer',
    'A_CustomerCompany',
    'A_CustomerSalesArea',
  ],
  ...['A_AddressEmailAddress', 'A_AddressPhoneNumber', 'A_BPContactToFuncAndDept', 'A_BusinessPartnerContact'],
];
/** What a PATCH, MERGE or PUT of each set does. */
export const changers: Readonly<Record<string, Change>> = {
  ...Object.fromEntries(masters.map((set) => [set, changeMaster(set)])),
  ...{
    A_SalesOrder: changeOrder,
    A_SalesOrderItem: changeItem,
    A_SalesOrderScheduleLine: changeScheduleLine,
    A_SalesOrderHeaderPartner: changePartner,
  },
  ...{
    A_SalesOrderItemPrElement: changeCondition,
    A_CustomerReturn: changeReturn,
    A_CustomerReturnItem: changeReturnItem,
  },
  A_SalesOrderPartnerAddress: changeMaster('A_SalesOrderPartnerAddress'),
  A_SalesOrderText: changeMaster('A_SalesOrderText'),
  CreditManagementAccount: changeMaster('CreditManagementAccount'),
};
export const removers: Readonly<Record<string, Change>> = {
  ...Object.fromEntries(
    ['A_BusinessPartnerTaxNumber', 'A_BusinessPartnerAddress', 'A_AddressEmailAddress', 'A_AddressPhoneNumber'].map(
      (set) => [set, removeMaster(set)],
    ),
  ),
  ...{ A_SalesOrder: removeOrder, A_SalesOrderItem: removeItem, A_SalesOrderItemPrElement: removeCondition },
};
