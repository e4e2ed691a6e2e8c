# Part of Backroom, under the Apache License 2.0.
import json

from odoo import http
from odoo.exceptions import AccessError, MissingError
from odoo.http import request

from .. import compat
from ..signing import digest

# What a form is about, in Backroom's words.
RECORDS = {"crm.lead": "deal", "sale.order": "deal", "res.partner": "company"}
NONCE = 43


def _bridge():
    return request.env["backroom.bridge"]


def _record_of(model, number):
    """The record of Backroom's that a form shows, which the user may read in the companies that are switched on."""
    record = request.env[model].browse(int(number)).exists()
    compat.check_read(record)
    if model == "sale.order":
        record = record.opportunity_id
    elif model == "res.partner":
        record = record.commercial_partner_id
    elif record.type != "opportunity":
        record = record.browse()
    compat.check_read(record)
    return record


class BackroomController(http.Controller):
    @http.route("/backroom/frame", type=compat.JSON_ROUTE, auth="user", methods=["POST"])
    def frame(self):
        """Where the frame is. Nothing of it is secret."""
        user, address = request.env.user, _bridge()._address()
        if not user.has_group("backroom.group_user"):
            return {"state": "forbidden"}
        if not address:
            return {"state": "unconnected", "admin": user.has_group("base.group_system")}
        language = (user.lang or "en_US").replace("_", "-")
        src = f"{address}/embed/odoo-crm/?db={_bridge()._uuid()}&lang={language}"
        return {"state": "ready", "origin": address, "src": src}

    @http.route("/backroom/token", type=compat.JSON_ROUTE, auth="user", methods=["POST"])
    def token(self, model, id, nonce):
        """A statement who looks, at which record, for the one frame that knows what the nonce is the digest of."""
        user = request.env.user
        if not user.has_group("backroom.group_user") or model not in RECORDS or len(nonce) != NONCE:
            return {"state": "forbidden"}
        try:
            record = _record_of(model, id)
        except (AccessError, MissingError, ValueError):
            return {"state": "forbidden"}
        if not record:
            return {"state": "no_record"}
        claims = {
            "sub": str(user.id),
            "email": user.email or user.login,
            "lang": user.lang or None,
            "admin": user.has_group("base.group_system"),
            "company": request.env.company.id,
            "url": request.httprequest.host_url.rstrip("/"),
            "nonce": nonce,
            "record": {"type": RECORDS[model], "id": record.id},
        }
        return {"state": "ready", "token": _bridge()._signer("frame")(claims)}

    @http.route("/backroom/challenge", type="http", auth="public", methods=["POST"], csrf=False, save_session=False)
    def challenge(self):
        """Answers Backroom that this address serves the database that asked to be connected."""
        asked = json.loads(request.httprequest.get_data(as_text=True) or "{}")
        nonce = asked.get("nonce")
        if not isinstance(nonce, str) or len(nonce) != NONCE or asked.get("database") != request.env.cr.dbname:
            return request.not_found()
        # Only its digest is signed, for this purpose alone: nobody gets a text of his own signed.
        told = {"statement": _bridge()._signer("challenge")({"nonce": digest(nonce)})}
        return request.make_response(json.dumps(told), headers=[("Content-Type", "application/json")])
