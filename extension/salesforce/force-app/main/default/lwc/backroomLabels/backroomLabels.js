// Generated from shared/src/messages by extension/salesforce/tools/generate.ts. Do not edit.
import u0 from '@salesforce/label/c.Backroom_loading';
import u1 from '@salesforce/label/c.Backroom_refresh';
import u2 from '@salesforce/label/c.Backroom_retry';
import u3 from '@salesforce/label/c.Backroom_close';
import u4 from '@salesforce/label/c.Backroom_cancel';
import u5 from '@salesforce/label/c.Backroom_details';
import u6 from '@salesforce/label/c.Backroom_reference';
import u7 from '@salesforce/label/c.Backroom_who_rep';
import u8 from '@salesforce/label/c.Backroom_who_order_desk';
import u9 from '@salesforce/label/c.Backroom_who_admin';
import u10 from '@salesforce/label/c.Backroom_who_operator';
import u11 from '@salesforce/label/c.Backroom_who_nobody';
import u12 from '@salesforce/label/c.Backroom_unknown';
import u13 from '@salesforce/label/c.Backroom_none';
import u14 from '@salesforce/label/c.Backroom_yes';
import u15 from '@salesforce/label/c.Backroom_no';
import u16 from '@salesforce/label/c.Backroom_error_unknown_answer';
import u17 from '@salesforce/label/c.Backroom_age_live';
import u18 from '@salesforce/label/c.Backroom_age_cached';
import u19 from '@salesforce/label/c.Backroom_age_stale';
import u20 from '@salesforce/label/c.Backroom_age_refreshing';
import u21 from '@salesforce/label/c.Backroom_now';
import u22 from '@salesforce/label/c.Backroom_product';
import u23 from '@salesforce/label/c.Backroom_quantity';
import u24 from '@salesforce/label/c.Backroom_stock';
import u25 from '@salesforce/label/c.Backroom_available';
import u26 from '@salesforce/label/c.Backroom_on_hand';
import u27 from '@salesforce/label/c.Backroom_reserved';
import u28 from '@salesforce/label/c.Backroom_incoming';
import u29 from '@salesforce/label/c.Backroom_warehouse';
import u30 from '@salesforce/label/c.Backroom_promise_date';
import u31 from '@salesforce/label/c.Backroom_quoted_price';
import u32 from '@salesforce/label/c.Backroom_erp_price';
import u33 from '@salesforce/label/c.Backroom_list_price';
import u34 from '@salesforce/label/c.Backroom_discount';
import u35 from '@salesforce/label/c.Backroom_difference';
import u36 from '@salesforce/label/c.Backroom_price_source';
import u37 from '@salesforce/label/c.Backroom_price_breaks';
import u38 from '@salesforce/label/c.Backroom_price';
import u39 from '@salesforce/label/c.Backroom_date';
import u40 from '@salesforce/label/c.Backroom_number';
import u41 from '@salesforce/label/c.Backroom_status';
import u42 from '@salesforce/label/c.Backroom_total';
import u43 from '@salesforce/label/c.Backroom_open';
import u44 from '@salesforce/label/c.Backroom_due';
import u45 from '@salesforce/label/c.Backroom_issued';
import u46 from '@salesforce/label/c.Backroom_overdue';
import u47 from '@salesforce/label/c.Backroom_amount';
import u48 from '@salesforce/label/c.Backroom_order';
import u49 from '@salesforce/label/c.Backroom_orders';
import u50 from '@salesforce/label/c.Backroom_invoices';
import u51 from '@salesforce/label/c.Backroom_returns';
import u52 from '@salesforce/label/c.Backroom_credit';
import u53 from '@salesforce/label/c.Backroom_customer';
import u54 from '@salesforce/label/c.Backroom_document';
import u55 from '@salesforce/label/c.Backroom_net';
import u56 from '@salesforce/label/c.Backroom_tax';
import u57 from '@salesforce/label/c.Backroom_reason';
import u58 from '@salesforce/label/c.Backroom_delivered';
import u59 from '@salesforce/label/c.Backroom_deliveries';
import u60 from '@salesforce/label/c.Backroom_tracking';
import u61 from '@salesforce/label/c.Backroom_credit_note';
import u62 from '@salesforce/label/c.Backroom_payment_terms';
import u63 from '@salesforce/label/c.Backroom_lines';
import u64 from '@salesforce/label/c.Backroom_overview_title';
import u65 from '@salesforce/label/c.Backroom_overview_complete_by';
import u66 from '@salesforce/label/c.Backroom_overview_complete_today';
import u67 from '@salesforce/label/c.Backroom_overview_complete_never';
import u68 from '@salesforce/label/c.Backroom_overview_credit_after';
import u69 from '@salesforce/label/c.Backroom_overview_credit_free';
import u70 from '@salesforce/label/c.Backroom_overview_open_invoices';
import u71 from '@salesforce/label/c.Backroom_overview_of_which_overdue';
import u72 from '@salesforce/label/c.Backroom_overview_nothing_open';
import u73 from '@salesforce/label/c.Backroom_overview_order';
import u74 from '@salesforce/label/c.Backroom_overview_no_order';
import u75 from '@salesforce/label/c.Backroom_overview_missing';
import u76 from '@salesforce/label/c.Backroom_overview_no_limit';
import u77 from '@salesforce/label/c.Backroom_overview_all_well';
import u78 from '@salesforce/label/c.Backroom_alert_credit_over_limit';
import u79 from '@salesforce/label/c.Backroom_alert_credit_blocked';
import u80 from '@salesforce/label/c.Backroom_alert_credit_overdue';
import u81 from '@salesforce/label/c.Backroom_alert_credit_near_limit';
import u82 from '@salesforce/label/c.Backroom_alert_stock_short';
import u83 from '@salesforce/label/c.Backroom_alert_stock_later';
import u84 from '@salesforce/label/c.Backroom_alert_price_below';
import u85 from '@salesforce/label/c.Backroom_alert_unknown_product';
import u86 from '@salesforce/label/c.Backroom_alert_customer_not_linked';
import u87 from '@salesforce/label/c.Backroom_alert_order_waiting';
import u88 from '@salesforce/label/c.Backroom_alert_order_needs_attention';
import u89 from '@salesforce/label/c.Backroom_alert_quote_changed';
import u90 from '@salesforce/label/c.Backroom_alert_figures_stale';
import u91 from '@salesforce/label/c.Backroom_customer_linked';
import u92 from '@salesforce/label/c.Backroom_customer_candidates_title';
import u93 from '@salesforce/label/c.Backroom_customer_candidates_text';
import u94 from '@salesforce/label/c.Backroom_customer_none_title';
import u95 from '@salesforce/label/c.Backroom_customer_none_text';
import u96 from '@salesforce/label/c.Backroom_customer_create';
import u97 from '@salesforce/label/c.Backroom_customer_create_confirm';
import u98 from '@salesforce/label/c.Backroom_customer_creating';
import u99 from '@salesforce/label/c.Backroom_customer_link';
import u100 from '@salesforce/label/c.Backroom_customer_linking';
import u101 from '@salesforce/label/c.Backroom_customer_match';
import u102 from '@salesforce/label/c.Backroom_customer_why_vat_id';
import u103 from '@salesforce/label/c.Backroom_customer_why_email_domain';
import u104 from '@salesforce/label/c.Backroom_customer_why_name';
import u105 from '@salesforce/label/c.Backroom_customer_why_erp_number';
import u106 from '@salesforce/label/c.Backroom_customer_no_company_title';
import u107 from '@salesforce/label/c.Backroom_customer_no_company_text';
import u108 from '@salesforce/label/c.Backroom_customer_unlinked_title';
import u109 from '@salesforce/label/c.Backroom_customer_unlinked_text';
import u110 from '@salesforce/label/c.Backroom_customer_linked_toast';
import u111 from '@salesforce/label/c.Backroom_stock_title';
import u112 from '@salesforce/label/c.Backroom_stock_available';
import u113 from '@salesforce/label/c.Backroom_stock_later';
import u114 from '@salesforce/label/c.Backroom_stock_short';
import u115 from '@salesforce/label/c.Backroom_stock_with_available';
import u116 from '@salesforce/label/c.Backroom_stock_not_stocked';
import u117 from '@salesforce/label/c.Backroom_stock_unknown';
import u118 from '@salesforce/label/c.Backroom_stock_now';
import u119 from '@salesforce/label/c.Backroom_stock_never';
import u120 from '@salesforce/label/c.Backroom_stock_no_lines_title';
import u121 from '@salesforce/label/c.Backroom_stock_no_lines_text';
import u122 from '@salesforce/label/c.Backroom_stock_lines_from_deal';
import u123 from '@salesforce/label/c.Backroom_stock_details_of';
import u124 from '@salesforce/label/c.Backroom_stock_incoming_none';
import u125 from '@salesforce/label/c.Backroom_price_equal';
import u126 from '@salesforce/label/c.Backroom_price_below';
import u127 from '@salesforce/label/c.Backroom_price_above';
import u128 from '@salesforce/label/c.Backroom_price_other_currency';
import u129 from '@salesforce/label/c.Backroom_price_quoted_total';
import u130 from '@salesforce/label/c.Backroom_price_erp_total';
import u131 from '@salesforce/label/c.Backroom_price_total_difference';
import u132 from '@salesforce/label/c.Backroom_price_source_customer_price';
import u133 from '@salesforce/label/c.Backroom_price_source_price_list';
import u134 from '@salesforce/label/c.Backroom_price_source_quantity_break';
import u135 from '@salesforce/label/c.Backroom_price_source_list_price';
import u136 from '@salesforce/label/c.Backroom_trouble_unknown_product';
import u137 from '@salesforce/label/c.Backroom_trouble_no_code';
import u138 from '@salesforce/label/c.Backroom_trouble_invalid_quantity';
import u139 from '@salesforce/label/c.Backroom_trouble_archived_product';
import u140 from '@salesforce/label/c.Backroom_trouble_no_price';
import u141 from '@salesforce/label/c.Backroom_order_title';
import u142 from '@salesforce/label/c.Backroom_order_preview_title';
import u143 from '@salesforce/label/c.Backroom_order_preview_loading';
import u144 from '@salesforce/label/c.Backroom_order_convert';
import u145 from '@salesforce/label/c.Backroom_order_converting';
import u146 from '@salesforce/label/c.Backroom_order_accept';
import u147 from '@salesforce/label/c.Backroom_order_accept_needed';
import u148 from '@salesforce/label/c.Backroom_order_blocked';
import u149 from '@salesforce/label/c.Backroom_order_requested_date';
import u150 from '@salesforce/label/c.Backroom_order_note';
import u151 from '@salesforce/label/c.Backroom_order_check_again';
import u152 from '@salesforce/label/c.Backroom_order_checks';
import u153 from '@salesforce/label/c.Backroom_order_level_block';
import u154 from '@salesforce/label/c.Backroom_order_level_warn';
import u155 from '@salesforce/label/c.Backroom_order_level_info';
import u156 from '@salesforce/label/c.Backroom_order_credit_after';
import u157 from '@salesforce/label/c.Backroom_order_converted_title';
import u158 from '@salesforce/label/c.Backroom_order_in_erp';
import u159 from '@salesforce/label/c.Backroom_order_follow_title';
import u160 from '@salesforce/label/c.Backroom_order_kept';
import u161 from '@salesforce/label/c.Backroom_order_history';
import u162 from '@salesforce/label/c.Backroom_order_resend';
import u163 from '@salesforce/label/c.Backroom_order_cancel';
import u164 from '@salesforce/label/c.Backroom_order_cancel_confirm';
import u165 from '@salesforce/label/c.Backroom_order_cancelled_toast';
import u166 from '@salesforce/label/c.Backroom_order_converted_toast';
import u167 from '@salesforce/label/c.Backroom_order_quote_changed';
import u168 from '@salesforce/label/c.Backroom_order_promised';
import u169 from '@salesforce/label/c.Backroom_order_ordered';
import u170 from '@salesforce/label/c.Backroom_order_no_deliveries';
import u171 from '@salesforce/label/c.Backroom_order_written_back';
import u172 from '@salesforce/label/c.Backroom_order_writing_back';
import u173 from '@salesforce/label/c.Backroom_order_next_try';
import u174 from '@salesforce/label/c.Backroom_order_field';
import u175 from '@salesforce/label/c.Backroom_order_erp_says';
import u176 from '@salesforce/label/c.Backroom_order_none_title';
import u177 from '@salesforce/label/c.Backroom_order_none_text';
import u178 from '@salesforce/label/c.Backroom_order_status_draft';
import u179 from '@salesforce/label/c.Backroom_order_status_confirmed';
import u180 from '@salesforce/label/c.Backroom_order_status_partly_delivered';
import u181 from '@salesforce/label/c.Backroom_order_status_delivered';
import u182 from '@salesforce/label/c.Backroom_order_status_invoiced';
import u183 from '@salesforce/label/c.Backroom_order_status_cancelled';
import u184 from '@salesforce/label/c.Backroom_delivery_planned';
import u185 from '@salesforce/label/c.Backroom_delivery_shipped';
import u186 from '@salesforce/label/c.Backroom_delivery_delivered';
import u187 from '@salesforce/label/c.Backroom_submission_queued';
import u188 from '@salesforce/label/c.Backroom_submission_sending';
import u189 from '@salesforce/label/c.Backroom_submission_checking';
import u190 from '@salesforce/label/c.Backroom_submission_waiting';
import u191 from '@salesforce/label/c.Backroom_submission_needs_attention';
import u192 from '@salesforce/label/c.Backroom_submission_confirmed';
import u193 from '@salesforce/label/c.Backroom_submission_cancelled';
import u194 from '@salesforce/label/c.Backroom_submission_next_queued';
import u195 from '@salesforce/label/c.Backroom_submission_next_sending';
import u196 from '@salesforce/label/c.Backroom_submission_next_checking';
import u197 from '@salesforce/label/c.Backroom_submission_next_waiting';
import u198 from '@salesforce/label/c.Backroom_submission_next_needs_attention';
import u199 from '@salesforce/label/c.Backroom_submission_next_confirmed';
import u200 from '@salesforce/label/c.Backroom_submission_next_cancelled';
import u201 from '@salesforce/label/c.Backroom_step_accepted';
import u202 from '@salesforce/label/c.Backroom_step_customer';
import u203 from '@salesforce/label/c.Backroom_step_look_up';
import u204 from '@salesforce/label/c.Backroom_step_create';
import u205 from '@salesforce/label/c.Backroom_step_confirm';
import u206 from '@salesforce/label/c.Backroom_step_write_back';
import u207 from '@salesforce/label/c.Backroom_step_mend';
import u208 from '@salesforce/label/c.Backroom_step_resend';
import u209 from '@salesforce/label/c.Backroom_step_adopt';
import u210 from '@salesforce/label/c.Backroom_step_cancel';
import u211 from '@salesforce/label/c.Backroom_check_customer_not_linked';
import u212 from '@salesforce/label/c.Backroom_check_customer_blocked';
import u213 from '@salesforce/label/c.Backroom_check_no_lines';
import u214 from '@salesforce/label/c.Backroom_check_line_without_code';
import u215 from '@salesforce/label/c.Backroom_check_unknown_product';
import u216 from '@salesforce/label/c.Backroom_check_archived_product';
import u217 from '@salesforce/label/c.Backroom_check_quantity_invalid';
import u218 from '@salesforce/label/c.Backroom_check_price_unknown';
import u219 from '@salesforce/label/c.Backroom_check_mixed_currencies';
import u220 from '@salesforce/label/c.Backroom_check_currency_differs';
import u221 from '@salesforce/label/c.Backroom_check_stock_short';
import u222 from '@salesforce/label/c.Backroom_check_stock_later';
import u223 from '@salesforce/label/c.Backroom_check_price_below';
import u224 from '@salesforce/label/c.Backroom_check_price_above';
import u225 from '@salesforce/label/c.Backroom_check_over_limit';
import u226 from '@salesforce/label/c.Backroom_check_near_limit';
import u227 from '@salesforce/label/c.Backroom_check_overdue';
import u228 from '@salesforce/label/c.Backroom_check_already_converted';
import u229 from '@salesforce/label/c.Backroom_check_order_again';
import u230 from '@salesforce/label/c.Backroom_check_customer_created_first';
import u231 from '@salesforce/label/c.Backroom_check_figures_stale';
import u232 from '@salesforce/label/c.Backroom_check_erp_unavailable';
import u233 from '@salesforce/label/c.Backroom_check_total_differs';
import u234 from '@salesforce/label/c.Backroom_check_quote_expired';
import u235 from '@salesforce/label/c.Backroom_check_quote_not_accepted';
import u236 from '@salesforce/label/c.Backroom_check_all_well';
import u237 from '@salesforce/label/c.Backroom_check_erp_refuses';
import u238 from '@salesforce/label/c.Backroom_invoices_title';
import u239 from '@salesforce/label/c.Backroom_invoices_none_title';
import u240 from '@salesforce/label/c.Backroom_invoices_none_text';
import u241 from '@salesforce/label/c.Backroom_invoice_kind_invoice';
import u242 from '@salesforce/label/c.Backroom_invoice_kind_credit_note';
import u243 from '@salesforce/label/c.Backroom_invoice_status_paid';
import u244 from '@salesforce/label/c.Backroom_invoice_status_part_paid';
import u245 from '@salesforce/label/c.Backroom_invoice_status_open';
import u246 from '@salesforce/label/c.Backroom_invoice_status_overdue';
import u247 from '@salesforce/label/c.Backroom_invoice_status_cancelled';
import u248 from '@salesforce/label/c.Backroom_invoice_overdue_days';
import u249 from '@salesforce/label/c.Backroom_invoice_pdf';
import u250 from '@salesforce/label/c.Backroom_invoice_pdf_of';
import u251 from '@salesforce/label/c.Backroom_credit_limit';
import u252 from '@salesforce/label/c.Backroom_credit_exposure';
import u253 from '@salesforce/label/c.Backroom_credit_free';
import u254 from '@salesforce/label/c.Backroom_credit_after_deal';
import u255 from '@salesforce/label/c.Backroom_credit_open_orders';
import u256 from '@salesforce/label/c.Backroom_credit_receivable';
import u257 from '@salesforce/label/c.Backroom_credit_no_limit';
import u258 from '@salesforce/label/c.Backroom_credit_used_of';
import u259 from '@salesforce/label/c.Backroom_credit_ageing';
import u260 from '@salesforce/label/c.Backroom_credit_ageing_not_due';
import u261 from '@salesforce/label/c.Backroom_credit_ageing_range';
import u262 from '@salesforce/label/c.Backroom_credit_ageing_more';
import u263 from '@salesforce/label/c.Backroom_credit_verdict_ok';
import u264 from '@salesforce/label/c.Backroom_credit_verdict_near_limit';
import u265 from '@salesforce/label/c.Backroom_credit_verdict_over_limit';
import u266 from '@salesforce/label/c.Backroom_credit_verdict_overdue';
import u267 from '@salesforce/label/c.Backroom_credit_verdict_blocked';
import u268 from '@salesforce/label/c.Backroom_credit_verdict_no_limit';
import u269 from '@salesforce/label/c.Backroom_returns_title';
import u270 from '@salesforce/label/c.Backroom_returns_none_title';
import u271 from '@salesforce/label/c.Backroom_returns_none_text';
import u272 from '@salesforce/label/c.Backroom_returns_claim';
import u273 from '@salesforce/label/c.Backroom_returns_claim_title';
import u274 from '@salesforce/label/c.Backroom_returns_claim_send';
import u275 from '@salesforce/label/c.Backroom_returns_choose_order';
import u276 from '@salesforce/label/c.Backroom_returns_quantity_of';
import u277 from '@salesforce/label/c.Backroom_returns_quantity_hint';
import u278 from '@salesforce/label/c.Backroom_returns_reason_hint';
import u279 from '@salesforce/label/c.Backroom_returns_need_quantity';
import u280 from '@salesforce/label/c.Backroom_returns_need_reason';
import u281 from '@salesforce/label/c.Backroom_returns_no_orders';
import u282 from '@salesforce/label/c.Backroom_returns_sent_toast';
import u283 from '@salesforce/label/c.Backroom_return_status_requested';
import u284 from '@salesforce/label/c.Backroom_return_status_approved';
import u285 from '@salesforce/label/c.Backroom_return_status_received';
import u286 from '@salesforce/label/c.Backroom_return_status_credited';
import u287 from '@salesforce/label/c.Backroom_return_status_replaced';
import u288 from '@salesforce/label/c.Backroom_return_status_rejected';
import u289 from '@salesforce/label/c.Backroom_company_credit_title';
import u290 from '@salesforce/label/c.Backroom_settings_title';
import u291 from '@salesforce/label/c.Backroom_settings_connection';
import u292 from '@salesforce/label/c.Backroom_settings_state_ok';
import u293 from '@salesforce/label/c.Backroom_settings_state_down';
import u294 from '@salesforce/label/c.Backroom_settings_state_unauthorised';
import u295 from '@salesforce/label/c.Backroom_settings_state_unknown';
import u296 from '@salesforce/label/c.Backroom_settings_erp';
import u297 from '@salesforce/label/c.Backroom_settings_address';
import u298 from '@salesforce/label/c.Backroom_settings_version';
import u299 from '@salesforce/label/c.Backroom_settings_latency';
import u300 from '@salesforce/label/c.Backroom_settings_milliseconds';
import u301 from '@salesforce/label/c.Backroom_settings_checked';
import u302 from '@salesforce/label/c.Backroom_settings_flows';
import u303 from '@salesforce/label/c.Backroom_settings_flows_text';
import u304 from '@salesforce/label/c.Backroom_settings_unsupported';
import u305 from '@salesforce/label/c.Backroom_settings_write_back';
import u306 from '@salesforce/label/c.Backroom_settings_properties_ready';
import u307 from '@salesforce/label/c.Backroom_settings_properties_missing';
import u308 from '@salesforce/label/c.Backroom_settings_saved';
import u309 from '@salesforce/label/c.Backroom_settings_check';
import u310 from '@salesforce/label/c.Backroom_settings_master';
import u311 from '@salesforce/label/c.Backroom_settings_master_erp';
import u312 from '@salesforce/label/c.Backroom_settings_master_crm';
import u313 from '@salesforce/label/c.Backroom_settings_master_crm_erp';
import u314 from '@salesforce/label/c.Backroom_flow_customers';
import u315 from '@salesforce/label/c.Backroom_flow_orders';
import u316 from '@salesforce/label/c.Backroom_flow_stock';
import u317 from '@salesforce/label/c.Backroom_flow_invoices';
import u318 from '@salesforce/label/c.Backroom_flow_pricing';
import u319 from '@salesforce/label/c.Backroom_flow_returns';
import u320 from '@salesforce/label/c.Backroom_flow_credit';
import u321 from '@salesforce/label/c.Backroom_panel_customer';
import u322 from '@salesforce/label/c.Backroom_panel_stock';
import u323 from '@salesforce/label/c.Backroom_panel_pricing';
import u324 from '@salesforce/label/c.Backroom_panel_orders';
import u325 from '@salesforce/label/c.Backroom_panel_invoices';
import u326 from '@salesforce/label/c.Backroom_panel_credit';
import u327 from '@salesforce/label/c.Backroom_panel_returns';
import u328 from '@salesforce/label/c.Backroom_panel_overview';
import u329 from '@salesforce/label/c.Backroom_pages_previous';
import u330 from '@salesforce/label/c.Backroom_pages_next';
import u331 from '@salesforce/label/c.Backroom_salesforce_org';
import u332 from '@salesforce/label/c.Backroom_salesforce_org_id';
import u333 from '@salesforce/label/c.Backroom_salesforce_instance';
import u334 from '@salesforce/label/c.Backroom_salesforce_sandbox';
import u335 from '@salesforce/label/c.Backroom_salesforce_certificate';
import u336 from '@salesforce/label/c.Backroom_salesforce_roles';
import p0 from '@salesforce/label/c.Backroom_problem_signature_missing';
import d0 from '@salesforce/label/c.Backroom_problem_signature_missing_do';
import p1 from '@salesforce/label/c.Backroom_problem_signature_invalid';
import d1 from '@salesforce/label/c.Backroom_problem_signature_invalid_do';
import p2 from '@salesforce/label/c.Backroom_problem_signature_expired';
import d2 from '@salesforce/label/c.Backroom_problem_signature_expired_do';
import p3 from '@salesforce/label/c.Backroom_problem_signature_replayed';
import d3 from '@salesforce/label/c.Backroom_problem_signature_replayed_do';
import p4 from '@salesforce/label/c.Backroom_problem_account_unknown';
import d4 from '@salesforce/label/c.Backroom_problem_account_unknown_do';
import p5 from '@salesforce/label/c.Backroom_problem_account_disconnected';
import d5 from '@salesforce/label/c.Backroom_problem_account_disconnected_do';
import p6 from '@salesforce/label/c.Backroom_problem_org_mismatch';
import d6 from '@salesforce/label/c.Backroom_problem_org_mismatch_do';
import p7 from '@salesforce/label/c.Backroom_problem_forbidden';
import d7 from '@salesforce/label/c.Backroom_problem_forbidden_do';
import p8 from '@salesforce/label/c.Backroom_problem_not_found';
import d8 from '@salesforce/label/c.Backroom_problem_not_found_do';
import p9 from '@salesforce/label/c.Backroom_problem_record_not_found';
import d9 from '@salesforce/label/c.Backroom_problem_record_not_found_do';
import p10 from '@salesforce/label/c.Backroom_problem_panel_unknown';
import d10 from '@salesforce/label/c.Backroom_problem_panel_unknown_do';
import p11 from '@salesforce/label/c.Backroom_problem_method_not_allowed';
import d11 from '@salesforce/label/c.Backroom_problem_method_not_allowed_do';
import p12 from '@salesforce/label/c.Backroom_problem_invalid_input';
import d12 from '@salesforce/label/c.Backroom_problem_invalid_input_do';
import p13 from '@salesforce/label/c.Backroom_problem_invalid_json';
import d13 from '@salesforce/label/c.Backroom_problem_invalid_json_do';
import p14 from '@salesforce/label/c.Backroom_problem_unsupported_content_type';
import d14 from '@salesforce/label/c.Backroom_problem_unsupported_content_type_do';
import p15 from '@salesforce/label/c.Backroom_problem_body_too_large';
import d15 from '@salesforce/label/c.Backroom_problem_body_too_large_do';
import p16 from '@salesforce/label/c.Backroom_problem_too_many_requests';
import d16 from '@salesforce/label/c.Backroom_problem_too_many_requests_do';
import p17 from '@salesforce/label/c.Backroom_problem_idempotency_key_missing';
import d17 from '@salesforce/label/c.Backroom_problem_idempotency_key_missing_do';
import p18 from '@salesforce/label/c.Backroom_problem_idempotency_key_reused';
import d18 from '@salesforce/label/c.Backroom_problem_idempotency_key_reused_do';
import p19 from '@salesforce/label/c.Backroom_problem_idempotency_in_progress';
import d19 from '@salesforce/label/c.Backroom_problem_idempotency_in_progress_do';
import p20 from '@salesforce/label/c.Backroom_problem_no_company';
import d20 from '@salesforce/label/c.Backroom_problem_no_company_do';
import p21 from '@salesforce/label/c.Backroom_problem_no_lines';
import d21 from '@salesforce/label/c.Backroom_problem_no_lines_do';
import p22 from '@salesforce/label/c.Backroom_problem_mixed_currencies';
import d22 from '@salesforce/label/c.Backroom_problem_mixed_currencies_do';
import p23 from '@salesforce/label/c.Backroom_problem_line_without_code';
import d23 from '@salesforce/label/c.Backroom_problem_line_without_code_do';
import p24 from '@salesforce/label/c.Backroom_problem_quantity_invalid';
import d24 from '@salesforce/label/c.Backroom_problem_quantity_invalid_do';
import p25 from '@salesforce/label/c.Backroom_problem_quote_changed';
import d25 from '@salesforce/label/c.Backroom_problem_quote_changed_do';
import p26 from '@salesforce/label/c.Backroom_problem_already_converted';
import d26 from '@salesforce/label/c.Backroom_problem_already_converted_do';
import p27 from '@salesforce/label/c.Backroom_problem_preview_blocked';
import d27 from '@salesforce/label/c.Backroom_problem_preview_blocked_do';
import p28 from '@salesforce/label/c.Backroom_problem_customer_not_linked';
import d28 from '@salesforce/label/c.Backroom_problem_customer_not_linked_do';
import p29 from '@salesforce/label/c.Backroom_problem_customer_already_linked';
import d29 from '@salesforce/label/c.Backroom_problem_customer_already_linked_do';
import p30 from '@salesforce/label/c.Backroom_problem_unknown_product';
import d30 from '@salesforce/label/c.Backroom_problem_unknown_product_do';
import p31 from '@salesforce/label/c.Backroom_problem_unknown_customer';
import d31 from '@salesforce/label/c.Backroom_problem_unknown_customer_do';
import p32 from '@salesforce/label/c.Backroom_problem_submission_state';
import d32 from '@salesforce/label/c.Backroom_problem_submission_state_do';
import p33 from '@salesforce/label/c.Backroom_problem_flow_off';
import d33 from '@salesforce/label/c.Backroom_problem_flow_off_do';
import p34 from '@salesforce/label/c.Backroom_problem_flow_unsupported';
import d34 from '@salesforce/label/c.Backroom_problem_flow_unsupported_do';
import p35 from '@salesforce/label/c.Backroom_problem_erp_unreachable';
import d35 from '@salesforce/label/c.Backroom_problem_erp_unreachable_do';
import p36 from '@salesforce/label/c.Backroom_problem_erp_timeout';
import d36 from '@salesforce/label/c.Backroom_problem_erp_timeout_do';
import p37 from '@salesforce/label/c.Backroom_problem_erp_busy';
import d37 from '@salesforce/label/c.Backroom_problem_erp_busy_do';
import p38 from '@salesforce/label/c.Backroom_problem_erp_refused';
import d38 from '@salesforce/label/c.Backroom_problem_erp_refused_do';
import p39 from '@salesforce/label/c.Backroom_problem_erp_unauthorised';
import d39 from '@salesforce/label/c.Backroom_problem_erp_unauthorised_do';
import p40 from '@salesforce/label/c.Backroom_problem_erp_conflict';
import d40 from '@salesforce/label/c.Backroom_problem_erp_conflict_do';
import p41 from '@salesforce/label/c.Backroom_problem_erp_uncertain';
import d41 from '@salesforce/label/c.Backroom_problem_erp_uncertain_do';
import p42 from '@salesforce/label/c.Backroom_problem_erp_drift';
import d42 from '@salesforce/label/c.Backroom_problem_erp_drift_do';
import p43 from '@salesforce/label/c.Backroom_problem_erp_not_connected';
import d43 from '@salesforce/label/c.Backroom_problem_erp_not_connected_do';
import p44 from '@salesforce/label/c.Backroom_problem_crm_unreachable';
import d44 from '@salesforce/label/c.Backroom_problem_crm_unreachable_do';
import p45 from '@salesforce/label/c.Backroom_problem_crm_busy';
import d45 from '@salesforce/label/c.Backroom_problem_crm_busy_do';
import p46 from '@salesforce/label/c.Backroom_problem_crm_unauthorised';
import d46 from '@salesforce/label/c.Backroom_problem_crm_unauthorised_do';
import p47 from '@salesforce/label/c.Backroom_problem_crm_refused';
import d47 from '@salesforce/label/c.Backroom_problem_crm_refused_do';
import p48 from '@salesforce/label/c.Backroom_problem_store_unavailable';
import d48 from '@salesforce/label/c.Backroom_problem_store_unavailable_do';
import p49 from '@salesforce/label/c.Backroom_problem_internal';
import d49 from '@salesforce/label/c.Backroom_problem_internal_do';
import p50 from '@salesforce/label/c.Backroom_problem_backroom_unreachable';
import d50 from '@salesforce/label/c.Backroom_problem_backroom_unreachable_do';

