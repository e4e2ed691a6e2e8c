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
import u54 from '@salesforce/label/c.Backroom_net';
import u55 from '@salesforce/label/c.Backroom_tax';
import u56 from '@salesforce/label/c.Backroom_reason';
import u57 from '@salesforce/label/c.Backroom_delivered';
import u58 from '@salesforce/label/c.Backroom_deliveries';
import u59 from '@salesforce/label/c.Backroom_tracking';
import u60 from '@salesforce/label/c.Backroom_credit_note';
import u61 from '@salesforce/label/c.Backroom_payment_terms';
import u62 from '@salesforce/label/c.Backroom_lines';
import u63 from '@salesforce/label/c.Backroom_overview_title';
import u64 from '@salesforce/label/c.Backroom_overview_complete_by';
import u65 from '@salesforce/label/c.Backroom_overview_complete_today';
import u66 from '@salesforce/label/c.Backroom_overview_complete_never';
import u67 from '@salesforce/label/c.Backroom_overview_credit_after';
import u68 from '@salesforce/label/c.Backroom_overview_credit_free';
import u69 from '@salesforce/label/c.Backroom_overview_open_invoices';
import u70 from '@salesforce/label/c.Backroom_overview_of_which_overdue';
import u71 from '@salesforce/label/c.Backroom_overview_nothing_open';
import u72 from '@salesforce/label/c.Backroom_overview_order';
import u73 from '@salesforce/label/c.Backroom_overview_no_order';
import u74 from '@salesforce/label/c.Backroom_overview_missing';
import u75 from '@salesforce/label/c.Backroom_overview_no_limit';
import u76 from '@salesforce/label/c.Backroom_overview_all_well';
import u77 from '@salesforce/label/c.Backroom_alert_credit_over_limit';
import u78 from '@salesforce/label/c.Backroom_alert_credit_blocked';
import u79 from '@salesforce/label/c.Backroom_alert_credit_overdue';
import u80 from '@salesforce/label/c.Backroom_alert_credit_near_limit';
import u81 from '@salesforce/label/c.Backroom_alert_stock_short';
import u82 from '@salesforce/label/c.Backroom_alert_stock_later';
import u83 from '@salesforce/label/c.Backroom_alert_price_below';
import u84 from '@salesforce/label/c.Backroom_alert_unknown_product';
import u85 from '@salesforce/label/c.Backroom_alert_customer_not_linked';
import u86 from '@salesforce/label/c.Backroom_alert_order_waiting';
import u87 from '@salesforce/label/c.Backroom_alert_order_needs_attention';
import u88 from '@salesforce/label/c.Backroom_alert_quote_changed';
import u89 from '@salesforce/label/c.Backroom_alert_figures_stale';
import u90 from '@salesforce/label/c.Backroom_customer_linked';
import u91 from '@salesforce/label/c.Backroom_customer_candidates_title';
import u92 from '@salesforce/label/c.Backroom_customer_candidates_text';
import u93 from '@salesforce/label/c.Backroom_customer_none_title';
import u94 from '@salesforce/label/c.Backroom_customer_none_text';
import u95 from '@salesforce/label/c.Backroom_customer_create';
import u96 from '@salesforce/label/c.Backroom_customer_create_confirm';
import u97 from '@salesforce/label/c.Backroom_customer_creating';
import u98 from '@salesforce/label/c.Backroom_customer_link';
import u99 from '@salesforce/label/c.Backroom_customer_linking';
import u100 from '@salesforce/label/c.Backroom_customer_match';
import u101 from '@salesforce/label/c.Backroom_customer_why_vat_id';
import u102 from '@salesforce/label/c.Backroom_customer_why_email_domain';
import u103 from '@salesforce/label/c.Backroom_customer_why_name';
import u104 from '@salesforce/label/c.Backroom_customer_why_erp_number';
import u105 from '@salesforce/label/c.Backroom_customer_no_company_title';
import u106 from '@salesforce/label/c.Backroom_customer_no_company_text';
import u107 from '@salesforce/label/c.Backroom_customer_unlinked_title';
import u108 from '@salesforce/label/c.Backroom_customer_unlinked_text';
import u109 from '@salesforce/label/c.Backroom_customer_linked_toast';
import u110 from '@salesforce/label/c.Backroom_stock_title';
import u111 from '@salesforce/label/c.Backroom_stock_available';
import u112 from '@salesforce/label/c.Backroom_stock_later';
import u113 from '@salesforce/label/c.Backroom_stock_short';
import u114 from '@salesforce/label/c.Backroom_stock_with_available';
import u115 from '@salesforce/label/c.Backroom_stock_not_stocked';
import u116 from '@salesforce/label/c.Backroom_stock_unknown';
import u117 from '@salesforce/label/c.Backroom_stock_now';
import u118 from '@salesforce/label/c.Backroom_stock_never';
import u119 from '@salesforce/label/c.Backroom_stock_no_lines_title';
import u120 from '@salesforce/label/c.Backroom_stock_no_lines_text';
import u121 from '@salesforce/label/c.Backroom_stock_lines_from_deal';
import u122 from '@salesforce/label/c.Backroom_stock_details_of';
import u123 from '@salesforce/label/c.Backroom_stock_incoming_none';
import u124 from '@salesforce/label/c.Backroom_price_equal';
import u125 from '@salesforce/label/c.Backroom_price_below';
import u126 from '@salesforce/label/c.Backroom_price_above';
import u127 from '@salesforce/label/c.Backroom_price_other_currency';
import u128 from '@salesforce/label/c.Backroom_price_quoted_total';
import u129 from '@salesforce/label/c.Backroom_price_erp_total';
import u130 from '@salesforce/label/c.Backroom_price_total_difference';
import u131 from '@salesforce/label/c.Backroom_price_source_customer_price';
import u132 from '@salesforce/label/c.Backroom_price_source_price_list';
import u133 from '@salesforce/label/c.Backroom_price_source_quantity_break';
import u134 from '@salesforce/label/c.Backroom_price_source_list_price';
import u135 from '@salesforce/label/c.Backroom_trouble_unknown_product';
import u136 from '@salesforce/label/c.Backroom_trouble_no_code';
import u137 from '@salesforce/label/c.Backroom_trouble_invalid_quantity';
import u138 from '@salesforce/label/c.Backroom_trouble_archived_product';
import u139 from '@salesforce/label/c.Backroom_trouble_no_price';
import u140 from '@salesforce/label/c.Backroom_order_title';
import u141 from '@salesforce/label/c.Backroom_order_preview_title';
import u142 from '@salesforce/label/c.Backroom_order_preview_loading';
import u143 from '@salesforce/label/c.Backroom_order_convert';
import u144 from '@salesforce/label/c.Backroom_order_converting';
import u145 from '@salesforce/label/c.Backroom_order_accept';
import u146 from '@salesforce/label/c.Backroom_order_accept_needed';
import u147 from '@salesforce/label/c.Backroom_order_different_sale';
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
import u201 from '@salesforce/label/c.Backroom_order_open_desk';
import u202 from '@salesforce/label/c.Backroom_order_mend_at_desk';
import u203 from '@salesforce/label/c.Backroom_order_stopped';
import u204 from '@salesforce/label/c.Backroom_field_requestedDate';
import u205 from '@salesforce/label/c.Backroom_field_note';
import u206 from '@salesforce/label/c.Backroom_field_quantity';
import u207 from '@salesforce/label/c.Backroom_field_unitPrice';
import u208 from '@salesforce/label/c.Backroom_field_productId';
import u209 from '@salesforce/label/c.Backroom_field_customerId';
import u210 from '@salesforce/label/c.Backroom_field_customer';
import u211 from '@salesforce/label/c.Backroom_field_currency';
import u212 from '@salesforce/label/c.Backroom_field_code';
import u213 from '@salesforce/label/c.Backroom_field_orderNumber';
import u214 from '@salesforce/label/c.Backroom_field_of_line';
import u215 from '@salesforce/label/c.Backroom_step_accepted';
import u216 from '@salesforce/label/c.Backroom_step_customer';
import u217 from '@salesforce/label/c.Backroom_step_look_up';
import u218 from '@salesforce/label/c.Backroom_step_create';
import u219 from '@salesforce/label/c.Backroom_step_confirm';
import u220 from '@salesforce/label/c.Backroom_step_write_back';
import u221 from '@salesforce/label/c.Backroom_step_mend';
import u222 from '@salesforce/label/c.Backroom_step_resend';
import u223 from '@salesforce/label/c.Backroom_step_adopt';
import u224 from '@salesforce/label/c.Backroom_step_cancel';
import u225 from '@salesforce/label/c.Backroom_check_customer_not_linked';
import u226 from '@salesforce/label/c.Backroom_check_customer_blocked';
import u227 from '@salesforce/label/c.Backroom_check_no_lines';
import u228 from '@salesforce/label/c.Backroom_check_line_without_code';
import u229 from '@salesforce/label/c.Backroom_check_unknown_product';
import u230 from '@salesforce/label/c.Backroom_check_archived_product';
import u231 from '@salesforce/label/c.Backroom_check_quantity_invalid';
import u232 from '@salesforce/label/c.Backroom_check_price_unknown';
import u233 from '@salesforce/label/c.Backroom_check_mixed_currencies';
import u234 from '@salesforce/label/c.Backroom_check_currency_differs';
import u235 from '@salesforce/label/c.Backroom_check_stock_short';
import u236 from '@salesforce/label/c.Backroom_check_stock_later';
import u237 from '@salesforce/label/c.Backroom_check_price_below';
import u238 from '@salesforce/label/c.Backroom_check_price_above';
import u239 from '@salesforce/label/c.Backroom_check_over_limit';
import u240 from '@salesforce/label/c.Backroom_check_near_limit';
import u241 from '@salesforce/label/c.Backroom_check_overdue';
import u242 from '@salesforce/label/c.Backroom_check_already_converted';
import u243 from '@salesforce/label/c.Backroom_check_order_again';
import u244 from '@salesforce/label/c.Backroom_check_possible_twin';
import u245 from '@salesforce/label/c.Backroom_check_customer_created_first';
import u246 from '@salesforce/label/c.Backroom_check_figures_stale';
import u247 from '@salesforce/label/c.Backroom_check_erp_unavailable';
import u248 from '@salesforce/label/c.Backroom_check_total_differs';
import u249 from '@salesforce/label/c.Backroom_check_quote_expired';
import u250 from '@salesforce/label/c.Backroom_check_quote_not_accepted';
import u251 from '@salesforce/label/c.Backroom_check_all_well';
import u252 from '@salesforce/label/c.Backroom_check_erp_refuses';
import u253 from '@salesforce/label/c.Backroom_invoices_title';
import u254 from '@salesforce/label/c.Backroom_invoices_none_title';
import u255 from '@salesforce/label/c.Backroom_invoices_none_text';
import u256 from '@salesforce/label/c.Backroom_invoice_kind_invoice';
import u257 from '@salesforce/label/c.Backroom_invoice_kind_credit_note';
import u258 from '@salesforce/label/c.Backroom_invoice_status_paid';
import u259 from '@salesforce/label/c.Backroom_invoice_status_part_paid';
import u260 from '@salesforce/label/c.Backroom_invoice_status_open';
import u261 from '@salesforce/label/c.Backroom_invoice_status_overdue';
import u262 from '@salesforce/label/c.Backroom_invoice_status_cancelled';
import u263 from '@salesforce/label/c.Backroom_invoice_overdue_days';
import u264 from '@salesforce/label/c.Backroom_invoice_pdf';
import u265 from '@salesforce/label/c.Backroom_invoice_pdf_of';
import u266 from '@salesforce/label/c.Backroom_credit_limit';
import u267 from '@salesforce/label/c.Backroom_credit_exposure';
import u268 from '@salesforce/label/c.Backroom_credit_free';
import u269 from '@salesforce/label/c.Backroom_credit_after_deal';
import u270 from '@salesforce/label/c.Backroom_credit_open_orders';
import u271 from '@salesforce/label/c.Backroom_credit_receivable';
import u272 from '@salesforce/label/c.Backroom_credit_no_limit';
import u273 from '@salesforce/label/c.Backroom_credit_used_of';
import u274 from '@salesforce/label/c.Backroom_credit_ageing';
import u275 from '@salesforce/label/c.Backroom_credit_ageing_not_due';
import u276 from '@salesforce/label/c.Backroom_credit_ageing_range';
import u277 from '@salesforce/label/c.Backroom_credit_ageing_more';
import u278 from '@salesforce/label/c.Backroom_credit_verdict_ok';
import u279 from '@salesforce/label/c.Backroom_credit_verdict_near_limit';
import u280 from '@salesforce/label/c.Backroom_credit_verdict_over_limit';
import u281 from '@salesforce/label/c.Backroom_credit_verdict_overdue';
import u282 from '@salesforce/label/c.Backroom_credit_verdict_blocked';
import u283 from '@salesforce/label/c.Backroom_credit_verdict_no_limit';
import u284 from '@salesforce/label/c.Backroom_returns_title';
import u285 from '@salesforce/label/c.Backroom_returns_none_title';
import u286 from '@salesforce/label/c.Backroom_returns_none_text';
import u287 from '@salesforce/label/c.Backroom_returns_claim';
import u288 from '@salesforce/label/c.Backroom_returns_claim_title';
import u289 from '@salesforce/label/c.Backroom_returns_claim_send';
import u290 from '@salesforce/label/c.Backroom_returns_choose_order';
import u291 from '@salesforce/label/c.Backroom_returns_quantity_of';
import u292 from '@salesforce/label/c.Backroom_returns_quantity_hint';
import u293 from '@salesforce/label/c.Backroom_returns_reason_hint';
import u294 from '@salesforce/label/c.Backroom_returns_need_quantity';
import u295 from '@salesforce/label/c.Backroom_returns_need_reason';
import u296 from '@salesforce/label/c.Backroom_returns_no_orders';
import u297 from '@salesforce/label/c.Backroom_returns_sent_toast';
import u298 from '@salesforce/label/c.Backroom_return_status_requested';
import u299 from '@salesforce/label/c.Backroom_return_status_approved';
import u300 from '@salesforce/label/c.Backroom_return_status_received';
import u301 from '@salesforce/label/c.Backroom_return_status_credited';
import u302 from '@salesforce/label/c.Backroom_return_status_replaced';
import u303 from '@salesforce/label/c.Backroom_return_status_rejected';
import u304 from '@salesforce/label/c.Backroom_company_credit_title';
import u305 from '@salesforce/label/c.Backroom_settings_title';
import u306 from '@salesforce/label/c.Backroom_settings_connection';
import u307 from '@salesforce/label/c.Backroom_settings_state_ok';
import u308 from '@salesforce/label/c.Backroom_settings_state_down';
import u309 from '@salesforce/label/c.Backroom_settings_state_unauthorised';
import u310 from '@salesforce/label/c.Backroom_settings_state_unknown';
import u311 from '@salesforce/label/c.Backroom_settings_erp';
import u312 from '@salesforce/label/c.Backroom_settings_address';
import u313 from '@salesforce/label/c.Backroom_settings_version';
import u314 from '@salesforce/label/c.Backroom_settings_latency';
import u315 from '@salesforce/label/c.Backroom_settings_milliseconds';
import u316 from '@salesforce/label/c.Backroom_settings_checked';
import u317 from '@salesforce/label/c.Backroom_settings_flows';
import u318 from '@salesforce/label/c.Backroom_settings_flows_text';
import u319 from '@salesforce/label/c.Backroom_settings_unsupported';
import u320 from '@salesforce/label/c.Backroom_settings_write_back';
import u321 from '@salesforce/label/c.Backroom_settings_properties_ready';
import u322 from '@salesforce/label/c.Backroom_settings_properties_missing';
import u323 from '@salesforce/label/c.Backroom_settings_test_erp';
import u324 from '@salesforce/label/c.Backroom_settings_test_erp_help';
import u325 from '@salesforce/label/c.Backroom_settings_saved';
import u326 from '@salesforce/label/c.Backroom_settings_check';
import u327 from '@salesforce/label/c.Backroom_settings_master';
import u328 from '@salesforce/label/c.Backroom_settings_master_erp';
import u329 from '@salesforce/label/c.Backroom_settings_master_crm';
import u330 from '@salesforce/label/c.Backroom_settings_master_crm_erp';
import u331 from '@salesforce/label/c.Backroom_flow_customers';
import u332 from '@salesforce/label/c.Backroom_flow_orders';
import u333 from '@salesforce/label/c.Backroom_flow_stock';
import u334 from '@salesforce/label/c.Backroom_flow_invoices';
import u335 from '@salesforce/label/c.Backroom_flow_pricing';
import u336 from '@salesforce/label/c.Backroom_flow_returns';
import u337 from '@salesforce/label/c.Backroom_flow_credit';
import u338 from '@salesforce/label/c.Backroom_panel_customer';
import u339 from '@salesforce/label/c.Backroom_panel_stock';
import u340 from '@salesforce/label/c.Backroom_panel_pricing';
import u341 from '@salesforce/label/c.Backroom_panel_orders';
import u342 from '@salesforce/label/c.Backroom_panel_invoices';
import u343 from '@salesforce/label/c.Backroom_panel_credit';
import u344 from '@salesforce/label/c.Backroom_panel_returns';
import u345 from '@salesforce/label/c.Backroom_panel_overview';
import u346 from '@salesforce/label/c.Backroom_pages_previous';
import u347 from '@salesforce/label/c.Backroom_pages_next';
import u348 from '@salesforce/label/c.Backroom_salesforce_org';
import u349 from '@salesforce/label/c.Backroom_salesforce_org_id';
import u350 from '@salesforce/label/c.Backroom_salesforce_instance';
import u351 from '@salesforce/label/c.Backroom_salesforce_sandbox';
import u352 from '@salesforce/label/c.Backroom_salesforce_certificate';
import u353 from '@salesforce/label/c.Backroom_salesforce_roles';
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
import p27 from '@salesforce/label/c.Backroom_problem_possible_twin';
import d27 from '@salesforce/label/c.Backroom_problem_possible_twin_do';
import p28 from '@salesforce/label/c.Backroom_problem_preview_blocked';
import d28 from '@salesforce/label/c.Backroom_problem_preview_blocked_do';
import p29 from '@salesforce/label/c.Backroom_problem_customer_not_linked';
import d29 from '@salesforce/label/c.Backroom_problem_customer_not_linked_do';
import p30 from '@salesforce/label/c.Backroom_problem_customer_already_linked';
import d30 from '@salesforce/label/c.Backroom_problem_customer_already_linked_do';
import p31 from '@salesforce/label/c.Backroom_problem_unknown_product';
import d31 from '@salesforce/label/c.Backroom_problem_unknown_product_do';
import p32 from '@salesforce/label/c.Backroom_problem_unknown_customer';
import d32 from '@salesforce/label/c.Backroom_problem_unknown_customer_do';
import p33 from '@salesforce/label/c.Backroom_problem_submission_state';
import d33 from '@salesforce/label/c.Backroom_problem_submission_state_do';
import p34 from '@salesforce/label/c.Backroom_problem_erp_order_unknown';
import d34 from '@salesforce/label/c.Backroom_problem_erp_order_unknown_do';
import p35 from '@salesforce/label/c.Backroom_problem_erp_order_taken';
import d35 from '@salesforce/label/c.Backroom_problem_erp_order_taken_do';
import p36 from '@salesforce/label/c.Backroom_problem_desk_link_used';
import d36 from '@salesforce/label/c.Backroom_problem_desk_link_used_do';
import p37 from '@salesforce/label/c.Backroom_problem_desk_link_expired';
import d37 from '@salesforce/label/c.Backroom_problem_desk_link_expired_do';
import p38 from '@salesforce/label/c.Backroom_problem_desk_signed_out';
import d38 from '@salesforce/label/c.Backroom_problem_desk_signed_out_do';
import p39 from '@salesforce/label/c.Backroom_problem_flow_off';
import d39 from '@salesforce/label/c.Backroom_problem_flow_off_do';
import p40 from '@salesforce/label/c.Backroom_problem_flow_unsupported';
import d40 from '@salesforce/label/c.Backroom_problem_flow_unsupported_do';
import p41 from '@salesforce/label/c.Backroom_problem_erp_unreachable';
import d41 from '@salesforce/label/c.Backroom_problem_erp_unreachable_do';
import p42 from '@salesforce/label/c.Backroom_problem_erp_timeout';
import d42 from '@salesforce/label/c.Backroom_problem_erp_timeout_do';
import p43 from '@salesforce/label/c.Backroom_problem_erp_busy';
import d43 from '@salesforce/label/c.Backroom_problem_erp_busy_do';
import p44 from '@salesforce/label/c.Backroom_problem_erp_refused';
import d44 from '@salesforce/label/c.Backroom_problem_erp_refused_do';
import p45 from '@salesforce/label/c.Backroom_problem_erp_unauthorised';
import d45 from '@salesforce/label/c.Backroom_problem_erp_unauthorised_do';
import p46 from '@salesforce/label/c.Backroom_problem_erp_conflict';
import d46 from '@salesforce/label/c.Backroom_problem_erp_conflict_do';
import p47 from '@salesforce/label/c.Backroom_problem_erp_uncertain';
import d47 from '@salesforce/label/c.Backroom_problem_erp_uncertain_do';
import p48 from '@salesforce/label/c.Backroom_problem_erp_drift';
import d48 from '@salesforce/label/c.Backroom_problem_erp_drift_do';
import p49 from '@salesforce/label/c.Backroom_problem_erp_not_connected';
import d49 from '@salesforce/label/c.Backroom_problem_erp_not_connected_do';
import p50 from '@salesforce/label/c.Backroom_problem_crm_unreachable';
import d50 from '@salesforce/label/c.Backroom_problem_crm_unreachable_do';
import p51 from '@salesforce/label/c.Backroom_problem_crm_busy';
import d51 from '@salesforce/label/c.Backroom_problem_crm_busy_do';
import p52 from '@salesforce/label/c.Backroom_problem_crm_unauthorised';
import d52 from '@salesforce/label/c.Backroom_problem_crm_unauthorised_do';
import p53 from '@salesforce/label/c.Backroom_problem_crm_refused';
import d53 from '@salesforce/label/c.Backroom_problem_crm_refused_do';
import p54 from '@salesforce/label/c.Backroom_problem_store_unavailable';
import d54 from '@salesforce/label/c.Backroom_problem_store_unavailable_do';
import p55 from '@salesforce/label/c.Backroom_problem_internal';
import d55 from '@salesforce/label/c.Backroom_problem_internal_do';
import p56 from '@salesforce/label/c.Backroom_problem_backroom_unreachable';
import d56 from '@salesforce/label/c.Backroom_problem_backroom_unreachable_do';

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
  'net': u54,
  'tax': u55,
  'reason': u56,
  'delivered': u57,
  'deliveries': u58,
  'tracking': u59,
  'credit_note': u60,
  'payment_terms': u61,
  'lines': u62,
  'overview.title': u63,
  'overview.complete_by': u64,
  'overview.complete_today': u65,
  'overview.complete_never': u66,
  'overview.credit_after': u67,
  'overview.credit_free': u68,
  'overview.open_invoices': u69,
  'overview.of_which_overdue': u70,
  'overview.nothing_open': u71,
  'overview.order': u72,
  'overview.no_order': u73,
  'overview.missing': u74,
  'overview.no_limit': u75,
  'overview.all_well': u76,
  'alert.credit_over_limit': u77,
  'alert.credit_blocked': u78,
  'alert.credit_overdue': u79,
  'alert.credit_near_limit': u80,
  'alert.stock_short': u81,
  'alert.stock_later': u82,
  'alert.price_below': u83,
  'alert.unknown_product': u84,
  'alert.customer_not_linked': u85,
  'alert.order_waiting': u86,
  'alert.order_needs_attention': u87,
  'alert.quote_changed': u88,
  'alert.figures_stale': u89,
  'customer.linked': u90,
  'customer.candidates_title': u91,
  'customer.candidates_text': u92,
  'customer.none_title': u93,
  'customer.none_text': u94,
  'customer.create': u95,
  'customer.create_confirm': u96,
  'customer.creating': u97,
  'customer.link': u98,
  'customer.linking': u99,
  'customer.match': u100,
  'customer.why.vat_id': u101,
  'customer.why.email_domain': u102,
  'customer.why.name': u103,
  'customer.why.erp_number': u104,
  'customer.no_company_title': u105,
  'customer.no_company_text': u106,
  'customer.unlinked_title': u107,
  'customer.unlinked_text': u108,
  'customer.linked_toast': u109,
  'stock.title': u110,
  'stock.available': u111,
  'stock.later': u112,
  'stock.short': u113,
  'stock.with_available': u114,
  'stock.not_stocked': u115,
  'stock.unknown': u116,
  'stock.now': u117,
  'stock.never': u118,
  'stock.no_lines_title': u119,
  'stock.no_lines_text': u120,
  'stock.lines_from_deal': u121,
  'stock.details_of': u122,
  'stock.incoming_none': u123,
  'price.equal': u124,
  'price.below': u125,
  'price.above': u126,
  'price.other_currency': u127,
  'price.quoted_total': u128,
  'price.erp_total': u129,
  'price.total_difference': u130,
  'price.source.customer_price': u131,
  'price.source.price_list': u132,
  'price.source.quantity_break': u133,
  'price.source.list_price': u134,
  'trouble.unknown_product': u135,
  'trouble.no_code': u136,
  'trouble.invalid_quantity': u137,
  'trouble.archived_product': u138,
  'trouble.no_price': u139,
  'order.title': u140,
  'order.preview_title': u141,
  'order.preview_loading': u142,
  'order.convert': u143,
  'order.converting': u144,
  'order.accept': u145,
  'order.accept_needed': u146,
  'order.different_sale': u147,
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
  'order.open_desk': u201,
  'order.mend_at_desk': u202,
  'order.stopped': u203,
  'field.requestedDate': u204,
  'field.note': u205,
  'field.quantity': u206,
  'field.unitPrice': u207,
  'field.productId': u208,
  'field.customerId': u209,
  'field.customer': u210,
  'field.currency': u211,
  'field.code': u212,
  'field.orderNumber': u213,
  'field.of_line': u214,
  'step.accepted': u215,
  'step.customer': u216,
  'step.look_up': u217,
  'step.create': u218,
  'step.confirm': u219,
  'step.write_back': u220,
  'step.mend': u221,
  'step.resend': u222,
  'step.adopt': u223,
  'step.cancel': u224,
  'check.customer_not_linked': u225,
  'check.customer_blocked': u226,
  'check.no_lines': u227,
  'check.line_without_code': u228,
  'check.unknown_product': u229,
  'check.archived_product': u230,
  'check.quantity_invalid': u231,
  'check.price_unknown': u232,
  'check.mixed_currencies': u233,
  'check.currency_differs': u234,
  'check.stock_short': u235,
  'check.stock_later': u236,
  'check.price_below': u237,
  'check.price_above': u238,
  'check.over_limit': u239,
  'check.near_limit': u240,
  'check.overdue': u241,
  'check.already_converted': u242,
  'check.order_again': u243,
  'check.possible_twin': u244,
  'check.customer_created_first': u245,
  'check.figures_stale': u246,
  'check.erp_unavailable': u247,
  'check.total_differs': u248,
  'check.quote_expired': u249,
  'check.quote_not_accepted': u250,
  'check.all_well': u251,
  'check.erp_refuses': u252,
  'invoices.title': u253,
  'invoices.none_title': u254,
  'invoices.none_text': u255,
  'invoice.kind.invoice': u256,
  'invoice.kind.credit_note': u257,
  'invoice.status.paid': u258,
  'invoice.status.part_paid': u259,
  'invoice.status.open': u260,
  'invoice.status.overdue': u261,
  'invoice.status.cancelled': u262,
  'invoice.overdue_days': u263,
  'invoice.pdf': u264,
  'invoice.pdf_of': u265,
  'credit.limit': u266,
  'credit.exposure': u267,
  'credit.free': u268,
  'credit.after_deal': u269,
  'credit.open_orders': u270,
  'credit.receivable': u271,
  'credit.no_limit': u272,
  'credit.used_of': u273,
  'credit.ageing': u274,
  'credit.ageing.not_due': u275,
  'credit.ageing.range': u276,
  'credit.ageing.more': u277,
  'credit.verdict.ok': u278,
  'credit.verdict.near_limit': u279,
  'credit.verdict.over_limit': u280,
  'credit.verdict.overdue': u281,
  'credit.verdict.blocked': u282,
  'credit.verdict.no_limit': u283,
  'returns.title': u284,
  'returns.none_title': u285,
  'returns.none_text': u286,
  'returns.claim': u287,
  'returns.claim_title': u288,
  'returns.claim_send': u289,
  'returns.choose_order': u290,
  'returns.quantity_of': u291,
  'returns.quantity_hint': u292,
  'returns.reason_hint': u293,
  'returns.need_quantity': u294,
  'returns.need_reason': u295,
  'returns.no_orders': u296,
  'returns.sent_toast': u297,
  'return.status.requested': u298,
  'return.status.approved': u299,
  'return.status.received': u300,
  'return.status.credited': u301,
  'return.status.replaced': u302,
  'return.status.rejected': u303,
  'company.credit_title': u304,
  'settings.title': u305,
  'settings.connection': u306,
  'settings.state.ok': u307,
  'settings.state.down': u308,
  'settings.state.unauthorised': u309,
  'settings.state.unknown': u310,
  'settings.erp': u311,
  'settings.address': u312,
  'settings.version': u313,
  'settings.latency': u314,
  'settings.milliseconds': u315,
  'settings.checked': u316,
  'settings.flows': u317,
  'settings.flows_text': u318,
  'settings.unsupported': u319,
  'settings.write_back': u320,
  'settings.properties_ready': u321,
  'settings.properties_missing': u322,
  'settings.test_erp': u323,
  'settings.test_erp_help': u324,
  'settings.saved': u325,
  'settings.check': u326,
  'settings.master': u327,
  'settings.master.erp': u328,
  'settings.master.crm': u329,
  'settings.master.crm+erp': u330,
  'flow.customers': u331,
  'flow.orders': u332,
  'flow.stock': u333,
  'flow.invoices': u334,
  'flow.pricing': u335,
  'flow.returns': u336,
  'flow.credit': u337,
  'panel.customer': u338,
  'panel.stock': u339,
  'panel.pricing': u340,
  'panel.orders': u341,
  'panel.invoices': u342,
  'panel.credit': u343,
  'panel.returns': u344,
  'panel.overview': u345,
  'pages.previous': u346,
  'pages.next': u347,
  'salesforce.org': u348,
  'salesforce.org_id': u349,
  'salesforce.instance': u350,
  'salesforce.sandbox': u351,
  'salesforce.certificate': u352,
  'salesforce.roles': u353,
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
  possible_twin: [p27, d27],
  preview_blocked: [p28, d28],
  customer_not_linked: [p29, d29],
  customer_already_linked: [p30, d30],
  unknown_product: [p31, d31],
  unknown_customer: [p32, d32],
  submission_state: [p33, d33],
  erp_order_unknown: [p34, d34],
  erp_order_taken: [p35, d35],
  desk_link_used: [p36, d36],
  desk_link_expired: [p37, d37],
  desk_signed_out: [p38, d38],
  flow_off: [p39, d39],
  flow_unsupported: [p40, d40],
  erp_unreachable: [p41, d41],
  erp_timeout: [p42, d42],
  erp_busy: [p43, d43],
  erp_refused: [p44, d44],
  erp_unauthorised: [p45, d45],
  erp_conflict: [p46, d46],
  erp_uncertain: [p47, d47],
  erp_drift: [p48, d48],
  erp_not_connected: [p49, d49],
  crm_unreachable: [p50, d50],
  crm_busy: [p51, d51],
  crm_unauthorised: [p52, d52],
  crm_refused: [p53, d53],
  store_unavailable: [p54, d54],
  internal: [p55, d55],
  backroom_unreachable: [p56, d56],
};
