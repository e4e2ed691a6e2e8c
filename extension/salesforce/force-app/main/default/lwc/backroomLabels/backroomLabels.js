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
import u45 from '@salesforce/label/c.Backroom_entry_too_long';
import u46 from '@salesforce/label/c.Backroom_entry_date';
import u47 from '@salesforce/label/c.Backroom_entry_date_passed';
import u48 from '@salesforce/label/c.Backroom_entry_email';
import u49 from '@salesforce/label/c.Backroom_entry_unsaved';
import u50 from '@salesforce/label/c.Backroom_entry_choose';
import u51 from '@salesforce/label/c.Backroom_entry_contact_none';
import u52 from '@salesforce/label/c.Backroom_entry_contact_other';
import u53 from '@salesforce/label/c.Backroom_entry_contact_name';
import u54 from '@salesforce/label/c.Backroom_entry_contact_email';
import u55 from '@salesforce/label/c.Backroom_entry_contact_phone';
import u56 from '@salesforce/label/c.Backroom_entry_address_other';
import u57 from '@salesforce/label/c.Backroom_entry_address_name';
import u58 from '@salesforce/label/c.Backroom_entry_address_street';
import u59 from '@salesforce/label/c.Backroom_entry_address_postalCode';
import u60 from '@salesforce/label/c.Backroom_entry_address_city';
import u61 from '@salesforce/label/c.Backroom_entry_address_country';
import u62 from '@salesforce/label/c.Backroom_loading';
import u63 from '@salesforce/label/c.Backroom_refresh';
import u64 from '@salesforce/label/c.Backroom_retry';
import u65 from '@salesforce/label/c.Backroom_close';
import u66 from '@salesforce/label/c.Backroom_cancel';
import u67 from '@salesforce/label/c.Backroom_details';
import u68 from '@salesforce/label/c.Backroom_reference';
import u69 from '@salesforce/label/c.Backroom_label_value';
import u70 from '@salesforce/label/c.Backroom_who_rep';
import u71 from '@salesforce/label/c.Backroom_who_order_desk';
import u72 from '@salesforce/label/c.Backroom_who_admin';
import u73 from '@salesforce/label/c.Backroom_who_operator';
import u74 from '@salesforce/label/c.Backroom_who_nobody';
import u75 from '@salesforce/label/c.Backroom_unknown';
import u76 from '@salesforce/label/c.Backroom_none';
import u77 from '@salesforce/label/c.Backroom_yes';
import u78 from '@salesforce/label/c.Backroom_no';
import u79 from '@salesforce/label/c.Backroom_age_live';
import u80 from '@salesforce/label/c.Backroom_age_cached';
import u81 from '@salesforce/label/c.Backroom_age_stale';
import u82 from '@salesforce/label/c.Backroom_now';
import u83 from '@salesforce/label/c.Backroom_product';
import u84 from '@salesforce/label/c.Backroom_quantity';
import u85 from '@salesforce/label/c.Backroom_stock';
import u86 from '@salesforce/label/c.Backroom_available';
import u87 from '@salesforce/label/c.Backroom_on_hand';
import u88 from '@salesforce/label/c.Backroom_incoming';
import u89 from '@salesforce/label/c.Backroom_warehouse';
import u90 from '@salesforce/label/c.Backroom_promise_date';
import u91 from '@salesforce/label/c.Backroom_quoted_price';
import u92 from '@salesforce/label/c.Backroom_erp_price';
import u93 from '@salesforce/label/c.Backroom_list_price';
import u94 from '@salesforce/label/c.Backroom_discount';
import u95 from '@salesforce/label/c.Backroom_price_source';
import u96 from '@salesforce/label/c.Backroom_price_breaks';
import u97 from '@salesforce/label/c.Backroom_price';
import u98 from '@salesforce/label/c.Backroom_date';
import u99 from '@salesforce/label/c.Backroom_number';
import u100 from '@salesforce/label/c.Backroom_status';
import u101 from '@salesforce/label/c.Backroom_total';
import u102 from '@salesforce/label/c.Backroom_line_total';
import u103 from '@salesforce/label/c.Backroom_open';
import u104 from '@salesforce/label/c.Backroom_due';
import u105 from '@salesforce/label/c.Backroom_issued';
import u106 from '@salesforce/label/c.Backroom_overdue';
import u107 from '@salesforce/label/c.Backroom_amount';
import u108 from '@salesforce/label/c.Backroom_order';
import u109 from '@salesforce/label/c.Backroom_orders';
import u110 from '@salesforce/label/c.Backroom_invoices';
import u111 from '@salesforce/label/c.Backroom_returns';
import u112 from '@salesforce/label/c.Backroom_credit';
import u113 from '@salesforce/label/c.Backroom_customer';
import u114 from '@salesforce/label/c.Backroom_net';
import u115 from '@salesforce/label/c.Backroom_tax';
import u116 from '@salesforce/label/c.Backroom_reason';
import u117 from '@salesforce/label/c.Backroom_delivered';
import u118 from '@salesforce/label/c.Backroom_deliveries';
import u119 from '@salesforce/label/c.Backroom_tracking';
import u120 from '@salesforce/label/c.Backroom_credit_note';
import u121 from '@salesforce/label/c.Backroom_payment_terms';
import u122 from '@salesforce/label/c.Backroom_lines';
import u123 from '@salesforce/label/c.Backroom_overview_title';
import u124 from '@salesforce/label/c.Backroom_overview_complete_by';
import u125 from '@salesforce/label/c.Backroom_overview_complete_never';
import u126 from '@salesforce/label/c.Backroom_overview_credit_after';
import u127 from '@salesforce/label/c.Backroom_overview_credit_free';
import u128 from '@salesforce/label/c.Backroom_overview_open_invoices';
import u129 from '@salesforce/label/c.Backroom_overview_of_which_overdue';
import u130 from '@salesforce/label/c.Backroom_overview_all_overdue';
import u131 from '@salesforce/label/c.Backroom_overview_nothing_open';
import u132 from '@salesforce/label/c.Backroom_overview_missing';
import u133 from '@salesforce/label/c.Backroom_overview_no_limit';
import u134 from '@salesforce/label/c.Backroom_alert_credit_over_limit';
import u135 from '@salesforce/label/c.Backroom_alert_credit_blocked';
import u136 from '@salesforce/label/c.Backroom_alert_credit_overdue';
import u137 from '@salesforce/label/c.Backroom_alert_credit_near_limit';
import u138 from '@salesforce/label/c.Backroom_alert_stock_short';
import u139 from '@salesforce/label/c.Backroom_alert_stock_later';
import u140 from '@salesforce/label/c.Backroom_alert_stock_unknown';
import u141 from '@salesforce/label/c.Backroom_alert_price_below';
import u142 from '@salesforce/label/c.Backroom_alert_unknown_product';
import u143 from '@salesforce/label/c.Backroom_alert_other_customer';
import u144 from '@salesforce/label/c.Backroom_alert_customer_not_linked';
import u145 from '@salesforce/label/c.Backroom_alert_order_waiting';
import u146 from '@salesforce/label/c.Backroom_alert_order_needs_attention';
import u147 from '@salesforce/label/c.Backroom_alert_possible_twin';
import u148 from '@salesforce/label/c.Backroom_alert_quote_changed';
import u149 from '@salesforce/label/c.Backroom_alert_figures_stale';
import u150 from '@salesforce/label/c.Backroom_customer_candidates_title';
import u151 from '@salesforce/label/c.Backroom_customer_merged_text';
import u152 from '@salesforce/label/c.Backroom_customer_candidates_text';
import u153 from '@salesforce/label/c.Backroom_customer_none_title';
import u154 from '@salesforce/label/c.Backroom_customer_none_text';
import u155 from '@salesforce/label/c.Backroom_customer_create';
import u156 from '@salesforce/label/c.Backroom_customer_creating';
import u157 from '@salesforce/label/c.Backroom_customer_link';
import u158 from '@salesforce/label/c.Backroom_customer_match';
import u159 from '@salesforce/label/c.Backroom_customer_why_vat_id';
import u160 from '@salesforce/label/c.Backroom_customer_why_registration_number';
import u161 from '@salesforce/label/c.Backroom_customer_why_email_domain';
import u162 from '@salesforce/label/c.Backroom_customer_why_email';
import u163 from '@salesforce/label/c.Backroom_customer_why_name';
import u164 from '@salesforce/label/c.Backroom_customer_why_erp_number';
import u165 from '@salesforce/label/c.Backroom_customer_no_company_title';
import u166 from '@salesforce/label/c.Backroom_customer_no_company_text';
import u167 from '@salesforce/label/c.Backroom_customer_unlinked_title';
import u168 from '@salesforce/label/c.Backroom_customer_unlinked_text';
import u169 from '@salesforce/label/c.Backroom_stock_title';
import u170 from '@salesforce/label/c.Backroom_stock_later';
import u171 from '@salesforce/label/c.Backroom_stock_short';
import u172 from '@salesforce/label/c.Backroom_stock_available_count';
import u173 from '@salesforce/label/c.Backroom_stock_available_of';
import u174 from '@salesforce/label/c.Backroom_stock_not_stocked';
import u175 from '@salesforce/label/c.Backroom_stock_ordered';
import u176 from '@salesforce/label/c.Backroom_stock_not_serving';
import u177 from '@salesforce/label/c.Backroom_stock_unknown';
import u178 from '@salesforce/label/c.Backroom_stock_now';
import u179 from '@salesforce/label/c.Backroom_stock_never';
import u180 from '@salesforce/label/c.Backroom_stock_no_lines_title';
import u181 from '@salesforce/label/c.Backroom_stock_no_lines_text';
import u182 from '@salesforce/label/c.Backroom_stock_lines_from_deal';
import u183 from '@salesforce/label/c.Backroom_stock_details_of';
import u184 from '@salesforce/label/c.Backroom_stock_incoming_none';
import u185 from '@salesforce/label/c.Backroom_price_equal';
import u186 from '@salesforce/label/c.Backroom_price_below';
import u187 from '@salesforce/label/c.Backroom_price_above';
import u188 from '@salesforce/label/c.Backroom_price_quote_lower';
import u189 from '@salesforce/label/c.Backroom_price_quote_higher';
import u190 from '@salesforce/label/c.Backroom_price_other_currency';
import u191 from '@salesforce/label/c.Backroom_price_quoted_total';
import u192 from '@salesforce/label/c.Backroom_price_erp_total';
import u193 from '@salesforce/label/c.Backroom_price_total_difference';
import u194 from '@salesforce/label/c.Backroom_price_source_customer_price';
import u195 from '@salesforce/label/c.Backroom_price_source_price_list';
import u196 from '@salesforce/label/c.Backroom_price_source_quantity_break';
import u197 from '@salesforce/label/c.Backroom_price_source_list_price';
import u198 from '@salesforce/label/c.Backroom_trouble_unknown_product';
import u199 from '@salesforce/label/c.Backroom_trouble_no_code';
import u200 from '@salesforce/label/c.Backroom_trouble_invalid_quantity';
import u201 from '@salesforce/label/c.Backroom_trouble_archived_product';
import u202 from '@salesforce/label/c.Backroom_trouble_no_price';
import u203 from '@salesforce/label/c.Backroom_trouble_no_erp_price';
import u204 from '@salesforce/label/c.Backroom_order_title';
import u205 from '@salesforce/label/c.Backroom_order_quote';
import u206 from '@salesforce/label/c.Backroom_order_ask_approval';
import u207 from '@salesforce/label/c.Backroom_order_convert';
import u208 from '@salesforce/label/c.Backroom_order_accept';
import u209 from '@salesforce/label/c.Backroom_order_different_sale';
import u210 from '@salesforce/label/c.Backroom_order_requested_date';
import u211 from '@salesforce/label/c.Backroom_order_note';
import u212 from '@salesforce/label/c.Backroom_order_details_save';
import u213 from '@salesforce/label/c.Backroom_order_details_title';
import u214 from '@salesforce/label/c.Backroom_order_po_number';
import u215 from '@salesforce/label/c.Backroom_order_contact';
import u216 from '@salesforce/label/c.Backroom_order_deliver_to';
import u217 from '@salesforce/label/c.Backroom_order_deliver_to_usual';
import u218 from '@salesforce/label/c.Backroom_order_invoice_to';
import u219 from '@salesforce/label/c.Backroom_order_partial';
import u220 from '@salesforce/label/c.Backroom_order_partial_yes';
import u221 from '@salesforce/label/c.Backroom_order_partial_no';
import u222 from '@salesforce/label/c.Backroom_order_partial_default';
import u223 from '@salesforce/label/c.Backroom_order_charges';
import u224 from '@salesforce/label/c.Backroom_order_level_approval';
import u225 from '@salesforce/label/c.Backroom_order_level_approved';
import u226 from '@salesforce/label/c.Backroom_order_level_block';
import u227 from '@salesforce/label/c.Backroom_order_level_warn';
import u228 from '@salesforce/label/c.Backroom_order_level_info';
import u229 from '@salesforce/label/c.Backroom_order_in_erp';
import u230 from '@salesforce/label/c.Backroom_order_kept';
import u231 from '@salesforce/label/c.Backroom_differs_title';
import u232 from '@salesforce/label/c.Backroom_differs_whole';
import u233 from '@salesforce/label/c.Backroom_differs_of_line';
import u234 from '@salesforce/label/c.Backroom_differs_reference';
import u235 from '@salesforce/label/c.Backroom_differs_customer';
import u236 from '@salesforce/label/c.Backroom_differs_lines';
import u237 from '@salesforce/label/c.Backroom_differs_product';
import u238 from '@salesforce/label/c.Backroom_differs_quantity';
import u239 from '@salesforce/label/c.Backroom_differs_unit_price';
import u240 from '@salesforce/label/c.Backroom_differs_net';
import u241 from '@salesforce/label/c.Backroom_differs_total';
import u242 from '@salesforce/label/c.Backroom_differs_currency';
import u243 from '@salesforce/label/c.Backroom_differs_charges';
import u244 from '@salesforce/label/c.Backroom_differs_custom';
import u245 from '@salesforce/label/c.Backroom_differs_po_number';
import u246 from '@salesforce/label/c.Backroom_differs_requested_date';
import u247 from '@salesforce/label/c.Backroom_differs_note';
import u248 from '@salesforce/label/c.Backroom_differs_contact';
import u249 from '@salesforce/label/c.Backroom_differs_delivery_address';
import u250 from '@salesforce/label/c.Backroom_differs_invoice_address';
import u251 from '@salesforce/label/c.Backroom_differs_partial_delivery';
import u252 from '@salesforce/label/c.Backroom_order_history';
import u253 from '@salesforce/label/c.Backroom_order_resend';
import u254 from '@salesforce/label/c.Backroom_order_cancel';
import u255 from '@salesforce/label/c.Backroom_order_cancel_confirm';
import u256 from '@salesforce/label/c.Backroom_order_once_more';
import u257 from '@salesforce/label/c.Backroom_order_once_more_not';
import u258 from '@salesforce/label/c.Backroom_order_promised';
import u259 from '@salesforce/label/c.Backroom_order_ordered';
import u260 from '@salesforce/label/c.Backroom_order_no_deliveries';
import u261 from '@salesforce/label/c.Backroom_order_written_back';
import u262 from '@salesforce/label/c.Backroom_order_writing_back';
import u263 from '@salesforce/label/c.Backroom_order_next_try';
import u264 from '@salesforce/label/c.Backroom_order_field';
import u265 from '@salesforce/label/c.Backroom_order_erp_says';
import u266 from '@salesforce/label/c.Backroom_order_none_title';
import u267 from '@salesforce/label/c.Backroom_order_none_text';
import u268 from '@salesforce/label/c.Backroom_order_more';
import u269 from '@salesforce/label/c.Backroom_order_status_draft';
import u270 from '@salesforce/label/c.Backroom_order_status_confirmed';
import u271 from '@salesforce/label/c.Backroom_order_status_partly_delivered';
import u272 from '@salesforce/label/c.Backroom_order_status_delivered';
import u273 from '@salesforce/label/c.Backroom_order_status_invoiced';
import u274 from '@salesforce/label/c.Backroom_order_status_cancelled';
import u275 from '@salesforce/label/c.Backroom_delivery_planned';
import u276 from '@salesforce/label/c.Backroom_delivery_shipped';
import u277 from '@salesforce/label/c.Backroom_delivery_delivered';
import u278 from '@salesforce/label/c.Backroom_submission_queued';
import u279 from '@salesforce/label/c.Backroom_submission_sending';
import u280 from '@salesforce/label/c.Backroom_submission_checking';
import u281 from '@salesforce/label/c.Backroom_submission_waiting';
import u282 from '@salesforce/label/c.Backroom_submission_needs_attention';
import u283 from '@salesforce/label/c.Backroom_submission_confirmed';
import u284 from '@salesforce/label/c.Backroom_submission_cancelled';
import u285 from '@salesforce/label/c.Backroom_submission_next_queued';
import u286 from '@salesforce/label/c.Backroom_submission_next_sending';
import u287 from '@salesforce/label/c.Backroom_submission_next_checking';
import u288 from '@salesforce/label/c.Backroom_submission_next_waiting';
import u289 from '@salesforce/label/c.Backroom_submission_next_needs_attention';
import u290 from '@salesforce/label/c.Backroom_submission_next_confirmed';
import u291 from '@salesforce/label/c.Backroom_submission_next_cancelled';
import u292 from '@salesforce/label/c.Backroom_submission_next_sending_other';
import u293 from '@salesforce/label/c.Backroom_submission_next_confirmed_other';
import u294 from '@salesforce/label/c.Backroom_submission_next_cancelled_other';
import u295 from '@salesforce/label/c.Backroom_order_open_desk';
import u296 from '@salesforce/label/c.Backroom_order_mend_at_desk';
import u297 from '@salesforce/label/c.Backroom_order_stopped';
import u298 from '@salesforce/label/c.Backroom_field_requestedDate';
import u299 from '@salesforce/label/c.Backroom_field_note';
import u300 from '@salesforce/label/c.Backroom_field_poNumber';
import u301 from '@salesforce/label/c.Backroom_field_deliverTo';
import u302 from '@salesforce/label/c.Backroom_field_invoiceTo';
import u303 from '@salesforce/label/c.Backroom_field_partialDelivery';
import u304 from '@salesforce/label/c.Backroom_field_quantity';
import u305 from '@salesforce/label/c.Backroom_field_unitPrice';
import u306 from '@salesforce/label/c.Backroom_field_productId';
import u307 from '@salesforce/label/c.Backroom_field_customerId';
import u308 from '@salesforce/label/c.Backroom_field_customer';
import u309 from '@salesforce/label/c.Backroom_field_currency';
import u310 from '@salesforce/label/c.Backroom_field_code';
import u311 from '@salesforce/label/c.Backroom_field_orderNumber';
import u312 from '@salesforce/label/c.Backroom_field_of_line';
import u313 from '@salesforce/label/c.Backroom_step_accepted';
import u314 from '@salesforce/label/c.Backroom_step_customer';
import u315 from '@salesforce/label/c.Backroom_step_look_up';
import u316 from '@salesforce/label/c.Backroom_step_create';
import u317 from '@salesforce/label/c.Backroom_step_confirm';
import u318 from '@salesforce/label/c.Backroom_step_write_back';
import u319 from '@salesforce/label/c.Backroom_step_mend';
import u320 from '@salesforce/label/c.Backroom_step_resend';
import u321 from '@salesforce/label/c.Backroom_step_adopt';
import u322 from '@salesforce/label/c.Backroom_step_cancel';
import u323 from '@salesforce/label/c.Backroom_check_customer_not_linked';
import u324 from '@salesforce/label/c.Backroom_check_customer_not_known';
import u325 from '@salesforce/label/c.Backroom_check_customer_blocked';
import u326 from '@salesforce/label/c.Backroom_check_no_lines';
import u327 from '@salesforce/label/c.Backroom_check_line_without_code';
import u328 from '@salesforce/label/c.Backroom_check_unknown_product';
import u329 from '@salesforce/label/c.Backroom_check_archived_product';
import u330 from '@salesforce/label/c.Backroom_check_quantity_invalid';
import u331 from '@salesforce/label/c.Backroom_check_price_unknown';
import u332 from '@salesforce/label/c.Backroom_check_mixed_currencies';
import u333 from '@salesforce/label/c.Backroom_check_currency_differs';
import u334 from '@salesforce/label/c.Backroom_check_stock_short';
import u335 from '@salesforce/label/c.Backroom_check_stock_later';
import u336 from '@salesforce/label/c.Backroom_check_price_below';
import u337 from '@salesforce/label/c.Backroom_check_price_above';
import u338 from '@salesforce/label/c.Backroom_check_over_limit';
import u339 from '@salesforce/label/c.Backroom_check_near_limit';
import u340 from '@salesforce/label/c.Backroom_check_overdue';
import u341 from '@salesforce/label/c.Backroom_check_already_converted';
import u342 from '@salesforce/label/c.Backroom_check_other_customer';
import u343 from '@salesforce/label/c.Backroom_check_order_again';
import u344 from '@salesforce/label/c.Backroom_check_possible_twin';
import u345 from '@salesforce/label/c.Backroom_check_customer_created_first';
import u346 from '@salesforce/label/c.Backroom_check_figures_stale';
import u347 from '@salesforce/label/c.Backroom_check_erp_unavailable';
import u348 from '@salesforce/label/c.Backroom_check_total_differs';
import u349 from '@salesforce/label/c.Backroom_check_line_differs';
import u350 from '@salesforce/label/c.Backroom_check_quote_expired';
import u351 from '@salesforce/label/c.Backroom_check_quote_not_accepted';
import u352 from '@salesforce/label/c.Backroom_check_no_company';
import u353 from '@salesforce/label/c.Backroom_check_company_without_name';
import u354 from '@salesforce/label/c.Backroom_check_record_unreadable';
import u355 from '@salesforce/label/c.Backroom_check_field_hidden';
import u356 from '@salesforce/label/c.Backroom_check_several_quotes';
import u357 from '@salesforce/label/c.Backroom_check_recurring_line';
import u358 from '@salesforce/label/c.Backroom_check_tiered_price';
import u359 from '@salesforce/label/c.Backroom_check_currency_unknown';
import u360 from '@salesforce/label/c.Backroom_check_tax_differs';
import u361 from '@salesforce/label/c.Backroom_check_price_invalid';
import u362 from '@salesforce/label/c.Backroom_check_discount_invalid';
import u363 from '@salesforce/label/c.Backroom_check_line_total_differs';
import u364 from '@salesforce/label/c.Backroom_check_quote_total_differs';
import u365 from '@salesforce/label/c.Backroom_check_adjustment_unknown';
import u366 from '@salesforce/label/c.Backroom_check_address_not_carried';
import u367 from '@salesforce/label/c.Backroom_check_charge_not_carried';
import u368 from '@salesforce/label/c.Backroom_check_mapping_not_known';
import u369 from '@salesforce/label/c.Backroom_check_mapped_field_gone';
import u370 from '@salesforce/label/c.Backroom_check_mapped_value_gone';
import u371 from '@salesforce/label/c.Backroom_check_value_not_mapped';
import u372 from '@salesforce/label/c.Backroom_check_value_unusable';
import u373 from '@salesforce/label/c.Backroom_check_charge_item_gone';
import u374 from '@salesforce/label/c.Backroom_check_unit_differs';
import u375 from '@salesforce/label/c.Backroom_check_detail_not_carried';
import u376 from '@salesforce/label/c.Backroom_check_address_incomplete';
import u377 from '@salesforce/label/c.Backroom_check_address_unknown';
import u378 from '@salesforce/label/c.Backroom_check_date_passed';
import u379 from '@salesforce/label/c.Backroom_check_erp_unfit';
import u380 from '@salesforce/label/c.Backroom_check_quantity_decimals';
import u381 from '@salesforce/label/c.Backroom_check_unknown_product_near';
import u382 from '@salesforce/label/c.Backroom_check_products_not_known';
import u383 from '@salesforce/label/c.Backroom_check_figure_missing';
import u384 from '@salesforce/label/c.Backroom_check_stock_unknown';
import u385 from '@salesforce/label/c.Backroom_check_erp_price_unknown';
import u386 from '@salesforce/label/c.Backroom_check_credit_not_comparable';
import u387 from '@salesforce/label/c.Backroom_check_credit_total_unknown';
import u388 from '@salesforce/label/c.Backroom_check_erp_limit';
import u389 from '@salesforce/label/c.Backroom_check_orders_read_only';
import u390 from '@salesforce/label/c.Backroom_check_discount_limit';
import u391 from '@salesforce/label/c.Backroom_check_amount_limit';
import u392 from '@salesforce/label/c.Backroom_check_credit_limit';
import u393 from '@salesforce/label/c.Backroom_check_all_well';
import u394 from '@salesforce/label/c.Backroom_check_erp_refuses';
import u395 from '@salesforce/label/c.Backroom_invoices_title';
import u396 from '@salesforce/label/c.Backroom_invoices_none_title';
import u397 from '@salesforce/label/c.Backroom_invoices_none_text';
import u398 from '@salesforce/label/c.Backroom_invoices_open_total';
import u399 from '@salesforce/label/c.Backroom_invoices_overdue_total';
import u400 from '@salesforce/label/c.Backroom_invoices_next_due';
import u401 from '@salesforce/label/c.Backroom_invoices_more';
import u402 from '@salesforce/label/c.Backroom_invoices_credit_note';
import u403 from '@salesforce/label/c.Backroom_invoice_kind_credit_note';
import u404 from '@salesforce/label/c.Backroom_invoice_status_paid';
import u405 from '@salesforce/label/c.Backroom_invoice_status_part_paid';
import u406 from '@salesforce/label/c.Backroom_invoice_status_open';
import u407 from '@salesforce/label/c.Backroom_invoice_status_overdue';
import u408 from '@salesforce/label/c.Backroom_invoice_status_cancelled';
import u409 from '@salesforce/label/c.Backroom_invoice_overdue_days';
import u410 from '@salesforce/label/c.Backroom_invoice_pdf';
import u411 from '@salesforce/label/c.Backroom_invoice_pdf_of';
import u412 from '@salesforce/label/c.Backroom_credit_limit';
import u413 from '@salesforce/label/c.Backroom_credit_exposure';
import u414 from '@salesforce/label/c.Backroom_credit_free';
import u415 from '@salesforce/label/c.Backroom_credit_after_deal';
import u416 from '@salesforce/label/c.Backroom_credit_ordered';
import u417 from '@salesforce/label/c.Backroom_credit_order_gross';
import u418 from '@salesforce/label/c.Backroom_credit_no_limit';
import u419 from '@salesforce/label/c.Backroom_credit_ageing';
import u420 from '@salesforce/label/c.Backroom_credit_ageing_not_due';
import u421 from '@salesforce/label/c.Backroom_credit_ageing_range';
import u422 from '@salesforce/label/c.Backroom_credit_ageing_more';
import u423 from '@salesforce/label/c.Backroom_credit_verdict_ok';
import u424 from '@salesforce/label/c.Backroom_credit_verdict_near_limit';
import u425 from '@salesforce/label/c.Backroom_credit_verdict_over_limit';
import u426 from '@salesforce/label/c.Backroom_credit_verdict_overdue';
import u427 from '@salesforce/label/c.Backroom_credit_verdict_blocked';
import u428 from '@salesforce/label/c.Backroom_credit_verdict_no_limit';
import u429 from '@salesforce/label/c.Backroom_credit_verdict_not_judged';
import u430 from '@salesforce/label/c.Backroom_returns_title';
import u431 from '@salesforce/label/c.Backroom_returns_none_title';
import u432 from '@salesforce/label/c.Backroom_returns_none_text';
import u433 from '@salesforce/label/c.Backroom_returns_claim';
import u434 from '@salesforce/label/c.Backroom_returns_claim_title';
import u435 from '@salesforce/label/c.Backroom_returns_claim_send';
import u436 from '@salesforce/label/c.Backroom_returns_choose_order';
import u437 from '@salesforce/label/c.Backroom_returns_quantity_of';
import u438 from '@salesforce/label/c.Backroom_returns_reason_hint';
import u439 from '@salesforce/label/c.Backroom_returns_need_quantity';
import u440 from '@salesforce/label/c.Backroom_returns_need_reason';
import u441 from '@salesforce/label/c.Backroom_returns_no_orders';
import u442 from '@salesforce/label/c.Backroom_returns_sent_toast';
import u443 from '@salesforce/label/c.Backroom_return_status_requested';
import u444 from '@salesforce/label/c.Backroom_return_status_approved';
import u445 from '@salesforce/label/c.Backroom_return_status_received';
import u446 from '@salesforce/label/c.Backroom_return_status_partly_credited';
import u447 from '@salesforce/label/c.Backroom_return_status_credited';
import u448 from '@salesforce/label/c.Backroom_return_status_replaced';
import u449 from '@salesforce/label/c.Backroom_return_status_rejected';
import u450 from '@salesforce/label/c.Backroom_settings_title';
import u451 from '@salesforce/label/c.Backroom_settings_connection';
import u452 from '@salesforce/label/c.Backroom_settings_no_connection';
import u453 from '@salesforce/label/c.Backroom_settings_connect';
import u454 from '@salesforce/label/c.Backroom_settings_manage_connection';
import u455 from '@salesforce/label/c.Backroom_settings_open_connection';
import u456 from '@salesforce/label/c.Backroom_settings_state_ok';
import u457 from '@salesforce/label/c.Backroom_settings_state_down';
import u458 from '@salesforce/label/c.Backroom_settings_state_unauthorised';
import u459 from '@salesforce/label/c.Backroom_settings_state_unknown';
import u460 from '@salesforce/label/c.Backroom_settings_erp';
import u461 from '@salesforce/label/c.Backroom_settings_address';
import u462 from '@salesforce/label/c.Backroom_settings_version';
import u463 from '@salesforce/label/c.Backroom_settings_latency';
import u464 from '@salesforce/label/c.Backroom_settings_milliseconds';
import u465 from '@salesforce/label/c.Backroom_settings_checked';
import u466 from '@salesforce/label/c.Backroom_settings_flows';
import u467 from '@salesforce/label/c.Backroom_settings_flows_text';
import u468 from '@salesforce/label/c.Backroom_settings_unsupported';
import u469 from '@salesforce/label/c.Backroom_settings_write_back';
import u470 from '@salesforce/label/c.Backroom_settings_properties_ready';
import u471 from '@salesforce/label/c.Backroom_settings_properties_missing';
import u472 from '@salesforce/label/c.Backroom_settings_test_erp';
import u473 from '@salesforce/label/c.Backroom_settings_test_erp_help';
import u474 from '@salesforce/label/c.Backroom_settings_check';
import u475 from '@salesforce/label/c.Backroom_settings_master';
import u476 from '@salesforce/label/c.Backroom_settings_master_erp';
import u477 from '@salesforce/label/c.Backroom_settings_master_crm';
import u478 from '@salesforce/label/c.Backroom_settings_master_crm_erp';
import u479 from '@salesforce/label/c.Backroom_flow_customers';
import u480 from '@salesforce/label/c.Backroom_flow_orders';
import u481 from '@salesforce/label/c.Backroom_flow_stock';
import u482 from '@salesforce/label/c.Backroom_flow_invoices';
import u483 from '@salesforce/label/c.Backroom_flow_pricing';
import u484 from '@salesforce/label/c.Backroom_flow_returns';
import u485 from '@salesforce/label/c.Backroom_flow_credit';
import u486 from '@salesforce/label/c.Backroom_panel_customer';
import u487 from '@salesforce/label/c.Backroom_panel_stock';
import u488 from '@salesforce/label/c.Backroom_panel_pricing';
import u489 from '@salesforce/label/c.Backroom_panel_orders';
import u490 from '@salesforce/label/c.Backroom_panel_invoices';
import u491 from '@salesforce/label/c.Backroom_panel_credit';
import u492 from '@salesforce/label/c.Backroom_panel_returns';
import u493 from '@salesforce/label/c.Backroom_panel_overview';
import u494 from '@salesforce/label/c.Backroom_pages_previous';
import u495 from '@salesforce/label/c.Backroom_pages_next';
import u496 from '@salesforce/label/c.Backroom_salesforce_org';
import u497 from '@salesforce/label/c.Backroom_salesforce_org_id';
import u498 from '@salesforce/label/c.Backroom_salesforce_instance';
import u499 from '@salesforce/label/c.Backroom_salesforce_sandbox';
import u500 from '@salesforce/label/c.Backroom_salesforce_certificate';
import u501 from '@salesforce/label/c.Backroom_salesforce_roles';
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
  'entry.too_long': u45,
  'entry.date': u46,
  'entry.date_passed': u47,
  'entry.email': u48,
  'entry.unsaved': u49,
  'entry.choose': u50,
  'entry.contact.none': u51,
  'entry.contact.other': u52,
  'entry.contact.name': u53,
  'entry.contact.email': u54,
  'entry.contact.phone': u55,
  'entry.address.other': u56,
  'entry.address.name': u57,
  'entry.address.street': u58,
  'entry.address.postalCode': u59,
  'entry.address.city': u60,
  'entry.address.country': u61,
  'loading': u62,
  'refresh': u63,
  'retry': u64,
  'close': u65,
  'cancel': u66,
  'details': u67,
  'reference': u68,
  'label_value': u69,
  'who.rep': u70,
  'who.order_desk': u71,
  'who.admin': u72,
  'who.operator': u73,
  'who.nobody': u74,
  'unknown': u75,
  'none': u76,
  'yes': u77,
  'no': u78,
  'age.live': u79,
  'age.cached': u80,
  'age.stale': u81,
  'now': u82,
  'product': u83,
  'quantity': u84,
  'stock': u85,
  'available': u86,
  'on_hand': u87,
  'incoming': u88,
  'warehouse': u89,
  'promise_date': u90,
  'quoted_price': u91,
  'erp_price': u92,
  'list_price': u93,
  'discount': u94,
  'price_source': u95,
  'price_breaks': u96,
  'price': u97,
  'date': u98,
  'number': u99,
  'status': u100,
  'total': u101,
  'line_total': u102,
  'open': u103,
  'due': u104,
  'issued': u105,
  'overdue': u106,
  'amount': u107,
  'order': u108,
  'orders': u109,
  'invoices': u110,
  'returns': u111,
  'credit': u112,
  'customer': u113,
  'net': u114,
  'tax': u115,
  'reason': u116,
  'delivered': u117,
  'deliveries': u118,
  'tracking': u119,
  'credit_note': u120,
  'payment_terms': u121,
  'lines': u122,
  'overview.title': u123,
  'overview.complete_by': u124,
  'overview.complete_never': u125,
  'overview.credit_after': u126,
  'overview.credit_free': u127,
  'overview.open_invoices': u128,
  'overview.of_which_overdue': u129,
  'overview.all_overdue': u130,
  'overview.nothing_open': u131,
  'overview.missing': u132,
  'overview.no_limit': u133,
  'alert.credit_over_limit': u134,
  'alert.credit_blocked': u135,
  'alert.credit_overdue': u136,
  'alert.credit_near_limit': u137,
  'alert.stock_short': u138,
  'alert.stock_later': u139,
  'alert.stock_unknown': u140,
  'alert.price_below': u141,
  'alert.unknown_product': u142,
  'alert.other_customer': u143,
  'alert.customer_not_linked': u144,
  'alert.order_waiting': u145,
  'alert.order_needs_attention': u146,
  'alert.possible_twin': u147,
  'alert.quote_changed': u148,
  'alert.figures_stale': u149,
  'customer.candidates_title': u150,
  'customer.merged_text': u151,
  'customer.candidates_text': u152,
  'customer.none_title': u153,
  'customer.none_text': u154,
  'customer.create': u155,
  'customer.creating': u156,
  'customer.link': u157,
  'customer.match': u158,
  'customer.why.vat_id': u159,
  'customer.why.registration_number': u160,
  'customer.why.email_domain': u161,
  'customer.why.email': u162,
  'customer.why.name': u163,
  'customer.why.erp_number': u164,
  'customer.no_company_title': u165,
  'customer.no_company_text': u166,
  'customer.unlinked_title': u167,
  'customer.unlinked_text': u168,
  'stock.title': u169,
  'stock.later': u170,
  'stock.short': u171,
  'stock.available_count': u172,
  'stock.available_of': u173,
  'stock.not_stocked': u174,
  'stock.ordered': u175,
  'stock.not_serving': u176,
  'stock.unknown': u177,
  'stock.now': u178,
  'stock.never': u179,
  'stock.no_lines_title': u180,
  'stock.no_lines_text': u181,
  'stock.lines_from_deal': u182,
  'stock.details_of': u183,
  'stock.incoming_none': u184,
  'price.equal': u185,
  'price.below': u186,
  'price.above': u187,
  'price.quote_lower': u188,
  'price.quote_higher': u189,
  'price.other_currency': u190,
  'price.quoted_total': u191,
  'price.erp_total': u192,
  'price.total_difference': u193,
  'price.source.customer_price': u194,
  'price.source.price_list': u195,
  'price.source.quantity_break': u196,
  'price.source.list_price': u197,
  'trouble.unknown_product': u198,
  'trouble.no_code': u199,
  'trouble.invalid_quantity': u200,
  'trouble.archived_product': u201,
  'trouble.no_price': u202,
  'trouble.no_erp_price': u203,
  'order.title': u204,
  'order.quote': u205,
  'order.ask_approval': u206,
  'order.convert': u207,
  'order.accept': u208,
  'order.different_sale': u209,
  'order.requested_date': u210,
  'order.note': u211,
  'order.details_save': u212,
  'order.details_title': u213,
  'order.po_number': u214,
  'order.contact': u215,
  'order.deliver_to': u216,
  'order.deliver_to.usual': u217,
  'order.invoice_to': u218,
  'order.partial': u219,
  'order.partial.yes': u220,
  'order.partial.no': u221,
  'order.partial.default': u222,
  'order.charges': u223,
  'order.level.approval': u224,
  'order.level.approved': u225,
  'order.level.block': u226,
  'order.level.warn': u227,
  'order.level.info': u228,
  'order.in_erp': u229,
  'order.kept': u230,
  'differs.title': u231,
  'differs.whole': u232,
  'differs.of_line': u233,
  'differs.reference': u234,
  'differs.customer': u235,
  'differs.lines': u236,
  'differs.product': u237,
  'differs.quantity': u238,
  'differs.unit_price': u239,
  'differs.net': u240,
  'differs.total': u241,
  'differs.currency': u242,
  'differs.charges': u243,
  'differs.custom': u244,
  'differs.po_number': u245,
  'differs.requested_date': u246,
  'differs.note': u247,
  'differs.contact': u248,
  'differs.delivery_address': u249,
  'differs.invoice_address': u250,
  'differs.partial_delivery': u251,
  'order.history': u252,
  'order.resend': u253,
  'order.cancel': u254,
  'order.cancel_confirm': u255,
  'order.once_more': u256,
  'order.once_more_not': u257,
  'order.promised': u258,
  'order.ordered': u259,
  'order.no_deliveries': u260,
  'order.written_back': u261,
  'order.writing_back': u262,
  'order.next_try': u263,
  'order.field': u264,
  'order.erp_says': u265,
  'order.none_title': u266,
  'order.none_text': u267,
  'order.more': u268,
  'order.status.draft': u269,
  'order.status.confirmed': u270,
  'order.status.partly_delivered': u271,
  'order.status.delivered': u272,
  'order.status.invoiced': u273,
  'order.status.cancelled': u274,
  'delivery.planned': u275,
  'delivery.shipped': u276,
  'delivery.delivered': u277,
  'submission.queued': u278,
  'submission.sending': u279,
  'submission.checking': u280,
  'submission.waiting': u281,
  'submission.needs_attention': u282,
  'submission.confirmed': u283,
  'submission.cancelled': u284,
  'submission.next.queued': u285,
  'submission.next.sending': u286,
  'submission.next.checking': u287,
  'submission.next.waiting': u288,
  'submission.next.needs_attention': u289,
  'submission.next.confirmed': u290,
  'submission.next.cancelled': u291,
  'submission.next.sending_other': u292,
  'submission.next.confirmed_other': u293,
  'submission.next.cancelled_other': u294,
  'order.open_desk': u295,
  'order.mend_at_desk': u296,
  'order.stopped': u297,
  'field.requestedDate': u298,
  'field.note': u299,
  'field.poNumber': u300,
  'field.deliverTo': u301,
  'field.invoiceTo': u302,
  'field.partialDelivery': u303,
  'field.quantity': u304,
  'field.unitPrice': u305,
  'field.productId': u306,
  'field.customerId': u307,
  'field.customer': u308,
  'field.currency': u309,
  'field.code': u310,
  'field.orderNumber': u311,
  'field.of_line': u312,
  'step.accepted': u313,
  'step.customer': u314,
  'step.look_up': u315,
  'step.create': u316,
  'step.confirm': u317,
  'step.write_back': u318,
  'step.mend': u319,
  'step.resend': u320,
  'step.adopt': u321,
  'step.cancel': u322,
  'check.customer_not_linked': u323,
  'check.customer_not_known': u324,
  'check.customer_blocked': u325,
  'check.no_lines': u326,
  'check.line_without_code': u327,
  'check.unknown_product': u328,
  'check.archived_product': u329,
  'check.quantity_invalid': u330,
  'check.price_unknown': u331,
  'check.mixed_currencies': u332,
  'check.currency_differs': u333,
  'check.stock_short': u334,
  'check.stock_later': u335,
  'check.price_below': u336,
  'check.price_above': u337,
  'check.over_limit': u338,
  'check.near_limit': u339,
  'check.overdue': u340,
  'check.already_converted': u341,
  'check.other_customer': u342,
  'check.order_again': u343,
  'check.possible_twin': u344,
  'check.customer_created_first': u345,
  'check.figures_stale': u346,
  'check.erp_unavailable': u347,
  'check.total_differs': u348,
  'check.line_differs': u349,
  'check.quote_expired': u350,
  'check.quote_not_accepted': u351,
  'check.no_company': u352,
  'check.company_without_name': u353,
  'check.record_unreadable': u354,
  'check.field_hidden': u355,
  'check.several_quotes': u356,
  'check.recurring_line': u357,
  'check.tiered_price': u358,
  'check.currency_unknown': u359,
  'check.tax_differs': u360,
  'check.price_invalid': u361,
  'check.discount_invalid': u362,
  'check.line_total_differs': u363,
  'check.quote_total_differs': u364,
  'check.adjustment_unknown': u365,
  'check.address_not_carried': u366,
  'check.charge_not_carried': u367,
  'check.mapping_not_known': u368,
  'check.mapped_field_gone': u369,
  'check.mapped_value_gone': u370,
  'check.value_not_mapped': u371,
  'check.value_unusable': u372,
  'check.charge_item_gone': u373,
  'check.unit_differs': u374,
  'check.detail_not_carried': u375,
  'check.address_incomplete': u376,
  'check.address_unknown': u377,
  'check.date_passed': u378,
  'check.erp_unfit': u379,
  'check.quantity_decimals': u380,
  'check.unknown_product_near': u381,
  'check.products_not_known': u382,
  'check.figure_missing': u383,
  'check.stock_unknown': u384,
  'check.erp_price_unknown': u385,
  'check.credit_not_comparable': u386,
  'check.credit_total_unknown': u387,
  'check.erp_limit': u388,
  'check.orders_read_only': u389,
  'check.discount_limit': u390,
  'check.amount_limit': u391,
  'check.credit_limit': u392,
  'check.all_well': u393,
  'check.erp_refuses': u394,
  'invoices.title': u395,
  'invoices.none_title': u396,
  'invoices.none_text': u397,
  'invoices.open_total': u398,
  'invoices.overdue_total': u399,
  'invoices.next_due': u400,
  'invoices.more': u401,
  'invoices.credit_note': u402,
  'invoice.kind.credit_note': u403,
  'invoice.status.paid': u404,
  'invoice.status.part_paid': u405,
  'invoice.status.open': u406,
  'invoice.status.overdue': u407,
  'invoice.status.cancelled': u408,
  'invoice.overdue_days': u409,
  'invoice.pdf': u410,
  'invoice.pdf_of': u411,
  'credit.limit': u412,
  'credit.exposure': u413,
  'credit.free': u414,
  'credit.after_deal': u415,
  'credit.ordered': u416,
  'credit.order_gross': u417,
  'credit.no_limit': u418,
  'credit.ageing': u419,
  'credit.ageing.not_due': u420,
  'credit.ageing.range': u421,
  'credit.ageing.more': u422,
  'credit.verdict.ok': u423,
  'credit.verdict.near_limit': u424,
  'credit.verdict.over_limit': u425,
  'credit.verdict.overdue': u426,
  'credit.verdict.blocked': u427,
  'credit.verdict.no_limit': u428,
  'credit.verdict.not_judged': u429,
  'returns.title': u430,
  'returns.none_title': u431,
  'returns.none_text': u432,
  'returns.claim': u433,
  'returns.claim_title': u434,
  'returns.claim_send': u435,
  'returns.choose_order': u436,
  'returns.quantity_of': u437,
  'returns.reason_hint': u438,
  'returns.need_quantity': u439,
  'returns.need_reason': u440,
  'returns.no_orders': u441,
  'returns.sent_toast': u442,
  'return.status.requested': u443,
  'return.status.approved': u444,
  'return.status.received': u445,
  'return.status.partly_credited': u446,
  'return.status.credited': u447,
  'return.status.replaced': u448,
  'return.status.rejected': u449,
  'settings.title': u450,
  'settings.connection': u451,
  'settings.no_connection': u452,
  'settings.connect': u453,
  'settings.manage_connection': u454,
  'settings.open_connection': u455,
  'settings.state.ok': u456,
  'settings.state.down': u457,
  'settings.state.unauthorised': u458,
  'settings.state.unknown': u459,
  'settings.erp': u460,
  'settings.address': u461,
  'settings.version': u462,
  'settings.latency': u463,
  'settings.milliseconds': u464,
  'settings.checked': u465,
  'settings.flows': u466,
  'settings.flows_text': u467,
  'settings.unsupported': u468,
  'settings.write_back': u469,
  'settings.properties_ready': u470,
  'settings.properties_missing': u471,
  'settings.test_erp': u472,
  'settings.test_erp_help': u473,
  'settings.check': u474,
  'settings.master': u475,
  'settings.master.erp': u476,
  'settings.master.crm': u477,
  'settings.master.crm+erp': u478,
  'flow.customers': u479,
  'flow.orders': u480,
  'flow.stock': u481,
  'flow.invoices': u482,
  'flow.pricing': u483,
  'flow.returns': u484,
  'flow.credit': u485,
  'panel.customer': u486,
  'panel.stock': u487,
  'panel.pricing': u488,
  'panel.orders': u489,
  'panel.invoices': u490,
  'panel.credit': u491,
  'panel.returns': u492,
  'panel.overview': u493,
  'pages.previous': u494,
  'pages.next': u495,
  'salesforce.org': u496,
  'salesforce.org_id': u497,
  'salesforce.instance': u498,
  'salesforce.sandbox': u499,
  'salesforce.certificate': u500,
  'salesforce.roles': u501,
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
