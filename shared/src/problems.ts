export type ProblemEntry = {
  /** HTTP status of a plain HTTP caller (a CRM's proxy gets 200 with the problem inside, see backend/src/api). */
  status: number;
  /** Who can do something about it. The words for each are in the message files under `problem.<code>`. */
  who: 'rep' | 'order_desk' | 'admin' | 'operator' | 'nobody';
  /** Whether the very same request may succeed later without anybody changing anything. */
  retryable: boolean;
};
const entry = /* @__NO_SIDE_EFFECTS__ */ (
  status: number,
  who: ProblemEntry['who'],
  retryable = false,
): ProblemEntry => ({
  status,
  who,
  retryable,
});

const internal = entry(500, 'operator', true);
/** Only a surface says this: it did not get an answer of ours. */
const backroom_unreachable = entry(503, 'operator', true);
/** Problems that a surface notices by itself. Apart, so that its bundle carries these two and not the catalogue. */
export const surfaceProblems = { internal, backroom_unreachable } as const;

/** Every problem that leaves the house. Words (title, what to do) are in `messages/*`, keyed by the code. */
export const problemCatalogue = {
  // who is calling
  signature_missing: entry(401, 'operator'),
  signature_invalid: entry(401, 'operator'),
  signature_expired: entry(401, 'operator', true),
  signature_replayed: entry(401, 'operator'),
  account_unknown: entry(403, 'admin'),
  account_disconnected: entry(403, 'admin'),
  org_mismatch: entry(403, 'admin'),
  forbidden: entry(403, 'admin'),
  api_key_invalid: entry(401, 'admin'),
  api_key_expired: entry(401, 'admin'),
  api_key_scope: entry(403, 'admin'),
  // what was asked
  not_found: entry(404, 'rep'),
  record_not_found: entry(404, 'rep'),
  /** Only the Salesforce package says this: an org can allow quotes without an opportunity. */
  quote_without_deal: entry(404, 'rep'),
  panel_unknown: entry(404, 'operator'),
  method_not_allowed: entry(405, 'operator'),
  invalid_input: entry(422, 'rep'),
  invalid_json: entry(400, 'operator'),
  unsupported_content_type: entry(415, 'operator'),
  body_too_large: entry(413, 'operator'),
  too_many_requests: entry(429, 'nobody', true),
  idempotency_key_missing: entry(400, 'operator'),
  idempotency_key_reused: entry(422, 'operator'),
  idempotency_in_progress: entry(409, 'nobody', true),
  // the record
  no_company: entry(422, 'rep'),
  company_without_name: entry(422, 'rep'),
  no_lines: entry(422, 'rep'),
  mixed_currencies: entry(422, 'rep'),
  currency_unknown: entry(422, 'rep'),
  line_without_code: entry(422, 'rep'),
  quantity_invalid: entry(422, 'rep'),
  quote_changed: entry(409, 'rep'),
  already_converted: entry(409, 'rep'),
  possible_twin: entry(409, 'rep'),
  preview_blocked: entry(422, 'rep'),
  approval_waiting: entry(409, 'order_desk'),
  approval_rejected: entry(409, 'rep'),
  customer_not_linked: entry(409, 'rep'),
  customer_already_linked: entry(409, 'rep'),
  unknown_product: entry(422, 'rep'),
  unknown_customer: entry(422, 'rep'),
  submission_state: entry(409, 'order_desk'),
  erp_order_unknown: entry(422, 'order_desk'),
  erp_order_taken: entry(409, 'order_desk'),
  order_act_pending: entry(409, 'rep'),
  order_changed_in_erp: entry(409, 'rep'),
  order_gone: entry(409, 'order_desk'),
  desk_link_used: entry(410, 'order_desk'),
  desk_link_expired: entry(410, 'order_desk'),
  desk_other_session: entry(409, 'order_desk'),
  desk_signed_out: entry(401, 'order_desk'),
  connection_in_use: entry(409, 'admin'),
  connection_is_default: entry(409, 'admin'),
  connection_is_test: entry(409, 'admin'),
  connection_paused: entry(409, 'admin'),
  pilot_only: entry(403, 'admin'),
  flow_off: entry(409, 'admin'),
  flow_read_only: entry(409, 'admin'),
  flow_unsupported: entry(409, 'admin'),
  // the ERP
  erp_unreachable: entry(503, 'admin', true),
  erp_timeout: entry(504, 'nobody', true),
  erp_busy: entry(503, 'nobody', true),
  erp_refused: entry(422, 'order_desk'),
  erp_unauthorised: entry(503, 'admin'),
  erp_conflict: entry(409, 'order_desk', true),
  erp_uncertain: entry(503, 'nobody', true),
  erp_drift: entry(502, 'operator'),
  erp_not_connected: entry(409, 'admin'),
  erp_limit: entry(422, 'rep'),
  erp_unfit: entry(409, 'admin'),
  // the CRM
  crm_unreachable: entry(503, 'nobody', true),
  crm_busy: entry(503, 'nobody', true),
  crm_unauthorised: entry(503, 'admin'),
  crm_refused: entry(422, 'admin'),
  // us
  store_unavailable: entry(503, 'operator', true),
  cannot_process: entry(500, 'operator'),
  internal,
  backroom_unreachable,
} as const satisfies Record<string, ProblemEntry>;

export type ProblemCode = keyof typeof problemCatalogue;
