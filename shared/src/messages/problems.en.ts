import type { ProblemCode } from '../problems.ts';

/** Title and what to do, for each problem. English is the master: the other languages have its keys by type. */
export const problemsEn = {
  signature_missing: ['The request is not signed', 'Open the card inside the CRM; calls from elsewhere are refused.'],
  signature_invalid: [
    'The signature does not fit',
    'Check the client secret or the certificate, and the public address in the configuration.',
  ],
  signature_expired: ['The request is too old', 'Reload the page. If it stays, check the server’s clock.'],
  signature_replayed: ['The request was sent before', 'Reload the page and do it again. Nothing was sent twice.'],
  account_unknown: [
    'Backroom is not installed in this account',
    'Ask your admin to install Backroom from the marketplace.',
  ],
  account_disconnected: ['Backroom lost its access to the CRM', 'Ask your admin to connect Backroom again.'],
  org_mismatch: [
    'This org is not the one that was connected',
    'It is a copy, a sandbox or was moved. Ask your admin to connect it, a sandbox only to a test ERP. Nothing was sent.',
  ],
  forbidden: ['You may not do this', 'Ask your admin for the right to do it.'],
  not_found: ['This does not exist', 'Reload the page and try again.'],
  record_not_found: ['The CRM does not know this record', 'It may have been deleted or merged. Reload the page.'],
  quote_without_deal: [
    'This quote belongs to no opportunity',
    'Orders are made from opportunities. Give the quote an opportunity, then open it again.',
  ],
  panel_unknown: ['This panel does not exist', 'Update the app to its newest version.'],
  method_not_allowed: ['This call is not allowed here', 'Update the app to its newest version.'],
  invalid_input: [
    'Something in the input is not right',
    'Correct the marked fields and send again. Nothing was changed.',
  ],
  invalid_json: ['The request could not be read', 'Send valid JSON. Nothing was changed.'],
  unsupported_content_type: ['The request has the wrong type', 'Send JSON (application/json). Nothing was changed.'],
  body_too_large: ['The request is too large', 'Send less at once. Nothing was changed.'],
  too_many_requests: ['Too many requests', 'Wait a moment; the page tries again by itself.'],
  idempotency_key_missing: [
    'The request has no key against doubles',
    'Update the app to its newest version. Nothing was sent.',
  ],
  idempotency_key_reused: [
    'This key was used for something else',
    'Reload the page and start again. Nothing was sent.',
  ],
  idempotency_in_progress: ['The same request is still under way', 'Wait a moment; it is not sent twice.'],
  no_company: ['The deal has no company', 'Add the company that orders.'],
  company_without_name: ['The company has no name', 'Enter it in the CRM before the customer is created.'],
  no_lines: ['The quote has no lines', 'Add line items to the quote or the deal.'],
  currency_unknown: ['The deal has no currency', 'Set a currency on the deal or in the CRM’s settings.'],
  mixed_currencies: ['The lines have different currencies', 'Use one currency for all lines of the quote.'],
  line_without_code: ['A line has no product code', 'Give the line a product with a code (SKU).'],
  quantity_invalid: ['A quantity is not possible', 'Quantities must be above zero and have at most 12 decimals.'],
  quote_changed: ['The quote has changed since the preview', 'Look at the new preview, then convert.'],
  already_converted: ['This quote is already an order', 'See the order below. A changed quote needs a new revision.'],
  possible_twin: [
    'Somebody ordered the same from another CRM',
    'See the check below. If it is that sale, do nothing here. If it is a different sale, say so and order anyway. Nothing was sent.',
  ],
  preview_blocked: ['Something still forbids the order', 'Resolve the blocking checks of the preview first.'],
  customer_not_linked: [
    'The company is not linked to an ERP customer',
    'Confirm the matching customer, or have one created.',
  ],
  customer_already_linked: ['The company is already linked', 'Remove the existing link first.'],
  unknown_product: ['The ERP does not know a product', 'Correct the product code of the line.'],
  unknown_customer: ['The ERP does not know this customer', 'Choose another customer, or have one created.'],
  submission_state: [
    'This is not possible any more',
    'The order has moved on meanwhile. Reload to see where it stands.',
  ],
  erp_order_unknown: ['The ERP has no such order', 'Enter the number as it stands in the ERP. Nothing was changed.'],
  erp_order_taken: [
    'This ERP order belongs to another deal',
    'Look in the ERP which order is this one’s, and enter its number. Nothing was changed.',
  ],
  desk_link_used: [
    'This link was used already',
    'Open the order desk from the CRM once more: each link opens it once.',
  ],
  desk_link_expired: [
    'This link is no longer good',
    'Open the order desk from the CRM once more: a link is good for a few minutes.',
  ],
  desk_other_session: [
    'You are signed in as somebody else',
    'Sign out of the order desk, then open it from the CRM once more.',
  ],
  desk_signed_out: [
    'You are not signed in to the order desk',
    'Open it from the CRM: the button is on the order card of a deal. Nothing was changed.',
  ],
  connection_in_use: [
    'Orders are still on their way to the connected ERP',
    'Finish or stop them at the order desk, then change the connection.',
  ],
  flow_off: ['This part is switched off', 'An admin can switch it on in the settings.'],
  flow_unsupported: ['This ERP does not offer that', 'Nothing to do: the other panels work.'],
  erp_unreachable: [
    'The ERP cannot be reached',
    'Nothing is lost: it goes on by itself when the ERP is back. If it stays, tell your admin.',
  ],
  erp_timeout: ['The ERP takes too long', 'It goes on by itself. The last known figures are shown meanwhile.'],
  erp_busy: ['The ERP is busy', 'It goes on by itself in a moment.'],
  erp_refused: ['The ERP refused', 'Correct what the ERP names, then send again.'],
  erp_unauthorised: ['The ERP refuses our access', 'Ask your admin to check the ERP credentials and rights.'],
  erp_conflict: ['Somebody changed this in the ERP at the same time', 'Send again.'],
  erp_uncertain: [
    'It is not yet known whether the ERP has it',
    'We look it up before anything is sent again. Please wait.',
  ],
  erp_drift: ['The ERP answers in an unknown form', 'Tell your operator: the ERP was probably changed or updated.'],
  erp_limit: ['The ERP does not take this order', 'Split it, or shorten what is named. Nothing was sent.'],
  erp_unfit: [
    'Nothing can be written to this ERP safely',
    'It changes the reference by which an order is found again. Ask your admin to have the field lengthened and to connect the ERP again. Nothing was sent.',
  ],
  erp_not_connected: ['No ERP is connected', 'An admin can connect one in the settings.'],
  crm_unreachable: ['The CRM does not answer', 'Wait a moment; it goes on by itself.'],
  crm_busy: ['The CRM asks us to slow down', 'Wait a moment; it goes on by itself.'],
  crm_unauthorised: ['The CRM refuses our access', 'Ask your admin to connect Backroom again.'],
  crm_refused: ['The CRM refused', 'Ask your admin; the CRM’s own words are beside.'],
  store_unavailable: ['Backroom’s database does not answer', 'Nothing was changed. Try again in a moment.'],
  cannot_process: [
    'Backroom cannot process this order',
    'Look in the ERP whether it is there and say which it is, or stop it and convert the quote again. Tell your operator.',
  ],
  internal: ['Something went wrong on our side', 'Try again. If it stays, give support the reference.'],
  backroom_unreachable: [
    'Backroom does not answer',
    'Nothing was changed. Try again in a moment; if it stays, tell your admin.',
  ],
} as const satisfies Record<ProblemCode, readonly [title: string, whatToDo: string]>;
