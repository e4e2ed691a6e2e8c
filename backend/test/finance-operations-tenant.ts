import type { ErpPorts } from '../src/erp/contract/ports.ts';
import { financeOperations } from '../src/erp/finance-operations/index.ts';

/** Hand-made answers of an environment for unit tests, in the shapes of the recorded ones. It checks nothing and is no stand-in. */
export type Asked = { method: string; path: string; query: Record<string, string>; body: string };
export type Said = { status?: number; body?: unknown; headers?: Record<string, string> } | Error;
const ORIGIN = 'https://contoso.operations.dynamics.com';

/** `answer` is asked for each request after the sign-in; undefined is an empty list. */
export function environmentOf(answer: (asked: Asked) => Said | undefined, settings: Record<string, string> = {}) {
  const calls: Asked[] = [];
  let tokens = 0;
  const ports: ErpPorts = {
    now: () => Date.parse('2026-11-28T12:00:00Z'),
    fetch: async (address, init = {}) => {
      const url = new URL(address);
      if (url.pathname.endsWith('/oauth2/v2.0/token')) {
        tokens += 1;
        return Response.json({ access_token: `token-${tokens}`, token_type: 'Bearer', expires_in: 3600 });
      }
      const asked = {
        method: init.method ?? 'GET',
        path: decodeURIComponent(url.pathname).replace('/data/', ''),
        query: Object.fromEntries(url.searchParams),
        body: typeof init.body === 'string' ? init.body : '',
      };
      calls.push(asked);
      const said = answer(asked) ?? { body: { value: [] } };
      if (said instanceof Error) throw said;
      const body =
        said.body === undefined ? null : typeof said.body === 'string' ? said.body : JSON.stringify(said.body);
      return new Response(body, {
        status: said.status ?? 200,
        headers: { 'content-type': 'application/json', ...said.headers },
      });
    },
  };
  const adapter = financeOperations(
    {
      url: ORIGIN,
      credentials: { clientId: 'app', clientSecret: 'secret' },
      settings: { tenant: 'contoso.example', company: 'USMF', currency: 'USD', ...settings },
    },
    ports,
  );
  return { adapter, calls, tokens: () => tokens };
}
export const call = () => ({ signal: AbortSignal.timeout(5000) });
export const list = (...value: unknown[]) => ({ body: { value } });
/** Recorded: the envelope of a rule that refuses. */
export const infolog = (status: number, words: string) => ({
  status,
  body: {
    error: {
      code: '',
      message: 'An error has occurred.',
      innererror: {
        message: `Write failed for table row of type 'SalesOrderLineV3Entity'. Infolog: ${words}`,
        type: 'Microsoft.Dynamics.Platform.Integration.Services.OData.AxODataWriteException',
        stacktrace: '   at Microsoft.Dynamics.Platform.Integration.Services.OData',
      },
    },
  },
});
const NONE = '1900-01-01T12:00:00Z';
export const header = (number: string, more: object = {}) => ({
  SalesOrderNumber: number,
  CustomersOrderReference: 'BR-ABCDEFGH12',
  CustomerRequisitionNumber: '',
  OrderingCustomerAccountNumber: 'US-001',
  SalesOrderName: 'Contoso Retail',
  CurrencyCode: 'USD',
  SalesOrderStatus: 'Backorder',
  SalesOrderProcessingStatus: 'Active',
  IsSalesProcessingStopped: 'No',
  OrderCreationDateTime: '2026-11-20T08:58:53Z',
  RequestedShippingDate: '2026-12-24T12:00:00Z',
  ConfirmedShippingDate: NONE,
  ConfirmedReceiptDate: NONE,
  AreTotalsCalculated: 'No',
  OrderTotalAmount: 0,
  ArePricesIncludingSalesTax: 'No',
  IsDeliveryAddressOrderSpecific: 'No',
  DeliveryAddressLocationId: '',
  DeliveryAddressName: 'Contoso Retail',
  DeliveryAddressStreet: '',
  DeliveryAddressZipCode: '',
  DeliveryAddressCity: '',
  DeliveryAddressCountryRegionISOCode: '',
  ...more,
});
export const line = (number: string, nth: number, more: object = {}) => ({
  InventoryLotId: `LOT-${number}-${nth}`,
  SalesOrderNumber: number,
  LineNumber: nth,
  ItemNumber: ' RFI-TEST-001',
  LineDescription: 'Speaker',
  OrderedSalesQuantity: 2,
  SalesUnitSymbol: 'pcs',
  SalesPrice: 10.5,
  SalesPriceQuantity: 1,
  LineDiscountPercentage: 0,
  LineDiscountAmount: 0,
  LineAmount: 21,
  SalesOrderLineStatus: 'Backorder',
  RequestedShippingDate: NONE,
  ConfirmedShippingDate: NONE,
  ...more,
});
export const customer = (account: string, more: object = {}) => ({
  CustomerAccount: account,
  OrganizationName: 'Contoso Retail San Diego',
  PersonFirstName: '',
  PersonLastName: '',
  AddressCity: 'San Diego',
  AddressCountryRegionISOCode: 'US',
  PrimaryContactEmail: 'ap@contoso-retail.example',
  TaxExemptNumber: '',
  SalesCurrencyCode: 'USD',
  PaymentTerms: 'Net30',
  OnHoldStatus: 'No',
  CreditLimit: 0,
  CreditLimitIsMandatory: 'No',
  ...more,
});
/** Every part of a change set stored, or one refused for all. */
export function changeSet(parts: number, refusal?: { status: number; body: unknown }): Said {
  const one = (status: number, body: unknown) =>
    `--cs\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\nHTTP/1.1 ${status} X\r\nContent-Type: application/json\r\n\r\n${JSON.stringify(body)}\r\n`;
  const inside = refusal
    ? one(refusal.status, refusal.body)
    : Array.from({ length: parts }, () => one(201, {})).join('');
  return {
    headers: { 'content-type': 'multipart/mixed; boundary=bt' },
    body: `--bt\r\nContent-Type: multipart/mixed; boundary=cs\r\n\r\n${inside}--cs--\r\n--bt--\r\n`,
  };
}
/** The answer to several lists that were asked for as one batch. */
export const together = (...lists: object[][]): Said => {
  const part = (value: object[]) =>
    `--bt\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n${JSON.stringify({ value })}\r\n`;
  return {
    headers: { 'content-type': 'multipart/mixed; boundary=bt' },
    body: `${lists.map(part).join('')}--bt--\r\n`,
  };
};
