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
import u86 from '@salesforce/label/c.Backroom_alert_customer_not_linked';
import u87 from '@salesforce/label/c.Backroom_alert_order_waiting';
import u88 from '@salesforce/label/c.Backroom_alert_order_needs_attention';
import u89 from '@salesforce/label/c.Backroom_alert_possible_twin';
import u90 from '@salesforce/label/c.Backroom_alert_quote_changed';
import u91 from '@salesforce/label/c.Backroom_alert_figures_stale';
import u92 from '@salesforce/label/c.Backroom_customer_linked';
import u93 from '@salesforce/label/c.Backroom_customer_candidates_title';
import u94 from '@salesforce/label/c.Backroom_customer_candidates_text';
import u95 from '@salesforce/label/c.Backroom_customer_none_title';
import u96 from '@salesforce/label/c.Backroom_customer_none_text';
import u97 from '@salesforce/label/c.Backroom_customer_create';
import u98 from '@salesforce/label/c.Backroom_customer_create_confirm';
import u99 from '@salesforce/label/c.Backroom_customer_creating';
import u100 from '@salesforce/label/c.Backroom_customer_link';
import u101 from '@salesforce/label/c.Backroom_customer_linking';
import u102 from '@salesforce/label/c.Backroom_customer_match';
import u103 from '@salesforce/label/c.Backroom_customer_why_vat_id';
import u104 from '@salesforce/label/c.Backroom_customer_why_email_domain';
import u105 from '@salesforce/label/c.Backroom_customer_why_email';
import u106 from '@salesforce/label/c.Backroom_customer_why_name';
import u107 from '@salesforce/label/c.Backroom_customer_why_erp_number';
import u108 from '@salesforce/label/c.Backroom_customer_no_company_title';
import u109 from '@salesforce/label/c.Backroom_customer_no_company_text';
import u110 from '@salesforce/label/c.Backroom_customer_unlinked_title';
import u111 from '@salesforce/label/c.Backroom_customer_unlinked_text';
import u112 from '@salesforce/label/c.Backroom_customer_linked_toast';
import u113 from '@salesforce/label/c.Backroom_stock_title';
import u114 from '@salesforce/label/c.Backroom_stock_available';
import u115 from '@salesforce/label/c.Backroom_stock_later';
import u116 from '@salesforce/label/c.Backroom_stock_short';
import u117 from '@salesforce/label/c.Backroom_stock_with_available';
import u118 from '@salesforce/label/c.Backroom_stock_not_stocked';
import u119 from '@salesforce/label/c.Backroom_stock_ordered';
import u120 from '@salesforce/label/c.Backroom_stock_not_serving';
import u121 from '@salesforce/label/c.Backroom_stock_unknown';
import u122 from '@salesforce/label/c.Backroom_stock_now';
import u123 from '@salesforce/label/c.Backroom_stock_never';
import u124 from '@salesforce/label/c.Backroom_stock_no_lines_title';
import u125 from '@salesforce/label/c.Backroom_stock_no_lines_text';
import u126 from '@salesforce/label/c.Backroom_stock_lines_from_deal';
import u127 from '@salesforce/label/c.Backroom_stock_details_of';
import u128 from '@salesforce/label/c.Backroom_stock_incoming_none';
import u129 from '@salesforce/label/c.Backroom_price_equal';
import u130 from '@salesforce/label/c.Backroom_price_below';
import u131 from '@salesforce/label/c.Backroom_price_above';
import u132 from '@salesforce/label/c.Backroom_price_other_currency';
import u133 from '@salesforce/label/c.Backroom_price_quoted_total';
import u134 from '@salesforce/label/c.Backroom_price_erp_total';
import u135 from '@salesforce/label/c.Backroom_price_total_difference';
import u136 from '@salesforce/label/c.Backroom_price_source_customer_price';
import u137 from '@salesforce/label/c.Backroom_price_source_price_list';
import u138 from '@salesforce/label/c.Backroom_price_source_quantity_break';
import u139 from '@salesforce/label/c.Backroom_price_source_list_price';
import u140 from '@salesforce/label/c.Backroom_trouble_unknown_product';
import u141 from '@salesforce/label/c.Backroom_trouble_no_code';
import u142 from '@salesforce/label/c.Backroom_trouble_invalid_quantity';
import u143 from '@salesforce/label/c.Backroom_trouble_archived_product';
import u144 from '@salesforce/label/c.Backroom_trouble_no_price';
import u145 from '@salesforce/label/c.Backroom_trouble_no_erp_price';
import u146 from '@salesforce/label/c.Backroom_order_title';
import u147 from '@salesforce/label/c.Backroom_order_preview_title';
import u148 from '@salesforce/label/c.Backroom_order_quote';
import u149 from '@salesforce/label/c.Backroom_order_preview_loading';
import u150 from '@salesforce/label/c.Backroom_order_convert';
import u151 from '@salesforce/label/c.Backroom_order_converting';
import u152 from '@salesforce/label/c.Backroom_order_accept';
import u153 from '@salesforce/label/c.Backroom_order_accept_needed';
import u154 from '@salesforce/label/c.Backroom_order_different_sale';
import u155 from '@salesforce/label/c.Backroom_order_blocked';
import u156 from '@salesforce/label/c.Backroom_order_requested_date';
import u157 from '@salesforce/label/c.Backroom_order_note';
import u158 from '@salesforce/label/c.Backroom_order_check_again';
import u159 from '@salesforce/label/c.Backroom_order_checks';
import u160 from '@salesforce/label/c.Backroom_order_level_block';
import u161 from '@salesforce/label/c.Backroom_order_level_warn';
import u162 from '@salesforce/label/c.Backroom_order_level_info';
import u163 from '@salesforce/label/c.Backroom_order_credit_after';
import u164 from '@salesforce/label/c.Backroom_order_converted_title';
import u165 from '@salesforce/label/c.Backroom_order_in_erp';
import u166 from '@salesforce/label/c.Backroom_order_follow_title';
import u167 from '@salesforce/label/c.Backroom_order_kept';
import u168 from '@salesforce/label/c.Backroom_differs_title';
import u169 from '@salesforce/label/c.Backroom_differs_whole';
import u170 from '@salesforce/label/c.Backroom_differs_of_line';
import u171 from '@salesforce/label/c.Backroom_differs_reference';
import u172 from '@salesforce/label/c.Backroom_differs_customer';
import u173 from '@salesforce/label/c.Backroom_differs_lines';
import u174 from '@salesforce/label/c.Backroom_differs_product';
import u175 from '@salesforce/label/c.Backroom_differs_quantity';
import u176 from '@salesforce/label/c.Backroom_differs_unit_price';
import u177 from '@salesforce/label/c.Backroom_differs_net';
import u178 from '@salesforce/label/c.Backroom_differs_total';
import u179 from '@salesforce/label/c.Backroom_differs_currency';
import u180 from '@salesforce/label/c.Backroom_order_history';
import u181 from '@salesforce/label/c.Backroom_order_resend';
import u182 from '@salesforce/label/c.Backroom_order_cancel';
import u183 from '@salesforce/label/c.Backroom_order_cancel_confirm';
import u184 from '@salesforce/label/c.Backroom_order_cancelled_toast';
import u185 from '@salesforce/label/c.Backroom_order_converted_toast';
import u186 from '@salesforce/label/c.Backroom_order_quote_changed';
import u187 from '@salesforce/label/c.Backroom_order_once_more';
import u188 from '@salesforce/label/c.Backroom_order_once_more_not';
import u189 from '@salesforce/label/c.Backroom_order_promised';
import u190 from '@salesforce/label/c.Backroom_order_ordered';
import u191 from '@salesforce/label/c.Backroom_order_no_deliveries';
import u192 from '@salesforce/label/c.Backroom_order_written_back';
import u193 from '@salesforce/label/c.Backroom_order_writing_back';
import u194 from '@salesforce/label/c.Backroom_order_next_try';
import u195 from '@salesforce/label/c.Backroom_order_field';
import u196 from '@salesforce/label/c.Backroom_order_erp_says';
import u197 from '@salesforce/label/c.Backroom_order_none_title';
import u198 from '@salesforce/label/c.Backroom_order_none_text';
import u199 from '@salesforce/label/c.Backroom_order_more';
import u200 from '@salesforce/label/c.Backroom_order_status_draft';
import u201 from '@salesforce/label/c.Backroom_order_status_confirmed';
import u202 from '@salesforce/label/c.Backroom_order_status_partly_delivered';
import u203 from '@salesforce/label/c.Backroom_order_status_delivered';
import u204 from '@salesforce/label/c.Backroom_order_status_invoiced';
import u205 from '@salesforce/label/c.Backroom_order_status_cancelled';
import u206 from '@salesforce/label/c.Backroom_delivery_planned';
import u207 from '@salesforce/label/c.Backroom_delivery_shipped';
import u208 from '@salesforce/label/c.Backroom_delivery_delivered';
import u209 from '@salesforce/label/c.Backroom_submission_queued';
import u210 from '@salesforce/label/c.Backroom_submission_sending';
import u211 from '@salesforce/label/c.Backroom_submission_checking';
import u212 from '@salesforce/label/c.Backroom_submission_waiting';
import u213 from '@salesforce/label/c.Backroom_submission_needs_attention';
import u214 from '@salesforce/label/c.Backroom_submission_confirmed';
import u215 from '@salesforce/label/c.Backroom_submission_cancelled';
import u216 from '@salesforce/label/c.Backroom_submission_next_queued';
import u217 from '@salesforce/label/c.Backroom_submission_next_sending';
import u218 from '@salesforce/label/c.Backroom_submission_next_checking';
import u219 from '@salesforce/label/c.Backroom_submission_next_waiting';
import u220 from '@salesforce/label/c.Backroom_submission_next_needs_attention';
import u221 from '@salesforce/label/c.Backroom_submission_next_confirmed';
import u222 from '@salesforce/label/c.Backroom_submission_next_cancelled';
import u223 from '@salesforce/label/c.Backroom_order_open_desk';
import u224 from '@salesforce/label/c.Backroom_order_mend_at_desk';
import u225 from '@salesforce/label/c.Backroom_order_stopped';
import u226 from '@salesforce/label/c.Backroom_field_requestedDate';
import u227 from '@salesforce/label/c.Backroom_field_note';
import u228 from '@salesforce/label/c.Backroom_field_quantity';
import u229 from '@salesforce/label/c.Backroom_field_unitPrice';
import u230 from '@salesforce/label/c.Backroom_field_productId';
import u231 from '@salesforce/label/c.Backroom_field_customerId';
import u232 from '@salesforce/label/c.Backroom_field_customer';
import u233 from '@salesforce/label/c.Backroom_field_currency';
import u234 from '@salesforce/label/c.Backroom_field_code';
import u235 from '@salesforce/label/c.Backroom_field_orderNumber';
import u236 from '@salesforce/label/c.Backroom_field_of_line';
import u237 from '@salesforce/label/c.Backroom_step_accepted';
import u238 from '@salesforce/label/c.Backroom_step_customer';
import u239 from '@salesforce/label/c.Backroom_step_look_up';
import u240 from '@salesforce/label/c.Backroom_step_create';
import u241 from '@salesforce/label/c.Backroom_step_confirm';
import u242 from '@salesforce/label/c.Backroom_step_write_back';
import u243 from '@salesforce/label/c.Backroom_step_mend';
import u244 from '@salesforce/label/c.Backroom_step_resend';
import u245 from '@salesforce/label/c.Backroom_step_adopt';
import u246 from '@salesforce/label/c.Backroom_step_cancel';
import u247 from '@salesforce/label/c.Backroom_check_customer_not_linked';
import u248 from '@salesforce/label/c.Backroom_check_customer_not_known';
import u249 from '@salesforce/label/c.Backroom_check_customer_blocked';
import u250 from '@salesforce/label/c.Backroom_check_no_lines';
import u251 from '@salesforce/label/c.Backroom_check_line_without_code';
import u252 from '@salesforce/label/c.Backroom_check_unknown_product';
import u253 from '@salesforce/label/c.Backroom_check_archived_product';
import u254 from '@salesforce/label/c.Backroom_check_quantity_invalid';
import u255 from '@salesforce/label/c.Backroom_check_price_unknown';
import u256 from '@salesforce/label/c.Backroom_check_mixed_currencies';
import u257 from '@salesforce/label/c.Backroom_check_currency_differs';
import u258 from '@salesforce/label/c.Backroom_check_stock_short';
import u259 from '@salesforce/label/c.Backroom_check_stock_later';
import u260 from '@salesforce/label/c.Backroom_check_price_below';
import u261 from '@salesforce/label/c.Backroom_check_price_above';
import u262 from '@salesforce/label/c.Backroom_check_over_limit';
import u263 from '@salesforce/label/c.Backroom_check_near_limit';
import u264 from '@salesforce/label/c.Backroom_check_overdue';
import u265 from '@salesforce/label/c.Backroom_check_already_converted';
import u266 from '@salesforce/label/c.Backroom_check_order_again';
import u267 from '@salesforce/label/c.Backroom_check_possible_twin';
import u268 from '@salesforce/label/c.Backroom_check_customer_created_first';
import u269 from '@salesforce/label/c.Backroom_check_figures_stale';
import u270 from '@salesforce/label/c.Backroom_check_erp_unavailable';
import u271 from '@salesforce/label/c.Backroom_check_total_differs';
import u272 from '@salesforce/label/c.Backroom_check_line_differs';
import u273 from '@salesforce/label/c.Backroom_check_quote_expired';
import u274 from '@salesforce/label/c.Backroom_check_quote_not_accepted';
import u275 from '@salesforce/label/c.Backroom_check_no_company';
import u276 from '@salesforce/label/c.Backroom_check_company_without_name';
import u277 from '@salesforce/label/c.Backroom_check_record_unreadable';
import u278 from '@salesforce/label/c.Backroom_check_field_hidden';
import u279 from '@salesforce/label/c.Backroom_check_several_quotes';
import u280 from '@salesforce/label/c.Backroom_check_recurring_line';
import u281 from '@salesforce/label/c.Backroom_check_tiered_price';
import u282 from '@salesforce/label/c.Backroom_check_currency_unknown';
import u283 from '@salesforce/label/c.Backroom_check_tax_differs';
import u284 from '@salesforce/label/c.Backroom_check_price_invalid';
import u285 from '@salesforce/label/c.Backroom_check_discount_invalid';
import u286 from '@salesforce/label/c.Backroom_check_line_total_differs';
import u287 from '@salesforce/label/c.Backroom_check_quote_total_differs';
import u288 from '@salesforce/label/c.Backroom_check_adjustment_unknown';
import u289 from '@salesforce/label/c.Backroom_check_address_not_carried';
import u290 from '@salesforce/label/c.Backroom_check_charge_not_carried';
import u291 from '@salesforce/label/c.Backroom_check_quantity_decimals';
import u292 from '@salesforce/label/c.Backroom_check_unknown_product_near';
import u293 from '@salesforce/label/c.Backroom_check_products_not_known';
import u294 from '@salesforce/label/c.Backroom_check_figure_missing';
import u295 from '@salesforce/label/c.Backroom_check_stock_unknown';
import u296 from '@salesforce/label/c.Backroom_check_erp_price_unknown';
import u297 from '@salesforce/label/c.Backroom_check_credit_not_comparable';
import u298 from '@salesforce/label/c.Backroom_check_credit_total_unknown';
import u299 from '@salesforce/label/c.Backroom_check_erp_limit';
import u300 from '@salesforce/label/c.Backroom_check_all_well';
import u301 from '@salesforce/label/c.Backroom_check_erp_refuses';
import u302 from '@salesforce/label/c.Backroom_invoices_title';
import u303 from '@salesforce/label/c.Backroom_invoices_none_title';
import u304 from '@salesforce/label/c.Backroom_invoices_none_text';
import u305 from '@salesforce/label/c.Backroom_invoices_open_total';
import u306 from '@salesforce/label/c.Backroom_invoices_overdue_total';
import u307 from '@salesforce/label/c.Backroom_invoices_next_due';
import u308 from '@salesforce/label/c.Backroom_invoices_more';
import u309 from '@salesforce/label/c.Backroom_invoices_credit_note';
import u310 from '@salesforce/label/c.Backroom_invoice_kind_invoice';
import u311 from '@salesforce/label/c.Backroom_invoice_kind_credit_note';
import u312 from '@salesforce/label/c.Backroom_invoice_status_paid';
import u313 from '@salesforce/label/c.Backroom_invoice_status_part_paid';
import u314 from '@salesforce/label/c.Backroom_invoice_status_open';
import u315 from '@salesforce/label/c.Backroom_invoice_status_overdue';
import u316 from '@salesforce/label/c.Backroom_invoice_status_cancelled';
import u317 from '@salesforce/label/c.Backroom_invoice_overdue_days';
import u318 from '@salesforce/label/c.Backroom_invoice_pdf';
import u319 from '@salesforce/label/c.Backroom_invoice_pdf_of';
import u320 from '@salesforce/label/c.Backroom_credit_limit';
import u321 from '@salesforce/label/c.Backroom_credit_exposure';
import u322 from '@salesforce/label/c.Backroom_credit_free';
import u323 from '@salesforce/label/c.Backroom_credit_after_deal';
import u324 from '@salesforce/label/c.Backroom_credit_ordered';
import u325 from '@salesforce/label/c.Backroom_credit_order_gross';
import u326 from '@salesforce/label/c.Backroom_credit_open_orders';
import u327 from '@salesforce/label/c.Backroom_credit_receivable';
import u328 from '@salesforce/label/c.Backroom_credit_no_limit';
import u329 from '@salesforce/label/c.Backroom_credit_used_of';
import u330 from '@salesforce/label/c.Backroom_credit_ageing';
import u331 from '@salesforce/label/c.Backroom_credit_ageing_not_due';
import u332 from '@salesforce/label/c.Backroom_credit_ageing_range';
import u333 from '@salesforce/label/c.Backroom_credit_ageing_more';
import u334 from '@salesforce/label/c.Backroom_credit_verdict_ok';
import u335 from '@salesforce/label/c.Backroom_credit_verdict_near_limit';
import u336 from '@salesforce/label/c.Backroom_credit_verdict_over_limit';
import u337 from '@salesforce/label/c.Backroom_credit_verdict_overdue';
import u338 from '@salesforce/label/c.Backroom_credit_verdict_blocked';
import u339 from '@salesforce/label/c.Backroom_credit_verdict_no_limit';
import u340 from '@salesforce/label/c.Backroom_credit_verdict_not_judged';
import u341 from '@salesforce/label/c.Backroom_returns_title';
import u342 from '@salesforce/label/c.Backroom_returns_none_title';
import u343 from '@salesforce/label/c.Backroom_returns_none_text';
import u344 from '@salesforce/label/c.Backroom_returns_claim';
import u345 from '@salesforce/label/c.Backroom_returns_claim_title';
import u346 from '@salesforce/label/c.Backroom_returns_claim_send';
import u347 from '@salesforce/label/c.Backroom_returns_choose_order';
import u348 from '@salesforce/label/c.Backroom_returns_quantity_of';
import u349 from '@salesforce/label/c.Backroom_returns_quantity_hint';
import u350 from '@salesforce/label/c.Backroom_returns_reason_hint';
import u351 from '@salesforce/label/c.Backroom_returns_need_quantity';
import u352 from '@salesforce/label/c.Backroom_returns_need_reason';
import u353 from '@salesforce/label/c.Backroom_returns_no_orders';
import u354 from '@salesforce/label/c.Backroom_returns_sent_toast';
import u355 from '@salesforce/label/c.Backroom_return_status_requested';
import u356 from '@salesforce/label/c.Backroom_return_status_approved';
import u357 from '@salesforce/label/c.Backroom_return_status_received';
import u358 from '@salesforce/label/c.Backroom_return_status_partly_credited';
import u359 from '@salesforce/label/c.Backroom_return_status_credited';
import u360 from '@salesforce/label/c.Backroom_return_status_replaced';
import u361 from '@salesforce/label/c.Backroom_return_status_rejected';
import u362 from '@salesforce/label/c.Backroom_company_credit_title';
import u363 from '@salesforce/label/c.Backroom_settings_title';
import u364 from '@salesforce/label/c.Backroom_settings_connection';
import u365 from '@salesforce/label/c.Backroom_settings_no_connection';
import u366 from '@salesforce/label/c.Backroom_settings_connect';
import u367 from '@salesforce/label/c.Backroom_settings_manage_connection';
import u368 from '@salesforce/label/c.Backroom_settings_open_connection';
import u369 from '@salesforce/label/c.Backroom_settings_state_ok';
import u370 from '@salesforce/label/c.Backroom_settings_state_down';
import u371 from '@salesforce/label/c.Backroom_settings_state_unauthorised';
import u372 from '@salesforce/label/c.Backroom_settings_state_unknown';
import u373 from '@salesforce/label/c.Backroom_settings_erp';
import u374 from '@salesforce/label/c.Backroom_settings_address';
import u375 from '@salesforce/label/c.Backroom_settings_version';
import u376 from '@salesforce/label/c.Backroom_settings_latency';
import u377 from '@salesforce/label/c.Backroom_settings_milliseconds';
import u378 from '@salesforce/label/c.Backroom_settings_checked';
import u379 from '@salesforce/label/c.Backroom_settings_flows';
import u380 from '@salesforce/label/c.Backroom_settings_flows_text';
import u381 from '@salesforce/label/c.Backroom_settings_unsupported';
import u382 from '@salesforce/label/c.Backroom_settings_write_back';
import u383 from '@salesforce/label/c.Backroom_settings_properties_ready';
import u384 from '@salesforce/label/c.Backroom_settings_properties_missing';
import u385 from '@salesforce/label/c.Backroom_settings_test_erp';
import u386 from '@salesforce/label/c.Backroom_settings_test_erp_help';
import u387 from '@salesforce/label/c.Backroom_settings_saved';
import u388 from '@salesforce/label/c.Backroom_settings_check';
import u389 from '@salesforce/label/c.Backroom_settings_master';
import u390 from '@salesforce/label/c.Backroom_settings_master_erp';
import u391 from '@salesforce/label/c.Backroom_settings_master_crm';
import u392 from '@salesforce/label/c.Backroom_settings_master_crm_erp';
import u393 from '@salesforce/label/c.Backroom_flow_customers';
import u394 from '@salesforce/label/c.Backroom_flow_orders';
import u395 from '@salesforce/label/c.Backroom_flow_stock';
import u396 from '@salesforce/label/c.Backroom_flow_invoices';
import u397 from '@salesforce/label/c.Backroom_flow_pricing';
import u398 from '@salesforce/label/c.Backroom_flow_returns';
import u399 from '@salesforce/label/c.Backroom_flow_credit';
import u400 from '@salesforce/label/c.Backroom_panel_customer';
import u401 from '@salesforce/label/c.Backroom_panel_stock';
import u402 from '@salesforce/label/c.Backroom_panel_pricing';
import u403 from '@salesforce/label/c.Backroom_panel_orders';
import u404 from '@salesforce/label/c.Backroom_panel_invoices';
import u405 from '@salesforce/label/c.Backroom_panel_credit';
import u406 from '@salesforce/label/c.Backroom_panel_returns';
import u407 from '@salesforce/label/c.Backroom_panel_overview';
import u408 from '@salesforce/label/c.Backroom_pages_previous';
import u409 from '@salesforce/label/c.Backroom_pages_next';
import u410 from '@salesforce/label/c.Backroom_salesforce_org';
import u411 from '@salesforce/label/c.Backroom_salesforce_org_id';
import u412 from '@salesforce/label/c.Backroom_salesforce_instance';
import u413 from '@salesforce/label/c.Backroom_salesforce_sandbox';
import u414 from '@salesforce/label/c.Backroom_salesforce_certificate';
import u415 from '@salesforce/label/c.Backroom_salesforce_roles';
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
  'alert.customer_not_linked': u86,
  'alert.order_waiting': u87,
  'alert.order_needs_attention': u88,
  'alert.possible_twin': u89,
  'alert.quote_changed': u90,
  'alert.figures_stale': u91,
  'customer.linked': u92,
  'customer.candidates_title': u93,
  'customer.candidates_text': u94,
  'customer.none_title': u95,
  'customer.none_text': u96,
  'customer.create': u97,
  'customer.create_confirm': u98,
  'customer.creating': u99,
  'customer.link': u100,
  'customer.linking': u101,
  'customer.match': u102,
  'customer.why.vat_id': u103,
  'customer.why.email_domain': u104,
  'customer.why.email': u105,
  'customer.why.name': u106,
  'customer.why.erp_number': u107,
  'customer.no_company_title': u108,
  'customer.no_company_text': u109,
  'customer.unlinked_title': u110,
  'customer.unlinked_text': u111,
  'customer.linked_toast': u112,
  'stock.title': u113,
  'stock.available': u114,
  'stock.later': u115,
  'stock.short': u116,
  'stock.with_available': u117,
  'stock.not_stocked': u118,
  'stock.ordered': u119,
  'stock.not_serving': u120,
  'stock.unknown': u121,
  'stock.now': u122,
  'stock.never': u123,
  'stock.no_lines_title': u124,
  'stock.no_lines_text': u125,
  'stock.lines_from_deal': u126,
  'stock.details_of': u127,
  'stock.incoming_none': u128,
  'price.equal': u129,
  'price.below': u130,
  'price.above': u131,
  'price.other_currency': u132,
  'price.quoted_total': u133,
  'price.erp_total': u134,
  'price.total_difference': u135,
  'price.source.customer_price': u136,
  'price.source.price_list': u137,
  'price.source.quantity_break': u138,
  'price.source.list_price': u139,
  'trouble.unknown_product': u140,
  'trouble.no_code': u141,
  'trouble.invalid_quantity': u142,
  'trouble.archived_product': u143,
  'trouble.no_price': u144,
  'trouble.no_erp_price': u145,
  'order.title': u146,
  'order.preview_title': u147,
  'order.quote': u148,
  'order.preview_loading': u149,
  'order.convert': u150,
  'order.converting': u151,
  'order.accept': u152,
  'order.accept_needed': u153,
  'order.different_sale': u154,
  'order.blocked': u155,
  'order.requested_date': u156,
  'order.note': u157,
  'order.check_again': u158,
  'order.checks': u159,
  'order.level.block': u160,
  'order.level.warn': u161,
  'order.level.info': u162,
  'order.credit_after': u163,
  'order.converted_title': u164,
  'order.in_erp': u165,
  'order.follow_title': u166,
  'order.kept': u167,
  'differs.title': u168,
  'differs.whole': u169,
  'differs.of_line': u170,
  'differs.reference': u171,
  'differs.customer': u172,
  'differs.lines': u173,
  'differs.product': u174,
  'differs.quantity': u175,
  'differs.unit_price': u176,
  'differs.net': u177,
  'differs.total': u178,
  'differs.currency': u179,
  'order.history': u180,
  'order.resend': u181,
  'order.cancel': u182,
  'order.cancel_confirm': u183,
  'order.cancelled_toast': u184,
  'order.converted_toast': u185,
  'order.quote_changed': u186,
  'order.once_more': u187,
  'order.once_more_not': u188,
  'order.promised': u189,
  'order.ordered': u190,
  'order.no_deliveries': u191,
  'order.written_back': u192,
  'order.writing_back': u193,
  'order.next_try': u194,
  'order.field': u195,
  'order.erp_says': u196,
  'order.none_title': u197,
  'order.none_text': u198,
  'order.more': u199,
  'order.status.draft': u200,
  'order.status.confirmed': u201,
  'order.status.partly_delivered': u202,
  'order.status.delivered': u203,
  'order.status.invoiced': u204,
  'order.status.cancelled': u205,
  'delivery.planned': u206,
  'delivery.shipped': u207,
  'delivery.delivered': u208,
  'submission.queued': u209,
  'submission.sending': u210,
  'submission.checking': u211,
  'submission.waiting': u212,
  'submission.needs_attention': u213,
  'submission.confirmed': u214,
  'submission.cancelled': u215,
  'submission.next.queued': u216,
  'submission.next.sending': u217,
  'submission.next.checking': u218,
  'submission.next.waiting': u219,
  'submission.next.needs_attention': u220,
  'submission.next.confirmed': u221,
  'submission.next.cancelled': u222,
  'order.open_desk': u223,
  'order.mend_at_desk': u224,
  'order.stopped': u225,
  'field.requestedDate': u226,
  'field.note': u227,
  'field.quantity': u228,
  'field.unitPrice': u229,
  'field.productId': u230,
  'field.customerId': u231,
  'field.customer': u232,
  'field.currency': u233,
  'field.code': u234,
  'field.orderNumber': u235,
  'field.of_line': u236,
  'step.accepted': u237,
  'step.customer': u238,
  'step.look_up': u239,
  'step.create': u240,
  'step.confirm': u241,
  'step.write_back': u242,
  'step.mend': u243,
  'step.resend': u244,
  'step.adopt': u245,
  'step.cancel': u246,
  'check.customer_not_linked': u247,
  'check.customer_not_known': u248,
  'check.customer_blocked': u249,
  'check.no_lines': u250,
  'check.line_without_code': u251,
  'check.unknown_product': u252,
  'check.archived_product': u253,
  'check.quantity_invalid': u254,
  'check.price_unknown': u255,
  'check.mixed_currencies': u256,
  'check.currency_differs': u257,
  'check.stock_short': u258,
  'check.stock_later': u259,
  'check.price_below': u260,
  'check.price_above': u261,
  'check.over_limit': u262,
  'check.near_limit': u263,
  'check.overdue': u264,
  'check.already_converted': u265,
  'check.order_again': u266,
  'check.possible_twin': u267,
  'check.customer_created_first': u268,
  'check.figures_stale': u269,
  'check.erp_unavailable': u270,
  'check.total_differs': u271,
  'check.line_differs': u272,
  'check.quote_expired': u273,
  'check.quote_not_accepted': u274,
  'check.no_company': u275,
  'check.company_without_name': u276,
  'check.record_unreadable': u277,
  'check.field_hidden': u278,
  'check.several_quotes': u279,
  'check.recurring_line': u280,
  'check.tiered_price': u281,
  'check.currency_unknown': u282,
  'check.tax_differs': u283,
  'check.price_invalid': u284,
  'check.discount_invalid': u285,
  'check.line_total_differs': u286,
  'check.quote_total_differs': u287,
  'check.adjustment_unknown': u288,
  'check.address_not_carried': u289,
  'check.charge_not_carried': u290,
  'check.quantity_decimals': u291,
  'check.unknown_product_near': u292,
  'check.products_not_known': u293,
  'check.figure_missing': u294,
  'check.stock_unknown': u295,
  'check.erp_price_unknown': u296,
  'check.credit_not_comparable': u297,
  'check.credit_total_unknown': u298,
  'check.erp_limit': u299,
  'check.all_well': u300,
  'check.erp_refuses': u301,
  'invoices.title': u302,
  'invoices.none_title': u303,
  'invoices.none_text': u304,
  'invoices.open_total': u305,
  'invoices.overdue_total': u306,
  'invoices.next_due': u307,
  'invoices.more': u308,
  'invoices.credit_note': u309,
  'invoice.kind.invoice': u310,
  'invoice.kind.credit_note': u311,
  'invoice.status.paid': u312,
  'invoice.status.part_paid': u313,
  'invoice.status.open': u314,
  'invoice.status.overdue': u315,
  'invoice.status.cancelled': u316,
  'invoice.overdue_days': u317,
  'invoice.pdf': u318,
  'invoice.pdf_of': u319,
  'credit.limit': u320,
  'credit.exposure': u321,
  'credit.free': u322,
  'credit.after_deal': u323,
  'credit.ordered': u324,
  'credit.order_gross': u325,
  'credit.open_orders': u326,
  'credit.receivable': u327,
  'credit.no_limit': u328,
  'credit.used_of': u329,
  'credit.ageing': u330,
  'credit.ageing.not_due': u331,
  'credit.ageing.range': u332,
  'credit.ageing.more': u333,
  'credit.verdict.ok': u334,
  'credit.verdict.near_limit': u335,
  'credit.verdict.over_limit': u336,
  'credit.verdict.overdue': u337,
  'credit.verdict.blocked': u338,
  'credit.verdict.no_limit': u339,
  'credit.verdict.not_judged': u340,
  'returns.title': u341,
  'returns.none_title': u342,
  'returns.none_text': u343,
  'returns.claim': u344,
  'returns.claim_title': u345,
  'returns.claim_send': u346,
  'returns.choose_order': u347,
  'returns.quantity_of': u348,
  'returns.quantity_hint': u349,
  'returns.reason_hint': u350,
  'returns.need_quantity': u351,
  'returns.need_reason': u352,
  'returns.no_orders': u353,
  'returns.sent_toast': u354,
  'return.status.requested': u355,
  'return.status.approved': u356,
  'return.status.received': u357,
  'return.status.partly_credited': u358,
  'return.status.credited': u359,
  'return.status.replaced': u360,
  'return.status.rejected': u361,
  'company.credit_title': u362,
  'settings.title': u363,
  'settings.connection': u364,
  'settings.no_connection': u365,
  'settings.connect': u366,
  'settings.manage_connection': u367,
  'settings.open_connection': u368,
  'settings.state.ok': u369,
  'settings.state.down': u370,
  'settings.state.unauthorised': u371,
  'settings.state.unknown': u372,
  'settings.erp': u373,
  'settings.address': u374,
  'settings.version': u375,
  'settings.latency': u376,
  'settings.milliseconds': u377,
  'settings.checked': u378,
  'settings.flows': u379,
  'settings.flows_text': u380,
  'settings.unsupported': u381,
  'settings.write_back': u382,
  'settings.properties_ready': u383,
  'settings.properties_missing': u384,
  'settings.test_erp': u385,
  'settings.test_erp_help': u386,
  'settings.saved': u387,
  'settings.check': u388,
  'settings.master': u389,
  'settings.master.erp': u390,
  'settings.master.crm': u391,
  'settings.master.crm+erp': u392,
  'flow.customers': u393,
  'flow.orders': u394,
  'flow.stock': u395,
  'flow.invoices': u396,
  'flow.pricing': u397,
  'flow.returns': u398,
  'flow.credit': u399,
  'panel.customer': u400,
  'panel.stock': u401,
  'panel.pricing': u402,
  'panel.orders': u403,
  'panel.invoices': u404,
  'panel.credit': u405,
  'panel.returns': u406,
  'panel.overview': u407,
  'pages.previous': u408,
  'pages.next': u409,
  'salesforce.org': u410,
  'salesforce.org_id': u411,
  'salesforce.instance': u412,
  'salesforce.sandbox': u413,
  'salesforce.certificate': u414,
  'salesforce.roles': u415,
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
