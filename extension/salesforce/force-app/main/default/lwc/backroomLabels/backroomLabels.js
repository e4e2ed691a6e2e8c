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
import u83 from '@salesforce/label/c.Backroom_alert_stock_unknown';
import u84 from '@salesforce/label/c.Backroom_alert_price_below';
import u85 from '@salesforce/label/c.Backroom_alert_unknown_product';
import u86 from '@salesforce/label/c.Backroom_alert_other_customer';
import u87 from '@salesforce/label/c.Backroom_alert_customer_not_linked';
import u88 from '@salesforce/label/c.Backroom_alert_order_waiting';
import u89 from '@salesforce/label/c.Backroom_alert_order_needs_attention';
import u90 from '@salesforce/label/c.Backroom_alert_possible_twin';
import u91 from '@salesforce/label/c.Backroom_alert_quote_changed';
import u92 from '@salesforce/label/c.Backroom_alert_figures_stale';
import u93 from '@salesforce/label/c.Backroom_customer_linked';
import u94 from '@salesforce/label/c.Backroom_customer_candidates_title';
import u95 from '@salesforce/label/c.Backroom_customer_merged_text';
import u96 from '@salesforce/label/c.Backroom_customer_candidates_text';
import u97 from '@salesforce/label/c.Backroom_customer_none_title';
import u98 from '@salesforce/label/c.Backroom_customer_none_text';
import u99 from '@salesforce/label/c.Backroom_customer_create';
import u100 from '@salesforce/label/c.Backroom_customer_create_confirm';
import u101 from '@salesforce/label/c.Backroom_customer_creating';
import u102 from '@salesforce/label/c.Backroom_customer_link';
import u103 from '@salesforce/label/c.Backroom_customer_linking';
import u104 from '@salesforce/label/c.Backroom_customer_match';
import u105 from '@salesforce/label/c.Backroom_customer_why_vat_id';
import u106 from '@salesforce/label/c.Backroom_customer_why_email_domain';
import u107 from '@salesforce/label/c.Backroom_customer_why_email';
import u108 from '@salesforce/label/c.Backroom_customer_why_name';
import u109 from '@salesforce/label/c.Backroom_customer_why_erp_number';
import u110 from '@salesforce/label/c.Backroom_customer_no_company_title';
import u111 from '@salesforce/label/c.Backroom_customer_no_company_text';
import u112 from '@salesforce/label/c.Backroom_customer_unlinked_title';
import u113 from '@salesforce/label/c.Backroom_customer_unlinked_text';
import u114 from '@salesforce/label/c.Backroom_customer_linked_toast';
import u115 from '@salesforce/label/c.Backroom_stock_title';
import u116 from '@salesforce/label/c.Backroom_stock_available';
import u117 from '@salesforce/label/c.Backroom_stock_later';
import u118 from '@salesforce/label/c.Backroom_stock_short';
import u119 from '@salesforce/label/c.Backroom_stock_with_available';
import u120 from '@salesforce/label/c.Backroom_stock_not_stocked';
import u121 from '@salesforce/label/c.Backroom_stock_ordered';
import u122 from '@salesforce/label/c.Backroom_stock_not_serving';
import u123 from '@salesforce/label/c.Backroom_stock_unknown';
import u124 from '@salesforce/label/c.Backroom_stock_now';
import u125 from '@salesforce/label/c.Backroom_stock_never';
import u126 from '@salesforce/label/c.Backroom_stock_no_lines_title';
import u127 from '@salesforce/label/c.Backroom_stock_no_lines_text';
import u128 from '@salesforce/label/c.Backroom_stock_lines_from_deal';
import u129 from '@salesforce/label/c.Backroom_stock_details_of';
import u130 from '@salesforce/label/c.Backroom_stock_incoming_none';
import u131 from '@salesforce/label/c.Backroom_price_equal';
import u132 from '@salesforce/label/c.Backroom_price_below';
import u133 from '@salesforce/label/c.Backroom_price_above';
import u134 from '@salesforce/label/c.Backroom_price_other_currency';
import u135 from '@salesforce/label/c.Backroom_price_quoted_total';
import u136 from '@salesforce/label/c.Backroom_price_erp_total';
import u137 from '@salesforce/label/c.Backroom_price_total_difference';
import u138 from '@salesforce/label/c.Backroom_price_source_customer_price';
import u139 from '@salesforce/label/c.Backroom_price_source_price_list';
import u140 from '@salesforce/label/c.Backroom_price_source_quantity_break';
import u141 from '@salesforce/label/c.Backroom_price_source_list_price';
import u142 from '@salesforce/label/c.Backroom_trouble_unknown_product';
import u143 from '@salesforce/label/c.Backroom_trouble_no_code';
import u144 from '@salesforce/label/c.Backroom_trouble_invalid_quantity';
import u145 from '@salesforce/label/c.Backroom_trouble_archived_product';
import u146 from '@salesforce/label/c.Backroom_trouble_no_price';
import u147 from '@salesforce/label/c.Backroom_trouble_no_erp_price';
import u148 from '@salesforce/label/c.Backroom_order_title';
import u149 from '@salesforce/label/c.Backroom_order_preview_title';
import u150 from '@salesforce/label/c.Backroom_order_quote';
import u151 from '@salesforce/label/c.Backroom_order_preview_loading';
import u152 from '@salesforce/label/c.Backroom_order_convert';
import u153 from '@salesforce/label/c.Backroom_order_converting';
import u154 from '@salesforce/label/c.Backroom_order_accept';
import u155 from '@salesforce/label/c.Backroom_order_accept_needed';
import u156 from '@salesforce/label/c.Backroom_order_different_sale';
import u157 from '@salesforce/label/c.Backroom_order_blocked';
import u158 from '@salesforce/label/c.Backroom_order_requested_date';
import u159 from '@salesforce/label/c.Backroom_order_note';
import u160 from '@salesforce/label/c.Backroom_order_check_again';
import u161 from '@salesforce/label/c.Backroom_order_checks';
import u162 from '@salesforce/label/c.Backroom_order_level_block';
import u163 from '@salesforce/label/c.Backroom_order_level_warn';
import u164 from '@salesforce/label/c.Backroom_order_level_info';
import u165 from '@salesforce/label/c.Backroom_order_credit_after';
import u166 from '@salesforce/label/c.Backroom_order_converted_title';
import u167 from '@salesforce/label/c.Backroom_order_in_erp';
import u168 from '@salesforce/label/c.Backroom_order_follow_title';
import u169 from '@salesforce/label/c.Backroom_order_kept';
import u170 from '@salesforce/label/c.Backroom_differs_title';
import u171 from '@salesforce/label/c.Backroom_differs_whole';
import u172 from '@salesforce/label/c.Backroom_differs_of_line';
import u173 from '@salesforce/label/c.Backroom_differs_reference';
import u174 from '@salesforce/label/c.Backroom_differs_customer';
import u175 from '@salesforce/label/c.Backroom_differs_lines';
import u176 from '@salesforce/label/c.Backroom_differs_product';
import u177 from '@salesforce/label/c.Backroom_differs_quantity';
import u178 from '@salesforce/label/c.Backroom_differs_unit_price';
import u179 from '@salesforce/label/c.Backroom_differs_net';
import u180 from '@salesforce/label/c.Backroom_differs_total';
import u181 from '@salesforce/label/c.Backroom_differs_currency';
import u182 from '@salesforce/label/c.Backroom_order_history';
import u183 from '@salesforce/label/c.Backroom_order_resend';
import u184 from '@salesforce/label/c.Backroom_order_cancel';
import u185 from '@salesforce/label/c.Backroom_order_cancel_confirm';
import u186 from '@salesforce/label/c.Backroom_order_cancelled_toast';
import u187 from '@salesforce/label/c.Backroom_order_converted_toast';
import u188 from '@salesforce/label/c.Backroom_order_quote_changed';
import u189 from '@salesforce/label/c.Backroom_order_once_more';
import u190 from '@salesforce/label/c.Backroom_order_once_more_not';
import u191 from '@salesforce/label/c.Backroom_order_promised';
import u192 from '@salesforce/label/c.Backroom_order_ordered';
import u193 from '@salesforce/label/c.Backroom_order_no_deliveries';
import u194 from '@salesforce/label/c.Backroom_order_written_back';
import u195 from '@salesforce/label/c.Backroom_order_writing_back';
import u196 from '@salesforce/label/c.Backroom_order_next_try';
import u197 from '@salesforce/label/c.Backroom_order_field';
import u198 from '@salesforce/label/c.Backroom_order_erp_says';
import u199 from '@salesforce/label/c.Backroom_order_none_title';
import u200 from '@salesforce/label/c.Backroom_order_none_text';
import u201 from '@salesforce/label/c.Backroom_order_more';
import u202 from '@salesforce/label/c.Backroom_order_status_draft';
import u203 from '@salesforce/label/c.Backroom_order_status_confirmed';
import u204 from '@salesforce/label/c.Backroom_order_status_partly_delivered';
import u205 from '@salesforce/label/c.Backroom_order_status_delivered';
import u206 from '@salesforce/label/c.Backroom_order_status_invoiced';
import u207 from '@salesforce/label/c.Backroom_order_status_cancelled';
import u208 from '@salesforce/label/c.Backroom_delivery_planned';
import u209 from '@salesforce/label/c.Backroom_delivery_shipped';
import u210 from '@salesforce/label/c.Backroom_delivery_delivered';
import u211 from '@salesforce/label/c.Backroom_submission_queued';
import u212 from '@salesforce/label/c.Backroom_submission_sending';
import u213 from '@salesforce/label/c.Backroom_submission_checking';
import u214 from '@salesforce/label/c.Backroom_submission_waiting';
import u215 from '@salesforce/label/c.Backroom_submission_needs_attention';
import u216 from '@salesforce/label/c.Backroom_submission_confirmed';
import u217 from '@salesforce/label/c.Backroom_submission_cancelled';
import u218 from '@salesforce/label/c.Backroom_submission_next_queued';
import u219 from '@salesforce/label/c.Backroom_submission_next_sending';
import u220 from '@salesforce/label/c.Backroom_submission_next_checking';
import u221 from '@salesforce/label/c.Backroom_submission_next_waiting';
import u222 from '@salesforce/label/c.Backroom_submission_next_needs_attention';
import u223 from '@salesforce/label/c.Backroom_submission_next_confirmed';
import u224 from '@salesforce/label/c.Backroom_submission_next_cancelled';
import u225 from '@salesforce/label/c.Backroom_order_open_desk';
import u226 from '@salesforce/label/c.Backroom_order_mend_at_desk';
import u227 from '@salesforce/label/c.Backroom_order_stopped';
import u228 from '@salesforce/label/c.Backroom_field_requestedDate';
import u229 from '@salesforce/label/c.Backroom_field_note';
import u230 from '@salesforce/label/c.Backroom_field_quantity';
import u231 from '@salesforce/label/c.Backroom_field_unitPrice';
import u232 from '@salesforce/label/c.Backroom_field_productId';
import u233 from '@salesforce/label/c.Backroom_field_customerId';
import u234 from '@salesforce/label/c.Backroom_field_customer';
import u235 from '@salesforce/label/c.Backroom_field_currency';
import u236 from '@salesforce/label/c.Backroom_field_code';
import u237 from '@salesforce/label/c.Backroom_field_orderNumber';
import u238 from '@salesforce/label/c.Backroom_field_of_line';
import u239 from '@salesforce/label/c.Backroom_step_accepted';
import u240 from '@salesforce/label/c.Backroom_step_customer';
import u241 from '@salesforce/label/c.Backroom_step_look_up';
import u242 from '@salesforce/label/c.Backroom_step_create';
import u243 from '@salesforce/label/c.Backroom_step_confirm';
import u244 from '@salesforce/label/c.Backroom_step_write_back';
import u245 from '@salesforce/label/c.Backroom_step_mend';
import u246 from '@salesforce/label/c.Backroom_step_resend';
import u247 from '@salesforce/label/c.Backroom_step_adopt';
import u248 from '@salesforce/label/c.Backroom_step_cancel';
import u249 from '@salesforce/label/c.Backroom_check_customer_not_linked';
import u250 from '@salesforce/label/c.Backroom_check_customer_not_known';
import u251 from '@salesforce/label/c.Backroom_check_customer_blocked';
import u252 from '@salesforce/label/c.Backroom_check_no_lines';
import u253 from '@salesforce/label/c.Backroom_check_line_without_code';
import u254 from '@salesforce/label/c.Backroom_check_unknown_product';
import u255 from '@salesforce/label/c.Backroom_check_archived_product';
import u256 from '@salesforce/label/c.Backroom_check_quantity_invalid';
import u257 from '@salesforce/label/c.Backroom_check_price_unknown';
import u258 from '@salesforce/label/c.Backroom_check_mixed_currencies';
import u259 from '@salesforce/label/c.Backroom_check_currency_differs';
import u260 from '@salesforce/label/c.Backroom_check_stock_short';
import u261 from '@salesforce/label/c.Backroom_check_stock_later';
import u262 from '@salesforce/label/c.Backroom_check_price_below';
import u263 from '@salesforce/label/c.Backroom_check_price_above';
import u264 from '@salesforce/label/c.Backroom_check_over_limit';
import u265 from '@salesforce/label/c.Backroom_check_near_limit';
import u266 from '@salesforce/label/c.Backroom_check_overdue';
import u267 from '@salesforce/label/c.Backroom_check_already_converted';
import u268 from '@salesforce/label/c.Backroom_check_other_customer';
import u269 from '@salesforce/label/c.Backroom_check_order_again';
import u270 from '@salesforce/label/c.Backroom_check_possible_twin';
import u271 from '@salesforce/label/c.Backroom_check_customer_created_first';
import u272 from '@salesforce/label/c.Backroom_check_figures_stale';
import u273 from '@salesforce/label/c.Backroom_check_erp_unavailable';
import u274 from '@salesforce/label/c.Backroom_check_total_differs';
import u275 from '@salesforce/label/c.Backroom_check_line_differs';
import u276 from '@salesforce/label/c.Backroom_check_quote_expired';
import u277 from '@salesforce/label/c.Backroom_check_quote_not_accepted';
import u278 from '@salesforce/label/c.Backroom_check_no_company';
import u279 from '@salesforce/label/c.Backroom_check_company_without_name';
import u280 from '@salesforce/label/c.Backroom_check_record_unreadable';
import u281 from '@salesforce/label/c.Backroom_check_field_hidden';
import u282 from '@salesforce/label/c.Backroom_check_several_quotes';
import u283 from '@salesforce/label/c.Backroom_check_recurring_line';
import u284 from '@salesforce/label/c.Backroom_check_tiered_price';
import u285 from '@salesforce/label/c.Backroom_check_currency_unknown';
import u286 from '@salesforce/label/c.Backroom_check_tax_differs';
import u287 from '@salesforce/label/c.Backroom_check_price_invalid';
import u288 from '@salesforce/label/c.Backroom_check_discount_invalid';
import u289 from '@salesforce/label/c.Backroom_check_line_total_differs';
import u290 from '@salesforce/label/c.Backroom_check_quote_total_differs';
import u291 from '@salesforce/label/c.Backroom_check_adjustment_unknown';
import u292 from '@salesforce/label/c.Backroom_check_address_not_carried';
import u293 from '@salesforce/label/c.Backroom_check_charge_not_carried';
import u294 from '@salesforce/label/c.Backroom_check_quantity_decimals';
import u295 from '@salesforce/label/c.Backroom_check_unknown_product_near';
import u296 from '@salesforce/label/c.Backroom_check_products_not_known';
import u297 from '@salesforce/label/c.Backroom_check_figure_missing';
import u298 from '@salesforce/label/c.Backroom_check_stock_unknown';
import u299 from '@salesforce/label/c.Backroom_check_erp_price_unknown';
import u300 from '@salesforce/label/c.Backroom_check_credit_not_comparable';
import u301 from '@salesforce/label/c.Backroom_check_credit_total_unknown';
import u302 from '@salesforce/label/c.Backroom_check_erp_limit';
import u303 from '@salesforce/label/c.Backroom_check_all_well';
import u304 from '@salesforce/label/c.Backroom_check_erp_refuses';
import u305 from '@salesforce/label/c.Backroom_invoices_title';
import u306 from '@salesforce/label/c.Backroom_invoices_none_title';
import u307 from '@salesforce/label/c.Backroom_invoices_none_text';
import u308 from '@salesforce/label/c.Backroom_invoices_open_total';
import u309 from '@salesforce/label/c.Backroom_invoices_overdue_total';
import u310 from '@salesforce/label/c.Backroom_invoices_next_due';
import u311 from '@salesforce/label/c.Backroom_invoices_more';
import u312 from '@salesforce/label/c.Backroom_invoices_credit_note';
import u313 from '@salesforce/label/c.Backroom_invoice_kind_invoice';
import u314 from '@salesforce/label/c.Backroom_invoice_kind_credit_note';
import u315 from '@salesforce/label/c.Backroom_invoice_status_paid';
import u316 from '@salesforce/label/c.Backroom_invoice_status_part_paid';
import u317 from '@salesforce/label/c.Backroom_invoice_status_open';
import u318 from '@salesforce/label/c.Backroom_invoice_status_overdue';
import u319 from '@salesforce/label/c.Backroom_invoice_status_cancelled';
import u320 from '@salesforce/label/c.Backroom_invoice_overdue_days';
import u321 from '@salesforce/label/c.Backroom_invoice_pdf';
import u322 from '@salesforce/label/c.Backroom_invoice_pdf_of';
import u323 from '@salesforce/label/c.Backroom_credit_limit';
import u324 from '@salesforce/label/c.Backroom_credit_exposure';
import u325 from '@salesforce/label/c.Backroom_credit_free';
import u326 from '@salesforce/label/c.Backroom_credit_after_deal';
import u327 from '@salesforce/label/c.Backroom_credit_ordered';
import u328 from '@salesforce/label/c.Backroom_credit_order_gross';
import u329 from '@salesforce/label/c.Backroom_credit_open_orders';
import u330 from '@salesforce/label/c.Backroom_credit_receivable';
import u331 from '@salesforce/label/c.Backroom_credit_no_limit';
import u332 from '@salesforce/label/c.Backroom_credit_used_of';
import u333 from '@salesforce/label/c.Backroom_credit_ageing';
import u334 from '@salesforce/label/c.Backroom_credit_ageing_not_due';
import u335 from '@salesforce/label/c.Backroom_credit_ageing_range';
import u336 from '@salesforce/label/c.Backroom_credit_ageing_more';
import u337 from '@salesforce/label/c.Backroom_credit_verdict_ok';
import u338 from '@salesforce/label/c.Backroom_credit_verdict_near_limit';
import u339 from '@salesforce/label/c.Backroom_credit_verdict_over_limit';
import u340 from '@salesforce/label/c.Backroom_credit_verdict_overdue';
import u341 from '@salesforce/label/c.Backroom_credit_verdict_blocked';
import u342 from '@salesforce/label/c.Backroom_credit_verdict_no_limit';
import u343 from '@salesforce/label/c.Backroom_credit_verdict_not_judged';
import u344 from '@salesforce/label/c.Backroom_returns_title';
import u345 from '@salesforce/label/c.Backroom_returns_none_title';
import u346 from '@salesforce/label/c.Backroom_returns_none_text';
import u347 from '@salesforce/label/c.Backroom_returns_claim';
import u348 from '@salesforce/label/c.Backroom_returns_claim_title';
import u349 from '@salesforce/label/c.Backroom_returns_claim_send';
import u350 from '@salesforce/label/c.Backroom_returns_choose_order';
import u351 from '@salesforce/label/c.Backroom_returns_quantity_of';
import u352 from '@salesforce/label/c.Backroom_returns_quantity_hint';
import u353 from '@salesforce/label/c.Backroom_returns_reason_hint';
import u354 from '@salesforce/label/c.Backroom_returns_need_quantity';
import u355 from '@salesforce/label/c.Backroom_returns_need_reason';
import u356 from '@salesforce/label/c.Backroom_returns_no_orders';
import u357 from '@salesforce/label/c.Backroom_returns_sent_toast';
import u358 from '@salesforce/label/c.Backroom_return_status_requested';
import u359 from '@salesforce/label/c.Backroom_return_status_approved';
import u360 from '@salesforce/label/c.Backroom_return_status_received';
import u361 from '@salesforce/label/c.Backroom_return_status_partly_credited';
import u362 from '@salesforce/label/c.Backroom_return_status_credited';
import u363 from '@salesforce/label/c.Backroom_return_status_replaced';
import u364 from '@salesforce/label/c.Backroom_return_status_rejected';
import u365 from '@salesforce/label/c.Backroom_company_credit_title';
import u366 from '@salesforce/label/c.Backroom_settings_title';
import u367 from '@salesforce/label/c.Backroom_settings_connection';
import u368 from '@salesforce/label/c.Backroom_settings_no_connection';
import u369 from '@salesforce/label/c.Backroom_settings_connect';
import u370 from '@salesforce/label/c.Backroom_settings_manage_connection';
import u371 from '@salesforce/label/c.Backroom_settings_open_connection';
import u372 from '@salesforce/label/c.Backroom_settings_state_ok';
import u373 from '@salesforce/label/c.Backroom_settings_state_down';
import u374 from '@salesforce/label/c.Backroom_settings_state_unauthorised';
import u375 from '@salesforce/label/c.Backroom_settings_state_unknown';
import u376 from '@salesforce/label/c.Backroom_settings_erp';
import u377 from '@salesforce/label/c.Backroom_settings_address';
import u378 from '@salesforce/label/c.Backroom_settings_version';
import u379 from '@salesforce/label/c.Backroom_settings_latency';
import u380 from '@salesforce/label/c.Backroom_settings_milliseconds';
import u381 from '@salesforce/label/c.Backroom_settings_checked';
import u382 from '@salesforce/label/c.Backroom_settings_flows';
import u383 from '@salesforce/label/c.Backroom_settings_flows_text';
import u384 from '@salesforce/label/c.Backroom_settings_unsupported';
import u385 from '@salesforce/label/c.Backroom_settings_write_back';
import u386 from '@salesforce/label/c.Backroom_settings_properties_ready';
import u387 from '@salesforce/label/c.Backroom_settings_properties_missing';
import u388 from '@salesforce/label/c.Backroom_settings_test_erp';
import u389 from '@salesforce/label/c.Backroom_settings_test_erp_help';
import u390 from '@salesforce/label/c.Backroom_settings_saved';
import u391 from '@salesforce/label/c.Backroom_settings_check';
import u392 from '@salesforce/label/c.Backroom_settings_master';
import u393 from '@salesforce/label/c.Backroom_settings_master_erp';
import u394 from '@salesforce/label/c.Backroom_settings_master_crm';
import u395 from '@salesforce/label/c.Backroom_settings_master_crm_erp';
import u396 from '@salesforce/label/c.Backroom_flow_customers';
import u397 from '@salesforce/label/c.Backroom_flow_orders';
import u398 from '@salesforce/label/c.Backroom_flow_stock';
import u399 from '@salesforce/label/c.Backroom_flow_invoices';
import u400 from '@salesforce/label/c.Backroom_flow_pricing';
import u401 from '@salesforce/label/c.Backroom_flow_returns';
import u402 from '@salesforce/label/c.Backroom_flow_credit';
import u403 from '@salesforce/label/c.Backroom_panel_customer';
import u404 from '@salesforce/label/c.Backroom_panel_stock';
import u405 from '@salesforce/label/c.Backroom_panel_pricing';
import u406 from '@salesforce/label/c.Backroom_panel_orders';
import u407 from '@salesforce/label/c.Backroom_panel_invoices';
import u408 from '@salesforce/label/c.Backroom_panel_credit';
import u409 from '@salesforce/label/c.Backroom_panel_returns';
import u410 from '@salesforce/label/c.Backroom_panel_overview';
import u411 from '@salesforce/label/c.Backroom_pages_previous';
import u412 from '@salesforce/label/c.Backroom_pages_next';
import u413 from '@salesforce/label/c.Backroom_salesforce_org';
import u414 from '@salesforce/label/c.Backroom_salesforce_org_id';
import u415 from '@salesforce/label/c.Backroom_salesforce_instance';
import u416 from '@salesforce/label/c.Backroom_salesforce_sandbox';
import u417 from '@salesforce/label/c.Backroom_salesforce_certificate';
import u418 from '@salesforce/label/c.Backroom_salesforce_roles';
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
import p44 from '@salesforce/label/c.Backroom_problem_flow_off';
import d44 from '@salesforce/label/c.Backroom_problem_flow_off_do';
import p45 from '@salesforce/label/c.Backroom_problem_flow_unsupported';
import d45 from '@salesforce/label/c.Backroom_problem_flow_unsupported_do';
import p46 from '@salesforce/label/c.Backroom_problem_erp_unreachable';
import d46 from '@salesforce/label/c.Backroom_problem_erp_unreachable_do';
import p47 from '@salesforce/label/c.Backroom_problem_erp_timeout';
import d47 from '@salesforce/label/c.Backroom_problem_erp_timeout_do';
import p48 from '@salesforce/label/c.Backroom_problem_erp_busy';
import d48 from '@salesforce/label/c.Backroom_problem_erp_busy_do';
import p49 from '@salesforce/label/c.Backroom_problem_erp_refused';
import d49 from '@salesforce/label/c.Backroom_problem_erp_refused_do';
import p50 from '@salesforce/label/c.Backroom_problem_erp_unauthorised';
import d50 from '@salesforce/label/c.Backroom_problem_erp_unauthorised_do';
import p51 from '@salesforce/label/c.Backroom_problem_erp_conflict';
import d51 from '@salesforce/label/c.Backroom_problem_erp_conflict_do';
import p52 from '@salesforce/label/c.Backroom_problem_erp_uncertain';
import d52 from '@salesforce/label/c.Backroom_problem_erp_uncertain_do';
import p53 from '@salesforce/label/c.Backroom_problem_erp_drift';
import d53 from '@salesforce/label/c.Backroom_problem_erp_drift_do';
import p54 from '@salesforce/label/c.Backroom_problem_erp_limit';
import d54 from '@salesforce/label/c.Backroom_problem_erp_limit_do';
import p55 from '@salesforce/label/c.Backroom_problem_erp_unfit';
import d55 from '@salesforce/label/c.Backroom_problem_erp_unfit_do';
import p56 from '@salesforce/label/c.Backroom_problem_erp_not_connected';
import d56 from '@salesforce/label/c.Backroom_problem_erp_not_connected_do';
import p57 from '@salesforce/label/c.Backroom_problem_crm_unreachable';
import d57 from '@salesforce/label/c.Backroom_problem_crm_unreachable_do';
import p58 from '@salesforce/label/c.Backroom_problem_crm_busy';
import d58 from '@salesforce/label/c.Backroom_problem_crm_busy_do';
import p59 from '@salesforce/label/c.Backroom_problem_crm_unauthorised';
import d59 from '@salesforce/label/c.Backroom_problem_crm_unauthorised_do';
import p60 from '@salesforce/label/c.Backroom_problem_crm_refused';
import d60 from '@salesforce/label/c.Backroom_problem_crm_refused_do';
import p61 from '@salesforce/label/c.Backroom_problem_store_unavailable';
import d61 from '@salesforce/label/c.Backroom_problem_store_unavailable_do';
import p62 from '@salesforce/label/c.Backroom_problem_cannot_process';
import d62 from '@salesforce/label/c.Backroom_problem_cannot_process_do';
import p63 from '@salesforce/label/c.Backroom_problem_internal';
import d63 from '@salesforce/label/c.Backroom_problem_internal_do';
import p64 from '@salesforce/label/c.Backroom_problem_backroom_unreachable';
import d64 from '@salesforce/label/c.Backroom_problem_backroom_unreachable_do';

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
  'alert.stock_unknown': u83,
  'alert.price_below': u84,
  'alert.unknown_product': u85,
  'alert.other_customer': u86,
  'alert.customer_not_linked': u87,
  'alert.order_waiting': u88,
  'alert.order_needs_attention': u89,
  'alert.possible_twin': u90,
  'alert.quote_changed': u91,
  'alert.figures_stale': u92,
  'customer.linked': u93,
  'customer.candidates_title': u94,
  'customer.merged_text': u95,
  'customer.candidates_text': u96,
  'customer.none_title': u97,
  'customer.none_text': u98,
  'customer.create': u99,
  'customer.create_confirm': u100,
  'customer.creating': u101,
  'customer.link': u102,
  'customer.linking': u103,
  'customer.match': u104,
  'customer.why.vat_id': u105,
  'customer.why.email_domain': u106,
  'customer.why.email': u107,
  'customer.why.name': u108,
  'customer.why.erp_number': u109,
  'customer.no_company_title': u110,
  'customer.no_company_text': u111,
  'customer.unlinked_title': u112,
  'customer.unlinked_text': u113,
  'customer.linked_toast': u114,
  'stock.title': u115,
  'stock.available': u116,
  'stock.later': u117,
  'stock.short': u118,
  'stock.with_available': u119,
  'stock.not_stocked': u120,
  'stock.ordered': u121,
  'stock.not_serving': u122,
  'stock.unknown': u123,
  'stock.now': u124,
  'stock.never': u125,
  'stock.no_lines_title': u126,
  'stock.no_lines_text': u127,
  'stock.lines_from_deal': u128,
  'stock.details_of': u129,
  'stock.incoming_none': u130,
  'price.equal': u131,
  'price.below': u132,
  'price.above': u133,
  'price.other_currency': u134,
  'price.quoted_total': u135,
  'price.erp_total': u136,
  'price.total_difference': u137,
  'price.source.customer_price': u138,
  'price.source.price_list': u139,
  'price.source.quantity_break': u140,
  'price.source.list_price': u141,
  'trouble.unknown_product': u142,
  'trouble.no_code': u143,
  'trouble.invalid_quantity': u144,
  'trouble.archived_product': u145,
  'trouble.no_price': u146,
  'trouble.no_erp_price': u147,
  'order.title': u148,
  'order.preview_title': u149,
  'order.quote': u150,
  'order.preview_loading': u151,
  'order.convert': u152,
  'order.converting': u153,
  'order.accept': u154,
  'order.accept_needed': u155,
  'order.different_sale': u156,
  'order.blocked': u157,
  'order.requested_date': u158,
  'order.note': u159,
  'order.check_again': u160,
  'order.checks': u161,
  'order.level.block': u162,
  'order.level.warn': u163,
  'order.level.info': u164,
  'order.credit_after': u165,
  'order.converted_title': u166,
  'order.in_erp': u167,
  'order.follow_title': u168,
  'order.kept': u169,
  'differs.title': u170,
  'differs.whole': u171,
  'differs.of_line': u172,
  'differs.reference': u173,
  'differs.customer': u174,
  'differs.lines': u175,
  'differs.product': u176,
  'differs.quantity': u177,
  'differs.unit_price': u178,
  'differs.net': u179,
  'differs.total': u180,
  'differs.currency': u181,
  'order.history': u182,
  'order.resend': u183,
  'order.cancel': u184,
  'order.cancel_confirm': u185,
  'order.cancelled_toast': u186,
  'order.converted_toast': u187,
  'order.quote_changed': u188,
  'order.once_more': u189,
  'order.once_more_not': u190,
  'order.promised': u191,
  'order.ordered': u192,
  'order.no_deliveries': u193,
  'order.written_back': u194,
  'order.writing_back': u195,
  'order.next_try': u196,
  'order.field': u197,
  'order.erp_says': u198,
  'order.none_title': u199,
  'order.none_text': u200,
  'order.more': u201,
  'order.status.draft': u202,
  'order.status.confirmed': u203,
  'order.status.partly_delivered': u204,
  'order.status.delivered': u205,
  'order.status.invoiced': u206,
  'order.status.cancelled': u207,
  'delivery.planned': u208,
  'delivery.shipped': u209,
  'delivery.delivered': u210,
  'submission.queued': u211,
  'submission.sending': u212,
  'submission.checking': u213,
  'submission.waiting': u214,
  'submission.needs_attention': u215,
  'submission.confirmed': u216,
  'submission.cancelled': u217,
  'submission.next.queued': u218,
  'submission.next.sending': u219,
  'submission.next.checking': u220,
  'submission.next.waiting': u221,
  'submission.next.needs_attention': u222,
  'submission.next.confirmed': u223,
  'submission.next.cancelled': u224,
  'order.open_desk': u225,
  'order.mend_at_desk': u226,
  'order.stopped': u227,
  'field.requestedDate': u228,
  'field.note': u229,
  'field.quantity': u230,
  'field.unitPrice': u231,
  'field.productId': u232,
  'field.customerId': u233,
  'field.customer': u234,
  'field.currency': u235,
  'field.code': u236,
  'field.orderNumber': u237,
  'field.of_line': u238,
  'step.accepted': u239,
  'step.customer': u240,
  'step.look_up': u241,
  'step.create': u242,
  'step.confirm': u243,
  'step.write_back': u244,
  'step.mend': u245,
  'step.resend': u246,
  'step.adopt': u247,
  'step.cancel': u248,
  'check.customer_not_linked': u249,
  'check.customer_not_known': u250,
  'check.customer_blocked': u251,
  'check.no_lines': u252,
  'check.line_without_code': u253,
  'check.unknown_product': u254,
  'check.archived_product': u255,
  'check.quantity_invalid': u256,
  'check.price_unknown': u257,
  'check.mixed_currencies': u258,
  'check.currency_differs': u259,
  'check.stock_short': u260,
  'check.stock_later': u261,
  'check.price_below': u262,
  'check.price_above': u263,
  'check.over_limit': u264,
  'check.near_limit': u265,
  'check.overdue': u266,
  'check.already_converted': u267,
  'check.other_customer': u268,
  'check.order_again': u269,
  'check.possible_twin': u270,
  'check.customer_created_first': u271,
  'check.figures_stale': u272,
  'check.erp_unavailable': u273,
  'check.total_differs': u274,
  'check.line_differs': u275,
  'check.quote_expired': u276,
  'check.quote_not_accepted': u277,
  'check.no_company': u278,
  'check.company_without_name': u279,
  'check.record_unreadable': u280,
  'check.field_hidden': u281,
  'check.several_quotes': u282,
  'check.recurring_line': u283,
  'check.tiered_price': u284,
  'check.currency_unknown': u285,
  'check.tax_differs': u286,
  'check.price_invalid': u287,
  'check.discount_invalid': u288,
  'check.line_total_differs': u289,
  'check.quote_total_differs': u290,
  'check.adjustment_unknown': u291,
  'check.address_not_carried': u292,
  'check.charge_not_carried': u293,
  'check.quantity_decimals': u294,
  'check.unknown_product_near': u295,
  'check.products_not_known': u296,
  'check.figure_missing': u297,
  'check.stock_unknown': u298,
  'check.erp_price_unknown': u299,
  'check.credit_not_comparable': u300,
  'check.credit_total_unknown': u301,
  'check.erp_limit': u302,
  'check.all_well': u303,
  'check.erp_refuses': u304,
  'invoices.title': u305,
  'invoices.none_title': u306,
  'invoices.none_text': u307,
  'invoices.open_total': u308,
  'invoices.overdue_total': u309,
  'invoices.next_due': u310,
  'invoices.more': u311,
  'invoices.credit_note': u312,
  'invoice.kind.invoice': u313,
  'invoice.kind.credit_note': u314,
  'invoice.status.paid': u315,
  'invoice.status.part_paid': u316,
  'invoice.status.open': u317,
  'invoice.status.overdue': u318,
  'invoice.status.cancelled': u319,
  'invoice.overdue_days': u320,
  'invoice.pdf': u321,
  'invoice.pdf_of': u322,
  'credit.limit': u323,
  'credit.exposure': u324,
  'credit.free': u325,
  'credit.after_deal': u326,
  'credit.ordered': u327,
  'credit.order_gross': u328,
  'credit.open_orders': u329,
  'credit.receivable': u330,
  'credit.no_limit': u331,
  'credit.used_of': u332,
  'credit.ageing': u333,
  'credit.ageing.not_due': u334,
  'credit.ageing.range': u335,
  'credit.ageing.more': u336,
  'credit.verdict.ok': u337,
  'credit.verdict.near_limit': u338,
  'credit.verdict.over_limit': u339,
  'credit.verdict.overdue': u340,
  'credit.verdict.blocked': u341,
  'credit.verdict.no_limit': u342,
  'credit.verdict.not_judged': u343,
  'returns.title': u344,
  'returns.none_title': u345,
  'returns.none_text': u346,
  'returns.claim': u347,
  'returns.claim_title': u348,
  'returns.claim_send': u349,
  'returns.choose_order': u350,
  'returns.quantity_of': u351,
  'returns.quantity_hint': u352,
  'returns.reason_hint': u353,
  'returns.need_quantity': u354,
  'returns.need_reason': u355,
  'returns.no_orders': u356,
  'returns.sent_toast': u357,
  'return.status.requested': u358,
  'return.status.approved': u359,
  'return.status.received': u360,
  'return.status.partly_credited': u361,
  'return.status.credited': u362,
  'return.status.replaced': u363,
  'return.status.rejected': u364,
  'company.credit_title': u365,
  'settings.title': u366,
  'settings.connection': u367,
  'settings.no_connection': u368,
  'settings.connect': u369,
  'settings.manage_connection': u370,
  'settings.open_connection': u371,
  'settings.state.ok': u372,
  'settings.state.down': u373,
  'settings.state.unauthorised': u374,
  'settings.state.unknown': u375,
  'settings.erp': u376,
  'settings.address': u377,
  'settings.version': u378,
  'settings.latency': u379,
  'settings.milliseconds': u380,
  'settings.checked': u381,
  'settings.flows': u382,
  'settings.flows_text': u383,
  'settings.unsupported': u384,
  'settings.write_back': u385,
  'settings.properties_ready': u386,
  'settings.properties_missing': u387,
  'settings.test_erp': u388,
  'settings.test_erp_help': u389,
  'settings.saved': u390,
  'settings.check': u391,
  'settings.master': u392,
  'settings.master.erp': u393,
  'settings.master.crm': u394,
  'settings.master.crm+erp': u395,
  'flow.customers': u396,
  'flow.orders': u397,
  'flow.stock': u398,
  'flow.invoices': u399,
  'flow.pricing': u400,
  'flow.returns': u401,
  'flow.credit': u402,
  'panel.customer': u403,
  'panel.stock': u404,
  'panel.pricing': u405,
  'panel.orders': u406,
  'panel.invoices': u407,
  'panel.credit': u408,
  'panel.returns': u409,
  'panel.overview': u410,
  'pages.previous': u411,
  'pages.next': u412,
  'salesforce.org': u413,
  'salesforce.org_id': u414,
  'salesforce.instance': u415,
  'salesforce.sandbox': u416,
  'salesforce.certificate': u417,
  'salesforce.roles': u418,
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
  flow_off: [p44, d44],
  flow_unsupported: [p45, d45],
  erp_unreachable: [p46, d46],
  erp_timeout: [p47, d47],
  erp_busy: [p48, d48],
  erp_refused: [p49, d49],
  erp_unauthorised: [p50, d50],
  erp_conflict: [p51, d51],
  erp_uncertain: [p52, d52],
  erp_drift: [p53, d53],
  erp_limit: [p54, d54],
  erp_unfit: [p55, d55],
  erp_not_connected: [p56, d56],
  crm_unreachable: [p57, d57],
  crm_busy: [p58, d58],
  crm_unauthorised: [p59, d59],
  crm_refused: [p60, d60],
  store_unavailable: [p61, d61],
  cannot_process: [p62, d62],
  internal: [p63, d63],
  backroom_unreachable: [p64, d64],
};
