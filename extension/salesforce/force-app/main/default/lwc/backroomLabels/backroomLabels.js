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
import u45 from '@salesforce/label/c.Backroom_price_apply';
import u46 from '@salesforce/label/c.Backroom_price_apply_ask';
import u47 from '@salesforce/label/c.Backroom_price_applied';
import u48 from '@salesforce/label/c.Backroom_price_undo';
import u49 from '@salesforce/label/c.Backroom_price_published';
import u50 from '@salesforce/label/c.Backroom_price_computed';
import u51 from '@salesforce/label/c.Backroom_action_open_mapping';
import u52 from '@salesforce/label/c.Backroom_entry_too_long';
import u53 from '@salesforce/label/c.Backroom_entry_date';
import u54 from '@salesforce/label/c.Backroom_entry_date_passed';
import u55 from '@salesforce/label/c.Backroom_entry_email';
import u56 from '@salesforce/label/c.Backroom_entry_unsaved';
import u57 from '@salesforce/label/c.Backroom_entry_choose';
import u58 from '@salesforce/label/c.Backroom_entry_contact_none';
import u59 from '@salesforce/label/c.Backroom_entry_contact_other';
import u60 from '@salesforce/label/c.Backroom_entry_contact_name';
import u61 from '@salesforce/label/c.Backroom_entry_contact_email';
import u62 from '@salesforce/label/c.Backroom_entry_contact_phone';
import u63 from '@salesforce/label/c.Backroom_entry_address_other';
import u64 from '@salesforce/label/c.Backroom_entry_address_name';
import u65 from '@salesforce/label/c.Backroom_entry_address_street';
import u66 from '@salesforce/label/c.Backroom_entry_address_postalCode';
import u67 from '@salesforce/label/c.Backroom_entry_address_city';
import u68 from '@salesforce/label/c.Backroom_entry_address_country';
import u69 from '@salesforce/label/c.Backroom_act_change_button';
import u70 from '@salesforce/label/c.Backroom_act_cancel_button';
import u71 from '@salesforce/label/c.Backroom_act_change_title';
import u72 from '@salesforce/label/c.Backroom_act_change_about';
import u73 from '@salesforce/label/c.Backroom_act_nothing';
import u74 from '@salesforce/label/c.Backroom_act_same';
import u75 from '@salesforce/label/c.Backroom_act_before';
import u76 from '@salesforce/label/c.Backroom_act_after';
import u77 from '@salesforce/label/c.Backroom_act_detail';
import u78 from '@salesforce/label/c.Backroom_act_net';
import u79 from '@salesforce/label/c.Backroom_act_total';
import u80 from '@salesforce/label/c.Backroom_act_changed_in_erp';
import u81 from '@salesforce/label/c.Backroom_act_changed_in_erp_text';
import u82 from '@salesforce/label/c.Backroom_act_changed_in_erp_cancel';
import u83 from '@salesforce/label/c.Backroom_act_closed_change';
import u84 from '@salesforce/label/c.Backroom_act_closed_cancel';
import u85 from '@salesforce/label/c.Backroom_act_closed_next_change';
import u86 from '@salesforce/label/c.Backroom_act_closed_next_cancel';
import u87 from '@salesforce/label/c.Backroom_act_keep';
import u88 from '@salesforce/label/c.Backroom_act_cancel_title';
import u89 from '@salesforce/label/c.Backroom_act_cancel_text';
import u90 from '@salesforce/label/c.Backroom_act_reason';
import u91 from '@salesforce/label/c.Backroom_act_confirm_change';
import u92 from '@salesforce/label/c.Backroom_act_confirm_cancel';
import u93 from '@salesforce/label/c.Backroom_act_change_heading';
import u94 from '@salesforce/label/c.Backroom_act_cancel_heading';
import u95 from '@salesforce/label/c.Backroom_act_step_accepted';
import u96 from '@salesforce/label/c.Backroom_act_step_sent';
import u97 from '@salesforce/label/c.Backroom_act_step_change';
import u98 from '@salesforce/label/c.Backroom_act_step_cancel';
import u99 from '@salesforce/label/c.Backroom_act_state_queued';
import u100 from '@salesforce/label/c.Backroom_act_state_sending';
import u101 from '@salesforce/label/c.Backroom_act_state_checking';
import u102 from '@salesforce/label/c.Backroom_act_state_waiting';
import u103 from '@salesforce/label/c.Backroom_act_state_needs_attention';
import u104 from '@salesforce/label/c.Backroom_act_state_done';
import u105 from '@salesforce/label/c.Backroom_act_state_refused';
import u106 from '@salesforce/label/c.Backroom_act_state_withdrawn';
import u107 from '@salesforce/label/c.Backroom_act_state_closed';
import u108 from '@salesforce/label/c.Backroom_act_next_queued';
import u109 from '@salesforce/label/c.Backroom_act_next_sending';
import u110 from '@salesforce/label/c.Backroom_act_next_checking';
import u111 from '@salesforce/label/c.Backroom_act_next_waiting';
import u112 from '@salesforce/label/c.Backroom_act_next_needs_attention';
import u113 from '@salesforce/label/c.Backroom_act_next_refused';
import u114 from '@salesforce/label/c.Backroom_act_next_withdrawn';
import u115 from '@salesforce/label/c.Backroom_act_next_closed';
import u116 from '@salesforce/label/c.Backroom_act_next_change';
import u117 from '@salesforce/label/c.Backroom_act_next_cancel';
import u118 from '@salesforce/label/c.Backroom_act_resend';
import u119 from '@salesforce/label/c.Backroom_act_withdraw';
import u120 from '@salesforce/label/c.Backroom_act_close';
import u121 from '@salesforce/label/c.Backroom_act_revision';
import u122 from '@salesforce/label/c.Backroom_act_cancelled';
import u123 from '@salesforce/label/c.Backroom_act_kind_change';
import u124 from '@salesforce/label/c.Backroom_act_kind_cancel';
import u125 from '@salesforce/label/c.Backroom_act_event_accepted';
import u126 from '@salesforce/label/c.Backroom_act_event_look_up';
import u127 from '@salesforce/label/c.Backroom_act_event_send';
import u128 from '@salesforce/label/c.Backroom_act_event_resend';
import u129 from '@salesforce/label/c.Backroom_act_event_withdraw';
import u130 from '@salesforce/label/c.Backroom_act_event_close';
import u131 from '@salesforce/label/c.Backroom_act_desk_title';
import u132 from '@salesforce/label/c.Backroom_act_desk_none';
import u133 from '@salesforce/label/c.Backroom_check_order_cancelled';
import u134 from '@salesforce/label/c.Backroom_check_change_other_customer';
import u135 from '@salesforce/label/c.Backroom_check_change_other_currency';
import u136 from '@salesforce/label/c.Backroom_loading';
import u137 from '@salesforce/label/c.Backroom_refresh';
import u138 from '@salesforce/label/c.Backroom_retry';
import u139 from '@salesforce/label/c.Backroom_close';
import u140 from '@salesforce/label/c.Backroom_cancel';
import u141 from '@salesforce/label/c.Backroom_details';
import u142 from '@salesforce/label/c.Backroom_reference';
import u143 from '@salesforce/label/c.Backroom_label_value';
import u144 from '@salesforce/label/c.Backroom_who_rep';
import u145 from '@salesforce/label/c.Backroom_who_order_desk';
import u146 from '@salesforce/label/c.Backroom_who_admin';
import u147 from '@salesforce/label/c.Backroom_who_operator';
import u148 from '@salesforce/label/c.Backroom_who_nobody';
import u149 from '@salesforce/label/c.Backroom_unknown';
import u150 from '@salesforce/label/c.Backroom_none';
import u151 from '@salesforce/label/c.Backroom_yes';
import u152 from '@salesforce/label/c.Backroom_no';
import u153 from '@salesforce/label/c.Backroom_age_live';
import u154 from '@salesforce/label/c.Backroom_age_cached';
import u155 from '@salesforce/label/c.Backroom_age_stale';
import u156 from '@salesforce/label/c.Backroom_now';
import u157 from '@salesforce/label/c.Backroom_product';
import u158 from '@salesforce/label/c.Backroom_quantity';
import u159 from '@salesforce/label/c.Backroom_stock';
import u160 from '@salesforce/label/c.Backroom_available';
import u161 from '@salesforce/label/c.Backroom_on_hand';
import u162 from '@salesforce/label/c.Backroom_incoming';
import u163 from '@salesforce/label/c.Backroom_warehouse';
import u164 from '@salesforce/label/c.Backroom_promise_date';
import u165 from '@salesforce/label/c.Backroom_quoted_price';
import u166 from '@salesforce/label/c.Backroom_erp_price';
import u167 from '@salesforce/label/c.Backroom_list_price';
import u168 from '@salesforce/label/c.Backroom_discount';
import u169 from '@salesforce/label/c.Backroom_price_source';
import u170 from '@salesforce/label/c.Backroom_price_breaks';
import u171 from '@salesforce/label/c.Backroom_price';
import u172 from '@salesforce/label/c.Backroom_date';
import u173 from '@salesforce/label/c.Backroom_number';
import u174 from '@salesforce/label/c.Backroom_status';
import u175 from '@salesforce/label/c.Backroom_total';
import u176 from '@salesforce/label/c.Backroom_line_total';
import u177 from '@salesforce/label/c.Backroom_open';
import u178 from '@salesforce/label/c.Backroom_due';
import u179 from '@salesforce/label/c.Backroom_issued';
import u180 from '@salesforce/label/c.Backroom_overdue';
import u181 from '@salesforce/label/c.Backroom_amount';
import u182 from '@salesforce/label/c.Backroom_order';
import u183 from '@salesforce/label/c.Backroom_orders';
import u184 from '@salesforce/label/c.Backroom_invoices';
import u185 from '@salesforce/label/c.Backroom_returns';
import u186 from '@salesforce/label/c.Backroom_credit';
import u187 from '@salesforce/label/c.Backroom_customer';
import u188 from '@salesforce/label/c.Backroom_net';
import u189 from '@salesforce/label/c.Backroom_tax';
import u190 from '@salesforce/label/c.Backroom_reason';
import u191 from '@salesforce/label/c.Backroom_delivered';
import u192 from '@salesforce/label/c.Backroom_deliveries';
import u193 from '@salesforce/label/c.Backroom_tracking';
import u194 from '@salesforce/label/c.Backroom_credit_note';
import u195 from '@salesforce/label/c.Backroom_payment_terms';
import u196 from '@salesforce/label/c.Backroom_lines';
import u197 from '@salesforce/label/c.Backroom_overview_title';
import u198 from '@salesforce/label/c.Backroom_overview_complete_by';
import u199 from '@salesforce/label/c.Backroom_overview_complete_never';
import u200 from '@salesforce/label/c.Backroom_overview_credit_after';
import u201 from '@salesforce/label/c.Backroom_overview_credit_free';
import u202 from '@salesforce/label/c.Backroom_overview_open_invoices';
import u203 from '@salesforce/label/c.Backroom_overview_of_which_overdue';
import u204 from '@salesforce/label/c.Backroom_overview_all_overdue';
import u205 from '@salesforce/label/c.Backroom_overview_nothing_open';
import u206 from '@salesforce/label/c.Backroom_overview_missing';
import u207 from '@salesforce/label/c.Backroom_overview_no_limit';
import u208 from '@salesforce/label/c.Backroom_alert_credit_over_limit';
import u209 from '@salesforce/label/c.Backroom_alert_credit_blocked';
import u210 from '@salesforce/label/c.Backroom_alert_credit_overdue';
import u211 from '@salesforce/label/c.Backroom_alert_credit_near_limit';
import u212 from '@salesforce/label/c.Backroom_alert_stock_short';
import u213 from '@salesforce/label/c.Backroom_alert_stock_later';
import u214 from '@salesforce/label/c.Backroom_alert_stock_unknown';
import u215 from '@salesforce/label/c.Backroom_alert_price_below';
import u216 from '@salesforce/label/c.Backroom_alert_unknown_product';
import u217 from '@salesforce/label/c.Backroom_alert_other_customer';
import u218 from '@salesforce/label/c.Backroom_alert_customer_not_linked';
import u219 from '@salesforce/label/c.Backroom_alert_order_waiting';
import u220 from '@salesforce/label/c.Backroom_alert_order_needs_attention';
import u221 from '@salesforce/label/c.Backroom_alert_possible_twin';
import u222 from '@salesforce/label/c.Backroom_alert_quote_changed';
import u223 from '@salesforce/label/c.Backroom_alert_automation_waiting';
import u224 from '@salesforce/label/c.Backroom_alert_figures_stale';
import u225 from '@salesforce/label/c.Backroom_customer_candidates_title';
import u226 from '@salesforce/label/c.Backroom_customer_merged_text';
import u227 from '@salesforce/label/c.Backroom_customer_candidates_text';
import u228 from '@salesforce/label/c.Backroom_customer_none_title';
import u229 from '@salesforce/label/c.Backroom_customer_none_text';
import u230 from '@salesforce/label/c.Backroom_customer_create';
import u231 from '@salesforce/label/c.Backroom_customer_creating';
import u232 from '@salesforce/label/c.Backroom_customer_link';
import u233 from '@salesforce/label/c.Backroom_customer_linked_to';
import u234 from '@salesforce/label/c.Backroom_customer_unlink';
import u235 from '@salesforce/label/c.Backroom_customer_unlink_ask';
import u236 from '@salesforce/label/c.Backroom_customer_undo';
import u237 from '@salesforce/label/c.Backroom_customer_search';
import u238 from '@salesforce/label/c.Backroom_customer_search_label';
import u239 from '@salesforce/label/c.Backroom_customer_search_none';
import u240 from '@salesforce/label/c.Backroom_customer_match';
import u241 from '@salesforce/label/c.Backroom_customer_why_vat_id';
import u242 from '@salesforce/label/c.Backroom_customer_why_registration_number';
import u243 from '@salesforce/label/c.Backroom_customer_why_email_domain';
import u244 from '@salesforce/label/c.Backroom_customer_why_email';
import u245 from '@salesforce/label/c.Backroom_customer_why_name';
import u246 from '@salesforce/label/c.Backroom_customer_why_erp_number';
import u247 from '@salesforce/label/c.Backroom_customer_no_company_title';
import u248 from '@salesforce/label/c.Backroom_customer_no_company_text';
import u249 from '@salesforce/label/c.Backroom_customer_unlinked_title';
import u250 from '@salesforce/label/c.Backroom_customer_unlinked_text';
import u251 from '@salesforce/label/c.Backroom_stock_title';
import u252 from '@salesforce/label/c.Backroom_stock_later';
import u253 from '@salesforce/label/c.Backroom_stock_short';
import u254 from '@salesforce/label/c.Backroom_stock_available_count';
import u255 from '@salesforce/label/c.Backroom_stock_available_of';
import u256 from '@salesforce/label/c.Backroom_stock_not_stocked';
import u257 from '@salesforce/label/c.Backroom_stock_ordered';
import u258 from '@salesforce/label/c.Backroom_stock_not_serving';
import u259 from '@salesforce/label/c.Backroom_stock_unknown';
import u260 from '@salesforce/label/c.Backroom_stock_now';
import u261 from '@salesforce/label/c.Backroom_stock_never';
import u262 from '@salesforce/label/c.Backroom_stock_no_lines_title';
import u263 from '@salesforce/label/c.Backroom_stock_no_lines_text';
import u264 from '@salesforce/label/c.Backroom_stock_lines_from_deal';
import u265 from '@salesforce/label/c.Backroom_stock_details_of';
import u266 from '@salesforce/label/c.Backroom_stock_incoming_none';
import u267 from '@salesforce/label/c.Backroom_price_equal';
import u268 from '@salesforce/label/c.Backroom_price_below';
import u269 from '@salesforce/label/c.Backroom_price_above';
import u270 from '@salesforce/label/c.Backroom_price_quote_lower';
import u271 from '@salesforce/label/c.Backroom_price_quote_higher';
import u272 from '@salesforce/label/c.Backroom_price_other_currency';
import u273 from '@salesforce/label/c.Backroom_price_quoted_total';
import u274 from '@salesforce/label/c.Backroom_price_erp_total';
import u275 from '@salesforce/label/c.Backroom_price_total_difference';
import u276 from '@salesforce/label/c.Backroom_price_source_customer_price';
import u277 from '@salesforce/label/c.Backroom_price_source_price_list';
import u278 from '@salesforce/label/c.Backroom_price_source_quantity_break';
import u279 from '@salesforce/label/c.Backroom_price_source_list_price';
import u280 from '@salesforce/label/c.Backroom_trouble_unknown_product';
import u281 from '@salesforce/label/c.Backroom_trouble_no_code';
import u282 from '@salesforce/label/c.Backroom_trouble_invalid_quantity';
import u283 from '@salesforce/label/c.Backroom_trouble_archived_product';
import u284 from '@salesforce/label/c.Backroom_trouble_no_price';
import u285 from '@salesforce/label/c.Backroom_trouble_no_erp_price';
import u286 from '@salesforce/label/c.Backroom_order_title';
import u287 from '@salesforce/label/c.Backroom_order_quote';
import u288 from '@salesforce/label/c.Backroom_order_ask_approval';
import u289 from '@salesforce/label/c.Backroom_order_convert';
import u290 from '@salesforce/label/c.Backroom_order_accept';
import u291 from '@salesforce/label/c.Backroom_order_different_sale';
import u292 from '@salesforce/label/c.Backroom_order_requested_date';
import u293 from '@salesforce/label/c.Backroom_order_note';
import u294 from '@salesforce/label/c.Backroom_order_details_save';
import u295 from '@salesforce/label/c.Backroom_order_details_title';
import u296 from '@salesforce/label/c.Backroom_order_po_number';
import u297 from '@salesforce/label/c.Backroom_order_contact';
import u298 from '@salesforce/label/c.Backroom_order_deliver_to';
import u299 from '@salesforce/label/c.Backroom_order_deliver_to_usual';
import u300 from '@salesforce/label/c.Backroom_order_invoice_to';
import u301 from '@salesforce/label/c.Backroom_order_partial';
import u302 from '@salesforce/label/c.Backroom_order_partial_yes';
import u303 from '@salesforce/label/c.Backroom_order_partial_no';
import u304 from '@salesforce/label/c.Backroom_order_partial_default';
import u305 from '@salesforce/label/c.Backroom_order_charges';
import u306 from '@salesforce/label/c.Backroom_order_level_approval';
import u307 from '@salesforce/label/c.Backroom_order_level_approved';
import u308 from '@salesforce/label/c.Backroom_order_level_block';
import u309 from '@salesforce/label/c.Backroom_order_level_warn';
import u310 from '@salesforce/label/c.Backroom_order_level_info';
import u311 from '@salesforce/label/c.Backroom_order_in_erp';
import u312 from '@salesforce/label/c.Backroom_order_kept';
import u313 from '@salesforce/label/c.Backroom_differs_title';
import u314 from '@salesforce/label/c.Backroom_differs_whole';
import u315 from '@salesforce/label/c.Backroom_differs_of_line';
import u316 from '@salesforce/label/c.Backroom_differs_reference';
import u317 from '@salesforce/label/c.Backroom_differs_customer';
import u318 from '@salesforce/label/c.Backroom_differs_lines';
import u319 from '@salesforce/label/c.Backroom_differs_product';
import u320 from '@salesforce/label/c.Backroom_differs_quantity';
import u321 from '@salesforce/label/c.Backroom_differs_unit_price';
import u322 from '@salesforce/label/c.Backroom_differs_net';
import u323 from '@salesforce/label/c.Backroom_differs_total';
import u324 from '@salesforce/label/c.Backroom_differs_currency';
import u325 from '@salesforce/label/c.Backroom_differs_charges';
import u326 from '@salesforce/label/c.Backroom_differs_custom';
import u327 from '@salesforce/label/c.Backroom_differs_po_number';
import u328 from '@salesforce/label/c.Backroom_differs_requested_date';
import u329 from '@salesforce/label/c.Backroom_differs_note';
import u330 from '@salesforce/label/c.Backroom_differs_contact';
import u331 from '@salesforce/label/c.Backroom_differs_delivery_address';
import u332 from '@salesforce/label/c.Backroom_differs_invoice_address';
import u333 from '@salesforce/label/c.Backroom_differs_partial_delivery';
import u334 from '@salesforce/label/c.Backroom_order_history';
import u335 from '@salesforce/label/c.Backroom_order_resend';
import u336 from '@salesforce/label/c.Backroom_order_cancel';
import u337 from '@salesforce/label/c.Backroom_order_cancel_confirm';
import u338 from '@salesforce/label/c.Backroom_order_once_more';
import u339 from '@salesforce/label/c.Backroom_order_once_more_not';
import u340 from '@salesforce/label/c.Backroom_order_promised';
import u341 from '@salesforce/label/c.Backroom_order_ordered';
import u342 from '@salesforce/label/c.Backroom_order_no_deliveries';
import u343 from '@salesforce/label/c.Backroom_order_written_back';
import u344 from '@salesforce/label/c.Backroom_order_writing_back';
import u345 from '@salesforce/label/c.Backroom_order_next_try';
import u346 from '@salesforce/label/c.Backroom_order_field';
import u347 from '@salesforce/label/c.Backroom_order_erp_says';
import u348 from '@salesforce/label/c.Backroom_order_none_title';
import u349 from '@salesforce/label/c.Backroom_order_none_text';
import u350 from '@salesforce/label/c.Backroom_order_more';
import u351 from '@salesforce/label/c.Backroom_order_held';
import u352 from '@salesforce/label/c.Backroom_order_block_delivery';
import u353 from '@salesforce/label/c.Backroom_order_block_billing';
import u354 from '@salesforce/label/c.Backroom_order_block_credit';
import u355 from '@salesforce/label/c.Backroom_order_block_approval';
import u356 from '@salesforce/label/c.Backroom_order_block_stopped';
import u357 from '@salesforce/label/c.Backroom_order_status_draft';
import u358 from '@salesforce/label/c.Backroom_order_status_confirmed';
import u359 from '@salesforce/label/c.Backroom_order_status_partly_delivered';
import u360 from '@salesforce/label/c.Backroom_order_status_delivered';
import u361 from '@salesforce/label/c.Backroom_order_status_invoiced';
import u362 from '@salesforce/label/c.Backroom_order_status_cancelled';
import u363 from '@salesforce/label/c.Backroom_delivery_planned';
import u364 from '@salesforce/label/c.Backroom_delivery_shipped';
import u365 from '@salesforce/label/c.Backroom_delivery_delivered';
import u366 from '@salesforce/label/c.Backroom_submission_queued';
import u367 from '@salesforce/label/c.Backroom_submission_sending';
import u368 from '@salesforce/label/c.Backroom_submission_checking';
import u369 from '@salesforce/label/c.Backroom_submission_waiting';
import u370 from '@salesforce/label/c.Backroom_submission_needs_attention';
import u371 from '@salesforce/label/c.Backroom_submission_confirmed';
import u372 from '@salesforce/label/c.Backroom_submission_cancelled';
import u373 from '@salesforce/label/c.Backroom_submission_next_queued';
import u374 from '@salesforce/label/c.Backroom_submission_next_sending';
import u375 from '@salesforce/label/c.Backroom_submission_next_checking';
import u376 from '@salesforce/label/c.Backroom_submission_next_waiting';
import u377 from '@salesforce/label/c.Backroom_submission_next_needs_attention';
import u378 from '@salesforce/label/c.Backroom_submission_next_confirmed';
import u379 from '@salesforce/label/c.Backroom_submission_next_cancelled';
import u380 from '@salesforce/label/c.Backroom_submission_next_sending_other';
import u381 from '@salesforce/label/c.Backroom_submission_next_confirmed_other';
import u382 from '@salesforce/label/c.Backroom_submission_next_cancelled_other';
import u383 from '@salesforce/label/c.Backroom_order_open_desk';
import u384 from '@salesforce/label/c.Backroom_order_mend_at_desk';
import u385 from '@salesforce/label/c.Backroom_order_request_access';
import u386 from '@salesforce/label/c.Backroom_order_access_requested';
import u387 from '@salesforce/label/c.Backroom_order_stopped';
import u388 from '@salesforce/label/c.Backroom_field_requestedDate';
import u389 from '@salesforce/label/c.Backroom_field_note';
import u390 from '@salesforce/label/c.Backroom_field_poNumber';
import u391 from '@salesforce/label/c.Backroom_field_deliverTo';
import u392 from '@salesforce/label/c.Backroom_field_invoiceTo';
import u393 from '@salesforce/label/c.Backroom_field_partialDelivery';
import u394 from '@salesforce/label/c.Backroom_field_quantity';
import u395 from '@salesforce/label/c.Backroom_field_unitPrice';
import u396 from '@salesforce/label/c.Backroom_field_productId';
import u397 from '@salesforce/label/c.Backroom_field_customerId';
import u398 from '@salesforce/label/c.Backroom_field_customer';
import u399 from '@salesforce/label/c.Backroom_field_currency';
import u400 from '@salesforce/label/c.Backroom_field_code';
import u401 from '@salesforce/label/c.Backroom_field_orderNumber';
import u402 from '@salesforce/label/c.Backroom_field_of_line';
import u403 from '@salesforce/label/c.Backroom_step_accepted';
import u404 from '@salesforce/label/c.Backroom_step_customer';
import u405 from '@salesforce/label/c.Backroom_step_look_up';
import u406 from '@salesforce/label/c.Backroom_step_create';
import u407 from '@salesforce/label/c.Backroom_step_confirm';
import u408 from '@salesforce/label/c.Backroom_step_write_back';
import u409 from '@salesforce/label/c.Backroom_step_mend';
import u410 from '@salesforce/label/c.Backroom_step_resend';
import u411 from '@salesforce/label/c.Backroom_step_adopt';
import u412 from '@salesforce/label/c.Backroom_step_cancel';
import u413 from '@salesforce/label/c.Backroom_check_customer_not_linked';
import u414 from '@salesforce/label/c.Backroom_check_customer_not_known';
import u415 from '@salesforce/label/c.Backroom_check_customer_blocked';
import u416 from '@salesforce/label/c.Backroom_check_no_lines';
import u417 from '@salesforce/label/c.Backroom_check_line_without_code';
import u418 from '@salesforce/label/c.Backroom_check_unknown_product';
import u419 from '@salesforce/label/c.Backroom_check_archived_product';
import u420 from '@salesforce/label/c.Backroom_check_quantity_invalid';
import u421 from '@salesforce/label/c.Backroom_check_price_unknown';
import u422 from '@salesforce/label/c.Backroom_check_mixed_currencies';
import u423 from '@salesforce/label/c.Backroom_check_currency_differs';
import u424 from '@salesforce/label/c.Backroom_check_stock_short';
import u425 from '@salesforce/label/c.Backroom_check_stock_later';
import u426 from '@salesforce/label/c.Backroom_check_price_below';
import u427 from '@salesforce/label/c.Backroom_check_price_above';
import u428 from '@salesforce/label/c.Backroom_check_over_limit';
import u429 from '@salesforce/label/c.Backroom_check_near_limit';
import u430 from '@salesforce/label/c.Backroom_check_overdue';
import u431 from '@salesforce/label/c.Backroom_check_already_converted';
import u432 from '@salesforce/label/c.Backroom_check_other_customer';
import u433 from '@salesforce/label/c.Backroom_check_order_again';
import u434 from '@salesforce/label/c.Backroom_check_possible_twin';
import u435 from '@salesforce/label/c.Backroom_check_customer_created_first';
import u436 from '@salesforce/label/c.Backroom_check_figures_stale';
import u437 from '@salesforce/label/c.Backroom_check_erp_unavailable';
import u438 from '@salesforce/label/c.Backroom_check_total_differs';
import u439 from '@salesforce/label/c.Backroom_check_line_differs';
import u440 from '@salesforce/label/c.Backroom_check_quote_expired';
import u441 from '@salesforce/label/c.Backroom_check_quote_not_accepted';
import u442 from '@salesforce/label/c.Backroom_check_no_company';
import u443 from '@salesforce/label/c.Backroom_check_company_without_name';
import u444 from '@salesforce/label/c.Backroom_check_record_unreadable';
import u445 from '@salesforce/label/c.Backroom_check_field_hidden';
import u446 from '@salesforce/label/c.Backroom_check_several_quotes';
import u447 from '@salesforce/label/c.Backroom_check_recurring_line';
import u448 from '@salesforce/label/c.Backroom_check_tiered_price';
import u449 from '@salesforce/label/c.Backroom_check_currency_unknown';
import u450 from '@salesforce/label/c.Backroom_check_tax_differs';
import u451 from '@salesforce/label/c.Backroom_check_price_invalid';
import u452 from '@salesforce/label/c.Backroom_check_discount_invalid';
import u453 from '@salesforce/label/c.Backroom_check_line_total_differs';
import u454 from '@salesforce/label/c.Backroom_check_quote_total_differs';
import u455 from '@salesforce/label/c.Backroom_check_adjustment_unknown';
import u456 from '@salesforce/label/c.Backroom_check_address_not_carried';
import u457 from '@salesforce/label/c.Backroom_check_charge_not_carried';
import u458 from '@salesforce/label/c.Backroom_check_mapping_not_known';
import u459 from '@salesforce/label/c.Backroom_check_mapped_field_gone';
import u460 from '@salesforce/label/c.Backroom_check_mapped_value_gone';
import u461 from '@salesforce/label/c.Backroom_check_value_not_mapped';
import u462 from '@salesforce/label/c.Backroom_check_value_unusable';
import u463 from '@salesforce/label/c.Backroom_check_charge_item_gone';
import u464 from '@salesforce/label/c.Backroom_check_unit_differs';
import u465 from '@salesforce/label/c.Backroom_check_detail_not_carried';
import u466 from '@salesforce/label/c.Backroom_check_address_incomplete';
import u467 from '@salesforce/label/c.Backroom_check_address_unknown';
import u468 from '@salesforce/label/c.Backroom_check_date_passed';
import u469 from '@salesforce/label/c.Backroom_check_erp_unfit';
import u470 from '@salesforce/label/c.Backroom_check_quantity_decimals';
import u471 from '@salesforce/label/c.Backroom_check_unknown_product_near';
import u472 from '@salesforce/label/c.Backroom_check_products_not_known';
import u473 from '@salesforce/label/c.Backroom_check_figure_missing';
import u474 from '@salesforce/label/c.Backroom_check_stock_unknown';
import u475 from '@salesforce/label/c.Backroom_check_erp_price_unknown';
import u476 from '@salesforce/label/c.Backroom_check_credit_not_comparable';
import u477 from '@salesforce/label/c.Backroom_check_credit_total_unknown';
import u478 from '@salesforce/label/c.Backroom_check_erp_limit';
import u479 from '@salesforce/label/c.Backroom_check_orders_read_only';
import u480 from '@salesforce/label/c.Backroom_check_own_order';
import u481 from '@salesforce/label/c.Backroom_check_own_orders';
import u482 from '@salesforce/label/c.Backroom_check_own_orders_always';
import u483 from '@salesforce/label/c.Backroom_check_discount_limit';
import u484 from '@salesforce/label/c.Backroom_check_amount_limit';
import u485 from '@salesforce/label/c.Backroom_check_credit_limit';
import u486 from '@salesforce/label/c.Backroom_check_all_well';
import u487 from '@salesforce/label/c.Backroom_check_erp_refuses';
import u488 from '@salesforce/label/c.Backroom_invoices_title';
import u489 from '@salesforce/label/c.Backroom_invoices_none_title';
import u490 from '@salesforce/label/c.Backroom_invoices_none_text';
import u491 from '@salesforce/label/c.Backroom_invoices_open_total';
import u492 from '@salesforce/label/c.Backroom_invoices_overdue_total';
import u493 from '@salesforce/label/c.Backroom_invoices_next_due';
import u494 from '@salesforce/label/c.Backroom_invoices_more';
import u495 from '@salesforce/label/c.Backroom_invoice_kind_credit_note';
import u496 from '@salesforce/label/c.Backroom_invoice_status_paid';
import u497 from '@salesforce/label/c.Backroom_invoice_status_part_paid';
import u498 from '@salesforce/label/c.Backroom_invoice_status_open';
import u499 from '@salesforce/label/c.Backroom_invoice_status_overdue';
import u500 from '@salesforce/label/c.Backroom_invoice_status_cancelled';
import u501 from '@salesforce/label/c.Backroom_invoice_overdue_days';
import u502 from '@salesforce/label/c.Backroom_invoice_pdf';
import u503 from '@salesforce/label/c.Backroom_invoice_pdf_of';
import u504 from '@salesforce/label/c.Backroom_credit_limit';
import u505 from '@salesforce/label/c.Backroom_credit_exposure';
import u506 from '@salesforce/label/c.Backroom_credit_free';
import u507 from '@salesforce/label/c.Backroom_credit_after_deal';
import u508 from '@salesforce/label/c.Backroom_credit_ordered';
import u509 from '@salesforce/label/c.Backroom_credit_order_gross';
import u510 from '@salesforce/label/c.Backroom_credit_no_limit';
import u511 from '@salesforce/label/c.Backroom_credit_ageing';
import u512 from '@salesforce/label/c.Backroom_credit_ageing_not_due';
import u513 from '@salesforce/label/c.Backroom_credit_ageing_range';
import u514 from '@salesforce/label/c.Backroom_credit_ageing_more';
import u515 from '@salesforce/label/c.Backroom_credit_verdict_ok';
import u516 from '@salesforce/label/c.Backroom_credit_verdict_near_limit';
import u517 from '@salesforce/label/c.Backroom_credit_verdict_over_limit';
import u518 from '@salesforce/label/c.Backroom_credit_verdict_overdue';
import u519 from '@salesforce/label/c.Backroom_credit_verdict_blocked';
import u520 from '@salesforce/label/c.Backroom_credit_verdict_no_limit';
import u521 from '@salesforce/label/c.Backroom_credit_verdict_not_judged';
import u522 from '@salesforce/label/c.Backroom_returns_title';
import u523 from '@salesforce/label/c.Backroom_returns_none_title';
import u524 from '@salesforce/label/c.Backroom_returns_none_text';
import u525 from '@salesforce/label/c.Backroom_returns_claim';
import u526 from '@salesforce/label/c.Backroom_returns_claim_title';
import u527 from '@salesforce/label/c.Backroom_returns_claim_send';
import u528 from '@salesforce/label/c.Backroom_returns_choose_order';
import u529 from '@salesforce/label/c.Backroom_returns_quantity_of';
import u530 from '@salesforce/label/c.Backroom_returns_reason_hint';
import u531 from '@salesforce/label/c.Backroom_returns_need_quantity';
import u532 from '@salesforce/label/c.Backroom_returns_bad_quantity';
import u533 from '@salesforce/label/c.Backroom_returns_need_reason';
import u534 from '@salesforce/label/c.Backroom_returns_no_orders';
import u535 from '@salesforce/label/c.Backroom_returns_sent_toast';
import u536 from '@salesforce/label/c.Backroom_return_status_requested';
import u537 from '@salesforce/label/c.Backroom_return_status_approved';
import u538 from '@salesforce/label/c.Backroom_return_status_received';
import u539 from '@salesforce/label/c.Backroom_return_status_partly_credited';
import u540 from '@salesforce/label/c.Backroom_return_status_credited';
import u541 from '@salesforce/label/c.Backroom_return_status_replaced';
import u542 from '@salesforce/label/c.Backroom_return_status_rejected';
import u543 from '@salesforce/label/c.Backroom_settings_title';
import u544 from '@salesforce/label/c.Backroom_settings_connection';
import u545 from '@salesforce/label/c.Backroom_settings_no_connection';
import u546 from '@salesforce/label/c.Backroom_settings_connect';
import u547 from '@salesforce/label/c.Backroom_settings_manage_connection';
import u548 from '@salesforce/label/c.Backroom_settings_open_connection';
import u549 from '@salesforce/label/c.Backroom_settings_state_ok';
import u550 from '@salesforce/label/c.Backroom_settings_state_down';
import u551 from '@salesforce/label/c.Backroom_settings_state_unauthorised';
import u552 from '@salesforce/label/c.Backroom_settings_state_unknown';
import u553 from '@salesforce/label/c.Backroom_settings_erp';
import u554 from '@salesforce/label/c.Backroom_settings_address';
import u555 from '@salesforce/label/c.Backroom_settings_version';
import u556 from '@salesforce/label/c.Backroom_settings_latency';
import u557 from '@salesforce/label/c.Backroom_settings_milliseconds';
import u558 from '@salesforce/label/c.Backroom_settings_checked';
import u559 from '@salesforce/label/c.Backroom_settings_flows';
import u560 from '@salesforce/label/c.Backroom_settings_flows_text';
import u561 from '@salesforce/label/c.Backroom_settings_unsupported';
import u562 from '@salesforce/label/c.Backroom_settings_write_back';
import u563 from '@salesforce/label/c.Backroom_settings_properties_ready';
import u564 from '@salesforce/label/c.Backroom_settings_properties_missing';
import u565 from '@salesforce/label/c.Backroom_settings_test_erp';
import u566 from '@salesforce/label/c.Backroom_settings_test_erp_help';
import u567 from '@salesforce/label/c.Backroom_settings_check';
import u568 from '@salesforce/label/c.Backroom_settings_master';
import u569 from '@salesforce/label/c.Backroom_settings_master_erp';
import u570 from '@salesforce/label/c.Backroom_settings_master_crm';
import u571 from '@salesforce/label/c.Backroom_settings_master_crm_erp';
import u572 from '@salesforce/label/c.Backroom_flow_customers';
import u573 from '@salesforce/label/c.Backroom_flow_orders';
import u574 from '@salesforce/label/c.Backroom_flow_stock';
import u575 from '@salesforce/label/c.Backroom_flow_invoices';
import u576 from '@salesforce/label/c.Backroom_flow_pricing';
import u577 from '@salesforce/label/c.Backroom_flow_returns';
import u578 from '@salesforce/label/c.Backroom_flow_credit';
import u579 from '@salesforce/label/c.Backroom_panel_customer';
import u580 from '@salesforce/label/c.Backroom_panel_stock';
import u581 from '@salesforce/label/c.Backroom_panel_pricing';
import u582 from '@salesforce/label/c.Backroom_panel_orders';
import u583 from '@salesforce/label/c.Backroom_panel_invoices';
import u584 from '@salesforce/label/c.Backroom_panel_credit';
import u585 from '@salesforce/label/c.Backroom_panel_returns';
import u586 from '@salesforce/label/c.Backroom_panel_overview';
import u587 from '@salesforce/label/c.Backroom_pages_previous';
import u588 from '@salesforce/label/c.Backroom_pages_next';
import u589 from '@salesforce/label/c.Backroom_salesforce_org';
import u590 from '@salesforce/label/c.Backroom_salesforce_org_id';
import u591 from '@salesforce/label/c.Backroom_salesforce_instance';
import u592 from '@salesforce/label/c.Backroom_salesforce_sandbox';
import u593 from '@salesforce/label/c.Backroom_salesforce_certificate';
import u594 from '@salesforce/label/c.Backroom_salesforce_roles';
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
import p8 from '@salesforce/label/c.Backroom_problem_api_key_invalid';
import d8 from '@salesforce/label/c.Backroom_problem_api_key_invalid_do';
import p9 from '@salesforce/label/c.Backroom_problem_api_key_expired';
import d9 from '@salesforce/label/c.Backroom_problem_api_key_expired_do';
import p10 from '@salesforce/label/c.Backroom_problem_api_key_scope';
import d10 from '@salesforce/label/c.Backroom_problem_api_key_scope_do';
import p11 from '@salesforce/label/c.Backroom_problem_not_found';
import d11 from '@salesforce/label/c.Backroom_problem_not_found_do';
import p12 from '@salesforce/label/c.Backroom_problem_record_not_found';
import d12 from '@salesforce/label/c.Backroom_problem_record_not_found_do';
import p13 from '@salesforce/label/c.Backroom_problem_quote_without_deal';
import d13 from '@salesforce/label/c.Backroom_problem_quote_without_deal_do';
import p14 from '@salesforce/label/c.Backroom_problem_panel_unknown';
import d14 from '@salesforce/label/c.Backroom_problem_panel_unknown_do';
import p15 from '@salesforce/label/c.Backroom_problem_method_not_allowed';
import d15 from '@salesforce/label/c.Backroom_problem_method_not_allowed_do';
import p16 from '@salesforce/label/c.Backroom_problem_invalid_input';
import d16 from '@salesforce/label/c.Backroom_problem_invalid_input_do';
import p17 from '@salesforce/label/c.Backroom_problem_invalid_json';
import d17 from '@salesforce/label/c.Backroom_problem_invalid_json_do';
import p18 from '@salesforce/label/c.Backroom_problem_unsupported_content_type';
import d18 from '@salesforce/label/c.Backroom_problem_unsupported_content_type_do';
import p19 from '@salesforce/label/c.Backroom_problem_body_too_large';
import d19 from '@salesforce/label/c.Backroom_problem_body_too_large_do';
import p20 from '@salesforce/label/c.Backroom_problem_too_many_requests';
import d20 from '@salesforce/label/c.Backroom_problem_too_many_requests_do';
import p21 from '@salesforce/label/c.Backroom_problem_idempotency_key_missing';
import d21 from '@salesforce/label/c.Backroom_problem_idempotency_key_missing_do';
import p22 from '@salesforce/label/c.Backroom_problem_idempotency_key_reused';
import d22 from '@salesforce/label/c.Backroom_problem_idempotency_key_reused_do';
import p23 from '@salesforce/label/c.Backroom_problem_idempotency_in_progress';
import d23 from '@salesforce/label/c.Backroom_problem_idempotency_in_progress_do';
import p24 from '@salesforce/label/c.Backroom_problem_no_company';
import d24 from '@salesforce/label/c.Backroom_problem_no_company_do';
import p25 from '@salesforce/label/c.Backroom_problem_company_without_name';
import d25 from '@salesforce/label/c.Backroom_problem_company_without_name_do';
import p26 from '@salesforce/label/c.Backroom_problem_no_lines';
import d26 from '@salesforce/label/c.Backroom_problem_no_lines_do';
import p27 from '@salesforce/label/c.Backroom_problem_currency_unknown';
import d27 from '@salesforce/label/c.Backroom_problem_currency_unknown_do';
import p28 from '@salesforce/label/c.Backroom_problem_mixed_currencies';
import d28 from '@salesforce/label/c.Backroom_problem_mixed_currencies_do';
import p29 from '@salesforce/label/c.Backroom_problem_line_without_code';
import d29 from '@salesforce/label/c.Backroom_problem_line_without_code_do';
import p30 from '@salesforce/label/c.Backroom_problem_quantity_invalid';
import d30 from '@salesforce/label/c.Backroom_problem_quantity_invalid_do';
import p31 from '@salesforce/label/c.Backroom_problem_quote_changed';
import d31 from '@salesforce/label/c.Backroom_problem_quote_changed_do';
import p32 from '@salesforce/label/c.Backroom_problem_already_converted';
import d32 from '@salesforce/label/c.Backroom_problem_already_converted_do';
import p33 from '@salesforce/label/c.Backroom_problem_possible_twin';
import d33 from '@salesforce/label/c.Backroom_problem_possible_twin_do';
import p34 from '@salesforce/label/c.Backroom_problem_preview_blocked';
import d34 from '@salesforce/label/c.Backroom_problem_preview_blocked_do';
import p35 from '@salesforce/label/c.Backroom_problem_customer_not_linked';
import d35 from '@salesforce/label/c.Backroom_problem_customer_not_linked_do';
import p36 from '@salesforce/label/c.Backroom_problem_customer_already_linked';
import d36 from '@salesforce/label/c.Backroom_problem_customer_already_linked_do';
import p37 from '@salesforce/label/c.Backroom_problem_unknown_product';
import d37 from '@salesforce/label/c.Backroom_problem_unknown_product_do';
import p38 from '@salesforce/label/c.Backroom_problem_unknown_customer';
import d38 from '@salesforce/label/c.Backroom_problem_unknown_customer_do';
import p39 from '@salesforce/label/c.Backroom_problem_submission_state';
import d39 from '@salesforce/label/c.Backroom_problem_submission_state_do';
import p40 from '@salesforce/label/c.Backroom_problem_erp_order_unknown';
import d40 from '@salesforce/label/c.Backroom_problem_erp_order_unknown_do';
import p41 from '@salesforce/label/c.Backroom_problem_erp_order_taken';
import d41 from '@salesforce/label/c.Backroom_problem_erp_order_taken_do';
import p42 from '@salesforce/label/c.Backroom_problem_order_act_pending';
import d42 from '@salesforce/label/c.Backroom_problem_order_act_pending_do';
import p43 from '@salesforce/label/c.Backroom_problem_order_changed_in_erp';
import d43 from '@salesforce/label/c.Backroom_problem_order_changed_in_erp_do';
import p44 from '@salesforce/label/c.Backroom_problem_order_gone';
import d44 from '@salesforce/label/c.Backroom_problem_order_gone_do';
import p45 from '@salesforce/label/c.Backroom_problem_desk_link_used';
import d45 from '@salesforce/label/c.Backroom_problem_desk_link_used_do';
import p46 from '@salesforce/label/c.Backroom_problem_desk_link_expired';
import d46 from '@salesforce/label/c.Backroom_problem_desk_link_expired_do';
import p47 from '@salesforce/label/c.Backroom_problem_desk_other_session';
import d47 from '@salesforce/label/c.Backroom_problem_desk_other_session_do';
import p48 from '@salesforce/label/c.Backroom_problem_desk_signed_out';
import d48 from '@salesforce/label/c.Backroom_problem_desk_signed_out_do';
import p49 from '@salesforce/label/c.Backroom_problem_connection_in_use';
import d49 from '@salesforce/label/c.Backroom_problem_connection_in_use_do';
import p50 from '@salesforce/label/c.Backroom_problem_pilot_only';
import d50 from '@salesforce/label/c.Backroom_problem_pilot_only_do';
import p51 from '@salesforce/label/c.Backroom_problem_flow_read_only';
import d51 from '@salesforce/label/c.Backroom_problem_flow_read_only_do';
import p52 from '@salesforce/label/c.Backroom_problem_approval_waiting';
import d52 from '@salesforce/label/c.Backroom_problem_approval_waiting_do';
import p53 from '@salesforce/label/c.Backroom_problem_approval_rejected';
import d53 from '@salesforce/label/c.Backroom_problem_approval_rejected_do';
import p54 from '@salesforce/label/c.Backroom_problem_connection_is_test';
import d54 from '@salesforce/label/c.Backroom_problem_connection_is_test_do';
import p55 from '@salesforce/label/c.Backroom_problem_connection_paused';
import d55 from '@salesforce/label/c.Backroom_problem_connection_paused_do';
import p56 from '@salesforce/label/c.Backroom_problem_connection_is_default';
import d56 from '@salesforce/label/c.Backroom_problem_connection_is_default_do';
import p57 from '@salesforce/label/c.Backroom_problem_flow_off';
import d57 from '@salesforce/label/c.Backroom_problem_flow_off_do';
import p58 from '@salesforce/label/c.Backroom_problem_flow_unsupported';
import d58 from '@salesforce/label/c.Backroom_problem_flow_unsupported_do';
import p59 from '@salesforce/label/c.Backroom_problem_erp_unreachable';
import d59 from '@salesforce/label/c.Backroom_problem_erp_unreachable_do';
import p60 from '@salesforce/label/c.Backroom_problem_erp_timeout';
import d60 from '@salesforce/label/c.Backroom_problem_erp_timeout_do';
import p61 from '@salesforce/label/c.Backroom_problem_erp_busy';
import d61 from '@salesforce/label/c.Backroom_problem_erp_busy_do';
import p62 from '@salesforce/label/c.Backroom_problem_erp_refused';
import d62 from '@salesforce/label/c.Backroom_problem_erp_refused_do';
import p63 from '@salesforce/label/c.Backroom_problem_erp_unauthorised';
import d63 from '@salesforce/label/c.Backroom_problem_erp_unauthorised_do';
import p64 from '@salesforce/label/c.Backroom_problem_erp_conflict';
import d64 from '@salesforce/label/c.Backroom_problem_erp_conflict_do';
import p65 from '@salesforce/label/c.Backroom_problem_erp_uncertain';
import d65 from '@salesforce/label/c.Backroom_problem_erp_uncertain_do';
import p66 from '@salesforce/label/c.Backroom_problem_erp_drift';
import d66 from '@salesforce/label/c.Backroom_problem_erp_drift_do';
import p67 from '@salesforce/label/c.Backroom_problem_erp_limit';
import d67 from '@salesforce/label/c.Backroom_problem_erp_limit_do';
import p68 from '@salesforce/label/c.Backroom_problem_erp_unfit';
import d68 from '@salesforce/label/c.Backroom_problem_erp_unfit_do';
import p69 from '@salesforce/label/c.Backroom_problem_erp_not_connected';
import d69 from '@salesforce/label/c.Backroom_problem_erp_not_connected_do';
import p70 from '@salesforce/label/c.Backroom_problem_crm_unreachable';
import d70 from '@salesforce/label/c.Backroom_problem_crm_unreachable_do';
import p71 from '@salesforce/label/c.Backroom_problem_crm_busy';
import d71 from '@salesforce/label/c.Backroom_problem_crm_busy_do';
import p72 from '@salesforce/label/c.Backroom_problem_crm_unauthorised';
import d72 from '@salesforce/label/c.Backroom_problem_crm_unauthorised_do';
import p73 from '@salesforce/label/c.Backroom_problem_crm_refused';
import d73 from '@salesforce/label/c.Backroom_problem_crm_refused_do';
import p74 from '@salesforce/label/c.Backroom_problem_store_unavailable';
import d74 from '@salesforce/label/c.Backroom_problem_store_unavailable_do';
import p75 from '@salesforce/label/c.Backroom_problem_cannot_process';
import d75 from '@salesforce/label/c.Backroom_problem_cannot_process_do';
import p76 from '@salesforce/label/c.Backroom_problem_internal';
import d76 from '@salesforce/label/c.Backroom_problem_internal_do';
import p77 from '@salesforce/label/c.Backroom_problem_backroom_unreachable';
import d77 from '@salesforce/label/c.Backroom_problem_backroom_unreachable_do';

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
  'price.apply': u45,
  'price.apply_ask': u46,
  'price.applied': u47,
  'price.undo': u48,
  'price.published': u49,
  'price.computed': u50,
  'action.open_mapping': u51,
  'entry.too_long': u52,
  'entry.date': u53,
  'entry.date_passed': u54,
  'entry.email': u55,
  'entry.unsaved': u56,
  'entry.choose': u57,
  'entry.contact.none': u58,
  'entry.contact.other': u59,
  'entry.contact.name': u60,
  'entry.contact.email': u61,
  'entry.contact.phone': u62,
  'entry.address.other': u63,
  'entry.address.name': u64,
  'entry.address.street': u65,
  'entry.address.postalCode': u66,
  'entry.address.city': u67,
  'entry.address.country': u68,
  'act.change_button': u69,
  'act.cancel_button': u70,
  'act.change_title': u71,
  'act.change_about': u72,
  'act.nothing': u73,
  'act.same': u74,
  'act.before': u75,
  'act.after': u76,
  'act.detail': u77,
  'act.net': u78,
  'act.total': u79,
  'act.changed_in_erp': u80,
  'act.changed_in_erp_text': u81,
  'act.changed_in_erp_cancel': u82,
  'act.closed_change': u83,
  'act.closed_cancel': u84,
  'act.closed_next_change': u85,
  'act.closed_next_cancel': u86,
  'act.keep': u87,
  'act.cancel_title': u88,
  'act.cancel_text': u89,
  'act.reason': u90,
  'act.confirm_change': u91,
  'act.confirm_cancel': u92,
  'act.change.heading': u93,
  'act.cancel.heading': u94,
  'act.step.accepted': u95,
  'act.step.sent': u96,
  'act.step.change': u97,
  'act.step.cancel': u98,
  'act.state.queued': u99,
  'act.state.sending': u100,
  'act.state.checking': u101,
  'act.state.waiting': u102,
  'act.state.needs_attention': u103,
  'act.state.done': u104,
  'act.state.refused': u105,
  'act.state.withdrawn': u106,
  'act.state.closed': u107,
  'act.next.queued': u108,
  'act.next.sending': u109,
  'act.next.checking': u110,
  'act.next.waiting': u111,
  'act.next.needs_attention': u112,
  'act.next.refused': u113,
  'act.next.withdrawn': u114,
  'act.next.closed': u115,
  'act.next.change': u116,
  'act.next.cancel': u117,
  'act.resend': u118,
  'act.withdraw': u119,
  'act.close': u120,
  'act.revision': u121,
  'act.cancelled': u122,
  'act.kind.change': u123,
  'act.kind.cancel': u124,
  'act.event.accepted': u125,
  'act.event.look_up': u126,
  'act.event.send': u127,
  'act.event.resend': u128,
  'act.event.withdraw': u129,
  'act.event.close': u130,
  'act.desk_title': u131,
  'act.desk_none': u132,
  'check.order_cancelled': u133,
  'check.change_other_customer': u134,
  'check.change_other_currency': u135,
  'loading': u136,
  'refresh': u137,
  'retry': u138,
  'close': u139,
  'cancel': u140,
  'details': u141,
  'reference': u142,
  'label_value': u143,
  'who.rep': u144,
  'who.order_desk': u145,
  'who.admin': u146,
  'who.operator': u147,
  'who.nobody': u148,
  'unknown': u149,
  'none': u150,
  'yes': u151,
  'no': u152,
  'age.live': u153,
  'age.cached': u154,
  'age.stale': u155,
  'now': u156,
  'product': u157,
  'quantity': u158,
  'stock': u159,
  'available': u160,
  'on_hand': u161,
  'incoming': u162,
  'warehouse': u163,
  'promise_date': u164,
  'quoted_price': u165,
  'erp_price': u166,
  'list_price': u167,
  'discount': u168,
  'price_source': u169,
  'price_breaks': u170,
  'price': u171,
  'date': u172,
  'number': u173,
  'status': u174,
  'total': u175,
  'line_total': u176,
  'open': u177,
  'due': u178,
  'issued': u179,
  'overdue': u180,
  'amount': u181,
  'order': u182,
  'orders': u183,
  'invoices': u184,
  'returns': u185,
  'credit': u186,
  'customer': u187,
  'net': u188,
  'tax': u189,
  'reason': u190,
  'delivered': u191,
  'deliveries': u192,
  'tracking': u193,
  'credit_note': u194,
  'payment_terms': u195,
  'lines': u196,
  'overview.title': u197,
  'overview.complete_by': u198,
  'overview.complete_never': u199,
  'overview.credit_after': u200,
  'overview.credit_free': u201,
  'overview.open_invoices': u202,
  'overview.of_which_overdue': u203,
  'overview.all_overdue': u204,
  'overview.nothing_open': u205,
  'overview.missing': u206,
  'overview.no_limit': u207,
  'alert.credit_over_limit': u208,
  'alert.credit_blocked': u209,
  'alert.credit_overdue': u210,
  'alert.credit_near_limit': u211,
  'alert.stock_short': u212,
  'alert.stock_later': u213,
  'alert.stock_unknown': u214,
  'alert.price_below': u215,
  'alert.unknown_product': u216,
  'alert.other_customer': u217,
  'alert.customer_not_linked': u218,
  'alert.order_waiting': u219,
  'alert.order_needs_attention': u220,
  'alert.possible_twin': u221,
  'alert.quote_changed': u222,
  'alert.automation_waiting': u223,
  'alert.figures_stale': u224,
  'customer.candidates_title': u225,
  'customer.merged_text': u226,
  'customer.candidates_text': u227,
  'customer.none_title': u228,
  'customer.none_text': u229,
  'customer.create': u230,
  'customer.creating': u231,
  'customer.link': u232,
  'customer.linked_to': u233,
  'customer.unlink': u234,
  'customer.unlink_ask': u235,
  'customer.undo': u236,
  'customer.search': u237,
  'customer.search_label': u238,
  'customer.search_none': u239,
  'customer.match': u240,
  'customer.why.vat_id': u241,
  'customer.why.registration_number': u242,
  'customer.why.email_domain': u243,
  'customer.why.email': u244,
  'customer.why.name': u245,
  'customer.why.erp_number': u246,
  'customer.no_company_title': u247,
  'customer.no_company_text': u248,
  'customer.unlinked_title': u249,
  'customer.unlinked_text': u250,
  'stock.title': u251,
  'stock.later': u252,
  'stock.short': u253,
  'stock.available_count': u254,
  'stock.available_of': u255,
  'stock.not_stocked': u256,
  'stock.ordered': u257,
  'stock.not_serving': u258,
  'stock.unknown': u259,
  'stock.now': u260,
  'stock.never': u261,
  'stock.no_lines_title': u262,
  'stock.no_lines_text': u263,
  'stock.lines_from_deal': u264,
  'stock.details_of': u265,
  'stock.incoming_none': u266,
  'price.equal': u267,
  'price.below': u268,
  'price.above': u269,
  'price.quote_lower': u270,
  'price.quote_higher': u271,
  'price.other_currency': u272,
  'price.quoted_total': u273,
  'price.erp_total': u274,
  'price.total_difference': u275,
  'price.source.customer_price': u276,
  'price.source.price_list': u277,
  'price.source.quantity_break': u278,
  'price.source.list_price': u279,
  'trouble.unknown_product': u280,
  'trouble.no_code': u281,
  'trouble.invalid_quantity': u282,
  'trouble.archived_product': u283,
  'trouble.no_price': u284,
  'trouble.no_erp_price': u285,
  'order.title': u286,
  'order.quote': u287,
  'order.ask_approval': u288,
  'order.convert': u289,
  'order.accept': u290,
  'order.different_sale': u291,
  'order.requested_date': u292,
  'order.note': u293,
  'order.details_save': u294,
  'order.details_title': u295,
  'order.po_number': u296,
  'order.contact': u297,
  'order.deliver_to': u298,
  'order.deliver_to.usual': u299,
  'order.invoice_to': u300,
  'order.partial': u301,
  'order.partial.yes': u302,
  'order.partial.no': u303,
  'order.partial.default': u304,
  'order.charges': u305,
  'order.level.approval': u306,
  'order.level.approved': u307,
  'order.level.block': u308,
  'order.level.warn': u309,
  'order.level.info': u310,
  'order.in_erp': u311,
  'order.kept': u312,
  'differs.title': u313,
  'differs.whole': u314,
  'differs.of_line': u315,
  'differs.reference': u316,
  'differs.customer': u317,
  'differs.lines': u318,
  'differs.product': u319,
  'differs.quantity': u320,
  'differs.unit_price': u321,
  'differs.net': u322,
  'differs.total': u323,
  'differs.currency': u324,
  'differs.charges': u325,
  'differs.custom': u326,
  'differs.po_number': u327,
  'differs.requested_date': u328,
  'differs.note': u329,
  'differs.contact': u330,
  'differs.delivery_address': u331,
  'differs.invoice_address': u332,
  'differs.partial_delivery': u333,
  'order.history': u334,
  'order.resend': u335,
  'order.cancel': u336,
  'order.cancel_confirm': u337,
  'order.once_more': u338,
  'order.once_more_not': u339,
  'order.promised': u340,
  'order.ordered': u341,
  'order.no_deliveries': u342,
  'order.written_back': u343,
  'order.writing_back': u344,
  'order.next_try': u345,
  'order.field': u346,
  'order.erp_says': u347,
  'order.none_title': u348,
  'order.none_text': u349,
  'order.more': u350,
  'order.held': u351,
  'order.block.delivery': u352,
  'order.block.billing': u353,
  'order.block.credit': u354,
  'order.block.approval': u355,
  'order.block.stopped': u356,
  'order.status.draft': u357,
  'order.status.confirmed': u358,
  'order.status.partly_delivered': u359,
  'order.status.delivered': u360,
  'order.status.invoiced': u361,
  'order.status.cancelled': u362,
  'delivery.planned': u363,
  'delivery.shipped': u364,
  'delivery.delivered': u365,
  'submission.queued': u366,
  'submission.sending': u367,
  'submission.checking': u368,
  'submission.waiting': u369,
  'submission.needs_attention': u370,
  'submission.confirmed': u371,
  'submission.cancelled': u372,
  'submission.next.queued': u373,
  'submission.next.sending': u374,
  'submission.next.checking': u375,
  'submission.next.waiting': u376,
  'submission.next.needs_attention': u377,
  'submission.next.confirmed': u378,
  'submission.next.cancelled': u379,
  'submission.next.sending_other': u380,
  'submission.next.confirmed_other': u381,
  'submission.next.cancelled_other': u382,
  'order.open_desk': u383,
  'order.mend_at_desk': u384,
  'order.request_access': u385,
  'order.access_requested': u386,
  'order.stopped': u387,
  'field.requestedDate': u388,
  'field.note': u389,
  'field.poNumber': u390,
  'field.deliverTo': u391,
  'field.invoiceTo': u392,
  'field.partialDelivery': u393,
  'field.quantity': u394,
  'field.unitPrice': u395,
  'field.productId': u396,
  'field.customerId': u397,
  'field.customer': u398,
  'field.currency': u399,
  'field.code': u400,
  'field.orderNumber': u401,
  'field.of_line': u402,
  'step.accepted': u403,
  'step.customer': u404,
  'step.look_up': u405,
  'step.create': u406,
  'step.confirm': u407,
  'step.write_back': u408,
  'step.mend': u409,
  'step.resend': u410,
  'step.adopt': u411,
  'step.cancel': u412,
  'check.customer_not_linked': u413,
  'check.customer_not_known': u414,
  'check.customer_blocked': u415,
  'check.no_lines': u416,
  'check.line_without_code': u417,
  'check.unknown_product': u418,
  'check.archived_product': u419,
  'check.quantity_invalid': u420,
  'check.price_unknown': u421,
  'check.mixed_currencies': u422,
  'check.currency_differs': u423,
  'check.stock_short': u424,
  'check.stock_later': u425,
  'check.price_below': u426,
  'check.price_above': u427,
  'check.over_limit': u428,
  'check.near_limit': u429,
  'check.overdue': u430,
  'check.already_converted': u431,
  'check.other_customer': u432,
  'check.order_again': u433,
  'check.possible_twin': u434,
  'check.customer_created_first': u435,
  'check.figures_stale': u436,
  'check.erp_unavailable': u437,
  'check.total_differs': u438,
  'check.line_differs': u439,
  'check.quote_expired': u440,
  'check.quote_not_accepted': u441,
  'check.no_company': u442,
  'check.company_without_name': u443,
  'check.record_unreadable': u444,
  'check.field_hidden': u445,
  'check.several_quotes': u446,
  'check.recurring_line': u447,
  'check.tiered_price': u448,
  'check.currency_unknown': u449,
  'check.tax_differs': u450,
  'check.price_invalid': u451,
  'check.discount_invalid': u452,
  'check.line_total_differs': u453,
  'check.quote_total_differs': u454,
  'check.adjustment_unknown': u455,
  'check.address_not_carried': u456,
  'check.charge_not_carried': u457,
  'check.mapping_not_known': u458,
  'check.mapped_field_gone': u459,
  'check.mapped_value_gone': u460,
  'check.value_not_mapped': u461,
  'check.value_unusable': u462,
  'check.charge_item_gone': u463,
  'check.unit_differs': u464,
  'check.detail_not_carried': u465,
  'check.address_incomplete': u466,
  'check.address_unknown': u467,
  'check.date_passed': u468,
  'check.erp_unfit': u469,
  'check.quantity_decimals': u470,
  'check.unknown_product_near': u471,
  'check.products_not_known': u472,
  'check.figure_missing': u473,
  'check.stock_unknown': u474,
  'check.erp_price_unknown': u475,
  'check.credit_not_comparable': u476,
  'check.credit_total_unknown': u477,
  'check.erp_limit': u478,
  'check.orders_read_only': u479,
  'check.own_order': u480,
  'check.own_orders': u481,
  'check.own_orders_always': u482,
  'check.discount_limit': u483,
  'check.amount_limit': u484,
  'check.credit_limit': u485,
  'check.all_well': u486,
  'check.erp_refuses': u487,
  'invoices.title': u488,
  'invoices.none_title': u489,
  'invoices.none_text': u490,
  'invoices.open_total': u491,
  'invoices.overdue_total': u492,
  'invoices.next_due': u493,
  'invoices.more': u494,
  'invoice.kind.credit_note': u495,
  'invoice.status.paid': u496,
  'invoice.status.part_paid': u497,
  'invoice.status.open': u498,
  'invoice.status.overdue': u499,
  'invoice.status.cancelled': u500,
  'invoice.overdue_days': u501,
  'invoice.pdf': u502,
  'invoice.pdf_of': u503,
  'credit.limit': u504,
  'credit.exposure': u505,
  'credit.free': u506,
  'credit.after_deal': u507,
  'credit.ordered': u508,
  'credit.order_gross': u509,
  'credit.no_limit': u510,
  'credit.ageing': u511,
  'credit.ageing.not_due': u512,
  'credit.ageing.range': u513,
  'credit.ageing.more': u514,
  'credit.verdict.ok': u515,
  'credit.verdict.near_limit': u516,
  'credit.verdict.over_limit': u517,
  'credit.verdict.overdue': u518,
  'credit.verdict.blocked': u519,
  'credit.verdict.no_limit': u520,
  'credit.verdict.not_judged': u521,
  'returns.title': u522,
  'returns.none_title': u523,
  'returns.none_text': u524,
  'returns.claim': u525,
  'returns.claim_title': u526,
  'returns.claim_send': u527,
  'returns.choose_order': u528,
  'returns.quantity_of': u529,
  'returns.reason_hint': u530,
  'returns.need_quantity': u531,
  'returns.bad_quantity': u532,
  'returns.need_reason': u533,
  'returns.no_orders': u534,
  'returns.sent_toast': u535,
  'return.status.requested': u536,
  'return.status.approved': u537,
  'return.status.received': u538,
  'return.status.partly_credited': u539,
  'return.status.credited': u540,
  'return.status.replaced': u541,
  'return.status.rejected': u542,
  'settings.title': u543,
  'settings.connection': u544,
  'settings.no_connection': u545,
  'settings.connect': u546,
  'settings.manage_connection': u547,
  'settings.open_connection': u548,
  'settings.state.ok': u549,
  'settings.state.down': u550,
  'settings.state.unauthorised': u551,
  'settings.state.unknown': u552,
  'settings.erp': u553,
  'settings.address': u554,
  'settings.version': u555,
  'settings.latency': u556,
  'settings.milliseconds': u557,
  'settings.checked': u558,
  'settings.flows': u559,
  'settings.flows_text': u560,
  'settings.unsupported': u561,
  'settings.write_back': u562,
  'settings.properties_ready': u563,
  'settings.properties_missing': u564,
  'settings.test_erp': u565,
  'settings.test_erp_help': u566,
  'settings.check': u567,
  'settings.master': u568,
  'settings.master.erp': u569,
  'settings.master.crm': u570,
  'settings.master.crm+erp': u571,
  'flow.customers': u572,
  'flow.orders': u573,
  'flow.stock': u574,
  'flow.invoices': u575,
  'flow.pricing': u576,
  'flow.returns': u577,
  'flow.credit': u578,
  'panel.customer': u579,
  'panel.stock': u580,
  'panel.pricing': u581,
  'panel.orders': u582,
  'panel.invoices': u583,
  'panel.credit': u584,
  'panel.returns': u585,
  'panel.overview': u586,
  'pages.previous': u587,
  'pages.next': u588,
  'salesforce.org': u589,
  'salesforce.org_id': u590,
  'salesforce.instance': u591,
  'salesforce.sandbox': u592,
  'salesforce.certificate': u593,
  'salesforce.roles': u594,
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
  api_key_invalid: [p8, d8],
  api_key_expired: [p9, d9],
  api_key_scope: [p10, d10],
  not_found: [p11, d11],
  record_not_found: [p12, d12],
  quote_without_deal: [p13, d13],
  panel_unknown: [p14, d14],
  method_not_allowed: [p15, d15],
  invalid_input: [p16, d16],
  invalid_json: [p17, d17],
  unsupported_content_type: [p18, d18],
  body_too_large: [p19, d19],
  too_many_requests: [p20, d20],
  idempotency_key_missing: [p21, d21],
  idempotency_key_reused: [p22, d22],
  idempotency_in_progress: [p23, d23],
  no_company: [p24, d24],
  company_without_name: [p25, d25],
  no_lines: [p26, d26],
  currency_unknown: [p27, d27],
  mixed_currencies: [p28, d28],
  line_without_code: [p29, d29],
  quantity_invalid: [p30, d30],
  quote_changed: [p31, d31],
  already_converted: [p32, d32],
  possible_twin: [p33, d33],
  preview_blocked: [p34, d34],
  customer_not_linked: [p35, d35],
  customer_already_linked: [p36, d36],
  unknown_product: [p37, d37],
  unknown_customer: [p38, d38],
  submission_state: [p39, d39],
  erp_order_unknown: [p40, d40],
  erp_order_taken: [p41, d41],
  order_act_pending: [p42, d42],
  order_changed_in_erp: [p43, d43],
  order_gone: [p44, d44],
  desk_link_used: [p45, d45],
  desk_link_expired: [p46, d46],
  desk_other_session: [p47, d47],
  desk_signed_out: [p48, d48],
  connection_in_use: [p49, d49],
  pilot_only: [p50, d50],
  flow_read_only: [p51, d51],
  approval_waiting: [p52, d52],
  approval_rejected: [p53, d53],
  connection_is_test: [p54, d54],
  connection_paused: [p55, d55],
  connection_is_default: [p56, d56],
  flow_off: [p57, d57],
  flow_unsupported: [p58, d58],
  erp_unreachable: [p59, d59],
  erp_timeout: [p60, d60],
  erp_busy: [p61, d61],
  erp_refused: [p62, d62],
  erp_unauthorised: [p63, d63],
  erp_conflict: [p64, d64],
  erp_uncertain: [p65, d65],
  erp_drift: [p66, d66],
  erp_limit: [p67, d67],
  erp_unfit: [p68, d68],
  erp_not_connected: [p69, d69],
  crm_unreachable: [p70, d70],
  crm_busy: [p71, d71],
  crm_unauthorised: [p72, d72],
  crm_refused: [p73, d73],
  store_unavailable: [p74, d74],
  cannot_process: [p75, d75],
  internal: [p76, d76],
  backroom_unreachable: [p77, d77],
};
