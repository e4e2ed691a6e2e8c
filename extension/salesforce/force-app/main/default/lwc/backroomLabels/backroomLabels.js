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
import u58 from '@salesforce/label/c.Backroom_age_live';
import u59 from '@salesforce/label/c.Backroom_age_cached';
import u60 from '@salesforce/label/c.Backroom_age_stale';
import u61 from '@salesforce/label/c.Backroom_now';
import u62 from '@salesforce/label/c.Backroom_product';
import u63 from '@salesforce/label/c.Backroom_quantity';
import u64 from '@salesforce/label/c.Backroom_stock';
import u65 from '@salesforce/label/c.Backroom_available';
import u66 from '@salesforce/label/c.Backroom_on_hand';
import u67 from '@salesforce/label/c.Backroom_incoming';
import u68 from '@salesforce/label/c.Backroom_warehouse';
import u69 from '@salesforce/label/c.Backroom_promise_date';
import u70 from '@salesforce/label/c.Backroom_quoted_price';
import u71 from '@salesforce/label/c.Backroom_erp_price';
import u72 from '@salesforce/label/c.Backroom_list_price';
import u73 from '@salesforce/label/c.Backroom_discount';
import u74 from '@salesforce/label/c.Backroom_price_source';
import u75 from '@salesforce/label/c.Backroom_price_breaks';
import u76 from '@salesforce/label/c.Backroom_price';
import u77 from '@salesforce/label/c.Backroom_date';
import u78 from '@salesforce/label/c.Backroom_number';
import u79 from '@salesforce/label/c.Backroom_status';
import u80 from '@salesforce/label/c.Backroom_total';
import u81 from '@salesforce/label/c.Backroom_line_total';
import u82 from '@salesforce/label/c.Backroom_open';
import u83 from '@salesforce/label/c.Backroom_due';
import u84 from '@salesforce/label/c.Backroom_issued';
import u85 from '@salesforce/label/c.Backroom_overdue';
import u86 from '@salesforce/label/c.Backroom_amount';
import u87 from '@salesforce/label/c.Backroom_order';
import u88 from '@salesforce/label/c.Backroom_orders';
import u89 from '@salesforce/label/c.Backroom_invoices';
import u90 from '@salesforce/label/c.Backroom_returns';
import u91 from '@salesforce/label/c.Backroom_credit';
import u92 from '@salesforce/label/c.Backroom_customer';
import u93 from '@salesforce/label/c.Backroom_net';
import u94 from '@salesforce/label/c.Backroom_tax';
import u95 from '@salesforce/label/c.Backroom_reason';
import u96 from '@salesforce/label/c.Backroom_delivered';
import u97 from '@salesforce/label/c.Backroom_deliveries';
import u98 from '@salesforce/label/c.Backroom_tracking';
import u99 from '@salesforce/label/c.Backroom_credit_note';
import u100 from '@salesforce/label/c.Backroom_payment_terms';
import u101 from '@salesforce/label/c.Backroom_lines';
import u102 from '@salesforce/label/c.Backroom_overview_title';
import u103 from '@salesforce/label/c.Backroom_overview_complete_by';
import u104 from '@salesforce/label/c.Backroom_overview_complete_never';
import u105 from '@salesforce/label/c.Backroom_overview_credit_after';
import u106 from '@salesforce/label/c.Backroom_overview_credit_free';
import u107 from '@salesforce/label/c.Backroom_overview_open_invoices';
import u108 from '@salesforce/label/c.Backroom_overview_of_which_overdue';
import u109 from '@salesforce/label/c.Backroom_overview_all_overdue';
import u110 from '@salesforce/label/c.Backroom_overview_nothing_open';
import u111 from '@salesforce/label/c.Backroom_overview_missing';
import u112 from '@salesforce/label/c.Backroom_overview_no_limit';
import u113 from '@salesforce/label/c.Backroom_alert_credit_over_limit';
import u114 from '@salesforce/label/c.Backroom_alert_credit_blocked';
import u115 from '@salesforce/label/c.Backroom_alert_credit_overdue';
import u116 from '@salesforce/label/c.Backroom_alert_credit_near_limit';
import u117 from '@salesforce/label/c.Backroom_alert_stock_short';
import u118 from '@salesforce/label/c.Backroom_alert_stock_later';
import u119 from '@salesforce/label/c.Backroom_alert_stock_unknown';
import u120 from '@salesforce/label/c.Backroom_alert_price_below';
import u121 from '@salesforce/label/c.Backroom_alert_unknown_product';
import u122 from '@salesforce/label/c.Backroom_alert_other_customer';
import u123 from '@salesforce/label/c.Backroom_alert_customer_not_linked';
import u124 from '@salesforce/label/c.Backroom_alert_order_waiting';
import u125 from '@salesforce/label/c.Backroom_alert_order_needs_attention';
import u126 from '@salesforce/label/c.Backroom_alert_possible_twin';
import u127 from '@salesforce/label/c.Backroom_alert_quote_changed';
import u128 from '@salesforce/label/c.Backroom_alert_figures_stale';
import u129 from '@salesforce/label/c.Backroom_customer_candidates_title';
import u130 from '@salesforce/label/c.Backroom_customer_merged_text';
import u131 from '@salesforce/label/c.Backroom_customer_candidates_text';
import u132 from '@salesforce/label/c.Backroom_customer_none_title';
import u133 from '@salesforce/label/c.Backroom_customer_none_text';
import u134 from '@salesforce/label/c.Backroom_customer_create';
import u135 from '@salesforce/label/c.Backroom_customer_creating';
import u136 from '@salesforce/label/c.Backroom_customer_link';
import u137 from '@salesforce/label/c.Backroom_customer_match';
import u138 from '@salesforce/label/c.Backroom_customer_why_vat_id';
import u139 from '@salesforce/label/c.Backroom_customer_why_email_domain';
import u140 from '@salesforce/label/c.Backroom_customer_why_email';
import u141 from '@salesforce/label/c.Backroom_customer_why_name';
import u142 from '@salesforce/label/c.Backroom_customer_why_erp_number';
import u143 from '@salesforce/label/c.Backroom_customer_no_company_title';
import u144 from '@salesforce/label/c.Backroom_customer_no_company_text';
import u145 from '@salesforce/label/c.Backroom_customer_unlinked_title';
import u146 from '@salesforce/label/c.Backroom_customer_unlinked_text';
import u147 from '@salesforce/label/c.Backroom_stock_title';
import u148 from '@salesforce/label/c.Backroom_stock_later';
import u149 from '@salesforce/label/c.Backroom_stock_short';
import u150 from '@salesforce/label/c.Backroom_stock_available_count';
import u151 from '@salesforce/label/c.Backroom_stock_available_of';
import u152 from '@salesforce/label/c.Backroom_stock_not_stocked';
import u153 from '@salesforce/label/c.Backroom_stock_ordered';
import u154 from '@salesforce/label/c.Backroom_stock_not_serving';
import u155 from '@salesforce/label/c.Backroom_stock_unknown';
import u156 from '@salesforce/label/c.Backroom_stock_now';
import u157 from '@salesforce/label/c.Backroom_stock_never';
import u158 from '@salesforce/label/c.Backroom_stock_no_lines_title';
import u159 from '@salesforce/label/c.Backroom_stock_no_lines_text';
import u160 from '@salesforce/label/c.Backroom_stock_lines_from_deal';
import u161 from '@salesforce/label/c.Backroom_stock_details_of';
import u162 from '@salesforce/label/c.Backroom_stock_incoming_none';
import u163 from '@salesforce/label/c.Backroom_price_equal';
import u164 from '@salesforce/label/c.Backroom_price_below';
import u165 from '@salesforce/label/c.Backroom_price_above';
import u166 from '@salesforce/label/c.Backroom_price_quote_lower';
import u167 from '@salesforce/label/c.Backroom_price_quote_higher';
import u168 from '@salesforce/label/c.Backroom_price_other_currency';
import u169 from '@salesforce/label/c.Backroom_price_quoted_total';
import u170 from '@salesforce/label/c.Backroom_price_erp_total';
import u171 from '@salesforce/label/c.Backroom_price_total_difference';
import u172 from '@salesforce/label/c.Backroom_price_source_customer_price';
import u173 from '@salesforce/label/c.Backroom_price_source_price_list';
import u174 from '@salesforce/label/c.Backroom_price_source_quantity_break';
import u175 from '@salesforce/label/c.Backroom_price_source_list_price';
import u176 from '@salesforce/label/c.Backroom_trouble_unknown_product';
import u177 from '@salesforce/label/c.Backroom_trouble_no_code';
import u178 from '@salesforce/label/c.Backroom_trouble_invalid_quantity';
import u179 from '@salesforce/label/c.Backroom_trouble_archived_product';
import u180 from '@salesforce/label/c.Backroom_trouble_no_price';
import u181 from '@salesforce/label/c.Backroom_trouble_no_erp_price';
import u182 from '@salesforce/label/c.Backroom_order_title';
import u183 from '@salesforce/label/c.Backroom_order_quote';
import u184 from '@salesforce/label/c.Backroom_order_convert';
import u185 from '@salesforce/label/c.Backroom_order_accept';
import u186 from '@salesforce/label/c.Backroom_order_different_sale';
import u187 from '@salesforce/label/c.Backroom_order_requested_date';
import u188 from '@salesforce/label/c.Backroom_order_note';
import u189 from '@salesforce/label/c.Backroom_order_details_save';
import u190 from '@salesforce/label/c.Backroom_order_details_title';
import u191 from '@salesforce/label/c.Backroom_order_po_number';
import u192 from '@salesforce/label/c.Backroom_order_contact';
import u193 from '@salesforce/label/c.Backroom_order_deliver_to';
import u194 from '@salesforce/label/c.Backroom_order_deliver_to_usual';
import u195 from '@salesforce/label/c.Backroom_order_invoice_to';
import u196 from '@salesforce/label/c.Backroom_order_partial';
import u197 from '@salesforce/label/c.Backroom_order_partial_yes';
import u198 from '@salesforce/label/c.Backroom_order_partial_no';
import u199 from '@salesforce/label/c.Backroom_order_partial_default';
import u200 from '@salesforce/label/c.Backroom_order_charges';
import u201 from '@salesforce/label/c.Backroom_order_level_block';
import u202 from '@salesforce/label/c.Backroom_order_level_warn';
import u203 from '@salesforce/label/c.Backroom_order_level_info';
import u204 from '@salesforce/label/c.Backroom_order_in_erp';
import u205 from '@salesforce/label/c.Backroom_order_kept';
import u206 from '@salesforce/label/c.Backroom_differs_title';
import u207 from '@salesforce/label/c.Backroom_differs_whole';
import u208 from '@salesforce/label/c.Backroom_differs_of_line';
import u209 from '@salesforce/label/c.Backroom_differs_reference';
import u210 from '@salesforce/label/c.Backroom_differs_customer';
import u211 from '@salesforce/label/c.Backroom_differs_lines';
import u212 from '@salesforce/label/c.Backroom_differs_product';
import u213 from '@salesforce/label/c.Backroom_differs_quantity';
import u214 from '@salesforce/label/c.Backroom_differs_unit_price';
import u215 from '@salesforce/label/c.Backroom_differs_net';
import u216 from '@salesforce/label/c.Backroom_differs_total';
import u217 from '@salesforce/label/c.Backroom_differs_currency';
import u218 from '@salesforce/label/c.Backroom_differs_charges';
import u219 from '@salesforce/label/c.Backroom_differs_po_number';
import u220 from '@salesforce/label/c.Backroom_differs_requested_date';
import u221 from '@salesforce/label/c.Backroom_differs_note';
import u222 from '@salesforce/label/c.Backroom_differs_contact';
import u223 from '@salesforce/label/c.Backroom_differs_delivery_address';
import u224 from '@salesforce/label/c.Backroom_differs_invoice_address';
import u225 from '@salesforce/label/c.Backroom_differs_partial_delivery';
import u226 from '@salesforce/label/c.Backroom_order_history';
import u227 from '@salesforce/label/c.Backroom_order_resend';
import u228 from '@salesforce/label/c.Backroom_order_cancel';
import u229 from '@salesforce/label/c.Backroom_order_cancel_confirm';
import u230 from '@salesforce/label/c.Backroom_order_once_more';
import u231 from '@salesforce/label/c.Backroom_order_once_more_not';
import u232 from '@salesforce/label/c.Backroom_order_promised';
import u233 from '@salesforce/label/c.Backroom_order_ordered';
import u234 from '@salesforce/label/c.Backroom_order_no_deliveries';
import u235 from '@salesforce/label/c.Backroom_order_written_back';
import u236 from '@salesforce/label/c.Backroom_order_writing_back';
import u237 from '@salesforce/label/c.Backroom_order_next_try';
import u238 from '@salesforce/label/c.Backroom_order_field';
import u239 from '@salesforce/label/c.Backroom_order_erp_says';
import u240 from '@salesforce/label/c.Backroom_order_none_title';
import u241 from '@salesforce/label/c.Backroom_order_none_text';
import u242 from '@salesforce/label/c.Backroom_order_more';
import u243 from '@salesforce/label/c.Backroom_order_status_draft';
import u244 from '@salesforce/label/c.Backroom_order_status_confirmed';
import u245 from '@salesforce/label/c.Backroom_order_status_partly_delivered';
import u246 from '@salesforce/label/c.Backroom_order_status_delivered';
import u247 from '@salesforce/label/c.Backroom_order_status_invoiced';
import u248 from '@salesforce/label/c.Backroom_order_status_cancelled';
import u249 from '@salesforce/label/c.Backroom_delivery_planned';
import u250 from '@salesforce/label/c.Backroom_delivery_shipped';
import u251 from '@salesforce/label/c.Backroom_delivery_delivered';
import u252 from '@salesforce/label/c.Backroom_submission_queued';
import u253 from '@salesforce/label/c.Backroom_submission_sending';
import u254 from '@salesforce/label/c.Backroom_submission_checking';
import u255 from '@salesforce/label/c.Backroom_submission_waiting';
import u256 from '@salesforce/label/c.Backroom_submission_needs_attention';
import u257 from '@salesforce/label/c.Backroom_submission_confirmed';
import u258 from '@salesforce/label/c.Backroom_submission_cancelled';
import u259 from '@salesforce/label/c.Backroom_submission_next_queued';
import u260 from '@salesforce/label/c.Backroom_submission_next_sending';
import u261 from '@salesforce/label/c.Backroom_submission_next_checking';
import u262 from '@salesforce/label/c.Backroom_submission_next_waiting';
import u263 from '@salesforce/label/c.Backroom_submission_next_needs_attention';
import u264 from '@salesforce/label/c.Backroom_submission_next_confirmed';
import u265 from '@salesforce/label/c.Backroom_submission_next_cancelled';
import u266 from '@salesforce/label/c.Backroom_submission_next_sending_other';
import u267 from '@salesforce/label/c.Backroom_submission_next_confirmed_other';
import u268 from '@salesforce/label/c.Backroom_submission_next_cancelled_other';
import u269 from '@salesforce/label/c.Backroom_order_open_desk';
import u270 from '@salesforce/label/c.Backroom_order_mend_at_desk';
import u271 from '@salesforce/label/c.Backroom_order_stopped';
import u272 from '@salesforce/label/c.Backroom_field_requestedDate';
import u273 from '@salesforce/label/c.Backroom_field_note';
import u274 from '@salesforce/label/c.Backroom_field_poNumber';
import u275 from '@salesforce/label/c.Backroom_field_deliverTo';
import u276 from '@salesforce/label/c.Backroom_field_invoiceTo';
import u277 from '@salesforce/label/c.Backroom_field_partialDelivery';
import u278 from '@salesforce/label/c.Backroom_field_quantity';
import u279 from '@salesforce/label/c.Backroom_field_unitPrice';
import u280 from '@salesforce/label/c.Backroom_field_productId';
import u281 from '@salesforce/label/c.Backroom_field_customerId';
import u282 from '@salesforce/label/c.Backroom_field_customer';
import u283 from '@salesforce/label/c.Backroom_field_currency';
import u284 from '@salesforce/label/c.Backroom_field_code';
import u285 from '@salesforce/label/c.Backroom_field_orderNumber';
import u286 from '@salesforce/label/c.Backroom_field_of_line';
import u287 from '@salesforce/label/c.Backroom_step_accepted';
import u288 from '@salesforce/label/c.Backroom_step_customer';
import u289 from '@salesforce/label/c.Backroom_step_look_up';
import u290 from '@salesforce/label/c.Backroom_step_create';
import u291 from '@salesforce/label/c.Backroom_step_confirm';
import u292 from '@salesforce/label/c.Backroom_step_write_back';
import u293 from '@salesforce/label/c.Backroom_step_mend';
import u294 from '@salesforce/label/c.Backroom_step_resend';
import u295 from '@salesforce/label/c.Backroom_step_adopt';
import u296 from '@salesforce/label/c.Backroom_step_cancel';
import u297 from '@salesforce/label/c.Backroom_check_customer_not_linked';
import u298 from '@salesforce/label/c.Backroom_check_customer_not_known';
import u299 from '@salesforce/label/c.Backroom_check_customer_blocked';
import u300 from '@salesforce/label/c.Backroom_check_no_lines';
import u301 from '@salesforce/label/c.Backroom_check_line_without_code';
import u302 from '@salesforce/label/c.Backroom_check_unknown_product';
import u303 from '@salesforce/label/c.Backroom_check_archived_product';
import u304 from '@salesforce/label/c.Backroom_check_quantity_invalid';
import u305 from '@salesforce/label/c.Backroom_check_price_unknown';
import u306 from '@salesforce/label/c.Backroom_check_mixed_currencies';
import u307 from '@salesforce/label/c.Backroom_check_currency_differs';
import u308 from '@salesforce/label/c.Backroom_check_stock_short';
import u309 from '@salesforce/label/c.Backroom_check_stock_later';
import u310 from '@salesforce/label/c.Backroom_check_price_below';
import u311 from '@salesforce/label/c.Backroom_check_price_above';
import u312 from '@salesforce/label/c.Backroom_check_over_limit';
import u313 from '@salesforce/label/c.Backroom_check_near_limit';
import u314 from '@salesforce/label/c.Backroom_check_overdue';
import u315 from '@salesforce/label/c.Backroom_check_already_converted';
import u316 from '@salesforce/label/c.Backroom_check_other_customer';
import u317 from '@salesforce/label/c.Backroom_check_order_again';
import u318 from '@salesforce/label/c.Backroom_check_possible_twin';
import u319 from '@salesforce/label/c.Backroom_check_customer_created_first';
import u320 from '@salesforce/label/c.Backroom_check_figures_stale';
import u321 from '@salesforce/label/c.Backroom_check_erp_unavailable';
import u322 from '@salesforce/label/c.Backroom_check_total_differs';
import u323 from '@salesforce/label/c.Backroom_check_line_differs';
import u324 from '@salesforce/label/c.Backroom_check_quote_expired';
import u325 from '@salesforce/label/c.Backroom_check_quote_not_accepted';
import u326 from '@salesforce/label/c.Backroom_check_no_company';
import u327 from '@salesforce/label/c.Backroom_check_company_without_name';
import u328 from '@salesforce/label/c.Backroom_check_record_unreadable';
import u329 from '@salesforce/label/c.Backroom_check_field_hidden';
import u330 from '@salesforce/label/c.Backroom_check_several_quotes';
import u331 from '@salesforce/label/c.Backroom_check_recurring_line';
import u332 from '@salesforce/label/c.Backroom_check_tiered_price';
import u333 from '@salesforce/label/c.Backroom_check_currency_unknown';
import u334 from '@salesforce/label/c.Backroom_check_tax_differs';
import u335 from '@salesforce/label/c.Backroom_check_price_invalid';
import u336 from '@salesforce/label/c.Backroom_check_discount_invalid';
import u337 from '@salesforce/label/c.Backroom_check_line_total_differs';
import u338 from '@salesforce/label/c.Backroom_check_quote_total_differs';
import u339 from '@salesforce/label/c.Backroom_check_adjustment_unknown';
import u340 from '@salesforce/label/c.Backroom_check_address_not_carried';
import u341 from '@salesforce/label/c.Backroom_check_charge_not_carried';
import u342 from '@salesforce/label/c.Backroom_check_detail_not_carried';
import u343 from '@salesforce/label/c.Backroom_check_address_incomplete';
import u344 from '@salesforce/label/c.Backroom_check_address_unknown';
import u345 from '@salesforce/label/c.Backroom_check_date_passed';
import u346 from '@salesforce/label/c.Backroom_check_erp_unfit';
import u347 from '@salesforce/label/c.Backroom_check_quantity_decimals';
import u348 from '@salesforce/label/c.Backroom_check_unknown_product_near';
import u349 from '@salesforce/label/c.Backroom_check_products_not_known';
import u350 from '@salesforce/label/c.Backroom_check_figure_missing';
import u351 from '@salesforce/label/c.Backroom_check_stock_unknown';
import u352 from '@salesforce/label/c.Backroom_check_erp_price_unknown';
import u353 from '@salesforce/label/c.Backroom_check_credit_not_comparable';
import u354 from '@salesforce/label/c.Backroom_check_credit_total_unknown';
import u355 from '@salesforce/label/c.Backroom_check_erp_limit';
import u356 from '@salesforce/label/c.Backroom_check_orders_read_only';
import u357 from '@salesforce/label/c.Backroom_check_all_well';
import u358 from '@salesforce/label/c.Backroom_check_erp_refuses';
import u359 from '@salesforce/label/c.Backroom_invoices_title';
import u360 from '@salesforce/label/c.Backroom_invoices_none_title';
import u361 from '@salesforce/label/c.Backroom_invoices_none_text';
import u362 from '@salesforce/label/c.Backroom_invoices_open_total';
import u363 from '@salesforce/label/c.Backroom_invoices_overdue_total';
import u364 from '@salesforce/label/c.Backroom_invoices_next_due';
import u365 from '@salesforce/label/c.Backroom_invoices_more';
import u366 from '@salesforce/label/c.Backroom_invoices_credit_note';
import u367 from '@salesforce/label/c.Backroom_invoice_kind_credit_note';
import u368 from '@salesforce/label/c.Backroom_invoice_status_paid';
import u369 from '@salesforce/label/c.Backroom_invoice_status_part_paid';
import u370 from '@salesforce/label/c.Backroom_invoice_status_open';
import u371 from '@salesforce/label/c.Backroom_invoice_status_overdue';
import u372 from '@salesforce/label/c.Backroom_invoice_status_cancelled';
import u373 from '@salesforce/label/c.Backroom_invoice_overdue_days';
import u374 from '@salesforce/label/c.Backroom_invoice_pdf';
import u375 from '@salesforce/label/c.Backroom_invoice_pdf_of';
import u376 from '@salesforce/label/c.Backroom_credit_limit';
import u377 from '@salesforce/label/c.Backroom_credit_exposure';
import u378 from '@salesforce/label/c.Backroom_credit_free';
import u379 from '@salesforce/label/c.Backroom_credit_after_deal';
import u380 from '@salesforce/label/c.Backroom_credit_ordered';
import u381 from '@salesforce/label/c.Backroom_credit_order_gross';
import u382 from '@salesforce/label/c.Backroom_credit_no_limit';
import u383 from '@salesforce/label/c.Backroom_credit_ageing';
import u384 from '@salesforce/label/c.Backroom_credit_ageing_not_due';
import u385 from '@salesforce/label/c.Backroom_credit_ageing_range';
import u386 from '@salesforce/label/c.Backroom_credit_ageing_more';
import u387 from '@salesforce/label/c.Backroom_credit_verdict_ok';
import u388 from '@salesforce/label/c.Backroom_credit_verdict_near_limit';
import u389 from '@salesforce/label/c.Backroom_credit_verdict_over_limit';
import u390 from '@salesforce/label/c.Backroom_credit_verdict_overdue';
import u391 from '@salesforce/label/c.Backroom_credit_verdict_blocked';
import u392 from '@salesforce/label/c.Backroom_credit_verdict_no_limit';
import u393 from '@salesforce/label/c.Backroom_credit_verdict_not_judged';
import u394 from '@salesforce/label/c.Backroom_returns_title';
import u395 from '@salesforce/label/c.Backroom_returns_none_title';
import u396 from '@salesforce/label/c.Backroom_returns_none_text';
import u397 from '@salesforce/label/c.Backroom_returns_claim';
import u398 from '@salesforce/label/c.Backroom_returns_claim_title';
import u399 from '@salesforce/label/c.Backroom_returns_claim_send';
import u400 from '@salesforce/label/c.Backroom_returns_choose_order';
import u401 from '@salesforce/label/c.Backroom_returns_quantity_of';
import u402 from '@salesforce/label/c.Backroom_returns_reason_hint';
import u403 from '@salesforce/label/c.Backroom_returns_need_quantity';
import u404 from '@salesforce/label/c.Backroom_returns_need_reason';
import u405 from '@salesforce/label/c.Backroom_returns_no_orders';
import u406 from '@salesforce/label/c.Backroom_returns_sent_toast';
import u407 from '@salesforce/label/c.Backroom_return_status_requested';
import u408 from '@salesforce/label/c.Backroom_return_status_approved';
import u409 from '@salesforce/label/c.Backroom_return_status_received';
import u410 from '@salesforce/label/c.Backroom_return_status_partly_credited';
import u411 from '@salesforce/label/c.Backroom_return_status_credited';
import u412 from '@salesforce/label/c.Backroom_return_status_replaced';
import u413 from '@salesforce/label/c.Backroom_return_status_rejected';
import u414 from '@salesforce/label/c.Backroom_settings_title';
import u415 from '@salesforce/label/c.Backroom_settings_connection';
import u416 from '@salesforce/label/c.Backroom_settings_no_connection';
import u417 from '@salesforce/label/c.Backroom_settings_connect';
import u418 from '@salesforce/label/c.Backroom_settings_manage_connection';
import u419 from '@salesforce/label/c.Backroom_settings_open_connection';
import u420 from '@salesforce/label/c.Backroom_settings_state_ok';
import u421 from '@salesforce/label/c.Backroom_settings_state_down';
import u422 from '@salesforce/label/c.Backroom_settings_state_unauthorised';
import u423 from '@salesforce/label/c.Backroom_settings_state_unknown';
import u424 from '@salesforce/label/c.Backroom_settings_erp';
import u425 from '@salesforce/label/c.Backroom_settings_address';
import u426 from '@salesforce/label/c.Backroom_settings_version';
import u427 from '@salesforce/label/c.Backroom_settings_latency';
import u428 from '@salesforce/label/c.Backroom_settings_milliseconds';
import u429 from '@salesforce/label/c.Backroom_settings_checked';
import u430 from '@salesforce/label/c.Backroom_settings_flows';
import u431 from '@salesforce/label/c.Backroom_settings_flows_text';
import u432 from '@salesforce/label/c.Backroom_settings_unsupported';
import u433 from '@salesforce/label/c.Backroom_settings_write_back';
import u434 from '@salesforce/label/c.Backroom_settings_properties_ready';
import u435 from '@salesforce/label/c.Backroom_settings_properties_missing';
import u436 from '@salesforce/label/c.Backroom_settings_test_erp';
import u437 from '@salesforce/label/c.Backroom_settings_test_erp_help';
import u438 from '@salesforce/label/c.Backroom_settings_check';
import u439 from '@salesforce/label/c.Backroom_settings_master';
import u440 from '@salesforce/label/c.Backroom_settings_master_erp';
import u441 from '@salesforce/label/c.Backroom_settings_master_crm';
import u442 from '@salesforce/label/c.Backroom_settings_master_crm_erp';
import u443 from '@salesforce/label/c.Backroom_flow_customers';
import u444 from '@salesforce/label/c.Backroom_flow_orders';
import u445 from '@salesforce/label/c.Backroom_flow_stock';
import u446 from '@salesforce/label/c.Backroom_flow_invoices';
import u447 from '@salesforce/label/c.Backroom_flow_pricing';
import u448 from '@salesforce/label/c.Backroom_flow_returns';
import u449 from '@salesforce/label/c.Backroom_flow_credit';
import u450 from '@salesforce/label/c.Backroom_panel_customer';
import u451 from '@salesforce/label/c.Backroom_panel_stock';
import u452 from '@salesforce/label/c.Backroom_panel_pricing';
import u453 from '@salesforce/label/c.Backroom_panel_orders';
import u454 from '@salesforce/label/c.Backroom_panel_invoices';
import u455 from '@salesforce/label/c.Backroom_panel_credit';
import u456 from '@salesforce/label/c.Backroom_panel_returns';
import u457 from '@salesforce/label/c.Backroom_panel_overview';
import u458 from '@salesforce/label/c.Backroom_pages_previous';
import u459 from '@salesforce/label/c.Backroom_pages_next';
import u460 from '@salesforce/label/c.Backroom_salesforce_org';
import u461 from '@salesforce/label/c.Backroom_salesforce_org_id';
import u462 from '@salesforce/label/c.Backroom_salesforce_instance';
import u463 from '@salesforce/label/c.Backroom_salesforce_sandbox';
import u464 from '@salesforce/label/c.Backroom_salesforce_certificate';
import u465 from '@salesforce/label/c.Backroom_salesforce_roles';
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
import p45 from '@salesforce/label/c.Backroom_problem_flow_read_only';
import d45 from '@salesforce/label/c.Backroom_problem_flow_read_only_do';
import p46 from '@salesforce/label/c.Backroom_problem_connection_is_test';
import d46 from '@salesforce/label/c.Backroom_problem_connection_is_test_do';
import p47 from '@salesforce/label/c.Backroom_problem_connection_paused';
import d47 from '@salesforce/label/c.Backroom_problem_connection_paused_do';
import p48 from '@salesforce/label/c.Backroom_problem_connection_is_default';
import d48 from '@salesforce/label/c.Backroom_problem_connection_is_default_do';
import p49 from '@salesforce/label/c.Backroom_problem_flow_off';
import d49 from '@salesforce/label/c.Backroom_problem_flow_off_do';
import p50 from '@salesforce/label/c.Backroom_problem_flow_unsupported';
import d50 from '@salesforce/label/c.Backroom_problem_flow_unsupported_do';
import p51 from '@salesforce/label/c.Backroom_problem_erp_unreachable';
import d51 from '@salesforce/label/c.Backroom_problem_erp_unreachable_do';
import p52 from '@salesforce/label/c.Backroom_problem_erp_timeout';
import d52 from '@salesforce/label/c.Backroom_problem_erp_timeout_do';
import p53 from '@salesforce/label/c.Backroom_problem_erp_busy';
import d53 from '@salesforce/label/c.Backroom_problem_erp_busy_do';
import p54 from '@salesforce/label/c.Backroom_problem_erp_refused';
import d54 from '@salesforce/label/c.Backroom_problem_erp_refused_do';
import p55 from '@salesforce/label/c.Backroom_problem_erp_unauthorised';
import d55 from '@salesforce/label/c.Backroom_problem_erp_unauthorised_do';
import p56 from '@salesforce/label/c.Backroom_problem_erp_conflict';
import d56 from '@salesforce/label/c.Backroom_problem_erp_conflict_do';
import p57 from '@salesforce/label/c.Backroom_problem_erp_uncertain';
import d57 from '@salesforce/label/c.Backroom_problem_erp_uncertain_do';
import p58 from '@salesforce/label/c.Backroom_problem_erp_drift';
import d58 from '@salesforce/label/c.Backroom_problem_erp_drift_do';
import p59 from '@salesforce/label/c.Backroom_problem_erp_limit';
import d59 from '@salesforce/label/c.Backroom_problem_erp_limit_do';
import p60 from '@salesforce/label/c.Backroom_problem_erp_unfit';
import d60 from '@salesforce/label/c.Backroom_problem_erp_unfit_do';
import p61 from '@salesforce/label/c.Backroom_problem_erp_not_connected';
import d61 from '@salesforce/label/c.Backroom_problem_erp_not_connected_do';
import p62 from '@salesforce/label/c.Backroom_problem_crm_unreachable';
import d62 from '@salesforce/label/c.Backroom_problem_crm_unreachable_do';
import p63 from '@salesforce/label/c.Backroom_problem_crm_busy';
import d63 from '@salesforce/label/c.Backroom_problem_crm_busy_do';
import p64 from '@salesforce/label/c.Backroom_problem_crm_unauthorised';
import d64 from '@salesforce/label/c.Backroom_problem_crm_unauthorised_do';
import p65 from '@salesforce/label/c.Backroom_problem_crm_refused';
import d65 from '@salesforce/label/c.Backroom_problem_crm_refused_do';
import p66 from '@salesforce/label/c.Backroom_problem_store_unavailable';
import d66 from '@salesforce/label/c.Backroom_problem_store_unavailable_do';
import p67 from '@salesforce/label/c.Backroom_problem_cannot_process';
import d67 from '@salesforce/label/c.Backroom_problem_cannot_process_do';
import p68 from '@salesforce/label/c.Backroom_problem_internal';
import d68 from '@salesforce/label/c.Backroom_problem_internal_do';
import p69 from '@salesforce/label/c.Backroom_problem_backroom_unreachable';
import d69 from '@salesforce/label/c.Backroom_problem_backroom_unreachable_do';

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
  'age.live': u58,
  'age.cached': u59,
  'age.stale': u60,
  'now': u61,
  'product': u62,
  'quantity': u63,
  'stock': u64,
  'available': u65,
  'on_hand': u66,
  'incoming': u67,
  'warehouse': u68,
  'promise_date': u69,
  'quoted_price': u70,
  'erp_price': u71,
  'list_price': u72,
  'discount': u73,
  'price_source': u74,
  'price_breaks': u75,
  'price': u76,
  'date': u77,
  'number': u78,
  'status': u79,
  'total': u80,
  'line_total': u81,
  'open': u82,
  'due': u83,
  'issued': u84,
  'overdue': u85,
  'amount': u86,
  'order': u87,
  'orders': u88,
  'invoices': u89,
  'returns': u90,
  'credit': u91,
  'customer': u92,
  'net': u93,
  'tax': u94,
  'reason': u95,
  'delivered': u96,
  'deliveries': u97,
  'tracking': u98,
  'credit_note': u99,
  'payment_terms': u100,
  'lines': u101,
  'overview.title': u102,
  'overview.complete_by': u103,
  'overview.complete_never': u104,
  'overview.credit_after': u105,
  'overview.credit_free': u106,
  'overview.open_invoices': u107,
  'overview.of_which_overdue': u108,
  'overview.all_overdue': u109,
  'overview.nothing_open': u110,
  'overview.missing': u111,
  'overview.no_limit': u112,
  'alert.credit_over_limit': u113,
  'alert.credit_blocked': u114,
  'alert.credit_overdue': u115,
  'alert.credit_near_limit': u116,
  'alert.stock_short': u117,
  'alert.stock_later': u118,
  'alert.stock_unknown': u119,
  'alert.price_below': u120,
  'alert.unknown_product': u121,
  'alert.other_customer': u122,
  'alert.customer_not_linked': u123,
  'alert.order_waiting': u124,
  'alert.order_needs_attention': u125,
  'alert.possible_twin': u126,
  'alert.quote_changed': u127,
  'alert.figures_stale': u128,
  'customer.candidates_title': u129,
  'customer.merged_text': u130,
  'customer.candidates_text': u131,
  'customer.none_title': u132,
  'customer.none_text': u133,
  'customer.create': u134,
  'customer.creating': u135,
  'customer.link': u136,
  'customer.match': u137,
  'customer.why.vat_id': u138,
  'customer.why.email_domain': u139,
  'customer.why.email': u140,
  'customer.why.name': u141,
  'customer.why.erp_number': u142,
  'customer.no_company_title': u143,
  'customer.no_company_text': u144,
  'customer.unlinked_title': u145,
  'customer.unlinked_text': u146,
  'stock.title': u147,
  'stock.later': u148,
  'stock.short': u149,
  'stock.available_count': u150,
  'stock.available_of': u151,
  'stock.not_stocked': u152,
  'stock.ordered': u153,
  'stock.not_serving': u154,
  'stock.unknown': u155,
  'stock.now': u156,
  'stock.never': u157,
  'stock.no_lines_title': u158,
  'stock.no_lines_text': u159,
  'stock.lines_from_deal': u160,
  'stock.details_of': u161,
  'stock.incoming_none': u162,
  'price.equal': u163,
  'price.below': u164,
  'price.above': u165,
  'price.quote_lower': u166,
  'price.quote_higher': u167,
  'price.other_currency': u168,
  'price.quoted_total': u169,
  'price.erp_total': u170,
  'price.total_difference': u171,
  'price.source.customer_price': u172,
  'price.source.price_list': u173,
  'price.source.quantity_break': u174,
  'price.source.list_price': u175,
  'trouble.unknown_product': u176,
  'trouble.no_code': u177,
  'trouble.invalid_quantity': u178,
  'trouble.archived_product': u179,
  'trouble.no_price': u180,
  'trouble.no_erp_price': u181,
  'order.title': u182,
  'order.quote': u183,
  'order.convert': u184,
  'order.accept': u185,
  'order.different_sale': u186,
  'order.requested_date': u187,
  'order.note': u188,
  'order.details_save': u189,
  'order.details_title': u190,
  'order.po_number': u191,
  'order.contact': u192,
  'order.deliver_to': u193,
  'order.deliver_to.usual': u194,
  'order.invoice_to': u195,
  'order.partial': u196,
  'order.partial.yes': u197,
  'order.partial.no': u198,
  'order.partial.default': u199,
  'order.charges': u200,
  'order.level.block': u201,
  'order.level.warn': u202,
  'order.level.info': u203,
  'order.in_erp': u204,
  'order.kept': u205,
  'differs.title': u206,
  'differs.whole': u207,
  'differs.of_line': u208,
  'differs.reference': u209,
  'differs.customer': u210,
  'differs.lines': u211,
  'differs.product': u212,
  'differs.quantity': u213,
  'differs.unit_price': u214,
  'differs.net': u215,
  'differs.total': u216,
  'differs.currency': u217,
  'differs.charges': u218,
  'differs.po_number': u219,
  'differs.requested_date': u220,
  'differs.note': u221,
  'differs.contact': u222,
  'differs.delivery_address': u223,
  'differs.invoice_address': u224,
  'differs.partial_delivery': u225,
  'order.history': u226,
  'order.resend': u227,
  'order.cancel': u228,
  'order.cancel_confirm': u229,
  'order.once_more': u230,
  'order.once_more_not': u231,
  'order.promised': u232,
  'order.ordered': u233,
  'order.no_deliveries': u234,
  'order.written_back': u235,
  'order.writing_back': u236,
  'order.next_try': u237,
  'order.field': u238,
  'order.erp_says': u239,
  'order.none_title': u240,
  'order.none_text': u241,
  'order.more': u242,
  'order.status.draft': u243,
  'order.status.confirmed': u244,
  'order.status.partly_delivered': u245,
  'order.status.delivered': u246,
  'order.status.invoiced': u247,
  'order.status.cancelled': u248,
  'delivery.planned': u249,
  'delivery.shipped': u250,
  'delivery.delivered': u251,
  'submission.queued': u252,
  'submission.sending': u253,
  'submission.checking': u254,
  'submission.waiting': u255,
  'submission.needs_attention': u256,
  'submission.confirmed': u257,
  'submission.cancelled': u258,
  'submission.next.queued': u259,
  'submission.next.sending': u260,
  'submission.next.checking': u261,
  'submission.next.waiting': u262,
  'submission.next.needs_attention': u263,
  'submission.next.confirmed': u264,
  'submission.next.cancelled': u265,
  'submission.next.sending_other': u266,
  'submission.next.confirmed_other': u267,
  'submission.next.cancelled_other': u268,
  'order.open_desk': u269,
  'order.mend_at_desk': u270,
  'order.stopped': u271,
  'field.requestedDate': u272,
  'field.note': u273,
  'field.poNumber': u274,
  'field.deliverTo': u275,
  'field.invoiceTo': u276,
  'field.partialDelivery': u277,
  'field.quantity': u278,
  'field.unitPrice': u279,
  'field.productId': u280,
  'field.customerId': u281,
  'field.customer': u282,
  'field.currency': u283,
  'field.code': u284,
  'field.orderNumber': u285,
  'field.of_line': u286,
  'step.accepted': u287,
  'step.customer': u288,
  'step.look_up': u289,
  'step.create': u290,
  'step.confirm': u291,
  'step.write_back': u292,
  'step.mend': u293,
  'step.resend': u294,
  'step.adopt': u295,
  'step.cancel': u296,
  'check.customer_not_linked': u297,
  'check.customer_not_known': u298,
  'check.customer_blocked': u299,
  'check.no_lines': u300,
  'check.line_without_code': u301,
  'check.unknown_product': u302,
  'check.archived_product': u303,
  'check.quantity_invalid': u304,
  'check.price_unknown': u305,
  'check.mixed_currencies': u306,
  'check.currency_differs': u307,
  'check.stock_short': u308,
  'check.stock_later': u309,
  'check.price_below': u310,
  'check.price_above': u311,
  'check.over_limit': u312,
  'check.near_limit': u313,
  'check.overdue': u314,
  'check.already_converted': u315,
  'check.other_customer': u316,
  'check.order_again': u317,
  'check.possible_twin': u318,
  'check.customer_created_first': u319,
  'check.figures_stale': u320,
  'check.erp_unavailable': u321,
  'check.total_differs': u322,
  'check.line_differs': u323,
  'check.quote_expired': u324,
  'check.quote_not_accepted': u325,
  'check.no_company': u326,
  'check.company_without_name': u327,
  'check.record_unreadable': u328,
  'check.field_hidden': u329,
  'check.several_quotes': u330,
  'check.recurring_line': u331,
  'check.tiered_price': u332,
  'check.currency_unknown': u333,
  'check.tax_differs': u334,
  'check.price_invalid': u335,
  'check.discount_invalid': u336,
  'check.line_total_differs': u337,
  'check.quote_total_differs': u338,
  'check.adjustment_unknown': u339,
  'check.address_not_carried': u340,
  'check.charge_not_carried': u341,
  'check.detail_not_carried': u342,
  'check.address_incomplete': u343,
  'check.address_unknown': u344,
  'check.date_passed': u345,
  'check.erp_unfit': u346,
  'check.quantity_decimals': u347,
  'check.unknown_product_near': u348,
  'check.products_not_known': u349,
  'check.figure_missing': u350,
  'check.stock_unknown': u351,
  'check.erp_price_unknown': u352,
  'check.credit_not_comparable': u353,
  'check.credit_total_unknown': u354,
  'check.erp_limit': u355,
  'check.orders_read_only': u356,
  'check.all_well': u357,
  'check.erp_refuses': u358,
  'invoices.title': u359,
  'invoices.none_title': u360,
  'invoices.none_text': u361,
  'invoices.open_total': u362,
  'invoices.overdue_total': u363,
  'invoices.next_due': u364,
  'invoices.more': u365,
  'invoices.credit_note': u366,
  'invoice.kind.credit_note': u367,
  'invoice.status.paid': u368,
  'invoice.status.part_paid': u369,
  'invoice.status.open': u370,
  'invoice.status.overdue': u371,
  'invoice.status.cancelled': u372,
  'invoice.overdue_days': u373,
  'invoice.pdf': u374,
  'invoice.pdf_of': u375,
  'credit.limit': u376,
  'credit.exposure': u377,
  'credit.free': u378,
  'credit.after_deal': u379,
  'credit.ordered': u380,
  'credit.order_gross': u381,
  'credit.no_limit': u382,
  'credit.ageing': u383,
  'credit.ageing.not_due': u384,
  'credit.ageing.range': u385,
  'credit.ageing.more': u386,
  'credit.verdict.ok': u387,
  'credit.verdict.near_limit': u388,
  'credit.verdict.over_limit': u389,
  'credit.verdict.overdue': u390,
  'credit.verdict.blocked': u391,
  'credit.verdict.no_limit': u392,
  'credit.verdict.not_judged': u393,
  'returns.title': u394,
  'returns.none_title': u395,
  'returns.none_text': u396,
  'returns.claim': u397,
  'returns.claim_title': u398,
  'returns.claim_send': u399,
  'returns.choose_order': u400,
  'returns.quantity_of': u401,
  'returns.reason_hint': u402,
  'returns.need_quantity': u403,
  'returns.need_reason': u404,
  'returns.no_orders': u405,
  'returns.sent_toast': u406,
  'return.status.requested': u407,
  'return.status.approved': u408,
  'return.status.received': u409,
  'return.status.partly_credited': u410,
  'return.status.credited': u411,
  'return.status.replaced': u412,
  'return.status.rejected': u413,
  'settings.title': u414,
  'settings.connection': u415,
  'settings.no_connection': u416,
  'settings.connect': u417,
  'settings.manage_connection': u418,
  'settings.open_connection': u419,
  'settings.state.ok': u420,
  'settings.state.down': u421,
  'settings.state.unauthorised': u422,
  'settings.state.unknown': u423,
  'settings.erp': u424,
  'settings.address': u425,
  'settings.version': u426,
  'settings.latency': u427,
  'settings.milliseconds': u428,
  'settings.checked': u429,
  'settings.flows': u430,
  'settings.flows_text': u431,
  'settings.unsupported': u432,
  'settings.write_back': u433,
  'settings.properties_ready': u434,
  'settings.properties_missing': u435,
  'settings.test_erp': u436,
  'settings.test_erp_help': u437,
  'settings.check': u438,
  'settings.master': u439,
  'settings.master.erp': u440,
  'settings.master.crm': u441,
  'settings.master.crm+erp': u442,
  'flow.customers': u443,
  'flow.orders': u444,
  'flow.stock': u445,
  'flow.invoices': u446,
  'flow.pricing': u447,
  'flow.returns': u448,
  'flow.credit': u449,
  'panel.customer': u450,
  'panel.stock': u451,
  'panel.pricing': u452,
  'panel.orders': u453,
  'panel.invoices': u454,
  'panel.credit': u455,
  'panel.returns': u456,
  'panel.overview': u457,
  'pages.previous': u458,
  'pages.next': u459,
  'salesforce.org': u460,
  'salesforce.org_id': u461,
  'salesforce.instance': u462,
  'salesforce.sandbox': u463,
  'salesforce.certificate': u464,
  'salesforce.roles': u465,
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
  flow_read_only: [p45, d45],
  connection_is_test: [p46, d46],
  connection_paused: [p47, d47],
  connection_is_default: [p48, d48],
  flow_off: [p49, d49],
  flow_unsupported: [p50, d50],
  erp_unreachable: [p51, d51],
  erp_timeout: [p52, d52],
  erp_busy: [p53, d53],
  erp_refused: [p54, d54],
  erp_unauthorised: [p55, d55],
  erp_conflict: [p56, d56],
  erp_uncertain: [p57, d57],
  erp_drift: [p58, d58],
  erp_limit: [p59, d59],
  erp_unfit: [p60, d60],
  erp_not_connected: [p61, d61],
  crm_unreachable: [p62, d62],
  crm_busy: [p63, d63],
  crm_unauthorised: [p64, d64],
  crm_refused: [p65, d65],
  store_unavailable: [p66, d66],
  cannot_process: [p67, d67],
  internal: [p68, d68],
  backroom_unreachable: [p69, d69],
};
