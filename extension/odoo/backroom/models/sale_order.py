# Part of Backroom, under the Apache License 2.0.
from odoo import fields, models


class SaleOrder(models.Model):
    _name = "sale.order"
    _inherit = ["sale.order", "backroom.changes"]

    backroom_order_number = fields.Char(related="opportunity_id.backroom_order_number", string="ERP order")
    backroom_order_status = fields.Char(related="opportunity_id.backroom_order_status", string="ERP order status")

    def _backroom_names(self):
        return [("quote", order.id) for order in self]

    def _backroom_owners(self):
        return [("deal", lead.id) for lead in self.opportunity_id]


class SaleOrderLine(models.Model):
    _name = "sale.order.line"
    _inherit = ["sale.order.line", "backroom.changes"]

    def _backroom_names(self):
        return [("line_item", line.id) for line in self]

    def _backroom_owners(self):
        return self.order_id._backroom_names() + self.order_id._backroom_owners()
