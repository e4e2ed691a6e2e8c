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
import u104 from '@salesforce/label/c.Backroom_customer_why_email';
import u105 from '@salesforce/label/c.Backroom_customer_why_name';
import u106 from '@salesforce/label/c.Backroom_customer_why_erp_number';
import u107 from '@salesforce/label/c.Backroom_customer_no_company_title';
import u108 from '@salesforce/label/c.Backroom_customer_no_company_text';
import u109 from '@salesforce/label/c.Backroom_customer_unlinked_title';
import u110 from '@salesforce/label/c.Backroom_customer_unlinked_text';
import u111 from '@salesforce/label/c.Backroom_customer_linked_toast';
import u112 from '@salesforce/label/c.Backroom_stock_title';
import u113 from '@salesforce/label/c.Backroom_stock_available';
import u114 from '@salesforce/label/c.Backroom_stock_later';
import u115 from '@salesforce/label/c.Backroom_stock_short';
import u116 from '@salesforce/label/c.Backroom_stock_with_available';
import u117 from '@salesforce/label/c.Backroom_stock_not_stocked';
import u118 from '@salesforce/label/c.Backroom_stock_unknown';
import u119 from '@salesforce/label/c.Backroom_stock_now';
import u120 from '@salesforce/label/c.Backroom_stock_never';
import u121 from '@salesforce/label/c.Backroom_stock_no_lines_title';
import u122 from '@salesforce/label/c.Backroom_stock_no_lines_text';
import u123 from '@salesforce/label/c.Backroom_stock_lines_from_deal';
import u124 from '@salesforce/label/c.Backroom_stock_details_of';
import u125 from '@salesforce/label/c.Backroom_stock_incoming_none';
import u126 from '@salesforce/label/c.Backroom_price_equal';
import u127 from '@salesforce/label/c.Backroom_price_below';
import u128 from '@salesforce/label/c.Backroom_price_above';
import u129 from '@salesforce/label/c.Backroom_price_other_currency';
import u130 from '@salesforce/label/c.Backroom_price_quoted_total';
import u131 from '@salesforce/label/c.Backroom_price_erp_total';
import u132 from '@salesforce/label/c.Backroom_price_total_difference';
import u133 from '@salesforce/label/c.Backroom_price_source_customer_price';
import u134 from '@salesforce/label/c.Backroom_price_source_price_list';
import u135 from '@salesforce/label/c.Backroom_price_source_quantity_break';
import u136 from '@salesforce/label/c.Backroom_price_source_list_price';
import u137 from '@salesforce/label/c.Backroom_trouble_unknown_product';
import u138 from '@salesforce/label/c.Backroom_trouble_no_code';
import u139 from '@salesforce/label/c.Backroom_trouble_invalid_quantity';
import u140 from '@salesforce/label/c.Backroom_trouble_archived_product';
import u141 from '@salesforce/label/c.Backroom_trouble_no_price';
import u142 from '@salesforce/label/c.Backroom_order_title';
import u143 from '@salesforce/label/c.Backroom_order_preview_title';
import u144 from '@salesforce/label/c.Backroom_order_preview_loading';
import u145 from '@salesforce/label/c.Backroom_order_convert';
import u146 from '@salesforce/label/c.Backroom_order_converting';
import u147 from '@salesforce/label/c.Backroom_order_accept';
import u148 from '@salesforce/label/c.Backroom_order_accept_needed';
import u149 from '@salesforce/label/c.Backroom_order_different_sale';
import u150 from '@salesforce/label/c.Backroom_order_blocked';
import u151 from '@salesforce/label/c.Backroom_order_requested_date';
import u152 from '@salesforce/label/c.Backroom_order_note';
import u153 from '@salesforce/label/c.Backroom_order_check_again';
import u154 from '@salesforce/label/c.Backroom_order_checks';
import u155 from '@salesforce/label/c.Backroom_order_level_block';
import u156 from '@salesforce/label/c.Backroom_order_level_warn';
import u157 from '@salesforce/label/c.Backroom_order_level_info';
import u158 from '@salesforce/label/c.Backroom_order_credit_after';
import u159 from '@salesforce/label/c.Backroom_order_converted_title';
import u160 from '@salesforce/label/c.Backroom_order_in_erp';
import u161 from '@salesforce/label/c.Backroom_order_follow_title';
import u162 from '@salesforce/label/c.Backroom_order_kept';
import u163 from '@salesforce/label/c.Backroom_order_history';
import u164 from '@salesforce/label/c.Backroom_order_resend';
import u165 from '@salesforce/label/c.Backroom_order_cancel';
import u166 from '@salesforce/label/c.Backroom_order_cancel_confirm';
import u167 from '@salesforce/label/c.Backroom_order_cancelled_toast';
import u168 from '@salesforce/label/c.Backroom_order_converted_toast';
import u169 from '@salesforce/label/c.Backroom_order_quote_changed';
import u170 from '@salesforce/label/c.Backroom_order_once_more';
import u171 from '@salesforce/label/c.Backroom_order_once_more_not';
import u172 from '@salesforce/label/c.Backroom_order_promised';
import u173 from '@salesforce/label/c.Backroom_order_ordered';
import u174 from '@salesforce/label/c.Backroom_order_no_deliveries';
import u175 from '@salesforce/label/c.Backroom_order_written_back';
import u176 from '@salesforce/label/c.Backroom_order_writing_back';
import u177 from '@salesforce/label/c.Backroom_order_next_try';
import u178 from '@salesforce/label/c.Backroom_order_field';
import u179 from '@salesforce/label/c.Backroom_order_erp_says';
import u180 from '@salesforce/label/c.Backroom_order_none_title';
import u181 from '@salesforce/label/c.Backroom_order_none_text';
import u182 from '@salesforce/label/c.Backroom_order_status_draft';
import u183 from '@salesforce/label/c.Backroom_order_status_confirmed';
import u184 from '@salesforce/label/c.Backroom_order_status_partly_delivered';
import u185 from '@salesforce/label/c.Backroom_order_status_delivered';
import u186 from '@salesforce/label/c.Backroom_order_status_invoiced';
import u187 from '@salesforce/label/c.Backroom_order_status_cancelled';
import u188 from '@salesforce/label/c.Backroom_delivery_planned';
import u189 from '@salesforce/label/c.Backroom_delivery_shipped';
import u190 from '@salesforce/label/c.Backroom_delivery_delivered';
import u191 from '@salesforce/label/c.Backroom_submission_queued';
import u192 from '@salesforce/label/c.Backroom_submission_sending';
import u193 from '@salesforce/label/c.Backroom_submission_checking';
import u194 from '@salesforce/label/c.Backroom_submission_waiting';
import u195 from '@salesforce/label/c.Backroom_submission_needs_attention';
import u196 from '@salesforce/label/c.Backroom_submission_confirmed';
import u197 from '@salesforce/label/c.Backroom_submission_cancelled';
import u198 from '@salesforce/label/c.Backroom_submission_next_queued';
import u199 from '@salesforce/label/c.Backroom_submission_next_sending';
import u200 from '@salesforce/label/c.Backroom_submission_next_checking';
import u201 from '@salesforce/label/c.Backroom_submission_next_waiting';
import u202 from '@salesforce/label/c.Backroom_submission_next_needs_attention';
import u203 from '@salesforce/label/c.Backroom_submission_next_confirmed';
import u204 from '@salesforce/label/c.Backroom_submission_next_cancelled';
import u205 from '@salesforce/label/c.Backroom_order_open_desk';
import u206 from '@salesforce/label/c.Backroom_order_mend_at_desk';
import u207 from '@salesforce/label/c.Backroom_order_stopped';
import u208 from '@salesforce/label/c.Backroom_field_requestedDate';
import u209 from '@salesforce/label/c.Backroom_field_note';
import u210 from '@salesforce/label/c.Backroom_field_quantity';
import u211 from '@salesforce/label/c.Backroom_field_unitPrice';
import u212 from '@salesforce/label/c.Backroom_field_productId';
import u213 from '@salesforce/label/c.Backroom_field_customerId';
import u214 from '@salesforce/label/c.Backroom_field_customer';
import u215 from '@salesforce/label/c.Backroom_field_currency';
import u216 from '@salesforce/label/c.Backroom_field_code';
import u217 from '@salesforce/label/c.Backroom_field_orderNumber';
import u218 from '@salesforce/label/c.Backroom_field_of_line';
import u219 from '@salesforce/label/c.Backroom_step_accepted';
import u220 from '@salesforce/label/c.Backroom_step_customer';
import u221 from '@salesforce/label/c.Backroom_step_look_up';
import u222 from '@salesforce/label/c.Backroom_step_create';
import u223 from '@salesforce/label/c.Backroom_step_confirm';
import u224 from '@salesforce/label/c.Backroom_step_write_back';
import u225 from '@salesforce/label/c.Backroom_step_mend';
import u226 from '@salesforce/label/c.Backroom_step_resend';
import u227 from '@salesforce/label/c.Backroom_step_adopt';
import u228 from '@salesforce/label/c.Backroom_step_cancel';
import u229 from '@salesforce/label/c.Backroom_check_customer_not_linked';
import u230 from '@salesforce/label/c.Backroom_check_customer_blocked';
import u231 from '@salesforce/label/c.Backroom_check_no_lines';
import u232 from '@salesforce/label/c.Backroom_check_line_without_code';
import u233 from '@salesforce/label/c.Backroom_check_unknown_product';
import u234 from '@salesforce/label/c.Backroom_check_archived_product';
import u235 from '@salesforce/label/c.Backroom_check_quantity_invalid';
import u236 from '@salesforce/label/c.Backroom_check_price_unknown';
import u237 from '@salesforce/label/c.Backroom_check_mixed_currencies';
import u238 from '@salesforce/label/c.Backroom_check_currency_differs';
import u239 from '@salesforce/label/c.Backroom_check_stock_short';
import u240 from '@salesforce/label/c.Backroom_check_stock_later';
import u241 from '@salesforce/label/c.Backroom_check_price_below';
import u242 from '@salesforce/label/c.Backroom_check_price_above';
import u243 from '@salesforce/label/c.Backroom_check_over_limit';
import u244 from '@salesforce/label/c.Backroom_check_near_limit';
import u245 from '@salesforce/label/c.Backroom_check_overdue';
import u246 from '@salesforce/label/c.Backroom_check_already_converted';
import u247 from '@salesforce/label/c.Backroom_check_order_again';
import u248 from '@salesforce/label/c.Backroom_check_possible_twin';
import u249 from '@salesforce/label/c.Backroom_check_customer_created_first';
import u250 from '@salesforce/label/c.Backroom_check_figures_stale';
import u251 from '@salesforce/label/c.Backroom_check_erp_unavailable';
import u252 from '@salesforce/label/c.Backroom_check_total_differs';
import u253 from '@salesforce/label/c.Backroom_check_quote_expired';
import u254 from '@salesforce/label/c.Backroom_check_quote_not_accepted';
import u255 from '@salesforce/label/c.Backroom_check_no_company';
import u256 from '@salesforce/label/c.Backroom_check_company_without_name';
import u257 from '@salesforce/label/c.Backroom_check_record_unreadable';
import u258 from '@salesforce/label/c.Backroom_check_field_hidden';
import u259 from '@salesforce/label/c.Backroom_check_several_quotes';
import u260 from '@salesforce/label/c.Backroom_check_recurring_line';
import u261 from '@salesforce/label/c.Backroom_check_tiered_price';
import u262 from '@salesforce/label/c.Backroom_check_currency_unknown';
import u263 from '@salesforce/label/c.Backroom_check_tax_differs';
import u264 from '@salesforce/label/c.Backroom_check_price_invalid';
import u265 from '@salesforce/label/c.Backroom_check_discount_invalid';
import u266 from '@salesforce/label/c.Backroom_check_line_total_differs';
import u267 from '@salesforce/label/c.Backroom_check_quote_total_differs';
import u268 from '@salesforce/label/c.Backroom_check_adjustment_unknown';
import u269 from '@salesforce/label/c.Backroom_check_charge_not_carried';
import u270 from '@salesforce/label/c.Backroom_check_quantity_decimals';
import u271 from '@salesforce/label/c.Backroom_check_unknown_product_near';
import u272 from '@salesforce/label/c.Backroom_check_products_not_known';
import u273 from '@salesforce/label/c.Backroom_check_figure_missing';
import u274 from '@salesforce/label/c.Backroom_check_stock_unknown';
import u275 from '@salesforce/label/c.Backroom_check_credit_not_comparable';
import u276 from '@salesforce/label/c.Backroom_check_erp_limit';
import u277 from '@salesforce/label/c.Backroom_check_all_well';
import u278 from '@salesforce/label/c.Backroom_check_erp_refuses';
import u279 from '@salesforce/label/c.Backroom_invoices_title';
import u280 from '@salesforce/label/c.Backroom_invoices_none_title';
import u281 from '@salesforce/label/c.Backroom_invoices_none_text';
import u282 from '@salesforce/label/c.Backroom_invoice_kind_invoice';
import u283 from '@salesforce/label/c.Backroom_invoice_kind_credit_note';
import u284 from '@salesforce/label/c.Backroom_invoice_status_paid';
import u285 from '@salesforce/label/c.Backroom_invoice_status_part_paid';
import u286 from '@salesforce/label/c.Backroom_invoice_status_open';
import u287 from '@salesforce/label/c.Backroom_invoice_status_overdue';
import u288 from '@salesforce/label/c.Backroom_invoice_status_cancelled';
import u289 from '@salesforce/label/c.Backroom_invoice_overdue_days';
import u290 from '@salesforce/label/c.Backroom_invoice_pdf';
import u291 from '@salesforce/label/c.Backroom_invoice_pdf_of';
import u292 from '@salesforce/label/c.Backroom_credit_limit';
import u293 from '@salesforce/label/c.Backroom_credit_exposure';
import u294 from '@salesforce/label/c.Backroom_credit_free';
import u295 from '@salesforce/label/c.Backroom_credit_after_deal';
import u296 from '@salesforce/label/c.Backroom_credit_open_orders';
import u297 from '@salesforce/label/c.Backroom_credit_receivable';
import u298 from '@salesforce/label/c.Backroom_credit_no_limit';
import u299 from '@salesforce/label/c.Backroom_credit_used_of';
import u300 from '@salesforce/label/c.Backroom_credit_ageing';
import u301 from '@salesforce/label/c.Backroom_credit_ageing_not_due';
import u302 from '@salesforce/label/c.Backroom_credit_ageing_range';
import u303 from '@salesforce/label/c.Backroom_credit_ageing_more';
import u304 from '@salesforce/label/c.Backroom_credit_verdict_ok';
import u305 from '@salesforce/label/c.Backroom_credit_verdict_near_limit';
import u306 from '@salesforce/label/c.Backroom_credit_verdict_over_limit';
import u307 from '@salesforce/label/c.Backroom_credit_verdict_overdue';
import u308 from '@salesforce/label/c.Backroom_credit_verdict_blocked';
import u309 from '@salesforce/label/c.Backroom_credit_verdict_no_limit';
import u310 from '@salesforce/label/c.Backroom_returns_title';
import u311 from '@salesforce/label/c.Backroom_returns_none_title';
import u312 from '@salesforce/label/c.Backroom_returns_none_text';
import u313 from '@salesforce/label/c.Backroom_returns_claim';
import u314 from '@salesforce/label/c.Backroom_returns_claim_title';
import u315 from '@salesforce/label/c.Backroom_returns_claim_send';
import u316 from '@salesforce/label/c.Backroom_returns_choose_order';
import u317 from '@salesforce/label/c.Backroom_returns_quantity_of';
import u318 from '@salesforce/label/c.Backroom_returns_quantity_hint';
import u319 from '@salesforce/label/c.Backroom_returns_reason_hint';
import u320 from '@salesforce/label/c.Backroom_returns_need_quantity';
import u321 from '@salesforce/label/c.Backroom_returns_need_reason';
import u322 from '@salesforce/label/c.Backroom_returns_no_orders';
import u323 from '@salesforce/label/c.Backroom_returns_sent_toast';
import u324 from '@salesforce/label/c.Backroom_return_status_requested';
import u325 from '@salesforce/label/c.Backroom_return_status_approved';
import u326 from '@salesforce/label/c.Backroom_return_status_received';
import u327 from '@salesforce/label/c.Backroom_return_status_partly_credited';
import u328 from '@salesforce/label/c.Backroom_return_status_credited';
import u329 from '@salesforce/label/c.Backroom_return_status_replaced';
import u330 from '@salesforce/label/c.Backroom_return_status_rejected';
import u331 from '@salesforce/label/c.Backroom_company_credit_title';
import u332 from '@salesforce/label/c.Backroom_settings_title';
import u333 from '@salesforce/label/c.Backroom_settings_connection';
import u334 from '@salesforce/label/c.Backroom_settings_no_connection';
import u335 from '@salesforce/label/c.Backroom_settings_connect';
import u336 from '@salesforce/label/c.Backroom_settings_manage_connection';
import u337 from '@salesforce/label/c.Backroom_settings_open_connection';
import u338 from '@salesforce/label/c.Backroom_settings_state_ok';
import u339 from '@salesforce/label/c.Backroom_settings_state_down';
import u340 from '@salesforce/label/c.Backroom_settings_state_unauthorised';
import u341 from '@salesforce/label/c.Backroom_settings_state_unknown';
import u342 from '@salesforce/label/c.Backroom_settings_erp';
import u343 from '@salesforce/label/c.Backroom_settings_address';
import u344 from '@salesforce/label/c.Backroom_settings_version';
import u345 from '@salesforce/label/c.Backroom_settings_latency';
import u346 from '@salesforce/label/c.Backroom_settings_milliseconds';
import u347 from '@salesforce/label/c.Backroom_settings_checked';
import u348 from '@salesforce/label/c.Backroom_settings_flows';
import u349 from '@salesforce/label/c.Backroom_settings_flows_text';
import u350 from '@salesforce/label/c.Backroom_settings_unsupported';
import u351 from '@salesforce/label/c.Backroom_settings_write_back';
import u352 from '@salesforce/label/c.Backroom_settings_properties_ready';
import u353 from '@salesforce/label/c.Backroom_settings_properties_missing';
import u354 from '@salesforce/label/c.Backroom_settings_test_erp';
import u355 from '@salesforce/label/c.Backroom_settings_test_erp_help';
import u356 from '@salesforce/label/c.Backroom_settings_saved';
import u357 from '@salesforce/label/c.Backroom_settings_check';
import u358 from '@salesforce/label/c.Backroom_settings_master';
import u359 from '@salesforce/label/c.Backroom_settings_master_erp';
import u360 from '@salesforce/label/c.Backroom_settings_master_crm';
import u361 from '@salesforce/label/c.Backroom_settings_master_crm_erp';
import u362 from '@salesforce/label/c.Backroom_flow_customers';
import u363 from '@salesforce/label/c.Backroom_flow_orders';
import u364 from '@salesforce/label/c.Backroom_flow_stock';
import u365 from '@salesforce/label/c.Backroom_flow_invoices';
import u366 from '@salesforce/label/c.Backroom_flow_pricing';
import u367 from '@salesforce/label/c.Backroom_flow_returns';
import u368 from '@salesforce/label/c.Backroom_flow_credit';
import u369 from '@salesforce/label/c.Backroom_panel_customer';
import u370 from '@salesforce/label/c.Backroom_panel_stock';
import u371 from '@salesforce/label/c.Backroom_panel_pricing';
import u372 from '@salesforce/label/c.Backroom_panel_orders';
import u373 from '@salesforce/label/c.Backroom_panel_invoices';
import u374 from '@salesforce/label/c.Backroom_panel_credit';
import u375 from '@salesforce/label/c.Backroom_panel_returns';
import u376 from '@salesforce/label/c.Backroom_panel_overview';
import u377 from '@salesforce/label/c.Backroom_pages_previous';
import u378 from '@salesforce/label/c.Backroom_pages_next';
import u379 from '@salesforce/label/c.Backroom_salesforce_org';
import u380 from '@salesforce/label/c.Backroom_salesforce_org_id';
import u381 from '@salesforce/label/c.Backroom_salesforce_instance';
import u382 from '@salesforce/label/c.Backroom_salesforce_sandbox';
import u383 from '@salesforce/label/c.Backroom_salesforce_certificate';
import u384 from '@salesforce/label/c.Backroom_salesforce_roles';
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
import p10 from '@salesforce/label/c.Backroom_problem_quote_without_deal';
import d10 from '@salesforce/label/c.Backroom_problem_quote_without_deal_do';
import p11 from '@salesforce/label/c.Backroom_problem_panel_unknown';
import d11 from '@salesforce/label/c.Backroom_problem_panel_unknown_do';
import p12 from '@salesforce/label/c.Backroom_problem_method_not_allowed';
import d12 from '@salesforce/label/c.Backroom_problem_method_not_allowed_do';
import p13 from '@salesforce/label/c.Backroom_problem_invalid_input';
import d13 from '@salesforce/label/c.Backroom_problem_invalid_input_do';
import p14 from '@salesforce/label/c.Backroom_problem_invalid_json';
import d14 from '@salesforce/label/c.Backroom_problem_invalid_json_do';
import p15 from '@salesforce/label/c.Backroom_problem_unsupported_content_type';
import d15 from '@salesforce/label/c.Backroom_problem_unsupported_content_type_do';
import p16 from '@salesforce/label/c.Backroom_problem_body_too_large';
import d16 from '@salesforce/label/c.Backroom_problem_body_too_large_do';
import p17 from '@salesforce/label/c.Backroom_problem_too_many_requests';
import d17 from '@salesforce/label/c.Backroom_problem_too_many_requests_do';
import p18 from '@salesforce/label/c.Backroom_problem_idempotency_key_missing';
import d18 from '@salesforce/label/c.Backroom_problem_idempotency_key_missing_do';
import p19 from '@salesforce/label/c.Backroom_problem_idempotency_key_reused';
import d19 from '@salesforce/label/c.Backroom_problem_idempotency_key_reused_do';
import p20 from '@salesforce/label/c.Backroom_problem_idempotency_in_progress';
import d20 from '@salesforce/label/c.Backroom_problem_idempotency_in_progress_do';
import p21 from '@salesforce/label/c.Backroom_problem_no_company';
import d21 from '@salesforce/label/c.Backroom_problem_no_company_do';
import p22 from '@salesforce/label/c.Backroom_problem_no_lines';
import d22 from '@salesforce/label/c.Backroom_problem_no_lines_do';
import p23 from '@salesforce/label/c.Backroom_problem_currency_unknown';
import d23 from '@salesforce/label/c.Backroom_problem_currency_unknown_do';
import p24 from '@salesforce/label/c.Backroom_problem_mixed_currencies';
import d24 from '@salesforce/label/c.Backroom_problem_mixed_currencies_do';
import p25 from '@salesforce/label/c.Backroom_problem_line_without_code';
import d25 from '@salesforce/label/c.Backroom_problem_line_without_code_do';
import p26 from '@salesforce/label/c.Backroom_problem_quantity_invalid';
import d26 from '@salesforce/label/c.Backroom_problem_quantity_invalid_do';
import p27 from '@salesforce/label/c.Backroom_problem_quote_changed';
import d27 from '@salesforce/label/c.Backroom_problem_quote_changed_do';
import p28 from '@salesforce/label/c.Backroom_problem_already_converted';
import d28 from '@salesforce/label/c.Backroom_problem_already_converted_do';
import p29 from '@salesforce/label/c.Backroom_problem_possible_twin';
import d29 from '@salesforce/label/c.Backroom_problem_possible_twin_do';
import p30 from '@salesforce/label/c.Backroom_problem_preview_blocked';
import d30 from '@salesforce/label/c.Backroom_problem_preview_blocked_do';
import p31 from '@salesforce/label/c.Backroom_problem_customer_not_linked';
import d31 from '@salesforce/label/c.Backroom_problem_customer_not_linked_do';
import p32 from '@salesforce/label/c.Backroom_problem_customer_already_linked';
import d32 from '@salesforce/label/c.Backroom_problem_customer_already_linked_do';
import p33 from '@salesforce/label/c.Backroom_problem_unknown_product';
import d33 from '@salesforce/label/c.Backroom_problem_unknown_product_do';
import p34 from '@salesforce/label/c.Backroom_problem_unknown_customer';
import d34 from '@salesforce/label/c.Backroom_problem_unknown_customer_do';
import p35 from '@salesforce/label/c.Backroom_problem_submission_state';
import d35 from '@salesforce/label/c.Backroom_problem_submission_state_do';
import p36 from '@salesforce/label/c.Backroom_problem_erp_order_unknown';
import d36 from '@salesforce/label/c.Backroom_problem_erp_order_unknown_do';
import p37 from '@salesforce/label/c.Backroom_problem_erp_order_taken';
import d37 from '@salesforce/label/c.Backroom_problem_erp_order_taken_do';
import p38 from '@salesforce/label/c.Backroom_problem_desk_link_used';
import d38 from '@salesforce/label/c.Backroom_problem_desk_link_used_do';
import p39 from '@salesforce/label/c.Backroom_problem_desk_link_expired';
import d39 from '@salesforce/label/c.Backroom_problem_desk_link_expired_do';
import p40 from '@salesforce/label/c.Backroom_problem_desk_signed_out';
import d40 from '@salesforce/label/c.Backroom_problem_desk_signed_out_do';
import p41 from '@salesforce/label/c.Backroom_problem_connection_in_use';
import d41 from '@salesforce/label/c.Backroom_problem_connection_in_use_do';
import p42 from '@salesforce/label/c.Backroom_problem_flow_off';
import d42 from '@salesforce/label/c.Backroom_problem_flow_off_do';
import p43 from '@salesforce/label/c.Backroom_problem_flow_unsupported';
import d43 from '@salesforce/label/c.Backroom_problem_flow_unsupported_do';
import p44 from '@salesforce/label/c.Backroom_problem_erp_unreachable';
import d44 from '@salesforce/label/c.Backroom_problem_erp_unreachable_do';
import p45 from '@salesforce/label/c.Backroom_problem_erp_timeout';
import d45 from '@salesforce/label/c.Backroom_problem_erp_timeout_do';
import p46 from '@salesforce/label/c.Backroom_problem_erp_busy';
import d46 from '@salesforce/label/c.Backroom_problem_erp_busy_do';
import p47 from '@salesforce/label/c.Backroom_problem_erp_refused';
import d47 from '@salesforce/label/c.Backroom_problem_erp_refused_do';
import p48 from '@salesforce/label/c.Backroom_problem_erp_unauthorised';
import d48 from '@salesforce/label/c.Backroom_problem_erp_unauthorised_do';
import p49 from '@salesforce/label/c.Backroom_problem_erp_conflict';
import d49 from '@salesforce/label/c.Backroom_problem_erp_conflict_do';
import p50 from '@salesforce/label/c.Backroom_problem_erp_uncertain';
import d50 from '@salesforce/label/c.Backroom_problem_erp_uncertain_do';
import p51 from '@salesforce/label/c.Backroom_problem_erp_drift';
import d51 from '@salesforce/label/c.Backroom_problem_erp_drift_do';
import p52 from '@salesforce/label/c.Backroom_problem_erp_limit';
import d52 from '@salesforce/label/c.Backroom_problem_erp_limit_do';
import p53 from '@salesforce/label/c.Backroom_problem_erp_unfit';
import d53 from '@salesforce/label/c.Backroom_problem_erp_unfit_do';
import p54 from '@salesforce/label/c.Backroom_problem_erp_not_connected';
import d54 from '@salesforce/label/c.Backroom_problem_erp_not_connected_do';
import p55 from '@salesforce/label/c.Backroom_problem_crm_unreachable';
import d55 from '@salesforce/label/c.Backroom_problem_crm_unreachable_do';
import p56 from '@salesforce/label/c.Backroom_problem_crm_busy';
import d56 from '@salesforce/label/c.Backroom_problem_crm_busy_do';
import p57 from '@salesforce/label/c.Backroom_problem_crm_unauthorised';
import d57 from '@salesforce/label/c.Backroom_problem_crm_unauthorised_do';
import p58 from '@salesforce/label/c.Backroom_problem_crm_refused';
import d58 from '@salesforce/label/c.Backroom_problem_crm_refused_do';
import p59 from '@salesforce/label/c.Backroom_problem_store_unavailable';
import d59 from '@salesforce/label/c.Backroom_problem_store_unavailable_do';
import p60 from '@salesforce/label/c.Backroom_problem_cannot_process';
import d60 from '@salesforce/label/c.Backroom_problem_cannot_process_do';
import p61 from '@salesforce/label/c.Backroom_problem_internal';
import d61 from '@salesforce/label/c.Backroom_problem_internal_do';
import p62 from '@salesforce/label/c.Backroom_problem_backroom_unreachable';
import d62 from '@salesforce/label/c.Backroom_problem_backroom_unreachable_do';

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
  'customer.why.email': u104,
  'customer.why.name': u105,
  'customer.why.erp_number': u106,
  'customer.no_company_title': u107,
  'customer.no_company_text': u108,
  'customer.unlinked_title': u109,
  'customer.unlinked_text': u110,
  'customer.linked_toast': u111,
  'stock.title': u112,
  'stock.available': u113,
  'stock.later': u114,
  'stock.short': u115,
  'stock.with_available': u116,
  'stock.not_stocked': u117,
  'stock.unknown': u118,
  'stock.now': u119,
  'stock.never': u120,
  'stock.no_lines_title': u121,
  'stock.no_lines_text': u122,
  'stock.lines_from_deal': u123,
  'stock.details_of': u124,
  'stock.incoming_none': u125,
  'price.equal': u126,
  'price.below': u127,
  'price.above': u128,
  'price.other_currency': u129,
  'price.quoted_total': u130,
  'price.erp_total': u131,
  'price.total_difference': u132,
  'price.source.customer_price': u133,
  'price.source.price_list': u134,
  'price.source.quantity_break': u135,
  'price.source.list_price': u136,
  'trouble.unknown_product': u137,
  'trouble.no_code': u138,
  'trouble.invalid_quantity': u139,
  'trouble.archived_product': u140,
  'trouble.no_price': u141,
  'order.title': u142,
  'order.preview_title': u143,
  'order.preview_loading': u144,
  'order.convert': u145,
  'order.converting': u146,
  'order.accept': u147,
  'order.accept_needed': u148,
  'order.different_sale': u149,
  'order.blocked': u150,
  'order.requested_date': u151,
  'order.note': u152,
  'order.check_again': u153,
  'order.checks': u154,
  'order.level.block': u155,
  'order.level.warn': u156,
  'order.level.info': u157,
  'order.credit_after': u158,
  'order.converted_title': u159,
  'order.in_erp': u160,
  'order.follow_title': u161,
  'order.kept': u162,
  'order.history': u163,
  'order.resend': u164,
  'order.cancel': u165,
  'order.cancel_confirm': u166,
  'order.cancelled_toast': u167,
  'order.converted_toast': u168,
  'order.quote_changed': u169,
  'order.once_more': u170,
  'order.once_more_not': u171,
  'order.promised': u172,
  'order.ordered': u173,
  'order.no_deliveries': u174,
  'order.written_back': u175,
  'order.writing_back': u176,
  'order.next_try': u177,
  'order.field': u178,
  'order.erp_says': u179,
  'order.none_title': u180,
  'order.none_text': u181,
  'order.status.draft': u182,
  'order.status.confirmed': u183,
  'order.status.partly_delivered': u184,
  'order.status.delivered': u185,
  'order.status.invoiced': u186,
  'order.status.cancelled': u187,
  'delivery.planned': u188,
  'delivery.shipped': u189,
  'delivery.delivered': u190,
  'submission.queued': u191,
  'submission.sending': u192,
  'submission.checking': u193,
  'submission.waiting': u194,
  'submission.needs_attention': u195,
  'submission.confirmed': u196,
  'submission.cancelled': u197,
  'submission.next.queued': u198,
  'submission.next.sending': u199,
  'submission.next.checking': u200,
  'submission.next.waiting': u201,
  'submission.next.needs_attention': u202,
  'submission.next.confirmed': u203,
  'submission.next.cancelled': u204,
  'order.open_desk': u205,
  'order.mend_at_desk': u206,
  'order.stopped': u207,
  'field.requestedDate': u208,
  'field.note': u209,
  'field.quantity': u210,
  'field.unitPrice': u211,
  'field.productId': u212,
  'field.customerId': u213,
  'field.customer': u214,
  'field.currency': u215,
  'field.code': u216,
  'field.orderNumber': u217,
  'field.of_line': u218,
  'step.accepted': u219,
  'step.customer': u220,
  'step.look_up': u221,
  'step.create': u222,
  'step.confirm': u223,
  'step.write_back': u224,
  'step.mend': u225,
  'step.resend': u226,
  'step.adopt': u227,
  'step.cancel': u228,
  'check.customer_not_linked': u229,
  'check.customer_blocked': u230,
  'check.no_lines': u231,
  'check.line_without_code': u232,
  'check.unknown_product': u233,
  'check.archived_product': u234,
  'check.quantity_invalid': u235,
  'check.price_unknown': u236,
  'check.mixed_currencies': u237,
  'check.currency_differs': u238,
  'check.stock_short': u239,
  'check.stock_later': u240,
  'check.price_below': u241,
  'check.price_above': u242,
  'check.over_limit': u243,
  'check.near_limit': u244,
  'check.overdue': u245,
  'check.already_converted': u246,
  'check.order_again': u247,
  'check.possible_twin': u248,
  'check.customer_created_first': u249,
  'check.figures_stale': u250,
  'check.erp_unavailable': u251,
  'check.total_differs': u252,
  'check.quote_expired': u253,
  'check.quote_not_accepted': u254,
  'check.no_company': u255,
  'check.company_without_name': u256,
  'check.record_unreadable': u257,
  'check.field_hidden': u258,
  'check.several_quotes': u259,
  'check.recurring_line': u260,
  'check.tiered_price': u261,
  'check.currency_unknown': u262,
  'check.tax_differs': u263,
  'check.price_invalid': u264,
  'check.discount_invalid': u265,
  'check.line_total_differs': u266,
  'check.quote_total_differs': u267,
  'check.adjustment_unknown': u268,
  'check.charge_not_carried': u269,
  'check.quantity_decimals': u270,
  'check.unknown_product_near': u271,
  'check.products_not_known': u272,
  'check.figure_missing': u273,
  'check.stock_unknown': u274,
  'check.credit_not_comparable': u275,
  'check.erp_limit': u276,
  'check.all_well': u277,
  'check.erp_refuses': u278,
  'invoices.title': u279,
  'invoices.none_title': u280,
  'invoices.none_text': u281,
  'invoice.kind.invoice': u282,
  'invoice.kind.credit_note': u283,
  'invoice.status.paid': u284,
  'invoice.status.part_paid': u285,
  'invoice.status.open': u286,
  'invoice.status.overdue': u287,
  'invoice.status.cancelled': u288,
  'invoice.overdue_days': u289,
  'invoice.pdf': u290,
  'invoice.pdf_of': u291,
  'credit.limit': u292,
  'credit.exposure': u293,
  'credit.free': u294,
  'credit.after_deal': u295,
  'credit.open_orders': u296,
  'credit.receivable': u297,
  'credit.no_limit': u298,
  'credit.used_of': u299,
  'credit.ageing': u300,
  'credit.ageing.not_due': u301,
  'credit.ageing.range': u302,
  'credit.ageing.more': u303,
  'credit.verdict.ok': u304,
  'credit.verdict.near_limit': u305,
  'credit.verdict.over_limit': u306,
  'credit.verdict.overdue': u307,
  'credit.verdict.blocked': u308,
  'credit.verdict.no_limit': u309,
  'returns.title': u310,
  'returns.none_title': u311,
  'returns.none_text': u312,
  'returns.claim': u313,
  'returns.claim_title': u314,
  'returns.claim_send': u315,
  'returns.choose_order': u316,
  'returns.quantity_of': u317,
  'returns.quantity_hint': u318,
  'returns.reason_hint': u319,
  'returns.need_quantity': u320,
  'returns.need_reason': u321,
  'returns.no_orders': u322,
  'returns.sent_toast': u323,
  'return.status.requested': u324,
  'return.status.approved': u325,
  'return.status.received': u326,
  'return.status.partly_credited': u327,
  'return.status.credited': u328,
  'return.status.replaced': u329,
  'return.status.rejected': u330,
  'company.credit_title': u331,
  'settings.title': u332,
  'settings.connection': u333,
  'settings.no_connection': u334,
  'settings.connect': u335,
  'settings.manage_connection': u336,
  'settings.open_connection': u337,
  'settings.state.ok': u338,
  'settings.state.down': u339,
  'settings.state.unauthorised': u340,
  'settings.state.unknown': u341,
  'settings.erp': u342,
  'settings.address': u343,
  'settings.version': u344,
  'settings.latency': u345,
  'settings.milliseconds': u346,
  'settings.checked': u347,
  'settings.flows': u348,
  'settings.flows_text': u349,
  'settings.unsupported': u350,
  'settings.write_back': u351,
  'settings.properties_ready': u352,
  'settings.properties_missing': u353,
  'settings.test_erp': u354,
  'settings.test_erp_help': u355,
  'settings.saved': u356,
  'settings.check': u357,
  'settings.master': u358,
  'settings.master.erp': u359,
  'settings.master.crm': u360,
  'settings.master.crm+erp': u361,
  'flow.customers': u362,
  'flow.orders': u363,
  'flow.stock': u364,
  'flow.invoices': u365,
  'flow.pricing': u366,
  'flow.returns': u367,
  'flow.credit': u368,
  'panel.customer': u369,
  'panel.stock': u370,
  'panel.pricing': u371,
  'panel.orders': u372,
  'panel.invoices': u373,
  'panel.credit': u374,
  'panel.returns': u375,
  'panel.overview': u376,
  'pages.previous': u377,
  'pages.next': u378,
  'salesforce.org': u379,
  'salesforce.org_id': u380,
  'salesforce.instance': u381,
  'salesforce.sandbox': u382,
  'salesforce.certificate': u383,
  'salesforce.roles': u384,
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
  quote_without_deal: [p10, d10],
  panel_unknown: [p11, d11],
  method_not_allowed: [p12, d12],
  invalid_input: [p13, d13],
  invalid_json: [p14, d14],
  unsupported_content_type: [p15, d15],
  body_too_large: [p16, d16],
  too_many_requests: [p17, d17],
  idempotency_key_missing: [p18, d18],
  idempotency_key_reused: [p19, d19],
  idempotency_in_progress: [p20, d20],
  no_company: [p21, d21],
  no_lines: [p22, d22],
  currency_unknown: [p23, d23],
  mixed_currencies: [p24, d24],
  line_without_code: [p25, d25],
  quantity_invalid: [p26, d26],
  quote_changed: [p27, d27],
  already_converted: [p28, d28],
  possible_twin: [p29, d29],
  preview_blocked: [p30, d30],
  customer_not_linked: [p31, d31],
  customer_already_linked: [p32, d32],
  unknown_product: [p33, d33],
  unknown_customer: [p34, d34],
  submission_state: [p35, d35],
  erp_order_unknown: [p36, d36],
  erp_order_taken: [p37, d37],
  desk_link_used: [p38, d38],
  desk_link_expired: [p39, d39],
  desk_signed_out: [p40, d40],
  connection_in_use: [p41, d41],
  flow_off: [p42, d42],
  flow_unsupported: [p43, d43],
  erp_unreachable: [p44, d44],
  erp_timeout: [p45, d45],
  erp_busy: [p46, d46],
  erp_refused: [p47, d47],
  erp_unauthorised: [p48, d48],
  erp_conflict: [p49, d49],
  erp_uncertain: [p50, d50],
  erp_drift: [p51, d51],
  erp_limit: [p52, d52],
  erp_unfit: [p53, d53],
  erp_not_connected: [p54, d54],
  crm_unreachable: [p55, d55],
  crm_busy: [p56, d56],
  crm_unauthorised: [p57, d57],
  crm_refused: [p58, d58],
  store_unavailable: [p59, d59],
  cannot_process: [p60, d60],
  internal: [p61, d61],
  backroom_unreachable: [p62, d62],
};
