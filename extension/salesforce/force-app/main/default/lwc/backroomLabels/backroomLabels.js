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
import u62 from '@salesforce/label/c.Backroom_act_change_button';
import u63 from '@salesforce/label/c.Backroom_act_cancel_button';
import u64 from '@salesforce/label/c.Backroom_act_change_title';
import u65 from '@salesforce/label/c.Backroom_act_change_about';
import u66 from '@salesforce/label/c.Backroom_act_nothing';
import u67 from '@salesforce/label/c.Backroom_act_same';
import u68 from '@salesforce/label/c.Backroom_act_before';
import u69 from '@salesforce/label/c.Backroom_act_after';
import u70 from '@salesforce/label/c.Backroom_act_detail';
import u71 from '@salesforce/label/c.Backroom_act_net';
import u72 from '@salesforce/label/c.Backroom_act_total';
import u73 from '@salesforce/label/c.Backroom_act_changed_in_erp';
import u74 from '@salesforce/label/c.Backroom_act_changed_in_erp_text';
import u75 from '@salesforce/label/c.Backroom_act_changed_in_erp_cancel';
import u76 from '@salesforce/label/c.Backroom_act_closed_change';
import u77 from '@salesforce/label/c.Backroom_act_closed_cancel';
import u78 from '@salesforce/label/c.Backroom_act_closed_next_change';
import u79 from '@salesforce/label/c.Backroom_act_closed_next_cancel';
import u80 from '@salesforce/label/c.Backroom_act_keep';
import u81 from '@salesforce/label/c.Backroom_act_cancel_title';
import u82 from '@salesforce/label/c.Backroom_act_cancel_text';
import u83 from '@salesforce/label/c.Backroom_act_reason';
import u84 from '@salesforce/label/c.Backroom_act_confirm_change';
import u85 from '@salesforce/label/c.Backroom_act_confirm_cancel';
import u86 from '@salesforce/label/c.Backroom_act_change_heading';
import u87 from '@salesforce/label/c.Backroom_act_cancel_heading';
import u88 from '@salesforce/label/c.Backroom_act_step_accepted';
import u89 from '@salesforce/label/c.Backroom_act_step_sent';
import u90 from '@salesforce/label/c.Backroom_act_step_change';
import u91 from '@salesforce/label/c.Backroom_act_step_cancel';
import u92 from '@salesforce/label/c.Backroom_act_state_queued';
import u93 from '@salesforce/label/c.Backroom_act_state_sending';
import u94 from '@salesforce/label/c.Backroom_act_state_checking';
import u95 from '@salesforce/label/c.Backroom_act_state_waiting';
import u96 from '@salesforce/label/c.Backroom_act_state_needs_attention';
import u97 from '@salesforce/label/c.Backroom_act_state_done';
import u98 from '@salesforce/label/c.Backroom_act_state_refused';
import u99 from '@salesforce/label/c.Backroom_act_state_withdrawn';
import u100 from '@salesforce/label/c.Backroom_act_state_closed';
import u101 from '@salesforce/label/c.Backroom_act_next_queued';
import u102 from '@salesforce/label/c.Backroom_act_next_sending';
import u103 from '@salesforce/label/c.Backroom_act_next_checking';
import u104 from '@salesforce/label/c.Backroom_act_next_waiting';
import u105 from '@salesforce/label/c.Backroom_act_next_needs_attention';
import u106 from '@salesforce/label/c.Backroom_act_next_refused';
import u107 from '@salesforce/label/c.Backroom_act_next_withdrawn';
import u108 from '@salesforce/label/c.Backroom_act_next_closed';
import u109 from '@salesforce/label/c.Backroom_act_next_change';
import u110 from '@salesforce/label/c.Backroom_act_next_cancel';
import u111 from '@salesforce/label/c.Backroom_act_resend';
import u112 from '@salesforce/label/c.Backroom_act_withdraw';
import u113 from '@salesforce/label/c.Backroom_act_close';
import u114 from '@salesforce/label/c.Backroom_act_revision';
import u115 from '@salesforce/label/c.Backroom_act_cancelled';
import u116 from '@salesforce/label/c.Backroom_act_kind_change';
import u117 from '@salesforce/label/c.Backroom_act_kind_cancel';
import u118 from '@salesforce/label/c.Backroom_act_event_accepted';
import u119 from '@salesforce/label/c.Backroom_act_event_look_up';
import u120 from '@salesforce/label/c.Backroom_act_event_send';
import u121 from '@salesforce/label/c.Backroom_act_event_resend';
import u122 from '@salesforce/label/c.Backroom_act_event_withdraw';
import u123 from '@salesforce/label/c.Backroom_act_event_close';
import u124 from '@salesforce/label/c.Backroom_act_desk_title';
import u125 from '@salesforce/label/c.Backroom_act_desk_none';
import u126 from '@salesforce/label/c.Backroom_check_order_cancelled';
import u127 from '@salesforce/label/c.Backroom_check_change_other_customer';
import u128 from '@salesforce/label/c.Backroom_check_change_other_currency';
import u129 from '@salesforce/label/c.Backroom_loading';
import u130 from '@salesforce/label/c.Backroom_refresh';
import u131 from '@salesforce/label/c.Backroom_retry';
import u132 from '@salesforce/label/c.Backroom_close';
import u133 from '@salesforce/label/c.Backroom_cancel';
import u134 from '@salesforce/label/c.Backroom_details';
import u135 from '@salesforce/label/c.Backroom_reference';
import u136 from '@salesforce/label/c.Backroom_label_value';
import u137 from '@salesforce/label/c.Backroom_who_rep';
import u138 from '@salesforce/label/c.Backroom_who_order_desk';
import u139 from '@salesforce/label/c.Backroom_who_admin';
import u140 from '@salesforce/label/c.Backroom_who_operator';
import u141 from '@salesforce/label/c.Backroom_who_nobody';
import u142 from '@salesforce/label/c.Backroom_unknown';
import u143 from '@salesforce/label/c.Backroom_none';
import u144 from '@salesforce/label/c.Backroom_yes';
import u145 from '@salesforce/label/c.Backroom_no';
import u146 from '@salesforce/label/c.Backroom_age_live';
import u147 from '@salesforce/label/c.Backroom_age_cached';
import u148 from '@salesforce/label/c.Backroom_age_stale';
import u149 from '@salesforce/label/c.Backroom_now';
import u150 from '@salesforce/label/c.Backroom_product';
import u151 from '@salesforce/label/c.Backroom_quantity';
import u152 from '@salesforce/label/c.Backroom_stock';
import u153 from '@salesforce/label/c.Backroom_available';
import u154 from '@salesforce/label/c.Backroom_on_hand';
import u155 from '@salesforce/label/c.Backroom_incoming';
import u156 from '@salesforce/label/c.Backroom_warehouse';
import u157 from '@salesforce/label/c.Backroom_promise_date';
import u158 from '@salesforce/label/c.Backroom_quoted_price';
import u159 from '@salesforce/label/c.Backroom_erp_price';
import u160 from '@salesforce/label/c.Backroom_list_price';
import u161 from '@salesforce/label/c.Backroom_discount';
import u162 from '@salesforce/label/c.Backroom_price_source';
import u163 from '@salesforce/label/c.Backroom_price_breaks';
import u164 from '@salesforce/label/c.Backroom_price';
import u165 from '@salesforce/label/c.Backroom_date';
import u166 from '@salesforce/label/c.Backroom_number';
import u167 from '@salesforce/label/c.Backroom_status';
import u168 from '@salesforce/label/c.Backroom_total';
import u169 from '@salesforce/label/c.Backroom_line_total';
import u170 from '@salesforce/label/c.Backroom_open';
import u171 from '@salesforce/label/c.Backroom_due';
import u172 from '@salesforce/label/c.Backroom_issued';
import u173 from '@salesforce/label/c.Backroom_overdue';
import u174 from '@salesforce/label/c.Backroom_amount';
import u175 from '@salesforce/label/c.Backroom_order';
import u176 from '@salesforce/label/c.Backroom_orders';
import u177 from '@salesforce/label/c.Backroom_invoices';
import u178 from '@salesforce/label/c.Backroom_returns';
import u179 from '@salesforce/label/c.Backroom_credit';
import u180 from '@salesforce/label/c.Backroom_customer';
import u181 from '@salesforce/label/c.Backroom_net';
import u182 from '@salesforce/label/c.Backroom_tax';
import u183 from '@salesforce/label/c.Backroom_reason';
import u184 from '@salesforce/label/c.Backroom_delivered';
import u185 from '@salesforce/label/c.Backroom_deliveries';
import u186 from '@salesforce/label/c.Backroom_tracking';
import u187 from '@salesforce/label/c.Backroom_credit_note';
import u188 from '@salesforce/label/c.Backroom_payment_terms';
import u189 from '@salesforce/label/c.Backroom_lines';
import u190 from '@salesforce/label/c.Backroom_overview_title';
import u191 from '@salesforce/label/c.Backroom_overview_complete_by';
import u192 from '@salesforce/label/c.Backroom_overview_complete_never';
import u193 from '@salesforce/label/c.Backroom_overview_credit_after';
import u194 from '@salesforce/label/c.Backroom_overview_credit_free';
import u195 from '@salesforce/label/c.Backroom_overview_open_invoices';
import u196 from '@salesforce/label/c.Backroom_overview_of_which_overdue';
import u197 from '@salesforce/label/c.Backroom_overview_all_overdue';
import u198 from '@salesforce/label/c.Backroom_overview_nothing_open';
import u199 from '@salesforce/label/c.Backroom_overview_missing';
import u200 from '@salesforce/label/c.Backroom_overview_no_limit';
import u201 from '@salesforce/label/c.Backroom_alert_credit_over_limit';
import u202 from '@salesforce/label/c.Backroom_alert_credit_blocked';
import u203 from '@salesforce/label/c.Backroom_alert_credit_overdue';
import u204 from '@salesforce/label/c.Backroom_alert_credit_near_limit';
import u205 from '@salesforce/label/c.Backroom_alert_stock_short';
import u206 from '@salesforce/label/c.Backroom_alert_stock_later';
import u207 from '@salesforce/label/c.Backroom_alert_stock_unknown';
import u208 from '@salesforce/label/c.Backroom_alert_price_below';
import u209 from '@salesforce/label/c.Backroom_alert_unknown_product';
import u210 from '@salesforce/label/c.Backroom_alert_other_customer';
import u211 from '@salesforce/label/c.Backroom_alert_customer_not_linked';
import u212 from '@salesforce/label/c.Backroom_alert_order_waiting';
import u213 from '@salesforce/label/c.Backroom_alert_order_needs_attention';
import u214 from '@salesforce/label/c.Backroom_alert_possible_twin';
import u215 from '@salesforce/label/c.Backroom_alert_quote_changed';
import u216 from '@salesforce/label/c.Backroom_alert_automation_waiting';
import u217 from '@salesforce/label/c.Backroom_alert_figures_stale';
import u218 from '@salesforce/label/c.Backroom_customer_candidates_title';
import u219 from '@salesforce/label/c.Backroom_customer_merged_text';
import u220 from '@salesforce/label/c.Backroom_customer_candidates_text';
import u221 from '@salesforce/label/c.Backroom_customer_none_title';
import u222 from '@salesforce/label/c.Backroom_customer_none_text';
import u223 from '@salesforce/label/c.Backroom_customer_create';
import u224 from '@salesforce/label/c.Backroom_customer_creating';
import u225 from '@salesforce/label/c.Backroom_customer_link';
import u226 from '@salesforce/label/c.Backroom_customer_linked_to';
import u227 from '@salesforce/label/c.Backroom_customer_unlink';
import u228 from '@salesforce/label/c.Backroom_customer_unlink_ask';
import u229 from '@salesforce/label/c.Backroom_customer_undo';
import u230 from '@salesforce/label/c.Backroom_customer_search';
import u231 from '@salesforce/label/c.Backroom_customer_search_label';
import u232 from '@salesforce/label/c.Backroom_customer_search_none';
import u233 from '@salesforce/label/c.Backroom_customer_match';
import u234 from '@salesforce/label/c.Backroom_customer_why_vat_id';
import u235 from '@salesforce/label/c.Backroom_customer_why_registration_number';
import u236 from '@salesforce/label/c.Backroom_customer_why_email_domain';
import u237 from '@salesforce/label/c.Backroom_customer_why_email';
import u238 from '@salesforce/label/c.Backroom_customer_why_name';
import u239 from '@salesforce/label/c.Backroom_customer_why_erp_number';
import u240 from '@salesforce/label/c.Backroom_customer_no_company_title';
import u241 from '@salesforce/label/c.Backroom_customer_no_company_text';
import u242 from '@salesforce/label/c.Backroom_customer_unlinked_title';
import u243 from '@salesforce/label/c.Backroom_customer_unlinked_text';
import u244 from '@salesforce/label/c.Backroom_stock_title';
import u245 from '@salesforce/label/c.Backroom_stock_later';
import u246 from '@salesforce/label/c.Backroom_stock_short';
import u247 from '@salesforce/label/c.Backroom_stock_available_count';
import u248 from '@salesforce/label/c.Backroom_stock_available_of';
import u249 from '@salesforce/label/c.Backroom_stock_not_stocked';
import u250 from '@salesforce/label/c.Backroom_stock_ordered';
import u251 from '@salesforce/label/c.Backroom_stock_not_serving';
import u252 from '@salesforce/label/c.Backroom_stock_unknown';
import u253 from '@salesforce/label/c.Backroom_stock_now';
import u254 from '@salesforce/label/c.Backroom_stock_never';
import u255 from '@salesforce/label/c.Backroom_stock_no_lines_title';
import u256 from '@salesforce/label/c.Backroom_stock_no_lines_text';
import u257 from '@salesforce/label/c.Backroom_stock_lines_from_deal';
import u258 from '@salesforce/label/c.Backroom_stock_details_of';
import u259 from '@salesforce/label/c.Backroom_stock_incoming_none';
import u260 from '@salesforce/label/c.Backroom_price_equal';
import u261 from '@salesforce/label/c.Backroom_price_below';
import u262 from '@salesforce/label/c.Backroom_price_above';
import u263 from '@salesforce/label/c.Backroom_price_quote_lower';
import u264 from '@salesforce/label/c.Backroom_price_quote_higher';
import u265 from '@salesforce/label/c.Backroom_price_other_currency';
import u266 from '@salesforce/label/c.Backroom_price_quoted_total';
import u267 from '@salesforce/label/c.Backroom_price_erp_total';
import u268 from '@salesforce/label/c.Backroom_price_total_difference';
import u269 from '@salesforce/label/c.Backroom_price_source_customer_price';
import u270 from '@salesforce/label/c.Backroom_price_source_price_list';
import u271 from '@salesforce/label/c.Backroom_price_source_quantity_break';
import u272 from '@salesforce/label/c.Backroom_price_source_list_price';
import u273 from '@salesforce/label/c.Backroom_trouble_unknown_product';
import u274 from '@salesforce/label/c.Backroom_trouble_no_code';
import u275 from '@salesforce/label/c.Backroom_trouble_invalid_quantity';
import u276 from '@salesforce/label/c.Backroom_trouble_archived_product';
import u277 from '@salesforce/label/c.Backroom_trouble_no_price';
import u278 from '@salesforce/label/c.Backroom_trouble_no_erp_price';
import u279 from '@salesforce/label/c.Backroom_order_title';
import u280 from '@salesforce/label/c.Backroom_order_quote';
import u281 from '@salesforce/label/c.Backroom_order_ask_approval';
import u282 from '@salesforce/label/c.Backroom_order_convert';
import u283 from '@salesforce/label/c.Backroom_order_accept';
import u284 from '@salesforce/label/c.Backroom_order_different_sale';
import u285 from '@salesforce/label/c.Backroom_order_requested_date';
import u286 from '@salesforce/label/c.Backroom_order_note';
import u287 from '@salesforce/label/c.Backroom_order_details_save';
import u288 from '@salesforce/label/c.Backroom_order_details_title';
import u289 from '@salesforce/label/c.Backroom_order_po_number';
import u290 from '@salesforce/label/c.Backroom_order_contact';
import u291 from '@salesforce/label/c.Backroom_order_deliver_to';
import u292 from '@salesforce/label/c.Backroom_order_deliver_to_usual';
import u293 from '@salesforce/label/c.Backroom_order_invoice_to';
import u294 from '@salesforce/label/c.Backroom_order_partial';
import u295 from '@salesforce/label/c.Backroom_order_partial_yes';
import u296 from '@salesforce/label/c.Backroom_order_partial_no';
import u297 from '@salesforce/label/c.Backroom_order_partial_default';
import u298 from '@salesforce/label/c.Backroom_order_charges';
import u299 from '@salesforce/label/c.Backroom_order_level_approval';
import u300 from '@salesforce/label/c.Backroom_order_level_approved';
import u301 from '@salesforce/label/c.Backroom_order_level_block';
import u302 from '@salesforce/label/c.Backroom_order_level_warn';
import u303 from '@salesforce/label/c.Backroom_order_level_info';
import u304 from '@salesforce/label/c.Backroom_order_in_erp';
import u305 from '@salesforce/label/c.Backroom_order_kept';
import u306 from '@salesforce/label/c.Backroom_differs_title';
import u307 from '@salesforce/label/c.Backroom_differs_whole';
import u308 from '@salesforce/label/c.Backroom_differs_of_line';
import u309 from '@salesforce/label/c.Backroom_differs_reference';
import u310 from '@salesforce/label/c.Backroom_differs_customer';
import u311 from '@salesforce/label/c.Backroom_differs_lines';
import u312 from '@salesforce/label/c.Backroom_differs_product';
import u313 from '@salesforce/label/c.Backroom_differs_quantity';
import u314 from '@salesforce/label/c.Backroom_differs_unit_price';
import u315 from '@salesforce/label/c.Backroom_differs_net';
import u316 from '@salesforce/label/c.Backroom_differs_total';
import u317 from '@salesforce/label/c.Backroom_differs_currency';
import u318 from '@salesforce/label/c.Backroom_differs_charges';
import u319 from '@salesforce/label/c.Backroom_differs_custom';
import u320 from '@salesforce/label/c.Backroom_differs_po_number';
import u321 from '@salesforce/label/c.Backroom_differs_requested_date';
import u322 from '@salesforce/label/c.Backroom_differs_note';
import u323 from '@salesforce/label/c.Backroom_differs_contact';
import u324 from '@salesforce/label/c.Backroom_differs_delivery_address';
import u325 from '@salesforce/label/c.Backroom_differs_invoice_address';
import u326 from '@salesforce/label/c.Backroom_differs_partial_delivery';
import u327 from '@salesforce/label/c.Backroom_order_history';
import u328 from '@salesforce/label/c.Backroom_order_resend';
import u329 from '@salesforce/label/c.Backroom_order_cancel';
import u330 from '@salesforce/label/c.Backroom_order_cancel_confirm';
import u331 from '@salesforce/label/c.Backroom_order_once_more';
import u332 from '@salesforce/label/c.Backroom_order_once_more_not';
import u333 from '@salesforce/label/c.Backroom_order_promised';
import u334 from '@salesforce/label/c.Backroom_order_ordered';
import u335 from '@salesforce/label/c.Backroom_order_no_deliveries';
import u336 from '@salesforce/label/c.Backroom_order_written_back';
import u337 from '@salesforce/label/c.Backroom_order_writing_back';
import u338 from '@salesforce/label/c.Backroom_order_next_try';
import u339 from '@salesforce/label/c.Backroom_order_field';
import u340 from '@salesforce/label/c.Backroom_order_erp_says';
import u341 from '@salesforce/label/c.Backroom_order_none_title';
import u342 from '@salesforce/label/c.Backroom_order_none_text';
import u343 from '@salesforce/label/c.Backroom_order_more';
import u344 from '@salesforce/label/c.Backroom_order_held';
import u345 from '@salesforce/label/c.Backroom_order_block_delivery';
import u346 from '@salesforce/label/c.Backroom_order_block_billing';
import u347 from '@salesforce/label/c.Backroom_order_block_credit';
import u348 from '@salesforce/label/c.Backroom_order_block_approval';
import u349 from '@salesforce/label/c.Backroom_order_block_stopped';
import u350 from '@salesforce/label/c.Backroom_order_status_draft';
import u351 from '@salesforce/label/c.Backroom_order_status_confirmed';
import u352 from '@salesforce/label/c.Backroom_order_status_partly_delivered';
import u353 from '@salesforce/label/c.Backroom_order_status_delivered';
import u354 from '@salesforce/label/c.Backroom_order_status_invoiced';
import u355 from '@salesforce/label/c.Backroom_order_status_cancelled';
import u356 from '@salesforce/label/c.Backroom_delivery_planned';
import u357 from '@salesforce/label/c.Backroom_delivery_shipped';
import u358 from '@salesforce/label/c.Backroom_delivery_delivered';
import u359 from '@salesforce/label/c.Backroom_submission_queued';
import u360 from '@salesforce/label/c.Backroom_submission_sending';
import u361 from '@salesforce/label/c.Backroom_submission_checking';
import u362 from '@salesforce/label/c.Backroom_submission_waiting';
import u363 from '@salesforce/label/c.Backroom_submission_needs_attention';
import u364 from '@salesforce/label/c.Backroom_submission_confirmed';
import u365 from '@salesforce/label/c.Backroom_submission_cancelled';
import u366 from '@salesforce/label/c.Backroom_submission_next_queued';
import u367 from '@salesforce/label/c.Backroom_submission_next_sending';
import u368 from '@salesforce/label/c.Backroom_submission_next_checking';
import u369 from '@salesforce/label/c.Backroom_submission_next_waiting';
import u370 from '@salesforce/label/c.Backroom_submission_next_needs_attention';
import u371 from '@salesforce/label/c.Backroom_submission_next_confirmed';
import u372 from '@salesforce/label/c.Backroom_submission_next_cancelled';
import u373 from '@salesforce/label/c.Backroom_submission_next_sending_other';
import u374 from '@salesforce/label/c.Backroom_submission_next_confirmed_other';
import u375 from '@salesforce/label/c.Backroom_submission_next_cancelled_other';
import u376 from '@salesforce/label/c.Backroom_order_open_desk';
import u377 from '@salesforce/label/c.Backroom_order_mend_at_desk';
import u378 from '@salesforce/label/c.Backroom_order_stopped';
import u379 from '@salesforce/label/c.Backroom_field_requestedDate';
import u380 from '@salesforce/label/c.Backroom_field_note';
import u381 from '@salesforce/label/c.Backroom_field_poNumber';
import u382 from '@salesforce/label/c.Backroom_field_deliverTo';
import u383 from '@salesforce/label/c.Backroom_field_invoiceTo';
import u384 from '@salesforce/label/c.Backroom_field_partialDelivery';
import u385 from '@salesforce/label/c.Backroom_field_quantity';
import u386 from '@salesforce/label/c.Backroom_field_unitPrice';
import u387 from '@salesforce/label/c.Backroom_field_productId';
import u388 from '@salesforce/label/c.Backroom_field_customerId';
import u389 from '@salesforce/label/c.Backroom_field_customer';
import u390 from '@salesforce/label/c.Backroom_field_currency';
import u391 from '@salesforce/label/c.Backroom_field_code';
import u392 from '@salesforce/label/c.Backroom_field_orderNumber';
import u393 from '@salesforce/label/c.Backroom_field_of_line';
import u394 from '@salesforce/label/c.Backroom_step_accepted';
import u395 from '@salesforce/label/c.Backroom_step_customer';
import u396 from '@salesforce/label/c.Backroom_step_look_up';
import u397 from '@salesforce/label/c.Backroom_step_create';
import u398 from '@salesforce/label/c.Backroom_step_confirm';
import u399 from '@salesforce/label/c.Backroom_step_write_back';
import u400 from '@salesforce/label/c.Backroom_step_mend';
import u401 from '@salesforce/label/c.Backroom_step_resend';
import u402 from '@salesforce/label/c.Backroom_step_adopt';
import u403 from '@salesforce/label/c.Backroom_step_cancel';
import u404 from '@salesforce/label/c.Backroom_check_customer_not_linked';
import u405 from '@salesforce/label/c.Backroom_check_customer_not_known';
import u406 from '@salesforce/label/c.Backroom_check_customer_blocked';
import u407 from '@salesforce/label/c.Backroom_check_no_lines';
import u408 from '@salesforce/label/c.Backroom_check_line_without_code';
import u409 from '@salesforce/label/c.Backroom_check_unknown_product';
import u410 from '@salesforce/label/c.Backroom_check_archived_product';
import u411 from '@salesforce/label/c.Backroom_check_quantity_invalid';
import u412 from '@salesforce/label/c.Backroom_check_price_unknown';
import u413 from '@salesforce/label/c.Backroom_check_mixed_currencies';
import u414 from '@salesforce/label/c.Backroom_check_currency_differs';
import u415 from '@salesforce/label/c.Backroom_check_stock_short';
import u416 from '@salesforce/label/c.Backroom_check_stock_later';
import u417 from '@salesforce/label/c.Backroom_check_price_below';
import u418 from '@salesforce/label/c.Backroom_check_price_above';
import u419 from '@salesforce/label/c.Backroom_check_over_limit';
import u420 from '@salesforce/label/c.Backroom_check_near_limit';
import u421 from '@salesforce/label/c.Backroom_check_overdue';
import u422 from '@salesforce/label/c.Backroom_check_already_converted';
import u423 from '@salesforce/label/c.Backroom_check_other_customer';
import u424 from '@salesforce/label/c.Backroom_check_order_again';
import u425 from '@salesforce/label/c.Backroom_check_possible_twin';
import u426 from '@salesforce/label/c.Backroom_check_customer_created_first';
import u427 from '@salesforce/label/c.Backroom_check_figures_stale';
import u428 from '@salesforce/label/c.Backroom_check_erp_unavailable';
import u429 from '@salesforce/label/c.Backroom_check_total_differs';
import u430 from '@salesforce/label/c.Backroom_check_line_differs';
import u431 from '@salesforce/label/c.Backroom_check_quote_expired';
import u432 from '@salesforce/label/c.Backroom_check_quote_not_accepted';
import u433 from '@salesforce/label/c.Backroom_check_no_company';
import u434 from '@salesforce/label/c.Backroom_check_company_without_name';
import u435 from '@salesforce/label/c.Backroom_check_record_unreadable';
import u436 from '@salesforce/label/c.Backroom_check_field_hidden';
import u437 from '@salesforce/label/c.Backroom_check_several_quotes';
import u438 from '@salesforce/label/c.Backroom_check_recurring_line';
import u439 from '@salesforce/label/c.Backroom_check_tiered_price';
import u440 from '@salesforce/label/c.Backroom_check_currency_unknown';
import u441 from '@salesforce/label/c.Backroom_check_tax_differs';
import u442 from '@salesforce/label/c.Backroom_check_price_invalid';
import u443 from '@salesforce/label/c.Backroom_check_discount_invalid';
import u444 from '@salesforce/label/c.Backroom_check_line_total_differs';
import u445 from '@salesforce/label/c.Backroom_check_quote_total_differs';
import u446 from '@salesforce/label/c.Backroom_check_adjustment_unknown';
import u447 from '@salesforce/label/c.Backroom_check_address_not_carried';
import u448 from '@salesforce/label/c.Backroom_check_charge_not_carried';
import u449 from '@salesforce/label/c.Backroom_check_mapping_not_known';
import u450 from '@salesforce/label/c.Backroom_check_mapped_field_gone';
import u451 from '@salesforce/label/c.Backroom_check_mapped_value_gone';
import u452 from '@salesforce/label/c.Backroom_check_value_not_mapped';
import u453 from '@salesforce/label/c.Backroom_check_value_unusable';
import u454 from '@salesforce/label/c.Backroom_check_charge_item_gone';
import u455 from '@salesforce/label/c.Backroom_check_unit_differs';
import u456 from '@salesforce/label/c.Backroom_check_detail_not_carried';
import u457 from '@salesforce/label/c.Backroom_check_address_incomplete';
import u458 from '@salesforce/label/c.Backroom_check_address_unknown';
import u459 from '@salesforce/label/c.Backroom_check_date_passed';
import u460 from '@salesforce/label/c.Backroom_check_erp_unfit';
import u461 from '@salesforce/label/c.Backroom_check_quantity_decimals';
import u462 from '@salesforce/label/c.Backroom_check_unknown_product_near';
import u463 from '@salesforce/label/c.Backroom_check_products_not_known';
import u464 from '@salesforce/label/c.Backroom_check_figure_missing';
import u465 from '@salesforce/label/c.Backroom_check_stock_unknown';
import u466 from '@salesforce/label/c.Backroom_check_erp_price_unknown';
import u467 from '@salesforce/label/c.Backroom_check_credit_not_comparable';
import u468 from '@salesforce/label/c.Backroom_check_credit_total_unknown';
import u469 from '@salesforce/label/c.Backroom_check_erp_limit';
import u470 from '@salesforce/label/c.Backroom_check_orders_read_only';
import u471 from '@salesforce/label/c.Backroom_check_discount_limit';
import u472 from '@salesforce/label/c.Backroom_check_amount_limit';
import u473 from '@salesforce/label/c.Backroom_check_credit_limit';
import u474 from '@salesforce/label/c.Backroom_check_all_well';
import u475 from '@salesforce/label/c.Backroom_check_erp_refuses';
import u476 from '@salesforce/label/c.Backroom_invoices_title';
import u477 from '@salesforce/label/c.Backroom_invoices_none_title';
import u478 from '@salesforce/label/c.Backroom_invoices_none_text';
import u479 from '@salesforce/label/c.Backroom_invoices_open_total';
import u480 from '@salesforce/label/c.Backroom_invoices_overdue_total';
import u481 from '@salesforce/label/c.Backroom_invoices_next_due';
import u482 from '@salesforce/label/c.Backroom_invoices_more';
import u483 from '@salesforce/label/c.Backroom_invoices_credit_note';
import u484 from '@salesforce/label/c.Backroom_invoice_kind_credit_note';
import u485 from '@salesforce/label/c.Backroom_invoice_status_paid';
import u486 from '@salesforce/label/c.Backroom_invoice_status_part_paid';
import u487 from '@salesforce/label/c.Backroom_invoice_status_open';
import u488 from '@salesforce/label/c.Backroom_invoice_status_overdue';
import u489 from '@salesforce/label/c.Backroom_invoice_status_cancelled';
import u490 from '@salesforce/label/c.Backroom_invoice_overdue_days';
import u491 from '@salesforce/label/c.Backroom_invoice_pdf';
import u492 from '@salesforce/label/c.Backroom_invoice_pdf_of';
import u493 from '@salesforce/label/c.Backroom_credit_limit';
import u494 from '@salesforce/label/c.Backroom_credit_exposure';
import u495 from '@salesforce/label/c.Backroom_credit_free';
import u496 from '@salesforce/label/c.Backroom_credit_after_deal';
import u497 from '@salesforce/label/c.Backroom_credit_ordered';
import u498 from '@salesforce/label/c.Backroom_credit_order_gross';
import u499 from '@salesforce/label/c.Backroom_credit_no_limit';
import u500 from '@salesforce/label/c.Backroom_credit_ageing';
import u501 from '@salesforce/label/c.Backroom_credit_ageing_not_due';
import u502 from '@salesforce/label/c.Backroom_credit_ageing_range';
import u503 from '@salesforce/label/c.Backroom_credit_ageing_more';
import u504 from '@salesforce/label/c.Backroom_credit_verdict_ok';
import u505 from '@salesforce/label/c.Backroom_credit_verdict_near_limit';
import u506 from '@salesforce/label/c.Backroom_credit_verdict_over_limit';
import u507 from '@salesforce/label/c.Backroom_credit_verdict_overdue';
import u508 from '@salesforce/label/c.Backroom_credit_verdict_blocked';
import u509 from '@salesforce/label/c.Backroom_credit_verdict_no_limit';
import u510 from '@salesforce/label/c.Backroom_credit_verdict_not_judged';
import u511 from '@salesforce/label/c.Backroom_returns_title';
import u512 from '@salesforce/label/c.Backroom_returns_none_title';
import u513 from '@salesforce/label/c.Backroom_returns_none_text';
import u514 from '@salesforce/label/c.Backroom_returns_claim';
import u515 from '@salesforce/label/c.Backroom_returns_claim_title';
import u516 from '@salesforce/label/c.Backroom_returns_claim_send';
import u517 from '@salesforce/label/c.Backroom_returns_choose_order';
import u518 from '@salesforce/label/c.Backroom_returns_quantity_of';
import u519 from '@salesforce/label/c.Backroom_returns_reason_hint';
import u520 from '@salesforce/label/c.Backroom_returns_need_quantity';
import u521 from '@salesforce/label/c.Backroom_returns_need_reason';
import u522 from '@salesforce/label/c.Backroom_returns_no_orders';
import u523 from '@salesforce/label/c.Backroom_returns_sent_toast';
import u524 from '@salesforce/label/c.Backroom_return_status_requested';
import u525 from '@salesforce/label/c.Backroom_return_status_approved';
import u526 from '@salesforce/label/c.Backroom_return_status_received';
import u527 from '@salesforce/label/c.Backroom_return_status_partly_credited';
import u528 from '@salesforce/label/c.Backroom_return_status_credited';
import u529 from '@salesforce/label/c.Backroom_return_status_replaced';
import u530 from '@salesforce/label/c.Backroom_return_status_rejected';
import u531 from '@salesforce/label/c.Backroom_settings_title';
import u532 from '@salesforce/label/c.Backroom_settings_connection';
import u533 from '@salesforce/label/c.Backroom_settings_no_connection';
import u534 from '@salesforce/label/c.Backroom_settings_connect';
import u535 from '@salesforce/label/c.Backroom_settings_manage_connection';
import u536 from '@salesforce/label/c.Backroom_settings_open_connection';
import u537 from '@salesforce/label/c.Backroom_settings_state_ok';
import u538 from '@salesforce/label/c.Backroom_settings_state_down';
import u539 from '@salesforce/label/c.Backroom_settings_state_unauthorised';
import u540 from '@salesforce/label/c.Backroom_settings_state_unknown';
import u541 from '@salesforce/label/c.Backroom_settings_erp';
import u542 from '@salesforce/label/c.Backroom_settings_address';
import u543 from '@salesforce/label/c.Backroom_settings_version';
import u544 from '@salesforce/label/c.Backroom_settings_latency';
import u545 from '@salesforce/label/c.Backroom_settings_milliseconds';
import u546 from '@salesforce/label/c.Backroom_settings_checked';
import u547 from '@salesforce/label/c.Backroom_settings_flows';
import u548 from '@salesforce/label/c.Backroom_settings_flows_text';
import u549 from '@salesforce/label/c.Backroom_settings_unsupported';
import u550 from '@salesforce/label/c.Backroom_settings_write_back';
import u551 from '@salesforce/label/c.Backroom_settings_properties_ready';
import u552 from '@salesforce/label/c.Backroom_settings_properties_missing';
import u553 from '@salesforce/label/c.Backroom_settings_test_erp';
import u554 from '@salesforce/label/c.Backroom_settings_test_erp_help';
import u555 from '@salesforce/label/c.Backroom_settings_check';
import u556 from '@salesforce/label/c.Backroom_settings_master';
import u557 from '@salesforce/label/c.Backroom_settings_master_erp';
import u558 from '@salesforce/label/c.Backroom_settings_master_crm';
import u559 from '@salesforce/label/c.Backroom_settings_master_crm_erp';
import u560 from '@salesforce/label/c.Backroom_flow_customers';
import u561 from '@salesforce/label/c.Backroom_flow_orders';
import u562 from '@salesforce/label/c.Backroom_flow_stock';
import u563 from '@salesforce/label/c.Backroom_flow_invoices';
import u564 from '@salesforce/label/c.Backroom_flow_pricing';
import u565 from '@salesforce/label/c.Backroom_flow_returns';
import u566 from '@salesforce/label/c.Backroom_flow_credit';
import u567 from '@salesforce/label/c.Backroom_panel_customer';
import u568 from '@salesforce/label/c.Backroom_panel_stock';
import u569 from '@salesforce/label/c.Backroom_panel_pricing';
import u570 from '@salesforce/label/c.Backroom_panel_orders';
import u571 from '@salesforce/label/c.Backroom_panel_invoices';
import u572 from '@salesforce/label/c.Backroom_panel_credit';
import u573 from '@salesforce/label/c.Backroom_panel_returns';
import u574 from '@salesforce/label/c.Backroom_panel_overview';
import u575 from '@salesforce/label/c.Backroom_pages_previous';
import u576 from '@salesforce/label/c.Backroom_pages_next';
import u577 from '@salesforce/label/c.Backroom_salesforce_org';
import u578 from '@salesforce/label/c.Backroom_salesforce_org_id';
import u579 from '@salesforce/label/c.Backroom_salesforce_instance';
import u580 from '@salesforce/label/c.Backroom_salesforce_sandbox';
import u581 from '@salesforce/label/c.Backroom_salesforce_certificate';
import u582 from '@salesforce/label/c.Backroom_salesforce_roles';
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
import p39 from '@salesforce/label/c.Backroom_problem_order_act_pending';
import d39 from '@salesforce/label/c.Backroom_problem_order_act_pending_do';
import p40 from '@salesforce/label/c.Backroom_problem_order_changed_in_erp';
import d40 from '@salesforce/label/c.Backroom_problem_order_changed_in_erp_do';
import p41 from '@salesforce/label/c.Backroom_problem_order_gone';
import d41 from '@salesforce/label/c.Backroom_problem_order_gone_do';
import p42 from '@salesforce/label/c.Backroom_problem_desk_link_used';
import d42 from '@salesforce/label/c.Backroom_problem_desk_link_used_do';
import p43 from '@salesforce/label/c.Backroom_problem_desk_link_expired';
import d43 from '@salesforce/label/c.Backroom_problem_desk_link_expired_do';
import p44 from '@salesforce/label/c.Backroom_problem_desk_other_session';
import d44 from '@salesforce/label/c.Backroom_problem_desk_other_session_do';
import p45 from '@salesforce/label/c.Backroom_problem_desk_signed_out';
import d45 from '@salesforce/label/c.Backroom_problem_desk_signed_out_do';
import p46 from '@salesforce/label/c.Backroom_problem_connection_in_use';
import d46 from '@salesforce/label/c.Backroom_problem_connection_in_use_do';
import p47 from '@salesforce/label/c.Backroom_problem_pilot_only';
import d47 from '@salesforce/label/c.Backroom_problem_pilot_only_do';
import p48 from '@salesforce/label/c.Backroom_problem_flow_read_only';
import d48 from '@salesforce/label/c.Backroom_problem_flow_read_only_do';
import p49 from '@salesforce/label/c.Backroom_problem_approval_waiting';
import d49 from '@salesforce/label/c.Backroom_problem_approval_waiting_do';
import p50 from '@salesforce/label/c.Backroom_problem_approval_rejected';
import d50 from '@salesforce/label/c.Backroom_problem_approval_rejected_do';
import p51 from '@salesforce/label/c.Backroom_problem_connection_is_test';
import d51 from '@salesforce/label/c.Backroom_problem_connection_is_test_do';
import p52 from '@salesforce/label/c.Backroom_problem_connection_paused';
import d52 from '@salesforce/label/c.Backroom_problem_connection_paused_do';
import p53 from '@salesforce/label/c.Backroom_problem_connection_is_default';
import d53 from '@salesforce/label/c.Backroom_problem_connection_is_default_do';
import p54 from '@salesforce/label/c.Backroom_problem_flow_off';
import d54 from '@salesforce/label/c.Backroom_problem_flow_off_do';
import p55 from '@salesforce/label/c.Backroom_problem_flow_unsupported';
import d55 from '@salesforce/label/c.Backroom_problem_flow_unsupported_do';
import p56 from '@salesforce/label/c.Backroom_problem_erp_unreachable';
import d56 from '@salesforce/label/c.Backroom_problem_erp_unreachable_do';
import p57 from '@salesforce/label/c.Backroom_problem_erp_timeout';
import d57 from '@salesforce/label/c.Backroom_problem_erp_timeout_do';
import p58 from '@salesforce/label/c.Backroom_problem_erp_busy';
import d58 from '@salesforce/label/c.Backroom_problem_erp_busy_do';
import p59 from '@salesforce/label/c.Backroom_problem_erp_refused';
import d59 from '@salesforce/label/c.Backroom_problem_erp_refused_do';
import p60 from '@salesforce/label/c.Backroom_problem_erp_unauthorised';
import d60 from '@salesforce/label/c.Backroom_problem_erp_unauthorised_do';
import p61 from '@salesforce/label/c.Backroom_problem_erp_conflict';
import d61 from '@salesforce/label/c.Backroom_problem_erp_conflict_do';
import p62 from '@salesforce/label/c.Backroom_problem_erp_uncertain';
import d62 from '@salesforce/label/c.Backroom_problem_erp_uncertain_do';
import p63 from '@salesforce/label/c.Backroom_problem_erp_drift';
import d63 from '@salesforce/label/c.Backroom_problem_erp_drift_do';
import p64 from '@salesforce/label/c.Backroom_problem_erp_limit';
import d64 from '@salesforce/label/c.Backroom_problem_erp_limit_do';
import p65 from '@salesforce/label/c.Backroom_problem_erp_unfit';
import d65 from '@salesforce/label/c.Backroom_problem_erp_unfit_do';
import p66 from '@salesforce/label/c.Backroom_problem_erp_not_connected';
import d66 from '@salesforce/label/c.Backroom_problem_erp_not_connected_do';
import p67 from '@salesforce/label/c.Backroom_problem_crm_unreachable';
import d67 from '@salesforce/label/c.Backroom_problem_crm_unreachable_do';
import p68 from '@salesforce/label/c.Backroom_problem_crm_busy';
import d68 from '@salesforce/label/c.Backroom_problem_crm_busy_do';
import p69 from '@salesforce/label/c.Backroom_problem_crm_unauthorised';
import d69 from '@salesforce/label/c.Backroom_problem_crm_unauthorised_do';
import p70 from '@salesforce/label/c.Backroom_problem_crm_refused';
import d70 from '@salesforce/label/c.Backroom_problem_crm_refused_do';
import p71 from '@salesforce/label/c.Backroom_problem_store_unavailable';
import d71 from '@salesforce/label/c.Backroom_problem_store_unavailable_do';
import p72 from '@salesforce/label/c.Backroom_problem_cannot_process';
import d72 from '@salesforce/label/c.Backroom_problem_cannot_process_do';
import p73 from '@salesforce/label/c.Backroom_problem_internal';
import d73 from '@salesforce/label/c.Backroom_problem_internal_do';
import p74 from '@salesforce/label/c.Backroom_problem_backroom_unreachable';
import d74 from '@salesforce/label/c.Backroom_problem_backroom_unreachable_do';

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
  'act.change_button': u62,
  'act.cancel_button': u63,
  'act.change_title': u64,
  'act.change_about': u65,
  'act.nothing': u66,
  'act.same': u67,
  'act.before': u68,
  'act.after': u69,
  'act.detail': u70,
  'act.net': u71,
  'act.total': u72,
  'act.changed_in_erp': u73,
  'act.changed_in_erp_text': u74,
  'act.changed_in_erp_cancel': u75,
  'act.closed_change': u76,
  'act.closed_cancel': u77,
  'act.closed_next_change': u78,
  'act.closed_next_cancel': u79,
  'act.keep': u80,
  'act.cancel_title': u81,
  'act.cancel_text': u82,
  'act.reason': u83,
  'act.confirm_change': u84,
  'act.confirm_cancel': u85,
  'act.change.heading': u86,
  'act.cancel.heading': u87,
  'act.step.accepted': u88,
  'act.step.sent': u89,
  'act.step.change': u90,
  'act.step.cancel': u91,
  'act.state.queued': u92,
  'act.state.sending': u93,
  'act.state.checking': u94,
  'act.state.waiting': u95,
  'act.state.needs_attention': u96,
  'act.state.done': u97,
  'act.state.refused': u98,
  'act.state.withdrawn': u99,
  'act.state.closed': u100,
  'act.next.queued': u101,
  'act.next.sending': u102,
  'act.next.checking': u103,
  'act.next.waiting': u104,
  'act.next.needs_attention': u105,
  'act.next.refused': u106,
  'act.next.withdrawn': u107,
  'act.next.closed': u108,
  'act.next.change': u109,
  'act.next.cancel': u110,
  'act.resend': u111,
  'act.withdraw': u112,
  'act.close': u113,
  'act.revision': u114,
  'act.cancelled': u115,
  'act.kind.change': u116,
  'act.kind.cancel': u117,
  'act.event.accepted': u118,
  'act.event.look_up': u119,
  'act.event.send': u120,
  'act.event.resend': u121,
  'act.event.withdraw': u122,
  'act.event.close': u123,
  'act.desk_title': u124,
  'act.desk_none': u125,
  'check.order_cancelled': u126,
  'check.change_other_customer': u127,
  'check.change_other_currency': u128,
  'loading': u129,
  'refresh': u130,
  'retry': u131,
  'close': u132,
  'cancel': u133,
  'details': u134,
  'reference': u135,
  'label_value': u136,
  'who.rep': u137,
  'who.order_desk': u138,
  'who.admin': u139,
  'who.operator': u140,
  'who.nobody': u141,
  'unknown': u142,
  'none': u143,
  'yes': u144,
  'no': u145,
  'age.live': u146,
  'age.cached': u147,
  'age.stale': u148,
  'now': u149,
  'product': u150,
  'quantity': u151,
  'stock': u152,
  'available': u153,
  'on_hand': u154,
  'incoming': u155,
  'warehouse': u156,
  'promise_date': u157,
  'quoted_price': u158,
  'erp_price': u159,
  'list_price': u160,
  'discount': u161,
  'price_source': u162,
  'price_breaks': u163,
  'price': u164,
  'date': u165,
  'number': u166,
  'status': u167,
  'total': u168,
  'line_total': u169,
  'open': u170,
  'due': u171,
  'issued': u172,
  'overdue': u173,
  'amount': u174,
  'order': u175,
  'orders': u176,
  'invoices': u177,
  'returns': u178,
  'credit': u179,
  'customer': u180,
  'net': u181,
  'tax': u182,
  'reason': u183,
  'delivered': u184,
  'deliveries': u185,
  'tracking': u186,
  'credit_note': u187,
  'payment_terms': u188,
  'lines': u189,
  'overview.title': u190,
  'overview.complete_by': u191,
  'overview.complete_never': u192,
  'overview.credit_after': u193,
  'overview.credit_free': u194,
  'overview.open_invoices': u195,
  'overview.of_which_overdue': u196,
  'overview.all_overdue': u197,
  'overview.nothing_open': u198,
  'overview.missing': u199,
  'overview.no_limit': u200,
  'alert.credit_over_limit': u201,
  'alert.credit_blocked': u202,
  'alert.credit_overdue': u203,
  'alert.credit_near_limit': u204,
  'alert.stock_short': u205,
  'alert.stock_later': u206,
  'alert.stock_unknown': u207,
  'alert.price_below': u208,
  'alert.unknown_product': u209,
  'alert.other_customer': u210,
  'alert.customer_not_linked': u211,
  'alert.order_waiting': u212,
  'alert.order_needs_attention': u213,
  'alert.possible_twin': u214,
  'alert.quote_changed': u215,
  'alert.automation_waiting': u216,
  'alert.figures_stale': u217,
  'customer.candidates_title': u218,
  'customer.merged_text': u219,
  'customer.candidates_text': u220,
  'customer.none_title': u221,
  'customer.none_text': u222,
  'customer.create': u223,
  'customer.creating': u224,
  'customer.link': u225,
  'customer.linked_to': u226,
  'customer.unlink': u227,
  'customer.unlink_ask': u228,
  'customer.undo': u229,
  'customer.search': u230,
  'customer.search_label': u231,
  'customer.search_none': u232,
  'customer.match': u233,
  'customer.why.vat_id': u234,
  'customer.why.registration_number': u235,
  'customer.why.email_domain': u236,
  'customer.why.email': u237,
  'customer.why.name': u238,
  'customer.why.erp_number': u239,
  'customer.no_company_title': u240,
  'customer.no_company_text': u241,
  'customer.unlinked_title': u242,
  'customer.unlinked_text': u243,
  'stock.title': u244,
  'stock.later': u245,
  'stock.short': u246,
  'stock.available_count': u247,
  'stock.available_of': u248,
  'stock.not_stocked': u249,
  'stock.ordered': u250,
  'stock.not_serving': u251,
  'stock.unknown': u252,
  'stock.now': u253,
  'stock.never': u254,
  'stock.no_lines_title': u255,
  'stock.no_lines_text': u256,
  'stock.lines_from_deal': u257,
  'stock.details_of': u258,
  'stock.incoming_none': u259,
  'price.equal': u260,
  'price.below': u261,
  'price.above': u262,
  'price.quote_lower': u263,
  'price.quote_higher': u264,
  'price.other_currency': u265,
  'price.quoted_total': u266,
  'price.erp_total': u267,
  'price.total_difference': u268,
  'price.source.customer_price': u269,
  'price.source.price_list': u270,
  'price.source.quantity_break': u271,
  'price.source.list_price': u272,
  'trouble.unknown_product': u273,
  'trouble.no_code': u274,
  'trouble.invalid_quantity': u275,
  'trouble.archived_product': u276,
  'trouble.no_price': u277,
  'trouble.no_erp_price': u278,
  'order.title': u279,
  'order.quote': u280,
  'order.ask_approval': u281,
  'order.convert': u282,
  'order.accept': u283,
  'order.different_sale': u284,
  'order.requested_date': u285,
  'order.note': u286,
  'order.details_save': u287,
  'order.details_title': u288,
  'order.po_number': u289,
  'order.contact': u290,
  'order.deliver_to': u291,
  'order.deliver_to.usual': u292,
  'order.invoice_to': u293,
  'order.partial': u294,
  'order.partial.yes': u295,
  'order.partial.no': u296,
  'order.partial.default': u297,
  'order.charges': u298,
  'order.level.approval': u299,
  'order.level.approved': u300,
  'order.level.block': u301,
  'order.level.warn': u302,
  'order.level.info': u303,
  'order.in_erp': u304,
  'order.kept': u305,
  'differs.title': u306,
  'differs.whole': u307,
  'differs.of_line': u308,
  'differs.reference': u309,
  'differs.customer': u310,
  'differs.lines': u311,
  'differs.product': u312,
  'differs.quantity': u313,
  'differs.unit_price': u314,
  'differs.net': u315,
  'differs.total': u316,
  'differs.currency': u317,
  'differs.charges': u318,
  'differs.custom': u319,
  'differs.po_number': u320,
  'differs.requested_date': u321,
  'differs.note': u322,
  'differs.contact': u323,
  'differs.delivery_address': u324,
  'differs.invoice_address': u325,
  'differs.partial_delivery': u326,
  'order.history': u327,
  'order.resend': u328,
  'order.cancel': u329,
  'order.cancel_confirm': u330,
  'order.once_more': u331,
  'order.once_more_not': u332,
  'order.promised': u333,
  'order.ordered': u334,
  'order.no_deliveries': u335,
  'order.written_back': u336,
  'order.writing_back': u337,
  'order.next_try': u338,
  'order.field': u339,
  'order.erp_says': u340,
  'order.none_title': u341,
  'order.none_text': u342,
  'order.more': u343,
  'order.held': u344,
  'order.block.delivery': u345,
  'order.block.billing': u346,
  'order.block.credit': u347,
  'order.block.approval': u348,
  'order.block.stopped': u349,
  'order.status.draft': u350,
  'order.status.confirmed': u351,
  'order.status.partly_delivered': u352,
  'order.status.delivered': u353,
  'order.status.invoiced': u354,
  'order.status.cancelled': u355,
  'delivery.planned': u356,
  'delivery.shipped': u357,
  'delivery.delivered': u358,
  'submission.queued': u359,
  'submission.sending': u360,
  'submission.checking': u361,
  'submission.waiting': u362,
  'submission.needs_attention': u363,
  'submission.confirmed': u364,
  'submission.cancelled': u365,
  'submission.next.queued': u366,
  'submission.next.sending': u367,
  'submission.next.checking': u368,
  'submission.next.waiting': u369,
  'submission.next.needs_attention': u370,
  'submission.next.confirmed': u371,
  'submission.next.cancelled': u372,
  'submission.next.sending_other': u373,
  'submission.next.confirmed_other': u374,
  'submission.next.cancelled_other': u375,
  'order.open_desk': u376,
  'order.mend_at_desk': u377,
  'order.stopped': u378,
  'field.requestedDate': u379,
  'field.note': u380,
  'field.poNumber': u381,
  'field.deliverTo': u382,
  'field.invoiceTo': u383,
  'field.partialDelivery': u384,
  'field.quantity': u385,
  'field.unitPrice': u386,
  'field.productId': u387,
  'field.customerId': u388,
  'field.customer': u389,
  'field.currency': u390,
  'field.code': u391,
  'field.orderNumber': u392,
  'field.of_line': u393,
  'step.accepted': u394,
  'step.customer': u395,
  'step.look_up': u396,
  'step.create': u397,
  'step.confirm': u398,
  'step.write_back': u399,
  'step.mend': u400,
  'step.resend': u401,
  'step.adopt': u402,
  'step.cancel': u403,
  'check.customer_not_linked': u404,
  'check.customer_not_known': u405,
  'check.customer_blocked': u406,
  'check.no_lines': u407,
  'check.line_without_code': u408,
  'check.unknown_product': u409,
  'check.archived_product': u410,
  'check.quantity_invalid': u411,
  'check.price_unknown': u412,
  'check.mixed_currencies': u413,
  'check.currency_differs': u414,
  'check.stock_short': u415,
  'check.stock_later': u416,
  'check.price_below': u417,
  'check.price_above': u418,
  'check.over_limit': u419,
  'check.near_limit': u420,
  'check.overdue': u421,
  'check.already_converted': u422,
  'check.other_customer': u423,
  'check.order_again': u424,
  'check.possible_twin': u425,
  'check.customer_created_first': u426,
  'check.figures_stale': u427,
  'check.erp_unavailable': u428,
  'check.total_differs': u429,
  'check.line_differs': u430,
  'check.quote_expired': u431,
  'check.quote_not_accepted': u432,
  'check.no_company': u433,
  'check.company_without_name': u434,
  'check.record_unreadable': u435,
  'check.field_hidden': u436,
  'check.several_quotes': u437,
  'check.recurring_line': u438,
  'check.tiered_price': u439,
  'check.currency_unknown': u440,
  'check.tax_differs': u441,
  'check.price_invalid': u442,
  'check.discount_invalid': u443,
  'check.line_total_differs': u444,
  'check.quote_total_differs': u445,
  'check.adjustment_unknown': u446,
  'check.address_not_carried': u447,
  'check.charge_not_carried': u448,
  'check.mapping_not_known': u449,
  'check.mapped_field_gone': u450,
  'check.mapped_value_gone': u451,
  'check.value_not_mapped': u452,
  'check.value_unusable': u453,
  'check.charge_item_gone': u454,
  'check.unit_differs': u455,
  'check.detail_not_carried': u456,
  'check.address_incomplete': u457,
  'check.address_unknown': u458,
  'check.date_passed': u459,
  'check.erp_unfit': u460,
  'check.quantity_decimals': u461,
  'check.unknown_product_near': u462,
  'check.products_not_known': u463,
  'check.figure_missing': u464,
  'check.stock_unknown': u465,
  'check.erp_price_unknown': u466,
  'check.credit_not_comparable': u467,
  'check.credit_total_unknown': u468,
  'check.erp_limit': u469,
  'check.orders_read_only': u470,
  'check.discount_limit': u471,
  'check.amount_limit': u472,
  'check.credit_limit': u473,
  'check.all_well': u474,
  'check.erp_refuses': u475,
  'invoices.title': u476,
  'invoices.none_title': u477,
  'invoices.none_text': u478,
  'invoices.open_total': u479,
  'invoices.overdue_total': u480,
  'invoices.next_due': u481,
  'invoices.more': u482,
  'invoices.credit_note': u483,
  'invoice.kind.credit_note': u484,
  'invoice.status.paid': u485,
  'invoice.status.part_paid': u486,
  'invoice.status.open': u487,
  'invoice.status.overdue': u488,
  'invoice.status.cancelled': u489,
  'invoice.overdue_days': u490,
  'invoice.pdf': u491,
  'invoice.pdf_of': u492,
  'credit.limit': u493,
  'credit.exposure': u494,
  'credit.free': u495,
  'credit.after_deal': u496,
  'credit.ordered': u497,
  'credit.order_gross': u498,
  'credit.no_limit': u499,
  'credit.ageing': u500,
  'credit.ageing.not_due': u501,
  'credit.ageing.range': u502,
  'credit.ageing.more': u503,
  'credit.verdict.ok': u504,
  'credit.verdict.near_limit': u505,
  'credit.verdict.over_limit': u506,
  'credit.verdict.overdue': u507,
  'credit.verdict.blocked': u508,
  'credit.verdict.no_limit': u509,
  'credit.verdict.not_judged': u510,
  'returns.title': u511,
  'returns.none_title': u512,
  'returns.none_text': u513,
  'returns.claim': u514,
  'returns.claim_title': u515,
  'returns.claim_send': u516,
  'returns.choose_order': u517,
  'returns.quantity_of': u518,
  'returns.reason_hint': u519,
  'returns.need_quantity': u520,
  'returns.need_reason': u521,
  'returns.no_orders': u522,
  'returns.sent_toast': u523,
  'return.status.requested': u524,
  'return.status.approved': u525,
  'return.status.received': u526,
  'return.status.partly_credited': u527,
  'return.status.credited': u528,
  'return.status.replaced': u529,
  'return.status.rejected': u530,
  'settings.title': u531,
  'settings.connection': u532,
  'settings.no_connection': u533,
  'settings.connect': u534,
  'settings.manage_connection': u535,
  'settings.open_connection': u536,
  'settings.state.ok': u537,
  'settings.state.down': u538,
  'settings.state.unauthorised': u539,
  'settings.state.unknown': u540,
  'settings.erp': u541,
  'settings.address': u542,
  'settings.version': u543,
  'settings.latency': u544,
  'settings.milliseconds': u545,
  'settings.checked': u546,
  'settings.flows': u547,
  'settings.flows_text': u548,
  'settings.unsupported': u549,
  'settings.write_back': u550,
  'settings.properties_ready': u551,
  'settings.properties_missing': u552,
  'settings.test_erp': u553,
  'settings.test_erp_help': u554,
  'settings.check': u555,
  'settings.master': u556,
  'settings.master.erp': u557,
  'settings.master.crm': u558,
  'settings.master.crm+erp': u559,
  'flow.customers': u560,
  'flow.orders': u561,
  'flow.stock': u562,
  'flow.invoices': u563,
  'flow.pricing': u564,
  'flow.returns': u565,
  'flow.credit': u566,
  'panel.customer': u567,
  'panel.stock': u568,
  'panel.pricing': u569,
  'panel.orders': u570,
  'panel.invoices': u571,
  'panel.credit': u572,
  'panel.returns': u573,
  'panel.overview': u574,
  'pages.previous': u575,
  'pages.next': u576,
  'salesforce.org': u577,
  'salesforce.org_id': u578,
  'salesforce.instance': u579,
  'salesforce.sandbox': u580,
  'salesforce.certificate': u581,
  'salesforce.roles': u582,
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
  order_act_pending: [p39, d39],
  order_changed_in_erp: [p40, d40],
  order_gone: [p41, d41],
  desk_link_used: [p42, d42],
  desk_link_expired: [p43, d43],
  desk_other_session: [p44, d44],
  desk_signed_out: [p45, d45],
  connection_in_use: [p46, d46],
  pilot_only: [p47, d47],
  flow_read_only: [p48, d48],
  approval_waiting: [p49, d49],
  approval_rejected: [p50, d50],
  connection_is_test: [p51, d51],
  connection_paused: [p52, d52],
  connection_is_default: [p53, d53],
  flow_off: [p54, d54],
  flow_unsupported: [p55, d55],
  erp_unreachable: [p56, d56],
  erp_timeout: [p57, d57],
  erp_busy: [p58, d58],
  erp_refused: [p59, d59],
  erp_unauthorised: [p60, d60],
  erp_conflict: [p61, d61],
  erp_uncertain: [p62, d62],
  erp_drift: [p63, d63],
  erp_limit: [p64, d64],
  erp_unfit: [p65, d65],
  erp_not_connected: [p66, d66],
  crm_unreachable: [p67, d67],
  crm_busy: [p68, d68],
  crm_unauthorised: [p69, d69],
  crm_refused: [p70, d70],
  store_unavailable: [p71, d71],
  cannot_process: [p72, d72],
  internal: [p73, d73],
  backroom_unreachable: [p74, d74],
};
