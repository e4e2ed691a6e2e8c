# Part of Backroom, under the Apache License 2.0.
from odoo import fields, models


class ResPartner(models.Model):
    _name = "res.partner"
    _inherit = ["res.partner", "backroom.figures", "backroom.changes"]

    backroom_customer_number = fields.Char("ERP customer number", copy=False, readonly=True, index=True)
    backroom_payment_terms = fields.Char("ERP payment terms", copy=False, readonly=True)
    backroom_blocked = fields.Boolean("Blocked in the ERP", copy=False, readonly=True)
    backroom_open_total = fields.Float("ERP open total", digits=(16, 2), copy=False, readonly=True)
    backroom_overdue_total = fields.Float("ERP overdue total", digits=(16, 2), copy=False, readonly=True)
    backroom_next_due = fields.Date("ERP next due date", copy=False, readonly=True)
    backroom_erp_currency = fields.Char("ERP currency", copy=False, readonly=True)

    def _backroom_names(self):
        return [("company" if each.commercial_partner_id == each else "contact", each.id) for each in self]

    def _backroom_owners(self):
        return [("company", head.id) for head in self.commercial_partner_id - self]


class MergePartners(models.TransientModel):
    _inherit = "base.partner.merge.automatic.wizard"

    def _merge(self, partner_ids, dst_partner=None, extra_checks=True):
        result = super()._merge(partner_ids, dst_partner=dst_partner, extra_checks=extra_checks)
        kept = self.env["res.partner"].browse(partner_ids).exists()
        if len(kept) == 1:
            self.env["backroom.merge"]._keep("res.partner", "company", partner_ids, kept)
        return result
