// Generated from shared/src/messages by extension/salesforce/tools/generate.ts. Do not edit.
import u0 from '@salesforce/label/c.Backroom_verdict_checking';
import u1 from '@salesforce/label/c.Backroom_verdict_ready';
import u2 from '@salesforce/label/c.Backroom_verdict_warnings';
import u3 from '@salesforce/label/c.Backroom_verdict_duplicate';
import u4 from '@salesforce/label/c.Backroom_verdict_approval';
import u5 from '@salesforce/label/c.Backroom_verdict_approving';
import u6 from '@salesforce/label/c.Backroom_verdict_rejected';
import u7 from '@salesforce/label/c.Backroom_verdict_role';
import u8 from '@salesforce/label/c.Backroom_verdict_blocked';
import u9 from '@salesforce/label/c.Backroom_verdict_unchecked';
import u10 from '@salesforce/label/c.Backroom_verdict_sending';
import u11 from '@salesforce/label/c.Backroom_verdict_verifying';
import u12 from '@salesforce/label/c.Backroom_verdict_waiting';
import u13 from '@salesforce/label/c.Backroom_verdict_refused';
import u14 from '@salesforce/label/c.Backroom_verdict_attention';
import u15 from '@salesforce/label/c.Backroom_verdict_ordered';
import u16 from '@salesforce/label/c.Backroom_verdict_changed';
import u17 from '@salesforce/label/c.Backroom_verdict_why_customer';
import u18 from '@salesforce/label/c.Backroom_verdict_why_company';
import u19 from '@salesforce/label/c.Backroom_verdict_why_customer_blocked';
import u20 from '@salesforce/label/c.Backroom_verdict_why_products';
import u21 from '@salesforce/label/c.Backroom_verdict_why_quote';
import u22 from '@salesforce/label/c.Backroom_verdict_why_erp';
import u23 from '@salesforce/label/c.Backroom_verdict_why_unreachable';
import u24 from '@salesforce/label/c.Backroom_verdict_why_ordered';
import u25 from '@salesforce/label/c.Backroom_check_new';
import u26 from '@salesforce/label/c.Backroom_action_link';
import u27 from '@salesforce/label/c.Backroom_action_retry';
import u28 from '@salesforce/label/c.Backroom_action_cancel_yes';
import u29 from '@salesforce/label/c.Backroom_action_create_yes';
import u30 from '@salesforce/label/c.Backroom_customer_create_ask';
import u31 from '@salesforce/label/c.Backroom_returns_returnable';
import u32 from '@salesforce/label/c.Backroom_returns_edit';
import u33 from '@salesforce/label/c.Backroom_action_back';
import u34 from '@salesforce/label/c.Backroom_refresh_failed';
import u35 from '@salesforce/label/c.Backroom_refresh_failed_now';
import u36 from '@salesforce/label/c.Backroom_change_title';
import u37 from '@salesforce/label/c.Backroom_change_added';
import u38 from '@salesforce/label/c.Backroom_change_removed';
import u39 from '@salesforce/label/c.Backroom_change_changed';
import u40 from '@salesforce/label/c.Backroom_change_kind';
import u41 from '@salesforce/label/c.Backroom_change_ordered';
import u42 from '@salesforce/label/c.Backroom_change_quoted';
import u43 from '@salesforce/label/c.Backroom_change_request';
import u44 from '@salesforce/label/c.Backroom_price_difference';
import u45 from '@salesforce/label/c.Backroom_loading';
import u46 from '@salesforce/label/c.Backroom_refresh';
import u47 from '@salesforce/label/c.Backroom_retry';
import u48 from '@salesforce/label/c.Backroom_close';
import u49 from '@salesforce/label/c.Backroom_cancel';
import u50 from '@salesforce/label/c.Backroom_details';
import u51 from '@salesforce/label/c.Backroom_reference';
import u52 from '@salesforce/label/c.Backroom_label_value';
import u53 from '@salesforce/label/c.Backroom_who_rep';
import u54 from '@salesforce/label/c.Backroom_who_order_desk';
import u55 from '@salesforce/label/c.Backroom_who_admin';
import u56 from '@salesforce/label/c.Backroom_who_operator';
import u57 from '@salesforce/label/c.Backroom_who_nobody';
import u58 from '@salesforce/label/c.Backroom_unknown';
import u59 from '@salesforce/label/c.Backroom_none';
import u60 from '@salesforce/label/c.Backroom_yes';
import u61 from '@salesforce/label/c.Backroom_no';
import u62 from '@salesforce/label/c.Backroom_age_live';
import u63 from '@salesforce/label/c.Backroom_age_cached';
import u64 from '@salesforce/label/c.Backroom_age_stale';
import u65 from '@salesforce/label/c.Backroom_now';
import u66 from '@salesforce/label/c.Backroom_product';
import u67 from '@salesforce/label/c.Backroom_quantity';
import u68 from '@salesforce/label/c.Backroom_stock';
import u69 from '@salesforce/label/c.Backroom_available';
import u70 from '@salesforce/label/c.Backroom_on_hand';
import u71 from '@salesforce/label/c.Backroom_incoming';
import u72 from '@salesforce/label/c.Backroom_warehouse';
import u73 from '@salesforce/label/c.Backroom_promise_date';
import u74 from '@salesforce/label/c.Backroom_quoted_price';
import u75 from '@salesforce/label/c.Backroom_erp_price';
import u76 from '@salesforce/label/c.Backroom_list_price';
import u77 from '@salesforce/label/c.Backroom_discount';
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
import u115 from '@salesforce/label/c.Backroom_overview_missing';
import u116 from '@salesforce/label/c.Backroom_overview_no_limit';
import u117 from '@salesforce/label/c.Backroom_alert_credit_over_limit';
import u118 from '@salesforce/label/c.Backroom_alert_credit_blocked';
import u119 from '@salesforce/label/c.Backroom_alert_credit_overdue';
import u120 from '@salesforce/label/c.Backroom_alert_credit_near_limit';
import u121 from '@salesforce/label/c.Backroom_alert_stock_short';
import u122 from '@salesforce/label/c.Backroom_alert_stock_later';
import u123 from '@salesforce/label/c.Backroom_alert_stock_unknown';
import u124 from '@salesforce/label/c.Backroom_alert_price_below';
import u125 from '@salesforce/label/c.Backroom_alert_unknown_product';
import u126 from '@salesforce/label/c.Backroom_alert_other_customer';
import u127 from '@salesforce/label/c.Backroom_alert_customer_not_linked';
import u128 from '@salesforce/label/c.Backroom_alert_order_waiting';
import u129 from '@salesforce/label/c.Backroom_alert_order_needs_attention';
import u130 from '@salesforce/label/c.Backroom_alert_possible_twin';
import u131 from '@salesforce/label/c.Backroom_alert_quote_changed';
import u132 from '@salesforce/label/c.Backroom_alert_figures_stale';
import u133 from '@salesforce/label/c.Backroom_customer_candidates_title';
import u134 from '@salesforce/label/c.Backroom_customer_merged_text';
import u135 from '@salesforce/label/c.Backroom_customer_candidates_text';
import u136 from '@salesforce/label/c.Backroom_customer_none_title';
import u137 from '@salesforce/label/c.Backroom_customer_none_text';
import u138 from '@salesforce/label/c.Backroom_customer_create';
import u139 from '@salesforce/label/c.Backroom_customer_creating';
import u140 from '@salesforce/label/c.Backroom_customer_link';
import u141 from '@salesforce/label/c.Backroom_customer_match';
import u142 from '@salesforce/label/c.Backroom_customer_why_vat_id';
import u143 from '@salesforce/label/c.Backroom_customer_why_email_domain';
import u144 from '@salesforce/label/c.Backroom_customer_why_email';
import u145 from '@salesforce/label/c.Backroom_customer_why_name';
import u146 from '@salesforce/label/c.Backroom_customer_why_erp_number';
import u147 from '@salesforce/label/c.Backroom_customer_no_company_title';
import u148 from '@salesforce/label/c.Backroom_customer_no_company_text';
import u149 from '@salesforce/label/c.Backroom_customer_unlinked_title';
import u150 from '@salesforce/label/c.Backroom_customer_unlinked_text';
import u151 from '@salesforce/label/c.Backroom_stock_title';
import u152 from '@salesforce/label/c.Backroom_stock_later';
import u153 from '@salesforce/label/c.Backroom_stock_short';
import u154 from '@salesforce/label/c.Backroom_stock_available_count';
import u155 from '@salesforce/label/c.Backroom_stock_available_of';
import u156 from '@salesforce/label/c.Backroom_stock_not_stocked';
import u157 from '@salesforce/label/c.Backroom_stock_ordered';
import u158 from '@salesforce/label/c.Backroom_stock_not_serving';
import u159 from '@salesforce/label/c.Backroom_stock_unknown';
import u160 from '@salesforce/label/c.Backroom_stock_now';
import u161 from '@salesforce/label/c.Backroom_stock_never';
import u162 from '@salesforce/label/c.Backroom_stock_no_lines_title';
import u163 from '@salesforce/label/c.Backroom_stock_no_lines_text';
import u164 from '@salesforce/label/c.Backroom_stock_lines_from_deal';
import u165 from '@salesforce/label/c.Backroom_stock_details_of';
import u166 from '@salesforce/label/c.Backroom_stock_incoming_none';
import u167 from '@salesforce/label/c.Backroom_price_equal';
import u168 from '@salesforce/label/c.Backroom_price_below';
import u169 from '@salesforce/label/c.Backroom_price_above';
import u170 from '@salesforce/label/c.Backroom_price_quote_lower';
import u171 from '@salesforce/label/c.Backroom_price_quote_higher';
import u172 from '@salesforce/label/c.Backroom_price_other_currency';
import u173 from '@salesforce/label/c.Backroom_price_quoted_total';
import u174 from '@salesforce/label/c.Backroom_price_erp_total';
import u175 from '@salesforce/label/c.Backroom_price_total_difference';
import u176 from '@salesforce/label/c.Backroom_price_source_customer_price';
import u177 from '@salesforce/label/c.Backroom_price_source_price_list';
import u178 from '@salesforce/label/c.Backroom_price_source_quantity_break';
import u179 from '@salesforce/label/c.Backroom_price_source_list_price';
import u180 from '@salesforce/label/c.Backroom_trouble_unknown_product';
import u181 from '@salesforce/label/c.Backroom_trouble_no_code';
import u182 from '@salesforce/label/c.Backroom_trouble_invalid_quantity';
import u183 from '@salesforce/label/c.Backroom_trouble_archived_product';
import u184 from '@salesforce/label/c.Backroom_trouble_no_price';
import u185 from '@salesforce/label/c.Backroom_trouble_no_erp_price';
import u186 from '@salesforce/label/c.Backroom_order_title';
import u187 from '@salesforce/label/c.Backroom_order_quote';
import u188 from '@salesforce/label/c.Backroom_order_ask_approval';
import u189 from '@salesforce/label/c.Backroom_order_convert';
import u190 from '@salesforce/label/c.Backroom_order_accept';
import u191 from '@salesforce/label/c.Backroom_order_different_sale';
import u192 from '@salesforce/label/c.Backroom_order_requested_date';
import u193 from '@salesforce/label/c.Backroom_order_note';
import u194 from '@salesforce/label/c.Backroom_order_details_save';
import u195 from '@salesforce/label/c.Backroom_order_details_title';
import u196 from '@salesforce/label/c.Backroom_order_po_number';
import u197 from '@salesforce/label/c.Backroom_order_contact';
import u198 from '@salesforce/label/c.Backroom_order_deliver_to';
import u199 from '@salesforce/label/c.Backroom_order_deliver_to_usual';
import u200 from '@salesforce/label/c.Backroom_order_invoice_to';
import u201 from '@salesforce/label/c.Backroom_order_partial';
import u202 from '@salesforce/label/c.Backroom_order_partial_yes';
import u203 from '@salesforce/label/c.Backroom_order_partial_no';
import u204 from '@salesforce/label/c.Backroom_order_partial_default';
import u205 from '@salesforce/label/c.Backroom_order_charges';
import u206 from '@salesforce/label/c.Backroom_order_level_approval';
import u207 from '@salesforce/label/c.Backroom_order_level_approved';
import u208 from '@salesforce/label/c.Backroom_order_level_block';
import u209 from '@salesforce/label/c.Backroom_order_level_warn';
import u210 from '@salesforce/label/c.Backroom_order_level_info';
import u211 from '@salesforce/label/c.Backroom_order_in_erp';
import u212 from '@salesforce/label/c.Backroom_order_kept';
import u213 from '@salesforce/label/c.Backroom_differs_title';
import u214 from '@salesforce/label/c.Backroom_differs_whole';
import u215 from '@salesforce/label/c.Backroom_differs_of_line';
import u216 from '@salesforce/label/c.Backroom_differs_reference';
import u217 from '@salesforce/label/c.Backroom_differs_customer';
import u218 from '@salesforce/label/c.Backroom_differs_lines';
import u219 from '@salesforce/label/c.Backroom_differs_product';
import u220 from '@salesforce/label/c.Backroom_differs_quantity';
import u221 from '@salesforce/label/c.Backroom_differs_unit_price';
import u222 from '@salesforce/label/c.Backroom_differs_net';
import u223 from '@salesforce/label/c.Backroom_differs_total';
import u224 from '@salesforce/label/c.Backroom_differs_currency';
import u225 from '@salesforce/label/c.Backroom_differs_charges';
import u226 from '@salesforce/label/c.Backroom_differs_po_number';
import u227 from '@salesforce/label/c.Backroom_differs_requested_date';
import u228 from '@salesforce/label/c.Backroom_differs_note';
import u229 from '@salesforce/label/c.Backroom_differs_contact';
import u230 from '@salesforce/label/c.Backroom_differs_delivery_address';
import u231 from '@salesforce/label/c.Backroom_differs_invoice_address';
import u232 from '@salesforce/label/c.Backroom_differs_partial_delivery';
import u233 from '@salesforce/label/c.Backroom_order_history';
import u234 from '@salesforce/label/c.Backroom_order_resend';
import u235 from '@salesforce/label/c.Backroom_order_cancel';
import u236 from '@salesforce/label/c.Backroom_order_cancel_confirm';
import u237 from '@salesforce/label/c.Backroom_order_once_more';
import u238 from '@salesforce/label/c.Backroom_order_once_more_not';
import u239 from '@salesforce/label/c.Backroom_order_promised';
import u240 from '@salesforce/label/c.Backroom_order_ordered';
import u241 from '@salesforce/label/c.Backroom_order_no_deliveries';
import u242 from '@salesforce/label/c.Backroom_order_written_back';
import u243 from '@salesforce/label/c.Backroom_order_writing_back';
import u244 from '@salesforce/label/c.Backroom_order_next_try';
import u245 from '@salesforce/label/c.Backroom_order_field';
import u246 from '@salesforce/label/c.Backroom_order_erp_says';
import u247 from '@salesforce/label/c.Backroom_order_none_title';
import u248 from '@salesforce/label/c.Backroom_order_none_text';
import u249 from '@salesforce/label/c.Backroom_order_more';
import u250 from '@salesforce/label/c.Backroom_order_status_draft';
import u251 from '@salesforce/label/c.Backroom_order_status_confirmed';
import u252 from '@salesforce/label/c.Backroom_order_status_partly_delivered';
import u253 from '@salesforce/label/c.Backroom_order_status_delivered';
import u254 from '@salesforce/label/c.Backroom_order_status_invoiced';
import u255 from '@salesforce/label/c.Backroom_order_status_cancelled';
import u256 from '@salesforce/label/c.Backroom_delivery_planned';
import u257 from '@salesforce/label/c.Backroom_delivery_shipped';
import u258 from '@salesforce/label/c.Backroom_delivery_delivered';
import u259 from '@salesforce/label/c.Backroom_submission_queued';
import u260 from '@salesforce/label/c.Backroom_submission_sending';
import u261 from '@salesforce/label/c.Backroom_submission_checking';
import u262 from '@salesforce/label/c.Backroom_submission_waiting';
import u263 from '@salesforce/label/c.Backroom_submission_needs_attention';
import u264 from '@salesforce/label/c.Backroom_submission_confirmed';
import u265 from '@salesforce/label/c.Backroom_submission_cancelled';
import u266 from '@salesforce/label/c.Backroom_submission_next_queued';
import u267 from '@salesforce/label/c.Backroom_submission_next_sending';
import u268 from '@salesforce/label/c.Backroom_submission_next_checking';
import u269 from '@salesforce/label/c.Backroom_submission_next_waiting';
import u270 from '@salesforce/label/c.Backroom_submission_next_needs_attention';
import u271 from '@salesforce/label/c.Backroom_submission_next_confirmed';
import u272 from '@salesforce/label/c.Backroom_submission_next_cancelled';
import u273 from '@salesforce/label/c.Backroom_submission_next_sending_other';
import u274 from '@salesforce/label/c.Backroom_submission_next_confirmed_other';
import u275 from '@salesforce/label/c.Backroom_submission_next_cancelled_other';
import u276 from '@salesforce/label/c.Backroom_order_open_desk';
import u277 from '@salesforce/label/c.Backroom_order_mend_at_desk';
import u278 from '@salesforce/label/c.Backroom_order_stopped';
import u279 from '@salesforce/label/c.Backroom_field_requestedDate';
import u280 from '@salesforce/label/c.Backroom_field_note';
import u281 from '@salesforce/label/c.Backroom_field_poNumber';
import u282 from '@salesforce/label/c.Backroom_field_deliverTo';
import u283 from '@salesforce/label/c.Backroom_field_invoiceTo';
import u284 from '@salesforce/label/c.Backroom_field_partialDelivery';
import u285 from '@salesforce/label/c.Backroom_field_quantity';
import u286 from '@salesforce/label/c.Backroom_field_unitPrice';
import u287 from '@salesforce/label/c.Backroom_field_productId';
import u288 from '@salesforce/label/c.Backroom_field_customerId';
import u289 from '@salesforce/label/c.Backroom_field_customer';
import u290 from '@salesforce/label/c.Backroom_field_currency';
import u291 from '@salesforce/label/c.Backroom_field_code';
import u292 from '@salesforce/label/c.Backroom_field_orderNumber';
import u293 from '@salesforce/label/c.Backroom_field_of_line';
import u294 from '@salesforce/label/c.Backroom_step_accepted';
import u295 from '@salesforce/label/c.Backroom_step_customer';
import u296 from '@salesforce/label/c.Backroom_step_look_up';
import u297 from '@salesforce/label/c.Backroom_step_create';
import u298 from '@salesforce/label/c.Backroom_step_confirm';
import u299 from '@salesforce/label/c.Backroom_step_write_back';
import u300 from '@salesforce/label/c.Backroom_step_mend';
import u301 from '@salesforce/label/c.Backroom_step_resend';
import u302 from '@salesforce/label/c.Backroom_step_adopt';
import u303 from '@salesforce/label/c.Backroom_step_cancel';
import u304 from '@salesforce/label/c.Backroom_check_customer_not_linked';
import u305 from '@salesforce/label/c.Backroom_check_customer_not_known';
import u306 from '@salesforce/label/c.Backroom_check_customer_blocked';
import u307 from '@salesforce/label/c.Backroom_check_no_lines';
import u308 from '@salesforce/label/c.Backroom_check_line_without_code';
import u309 from '@salesforce/label/c.Backroom_check_unknown_product';
import u310 from '@salesforce/label/c.Backroom_check_archived_product';
import u311 from '@salesforce/label/c.Backroom_check_quantity_invalid';
import u312 from '@salesforce/label/c.Backroom_check_price_unknown';
import u313 from '@salesforce/label/c.Backroom_check_mixed_currencies';
import u314 from '@salesforce/label/c.Backroom_check_currency_differs';
import u315 from '@salesforce/label/c.Backroom_check_stock_short';
import u316 from '@salesforce/label/c.Backroom_check_stock_later';
import u317 from '@salesforce/label/c.Backroom_check_price_below';
import u318 from '@salesforce/label/c.Backroom_check_price_above';
import u319 from '@salesforce/label/c.Backroom_check_over_limit';
import u320 from '@salesforce/label/c.Backroom_check_near_limit';
import u321 from '@salesforce/label/c.Backroom_check_overdue';
import u322 from '@salesforce/label/c.Backroom_check_already_converted';
import u323 from '@salesforce/label/c.Backroom_check_other_customer';
import u324 from '@salesforce/label/c.Backroom_check_order_again';
import u325 from '@salesforce/label/c.Backroom_check_possible_twin';
import u326 from '@salesforce/label/c.Backroom_check_customer_created_first';
import u327 from '@salesforce/label/c.Backroom_check_figures_stale';
import u328 from '@salesforce/label/c.Backroom_check_erp_unavailable';
import u329 from '@salesforce/label/c.Backroom_check_total_differs';
import u330 from '@salesforce/label/c.Backroom_check_line_differs';
import u331 from '@salesforce/label/c.Backroom_check_quote_expired';
import u332 from '@salesforce/label/c.Backroom_check_quote_not_accepted';
import u333 from '@salesforce/label/c.Backroom_check_no_company';
import u334 from '@salesforce/label/c.Backroom_check_company_without_name';
import u335 from '@salesforce/label/c.Backroom_check_record_unreadable';
import u336 from '@salesforce/label/c.Backroom_check_field_hidden';
import u337 from '@salesforce/label/c.Backroom_check_several_quotes';
import u338 from '@salesforce/label/c.Backroom_check_recurring_line';
import u339 from '@salesforce/label/c.Backroom_check_tiered_price';
import u340 from '@salesforce/label/c.Backroom_check_currency_unknown';
import u341 from '@salesforce/label/c.Backroom_check_tax_differs';
import u342 from '@salesforce/label/c.Backroom_check_price_invalid';
import u343 from '@salesforce/label/c.Backroom_check_discount_invalid';
import u344 from '@salesforce/label/c.Backroom_check_line_total_differs';
import u345 from '@salesforce/label/c.Backroom_check_quote_total_differs';
import u346 from '@salesforce/label/c.Backroom_check_adjustment_unknown';
import u347 from '@salesforce/label/c.Backroom_check_address_not_carried';
import u348 from '@salesforce/label/c.Backroom_check_charge_not_carried';
import u349 from '@salesforce/label/c.Backroom_check_detail_not_carried';
import u350 from '@salesforce/label/c.Backroom_check_address_incomplete';
import u351 from '@salesforce/label/c.Backroom_check_address_unknown';
import u352 from '@salesforce/label/c.Backroom_check_date_passed';
import u353 from '@salesforce/label/c.Backroom_check_erp_unfit';
import u354 from '@salesforce/label/c.Backroom_check_quantity_decimals';
import u355 from '@salesforce/label/c.Backroom_check_unknown_product_near';
import u356 from '@salesforce/label/c.Backroom_check_products_not_known';
import u357 from '@salesforce/label/c.Backroom_check_figure_missing';
import u358 from '@salesforce/label/c.Backroom_check_stock_unknown';
import u359 from '@salesforce/label/c.Backroom_check_erp_price_unknown';
import u360 from '@salesforce/label/c.Backroom_check_credit_not_comparable';
import u361 from '@salesforce/label/c.Backroom_check_credit_total_unknown';
import u362 from '@salesforce/label/c.Backroom_check_erp_limit';
import u363 from '@salesforce/label/c.Backroom_check_orders_read_only';
import u364 from '@salesforce/label/c.Backroom_check_discount_limit';
import u365 from '@salesforce/label/c.Backroom_check_amount_limit';
import u366 from '@salesforce/label/c.Backroom_check_credit_limit';
import u367 from '@salesforce/label/c.Backroom_check_all_well';
import u368 from '@salesforce/label/c.Backroom_check_erp_refuses';
import u369 from '@salesforce/label/c.Backroom_invoices_title';
import u370 from '@salesforce/label/c.Backroom_invoices_none_title';
import u371 from '@salesforce/label/c.Backroom_invoices_none_text';
import u372 from '@salesforce/label/c.Backroom_invoices_open_total';
import u373 from '@salesforce/label/c.Backroom_invoices_overdue_total';
import u374 from '@salesforce/label/c.Backroom_invoices_next_due';
import u375 from '@salesforce/label/c.Backroom_invoices_more';
import u376 from '@salesforce/label/c.Backroom_invoices_credit_note';
import u377 from '@salesforce/label/c.Backroom_invoice_kind_credit_note';
import u378 from '@salesforce/label/c.Backroom_invoice_status_paid';
import u379 from '@salesforce/label/c.Backroom_invoice_status_part_paid';
import u380 from '@salesforce/label/c.Backroom_invoice_status_open';
import u381 from '@salesforce/label/c.Backroom_invoice_status_overdue';
import u382 from '@salesforce/label/c.Backroom_invoice_status_cancelled';
import u383 from '@salesforce/label/c.Backroom_invoice_overdue_days';
import u384 from '@salesforce/label/c.Backroom_invoice_pdf';
import u385 from '@salesforce/label/c.Backroom_invoice_pdf_of';
import u386 from '@salesforce/label/c.Backroom_credit_limit';
import u387 from '@salesforce/label/c.Backroom_credit_exposure';
import u388 from '@salesforce/label/c.Backroom_credit_free';
import u389 from '@salesforce/label/c.Backroom_credit_after_deal';
import u390 from '@salesforce/label/c.Backroom_credit_ordered';
import u391 from '@salesforce/label/c.Backroom_credit_order_gross';
import u392 from '@salesforce/label/c.Backroom_credit_no_limit';
import u393 from '@salesforce/label/c.Backroom_credit_ageing';
import u394 from '@salesforce/label/c.Backroom_credit_ageing_not_due';
import u395 from '@salesforce/label/c.Backroom_credit_ageing_range';
import u396 from '@salesforce/label/c.Backroom_credit_ageing_more';
import u397 from '@salesforce/label/c.Backroom_credit_verdict_ok';
import u398 from '@salesforce/label/c.Backroom_credit_verdict_near_limit';
import u399 from '@salesforce/label/c.Backroom_credit_verdict_over_limit';
import u400 from '@salesforce/label/c.Backroom_credit_verdict_overdue';
import u401 from '@salesforce/label/c.Backroom_credit_verdict_blocked';
import u402 from '@salesforce/label/c.Backroom_credit_verdict_no_limit';
import u403 from '@salesforce/label/c.Backroom_credit_verdict_not_judged';
import u404 from '@salesforce/label/c.Backroom_returns_title';
import u405 from '@salesforce/label/c.Backroom_returns_none_title';
import u406 from '@salesforce/label/c.Backroom_returns_none_text';
import u407 from '@salesforce/label/c.Backroom_returns_claim';
import u408 from '@salesforce/label/c.Backroom_returns_claim_title';
import u409 from '@salesforce/label/c.Backroom_returns_claim_send';
import u410 from '@salesforce/label/c.Backroom_returns_choose_order';
import u411 from '@salesforce/label/c.Backroom_returns_quantity_of';
import u412 from '@salesforce/label/c.Backroom_returns_reason_hint';
import u413 from '@salesforce/label/c.Backroom_returns_need_quantity';
import u414 from '@salesforce/label/c.Backroom_returns_need_reason';
import u415 from '@salesforce/label/c.Backroom_returns_no_orders';
import u416 from '@salesforce/label/c.Backroom_returns_sent_toast';
import u417 from '@salesforce/label/c.Backroom_return_status_requested';
import u418 from '@salesforce/label/c.Backroom_return_status_approved';
import u419 from '@salesforce/label/c.Backroom_return_status_received';
import u420 from '@salesforce/label/c.Backroom_return_status_partly_credited';
import u421 from '@salesforce/label/c.Backroom_return_status_credited';
import u422 from '@salesforce/label/c.Backroom_return_status_replaced';
import u423 from '@salesforce/label/c.Backroom_return_status_rejected';
import u424 from '@salesforce/label/c.Backroom_settings_title';
import u425 from '@salesforce/label/c.Backroom_settings_connection';
import u426 from '@salesforce/label/c.Backroom_settings_no_connection';
import u427 from '@salesforce/label/c.Backroom_settings_connect';
import u428 from '@salesforce/label/c.Backroom_settings_manage_connection';
import u429 from '@salesforce/label/c.Backroom_settings_open_connection';
import u430 from '@salesforce/label/c.Backroom_settings_state_ok';
import u431 from '@salesforce/label/c.Backroom_settings_state_down';
import u432 from '@salesforce/label/c.Backroom_settings_state_unauthorised';
import u433 from '@salesforce/label/c.Backroom_settings_state_unknown';
import u434 from '@salesforce/label/c.Backroom_settings_erp';
import u435 from '@salesforce/label/c.Backroom_settings_address';
import u436 from '@salesforce/label/c.Backroom_settings_version';
import u437 from '@salesforce/label/c.Backroom_settings_latency';
import u438 from '@salesforce/label/c.Backroom_settings_milliseconds';
import u439 from '@salesforce/label/c.Backroom_settings_checked';
import u440 from '@salesforce/label/c.Backroom_settings_flows';
import u441 from '@salesforce/label/c.Backroom_settings_flows_text';
import u442 from '@salesforce/label/c.Backroom_settings_unsupported';
import u443 from '@salesforce/label/c.Backroom_settings_write_back';
import u444 from '@salesforce/label/c.Backroom_settings_properties_ready';
import u445 from '@salesforce/label/c.Backroom_settings_properties_missing';
import u446 from '@salesforce/label/c.Backroom_settings_test_erp';
import u447 from '@salesforce/label/c.Backroom_settings_test_erp_help';
import u448 from '@salesforce/label/c.Backroom_settings_check';
import u449 from '@salesforce/label/c.Backroom_settings_master';
import u450 from '@salesforce/label/c.Backroom_settings_master_erp';
import u451 from '@salesforce/label/c.Backroom_settings_master_crm';
import u452 from '@salesforce/label/c.Backroom_settings_master_crm_erp';
import u453 from '@salesforce/label/c.Backroom_flow_customers';
import u454 from '@salesforce/label/c.Backroom_flow_orders';
import u455 from '@salesforce/label/c.Backroom_flow_stock';
import u456 from '@salesforce/label/c.Backroom_flow_invoices';
import u457 from '@salesforce/label/c.Backroom_flow_pricing';
import u458 from '@salesforce/label/c.Backroom_flow_returns';
import u459 from '@salesforce/label/c.Backroom_flow_credit';
import u460 from '@salesforce/label/c.Backroom_panel_customer';
import u461 from '@salesforce/label/c.Backroom_panel_stock';
import u462 from '@salesforce/label/c.Backroom_panel_pricing';
import u463 from '@salesforce/label/c.Backroom_panel_orders';
import u464 from '@salesforce/label/c.Backroom_panel_invoices';
import u465 from '@salesforce/label/c.Backroom_panel_credit';
import u466 from '@salesforce/label/c.Backroom_panel_returns';
import u467 from '@salesforce/label/c.Backroom_panel_overview';
import u468 from '@salesforce/label/c.Backroom_pages_previous';
import u469 from '@salesforce/label/c.Backroom_pages_next';
import u470 from '@salesforce/label/c.Backroom_salesforce_org';
import u471 from '@salesforce/label/c.Backroom_salesforce_org_id';
import u472 from '@salesforce/label/c.Backroom_salesforce_instance';
import u473 from '@salesforce/label/c.Backroom_salesforce_sandbox';
import u474 from '@salesforce/label/c.Backroom_salesforce_certificate';
import u475 from '@salesforce/label/c.Backroom_salesforce_roles';
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
import p46 from '@salesforce/label/c.Backroom_problem_approval_waiting';
import d46 from '@salesforce/label/c.Backroom_problem_approval_waiting_do';
import p47 from '@salesforce/label/c.Backroom_problem_approval_rejected';
import d47 from '@salesforce/label/c.Backroom_problem_approval_rejected_do';
import p48 from '@salesforce/label/c.Backroom_problem_connection_is_test';
import d48 from '@salesforce/label/c.Backroom_problem_connection_is_test_do';
import p49 from '@salesforce/label/c.Backroom_problem_connection_paused';
import d49 from '@salesforce/label/c.Backroom_problem_connection_paused_do';
import p50 from '@salesforce/label/c.Backroom_problem_connection_is_default';
import d50 from '@salesforce/label/c.Backroom_problem_connection_is_default_do';
import p51 from '@salesforce/label/c.Backroom_problem_flow_off';
import d51 from '@salesforce/label/c.Backroom_problem_flow_off_do';
import p52 from '@salesforce/label/c.Backroom_problem_flow_unsupported';
import d52 from '@salesforce/label/c.Backroom_problem_flow_unsupported_do';
import p53 from '@salesforce/label/c.Backroom_problem_erp_unreachable';
import d53 from '@salesforce/label/c.Backroom_problem_erp_unreachable_do';
import p54 from '@salesforce/label/c.Backroom_problem_erp_timeout';
import d54 from '@salesforce/label/c.Backroom_problem_erp_timeout_do';
import p55 from '@salesforce/label/c.Backroom_problem_erp_busy';
import d55 from '@salesforce/label/c.Backroom_problem_erp_busy_do';
import p56 from '@salesforce/label/c.Backroom_problem_erp_refused';
import d56 from '@salesforce/label/c.Backroom_problem_erp_refused_do';
import p57 from '@salesforce/label/c.Backroom_problem_erp_unauthorised';
import d57 from '@salesforce/label/c.Backroom_problem_erp_unauthorised_do';
import p58 from '@salesforce/label/c.Backroom_problem_erp_conflict';
import d58 from '@salesforce/label/c.Backroom_problem_erp_conflict_do';
import p59 from '@salesforce/label/c.Backroom_problem_erp_uncertain';
import d59 from '@salesforce/label/c.Backroom_problem_erp_uncertain_do';
import p60 from '@salesforce/label/c.Backroom_problem_erp_drift';
import d60 from '@salesforce/label/c.Backroom_problem_erp_drift_do';
import p61 from '@salesforce/label/c.Backroom_problem_erp_limit';
import d61 from '@salesforce/label/c.Backroom_problem_erp_limit_do';
import p62 from '@salesforce/label/c.Backroom_problem_erp_unfit';
import d62 from '@salesforce/label/c.Backroom_problem_erp_unfit_do';
import p63 from '@salesforce/label/c.Backroom_problem_erp_not_connected';
import d63 from '@salesforce/label/c.Backroom_problem_erp_not_connected_do';
import p64 from '@salesforce/label/c.Backroom_problem_crm_unreachable';
import d64 from '@salesforce/label/c.Backroom_problem_crm_unreachable_do';
import p65 from '@salesforce/label/c.Backroom_problem_crm_busy';
import d65 from '@salesforce/label/c.Backroom_problem_crm_busy_do';
import p66 from '@salesforce/label/c.Backroom_problem_crm_unauthorised';
import d66 from '@salesforce/label/c.Backroom_problem_crm_unauthorised_do';
import p67 from '@salesforce/label/c.Backroom_problem_crm_refused';
import d67 from '@salesforce/label/c.Backroom_problem_crm_refused_do';
import p68 from '@salesforce/label/c.Backroom_problem_store_unavailable';
import d68 from '@salesforce/label/c.Backroom_problem_store_unavailable_do';
import p69 from '@salesforce/label/c.Backroom_problem_cannot_process';
import d69 from '@salesforce/label/c.Backroom_problem_cannot_process_do';
import p70 from '@salesforce/label/c.Backroom_problem_internal';
import d70 from '@salesforce/label/c.Backroom_problem_internal_do';
import p71 from '@salesforce/label/c.Backroom_problem_backroom_unreachable';
import d71 from '@salesforce/label/c.Backroom_problem_backroom_unreachable_do';