export const ui = {
  'loading': u0,
  'refresh': u1,
  'retry': u2,
  'close': u3,
  'cancel': u4,
  'details': u5,
  'reference': u6,
  'who.rep': u7,
  'who.order_desk': u8,
  'who.admin': u9,
  'who.operator': u10,
  'who.nobody': u11,
  'unknown': u12,
  'none': u13,
  'yes': u14,
  'no': u15,
  'error_unknown_answer': u16,
  'age.live': u17,
  'age.cached': u18,
  'age.stale': u19,
  'age.refreshing': u20,
  'now': u21,
  'product': u22,
  'quantity': u23,
  'stock': u24,
  'available': u25,
  'on_hand': u26,
  'reserved': u27,
  'incoming': u28,
  'warehouse': u29,
  'promise_date': u30,
  'quoted_price': u31,
  'erp_price': u32,
  'list_price': u33,
  'discount': u34,
  'difference': u35,
  'price_source': u36,
  'price_breaks': u37,
  'price': u38,
  'date': u39,
  'number': u40,
  'status': u41,
  'total': u42,
  'open': u43,
  'due': u44,
  'issued': u45,
  'overdue': u46,
  'amount': u47,
  'order': u48,
  'orders': u49,
  'invoices': u50,
  'returns': u51,
  'credit': u52,
  'customer': u53,
  'document': u54,
  'net': u55,
  'tax': u56,
  'reason': u57,
  'delivered': u58,
  'deliveries': u59,
  'tracking': u60,
  'credit_note': u61,
  'payment_terms': u62,
  'lines': u63,
  'overview.title': u64,
  'overview.complete_by': u65,
  'overview.complete_today': u66,
  'overview.complete_never': u67,
  'overview.credit_after': u68,
  'overview.credit_free': u69,
  'overview.open_invoices': u70,
  'overview.of_which_overdue': u71,
  'overview.nothing_open': u72,
  'overview.order': u73,
  'overview.no_order': u74,
  'overview.missing': u75,
  'overview.no_limit': u76,
  'overview.all_well': u77,
  'alert.credit_over_limit': u78,
  'alert.credit_blocked': u79,
  'alert.credit_overdue': u80,
  'alert.credit_near_limit': u81,
  'alert.stock_short': u82,
  'alert.stock_later': u83,
  'alert.price_below': u84,
  'alert.unknown_product': u85,
  'alert.customer_not_linked': u86,
  'alert.order_waiting': u87,
  'alert.order_needs_attention': u88,
  'alert.quote_changed': u89,
  'alert.figures_stale': u90,
  'customer.linked': u91,
  'customer.candidates_title': u92,
  'customer.candidates_text': u93,
  'customer.none_title': u94,
  'customer.none_text': u95,
  'customer.create': u96,
  'customer.create_confirm': u97,
  'customer.creating': u98,
  'customer.link': u99,
  'customer.linking': u100,
  'customer.match': u101,
  'customer.why.vat_id': u102,
  'customer.why.email_domain': u103,
  'customer.why.name': u104,
  'customer.why.erp_number': u105,
  'customer.no_company_title': u106,
  'customer.no_company_text': u107,
  'customer.unlinked_title': u108,
  'customer.unlinked_text': u109,
  'customer.linked_toast': u110,
  'stock.title': u111,
  'stock.available': u112,
  'stock.later': u113,
  'stock.short': u114,
  'stock.with_available': u115,
  'stock.not_stocked': u116,
  'stock.unknown': u117,
  'stock.now': u118,
  'stock.never': u119,
  'stock.no_lines_title': u120,
  'stock.no_lines_text': u121,
  'stock.lines_from_deal': u122,
  'stock.details_of': u123,
  'stock.incoming_none': u124,
  'price.equal': u125,
  'price.below': u126,
  'price.above': u127,
  'price.other_currency': u128,
  'price.quoted_total': u129,
  'price.erp_total': u130,
  'price.total_difference': u131,
  'price.source.customer_price': u132,
  'price.source.price_list': u133,
  'price.source.quantity_break': u134,
  'price.source.list_price': u135,
  'trouble.unknown_product': u136,
  'trouble.no_code': u137,
  'trouble.invalid_quantity': u138,
  'trouble.archived_product': u139,
  'trouble.no_price': u140,
  'order.title': u141,
  'order.preview_title': u142,
  'order.preview_loading': u143,
  'order.convert': u144,
  'order.converting': u145,
  'order.accept': u146,
  'order.accept_needed': u147,
  'order.blocked': u148,
  'order.requested_date': u149,
  'order.note': u150,
  'order.check_again': u151,
  'order.checks': u152,
  'order.level.block': u153,
  'order.level.warn': u154,
  'order.level.info': u155,
  'order.credit_after': u156,
  'order.converted_title': u157,
  'order.in_erp': u158,
  'order.follow_title': u159,
  'order.kept': u160,
  'order.history': u161,
  'order.resend': u162,
  'order.cancel': u163,
  'order.cancel_confirm': u164,
  'order.cancelled_toast': u165,
  'order.converted_toast': u166,
  'order.quote_changed': u167,
  'order.promised': u168,
  'order.ordered': u169,
  'order.no_deliveries': u170,
  'order.written_back': u171,
  'order.writing_back': u172,
  'order.next_try': u173,
  'order.field': u174,
  'order.erp_says': u175,
  'order.none_title': u176,
  'order.none_text': u177,
  'order.status.draft': u178,
  'order.status.confirmed': u179,
  'order.status.partly_delivered': u180,
  'order.status.delivered': u181,
  'order.status.invoiced': u182,
  'order.status.cancelled': u183,
  'delivery.planned': u184,
  'delivery.shipped': u185,
  'delivery.delivered': u186,
  'submission.queued': u187,
  'submission.sending': u188,
  'submission.checking': u189,
  'submission.waiting': u190,
  'submission.needs_attention': u191,
  'submission.confirmed': u192,
  'submission.cancelled': u193,
  'submission.next.queued': u194,
  'submission.next.sending': u195,
  'submission.next.checking': u196,
  'submission.next.waiting': u197,
  'submission.next.needs_attention': u198,
  'submission.next.confirmed': u199,
  'submission.next.cancelled': u200,
  'step.accepted': u201,
  'step.customer': u202,
  'step.look_up': u203,
  'step.create': u204,
  'step.confirm': u205,
  'step.write_back': u206,
  'step.mend': u207,
  'step.resend': u208,
  'step.adopt': u209,
  'step.cancel': u210,
  'check.customer_not_linked': u211,
  'check.customer_blocked': u212,
  'check.no_lines': u213,
  'check.line_without_code': u214,
  'check.unknown_product': u215,
  'check.archived_product': u216,
  'check.quantity_invalid': u217,
  'check.price_unknown': u218,
  'check.mixed_currencies': u219,
  'check.currency_differs': u220,
  'check.stock_short': u221,
  'check.stock_later': u222,
  'check.price_below': u223,
  'check.price_above': u224,
  'check.over_limit': u225,
  'check.near_limit': u226,
  'check.overdue': u227,
  'check.already_converted': u228,
  'check.order_again': u229,
  'check.customer_created_first': u230,
  'check.figures_stale': u231,
  'check.erp_unavailable': u232,
  'check.total_differs': u233,
  'check.quote_expired': u234,
  'check.quote_not_accepted': u235,
  'check.all_well': u236,
  'check.erp_refuses': u237,
  'invoices.title': u238,
  'invoices.none_title': u239,
  'invoices.none_text': u240,
  'invoice.kind.invoice': u241,
  'invoice.kind.credit_note': u242,
  'invoice.status.paid': u243,
  'invoice.status.part_paid': u244,
  'invoice.status.open': u245,
  'invoice.status.overdue': u246,
  'invoice.status.cancelled': u247,
  'invoice.overdue_days': u248,
  'invoice.pdf': u249,
  'invoice.pdf_of': u250,
  'credit.limit': u251,
  'credit.exposure': u252,
  'credit.free': u253,
  'credit.after_deal': u254,
  'credit.open_orders': u255,
  'credit.receivable': u256,
  'credit.no_limit': u257,
  'credit.used_of': u258,
  'credit.ageing': u259,
  'credit.ageing.not_due': u260,
  'credit.ageing.range': u261,
  'credit.ageing.more': u262,
  'credit.verdict.ok': u263,
  'credit.verdict.near_limit': u264,
  'credit.verdict.over_limit': u265,
  'credit.verdict.overdue': u266,
  'credit.verdict.blocked': u267,
  'credit.verdict.no_limit': u268,
  'returns.title': u269,
  'returns.none_title': u270,
  'returns.none_text': u271,
  'returns.claim': u272,
  'returns.claim_title': u273,
  'returns.claim_send': u274,
  'returns.choose_order': u275,
  'returns.quantity_of': u276,
  'returns.quantity_hint': u277,
  'returns.reason_hint': u278,
  'returns.need_quantity': u279,
  'returns.need_reason': u280,
  'returns.no_orders': u281,
  'returns.sent_toast': u282,
  'return.status.requested': u283,
  'return.status.approved': u284,
  'return.status.received': u285,
  'return.status.credited': u286,
  'return.status.replaced': u287,
  'return.status.rejected': u288,
  'company.credit_title': u289,
  'settings.title': u290,
  'settings.connection': u291,
  'settings.state.ok': u292,
  'settings.state.down': u293,
  'settings.state.unauthorised': u294,
  'settings.state.unknown': u295,
  'settings.erp': u296,
  'settings.address': u297,
  'settings.version': u298,
  'settings.latency': u299,
  'settings.milliseconds': u300,
  'settings.checked': u301,
  'settings.flows': u302,
  'settings.flows_text': u303,
  'settings.unsupported': u304,
  'settings.write_back': u305,
  'settings.properties_ready': u306,
  'settings.properties_missing': u307,
  'settings.saved': u308,
  'settings.check': u309,
  'settings.master': u310,
  'settings.master.erp': u311,
  'settings.master.crm': u312,
  'settings.master.crm+erp': u313,
  'flow.customers': u314,
  'flow.orders': u315,
  'flow.stock': u316,
  'flow.invoices': u317,
  'flow.pricing': u318,
  'flow.returns': u319,
  'flow.credit': u320,
  'panel.customer': u321,
  'panel.stock': u322,
  'panel.pricing': u323,
  'panel.orders': u324,
  'panel.invoices': u325,
  'panel.credit': u326,
  'panel.returns': u327,
  'panel.overview': u328,
  'pages.previous': u329,
  'pages.next': u330,
  'salesforce.org': u331,
  'salesforce.org_id': u332,
  'salesforce.instance': u333,
  'salesforce.sandbox': u334,
  'salesforce.certificate': u335,
  'salesforce.roles': u336,
};
export const problems = {
  signature_missing: [p0, d0],
  signature_invalid: [p1, d1],
  signature_expired: [p2, d2],
  signature_replayed: [p3, d3],
  account_unknown: [p4, d4],
  account_disconnected: [p5, d5],
  org_mismatch: [p6, d6],
  forbidden: [p7, d7],
  not_found: [p8, d8],
  record_not_found: [p9, d9],
  panel_unknown: [p10, d10],
  method_not_allowed: [p11, d11],
  invalid_input: [p12, d12],
  invalid_json: [p13, d13],
  unsupported_content_type: [p14, d14],
  body_too_large: [p15, d15],
  too_many_requests: [p16, d16],
  idempotency_key_missing: [p17, d17],
  idempotency_key_reused: [p18, d18],
  idempotency_in_progress: [p19, d19],
  no_company: [p20, d20],
  no_lines: [p21, d21],
  mixed_currencies: [p22, d22],
  line_without_code: [p23, d23],
  quantity_invalid: [p24, d24],
  quote_changed: [p25, d25],
  already_converted: [p26, d26],
  preview_blocked: [p27, d27],
  customer_not_linked: [p28, d28],
  customer_already_linked: [p29, d29],
  unknown_product: [p30, d30],
  unknown_customer: [p31, d31],
  submission_state: [p32, d32],
  flow_off: [p33, d33],
  flow_unsupported: [p34, d34],
  erp_unreachable: [p35, d35],
  erp_timeout: [p36, d36],
  erp_busy: [p37, d37],
  erp_refused: [p38, d38],
  erp_unauthorised: [p39, d39],
  erp_conflict: [p40, d40],
  erp_uncertain: [p41, d41],
  erp_drift: [p42, d42],
  erp_not_connected: [p43, d43],
  crm_unreachable: [p44, d44],
  crm_busy: [p45, d45],
  crm_unauthorised: [p46, d46],
  crm_refused: [p47, d47],
  store_unavailable: [p48, d48],
  internal: [p49, d49],
  backroom_unreachable: [p50, d50],
};
