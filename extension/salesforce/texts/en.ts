import type { ProblemCode } from '@backroom/shared';
import type { MessageKey } from '@backroom/shared/messages/ui';

export const ui: Partial<Record<MessageKey, string>> = {
  'overview.credit_after': 'Available after this opportunity',
  'alert.other_customer':
    'Merged with an account that is ERP customer {other}: link the account again, or keep {customer}',
  'customer.merged_text': 'The merged accounts are different ERP customers. {customer} is used until you confirm one.',
  'customer.no_company_title': 'No account on this opportunity',
  'stock.no_lines_title': 'No products',
  'stock.lines_from_deal': 'No quote. Showing the opportunity’s products.',
  'order.written_back': 'Saved to the opportunity.',
  'order.writing_back': 'Saving to the opportunity…',
  'step.write_back': 'Saved to the opportunity',
  'check.no_lines': 'The quote has no products. Add at least one.',
  'check.mixed_currencies': 'The products have different currencies. Use one currency.',
  'check.other_customer':
    'This account was merged with ERP customer {other}. The order goes to {customer}. To change that, link the account again.',
  'check.no_company': 'No account on this opportunity. Add one to continue.',
  'check.company_without_name': 'The account has no name. Enter one to create the ERP customer.',
  'check.several_quotes': 'This opportunity has several accepted quotes. Using {number}, not {others}.',
  'check.currency_unknown': 'The opportunity has no currency. Set one.',
  'check.adjustment_unknown':
    'Backroom can’t transfer “{what}” on this quote. Remove it, or include it in the products.',
  'credit.after_deal': 'Available after this opportunity',
  'credit.ordered': 'This opportunity’s order is included in the used amount.',
  'credit.order_gross': 'This opportunity (gross)',
  'settings.write_back': 'Save order number, status and promised date to the opportunity',
  'verdict.why.company': 'account incomplete',
  'customer.create_ask':
    'Creates a new customer in the ERP from the account’s CRM data. It can only be removed in the ERP.',
};
export const problems: Partial<Record<ProblemCode, readonly [title: string, whatToDo: string]>> = {
  no_company: ['No account on this opportunity', 'Add one to continue.'],
  company_without_name: ['The account has no name', 'Enter one to create the ERP customer.'],
  no_lines: ['The quote has no products', 'Add at least one to the quote or the opportunity.'],
  currency_unknown: ['The opportunity has no currency', 'Set a currency on the opportunity or in the CRM’s settings.'],
  mixed_currencies: ['The products have different currencies', 'Use one currency for the whole quote.'],
  line_without_code: ['A product has no SKU', 'Choose a product with an SKU.'],
  customer_already_linked: ['The account is already linked', 'Remove the existing link first.'],
  unknown_product: ['A product is not in the ERP', 'Correct its SKU.'],
  erp_order_taken: [
    'This ERP order belongs to another opportunity',
    'Look up the right order in the ERP and enter its number. Nothing was changed.',
  ],
};
