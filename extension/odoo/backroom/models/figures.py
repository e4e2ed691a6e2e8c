# Part of Backroom, under the Apache License 2.0.
from odoo import fields, models

# Odoo's numbers know no "not known": which of them were told stands beside them.
AMOUNTS = {
    "backroom_order_total",
    "backroom_credit_free",
    "backroom_invoiced_total",
    "backroom_paid_total",
    "backroom_open_total",
    "backroom_overdue_total",
}
ALERTS = [
    ("ok", "Within limit"),
    ("near_limit", "Near limit"),
    ("over_limit", "Over limit"),
    ("overdue", "Overdue"),
    ("blocked", "Blocked"),
    ("no_limit", "No limit"),
]


class BackroomFigures(models.AbstractModel):
    """What Backroom writes on deals and customers alike."""

    _name = "backroom.figures"
    _description = "Figures of the ERP"

    backroom_credit_alert = fields.Selection(ALERTS, "ERP credit alert", copy=False, readonly=True)
    backroom_credit_free = fields.Float("ERP free credit", digits=(16, 2), copy=False, readonly=True)
    backroom_return_status = fields.Char("ERP return status", copy=False, readonly=True)
    backroom_known = fields.Char("ERP amounts that are known", copy=False, readonly=True)
    backroom_merged_ids = fields.Char("Merged into this one", compute="_compute_backroom_merged_ids", compute_sudo=True)

    def _compute_backroom_merged_ids(self):
        merges = self.env["backroom.merge"].sudo().search([("model", "=", self._name), ("into_id", "in", self.ids)])
        for record in self:
            lost = merges.filtered(lambda each: each.into_id == record.id)
            record.backroom_merged_ids = ",".join(str(each.lost_id) for each in lost) or False

    def _backroom_values(self, values):
        """The values as fields take them: nothing empties, and of amounts it is noted whether they are known."""
        self.ensure_one()
        known = {name for name in (self.backroom_known or "").split(",") if name}
        for name in AMOUNTS & set(values):
            known = known - {name} if values[name] is None else known | {name}
        plain = {name: False if value is None else value for name, value in values.items()}
        return {**plain, "backroom_known": ",".join(sorted(known)) or False}
