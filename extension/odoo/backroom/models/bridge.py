# Part of Backroom, under the Apache License 2.0.
from odoo import _, api, models
from odoo.exceptions import AccessError, MissingError, UserError

from .. import compat, signing

OWN = "backroom_"
WRITTEN = ("crm.lead", "res.partner")
LONGEST_CHAIN = 10


class BackroomBridge(models.AbstractModel):
    """What Backroom calls, and what signs for this database."""

    _name = "backroom.bridge"
    _description = "Backroom"

    # Signing

    def _parameter(self, name):
        # Not by get_param: what a request commits on its way is not seen in the caches of other workers, which answer Backroom's challenge.
        found = self.env["ir.config_parameter"].sudo().search([("key", "=", f"backroom.{name}")], limit=1)
        return found.value or ""

    def _uuid(self):
        return self.env["ir.config_parameter"].sudo().get_param("database.uuid")

    def _address(self):
        """Where Backroom is; empty while this database is not connected."""
        return self._parameter("address") if self._parameter("account") else ""

    def _signer(self, purpose, address=None):
        """Signs statements for this purpose without asking the database again."""
        audience = f"{address or self._parameter('address')}/odoo-crm/{purpose}"
        private, uuid = self._parameter("private_key"), self._uuid()
        return lambda claims: signing.statement(private, uuid, audience, claims)

    # Called by Backroom

    def _check_integration(self):
        if not self.env.user.has_group("backroom.group_integration"):
            raise AccessError(_("Only the user of Backroom's API key may do this."))

    @api.model
    def database(self):
        self._check_integration()
        return self._uuid()

    @api.model
    def write_back(self, entries):
        """Sets fields of records, each by itself. Answers in the order of the entries."""
        self._check_integration()
        return [self._write_one(each) for each in entries]

    def _write_one(self, entry):
        model, values = entry["model"], entry["values"]
        if model not in WRITTEN:
            return {"error": "refused", "words": f"{model} is not written by Backroom"}
        try:
            with self.env.cr.savepoint():
                record = self._survivor(model, entry["id"])
                if not record:
                    return {"error": "not_found", "words": None}
                record = record.with_context(backroom_write=True)
                own = {name: value for name, value in values.items() if name.startswith(OWN)}
                other = {name: value for name, value in values.items() if name not in own}
                if own:
                    # Screens have these read only, for everybody.
                    record.sudo().write(record._backroom_values(own))
                if other:
                    record.write({name: False if value is None else value for name, value in other.items()})
                self.env.flush_all()
        except MissingError:
            return {"error": "not_found", "words": None}
        except UserError as error:
            return {"error": "refused", "words": str(error)}
        return {"error": None, "words": None}

    def _survivor(self, model, record_id):
        """The record, or the one that it was merged into."""
        merges = self.env["backroom.merge"].sudo()
        for _step in range(LONGEST_CHAIN):
            record = self.env[model].browse(record_id).exists()
            if record:
                return record
            merged = merges.search([("model", "=", model), ("lost_id", "=", record_id)], order="id desc", limit=1)
            if not merged:
                break
            record_id = merged.into_id
        return None

    # Connection

    def _integration_user(self):
        """The user whose API key Backroom has. Made once."""
        Users = self.env["res.users"].sudo().with_context(
            active_test=False, no_reset_password=True, backroom_write=True
        )
        companies = self.env["res.company"].sudo().search([])
        user = Users.search([("login", "=", "backroom")], limit=1)
        group = self.env.ref("backroom.group_integration")
        if not user:
            user = Users.create(
                {
                    "name": "Backroom",
                    "login": "backroom",
                    "tz": self.env.user.tz or "UTC",
                    "company_id": self.env.company.id,
                    "company_ids": [(6, 0, companies.ids)],
                    compat.GROUPS: [(4, group.id)],
                }
            )
        else:
            user.write({"active": True, "company_ids": [(6, 0, companies.ids)], compat.GROUPS: [(4, group.id)]})
        return user

    def _new_api_key(self):
        user = self._integration_user()
        self._remove_api_keys()
        return user, compat.generate_api_key(user, "Backroom")

    def _remove_api_keys(self):
        domain = [("user_id.login", "=", "backroom"), ("name", "=", "Backroom")]
        self.env["res.users.apikeys"].sudo().search(domain)._remove()

    def forget_connection(self):
        if not self.env.is_system():
            raise AccessError(_("Only an administrator may do this."))
        self._remove_api_keys()
        for name in ("account", "url"):
            self.env["ir.config_parameter"].sudo().set_param(f"backroom.{name}", False)
