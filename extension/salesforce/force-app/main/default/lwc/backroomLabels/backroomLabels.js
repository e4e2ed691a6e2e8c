// Generated from shared/src/messages by extension/salesforce/tools/generate.ts. Do not edit.
import u0 from '@salesforce/label/c.Backroom_verdict_checking';
import u1 from '@salesforce/label/c.Backroom_verdict_ready';
import u2 from '@salesforce/label/c.Backroom_verdict_warnings';
import u3 from '@salesforce/label/c.Backroom_verdict_duplicate';
import u4 from '@salesforce/label/c.Backroom_verdict_blocked';
import u5 from '@salesforce/label/c.Backroom_verdict_unchecked';
import u6 from '@salesforce/label/c.Backroom_verdict_sending';
import u7 from '@salesforce/label/c.Backroom_verdict_verifying';
import u8 from '@salesforce/label/c.Backroom_verdict_waiting';
import u9 from '@salesforce/label/c.Backroom_verdict_refused';
import u10 from '@salesforce/label/c.Backroom_verdict_attention';
import u11 from '@salesforce/label/c.Backroom_verdict_ordered';
import u12 from '@salesforce/label/c.Backroom_verdict_changed';
import u13 from '@salesforce/label/c.Backroom_verdict_why_customer';
import u14 from '@salesforce/label/c.Backroom_verdict_why_company';
import u15 from '@salesforce/label/c.Backroom_verdict_why_customer_blocked';
import u16 from '@salesforce/label/c.Backroom_verdict_why_products';
import u17 from '@salesforce/label/c.Backroom_verdict_why_quote';
import u18 from '@salesforce/label/c.Backroom_verdict_why_erp';
import u19 from '@salesforce/label/c.Backroom_verdict_why_unreachable';
import u20 from '@salesforce/label/c.Backroom_verdict_why_ordered';
import u21 from '@salesforce/label/c.Backroom_check_new';
import u22 from '@salesforce/label/c.Backroom_action_link';
import u23 from '@salesforce/label/c.Backroom_action_retry';
import u24 from '@salesforce/label/c.Backroom_action_cancel_yes';
import u25 from '@salesforce/label/c.Backroom_action_create_yes';
import u26 from '@salesforce/label/c.Backroom_customer_create_ask';
import u27 from '@salesforce/label/c.Backroom_returns_returnable';
import u28 from '@salesforce/label/c.Backroom_returns_edit';
import u29 from '@salesforce/label/c.Backroom_action_back';
import u30 from '@salesforce/label/c.Backroom_refresh_failed';
import u31 from '@salesforce/label/c.Backroom_refresh_failed_now';
import u32 from '@salesforce/label/c.Backroom_change_title';
import u33 from '@salesforce/label/c.Backroom_change_added';
import u34 from '@salesforce/label/c.Backroom_change_removed';
import u35 from '@salesforce/label/c.Backroom_change_changed';
import u36 from '@salesforce/label/c.Backroom_change_kind';
import u37 from '@salesforce/label/c.Backroom_change_ordered';
import u38 from '@salesforce/label/c.Backroom_change_quoted';
import u39 from '@salesforce/label/c.Backroom_change_request';
import u40 from '@salesforce/label/c.Backroom_price_difference';
import u41 from '@salesforce/label/c.Backroom_loading';
import u42 from '@salesforce/label/c.Backroom_refresh';
import u43 from '@salesforce/label/c.Backroom_retry';
import u44 from '@salesforce/label/c.Backroom_close';
import u45 from '@salesforce/label/c.Backroom_cancel';
import u46 from '@salesforce/label/c.Backroom_details';
import u47 from '@salesforce/label/c.Backroom_reference';
import u48 from '@salesforce/label/c.Backroom_label_value';
import u49 from '@salesforce/label/c.Backroom_who_rep';
import u50 from '@salesforce/label/c.Backroom_who_order_desk';
import u51 from '@salesforce/label/c.Backroom_who_admin';
import u52 from '@salesforce/label/c.Backroom_who_operator';
import u53 from '@salesforce/label/c.Backroom_who_nobody';
import u54 from '@salesforce/label/c.Backroom_unknown';
import u55 from '@salesforce/label/c.Backroom_none';
import u56 from '@salesforce/label/c.Backroom_yes';
import u57 from '@salesforce/label/c.Backroom_no';
import u58 from '@salesforce/label/c.Backroom_error_unknown_answer';
import u59 from '@salesforce/label/c.Backroom_age_live';
import u60 from '@salesforce/label/c.Backroom_age_cached';
import u61 from '@salesforce/label/c.Backroom_age_stale';
import u62 from '@salesforce/label/c.Backroom_age_refreshing';
import u63 from '@salesforce/label/c.Backroom_now';
import u64 from '@salesforce/label/c.Backroom_product';
import u65 from '@salesforce/label/c.Backroom_quantity';
import u66 from '@salesforce/label/c.Backroom_stock';
import u67 from '@salesforce/label/c.Backroom_available';
import u68 from '@salesforce/label/c.Backroom_on_hand';
import u69 from '@salesforce/label/c.Backroom_reserved';
import u70 from '@salesforce/label/c.Backroom_incoming';
import u71 from '@salesforce/label/c.Backroom_warehouse';
import u72 from '@salesforce/label/c.Backroom_promise_date';
import u73 from '@salesforce/label/c.Backroom_quoted_price';
import u74 from '@salesforce/label/c.Backroom_erp_price';
import u75 from '@salesforce/label/c.Backroom_list_price';
import u76 from '@salesforce/label/c.Backroom_discount';
import u77 from '@salesforce/label/c.Backroom_difference';
import u78 from '@salesforce/label/c.Backroom_price_source';
import u79 from '@salesforce/label/c.Backroom_price_breaks';
import u80 from '@salesforce/label/c.Backroom_price';
import u81 from '@salesforce/label/c.Backroom_date';
import u82 from '@salesforce/label/c.Backroom_number';
import u83 from '@salesforce/label/c.Backroom_status';
import u84 from '@salesforce/label/c.Backroom_total';
import u85 from '@salesforce/label/c.Backroom_line_total';
import u86 from '@salesforce/label/c.Backroom_open';
import u87 from '@salesforce/label/c.Backroom_due';
import u88 from '@salesforce/label/c.Backroom_issued';
import u89 from '@salesforce/label/c.Backroom_overdue';
import u90 from '@salesforce/label/c.Backroom_amount';
import u91 from '@salesforce/label/c.Backroom_order';
import u92 from '@salesforce/label/c.Backroom_orders';
import u93 from '@salesforce/label/c.Backroom_invoices';
import u94 from '@salesforce/label/c.Backroom_returns';
import u95 from '@salesforce/label/c.Backroom_credit';
import u96 from '@salesforce/label/c.Backroom_customer';
import u97 from '@salesforce/label/c.Backroom_net';
import u98 from '@salesforce/label/c.Backroom_tax';
import u99 from '@salesforce/label/c.Backroom_reason';
import u100 from '@salesforce/label/c.Backroom_delivered';
import u101 from '@salesforce/label/c.Backroom_deliveries';
import u102 from '@salesforce/label/c.Backroom_tracking';
import u103 from '@salesforce/label/c.Backroom_credit_note';
import u104 from '@salesforce/label/c.Backroom_payment_terms';
import u105 from '@salesforce/label/c.Backroom_lines';
import u106 from '@salesforce/label/c.Backroom_overview_title';
import u107 from '@salesforce/label/c.Backroom_overview_complete_by';
import u108 from '@salesforce/label/c.Backroom_overview_complete_never';
import u109 from '@salesforce/label/c.Backroom_overview_credit_after';
import u110 from '@salesforce/label/c.Backroom_overview_credit_free';
import u111 from '@salesforce/label/c.Backroom_overview_open_invoices';
import u112 from '@salesforce/label/c.Backroom_overview_of_which_overdue';
import u113 from '@salesforce/label/c.Backroom_overview_all_overdue';
import u114 from '@salesforce/label/c.Backroom_overview_nothing_open';
import u115 from '@salesforce/label/c.Backroom_overview_order';
import u116 from '@salesforce/label/c.Backroom_overview_no_order';
import u117 from '@salesforce/label/c.Backroom_overview_missing';
import u118 from '@salesforce/label/c.Backroom_overview_no_limit';
import u119 from '@salesforce/label/c.Backroom_overview_all_well';
import u120 from '@salesforce/label/c.Backroom_alert_credit_over_limit';
import u121 from '@salesforce/label/c.Backroom_alert_credit_blocked';
import u122 from '@salesforce/label/c.Backroom_alert_credit_overdue';
import u123 from '@salesforce/label/c.Backroom_alert_credit_near_limit';
import u124 from '@salesforce/label/c.Backroom_alert_stock_short';
import u125 from '@salesforce/label/c.Backroom_alert_stock_later';
import u126 from '@salesforce/label/c.Backroom_alert_stock_unknown';
import u127 from '@salesforce/label/c.Backroom_alert_price_below';
import u128 from '@salesforce/label/c.Backroom_alert_unknown_product';
import u129 from '@salesforce/label/c.Backroom_alert_other_customer';
import u130 from '@salesforce/label/c.Backroom_alert_customer_not_linked';
import u131 from '@salesforce/label/c.Backroom_alert_order_waiting';
import u132 from '@salesforce/label/c.Backroom_alert_order_needs_attention';
import u133 from '@salesforce/label/c.Backroom_alert_possible_twin';
import u134 from '@salesforce/label/c.Backroom_alert_quote_changed';
import u135 from '@salesforce/label/c.Backroom_alert_figures_stale';
import u136 from '@salesforce/label/c.Backroom_customer_linked';
import u137 from '@salesforce/label/c.Backroom_customer_candidates_title';
import u138 from '@salesforce/label/c.Backroom_customer_merged_text';
import u139 from '@salesforce/label/c.Backroom_customer_candidates_text';
import u140 from '@salesforce/label/c.Backroom_customer_none_title';
import u141 from '@salesforce/label/c.Backroom_customer_none_text';
import u142 from '@salesforce/label/c.Backroom_customer_create';
import u143 from '@salesforce/label/c.Backroom_customer_create_confirm';
import u144 from '@salesforce/label/c.Backroom_customer_creating';
import u145 from '@salesforce/label/c.Backroom_customer_link';
import u146 from '@salesforce/label/c.Backroom_customer_linking';
import u147 from '@salesforce/label/c.Backroom_customer_match';
import u148 from '@salesforce/label/c.Backroom_customer_why_vat_id';
import u149 from '@salesforce/label/c.Backroom_customer_why_email_domain';
import u150 from '@salesforce/label/c.Backroom_customer_why_email';
import u151 from '@salesforce/label/c.Backroom_customer_why_name';
import u152 from '@salesforce/label/c.Backroom_customer_why_erp_number';
import u153 from '@salesforce/label/c.Backroom_customer_no_company_title';
import u154 from '@salesforce/label/c.Backroom_customer_no_company_text';
import u155 from '@salesforce/label/c.Backroom_customer_unlinked_title';
import u156 from '@salesforce/label/c.Backroom_customer_unlinked_text';
import u157 from '@salesforce/label/c.Backroom_customer_linked_toast';
import u158 from '@salesforce/label/c.Backroom_stock_title';
import u159 from '@salesforce/label/c.Backroom_stock_later';
import u160 from '@salesforce/label/c.Backroom_stock_short';
import u161 from '@salesforce/label/c.Backroom_stock_available_count';
import u162 from '@salesforce/label/c.Backroom_stock_available_of';
import u163 from '@salesforce/label/c.Backroom_stock_not_stocked';
import u164 from '@salesforce/label/c.Backroom_stock_ordered';
import u165 from '@salesforce/label/c.Backroom_stock_not_serving';
import u166 from '@salesforce/label/c.Backroom_stock_unknown';
import u167 from '@salesforce/label/c.Backroom_stock_now';
import u168 from '@salesforce/label/c.Backroom_stock_never';
import u169 from '@salesforce/label/c.Backroom_stock_no_lines_title';
import u170 from '@salesforce/label/c.Backroom_stock_no_lines_text';
import u171 from '@salesforce/label/c.Backroom_stock_lines_from_deal';
import u172 from '@salesforce/label/c.Backroom_stock_details_of';
import u173 from '@salesforce/label/c.Backroom_stock_incoming_none';
import u174 from '@salesforce/label/c.Backroom_price_equal';
import u175 from '@salesforce/label/c.Backroom_price_below';
import u176 from '@salesforce/label/c.Backroom_price_above';
import u177 from '@salesforce/label/c.Backroom_price_quote_lower';
import u178 from '@salesforce/label/c.Backroom_price_quote_higher';
import u179 from '@salesforce/label/c.Backroom_price_other_currency';
import u180 from '@salesforce/label/c.Backroom_price_quoted_total';
import u181 from '@salesforce/label/c.Backroom_price_erp_total';
import u182 from '@salesforce/label/c.Backroom_price_total_difference';
import u183 from '@salesforce/label/c.Backroom_price_source_customer_price';
import u184 from '@salesforce/label/c.Backroom_price_source_price_list';
import u185 from '@salesforce/label/c.Backroom_price_source_quantity_break';
import u186 from '@salesforce/label/c.Backroom_price_source_list_price';
import u187 from '@salesforce/label/c.Backroom_trouble_unknown_product';
import u188 from '@salesforce/label/c.Backroom_trouble_no_code';
import u189 from '@salesforce/label/c.Backroom_trouble_invalid_quantity';
import u190 from '@salesforce/label/c.Backroom_trouble_archived_product';
import u191 from '@salesforce/label/c.Backroom_trouble_no_price';
import u192 from '@salesforce/label/c.Backroom_trouble_no_erp_price';
import u193 from '@salesforce/label/c.Backroom_order_title';
import u194 from '@salesforce/label/c.Backroom_order_preview_title';
import u195 from '@salesforce/label/c.Backroom_order_quote';
import u196 from '@salesforce/label/c.Backroom_order_preview_loading';
import u197 from '@salesforce/label/c.Backroom_order_convert';
import u198 from '@salesforce/label/c.Backroom_order_converting';
import u199 from '@salesforce/label/c.Backroom_order_accept';
import u200 from '@salesforce/label/c.Backroom_order_accept_needed';
import u201 from '@salesforce/label/c.Backroom_order_different_sale';
import u202 from '@salesforce/label/c.Backroom_order_blocked';
import u203 from '@salesforce/label/c.Backroom_order_requested_date';
import u204 from '@salesforce/label/c.Backroom_order_note';
import u205 from '@salesforce/label/c.Backroom_order_details_save';
import u206 from '@salesforce/label/c.Backroom_order_details_title';
import u207 from '@salesforce/label/c.Backroom_order_po_number';
import u208 from '@salesforce/label/c.Backroom_order_contact';
import u209 from '@salesforce/label/c.Backroom_order_deliver_to';
import u210 from '@salesforce/label/c.Backroom_order_deliver_to_usual';
import u211 from '@salesforce/label/c.Backroom_order_invoice_to';
import u212 from '@salesforce/label/c.Backroom_order_partial';
import u213 from '@salesforce/label/c.Backroom_order_partial_yes';
import u214 from '@salesforce/label/c.Backroom_order_partial_no';
import u215 from '@salesforce/label/c.Backroom_order_partial_default';
import u216 from '@salesforce/label/c.Backroom_order_charges';
import u217 from '@salesforce/label/c.Backroom_order_check_again';
import u218 from '@salesforce/label/c.Backroom_order_checks';
import u219 from '@salesforce/label/c.Backroom_order_level_block';
import u220 from '@salesforce/label/c.Backroom_order_level_warn';
import u221 from '@salesforce/label/c.Backroom_order_level_info';
import u222 from '@salesforce/label/c.Backroom_order_credit_after';
import u223 from '@salesforce/label/c.Backroom_order_converted_title';
import u224 from '@salesforce/label/c.Backroom_order_in_erp';
import u225 from '@salesforce/label/c.Backroom_order_follow_title';
import u226 from '@salesforce/label/c.Backroom_order_attention_title';
import u227 from '@salesforce/label/c.Backroom_order_kept';
import u228 from '@salesforce/label/c.Backroom_differs_title';
import u229 from '@salesforce/label/c.Backroom_differs_whole';
import u230 from '@salesforce/label/c.Backroom_differs_of_line';
import u231 from '@salesforce/label/c.Backroom_differs_reference';
import u232 from '@salesforce/label/c.Backroom_differs_customer';
import u233 from '@salesforce/label/c.Backroom_differs_lines';
import u234 from '@salesforce/label/c.Backroom_differs_product';
import u235 from '@salesforce/label/c.Backroom_differs_quantity';
import u236 from '@salesforce/label/c.Backroom_differs_unit_price';
import u237 from '@salesforce/label/c.Backroom_differs_net';
import u238 from '@salesforce/label/c.Backroom_differs_total';
import u239 from '@salesforce/label/c.Backroom_differs_currency';
import u240 from '@salesforce/label/c.Backroom_differs_charges';
import u241 from '@salesforce/label/c.Backroom_differs_po_number';
import u242 from '@salesforce/label/c.Backroom_differs_requested_date';
import u243 from '@salesforce/label/c.Backroom_differs_note';
import u244 from '@salesforce/label/c.Backroom_differs_contact';
import u245 from '@salesforce/label/c.Backroom_differs_delivery_address';
import u246 from '@salesforce/label/c.Backroom_differs_invoice_address';
import u247 from '@salesforce/label/c.Backroom_differs_partial_delivery';
import u248 from '@salesforce/label/c.Backroom_order_history';
import u249 from '@salesforce/label/c.Backroom_order_resend';
import u250 from '@salesforce/label/c.Backroom_order_cancel';
import u251 from '@salesforce/label/c.Backroom_order_cancel_confirm';
import u252 from '@salesforce/label/c.Backroom_order_cancelled_toast';
import u253 from '@salesforce/label/c.Backroom_order_converted_toast';
import u254 from '@salesforce/label/c.Backroom_order_quote_changed';
import u255 from '@salesforce/label/c.Backroom_order_once_more';
import u256 from '@salesforce/label/c.Backroom_order_once_more_not';
import u257 from '@salesforce/label/c.Backroom_order_promised';
import u258 from '@salesforce/label/c.Backroom_order_ordered';
import u259 from '@salesforce/label/c.Backroom_order_no_deliveries';
import u260 from '@salesforce/label/c.Backroom_order_written_back';
import u261 from '@salesforce/label/c.Backroom_order_writing_back';
import u262 from '@salesforce/label/c.Backroom_order_next_try';
import u263 from '@salesforce/label/c.Backroom_order_field';
import u264 from '@salesforce/label/c.Backroom_order_erp_says';
import u265 from '@salesforce/label/c.Backroom_order_none_title';
import u266 from '@salesforce/label/c.Backroom_order_none_text';
import u267 from '@salesforce/label/c.Backroom_order_more';
import u268 from '@salesforce/label/c.Backroom_order_status_draft';
import u269 from '@salesforce/label/c.Backroom_order_status_confirmed';
import u270 from '@salesforce/label/c.Backroom_order_status_partly_delivered';
import u271 from '@salesforce/label/c.Backroom_order_status_delivered';
import u272 from '@salesforce/label/c.Backroom_order_status_invoiced';
import u273 from '@salesforce/label/c.Backroom_order_status_cancelled';
import u274 from '@salesforce/label/c.Backroom_delivery_planned';
import u275 from '@salesforce/label/c.Backroom_delivery_shipped';
import u276 from '@salesforce/label/c.Backroom_delivery_delivered';
import u277 from '@salesforce/label/c.Backroom_submission_queued';
import u278 from '@salesforce/label/c.Backroom_submission_sending';
import u279 from '@salesforce/label/c.Backroom_submission_checking';
import u280 from '@salesforce/label/c.Backroom_submission_waiting';
import u281 from '@salesforce/label/c.Backroom_submission_needs_attention';
import u282 from '@salesforce/label/c.Backroom_submission_confirmed';
import u283 from '@salesforce/label/c.Backroom_submission_cancelled';
import u284 from '@salesforce/label/c.Backroom_submission_next_queued';
import u285 from '@salesforce/label/c.Backroom_submission_next_sending';
import u286 from '@salesforce/label/c.Backroom_submission_next_checking';
import u287 from '@salesforce/label/c.Backroom_submission_next_waiting';
import u288 from '@salesforce/label/c.Backroom_submission_next_needs_attention';
import u289 from '@salesforce/label/c.Backroom_submission_next_confirmed';
import u290 from '@salesforce/label/c.Backroom_submission_next_cancelled';
import u291 from '@salesforce/label/c.Backroom_submission_next_sending_other';
import u292 from '@salesforce/label/c.Backroom_submission_next_confirmed_other';
import u293 from '@salesforce/label/c.Backroom_submission_next_cancelled_other';
import u294 from '@salesforce/label/c.Backroom_order_open_desk';
import u295 from '@salesforce/label/c.Backroom_order_mend_at_desk';
import u296 from '@salesforce/label/c.Backroom_order_stopped';
import u297 from '@salesforce/label/c.Backroom_field_requestedDate';
import u298 from '@salesforce/label/c.Backroom_field_note';
import u299 from '@salesforce/label/c.Backroom_field_poNumber';
import u300 from '@salesforce/label/c.Backroom_field_deliverTo';
import u301 from '@salesforce/label/c.Backroom_field_invoiceTo';
import u302 from '@salesforce/label/c.Backroom_field_partialDelivery';
import u303 from '@salesforce/label/c.Backroom_field_quantity';
import u304 from '@salesforce/label/c.Backroom_field_unitPrice';
import u305 from '@salesforce/label/c.Backroom_field_productId';
import u306 from '@salesforce/label/c.Backroom_field_customerId';
import u307 from '@salesforce/label/c.Backroom_field_customer';
import u308 from '@salesforce/label/c.Backroom_field_currency';
import u309 from '@salesforce/label/c.Backroom_field_code';
import u310 from '@salesforce/label/c.Backroom_field_orderNumber';
import u311 from '@salesforce/label/c.Backroom_field_of_line';
import u312 from '@salesforce/label/c.Backroom_step_accepted';
import u313 from '@salesforce/label/c.Backroom_step_customer';
import u314 from '@salesforce/label/c.Backroom_step_look_up';
import u315 from '@salesforce/label/c.Backroom_step_create';
import u316 from '@salesforce/label/c.Backroom_step_confirm';
import u317 from '@salesforce/label/c.Backroom_step_write_back';
import u318 from '@salesforce/label/c.Backroom_step_mend';
import u319 from '@salesforce/label/c.Backroom_step_resend';
import u320 from '@salesforce/label/c.Backroom_step_adopt';
import u321 from '@salesforce/label/c.Backroom_step_cancel';
import u322 from '@salesforce/label/c.Backroom_check_customer_not_linked';
import u323 from '@salesforce/label/c.Backroom_check_customer_not_known';
import u324 from '@salesforce/label/c.Backroom_check_customer_blocked';
import u325 from '@salesforce/label/c.Backroom_check_no_lines';
import u326 from '@salesforce/label/c.Backroom_check_line_without_code';
import u327 from '@salesforce/label/c.Backroom_check_unknown_product';
import u328 from '@salesforce/label/c.Backroom_check_archived_product';
import u329 from '@salesforce/label/c.Backroom_check_quantity_invalid';
import u330 from '@salesforce/label/c.Backroom_check_price_unknown';
import u331 from '@salesforce/label/c.Backroom_check_mixed_currencies';
import u332 from '@salesforce/label/c.Backroom_check_currency_differs';
import u333 from '@salesforce/label/c.Backroom_check_stock_short';
import u334 from '@salesforce/label/c.Backroom_check_stock_later';
import u335 from '@salesforce/label/c.Backroom_check_price_below';
import u336 from '@salesforce/label/c.Backroom_check_price_above';
import u337 from '@salesforce/label/c.Backroom_check_over_limit';
import u338 from '@salesforce/label/c.Backroom_check_near_limit';
import u339 from '@salesforce/label/c.Backroom_check_overdue';
import u340 from '@salesforce/label/c.Backroom_check_already_converted';
import u341 from '@salesforce/label/c.Backroom_check_other_customer';
import u342 from '@salesforce/label/c.Backroom_check_order_again';
import u343 from '@salesforce/label/c.Backroom_check_possible_twin';
import u344 from '@salesforce/label/c.Backroom_check_customer_created_first';
import u345 from '@salesforce/label/c.Backroom_check_figures_stale';
import u346 from '@salesforce/label/c.Backroom_check_erp_unavailable';
import u347 from '@salesforce/label/c.Backroom_check_total_differs';
import u348 from '@salesforce/label/c.Backroom_check_line_differs';
import u349 from '@salesforce/label/c.Backroom_check_quote_expired';
import u350 from '@salesforce/label/c.Backroom_check_quote_not_accepted';
import u351 from '@salesforce/label/c.Backroom_check_no_company';
import u352 from '@salesforce/label/c.Backroom_check_company_without_name';
import u353 from '@salesforce/label/c.Backroom_check_record_unreadable';
import u354 from '@salesforce/label/c.Backroom_check_field_hidden';
import u355 from '@salesforce/label/c.Backroom_check_several_quotes';
import u356 from '@salesforce/label/c.Backroom_check_recurring_line';
import u357 from '@salesforce/label/c.Backroom_check_tiered_price';
import u358 from '@salesforce/label/c.Backroom_check_currency_unknown';
import u359 from '@salesforce/label/c.Backroom_check_tax_differs';
import u360 from '@salesforce/label/c.Backroom_check_price_invalid';
import u361 from '@salesforce/label/c.Backroom_check_discount_invalid';
import u362 from '@salesforce/label/c.Backroom_check_line_total_differs';
import u363 from '@salesforce/label/c.Backroom_check_quote_total_differs';
import u364 from '@salesforce/label/c.Backroom_check_adjustment_unknown';
import u365 from '@salesforce/label/c.Backroom_check_address_not_carried';
import u366 from '@salesforce/label/c.Backroom_check_charge_not_carried';
import u367 from '@salesforce/label/c.Backroom_check_detail_not_carried';
import u368 from '@salesforce/label/c.Backroom_check_address_incomplete';
import u369 from '@salesforce/label/c.Backroom_check_address_unknown';
import u370 from '@salesforce/label/c.Backroom_check_date_passed';
import u371 from '@salesforce/label/c.Backroom_check_erp_unfit';
import u372 from '@salesforce/label/c.Backroom_check_quantity_decimals';
import u373 from '@salesforce/label/c.Backroom_check_unknown_product_near';
import u374 from '@salesforce/label/c.Backroom_check_products_not_known';
import u375 from '@salesforce/label/c.Backroom_check_figure_missing';
import u376 from '@salesforce/label/c.Backroom_check_stock_unknown';
import u377 from '@salesforce/label/c.Backroom_check_erp_price_unknown';
import u378 from '@salesforce/label/c.Backroom_check_credit_not_comparable';
import u379 from '@salesforce/label/c.Backroom_check_credit_total_unknown';
import u380 from '@salesforce/label/c.Backroom_check_erp_limit';
import u381 from '@salesforce/label/c.Backroom_check_all_well';
import u382 from '@salesforce/label/c.Backroom_check_erp_refuses';
import u383 from '@salesforce/label/c.Backroom_invoices_title';
import u384 from '@salesforce/label/c.Backroom_invoices_none_title';
import u385 from '@salesforce/label/c.Backroom_invoices_none_text';
import u386 from '@salesforce/label/c.Backroom_invoices_open_total';
import u387 from '@salesforce/label/c.Backroom_invoices_overdue_total';
import u388 from '@salesforce/label/c.Backroom_invoices_next_due';
import u389 from '@salesforce/label/c.Backroom_invoices_more';
import u390 from '@salesforce/label/c.Backroom_invoices_credit_note';
import u391 from '@salesforce/label/c.Backroom_invoice_kind_invoice';
import u392 from '@salesforce/label/c.Backroom_invoice_kind_credit_note';
import u393 from '@salesforce/label/c.Backroom_invoice_status_paid';
import u394 from '@salesforce/label/c.Backroom_invoice_status_part_paid';
import u395 from '@salesforce/label/c.Backroom_invoice_status_open';
import u396 from '@salesforce/label/c.Backroom_invoice_status_overdue';
import u397 from '@salesforce/label/c.Backroom_invoice_status_cancelled';
import u398 from '@salesforce/label/c.Backroom_invoice_overdue_days';
import u399 from '@salesforce/label/c.Backroom_invoice_pdf';
import u400 from '@salesforce/label/c.Backroom_invoice_pdf_of';
import u401 from '@salesforce/label/c.Backroom_credit_limit';
import u402 from '@salesforce/label/c.Backroom_credit_exposure';
import u403 from '@salesforce/label/c.Backroom_credit_free';
import u404 from '@salesforce/label/c.Backroom_credit_after_deal';
import u405 from '@salesforce/label/c.Backroom_credit_ordered';
import u406 from '@salesforce/label/c.Backroom_credit_order_gross';
import u407 from '@salesforce/label/c.Backroom_credit_open_orders';
import u408 from '@salesforce/label/c.Backroom_credit_receivable';
import u409 from '@salesforce/label/c.Backroom_credit_no_limit';
import u410 from '@salesforce/label/c.Backroom_credit_used_of';
import u411 from '@salesforce/label/c.Backroom_credit_ageing';
import u412 from '@salesforce/label/c.Backroom_credit_ageing_not_due';
import u413 from '@salesforce/label/c.Backroom_credit_ageing_range';
import u414 from '@salesforce/label/c.Backroom_credit_ageing_more';
import u415 from '@salesforce/label/c.Backroom_credit_verdict_ok';
import u416 from '@salesforce/label/c.Backroom_credit_verdict_near_limit';
import u417 from '@salesforce/label/c.Backroom_credit_verdict_over_limit';
import u418 from '@salesforce/label/c.Backroom_credit_verdict_overdue';
import u419 from '@salesforce/label/c.Backroom_credit_verdict_blocked';
import u420 from '@salesforce/label/c.Backroom_credit_verdict_no_limit';
import u421 from '@salesforce/label/c.Backroom_credit_verdict_not_judged';
import u422 from '@salesforce/label/c.Backroom_returns_title';
import u423 from '@salesforce/label/c.Backroom_returns_none_title';
import u424 from '@salesforce/label/c.Backroom_returns_none_text';
import u425 from '@salesforce/label/c.Backroom_returns_claim';
import u426 from '@salesforce/label/c.Backroom_returns_claim_title';
import u427 from '@salesforce/label/c.Backroom_returns_claim_send';
import u428 from '@salesforce/label/c.Backroom_returns_choose_order';
import u429 from '@salesforce/label/c.Backroom_returns_quantity_of';
import u430 from '@salesforce/label/c.Backroom_returns_quantity_hint';
import u431 from '@salesforce/label/c.Backroom_returns_reason_hint';
import u432 from '@salesforce/label/c.Backroom_returns_need_quantity';
import u433 from '@salesforce/label/c.Backroom_returns_need_reason';
import u434 from '@salesforce/label/c.Backroom_returns_no_orders';
import u435 from '@salesforce/label/c.Backroom_returns_sent_toast';
import u436 from '@salesforce/label/c.Backroom_return_status_requested';
import u437 from '@salesforce/label/c.Backroom_return_status_approved';
import u438 from '@salesforce/label/c.Backroom_return_status_received';
import u439 from '@salesforce/label/c.Backroom_return_status_partly_credited';
import u440 from '@salesforce/label/c.Backroom_return_status_credited';
import u441 from '@salesforce/label/c.Backroom_return_status_replaced';
import u442 from '@salesforce/label/c.Backroom_return_status_rejected';
import u443 from '@salesforce/label/c.Backroom_company_credit_title';
import u444 from '@salesforce/label/c.Backroom_settings_title';
import u445 from '@salesforce/label/c.Backroom_settings_connection';
import u446 from '@salesforce/label/c.Backroom_settings_no_connection';
import u447 from '@salesforce/label/c.Backroom_settings_connect';
import u448 from '@salesforce/label/c.Backroom_settings_manage_connection';
import u449 from '@salesforce/label/c.Backroom_settings_open_connection';
import u450 from '@salesforce/label/c.Backroom_settings_state_ok';
import u451 from '@salesforce/label/c.Backroom_settings_state_down';
import u452 from '@salesforce/label/c.Backroom_settings_state_unauthorised';
import u453 from '@salesforce/label/c.Backroom_settings_state_unknown';
import u454 from '@salesforce/label/c.Backroom_settings_erp';
import u455 from '@salesforce/label/c.Backroom_settings_address';
import u456 from '@salesforce/label/c.Backroom_settings_version';
import u457 from '@salesforce/label/c.Backroom_settings_latency';
import u458 from '@salesforce/label/c.Backroom_settings_milliseconds';
import u459 from '@salesforce/label/c.Backroom_settings_checked';
import u460 from '@salesforce/label/c.Backroom_settings_flows';
import u461 from '@salesforce/label/c.Backroom_settings_flows_text';
import u462 from '@salesforce/label/c.Backroom_settings_unsupported';
import u463 from '@salesforce/label/c.Backroom_settings_write_back';
import u464 from '@salesforce/label/c.Backroom_settings_properties_ready';
import u465 from '@salesforce/label/c.Backroom_settings_properties_missing';
import u466 from '@salesforce/label/c.Backroom_settings_test_erp';
import u467 from '@salesforce/label/c.Backroom_settings_test_erp_help';
import u468 from '@salesforce/label/c.Backroom_settings_saved';
import u469 from '@salesforce/label/c.Backroom_settings_check';
import u470 from '@salesforce/label/c.Backroom_settings_master';
import u471 from '@salesforce/label/c.Backroom_settings_master_erp';
import u472 from '@salesforce/label/c.Backroom_settings_master_crm';
import u473 from '@salesforce/label/c.Backroom_settings_master_crm_erp';
import u474 from '@salesforce/label/c.Backroom_flow_customers';
import u475 from '@salesforce/label/c.Backroom_flow_orders';
import u476 from '@salesforce/label/c.Backroom_flow_stock';
import u477 from '@salesforce/label/c.Backroom_flow_invoices';
import u478 from '@salesforce/label/c.Backroom_flow_pricing';
import u479 from '@salesforce/label/c.Backroom_flow_returns';
import u480 from '@salesforce/label/c.Backroom_flow_credit';
import u481 from '@salesforce/label/c.Backroom_panel_customer';
import u482 from '@salesforce/label/c.Backroom_panel_stock';
import u483 from '@salesforce/label/c.Backroom_panel_pricing';
import u484 from '@salesforce/label/c.Backroom_panel_orders';
import u485 from '@salesforce/label/c.Backroom_panel_invoices';
import u486 from '@salesforce/label/c.Backroom_panel_credit';
import u487 from '@salesforce/label/c.Backroom_panel_returns';
import u488 from '@salesforce/label/c.Backroom_panel_overview';
import u489 from '@salesforce/label/c.Backroom_pages_previous';
import u490 from '@salesforce/label/c.Backroom_pages_next';
import u491 from '@salesforce/label/c.Backroom_salesforce_org';
import u492 from '@salesforce/label/c.Backroom_salesforce_org_id';
import u493 from '@salesforce/label/c.Backroom_salesforce_instance';
import u494 from '@salesforce/label/c.Backroom_salesforce_sandbox';
import u495 from '@salesforce/label/c.Backroom_salesforce_certificate';
import u496 from '@salesforce/label/c.Backroom_salesforce_roles';
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
import p22 from '@salesforce/label/c.Backroom_problem_company_without_name';
import d22 from '@salesforce/label/c.Backroom_problem_company_without_name_do';
import p23 from '@salesforce/label/c.Backroom_problem_no_lines';
import d23 from '@salesforce/label/c.Backroom_problem_no_lines_do';
import p24 from '@salesforce/label/c.Backroom_problem_currency_unknown';
import d24 from '@salesforce/label/c.Backroom_problem_currency_unknown_do';
import p25 from '@salesforce/label/c.Backroom_problem_mixed_currencies';
import d25 from '@salesforce/label/c.Backroom_problem_mixed_currencies_do';
import p26 from '@salesforce/label/c.Backroom_problem_line_without_code';
import d26 from '@salesforce/label/c.Backroom_problem_line_without_code_do';
import p27 from '@salesforce/label/c.Backroom_problem_quantity_invalid';
import d27 from '@salesforce/label/c.Backroom_problem_quantity_invalid_do';
import p28 from '@salesforce/label/c.Backroom_problem_quote_changed';
import d28 from '@salesforce/label/c.Backroom_problem_quote_changed_do';
import p29 from '@salesforce/label/c.Backroom_problem_already_converted';
import d29 from '@salesforce/label/c.Backroom_problem_already_converted_do';
import p30 from '@salesforce/label/c.Backroom_problem_possible_twin';
import d30 from '@salesforce/label/c.Backroom_problem_possible_twin_do';
import p31 from '@salesforce/label/c.Backroom_problem_preview_blocked';
import d31 from '@salesforce/label/c.Backroom_problem_preview_blocked_do';
import p32 from '@salesforce/label/c.Backroom_problem_customer_not_linked';
import d32 from '@salesforce/label/c.Backroom_problem_customer_not_linked_do';
import p33 from '@salesforce/label/c.Backroom_problem_customer_already_linked';
import d33 from '@salesforce/label/c.Backroom_problem_customer_already_linked_do';
import p34 from '@salesforce/label/c.Backroom_problem_unknown_product';
import d34 from '@salesforce/label/c.Backroom_problem_unknown_product_do';
import p35 from '@salesforce/label/c.Backroom_problem_unknown_customer';
import d35 from '@salesforce/label/c.Backroom_problem_unknown_customer_do';
import p36 from '@salesforce/label/c.Backroom_problem_submission_state';
import d36 from '@salesforce/label/c.Backroom_problem_submission_state_do';
import p37 from '@salesforce/label/c.Backroom_problem_erp_order_unknown';
import d37 from '@salesforce/label/c.Backroom_problem_erp_order_unknown_do';
import p38 from '@salesforce/label/c.Backroom_problem_erp_order_taken';
import d38 from '@salesforce/label/c.Backroom_problem_erp_order_taken_do';
import p39 from '@salesforce/label/c.Backroom_problem_desk_link_used';
import d39 from '@salesforce/label/c.Backroom_problem_desk_link_used_do';
import p40 from '@salesforce/label/c.Backroom_problem_desk_link_expired';
import d40 from '@salesforce/label/c.Backroom_problem_desk_link_expired_do';
import p41 from '@salesforce/label/c.Backroom_problem_desk_other_session';
import d41 from '@salesforce/label/c.Backroom_problem_desk_other_session_do';
import p42 from '@salesforce/label/c.Backroom_problem_desk_signed_out';
import d42 from '@salesforce/label/c.Backroom_problem_desk_signed_out_do';
import p43 from '@salesforce/label/c.Backroom_problem_connection_in_use';
import d43 from '@salesforce/label/c.Backroom_problem_connection_in_use_do';
import p44 from '@salesforce/label/c.Backroom_problem_pilot_only';
import d44 from '@salesforce/label/c.Backroom_problem_pilot_only_do';
import p45 from '@salesforce/label/c.Backroom_problem_connection_is_default';
import d45 from '@salesforce/label/c.Backroom_problem_connection_is_default_do';
import p46 from '@salesforce/label/c.Backroom_problem_flow_off';
import d46 from '@salesforce/label/c.Backroom_problem_flow_off_do';
import p47 from '@salesforce/label/c.Backroom_problem_flow_unsupported';
import d47 from '@salesforce/label/c.Backroom_problem_flow_unsupported_do';
import p48 from '@salesforce/label/c.Backroom_problem_erp_unreachable';
import d48 from '@salesforce/label/c.Backroom_problem_erp_unreachable_do';
import p49 from '@salesforce/label/c.Backroom_problem_erp_timeout';
import d49 from '@salesforce/label/c.Backroom_problem_erp_timeout_do';
import p50 from '@salesforce/label/c.Backroom_problem_erp_busy';
import d50 from '@salesforce/label/c.Backroom_problem_erp_busy_do';
import p51 from '@salesforce/label/c.Backroom_problem_erp_refused';
import d51 from '@salesforce/label/c.Backroom_problem_erp_refused_do';
import p52 from '@salesforce/label/c.Backroom_problem_erp_unauthorised';
import d52 from '@salesforce/label/c.Backroom_problem_erp_unauthorised_do';
import p53 from '@salesforce/label/c.Backroom_problem_erp_conflict';
import d53 from '@salesforce/label/c.Backroom_problem_erp_conflict_do';
import p54 from '@salesforce/label/c.Backroom_problem_erp_uncertain';
import d54 from '@salesforce/label/c.Backroom_problem_erp_uncertain_do';
import p55 from '@salesforce/label/c.Backroom_problem_erp_drift';
import d55 from '@salesforce/label/c.Backroom_problem_erp_drift_do';
import p56 from '@salesforce/label/c.Backroom_problem_erp_limit';
import d56 from '@salesforce/label/c.Backroom_problem_erp_limit_do';
import p57 from '@salesforce/label/c.Backroom_problem_erp_unfit';
import d57 from '@salesforce/label/c.Backroom_problem_erp_unfit_do';
import p58 from '@salesforce/label/c.Backroom_problem_erp_not_connected';
import d58 from '@salesforce/label/c.Backroom_problem_erp_not_connected_do';
import p59 from '@salesforce/label/c.Backroom_problem_crm_unreachable';
import d59 from '@salesforce/label/c.Backroom_problem_crm_unreachable_do';
import p60 from '@salesforce/label/c.Backroom_problem_crm_busy';
import d60 from '@salesforce/label/c.Backroom_problem_crm_busy_do';
import p61 from '@salesforce/label/c.Backroom_problem_crm_unauthorised';
import d61 from '@salesforce/label/c.Backroom_problem_crm_unauthorised_do';
import p62 from '@salesforce/label/c.Backroom_problem_crm_refused';
import d62 from '@salesforce/label/c.Backroom_problem_crm_refused_do';
import p63 from '@salesforce/label/c.Backroom_problem_store_unavailable';
import d63 from '@salesforce/label/c.Backroom_problem_store_unavailable_do';
import p64 from '@salesforce/label/c.Backroom_problem_cannot_process';
import d64 from '@salesforce/label/c.Backroom_problem_cannot_process_do';
import p65 from '@salesforce/label/c.Backroom_problem_internal';
import d65 from '@salesforce/label/c.Backroom_problem_internal_do';
import p66 from '@salesforce/label/c.Backroom_problem_backroom_unreachable';
import d66 from '@salesforce/label/c.Backroom_problem_backroom_unreachable_do';

