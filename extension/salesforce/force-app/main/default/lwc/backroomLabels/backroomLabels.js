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
import u88 from '@salesforce/label/c.Backroom_alert_possible_twin';
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
import u148 from '@salesforce/label/c.Backroom_order_different_sale';
import u149 from '@salesforce/label/c.Backroom_order_blocked';
import u150 from '@salesforce/label/c.Backroom_order_requested_date';
import u151 from '@salesforce/label/c.Backroom_order_note';
import u152 from '@salesforce/label/c.Backroom_order_check_again';
import u153 from '@salesforce/label/c.Backroom_order_checks';
import u154 from '@salesforce/label/c.Backroom_order_level_block';
import u155 from '@salesforce/label/c.Backroom_order_level_warn';
import u156 from '@salesforce/label/c.Backroom_order_level_info';
import u157 from '@salesforce/label/c.Backroom_order_credit_after';
import u158 from '@salesforce/label/c.Backroom_order_converted_title';
import u159 from '@salesforce/label/c.Backroom_order_in_erp';
import u160 from '@salesforce/label/c.Backroom_order_follow_title';
import u161 from '@salesforce/label/c.Backroom_order_kept';
import u162 from '@salesforce/label/c.Backroom_order_history';
import u163 from '@salesforce/label/c.Backroom_order_resend';
import u164 from '@salesforce/label/c.Backroom_order_cancel';
import u165 from '@salesforce/label/c.Backroom_order_cancel_confirm';
import u166 from '@salesforce/label/c.Backroom_order_cancelled_toast';
import u167 from '@salesforce/label/c.Backroom_order_converted_toast';
import u168 from '@salesforce/label/c.Backroom_order_quote_changed';
import u169 from '@salesforce/label/c.Backroom_order_once_more';
import u170 from '@salesforce/label/c.Backroom_order_once_more_not';
import u171 from '@salesforce/label/c.Backroom_order_promised';
import u172 from '@salesforce/label/c.Backroom_order_ordered';
import u173 from '@salesforce/label/c.Backroom_order_no_deliveries';
import u174 from '@salesforce/label/c.Backroom_order_written_back';
import u175 from '@salesforce/label/c.Backroom_order_writing_back';
import u176 from '@salesforce/label/c.Backroom_order_next_try';
import u177 from '@salesforce/label/c.Backroom_order_field';
import u178 from '@salesforce/label/c.Backroom_order_erp_says';
import u179 from '@salesforce/label/c.Backroom_order_none_title';
import u180 from '@salesforce/label/c.Backroom_order_none_text';
import u181 from '@salesforce/label/c.Backroom_order_status_draft';
import u182 from '@salesforce/label/c.Backroom_order_status_confirmed';
import u183 from '@salesforce/label/c.Backroom_order_status_partly_delivered';
import u184 from '@salesforce/label/c.Backroom_order_status_delivered';
import u185 from '@salesforce/label/c.Backroom_order_status_invoiced';
import u186 from '@salesforce/label/c.Backroom_order_status_cancelled';
import u187 from '@salesforce/label/c.Backroom_delivery_planned';
import u188 from '@salesforce/label/c.Backroom_delivery_shipped';
import u189 from '@salesforce/label/c.Backroom_delivery_delivered';
import u190 from '@salesforce/label/c.Backroom_submission_queued';
import u191 from '@salesforce/label/c.Backroom_submission_sending';
import u192 from '@salesforce/label/c.Backroom_submission_checking';
import u193 from '@salesforce/label/c.Backroom_submission_waiting';
import u194 from '@salesforce/label/c.Backroom_submission_needs_attention';
import u195 from '@salesforce/label/c.Backroom_submission_confirmed';
import u196 from '@salesforce/label/c.Backroom_submission_cancelled';
import u197 from '@salesforce/label/c.Backroom_submission_next_queued';
import u198 from '@salesforce/label/c.Backroom_submission_next_sending';
import u199 from '@salesforce/label/c.Backroom_submission_next_checking';
import u200 from '@salesforce/label/c.Backroom_submission_next_waiting';
import u201 from '@salesforce/label/c.Backroom_submission_next_needs_attention';
import u202 from '@salesforce/label/c.Backroom_submission_next_confirmed';
import u203 from '@salesforce/label/c.Backroom_submission_next_cancelled';
import u204 from '@salesforce/label/c.Backroom_order_open_desk';
import u205 from '@salesforce/label/c.Backroom_order_mend_at_desk';
import u206 from '@salesforce/label/c.Backroom_order_stopped';
import u207 from '@salesforce/label/c.Backroom_field_requestedDate';
import u208 from '@salesforce/label/c.Backroom_field_note';
import u209 from '@salesforce/label/c.Backroom_field_quantity';
import u210 from '@salesforce/label/c.Backroom_field_unitPrice';
import u211 from '@salesforce/label/c.Backroom_field_productId';
import u212 from '@salesforce/label/c.Backroom_field_customerId';
import u213 from '@salesforce/label/c.Backroom_field_customer';
import u214 from '@salesforce/label/c.Backroom_field_currency';
import u215 from '@salesforce/label/c.Backroom_field_code';
import u216 from '@salesforce/label/c.Backroom_field_orderNumber';
import u217 from '@salesforce/label/c.Backroom_field_of_line';
import u218 from '@salesforce/label/c.Backroom_step_accepted';
import u219 from '@salesforce/label/c.Backroom_step_customer';
import u220 from '@salesforce/label/c.Backroom_step_look_up';
import u221 from '@salesforce/label/c.Backroom_step_create';
import u222 from '@salesforce/label/c.Backroom_step_confirm';
import u223 from '@salesforce/label/c.Backroom_step_write_back';
import u224 from '@salesforce/label/c.Backroom_step_mend';
import u225 from '@salesforce/label/c.Backroom_step_resend';
import u226 from '@salesforce/label/c.Backroom_step_adopt';
import u227 from '@salesforce/label/c.Backroom_step_cancel';
import u228 from '@salesforce/label/c.Backroom_check_customer_not_linked';
import u229 from '@salesforce/label/c.Backroom_check_customer_blocked';
import u230 from '@salesforce/label/c.Backroom_check_no_lines';
import u231 from '@salesforce/label/c.Backroom_check_line_without_code';
import u232 from '@salesforce/label/c.Backroom_check_unknown_product';
import u233 from '@salesforce/label/c.Backroom_check_archived_product';
import u234 from '@salesforce/label/c.Backroom_check_quantity_invalid';
import u235 from '@salesforce/label/c.Backroom_check_price_unknown';
import u236 from '@salesforce/label/c.Backroom_check_mixed_currencies';
import u237 from '@salesforce/label/c.Backroom_check_currency_differs';
import u238 from '@salesforce/label/c.Backroom_check_stock_short';
import u239 from '@salesforce/label/c.Backroom_check_stock_later';
import u240 from '@salesforce/label/c.Backroom_check_price_below';
import u241 from '@salesforce/label/c.Backroom_check_price_above';
import u242 from '@salesforce/label/c.Backroom_check_over_limit';
import u243 from '@salesforce/label/c.Backroom_check_near_limit';
import u244 from '@salesforce/label/c.Backroom_check_overdue';
import u245 from '@salesforce/label/c.Backroom_check_already_converted';
import u246 from '@salesforce/label/c.Backroom_check_order_again';
import u247 from '@salesforce/label/c.Backroom_check_possible_twin';
import u248 from '@salesforce/label/c.Backroom_check_customer_created_first';
import u249 from '@salesforce/label/c.Backroom_check_figures_stale';
import u250 from '@salesforce/label/c.Backroom_check_erp_unavailable';
import u251 from '@salesforce/label/c.Backroom_check_total_differs';
import u252 from '@salesforce/label/c.Backroom_check_quote_expired';
import u253 from '@salesforce/label/c.Backroom_check_quote_not_accepted';
import u254 from '@salesforce/label/c.Backroom_check_no_company';
import u255 from '@salesforce/label/c.Backroom_check_company_without_name';
import u256 from '@salesforce/label/c.Backroom_check_record_unreadable';
import u257 from '@salesforce/label/c.Backroom_check_field_hidden';
import u258 from '@salesforce/label/c.Backroom_check_several_quotes';
import u259 from '@salesforce/label/c.Backroom_check_recurring_line';
import u260 from '@salesforce/label/c.Backroom_check_tiered_price';
import u261 from '@salesforce/label/c.Backroom_check_currency_unknown';
import u262 from '@salesforce/label/c.Backroom_check_tax_differs';
import u263 from '@salesforce/label/c.Backroom_check_price_invalid';
import u264 from '@salesforce/label/c.Backroom_check_discount_invalid';
import u265 from '@salesforce/label/c.Backroom_check_line_total_differs';
import u266 from '@salesforce/label/c.Backroom_check_quote_total_differs';
import u267 from '@salesforce/label/c.Backroom_check_adjustment_unknown';
import u268 from '@salesforce/label/c.Backroom_check_charge_not_carried';
import u269 from '@salesforce/label/c.Backroom_check_quantity_decimals';
import u270 from '@salesforce/label/c.Backroom_check_unknown_product_near';
import u271 from '@salesforce/label/c.Backroom_check_products_not_known';
import u272 from '@salesforce/label/c.Backroom_check_figure_missing';
import u273 from '@salesforce/label/c.Backroom_check_stock_unknown';
import u274 from '@salesforce/label/c.Backroom_check_credit_not_comparable';
import u275 from '@salesforce/label/c.Backroom_check_erp_limit';
import u276 from '@salesforce/label/c.Backroom_check_all_well';
import u277 from '@salesforce/label/c.Backroom_check_erp_refuses';
import u278 from '@salesforce/label/c.Backroom_invoices_title';
import u279 from '@salesforce/label/c.Backroom_invoices_none_title';
import u280 from '@salesforce/label/c.Backroom_invoices_none_text';
import u281 from '@salesforce/label/c.Backroom_invoice_kind_invoice';
import u282 from '@salesforce/label/c.Backroom_invoice_kind_credit_note';
import u283 from '@salesforce/label/c.Backroom_invoice_status_paid';
import u284 from '@salesforce/label/c.Backroom_invoice_status_part_paid';
import u285 from '@salesforce/label/c.Backroom_invoice_status_open';
import u286 from '@salesforce/label/c.Backroom_invoice_status_overdue';
import u287 from '@salesforce/label/c.Backroom_invoice_status_cancelled';
import u288 from '@salesforce/label/c.Backroom_invoice_overdue_days';
import u289 from '@salesforce/label/c.Backroom_invoice_pdf';
import u290 from '@salesforce/label/c.Backroom_invoice_pdf_of';
import u291 from '@salesforce/label/c.Backroom_credit_limit';
import u292 from '@salesforce/label/c.Backroom_credit_exposure';
import u293 from '@salesforce/label/c.Backroom_credit_free';
import u294 from '@salesforce/label/c.Backroom_credit_after_deal';
import u295 from '@salesforce/label/c.Backroom_credit_open_orders';
import u296 from '@salesforce/label/c.Backroom_credit_receivable';
import u297 from '@salesforce/label/c.Backroom_credit_no_limit';
import u298 from '@salesforce/label/c.Backroom_credit_used_of';
import u299 from '@salesforce/label/c.Backroom_credit_ageing';
import u300 from '@salesforce/label/c.Backroom_credit_ageing_not_due';
import u301 from '@salesforce/label/c.Backroom_credit_ageing_range';
import u302 from '@salesforce/label/c.Backroom_credit_ageing_more';
import u303 from '@salesforce/label/c.Backroom_credit_verdict_ok';
import u304 from '@salesforce/label/c.Backroom_credit_verdict_near_limit';
import u305 from '@salesforce/label/c.Backroom_credit_verdict_over_limit';
import u306 from '@salesforce/label/c.Backroom_credit_verdict_overdue';
import u307 from '@salesforce/label/c.Backroom_credit_verdict_blocked';
import u308 from '@salesforce/label/c.Backroom_credit_verdict_no_limit';
import u309 from '@salesforce/label/c.Backroom_returns_title';
import u310 from '@salesforce/label/c.Backroom_returns_none_title';
import u311 from '@salesforce/label/c.Backroom_returns_none_text';
import u312 from '@salesforce/label/c.Backroom_returns_claim';
import u313 from '@salesforce/label/c.Backroom_returns_claim_title';
import u314 from '@salesforce/label/c.Backroom_returns_claim_send';
import u315 from '@salesforce/label/c.Backroom_returns_choose_order';
import u316 from '@salesforce/label/c.Backroom_returns_quantity_of';
import u317 from '@salesforce/label/c.Backroom_returns_quantity_hint';
import u318 from '@salesforce/label/c.Backroom_returns_reason_hint';
import u319 from '@salesforce/label/c.Backroom_returns_need_quantity';
import u320 from '@salesforce/label/c.Backroom_returns_need_reason';
import u321 from '@salesforce/label/c.Backroom_returns_no_orders';
import u322 from '@salesforce/label/c.Backroom_returns_sent_toast';
import u323 from '@salesforce/label/c.Backroom_return_status_requested';
import u324 from '@salesforce/label/c.Backroom_return_status_approved';
import u325 from '@salesforce/label/c.Backroom_return_status_received';
import u326 from '@salesforce/label/c.Backroom_return_status_partly_credited';
import u327 from '@salesforce/label/c.Backroom_return_status_credited';
import u328 from '@salesforce/label/c.Backroom_return_status_replaced';
import u329 from '@salesforce/label/c.Backroom_return_status_rejected';
import u330 from '@salesforce/label/c.Backroom_company_credit_title';
import u331 from '@salesforce/label/c.Backroom_settings_title';
import u332 from '@salesforce/label/c.Backroom_settings_connection';
import u333 from '@salesforce/label/c.Backroom_settings_no_connection';
import u334 from '@salesforce/label/c.Backroom_settings_connect';
import u335 from '@salesforce/label/c.Backroom_settings_manage_connection';
import u336 from '@salesforce/label/c.Backroom_settings_open_connection';
import u337 from '@salesforce/label/c.Backroom_settings_state_ok';
import u338 from '@salesforce/label/c.Backroom_settings_state_down';
import u339 from '@salesforce/label/c.Backroom_settings_state_unauthorised';
import u340 from '@salesforce/label/c.Backroom_settings_state_unknown';
import u341 from '@salesforce/label/c.Backroom_settings_erp';
import u342 from '@salesforce/label/c.Backroom_settings_address';
import u343 from '@salesforce/label/c.Backroom_settings_version';
import u344 from '@salesforce/label/c.Backroom_settings_latency';
import u345 from '@salesforce/label/c.Backroom_settings_milliseconds';
import u346 from '@salesforce/label/c.Backroom_settings_checked';
import u347 from '@salesforce/label/c.Backroom_settings_flows';
import u348 from '@salesforce/label/c.Backroom_settings_flows_text';
import u349 from '@salesforce/label/c.Backroom_settings_unsupported';
import u350 from '@salesforce/label/c.Backroom_settings_write_back';
import u351 from '@salesforce/label/c.Backroom_settings_properties_ready';
import u352 from '@salesforce/label/c.Backroom_settings_properties_missing';
import u353 from '@salesforce/label/c.Backroom_settings_test_erp';
import u354 from '@salesforce/label/c.Backroom_settings_test_erp_help';
import u355 from '@salesforce/label/c.Backroom_settings_saved';
import u356 from '@salesforce/label/c.Backroom_settings_check';
import u357 from '@salesforce/label/c.Backroom_settings_master';
import u358 from '@salesforce/label/c.Backroom_settings_master_erp';
import u359 from '@salesforce/label/c.Backroom_settings_master_crm';
import u360 from '@salesforce/label/c.Backroom_settings_master_crm_erp';
import u361 from '@salesforce/label/c.Backroom_flow_customers';
import u362 from '@salesforce/label/c.Backroom_flow_orders';
import u363 from '@salesforce/label/c.Backroom_flow_stock';
import u364 from '@salesforce/label/c.Backroom_flow_invoices';
import u365 from '@salesforce/label/c.Backroom_flow_pricing';
import u366 from '@salesforce/label/c.Backroom_flow_returns';
import u367 from '@salesforce/label/c.Backroom_flow_credit';
import u368 from '@salesforce/label/c.Backroom_panel_customer';
import u369 from '@salesforce/label/c.Backroom_panel_stock';
import u370 from '@salesforce/label/c.Backroom_panel_pricing';
import u371 from '@salesforce/label/c.Backroom_panel_orders';
import u372 from '@salesforce/label/c.Backroom_panel_invoices';
import u373 from '@salesforce/label/c.Backroom_panel_credit';
import u374 from '@salesforce/label/c.Backroom_panel_returns';
import u375 from '@salesforce/label/c.Backroom_panel_overview';
import u376 from '@salesforce/label/c.Backroom_pages_previous';
import u377 from '@salesforce/label/c.Backroom_pages_next';
import u378 from '@salesforce/label/c.Backroom_salesforce_org';
import u379 from '@salesforce/label/c.Backroom_salesforce_org_id';
import u380 from '@salesforce/label/c.Backroom_salesforce_instance';
import u381 from '@salesforce/label/c.Backroom_salesforce_sandbox';
import u382 from '@salesforce/label/c.Backroom_salesforce_certificate';
import u383 from '@salesforce/label/c.Backroom_salesforce_roles';
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
import p22 from '@salesforce/label/c.Backroom_problem_currency_unknown';
import d22 from '@salesforce/label/c.Backroom_problem_currency_unknown_do';
import p23 from '@salesforce/label/c.Backroom_problem_mixed_currencies';
import d23 from '@salesforce/label/c.Backroom_problem_mixed_currencies_do';
import p24 from '@salesforce/label/c.Backroom_problem_line_without_code';
import d24 from '@salesforce/label/c.Backroom_problem_line_without_code_do';
import p25 from '@salesforce/label/c.Backroom_problem_quantity_invalid';
import d25 from '@salesforce/label/c.Backroom_problem_quantity_invalid_do';
import p26 from '@salesforce/label/c.Backroom_problem_quote_changed';
import d26 from '@salesforce/label/c.Backroom_problem_quote_changed_do';
import p27 from '@salesforce/label/c.Backroom_problem_already_converted';
import d27 from '@salesforce/label/c.Backroom_problem_already_converted_do';
import p28 from '@salesforce/label/c.Backroom_problem_possible_twin';
import d28 from '@salesforce/label/c.Backroom_problem_possible_twin_do';
import p29 from '@salesforce/label/c.Backroom_problem_preview_blocked';
import d29 from '@salesforce/label/c.Backroom_problem_preview_blocked_do';
import p30 from '@salesforce/label/c.Backroom_problem_customer_not_linked';
import d30 from '@salesforce/label/c.Backroom_problem_customer_not_linked_do';
import p31 from '@salesforce/label/c.Backroom_problem_customer_already_linked';
import d31 from '@salesforce/label/c.Backroom_problem_customer_already_linked_do';
import p32 from '@salesforce/label/c.Backroom_problem_unknown_product';
import d32 from '@salesforce/label/c.Backroom_problem_unknown_product_do';
import p33 from '@salesforce/label/c.Backroom_problem_unknown_customer';
import d33 from '@salesforce/label/c.Backroom_problem_unknown_customer_do';
import p34 from '@salesforce/label/c.Backroom_problem_submission_state';
import d34 from '@salesforce/label/c.Backroom_problem_submission_state_do';
import p35 from '@salesforce/label/c.Backroom_problem_erp_order_unknown';
import d35 from '@salesforce/label/c.Backroom_problem_erp_order_unknown_do';
import p36 from '@salesforce/label/c.Backroom_problem_erp_order_taken';
import d36 from '@salesforce/label/c.Backroom_problem_erp_order_taken_do';
import p37 from '@salesforce/label/c.Backroom_problem_desk_link_used';
import d37 from '@salesforce/label/c.Backroom_problem_desk_link_used_do';
import p38 from '@salesforce/label/c.Backroom_problem_desk_link_expired';
import d38 from '@salesforce/label/c.Backroom_problem_desk_link_expired_do';
import p39 from '@salesforce/label/c.Backroom_problem_desk_signed_out';
import d39 from '@salesforce/label/c.Backroom_problem_desk_signed_out_do';
import p40 from '@salesforce/label/c.Backroom_problem_connection_in_use';
import d40 from '@salesforce/label/c.Backroom_problem_connection_in_use_do';
import p41 from '@salesforce/label/c.Backroom_problem_flow_off';
import d41 from '@salesforce/label/c.Backroom_problem_flow_off_do';
import p42 from '@salesforce/label/c.Backroom_problem_flow_unsupported';
import d42 from '@salesforce/label/c.Backroom_problem_flow_unsupported_do';
import p43 from '@salesforce/label/c.Backroom_problem_erp_unreachable';
import d43 from '@salesforce/label/c.Backroom_problem_erp_unreachable_do';
import p44 from '@salesforce/label/c.Backroom_problem_erp_timeout';
import d44 from '@salesforce/label/c.Backroom_problem_erp_timeout_do';
import p45 from '@salesforce/label/c.Backroom_problem_erp_busy';
import d45 from '@salesforce/label/c.Backroom_problem_erp_busy_do';
import p46 from '@salesforce/label/c.Backroom_problem_erp_refused';
import d46 from '@salesforce/label/c.Backroom_problem_erp_refused_do';
import p47 from '@salesforce/label/c.Backroom_problem_erp_unauthorised';
import d47 from '@salesforce/label/c.Backroom_problem_erp_unauthorised_do';
import p48 from '@salesforce/label/c.Backroom_problem_erp_conflict';
import d48 from '@salesforce/label/c.Backroom_problem_erp_conflict_do';
import p49 from '@salesforce/label/c.Backroom_problem_erp_uncertain';
import d49 from '@salesforce/label/c.Backroom_problem_erp_uncertain_do';
import p50 from '@salesforce/label/c.Backroom_problem_erp_drift';
import d50 from '@salesforce/label/c.Backroom_problem_erp_drift_do';
import p51 from '@salesforce/label/c.Backroom_problem_erp_limit';
import d51 from '@salesforce/label/c.Backroom_problem_erp_limit_do';
import p52 from '@salesforce/label/c.Backroom_problem_erp_unfit';
import d52 from '@salesforce/label/c.Backroom_problem_erp_unfit_do';
import p53 from '@salesforce/label/c.Backroom_problem_erp_not_connected';
import d53 from '@salesforce/label/c.Backroom_problem_erp_not_connected_do';
import p54 from '@salesforce/label/c.Backroom_problem_crm_unreachable';
import d54 from '@salesforce/label/c.Backroom_problem_crm_unreachable_do';
import p55 from '@salesforce/label/c.Backroom_problem_crm_busy';
import d55 from '@salesforce/label/c.Backroom_problem_crm_busy_do';
import p56 from '@salesforce/label/c.Backroom_problem_crm_unauthorised';
import d56 from '@salesforce/label/c.Backroom_problem_crm_unauthorised_do';
import p57 from '@salesforce/label/c.Backroom_problem_crm_refused';
import d57 from '@salesforce/label/c.Backroom_problem_crm_refused_do';
import p58 from '@salesforce/label/c.Backroom_problem_store_unavailable';
import d58 from '@salesforce/label/c.Backroom_problem_store_unavailable_do';
import p59 from '@salesforce/label/c.Backroom_problem_cannot_process';
import d59 from '@salesforce/label/c.Backroom_problem_cannot_process_do';
import p60 from '@salesforce/label/c.Backroom_problem_internal';
import d60 from '@salesforce/label/c.Backroom_problem_internal_do';
import p61 from '@salesforce/label/c.Backroom_problem_backroom_unreachable';
import d61 from '@salesforce/label/c.Backroom_problem_backroom_unreachable_do';

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
  'alert.possible_twin': u88,
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
  'order.different_sale': u148,
  'order.blocked': u149,
  'order.requested_date': u150,
  'order.note': u151,
  'order.check_again': u152,
  'order.checks': u153,
  'order.level.block': u154,
  'order.level.warn': u155,
  'order.level.info': u156,
  'order.credit_after': u157,
  'order.converted_title': u158,
  'order.in_erp': u159,
  'order.follow_title': u160,
  'order.kept': u161,
  'order.history': u162,
  'order.resend': u163,
  'order.cancel': u164,
  'order.cancel_confirm': u165,
  'order.cancelled_toast': u166,
  'order.converted_toast': u167,
  'order.quote_changed': u168,
  'order.once_more': u169,
  'order.once_more_not': u170,
  'order.promised': u171,
  'order.ordered': u172,
  'order.no_deliveries': u173,
  'order.written_back': u174,
  'order.writing_back': u175,
  'order.next_try': u176,
  'order.field': u177,
  'order.erp_says': u178,
  'order.none_title': u179,
  'order.none_text': u180,
  'order.status.draft': u181,
  'order.status.confirmed': u182,
  'order.status.partly_delivered': u183,
  'order.status.delivered': u184,
  'order.status.invoiced': u185,
  'order.status.cancelled': u186,
  'delivery.planned': u187,
  'delivery.shipped': u188,
  'delivery.delivered': u189,
  'submission.queued': u190,
  'submission.sending': u191,
  'submission.checking': u192,
  'submission.waiting': u193,
  'submission.needs_attention': u194,
  'submission.confirmed': u195,
  'submission.cancelled': u196,
  'submission.next.queued': u197,
  'submission.next.sending': u198,
  'submission.next.checking': u199,
  'submission.next.waiting': u200,
  'submission.next.needs_attention': u201,
  'submission.next.confirmed': u202,
  'submission.next.cancelled': u203,
  'order.open_desk': u204,
  'order.mend_at_desk': u205,
  'order.stopped': u206,
  'field.requestedDate': u207,
  'field.note': u208,
  'field.quantity': u209,
  'field.unitPrice': u210,
  'field.productId': u211,
  'field.customerId': u212,
  'field.customer': u213,
  'field.currency': u214,
  'field.code': u215,
  'field.orderNumber': u216,
  'field.of_line': u217,
  'step.accepted': u218,
  'step.customer': u219,
  'step.look_up': u220,
  'step.create': u221,
  'step.confirm': u222,
  'step.write_back': u223,
  'step.mend': u224,
  'step.resend': u225,
  'step.adopt': u226,
  'step.cancel': u227,
  'check.customer_not_linked': u228,
  'check.customer_blocked': u229,
  'check.no_lines': u230,
  'check.line_without_code': u231,
  'check.unknown_product': u232,
  'check.archived_product': u233,
  'check.quantity_invalid': u234,
  'check.price_unknown': u235,
  'check.mixed_currencies': u236,
  'check.currency_differs': u237,
  'check.stock_short': u238,
  'check.stock_later': u239,
  'check.price_below': u240,
  'check.price_above': u241,
  'check.over_limit': u242,
  'check.near_limit': u243,
  'check.overdue': u244,
  'check.already_converted': u245,
  'check.order_again': u246,
  'check.possible_twin': u247,
  'check.customer_created_first': u248,
  'check.figures_stale': u249,
  'check.erp_unavailable': u250,
  'check.total_differs': u251,
  'check.quote_expired': u252,
  'check.quote_not_accepted': u253,
  'check.no_company': u254,
  'check.company_without_name': u255,
  'check.record_unreadable': u256,
  'check.field_hidden': u257,
  'check.several_quotes': u258,
  'check.recurring_line': u259,
  'check.tiered_price': u260,
  'check.currency_unknown': u261,
  'check.tax_differs': u262,
  'check.price_invalid': u263,
  'check.discount_invalid': u264,
  'check.line_total_differs': u265,
  'check.quote_total_differs': u266,
  'check.adjustment_unknown': u267,
  'check.charge_not_carried': u268,
  'check.quantity_decimals': u269,
  'check.unknown_product_near': u270,
  'check.products_not_known': u271,
  'check.figure_missing': u272,
  'check.stock_unknown': u273,
  'check.credit_not_comparable': u274,
  'check.erp_limit': u275,
  'check.all_well': u276,
  'check.erp_refuses': u277,
  'invoices.title': u278,
  'invoices.none_title': u279,
  'invoices.none_text': u280,
  'invoice.kind.invoice': u281,
  'invoice.kind.credit_note': u282,
  'invoice.status.paid': u283,
  'invoice.status.part_paid': u284,
  'invoice.status.open': u285,
  'invoice.status.overdue': u286,
  'invoice.status.cancelled': u287,
  'invoice.overdue_days': u288,
  'invoice.pdf': u289,
  'invoice.pdf_of': u290,
  'credit.limit': u291,
  'credit.exposure': u292,
  'credit.free': u293,
  'credit.after_deal': u294,
  'credit.open_orders': u295,
  'credit.receivable': u296,
  'credit.no_limit': u297,
  'credit.used_of': u298,
  'credit.ageing': u299,
  'credit.ageing.not_due': u300,
  'credit.ageing.range': u301,
  'credit.ageing.more': u302,
  'credit.verdict.ok': u303,
  'credit.verdict.near_limit': u304,
  'credit.verdict.over_limit': u305,
  'credit.verdict.overdue': u306,
  'credit.verdict.blocked': u307,
  'credit.verdict.no_limit': u308,
  'returns.title': u309,
  'returns.none_title': u310,
  'returns.none_text': u311,
  'returns.claim': u312,
  'returns.claim_title': u313,
  'returns.claim_send': u314,
  'returns.choose_order': u315,
  'returns.quantity_of': u316,
  'returns.quantity_hint': u317,
  'returns.reason_hint': u318,
  'returns.need_quantity': u319,
  'returns.need_reason': u320,
  'returns.no_orders': u321,
  'returns.sent_toast': u322,
  'return.status.requested': u323,
  'return.status.approved': u324,
  'return.status.received': u325,
  'return.status.partly_credited': u326,
  'return.status.credited': u327,
  'return.status.replaced': u328,
  'return.status.rejected': u329,
  'company.credit_title': u330,
  'settings.title': u331,
  'settings.connection': u332,
  'settings.no_connection': u333,
  'settings.connect': u334,
  'settings.manage_connection': u335,
  'settings.open_connection': u336,
  'settings.state.ok': u337,
  'settings.state.down': u338,
  'settings.state.unauthorised': u339,
  'settings.state.unknown': u340,
  'settings.erp': u341,
  'settings.address': u342,
  'settings.version': u343,
  'settings.latency': u344,
  'settings.milliseconds': u345,
  'settings.checked': u346,
  'settings.flows': u347,
  'settings.flows_text': u348,
  'settings.unsupported': u349,
  'settings.write_back': u350,
  'settings.properties_ready': u351,
  'settings.properties_missing': u352,
  'settings.test_erp': u353,
  'settings.test_erp_help': u354,
  'settings.saved': u355,
  'settings.check': u356,
  'settings.master': u357,
  'settings.master.erp': u358,
  'settings.master.crm': u359,
  'settings.master.crm+erp': u360,
  'flow.customers': u361,
  'flow.orders': u362,
  'flow.stock': u363,
  'flow.invoices': u364,
  'flow.pricing': u365,
  'flow.returns': u366,
  'flow.credit': u367,
  'panel.customer': u368,
  'panel.stock': u369,
  'panel.pricing': u370,
  'panel.orders': u371,
  'panel.invoices': u372,
  'panel.credit': u373,
  'panel.returns': u374,
  'panel.overview': u375,
  'pages.previous': u376,
  'pages.next': u377,
  'salesforce.org': u378,
  'salesforce.org_id': u379,
  'salesforce.instance': u380,
  'salesforce.sandbox': u381,
  'salesforce.certificate': u382,
  'salesforce.roles': u383,
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
  currency_unknown: [p22, d22],
  mixed_currencies: [p23, d23],
  line_without_code: [p24, d24],
  quantity_invalid: [p25, d25],
  quote_changed: [p26, d26],
  already_converted: [p27, d27],
  possible_twin: [p28, d28],
  preview_blocked: [p29, d29],
  customer_not_linked: [p30, d30],
  customer_already_linked: [p31, d31],
  unknown_product: [p32, d32],
  unknown_customer: [p33, d33],
  submission_state: [p34, d34],
  erp_order_unknown: [p35, d35],
  erp_order_taken: [p36, d36],
  desk_link_used: [p37, d37],
  desk_link_expired: [p38, d38],
  desk_signed_out: [p39, d39],
  connection_in_use: [p40, d40],
  flow_off: [p41, d41],
  flow_unsupported: [p42, d42],
  erp_unreachable: [p43, d43],
  erp_timeout: [p44, d44],
  erp_busy: [p45, d45],
  erp_refused: [p46, d46],
  erp_unauthorised: [p47, d47],
  erp_conflict: [p48, d48],
  erp_uncertain: [p49, d49],
  erp_drift: [p50, d50],
  erp_limit: [p51, d51],
  erp_unfit: [p52, d52],
  erp_not_connected: [p53, d53],
  crm_unreachable: [p54, d54],
  crm_busy: [p55, d55],
  crm_unauthorised: [p56, d56],
  crm_refused: [p57, d57],
  store_unavailable: [p58, d58],
  cannot_process: [p59, d59],
  internal: [p60, d60],
  backroom_unreachable: [p61, d61],
};
