/** Enumerations by their numbers, from 0 on, as Sage's type resources and clients' documentation list them. */
export const enums = {
  document_status: [
    'EnumDocumentStatusLive',
    'EnumDocumentStatusOnHold',
    'EnumDocumentStatusComplete',
    'EnumDocumentStatusDispute',
    'EnumDocumentStatusCancelled',
    'EnumDocumentStatusDraft',
    'EnumDocumentStatusPrinted',
    'EnumDocumentStatusLost',
  ],
  line_type: ['EnumLineTypeStandard', 'EnumLineTypeFreeText', 'EnumLineTypeCharge', 'EnumLineTypeComment'],
  account_status: ['AccountStatusActive', 'AccountStatusHidden'],
  transaction_type: [
    'TradingAccountEntryTypeDeletedRecord',
    'TradingAccountEntryTypePurchasePaymentSalesReceipt',
    'TradingAccountEntryTypePurchaseReceiptSalesPayment',
    'TradingAccountEntryTypeNOTUSED',
    'TradingAccountEntryTypeInvoice',
    'TradingAccountEntryTypeCreditNote',
    'TradingAccountEntryTypeOpeningBalanceInvoice',
    'TradingAccountEntryTypeOpeningBalanceCreditNote',
  ],
  product_status: ['Active', 'Inactive'],
  payment_type: ['EnumSOPOrderPaymentTypeFull', 'EnumSOPOrderPaymentTypePart'],
  exchange_rate_type: ['ExchangeRateSingle', 'ExchangeRatePeriod'],
  account_type: ['TradingAccountTypeOpenItem', 'TradingAccountTypeBalanceForward'],
  picking_list: ['DoNotShow', 'Show', 'ShowButExclude'],
  customer_type: ['EnumCustomerTypeCredit', 'EnumCustomerTypeCash', 'EnumCustomerTypeProspect'],
} as const;
export const choicesOf = (name: string): readonly string[] => enums[name as keyof typeof enums];
/** The first choice is what a new record has. */
export const usual = (name: string): string => choicesOf(name)[0] ?? '';