export const ui = {
  'verdict.checking': u0,
  'verdict.ready': u1,
  'verdict.warnings': u2,
  'verdict.duplicate': u3,
  'verdict.approval': u4,
  'verdict.approving': u5,
  'verdict.rejected': u6,
  'verdict.role': u7,
  'verdict.blocked': u8,
  'verdict.unchecked': u9,
  'verdict.sending': u10,
  'verdict.verifying': u11,
  'verdict.waiting': u12,
  'verdict.refused': u13,
  'verdict.attention': u14,
  'verdict.ordered': u15,
  'verdict.changed': u16,
  'verdict.why.customer': u17,
  'verdict.why.company': u18,
  'verdict.why.customer_blocked': u19,
  'verdict.why.products': u20,
  'verdict.why.quote': u21,
  'verdict.why.erp': u22,
  'verdict.why.unreachable': u23,
  'verdict.why.ordered': u24,
  'check.new': u25,
  'action.link': u26,
  'action.retry': u27,
  'action.cancel_yes': u28,
  'action.create_yes': u29,
  'customer.create_ask': u30,
  'returns.returnable': u31,
  'returns.edit': u32,
  'action.back': u33,
  'refresh.failed': u34,
  'refresh.failed_now': u35,
  'change.title': u36,
  'change.added': u37,
  'change.removed': u38,
  'change.changed': u39,
  'change.kind': u40,
  'change.ordered': u41,
  'change.quoted': u42,
  'change.request': u43,
  'price.difference': u44,
  'loading': u45,
  'refresh': u46,
  'retry': u47,
  'close': u48,
  'cancel': u49,
  'details': u50,
  'reference': u51,
  'label_value': u52,
  'who.rep': u53,
  'who.order_desk': u54,
  'who.admin': u55,
  'who.operator': u56,
  'who.nobody': u57,
  'unknown': u58,
  'none': u59,
  'yes': u60,
  'no': u61,
  'age.live': u62,
  'age.cached': u63,
  'age.stale': u64,
  'now': u65,
  'product': u66,
  'quantity': u67,
  'stock': u68,
  'available': u69,
  'on_hand': u70,
  'incoming': u71,
  'warehouse': u72,
  'promise_date': u73,
  'quoted_price': u74,
  'erp_price': u75,
  'list_price': u76,
  'discount': u77,
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
  'overview.missing': u115,
  'overview.no_limit': u116,
  'alert.credit_over_limit': u117,
  'alert.credit_blocked': u118,
  'alert.credit_overdue': u119,
  'alert.credit_near_limit': u120,
  'alert.stock_short': u121,
  'alert.stock_later': u122,
  'alert.stock_unknown': u123,
  'alert.price_below': u124,
  'alert.unknown_product': u125,
  'alert.other_customer': u126,
  'alert.customer_not_linked': u127,
  'alert.order_waiting': u128,
  'alert.order_needs_attention': u129,
  'alert.possible_twin': u130,
  'alert.quote_changed': u131,
  'alert.figures_stale': u132,
  'customer.candidates_title': u133,
  'customer.merged_text': u134,
  'customer.candidates_text': u135,
  'customer.none_title': u136,
  'customer.none_text': u137,
  'customer.create': u138,
  'customer.creating': u139,
  'customer.link': u140,
  'customer.match': u141,
  'customer.why.vat_id': u142,
  'customer.why.email_domain': u143,
  'customer.why.email': u144,
  'customer.why.name': u145,
  'customer.why.erp_number': u146,
  'customer.no_company_title': u147,
  'customer.no_company_text': u148,
  'customer.unlinked_title': u149,
  'customer.unlinked_text': u150,
  'stock.title': u151,
  'stock.later': u152,
  'stock.short': u153,
  'stock.available_count': u154,
  'stock.available_of': u155,
  'stock.not_stocked': u156,
  'stock.ordered': u157,
  'stock.not_serving': u158,
  'stock.unknown': u159,
  'stock.now': u160,
  'stock.never': u161,
  'stock.no_lines_title': u162,
  'stock.no_lines_text': u163,
  'stock.lines_from_deal': u164,
  'stock.details_of': u165,
  'stock.incoming_none': u166,
  'price.equal': u167,
  'price.below': u168,
  'price.above': u169,
  'price.quote_lower': u170,
  'price.quote_higher': u171,
  'price.other_currency': u172,
  'price.quoted_total': u173,
  'price.erp_total': u174,
  'price.total_difference': u175,
  'price.source.customer_price': u176,
  'price.source.price_list': u177,
  'price.source.quantity_break': u178,
  'price.source.list_price': u179,
  'trouble.unknown_product': u180,
  'trouble.no_code': u181,
  'trouble.invalid_quantity': u182,
  'trouble.archived_product': u183,
  'trouble.no_price': u184,
  'trouble.no_erp_price': u185,
  'order.title': u186,
  'order.quote': u187,
  'order.ask_approval': u188,
  'order.convert': u189,
  'order.accept': u190,
  'order.different_sale': u191,
  'order.requested_date': u192,
  'order.note': u193,
  'order.details_save': u194,
  'order.details_title': u195,
  'order.po_number': u196,
  'order.contact': u197,
  'order.deliver_to': u198,
  'order.deliver_to.usual': u199,
  'order.invoice_to': u200,
  'order.partial': u201,
  'order.partial.yes': u202,
  'order.partial.no': u203,
  'order.partial.default': u204,
  'order.charges': u205,
  'order.level.approval': u206,
  'order.level.approved': u207,
  'order.level.block': u208,
  'order.level.warn': u209,
  'order.level.info': u210,
  'order.in_erp': u211,
  'order.kept': u212,
  'differs.title': u213,
  'differs.whole': u214,
  'differs.of_line': u215,
  'differs.reference': u216,
  'differs.customer': u217,
  'differs.lines': u218,
  'differs.product': u219,
  'differs.quantity': u220,
  'differs.unit_price': u221,
  'differs.net': u222,
  'differs.total': u223,
  'differs.currency': u224,
  'differs.charges': u225,
  'differs.po_number': u226,
  'differs.requested_date': u227,
  'differs.note': u228,
  'differs.contact': u229,
  'differs.delivery_address': u230,
  'differs.invoice_address': u231,
  'differs.partial_delivery': u232,
  'order.history': u233,
  'order.resend': u234,
  'order.cancel': u235,
  'order.cancel_confirm': u236,
  'order.once_more': u237,
  'order.once_more_not': u238,
  'order.promised': u239,
  'order.ordered': u240,
  'order.no_deliveries': u241,
  'order.written_back': u242,
  'order.writing_back': u243,
  'order.next_try': u244,
  'order.field': u245,
  'order.erp_says': u246,
  'order.none_title': u247,
  'order.none_text': u248,
  'order.more': u249,
  'order.status.draft': u250,
  'order.status.confirmed': u251,
  'order.status.partly_delivered': u252,
  'order.status.delivered': u253,
  'order.status.invoiced': u254,
  'order.status.cancelled': u255,
  'delivery.planned': u256,
  'delivery.shipped': u257,
  'delivery.delivered': u258,
  'submission.queued': u259,
  'submission.sending': u260,
  'submission.checking': u261,
  'submission.waiting': u262,
  'submission.needs_attention': u263,
  'submission.confirmed': u264,
  'submission.cancelled': u265,
  'submission.next.queued': u266,
  'submission.next.sending': u267,
  'submission.next.checking': u268,
  'submission.next.waiting': u269,
  'submission.next.needs_attention': u270,
  'submission.next.confirmed': u271,
  'submission.next.cancelled': u272,
  'submission.next.sending_other': u273,
  'submission.next.confirmed_other': u274,
  'submission.next.cancelled_other': u275,
  'order.open_desk': u276,
  'order.mend_at_desk': u277,
  'order.stopped': u278,
  'field.requestedDate': u279,
  'field.note': u280,
  'field.poNumber': u281,
  'field.deliverTo': u282,
  'field.invoiceTo': u283,
  'field.partialDelivery': u284,
  'field.quantity': u285,
  'field.unitPrice': u286,
  'field.productId': u287,
  'field.customerId': u288,
  'field.customer': u289,
  'field.currency': u290,
  'field.code': u291,
  'field.orderNumber': u292,
  'field.of_line': u293,
  'step.accepted': u294,
  'step.customer': u295,
  'step.look_up': u296,
  'step.create': u297,
  'step.confirm': u298,
  'step.write_back': u299,
  'step.mend': u300,
  'step.resend': u301,
  'step.adopt': u302,
  'step.cancel': u303,
  'check.customer_not_linked': u304,
  'check.customer_not_known': u305,
  'check.customer_blocked': u306,
  'check.no_lines': u307,
  'check.line_without_code': u308,
  'check.unknown_product': u309,
  'check.archived_product': u310,
  'check.quantity_invalid': u311,
  'check.price_unknown': u312,
  'check.mixed_currencies': u313,
  'check.currency_differs': u314,
  'check.stock_short': u315,
  'check.stock_later': u316,
  'check.price_below': u317,
  'check.price_above': u318,
  'check.over_limit': u319,
  'check.near_limit': u320,
  'check.overdue': u321,
  'check.already_converted': u322,
  'check.other_customer': u323,
  'check.order_again': u324,
  'check.possible_twin': u325,
  'check.customer_created_first': u326,
  'check.figures_stale': u327,
  'check.erp_unavailable': u328,
  'check.total_differs': u329,
  'check.line_differs': u330,
  'check.quote_expired': u331,
  'check.quote_not_accepted': u332,
  'check.no_company': u333,
  'check.company_without_name': u334,
  'check.record_unreadable': u335,
  'check.field_hidden': u336,
  'check.several_quotes': u337,
  'check.recurring_line': u338,
  'check.tiered_price': u339,
  'check.currency_unknown': u340,
  'check.tax_differs': u341,
  'check.price_invalid': u342,
  'check.discount_invalid': u343,
  'check.line_total_differs': u344,
  'check.quote_total_differs': u345,
  'check.adjustment_unknown': u346,
  'check.address_not_carried': u347,
  'check.charge_not_carried': u348,
  'check.detail_not_carried': u349,
  'check.address_incomplete': u350,
  'check.address_unknown': u351,
  'check.date_passed': u352,
  'check.erp_unfit': u353,
  'check.quantity_decimals': u354,
  'check.unknown_product_near': u355,
  'check.products_not_known': u356,
  'check.figure_missing': u357,
  'check.stock_unknown': u358,
  'check.erp_price_unknown': u359,
  'check.credit_not_comparable': u360,
  'check.credit_total_unknown': u361,
  'check.erp_limit': u362,
  'check.orders_read_only': u363,
  'check.discount_limit': u364,
  'check.amount_limit': u365,
  'check.credit_limit': u366,
  'check.all_well': u367,
  'check.erp_refuses': u368,
  'invoices.title': u369,
  'invoices.none_title': u370,
  'invoices.none_text': u371,
  'invoices.open_total': u372,
  'invoices.overdue_total': u373,
  'invoices.next_due': u374,
  'invoices.more': u375,
  'invoices.credit_note': u376,
  'invoice.kind.credit_note': u377,
  'invoice.status.paid': u378,
  'invoice.status.part_paid': u379,
  'invoice.status.open': u380,
  'invoice.status.overdue': u381,
  'invoice.status.cancelled': u382,
  'invoice.overdue_days': u383,
  'invoice.pdf': u384,
  'invoice.pdf_of': u385,
  'credit.limit': u386,
  'credit.exposure': u387,
  'credit.free': u388,
  'credit.after_deal': u389,
  'credit.ordered': u390,
  'credit.order_gross': u391,
  'credit.no_limit': u392,
  'credit.ageing': u393,
  'credit.ageing.not_due': u394,
  'credit.ageing.range': u395,
  'credit.ageing.more': u396,
  'credit.verdict.ok': u397,
  'credit.verdict.near_limit': u398,
  'credit.verdict.over_limit': u399,
  'credit.verdict.overdue': u400,
  'credit.verdict.blocked': u401,
  'credit.verdict.no_limit': u402,
  'credit.verdict.not_judged': u403,
  'returns.title': u404,
  'returns.none_title': u405,
  'returns.none_text': u406,
  'returns.claim': u407,
  'returns.claim_title': u408,
  'returns.claim_send': u409,
  'returns.choose_order': u410,
  'returns.quantity_of': u411,
  'returns.reason_hint': u412,
  'returns.need_quantity': u413,
  'returns.need_reason': u414,
  'returns.no_orders': u415,
  'returns.sent_toast': u416,
  'return.status.requested': u417,
  'return.status.approved': u418,
  'return.status.received': u419,
  'return.status.partly_credited': u420,
  'return.status.credited': u421,
  'return.status.replaced': u422,
  'return.status.rejected': u423,
  'settings.title': u424,
  'settings.connection': u425,
  'settings.no_connection': u426,
  'settings.connect': u427,
  'settings.manage_connection': u428,
  'settings.open_connection': u429,
  'settings.state.ok': u430,
  'settings.state.down': u431,
  'settings.state.unauthorised': u432,
  'settings.state.unknown': u433,
  'settings.erp': u434,
  'settings.address': u435,
  'settings.version': u436,
  'settings.latency': u437,
  'settings.milliseconds': u438,
  'settings.checked': u439,
  'settings.flows': u440,
  'settings.flows_text': u441,
  'settings.unsupported': u442,
  'settings.write_back': u443,
  'settings.properties_ready': u444,
  'settings.properties_missing': u445,
  'settings.test_erp': u446,
  'settings.test_erp_help': u447,
  'settings.check': u448,
  'settings.master': u449,
  'settings.master.erp': u450,
  'settings.master.crm': u451,
  'settings.master.crm+erp': u452,
  'flow.customers': u453,
  'flow.orders': u454,
  'flow.stock': u455,
  'flow.invoices': u456,
  'flow.pricing': u457,
  'flow.returns': u458,
  'flow.credit': u459,
  'panel.customer': u460,
  'panel.stock': u461,
  'panel.pricing': u462,
  'panel.orders': u463,
  'panel.invoices': u464,
  'panel.credit': u465,
  'panel.returns': u466,
  'panel.overview': u467,
  'pages.previous': u468,
  'pages.next': u469,
  'salesforce.org': u470,
  'salesforce.org_id': u471,
  'salesforce.instance': u472,
  'salesforce.sandbox': u473,
  'salesforce.certificate': u474,
  'salesforce.roles': u475,
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
  approval_waiting: [p46, d46],
  approval_rejected: [p47, d47],
  connection_is_test: [p48, d48],
  connection_paused: [p49, d49],
  connection_is_default: [p50, d50],
  flow_off: [p51, d51],
  flow_unsupported: [p52, d52],
  erp_unreachable: [p53, d53],
  erp_timeout: [p54, d54],
  erp_busy: [p55, d55],
  erp_refused: [p56, d56],
  erp_unauthorised: [p57, d57],
  erp_conflict: [p58, d58],
  erp_uncertain: [p59, d59],
  erp_drift: [p60, d60],
  erp_limit: [p61, d61],
  erp_unfit: [p62, d62],
  erp_not_connected: [p63, d63],
  crm_unreachable: [p64, d64],
  crm_busy: [p65, d65],
  crm_unauthorised: [p66, d66],
  crm_refused: [p67, d67],
  store_unavailable: [p68, d68],
  cannot_process: [p69, d69],
  internal: [p70, d70],
  backroom_unreachable: [p71, d71],
};