export const ui = {
  'verdict.checking': u0,
  'verdict.ready': u1,
  'verdict.warnings': u2,
  'verdict.duplicate': u3,
  'verdict.blocked': u4,
  'verdict.unchecked': u5,
  'verdict.sending': u6,
  'verdict.verifying': u7,
  'verdict.waiting': u8,
  'verdict.refused': u9,
  'verdict.attention': u10,
  'verdict.ordered': u11,
  'verdict.changed': u12,
  'verdict.why.customer': u13,
  'verdict.why.company': u14,
  'verdict.why.customer_blocked': u15,
  'verdict.why.products': u16,
  'verdict.why.quote': u17,
  'verdict.why.erp': u18,
  'verdict.why.unreachable': u19,
  'verdict.why.ordered': u20,
  'check.new': u21,
  'action.link': u22,
  'action.retry': u23,
  'action.cancel_yes': u24,
  'action.create_yes': u25,
  'customer.create_ask': u26,
  'returns.returnable': u27,
  'returns.edit': u28,
  'action.back': u29,
  'refresh.failed': u30,
  'refresh.failed_now': u31,
  'change.title': u32,
  'change.added': u33,
  'change.removed': u34,
  'change.changed': u35,
  'change.kind': u36,
  'change.ordered': u37,
  'change.quoted': u38,
  'change.request': u39,
  'price.difference': u40,
  'loading': u41,
  'refresh': u42,
  'retry': u43,
  'close': u44,
  'cancel': u45,
  'details': u46,
  'reference': u47,
  'label_value': u48,
  'who.rep': u49,
  'who.order_desk': u50,
  'who.admin': u51,
  'who.operator': u52,
  'who.nobody': u53,
  'unknown': u54,
  'none': u55,
  'yes': u56,
  'no': u57,
  'error_unknown_answer': u58,
  'age.live': u59,
  'age.cached': u60,
  'age.stale': u61,
  'age.refreshing': u62,
  'now': u63,
  'product': u64,
  'quantity': u65,
  'stock': u66,
  'available': u67,
  'on_hand': u68,
  'reserved': u69,
  'incoming': u70,
  'warehouse': u71,
  'promise_date': u72,
  'quoted_price': u73,
  'erp_price': u74,
  'list_price': u75,
  'discount': u76,
  'difference': u77,
  'price_source': u78,
  'price_breaks': u79,
  'price': u80,
  'date': u81,
  'number': u82,
  'status': u83,
  'total': u84,
  'line_total': u85,
  'open': u86,
  'due': u87,
  'issued': u88,
  'overdue': u89,
  'amount': u90,
  'order': u91,
  'orders': u92,
  'invoices': u93,
  'returns': u94,
  'credit': u95,
  'customer': u96,
  'net': u97,
  'tax': u98,
  'reason': u99,
  'delivered': u100,
  'deliveries': u101,
  'tracking': u102,
  'credit_note': u103,
  'payment_terms': u104,
  'lines': u105,
  'overview.title': u106,
  'overview.complete_by': u107,
  'overview.complete_never': u108,
  'overview.credit_after': u109,
  'overview.credit_free': u110,
  'overview.open_invoices': u111,
  'overview.of_which_overdue': u112,
  'overview.all_overdue': u113,
  'overview.nothing_open': u114,
  'overview.order': u115,
  'overview.no_order': u116,
  'overview.missing': u117,
  'overview.no_limit': u118,
  'overview.all_well': u119,
  'alert.credit_over_limit': u120,
  'alert.credit_blocked': u121,
  'alert.credit_overdue': u122,
  'alert.credit_near_limit': u123,
  'alert.stock_short': u124,
  'alert.stock_later': u125,
  'alert.stock_unknown': u126,
  'alert.price_below': u127,
  'alert.unknown_product': u128,
  'alert.other_customer': u129,
  'alert.customer_not_linked': u130,
  'alert.order_waiting': u131,
  'alert.order_needs_attention': u132,
  'alert.possible_twin': u133,
  'alert.quote_changed': u134,
  'alert.figures_stale': u135,
  'customer.linked': u136,
  'customer.candidates_title': u137,
  'customer.merged_text': u138,
  'customer.candidates_text': u139,
  'customer.none_title': u140,
  'customer.none_text': u141,
  'customer.create': u142,
  'customer.create_confirm': u143,
  'customer.creating': u144,
  'customer.link': u145,
  'customer.linking': u146,
  'customer.match': u147,
  'customer.why.vat_id': u148,
  'customer.why.email_domain': u149,
  'customer.why.email': u150,
  'customer.why.name': u151,
  'customer.why.erp_number': u152,
  'customer.no_company_title': u153,
  'customer.no_company_text': u154,
  'customer.unlinked_title': u155,
  'customer.unlinked_text': u156,
  'customer.linked_toast': u157,
  'stock.title': u158,
  'stock.later': u159,
  'stock.short': u160,
  'stock.available_count': u161,
  'stock.available_of': u162,
  'stock.not_stocked': u163,
  'stock.ordered': u164,
  'stock.not_serving': u165,
  'stock.unknown': u166,
  'stock.now': u167,
  'stock.never': u168,
  'stock.no_lines_title': u169,
  'stock.no_lines_text': u170,
  'stock.lines_from_deal': u171,
  'stock.details_of': u172,
  'stock.incoming_none': u173,
  'price.equal': u174,
  'price.below': u175,
  'price.above': u176,
  'price.quote_lower': u177,
  'price.quote_higher': u178,
  'price.other_currency': u179,
  'price.quoted_total': u180,
  'price.erp_total': u181,
  'price.total_difference': u182,
  'price.source.customer_price': u183,
  'price.source.price_list': u184,
  'price.source.quantity_break': u185,
  'price.source.list_price': u186,
  'trouble.unknown_product': u187,
  'trouble.no_code': u188,
  'trouble.invalid_quantity': u189,
  'trouble.archived_product': u190,
  'trouble.no_price': u191,
  'trouble.no_erp_price': u192,
  'order.title': u193,
  'order.preview_title': u194,
  'order.quote': u195,
  'order.preview_loading': u196,
  'order.convert': u197,
  'order.converting': u198,
  'order.accept': u199,
  'order.accept_needed': u200,
  'order.different_sale': u201,
  'order.blocked': u202,
  'order.requested_date': u203,
  'order.note': u204,
  'order.details_save': u205,
  'order.details_title': u206,
  'order.po_number': u207,
  'order.contact': u208,
  'order.deliver_to': u209,
  'order.deliver_to.usual': u210,
  'order.invoice_to': u211,
  'order.partial': u212,
  'order.partial.yes': u213,
  'order.partial.no': u214,
  'order.partial.default': u215,
  'order.charges': u216,
  'order.check_again': u217,
  'order.checks': u218,
  'order.level.block': u219,
  'order.level.warn': u220,
  'order.level.info': u221,
  'order.credit_after': u222,
  'order.converted_title': u223,
  'order.in_erp': u224,
  'order.follow_title': u225,
  'order.attention_title': u226,
  'order.kept': u227,
  'differs.title': u228,
  'differs.whole': u229,
  'differs.of_line': u230,
  'differs.reference': u231,
  'differs.customer': u232,
  'differs.lines': u233,
  'differs.product': u234,
  'differs.quantity': u235,
  'differs.unit_price': u236,
  'differs.net': u237,
  'differs.total': u238,
  'differs.currency': u239,
  'differs.charges': u240,
  'differs.po_number': u241,
  'differs.requested_date': u242,
  'differs.note': u243,
  'differs.contact': u244,
  'differs.delivery_address': u245,
  'differs.invoice_address': u246,
  'differs.partial_delivery': u247,
  'order.history': u248,
  'order.resend': u249,
  'order.cancel': u250,
  'order.cancel_confirm': u251,
  'order.cancelled_toast': u252,
  'order.converted_toast': u253,
  'order.quote_changed': u254,
  'order.once_more': u255,
  'order.once_more_not': u256,
  'order.promised': u257,
  'order.ordered': u258,
  'order.no_deliveries': u259,
  'order.written_back': u260,
  'order.writing_back': u261,
  'order.next_try': u262,
  'order.field': u263,
  'order.erp_says': u264,
  'order.none_title': u265,
  'order.none_text': u266,
  'order.more': u267,
  'order.status.draft': u268,
  'order.status.confirmed': u269,
  'order.status.partly_delivered': u270,
  'order.status.delivered': u271,
  'order.status.invoiced': u272,
  'order.status.cancelled': u273,
  'delivery.planned': u274,
  'delivery.shipped': u275,
  'delivery.delivered': u276,
  'submission.queued': u277,
  'submission.sending': u278,
  'submission.checking': u279,
  'submission.waiting': u280,
  'submission.needs_attention': u281,
  'submission.confirmed': u282,
  'submission.cancelled': u283,
  'submission.next.queued': u284,
  'submission.next.sending': u285,
  'submission.next.checking': u286,
  'submission.next.waiting': u287,
  'submission.next.needs_attention': u288,
  'submission.next.confirmed': u289,
  'submission.next.cancelled': u290,
  'submission.next.sending_other': u291,
  'submission.next.confirmed_other': u292,
  'submission.next.cancelled_other': u293,
  'order.open_desk': u294,
  'order.mend_at_desk': u295,
  'order.stopped': u296,
  'field.requestedDate': u297,
  'field.note': u298,
  'field.poNumber': u299,
  'field.deliverTo': u300,
  'field.invoiceTo': u301,
  'field.partialDelivery': u302,
  'field.quantity': u303,
  'field.unitPrice': u304,
  'field.productId': u305,
  'field.customerId': u306,
  'field.customer': u307,
  'field.currency': u308,
  'field.code': u309,
  'field.orderNumber': u310,
  'field.of_line': u311,
  'step.accepted': u312,
  'step.customer': u313,
  'step.look_up': u314,
  'step.create': u315,
  'step.confirm': u316,
  'step.write_back': u317,
  'step.mend': u318,
  'step.resend': u319,
  'step.adopt': u320,
  'step.cancel': u321,
  'check.customer_not_linked': u322,
  'check.customer_not_known': u323,
  'check.customer_blocked': u324,
  'check.no_lines': u325,
  'check.line_without_code': u326,
  'check.unknown_product': u327,
  'check.archived_product': u328,
  'check.quantity_invalid': u329,
  'check.price_unknown': u330,
  'check.mixed_currencies': u331,
  'check.currency_differs': u332,
  'check.stock_short': u333,
  'check.stock_later': u334,
  'check.price_below': u335,
  'check.price_above': u336,
  'check.over_limit': u337,
  'check.near_limit': u338,
  'check.overdue': u339,
  'check.already_converted': u340,
  'check.other_customer': u341,
  'check.order_again': u342,
  'check.possible_twin': u343,
  'check.customer_created_first': u344,
  'check.figures_stale': u345,
  'check.erp_unavailable': u346,
  'check.total_differs': u347,
  'check.line_differs': u348,
  'check.quote_expired': u349,
  'check.quote_not_accepted': u350,
  'check.no_company': u351,
  'check.company_without_name': u352,
  'check.record_unreadable': u353,
  'check.field_hidden': u354,
  'check.several_quotes': u355,
  'check.recurring_line': u356,
  'check.tiered_price': u357,
  'check.currency_unknown': u358,
  'check.tax_differs': u359,
  'check.price_invalid': u360,
  'check.discount_invalid': u361,
  'check.line_total_differs': u362,
  'check.quote_total_differs': u363,
  'check.adjustment_unknown': u364,
  'check.address_not_carried': u365,
  'check.charge_not_carried': u366,
  'check.detail_not_carried': u367,
  'check.address_incomplete': u368,
  'check.address_unknown': u369,
  'check.date_passed': u370,
  'check.erp_unfit': u371,
  'check.quantity_decimals': u372,
  'check.unknown_product_near': u373,
  'check.products_not_known': u374,
  'check.figure_missing': u375,
  'check.stock_unknown': u376,
  'check.erp_price_unknown': u377,
  'check.credit_not_comparable': u378,
  'check.credit_total_unknown': u379,
  'check.erp_limit': u380,
  'check.all_well': u381,
  'check.erp_refuses': u382,
  'invoices.title': u383,
  'invoices.none_title': u384,
  'invoices.none_text': u385,
  'invoices.open_total': u386,
  'invoices.overdue_total': u387,
  'invoices.next_due': u388,
  'invoices.more': u389,
  'invoices.credit_note': u390,
  'invoice.kind.invoice': u391,
  'invoice.kind.credit_note': u392,
  'invoice.status.paid': u393,
  'invoice.status.part_paid': u394,
  'invoice.status.open': u395,
  'invoice.status.overdue': u396,
  'invoice.status.cancelled': u397,
  'invoice.overdue_days': u398,
  'invoice.pdf': u399,
  'invoice.pdf_of': u400,
  'credit.limit': u401,
  'credit.exposure': u402,
  'credit.free': u403,
  'credit.after_deal': u404,
  'credit.ordered': u405,
  'credit.order_gross': u406,
  'credit.open_orders': u407,
  'credit.receivable': u408,
  'credit.no_limit': u409,
  'credit.used_of': u410,
  'credit.ageing': u411,
  'credit.ageing.not_due': u412,
  'credit.ageing.range': u413,
  'credit.ageing.more': u414,
  'credit.verdict.ok': u415,
  'credit.verdict.near_limit': u416,
  'credit.verdict.over_limit': u417,
  'credit.verdict.overdue': u418,
  'credit.verdict.blocked': u419,
  'credit.verdict.no_limit': u420,
  'credit.verdict.not_judged': u421,
  'returns.title': u422,
  'returns.none_title': u423,
  'returns.none_text': u424,
  'returns.claim': u425,
  'returns.claim_title': u426,
  'returns.claim_send': u427,
  'returns.choose_order': u428,
  'returns.quantity_of': u429,
  'returns.quantity_hint': u430,
  'returns.reason_hint': u431,
  'returns.need_quantity': u432,
  'returns.need_reason': u433,
  'returns.no_orders': u434,
  'returns.sent_toast': u435,
  'return.status.requested': u436,
  'return.status.approved': u437,
  'return.status.received': u438,
  'return.status.partly_credited': u439,
  'return.status.credited': u440,
  'return.status.replaced': u441,
  'return.status.rejected': u442,
  'company.credit_title': u443,
  'settings.title': u444,
  'settings.connection': u445,
  'settings.no_connection': u446,
  'settings.connect': u447,
  'settings.manage_connection': u448,
  'settings.open_connection': u449,
  'settings.state.ok': u450,
  'settings.state.down': u451,
  'settings.state.unauthorised': u452,
  'settings.state.unknown': u453,
  'settings.erp': u454,
  'settings.address': u455,
  'settings.version': u456,
  'settings.latency': u457,
  'settings.milliseconds': u458,
  'settings.checked': u459,
  'settings.flows': u460,
  'settings.flows_text': u461,
  'settings.unsupported': u462,
  'settings.write_back': u463,
  'settings.properties_ready': u464,
  'settings.properties_missing': u465,
  'settings.test_erp': u466,
  'settings.test_erp_help': u467,
  'settings.saved': u468,
  'settings.check': u469,
  'settings.master': u470,
  'settings.master.erp': u471,
  'settings.master.crm': u472,
  'settings.master.crm+erp': u473,
  'flow.customers': u474,
  'flow.orders': u475,
  'flow.stock': u476,
  'flow.invoices': u477,
  'flow.pricing': u478,
  'flow.returns': u479,
  'flow.credit': u480,
  'panel.customer': u481,
  'panel.stock': u482,
  'panel.pricing': u483,
  'panel.orders': u484,
  'panel.invoices': u485,
  'panel.credit': u486,
  'panel.returns': u487,
  'panel.overview': u488,
  'pages.previous': u489,
  'pages.next': u490,
  'salesforce.org': u491,
  'salesforce.org_id': u492,
  'salesforce.instance': u493,
  'salesforce.sandbox': u494,
  'salesforce.certificate': u495,
  'salesforce.roles': u496,
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
  company_without_name: [p22, d22],
  no_lines: [p23, d23],
  currency_unknown: [p24, d24],
  mixed_currencies: [p25, d25],
  line_without_code: [p26, d26],
  quantity_invalid: [p27, d27],
  quote_changed: [p28, d28],
  already_converted: [p29, d29],
  possible_twin: [p30, d30],
  preview_blocked: [p31, d31],
  customer_not_linked: [p32, d32],
  customer_already_linked: [p33, d33],
  unknown_product: [p34, d34],
  unknown_customer: [p35, d35],
  submission_state: [p36, d36],
  erp_order_unknown: [p37, d37],
  erp_order_taken: [p38, d38],
  desk_link_used: [p39, d39],
  desk_link_expired: [p40, d40],
  desk_other_session: [p41, d41],
  desk_signed_out: [p42, d42],
  connection_in_use: [p43, d43],
  pilot_only: [p44, d44],
  connection_is_default: [p45, d45],
  flow_off: [p46, d46],
  flow_unsupported: [p47, d47],
  erp_unreachable: [p48, d48],
  erp_timeout: [p49, d49],
  erp_busy: [p50, d50],
  erp_refused: [p51, d51],
  erp_unauthorised: [p52, d52],
  erp_conflict: [p53, d53],
  erp_uncertain: [p54, d54],
  erp_drift: [p55, d55],
  erp_limit: [p56, d56],
  erp_unfit: [p57, d57],
  erp_not_connected: [p58, d58],
  crm_unreachable: [p59, d59],
  crm_busy: [p60, d60],
  crm_unauthorised: [p61, d61],
  crm_refused: [p62, d62],
  store_unavailable: [p63, d63],
  cannot_process: [p64, d64],
  internal: [p65, d65],
  backroom_unreachable: [p66, d66],
};
