# Part of Backroom, under the Apache License 2.0.
from odoo import api, fields, models


class BackroomMerge(models.Model):
    """Which record went into which: Odoo deletes those that end, and what was ordered for them must be found."""

    _name = "backroom.merge"
    _description = "Merged records"

    model = fields.Char(required=True, index=True)
    lost_id = fields.Integer(required=True, index=True)
    into_id = fields.Integer(required=True, index=True)

    @api.model
    def _keep(self, model, name, ids, kept):
        lost = [number for number in ids if number != kept.id]
        self.sudo().create([{"model": model, "lost_id": number, "into_id": kept.id} for number in lost])
        kept._backroom_tell([{"type": name, "id": number, "kind": "merged", "into": kept.id} for number in lost])
