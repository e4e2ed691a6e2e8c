// Generated from shared/src/messages by extension/salesforce/tools/generate.ts. Do not edit.
import u0 from '@salesforce/label/c.Backroom_loading';
import u1 from '@salesforce/label/c.Backroom_refresh';
import u2 from '@salesforce/label/c.Backroom_retry';
import u3 from '@salesforce/label/c.Backroom_close';
import u4 from '@salesforce/label/c.Backroom_cancel';
import u5 from '@salesforce/label/c.Backroom_details';
import u6 from '@salesforce/label/c.Backroom_reference';
import u7 from '@salesforce/label/c.Backroom_label_value';
import u8 from '@salesforce/label/c.Backroom_who_rep';
import u9 from '@salesforce/label/c.Backroom_who_order_desk';
import u10 from '@salesforce/label/c.Backroom_who_admin';
import u11 from '@salesforce/label/c.Backroom_who_operator';
import u12 from '@salesforce/label/c.Backroom_who_nobody';
import u13 from '@salesforce/label/c.Backroom_unknown';
import u14 from '@salesforce/label/c.Backroom_none';
import u15 from '@salesforce/label/c.Backroom_yes';
import u16 from '@salesforce/label/c.Backroom_no';
import u17 from '@salesforce/label/c.Backroom_error_unknown_answer';
import u18 from '@salesforce/label/c.Backroom_age_live';
import u19 from '@salesforce/label/c.Backroom_age_cached';
import u20 from '@salesforce/label/c.Backroom_age_stale';
import u21 from '@salesforce/label/c.Backroom_age_refreshing';
import u22 from '@salesforce/label/c.Backroom_now';
import u23 from '@salesforce/label/c.Backroom_product';
import u24 from '@salesforce/label/c.Backroom_quantity';
import u25 from '@salesforce/label/c.Backroom_stock';
import u26 from '@salesforce/label/c.Backroom_available';
import u27 from '@salesforce/label/c.Backroom_on_hand';
import u28 from '@salesforce/label/c.Backroom_reserved';
import u29 from '@salesforce/label/c.Backroom_incoming';
import u30 from '@salesforce/label/c.Backroom_warehouse';
import u31 from '@salesforce/label/c.Backroom_promise_date';
import u32 from '@salesforce/label/c.Backroom_quoted_price';
import u33 from '@salesforce/label/c.Backroom_erp_price';
import u34 from '@salesforce/label/c.Backroom_list_price';
import u35 from '@salesforce/label/c.Backroom_discount';
import u36 from '@salesforce/label/c.Backroom_difference';
import u37 from '@salesforce/label/c.Backroom_price_source';
import u38 from '@salesforce/label/c.Backroom_price_breaks';
import u39 from '@salesforce/label/c.Backroom_price';
import u40 from '@salesforce/label/c.Backroom_date';
import u41 from '@salesforce/label/c.Backroom_number';
import u42 from '@salesforce/label/c.Backroom_status';
import u43 from '@salesforce/label/c.Backroom_total';
import u44 from '@salesforce/label/c.Backroom_line_total';
import u45 from '@salesforce/label/c.Backroom_open';
import u46 from '@salesforce/label/c.Backroom_due';
import u47 from '@salesforce/label/c.Backroom_issued';
import u48 from '@salesforce/label/c.Backroom_overdue';
import u49 from '@salesforce/label/c.Backroom_amount';
import u50 from '@salesforce/label/c.Backroom_order';
import u51 from '@salesforce/label/c.Backroom_orders';
import u52 from '@salesforce/label/c.Backroom_invoices';
import u53 from '@salesforce/label/c.Backroom_returns';
import u54 from '@salesforce/label/c.Backroom_credit';
import u55 from '@salesforce/label/c.Backroom_customer';
import u56 from '@salesforce/label/c.Backroom_net';
import u57 from '@salesforce/label/c.Backroom_tax';
import u58 from '@salesforce/label/c.Backroom_reason';
import u59 from '@salesforce/label/c.Backroom_delivered';
import u60 from '@salesforce/label/c.Backroom_deliveries';
import u61 from '@salesforce/label/c.Backroom_tracking';
import u62 from '@salesforce/label/c.Backroom_credit_note';
import u63 from '@salesforce/label/c.Backroom_payment_terms';
import u64 from '@salesforce/label/c.Backroom_lines';
import u65 from '@salesforce/label/c.Backroom_overview_title';
import u66 from '@salesforce/label/c.Backroom_overview_complete_by';
import u67 from '@salesforce/label/c.Backroom_overview_complete_never';
import u68 from '@salesforce/label/c.Backroom_overview_credit_after';
import u69 from '@salesforce/label/c.Backroom_overview_credit_free';
import u70 from '@salesforce/label/c.Backroom_overview_open_invoices';
import u71 from '@salesforce/label/c.Backroom_overview_of_which_overdue';
import u72 from '@salesforce/label/c.Backroom_overview_all_overdue';
import u73 from '@salesforce/label/c.Backroom_overview_nothing_open';
import u74 from '@salesforce/label/c.Backroom_overview_order';
import u75 from '@salesforce/label/c.Backroom_overview_no_order';
import u76 from '@salesforce/label/c.Backroom_overview_missing';
import u77 from '@salesforce/label/c.Backroom_overview_no_limit';
import u78 from '@salesforce/label/c.Backroom_overview_all_well';
import u79 from '@salesforce/label/c.Backroom_alert_credit_over_limit';
import u80 from '@salesforce/label/c.Backroom_alert_credit_blocked';
import u81 from '@salesforce/label/c.Backroom_alert_credit_overdue';
import u82 from '@salesforce/label/c.Backroom_alert_credit_near_limit';
import u83 from '@salesforce/label/c.Backroom_alert_stock_short';
import u84 from '@salesforce/label/c.Backroom_alert_stock_later';
import u85 from '@salesforce/label/c.Backroom_alert_stock_unknown';
import u86 from '@salesforce/label/c.Backroom_alert_price_below';
import u87 from '@salesforce/label/c.Backroom_alert_unknown_product';
import u88 from '@salesforce/label/c.Backroom_alert_other_customer';
import u89 from '@salesforce/label/c.Backroom_alert_customer_not_linked';
import u90 from '@salesforce/label/c.Backroom_alert_order_waiting';
import u91 from '@salesforce/label/c.Backroom_alert_order_needs_attention';
import u92 from '@salesforce/label/c.Backroom_alert_possible_twin';
import u93 from '@salesforce/label/c.Backroom_alert_quote_changed';
import u94 from '@salesforce/label/c.Backroom_alert_figures_stale';
import u95 from '@salesforce/label/c.Backroom_customer_linked';
import u96 from '@salesforce/label/c.Backroom_customer_candidates_title';
import u97 from '@salesforce/label/c.Backroom_customer_merged_text';
import u98 from '@salesforce/label/c.Backroom_customer_candidates_text';
import u99 from '@salesforce/label/c.Backroom_customer_none_title';
import u100 from '@salesforce/label/c.Backroom_customer_none_text';
import u101 from '@salesforce/label/c.Backroom_customer_create';
import u102 from '@salesforce/label/c.Backroom_customer_create_confirm';
import u103 from '@salesforce/label/c.Backroom_customer_creating';
import u104 from '@salesforce/label/c.Backroom_customer_link';
import u105 from '@salesforce/label/c.Backroom_customer_linking';
import u106 from '@salesforce/label/c.Backroom_customer_match';
import u107 from '@salesforce/label/c.Backroom_customer_why_vat_id';
import u108 from '@salesforce/label/c.Backroom_customer_why_email_domain';
import u109 from '@salesforce/label/c.Backroom_customer_why_email';
import u110 from '@salesforce/label/c.Backroom_customer_why_name';
import u111 from '@salesforce/label/c.Backroom_customer_why_erp_number';
import u112 from '@salesforce/label/c.Backroom_customer_no_company_title';
import u113 from '@salesforce/label/c.Backroom_customer_no_company_text';
import u114 from '@salesforce/label/c.Backroom_customer_unlinked_title';
import u115 from '@salesforce/label/c.Backroom_customer_unlinked_text';
import u116 from '@salesforce/label/c.Backroom_customer_linked_toast';
import u117 from '@salesforce/label/c.Backroom_stock_title';
import u118 from '@salesforce/label/c.Backroom_stock_later';
import u119 from '@salesforce/label/c.Backroom_stock_short';
import u120 from '@salesforce/label/c.Backroom_stock_available_count';
import u121 from '@salesforce/label/c.Backroom_stock_available_of';
import u122 from '@salesforce/label/c.Backroom_stock_not_stocked';
import u123 from '@salesforce/label/c.Backroom_stock_ordered';
import u124 from '@salesforce/label/c.Backroom_stock_not_serving';
import u125 from '@salesforce/label/c.Backroom_stock_unknown';
import u126 from '@salesforce/label/c.Backroom_stock_now';
import u127 from '@salesforce/label/c.Backroom_stock_never';
import u128 from '@salesforce/label/c.Backroom_stock_no_lines_title';
import u129 from '@salesforce/label/c.Backroom_stock_no_lines_text';
import u130 from '@salesforce/label/c.Backroom_stock_lines_from_deal';
import u131 from '@salesforce/label/c.Backroom_stock_details_of';
import u132 from '@salesforce/label/c.Backroom_stock_incoming_none';
import u133 from '@salesforce/label/c.Backroom_price_equal';
import u134 from '@salesforce/label/c.Backroom_price_below';
import u135 from '@salesforce/label/c.Backroom_price_above';
import u136 from '@salesforce/label/c.Backroom_price_quote_lower';
import u137 from '@salesforce/label/c.Backroom_price_quote_higher';
import u138 from '@salesforce/label/c.Backroom_price_other_currency';
import u139 from '@salesforce/label/c.Backroom_price_quoted_total';
import u140 from '@salesforce/label/c.Backroom_price_erp_total';
import u141 from '@salesforce/label/c.Backroom_price_total_difference';
import u142 from '@salesforce/label/c.Backroom_price_source_customer_price';
import u143 from '@salesforce/label/c.Backroom_price_source_price_list';
import u144 from '@salesforce/label/c.Backroom_price_source_quantity_break';
import u145 from '@salesforce/label/c.Backroom_price_source_list_price';
import u146 from '@salesforce/label/c.Backroom_trouble_unknown_product';
import u147 from '@salesforce/label/c.Backroom_trouble_no_code';
import u148 from '@salesforce/label/c.Backroom_trouble_invalid_quantity';
import u149 from '@salesforce/label/c.Backroom_trouble_archived_product';
import u150 from '@salesforce/label/c.Backroom_trouble_no_price';
import u151 from '@salesforce/label/c.Backroom_trouble_no_erp_price';
import u152 from '@salesforce/label/c.Backroom_order_title';
import u153 from '@salesforce/label/c.Backroom_order_preview_title';
import u154 from '@salesforce/label/c.Backroom_order_quote';
import u155 from '@salesforce/label/c.Backroom_order_preview_loading';
import u156 from '@salesforce/label/c.Backroom_order_convert';
import u157 from '@salesforce/label/c.Backroom_order_converting';
import u158 from '@salesforce/label/c.Backroom_order_accept';
import u159 from '@salesforce/label/c.Backroom_order_accept_needed';
import u160 from '@salesforce/label/c.Backroom_order_different_sale';
import u161 from '@salesforce/label/c.Backroom_order_blocked';
import u162 from '@salesforce/label/c.Backroom_order_requested_date';
import u163 from '@salesforce/label/c.Backroom_order_note';
import u164 from '@salesforce/label/c.Backroom_order_details_save';
import u165 from '@salesforce/label/c.Backroom_order_details_title';
import u166 from '@salesforce/label/c.Backroom_order_po_number';
import u167 from '@salesforce/label/c.Backroom_order_contact';
import u168 from '@salesforce/label/c.Backroom_order_deliver_to';
import u169 from '@salesforce/label/c.Backroom_order_deliver_to_usual';
import u170 from '@salesforce/label/c.Backroom_order_invoice_to';
import u171 from '@salesforce/label/c.Backroom_order_partial';
import u172 from '@salesforce/label/c.Backroom_order_partial_yes';
import u173 from '@salesforce/label/c.Backroom_order_partial_no';
import u174 from '@salesforce/label/c.Backroom_order_partial_default';
import u175 from '@salesforce/label/c.Backroom_order_charges';
import u176 from '@salesforce/label/c.Backroom_order_check_again';
import u177 from '@salesforce/label/c.Backroom_order_checks';
import u178 from '@salesforce/label/c.Backroom_order_level_block';
import u179 from '@salesforce/label/c.Backroom_order_level_warn';
import u180 from '@salesforce/label/c.Backroom_order_level_info';
import u181 from '@salesforce/label/c.Backroom_order_credit_after';
import u182 from '@salesforce/label/c.Backroom_order_converted_title';
import u183 from '@salesforce/label/c.Backroom_order_in_erp';
import u184 from '@salesforce/label/c.Backroom_order_follow_title';
import u185 from '@salesforce/label/c.Backroom_order_attention_title';
import u186 from '@salesforce/label/c.Backroom_order_kept';
import u187 from '@salesforce/label/c.Backroom_differs_title';
import u188 from '@salesforce/label/c.Backroom_differs_whole';
import u189 from '@salesforce/label/c.Backroom_differs_of_line';
import u190 from '@salesforce/label/c.Backroom_differs_reference';
import u191 from '@salesforce/label/c.Backroom_differs_customer';
import u192 from '@salesforce/label/c.Backroom_differs_lines';
import u193 from '@salesforce/label/c.Backroom_differs_product';
import u194 from '@salesforce/label/c.Backroom_differs_quantity';
import u195 from '@salesforce/label/c.Backroom_differs_unit_price';
import u196 from '@salesforce/label/c.Backroom_differs_net';
import u197 from '@salesforce/label/c.Backroom_differs_total';
import u198 from '@salesforce/label/c.Backroom_differs_currency';
import u199 from '@salesforce/label/c.Backroom_differs_charges';
import u200 from '@salesforce/label/c.Backroom_differs_po_number';
import u201 from '@salesforce/label/c.Backroom_differs_requested_date';
import u202 from '@salesforce/label/c.Backroom_differs_note';
import u203 from '@salesforce/label/c.Backroom_differs_contact';
import u204 from '@salesforce/label/c.Backroom_differs_delivery_address';
import u205 from '@salesforce/label/c.Backroom_differs_invoice_address';
import u206 from '@salesforce/label/c.Backroom_differs_partial_delivery';
import u207 from '@salesforce/label/c.Backroom_order_history';
import u208 from '@salesforce/label/c.Backroom_order_resend';
import u209 from '@salesforce/label/c.Backroom_order_cancel';
import u210 from '@salesforce/label/c.Backroom_order_cancel_confirm';
import u211 from '@salesforce/label/c.Backroom_order_cancelled_toast';
import u212 from '@salesforce/label/c.Backroom_order_converted_toast';
import u213 from '@salesforce/label/c.Backroom_order_quote_changed';
import u214 from '@salesforce/label/c.Backroom_order_once_more';
import u215 from '@salesforce/label/c.Backroom_order_once_more_not';
import u216 from '@salesforce/label/c.Backroom_order_promised';
import u217 from '@salesforce/label/c.Backroom_order_ordered';
import u218 from '@salesforce/label/c.Backroom_order_no_deliveries';
import u219 from '@salesforce/label/c.Backroom_order_written_back';
import u220 from '@salesforce/label/c.Backroom_order_writing_back';
import u221 from '@salesforce/label/c.Backroom_order_next_try';
import u222 from '@salesforce/label/c.Backroom_order_field';
import u223 from '@salesforce/label/c.Backroom_order_erp_says';
import u224 from '@salesforce/label/c.Backroom_order_none_title';
import u225 from '@salesforce/label/c.Backroom_order_none_text';
import u226 from '@salesforce/label/c.Backroom_order_more';
import u227 from '@salesforce/label/c.Backroom_order_status_draft';
import u228 from '@salesforce/label/c.Backroom_order_status_confirmed';
import u229 from '@salesforce/label/c.Backroom_order_status_partly_delivered';
import u230 from '@salesforce/label/c.Backroom_order_status_delivered';
import u231 from '@salesforce/label/c.Backroom_order_status_invoiced';
import u232 from '@salesforce/label/c.Backroom_order_status_cancelled';
import u233 from '@salesforce/label/c.Backroom_delivery_planned';
import u234 from '@salesforce/label/c.Backroom_delivery_shipped';
import u235 from '@salesforce/label/c.Backroom_delivery_delivered';
import u236 from '@salesforce/label/c.Backroom_submission_queued';
import u237 from '@salesforce/label/c.Backroom_submission_sending';
import u238 from '@salesforce/label/c.Backroom_submission_checking';
import u239 from '@salesforce/label/c.Backroom_submission_waiting';
import u240 from '@salesforce/label/c.Backroom_submission_needs_attention';
import u241 from '@salesforce/label/c.Backroom_submission_confirmed';
import u242 from '@salesforce/label/c.Backroom_submission_cancelled';
import u243 from '@salesforce/label/c.Backroom_submission_next_queued';
import u244 from '@salesforce/label/c.Backroom_submission_next_sending';
import u245 from '@salesforce/label/c.Backroom_submission_next_checking';
import u246 from '@salesforce/label/c.Backroom_submission_next_waiting';
import u247 from '@salesforce/label/c.Backroom_submission_next_needs_attention';
import u248 from '@salesforce/label/c.Backroom_submission_next_confirmed';
import u249 from '@salesforce/label/c.Backroom_submission_next_cancelled';
import u250 from '@salesforce/label/c.Backroom_submission_next_sending_other';
import u251 from '@salesforce/label/c.Backroom_submission_next_confirmed_other';
import u252 from '@salesforce/label/c.Backroom_submission_next_cancelled_other';
import u253 from '@salesforce/label/c.Backroom_order_open_desk';
import u254 from '@salesforce/label/c.Backroom_order_mend_at_desk';
import u255 from '@salesforce/label/c.Backroom_order_stopped';
import u256 from '@salesforce/label/c.Backroom_field_requestedDate';
import u257 from '@salesforce/label/c.Backroom_field_note';
import u258 from '@salesforce/label/c.Backroom_field_poNumber';
import u259 from '@salesforce/label/c.Backroom_field_deliverTo';
import u260 from '@salesforce/label/c.Backroom_field_invoiceTo';
import u261 from '@salesforce/label/c.Backroom_field_partialDelivery';
import u262 from '@salesforce/label/c.Backroom_field_quantity';
import u263 from '@salesforce/label/c.Backroom_field_unitPrice';
import u264 from '@salesforce/label/c.Backroom_field_productId';
import u265 from '@salesforce/label/c.Backroom_field_customerId';
import u266 from '@salesforce/label/c.Backroom_field_customer';
import u267 from '@salesforce/label/c.Backroom_field_currency';
import u268 from '@salesforce/label/c.Backroom_field_code';
import u269 from '@salesforce/label/c.Backroom_field_orderNumber';
import u270 from '@salesforce/label/c.Backroom_field_of_line';
import u271 from '@salesforce/label/c.Backroom_step_accepted';
import u272 from '@salesforce/label/c.Backroom_step_customer';
import u273 from '@salesforce/label/c.Backroom_step_look_up';
import u274 from '@salesforce/label/c.Backroom_step_create';
import u275 from '@salesforce/label/c.Backroom_step_confirm';
import u276 from '@salesforce/label/c.Backroom_step_write_back';
import u277 from '@salesforce/label/c.Backroom_step_mend';
import u278 from '@salesforce/label/c.Backroom_step_resend';
import u279 from '@salesforce/label/c.Backroom_step_adopt';
import u280 from '@salesforce/label/c.Backroom_step_cancel';
import u281 from '@salesforce/label/c.Backroom_check_customer_not_linked';
import u282 from '@salesforce/label/c.Backroom_check_customer_not_known';
import u283 from '@salesforce/label/c.Backroom_check_customer_blocked';
import u284 from '@salesforce/label/c.Backroom_check_no_lines';
import u285 from '@salesforce/label/c.Backroom_check_line_without_code';
import u286 from '@salesforce/label/c.Backroom_check_unknown_product';
import u287 from '@salesforce/label/c.Backroom_check_archived_product';
import u288 from '@salesforce/label/c.Backroom_check_quantity_invalid';
import u289 from '@salesforce/label/c.Backroom_check_price_unknown';
import u290 from '@salesforce/label/c.Backroom_check_mixed_currencies';
import u291 from '@salesforce/label/c.Backroom_check_currency_differs';
import u292 from '@salesforce/label/c.Backroom_check_stock_short';
import u293 from '@salesforce/label/c.Backroom_check_stock_later';
import u294 from '@salesforce/label/c.Backroom_check_price_below';
import u295 from '@salesforce/label/c.Backroom_check_price_above';
import u296 from '@salesforce/label/c.Backroom_check_over_limit';
import u297 from '@salesforce/label/c.Backroom_check_near_limit';
import u298 from '@salesforce/label/c.Backroom_check_overdue';
import u299 from '@salesforce/label/c.Backroom_check_already_converted';
import u300 from '@salesforce/label/c.Backroom_check_other_customer';
import u301 from '@salesforce/label/c.Backroom_check_order_again';
import u302 from '@salesforce/label/c.Backroom_check_possible_twin';
import u303 from '@salesforce/label/c.Backroom_check_customer_created_first';
import u304 from '@salesforce/label/c.Backroom_check_figures_stale';
import u305 from '@salesforce/label/c.Backroom_check_erp_unavailable';
import u306 from '@salesforce/label/c.Backroom_check_total_differs';
import u307 from '@salesforce/label/c.Backroom_check_line_differs';
import u308 from '@salesforce/label/c.Backroom_check_quote_expired';
import u309 from '@salesforce/label/c.Backroom_check_quote_not_accepted';
import u310 from '@salesforce/label/c.Backroom_check_no_company';
import u311 from '@salesforce/label/c.Backroom_check_company_without_name';
import u312 from '@salesforce/label/c.Backroom_check_record_unreadable';
import u313 from '@salesforce/label/c.Backroom_check_field_hidden';
import u314 from '@salesforce/label/c.Backroom_check_several_quotes';
import u315 from '@salesforce/label/c.Backroom_check_recurring_line';
import u316 from '@salesforce/label/c.Backroom_check_tiered_price';
import u317 from '@salesforce/label/c.Backroom_check_currency_unknown';
import u318 from '@salesforce/label/c.Backroom_check_tax_differs';
import u319 from '@salesforce/label/c.Backroom_check_price_invalid';
import u320 from '@salesforce/label/c.Backroom_check_discount_invalid';
import u321 from '@salesforce/label/c.Backroom_check_line_total_differs';
import u322 from '@salesforce/label/c.Backroom_check_quote_total_differs';
import u323 from '@salesforce/label/c.Backroom_check_adjustment_unknown';
import u324 from '@salesforce/label/c.Backroom_check_address_not_carried';
import u325 from '@salesforce/label/c.Backroom_check_charge_not_carried';
import u326 from '@salesforce/label/c.Backroom_check_detail_not_carried';
import u327 from '@salesforce/label/c.Backroom_check_address_incomplete';
import u328 from '@salesforce/label/c.Backroom_check_address_unknown';
import u329 from '@salesforce/label/c.Backroom_check_date_passed';
import u330 from '@salesforce/label/c.Backroom_check_erp_unfit';
import u331 from '@salesforce/label/c.Backroom_check_quantity_decimals';
import u332 from '@salesforce/label/c.Backroom_check_unknown_product_near';
import u333 from '@salesforce/label/c.Backroom_check_products_not_known';
import u334 from '@salesforce/label/c.Backroom_check_figure_missing';
import u335 from '@salesforce/label/c.Backroom_check_stock_unknown';
import u336 from '@salesforce/label/c.Backroom_check_erp_price_unknown';
import u337 from '@salesforce/label/c.Backroom_check_credit_not_comparable';
import u338 from '@salesforce/label/c.Backroom_check_credit_total_unknown';
import u339 from '@salesforce/label/c.Backroom_check_erp_limit';
import u340 from '@salesforce/label/c.Backroom_check_all_well';
import u341 from '@salesforce/label/c.Backroom_check_erp_refuses';
import u342 from '@salesforce/label/c.Backroom_invoices_title';
import u343 from '@salesforce/label/c.Backroom_invoices_none_title';
import u344 from '@salesforce/label/c.Backroom_invoices_none_text';
import u345 from '@salesforce/label/c.Backroom_invoices_open_total';
import u346 from '@salesforce/label/c.Backroom_invoices_overdue_total';
import u347 from '@salesforce/label/c.Backroom_invoices_next_due';
import u348 from '@salesforce/label/c.Backroom_invoices_more';
import u349 from '@salesforce/label/c.Backroom_invoices_credit_note';
import u350 from '@salesforce/label/c.Backroom_invoice_kind_invoice';
import u351 from '@salesforce/label/c.Backroom_invoice_kind_credit_note';
import u352 from '@salesforce/label/c.Backroom_invoice_status_paid';
import u353 from '@salesforce/label/c.Backroom_invoice_status_part_paid';
import u354 from '@salesforce/label/c.Backroom_invoice_status_open';
import u355 from '@salesforce/label/c.Backroom_invoice_status_overdue';
import u356 from '@salesforce/label/c.Backroom_invoice_status_cancelled';
import u357 from '@salesforce/label/c.Backroom_invoice_overdue_days';
import u358 from '@salesforce/label/c.Backroom_invoice_pdf';
import u359 from '@salesforce/label/c.Backroom_invoice_pdf_of';
import u360 from '@salesforce/label/c.Backroom_credit_limit';
import u361 from '@salesforce/label/c.Backroom_credit_exposure';
import u362 from '@salesforce/label/c.Backroom_credit_free';
import u363 from '@salesforce/label/c.Backroom_credit_after_deal';
import u364 from '@salesforce/label/c.Backroom_credit_ordered';
import u365 from '@salesforce/label/c.Backroom_credit_order_gross';
import u366 from '@salesforce/label/c.Backroom_credit_open_orders';
import u367 from '@salesforce/label/c.Backroom_credit_receivable';
import u368 from '@salesforce/label/c.Backroom_credit_no_limit';
import u369 from '@salesforce/label/c.Backroom_credit_used_of';
import u370 from '@salesforce/label/c.Backroom_credit_ageing';
import u371 from '@salesforce/label/c.Backroom_credit_ageing_not_due';
import u372 from '@salesforce/label/c.Backroom_credit_ageing_range';
import u373 from '@salesforce/label/c.Backroom_credit_ageing_more';
import u374 from '@salesforce/label/c.Backroom_credit_verdict_ok';
import u375 from '@salesforce/label/c.Backroom_credit_verdict_near_limit';
import u376 from '@salesforce/label/c.Backroom_credit_verdict_over_limit';
import u377 from '@salesforce/label/c.Backroom_credit_verdict_overdue';
import u378 from '@salesforce/label/c.Backroom_credit_verdict_blocked';
import u379 from '@salesforce/label/c.Backroom_credit_verdict_no_limit';
import u380 from '@salesforce/label/c.Backroom_credit_verdict_not_judged';
import u381 from '@salesforce/label/c.Backroom_returns_title';
import u382 from '@salesforce/label/c.Backroom_returns_none_title';
import u383 from '@salesforce/label/c.Backroom_returns_none_text';
import u384 from '@salesforce/label/c.Backroom_returns_claim';
import u385 from '@salesforce/label/c.Backroom_returns_claim_title';
import u386 from '@salesforce/label/c.Backroom_returns_claim_send';
import u387 from '@salesforce/label/c.Backroom_returns_choose_order';
import u388 from '@salesforce/label/c.Backroom_returns_quantity_of';
import u389 from '@salesforce/label/c.Backroom_returns_quantity_hint';
import u390 from '@salesforce/label/c.Backroom_returns_reason_hint';
import u391 from '@salesforce/label/c.Backroom_returns_need_quantity';
import u392 from '@salesforce/label/c.Backroom_returns_need_reason';
import u393 from '@salesforce/label/c.Backroom_returns_no_orders';
import u394 from '@salesforce/label/c.Backroom_returns_sent_toast';
import u395 from '@salesforce/label/c.Backroom_return_status_requested';
import u396 from '@salesforce/label/c.Backroom_return_status_approved';
import u397 from '@salesforce/label/c.Backroom_return_status_received';
import u398 from '@salesforce/label/c.Backroom_return_status_partly_credited';
import u399 from '@salesforce/label/c.Backroom_return_status_credited';
import u400 from '@salesforce/label/c.Backroom_return_status_replaced';
import u401 from '@salesforce/label/c.Backroom_return_status_rejected';
import u402 from '@salesforce/label/c.Backroom_company_credit_title';
import u403 from '@salesforce/label/c.Backroom_settings_title';
import u404 from '@salesforce/label/c.Backroom_settings_connection';
import u405 from '@salesforce/label/c.Backroom_settings_no_connection';
import u406 from '@salesforce/label/c.Backroom_settings_connect';
import u407 from '@salesforce/label/c.Backroom_settings_manage_connection';
import u408 from '@salesforce/label/c.Backroom_settings_open_connection';
import u409 from '@salesforce/label/c.Backroom_settings_state_ok';
import u410 from '@salesforce/label/c.Backroom_settings_state_down';
import u411 from '@salesforce/label/c.Backroom_settings_state_unauthorised';
import u412 from '@salesforce/label/c.Backroom_settings_state_unknown';
import u413 from '@salesforce/label/c.Backroom_settings_erp';
import u414 from '@salesforce/label/c.Backroom_settings_address';
import u415 from '@salesforce/label/c.Backroom_settings_version';
import u416 from '@salesforce/label/c.Backroom_settings_latency';
import u417 from '@salesforce/label/c.Backroom_settings_milliseconds';
import u418 from '@salesforce/label/c.Backroom_settings_checked';
import u419 from '@salesforce/label/c.Backroom_settings_flows';
import u420 from '@salesforce/label/c.Backroom_settings_flows_text';
import u421 from '@salesforce/label/c.Backroom_settings_unsupported';
import u422 from '@salesforce/label/c.Backroom_settings_write_back';
import u423 from '@salesforce/label/c.Backroom_settings_properties_ready';
import u424 from '@salesforce/label/c.Backroom_settings_properties_missing';
import u425 from '@salesforce/label/c.Backroom_settings_test_erp';
import u426 from '@salesforce/label/c.Backroom_settings_test_erp_help';
import u427 from '@salesforce/label/c.Backroom_settings_saved';
import u428 from '@salesforce/label/c.Backroom_settings_check';
import u429 from '@salesforce/label/c.Backroom_settings_master';
import u430 from '@salesforce/label/c.Backroom_settings_master_erp';
import u431 from '@salesforce/label/c.Backroom_settings_master_crm';
import u432 from '@salesforce/label/c.Backroom_settings_master_crm_erp';
import u433 from '@salesforce/label/c.Backroom_flow_customers';
import u434 from '@salesforce/label/c.Backroom_flow_orders';
import u435 from '@salesforce/label/c.Backroom_flow_stock';
import u436 from '@salesforce/label/c.Backroom_flow_invoices';
import u437 from '@salesforce/label/c.Backroom_flow_pricing';
import u438 from '@salesforce/label/c.Backroom_flow_returns';
import u439 from '@salesforce/label/c.Backroom_flow_credit';
import u440 from '@salesforce/label/c.Backroom_panel_customer';
import u441 from '@salesforce/label/c.Backroom_panel_stock';
import u442 from '@salesforce/label/c.Backroom_panel_pricing';
import u443 from '@salesforce/label/c.Backroom_panel_orders';
import u444 from '@salesforce/label/c.Backroom_panel_invoices';
import u445 from '@salesforce/label/c.Backroom_panel_credit';
import u446 from '@salesforce/label/c.Backroom_panel_returns';
import u447 from '@salesforce/label/c.Backroom_panel_overview';
import u448 from '@salesforce/label/c.Backroom_pages_previous';
import u449 from '@salesforce/label/c.Backroom_pages_next';
import u450 from '@salesforce/label/c.Backroom_salesforce_org';
import u451 from '@salesforce/label/c.Backroom_salesforce_org_id';
import u452 from '@salesforce/label/c.Backroom_salesforce_instance';
import u453 from '@salesforce/label/c.Backroom_salesforce_sandbox';
import u454 from '@salesforce/label/c.Backroom_salesforce_certificate';
import u455 from '@salesforce/label/c.Backroom_salesforce_roles';
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
  'loading': u0,
  'refresh': u1,
  'retry': u2,
  'close': u3,
  'cancel': u4,
  'details': u5,
  'reference': u6,
  'label_value': u7,
  'who.rep': u8,
  'who.order_desk': u9,
  'who.admin': u10,
  'who.operator': u11,
  'who.nobody': u12,
  'unknown': u13,
  'none': u14,
  'yes': u15,
  'no': u16,
  'error_unknown_answer': u17,
  'age.live': u18,
  'age.cached': u19,
  'age.stale': u20,
  'age.refreshing': u21,
  'now': u22,
  'product': u23,
  'quantity': u24,
  'stock': u25,
  'available': u26,
  'on_hand': u27,
  'reserved': u28,
  'incoming': u29,
  'warehouse': u30,
  'promise_date': u31,
  'quoted_price': u32,
  'erp_price': u33,
  'list_price': u34,
  'discount': u35,
  'difference': u36,
  'price_source': u37,
  'price_breaks': u38,
  'price': u39,
  'date': u40,
  'number': u41,
  'status': u42,
  'total': u43,
  'line_total': u44,
  'open': u45,
  'due': u46,
  'issued': u47,
  'overdue': u48,
  'amount': u49,
  'order': u50,
  'orders': u51,
  'invoices': u52,
  'returns': u53,
  'credit': u54,
  'customer': u55,
  'net': u56,
  'tax': u57,
  'reason': u58,
  'delivered': u59,
  'deliveries': u60,
  'tracking': u61,
  'credit_note': u62,
  'payment_terms': u63,
  'lines': u64,
  'overview.title': u65,
  'overview.complete_by': u66,
  'overview.complete_never': u67,
  'overview.credit_after': u68,
  'overview.credit_free': u69,
  'overview.open_invoices': u70,
  'overview.of_which_overdue': u71,
  'overview.all_overdue': u72,
  'overview.nothing_open': u73,
  'overview.order': u74,
  'overview.no_order': u75,
  'overview.missing': u76,
  'overview.no_limit': u77,
  'overview.all_well': u78,
  'alert.credit_over_limit': u79,
  'alert.credit_blocked': u80,
  'alert.credit_overdue': u81,
  'alert.credit_near_limit': u82,
  'alert.stock_short': u83,
  'alert.stock_later': u84,
  'alert.stock_unknown': u85,
  'alert.price_below': u86,
  'alert.unknown_product': u87,
  'alert.other_customer': u88,
  'alert.customer_not_linked': u89,
  'alert.order_waiting': u90,
  'alert.order_needs_attention': u91,
  'alert.possible_twin': u92,
  'alert.quote_changed': u93,
  'alert.figures_stale': u94,
  'customer.linked': u95,
  'customer.candidates_title': u96,
  'customer.merged_text': u97,
  'customer.candidates_text': u98,
  'customer.none_title': u99,
  'customer.none_text': u100,
  'customer.create': u101,
  'customer.create_confirm': u102,
  'customer.creating': u103,
  'customer.link': u104,
  'customer.linking': u105,
  'customer.match': u106,
  'customer.why.vat_id': u107,
  'customer.why.email_domain': u108,
  'customer.why.email': u109,
  'customer.why.name': u110,
  'customer.why.erp_number': u111,
  'customer.no_company_title': u112,
  'customer.no_company_text': u113,
  'customer.unlinked_title': u114,
  'customer.unlinked_text': u115,
  'customer.linked_toast': u116,
  'stock.title': u117,
  'stock.later': u118,
  'stock.short': u119,
  'stock.available_count': u120,
  'stock.available_of': u121,
  'stock.not_stocked': u122,
  'stock.ordered': u123,
  'stock.not_serving': u124,
  'stock.unknown': u125,
  'stock.now': u126,
  'stock.never': u127,
  'stock.no_lines_title': u128,
  'stock.no_lines_text': u129,
  'stock.lines_from_deal': u130,
  'stock.details_of': u131,
  'stock.incoming_none': u132,
  'price.equal': u133,
  'price.below': u134,
  'price.above': u135,
  'price.quote_lower': u136,
  'price.quote_higher': u137,
  'price.other_currency': u138,
  'price.quoted_total': u139,
  'price.erp_total': u140,
  'price.total_difference': u141,
  'price.source.customer_price': u142,
  'price.source.price_list': u143,
  'price.source.quantity_break': u144,
  'price.source.list_price': u145,
  'trouble.unknown_product': u146,
  'trouble.no_code': u147,
  'trouble.invalid_quantity': u148,
  'trouble.archived_product': u149,
  'trouble.no_price': u150,
  'trouble.no_erp_price': u151,
  'order.title': u152,
  'order.preview_title': u153,
  'order.quote': u154,
  'order.preview_loading': u155,
  'order.convert': u156,
  'order.converting': u157,
  'order.accept': u158,
  'order.accept_needed': u159,
  'order.different_sale': u160,
  'order.blocked': u161,
  'order.requested_date': u162,
  'order.note': u163,
  'order.details_save': u164,
  'order.details_title': u165,
  'order.po_number': u166,
  'order.contact': u167,
  'order.deliver_to': u168,
  'order.deliver_to.usual': u169,
  'order.invoice_to': u170,
  'order.partial': u171,
  'order.partial.yes': u172,
  'order.partial.no': u173,
  'order.partial.default': u174,
  'order.charges': u175,
  'order.check_again': u176,
  'order.checks': u177,
  'order.level.block': u178,
  'order.level.warn': u179,
  'order.level.info': u180,
  'order.credit_after': u181,
  'order.converted_title': u182,
  'order.in_erp': u183,
  'order.follow_title': u184,
  'order.attention_title': u185,
  'order.kept': u186,
  'differs.title': u187,
  'differs.whole': u188,
  'differs.of_line': u189,
  'differs.reference': u190,
  'differs.customer': u191,
  'differs.lines': u192,
  'differs.product': u193,
  'differs.quantity': u194,
  'differs.unit_price': u195,
  'differs.net': u196,
  'differs.total': u197,
  'differs.currency': u198,
  'differs.charges': u199,
  'differs.po_number': u200,
  'differs.requested_date': u201,
  'differs.note': u202,
  'differs.contact': u203,
  'differs.delivery_address': u204,
  'differs.invoice_address': u205,
  'differs.partial_delivery': u206,
  'order.history': u207,
  'order.resend': u208,
  'order.cancel': u209,
  'order.cancel_confirm': u210,
  'order.cancelled_toast': u211,
  'order.converted_toast': u212,
  'order.quote_changed': u213,
  'order.once_more': u214,
  'order.once_more_not': u215,
  'order.promised': u216,
  'order.ordered': u217,
  'order.no_deliveries': u218,
  'order.written_back': u219,
  'order.writing_back': u220,
  'order.next_try': u221,
  'order.field': u222,
  'order.erp_says': u223,
  'order.none_title': u224,
  'order.none_text': u225,
  'order.more': u226,
  'order.status.draft': u227,
  'order.status.confirmed': u228,
  'order.status.partly_delivered': u229,
  'order.status.delivered': u230,
  'order.status.invoiced': u231,
  'order.status.cancelled': u232,
  'delivery.planned': u233,
  'delivery.shipped': u234,
  'delivery.delivered': u235,
  'submission.queued': u236,
  'submission.sending': u237,
  'submission.checking': u238,
  'submission.waiting': u239,
  'submission.needs_attention': u240,
  'submission.confirmed': u241,
  'submission.cancelled': u242,
  'submission.next.queued': u243,
  'submission.next.sending': u244,
  'submission.next.checking': u245,
  'submission.next.waiting': u246,
  'submission.next.needs_attention': u247,
  'submission.next.confirmed': u248,
  'submission.next.cancelled': u249,
  'submission.next.sending_other': u250,
  'submission.next.confirmed_other': u251,
  'submission.next.cancelled_other': u252,
  'order.open_desk': u253,
  'order.mend_at_desk': u254,
  'order.stopped': u255,
  'field.requestedDate': u256,
  'field.note': u257,
  'field.poNumber': u258,
  'field.deliverTo': u259,
  'field.invoiceTo': u260,
  'field.partialDelivery': u261,
  'field.quantity': u262,
  'field.unitPrice': u263,
  'field.productId': u264,
  'field.customerId': u265,
  'field.customer': u266,
  'field.currency': u267,
  'field.code': u268,
  'field.orderNumber': u269,
  'field.of_line': u270,
  'step.accepted': u271,
  'step.customer': u272,
  'step.look_up': u273,
  'step.create': u274,
  'step.confirm': u275,
  'step.write_back': u276,
  'step.mend': u277,
  'step.resend': u278,
  'step.adopt': u279,
  'step.cancel': u280,
  'check.customer_not_linked': u281,
  'check.customer_not_known': u282,
  'check.customer_blocked': u283,
  'check.no_lines': u284,
  'check.line_without_code': u285,
  'check.unknown_product': u286,
  'check.archived_product': u287,
  'check.quantity_invalid': u288,
  'check.price_unknown': u289,
  'check.mixed_currencies': u290,
  'check.currency_differs': u291,
  'check.stock_short': u292,
  'check.stock_later': u293,
  'check.price_below': u294,
  'check.price_above': u295,
  'check.over_limit': u296,
  'check.near_limit': u297,
  'check.overdue': u298,
  'check.already_converted': u299,
  'check.other_customer': u300,
  'check.order_again': u301,
  'check.possible_twin': u302,
  'check.customer_created_first': u303,
  'check.figures_stale': u304,
  'check.erp_unavailable': u305,
  'check.total_differs': u306,
  'check.line_differs': u307,
  'check.quote_expired': u308,
  'check.quote_not_accepted': u309,
  'check.no_company': u310,
  'check.company_without_name': u311,
  'check.record_unreadable': u312,
  'check.field_hidden': u313,
  'check.several_quotes': u314,
  'check.recurring_line': u315,
  'check.tiered_price': u316,
  'check.currency_unknown': u317,
  'check.tax_differs': u318,
  'check.price_invalid': u319,
  'check.discount_invalid': u320,
  'check.line_total_differs': u321,
  'check.quote_total_differs': u322,
  'check.adjustment_unknown': u323,
  'check.address_not_carried': u324,
  'check.charge_not_carried': u325,
  'check.detail_not_carried': u326,
  'check.address_incomplete': u327,
  'check.address_unknown': u328,
  'check.date_passed': u329,
  'check.erp_unfit': u330,
  'check.quantity_decimals': u331,
  'check.unknown_product_near': u332,
  'check.products_not_known': u333,
  'check.figure_missing': u334,
  'check.stock_unknown': u335,
  'check.erp_price_unknown': u336,
  'check.credit_not_comparable': u337,
  'check.credit_total_unknown': u338,
  'check.erp_limit': u339,
  'check.all_well': u340,
  'check.erp_refuses': u341,
  'invoices.title': u342,
  'invoices.none_title': u343,
  'invoices.none_text': u344,
  'invoices.open_total': u345,
  'invoices.overdue_total': u346,
  'invoices.next_due': u347,
  'invoices.more': u348,
  'invoices.credit_note': u349,
  'invoice.kind.invoice': u350,
  'invoice.kind.credit_note': u351,
  'invoice.status.paid': u352,
  'invoice.status.part_paid': u353,
  'invoice.status.open': u354,
  'invoice.status.overdue': u355,
  'invoice.status.cancelled': u356,
  'invoice.overdue_days': u357,
  'invoice.pdf': u358,
  'invoice.pdf_of': u359,
  'credit.limit': u360,
  'credit.exposure': u361,
  'credit.free': u362,
  'credit.after_deal': u363,
  'credit.ordered': u364,
  'credit.order_gross': u365,
  'credit.open_orders': u366,
  'credit.receivable': u367,
  'credit.no_limit': u368,
  'credit.used_of': u369,
  'credit.ageing': u370,
  'credit.ageing.not_due': u371,
  'credit.ageing.range': u372,
  'credit.ageing.more': u373,
  'credit.verdict.ok': u374,
  'credit.verdict.near_limit': u375,
  'credit.verdict.over_limit': u376,
  'credit.verdict.overdue': u377,
  'credit.verdict.blocked': u378,
  'credit.verdict.no_limit': u379,
  'credit.verdict.not_judged': u380,
  'returns.title': u381,
  'returns.none_title': u382,
  'returns.none_text': u383,
  'returns.claim': u384,
  'returns.claim_title': u385,
  'returns.claim_send': u386,
  'returns.choose_order': u387,
  'returns.quantity_of': u388,
  'returns.quantity_hint': u389,
  'returns.reason_hint': u390,
  'returns.need_quantity': u391,
  'returns.need_reason': u392,
  'returns.no_orders': u393,
  'returns.sent_toast': u394,
  'return.status.requested': u395,
  'return.status.approved': u396,
  'return.status.received': u397,
  'return.status.partly_credited': u398,
  'return.status.credited': u399,
  'return.status.replaced': u400,
  'return.status.rejected': u401,
  'company.credit_title': u402,
  'settings.title': u403,
  'settings.connection': u404,
  'settings.no_connection': u405,
  'settings.connect': u406,
  'settings.manage_connection': u407,
  'settings.open_connection': u408,
  'settings.state.ok': u409,
  'settings.state.down': u410,
  'settings.state.unauthorised': u411,
  'settings.state.unknown': u412,
  'settings.erp': u413,
  'settings.address': u414,
  'settings.version': u415,
  'settings.latency': u416,
  'settings.milliseconds': u417,
  'settings.checked': u418,
  'settings.flows': u419,
  'settings.flows_text': u420,
  'settings.unsupported': u421,
  'settings.write_back': u422,
  'settings.properties_ready': u423,
  'settings.properties_missing': u424,
  'settings.test_erp': u425,
  'settings.test_erp_help': u426,
  'settings.saved': u427,
  'settings.check': u428,
  'settings.master': u429,
  'settings.master.erp': u430,
  'settings.master.crm': u431,
  'settings.master.crm+erp': u432,
  'flow.customers': u433,
  'flow.orders': u434,
  'flow.stock': u435,
  'flow.invoices': u436,
  'flow.pricing': u437,
  'flow.returns': u438,
  'flow.credit': u439,
  'panel.customer': u440,
  'panel.stock': u441,
  'panel.pricing': u442,
  'panel.orders': u443,
  'panel.invoices': u444,
  'panel.credit': u445,
  'panel.returns': u446,
  'panel.overview': u447,
  'pages.previous': u448,
  'pages.next': u449,
  'salesforce.org': u450,
  'salesforce.org_id': u451,
  'salesforce.instance': u452,
  'salesforce.sandbox': u453,
  'salesforce.certificate': u454,
  'salesforce.roles': u455,
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
