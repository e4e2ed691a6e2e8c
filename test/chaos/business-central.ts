import { businessCentral } from '@backroom/backend/erp/business-central/index';
import { variablesFor } from '../stand-ins/business-central/start.ts';
import type { Double } from './double.ts';
import { httpAnswer } from './proxy.ts';

const fault = (status: string, code: string, message: string) =>
  httpAnswer(status, 'application/json', JSON.stringify({ error: { code, message } }));

export const businessCentralDouble: Double = {
  name: 'business-central',
  adapter: businessCentral,
  variablesFor,
  // A head without lines is half an order.
  orders: `select number, externalDocumentNumber as reference, exists (select 1 from salesOrderLines where _parent = o.id) as whole
    from salesOrders o where externalDocumentNumber like 'BR-%'`,
  number: 'number',
  withoutLimit: "update customers set creditLimit = '0' where id = ?",
  isWrite: (request) => /^POST \S+\/salesOrders HTTP/.test(request),
  says: {
    refused: (words) => fault('400 Bad Request', 'Application_DialogException', words),
    noDatabase: fault('503 Service Unavailable', 'Internal_TenantUnavailable', 'The tenant is not accessible'),
  },
  renamed: 'number',
  notes: false,
  // A process that has just begun signs in, and reads company and currency before its first order.
  orderMs: 1000,
};
