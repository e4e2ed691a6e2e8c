# Part of Backroom, under the Apache License 2.0.
from odoo import fields, models


class CrmLead(models.Model):
    _name = "crm.lead"
    _inherit = ["crm.lead", "backroom.figures", "backroom.changes"]

    backroom_order_number = fields.Char("ERP order", copy=False, readonly=True, index=True, tracking=True)
    backroom_order_status = fields.Char("ERP order status", copy=False, readonly=True, tracking=True)
    backroom_order_total = fields.Float("ERP order total", digits=(16, 2), copy=False, readonly=True)
    backroom_promise_date = fields.Date("ERP promise date", copy=False, readonly=True)
    backroom_shipped_on = fields.Date("ERP shipped on", copy=False, readonly=True)
    backroom_tracking = fields.Char("ERP tracking number", copy=False, readonly=True)
    backroom_invoiced_total = fields.Float("ERP invoiced total", digits=(16, 2), copy=False, readonly=True)
    backroom_paid_total = fields.Float("ERP paid total", digits=(16, 2), copy=False, readonly=True)
    backroom_quotations = fields.Integer("Quotations", compute="_compute_backroom_quotations", compute_sudo=True)

    def _compute_backroom_quotations(self):
        """How many there are, whoever may see them: Backroom orders nothing while one of them is hidden from it."""
        orders = self.env["sale.order"].sudo().with_context(active_test=False)
        for lead in self:
            lead.backroom_quotations = orders.search_count([("opportunity_id", "=", lead.id)])

    def _backroom_names(self):
        return [("deal", lead.id) for lead in self if lead.type == "opportunity"]

    def _merge_opportunity(self, *args, **kwargs):
        before = self.ids
        kept = super()._merge_opportunity(*args, **kwargs)
        self.env["backroom.merge"]._keep("crm.lead", "deal", before, kept)
        return kept
