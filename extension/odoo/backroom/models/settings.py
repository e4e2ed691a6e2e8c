# Part of Backroom, under the Apache License 2.0.
import json
from datetime import datetime, timezone
from urllib.parse import urlsplit

import requests

from odoo import _, api, fields, models
from odoo.exceptions import UserError
from odoo.http import request

from ..signing import digest, public_key

SECONDS = 30


def _origin(text):
    parts = urlsplit((text or "").strip())
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise UserError(_("Backroom's address begins with https://, as https://erp.example.com."))
    return f"{parts.scheme}://{parts.netloc.lower()}"


class ResConfigSettings(models.TransientModel):
    _inherit = "res.config.settings"

    backroom_address = fields.Char("Address of Backroom", config_parameter="backroom.address")
    backroom_account = fields.Char("Backroom account", compute="_compute_backroom_account")

    @api.depends_context("uid")
    def _compute_backroom_account(self):
        account = self.env["backroom.bridge"]._parameter("account")
        for settings in self:
            settings.backroom_account = account or False

    def action_backroom_connect(self):
        """Shows Backroom the key that this database signs with, its address, and an API key of its own user."""
        self.ensure_one()
        address = _origin(self.backroom_address)
        bridge = self.env["backroom.bridge"]
        parameters = self.env["ir.config_parameter"].sudo()
        parameters.set_param("backroom.address", address)
        user, key = bridge._new_api_key()
        url = request.httprequest.host_url.rstrip("/")
        statement = bridge._signer("connection")(
            {
                "url": url,
                "database": self.env.cr.dbname,
                "login": user.login,
                "key": key,
                "publicKey": public_key(bridge._parameter("private_key")),
                "actor": {"id": self.env.uid, "email": self.env.user.email or self.env.user.login},
            }
        )
        # Backroom asks back before it answers: what it asks for has to be there for other requests.
        self.env.cr.commit()
        answer = self._backroom_post(f"{address}/odoo-crm/connect", json.dumps({"statement": statement}).encode(), {})
        parameters.set_param("backroom.account", answer["account"])
        parameters.set_param("backroom.url", url)
        return {"type": "ir.actions.client", "tag": "reload"}

    def action_backroom_disconnect(self):
        """Ends the connection on both sides. Backroom deletes what it keeps of this database."""
        bridge = self.env["backroom.bridge"]
        address = bridge._address()
        if address:
            at = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.000Z")
            body = json.dumps({"database": bridge._uuid(), "at": at, "uninstalled": True}).encode()
            claims = {"body": digest(body), "url": request.httprequest.host_url.rstrip("/")}
            self._backroom_post(
                f"{address}/odoo-crm/events", body, {"X-Backroom-Statement": bridge._signer("events")(claims)}
            )
        bridge.forget_connection()
        return {"type": "ir.actions.client", "tag": "reload"}

    def _backroom_post(self, url, body, headers):
        try:
            answer = requests.post(
                url, data=body, headers={"Content-Type": "application/json", **headers}, timeout=SECONDS
            )
            told = answer.json()
        except (requests.RequestException, ValueError) as error:
            raise UserError(_("Backroom does not answer at this address: %s", error)) from error
        if not answer.ok:
            said = [each.get("message") for each in told.get("errors") or []]
            raise UserError("\n".join(filter(None, [told.get("title"), told.get("detail"), *said])))
        return told
