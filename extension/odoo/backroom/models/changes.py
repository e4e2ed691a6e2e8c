# Part of Backroom, under the Apache License 2.0.
import json
import logging
import threading
from datetime import datetime, timezone

import requests

from odoo import api, models

from ..signing import digest

_logger = logging.getLogger(__name__)
# Nobody waits for Backroom: it reads each record again before it is used.
SECONDS = 5
KEPT = "backroom.changes"
# Of several about one record the last of these is told: what was merged was changed and deleted too.
KINDS = ("changed", "deleted", "merged")


def _post(url, headers, body):
    try:
        requests.post(url, data=body, headers=headers, timeout=SECONDS).raise_for_status()
    except requests.RequestException as error:
        _logger.info("Backroom was not told of a change: %s", error)


class BackroomChanges(models.AbstractModel):
    """Tells Backroom which records have changed: once for a transaction, after it was committed.

    No automation rules: Odoo runs those for each record and again for each computed field, and a quotation of 250 lines took 78 seconds to save, not 2.
    """

    _name = "backroom.changes"
    _description = "Changes for Backroom"

    def _backroom_names(self):
        """What Backroom calls these records: pairs of a type and an id."""
        return []

    def _backroom_owners(self):
        """What Backroom calls the records that these are a part of."""
        return []

    @api.model_create_multi
    def create(self, vals_list):
        records = super().create(vals_list)
        if records._backroom_is_told():
            told = records.sudo()
            told._backroom_tell_kind("changed", told._backroom_owners() + told._backroom_names())
        return records

    def write(self, vals):
        if not self._backroom_is_told():
            return super().write(vals)
        told = self.sudo()
        # A line or a quotation may go from one owner to another.
        before = told._backroom_owners()
        result = super().write(vals)
        told._backroom_tell_kind("changed", before + told._backroom_owners() + told._backroom_names())
        return result

    def unlink(self):
        if not self._backroom_is_told():
            return super().unlink()
        told = self.sudo()
        names, owners = told._backroom_names(), told._backroom_owners()
        result = super().unlink()
        told._backroom_tell_kind("changed", owners)
        told._backroom_tell_kind("deleted", names)
        return result

    def _backroom_is_told(self):
        # From the cache, as each write asks: a worker learns of a new connection with its next request.
        connected = self.env["ir.config_parameter"].sudo().get_param("backroom.account")
        return bool(self and connected and not self.env.context.get("backroom_write"))

    def _backroom_tell_kind(self, kind, names):
        self._backroom_tell([{"type": name, "id": number, "kind": kind} for name, number in names])

    def _backroom_tell(self, changes):
        if not changes:
            return
        waiting = self.env.cr.postcommit.data.get(KEPT)
        if waiting is None:
            bridge = self.env["backroom.bridge"].sudo()
            address = bridge._address()
            if not address:
                return
            waiting = self.env.cr.postcommit.data[KEPT] = {}
            self.env.cr.postcommit.add(self._backroom_send(bridge, address))
        for each in changes:
            key = (each["type"], each["id"])
            if key not in waiting or KINDS.index(each["kind"]) >= KINDS.index(waiting[key]["kind"]):
                waiting[key] = each

    def _backroom_send(self, bridge, address):
        # After the commit nothing is read from the database any more.
        data, uuid = self.env.cr.postcommit.data, bridge._uuid()

        def send():
            changes = list(data.pop(KEPT, {}).values())[:1000]
            at = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.000Z")
            body = json.dumps({"database": uuid, "at": at, "changes": changes}).encode()
            headers = {
                "Content-Type": "application/json",
                "X-Backroom-Statement": sign({"body": digest(body)}),
            }
            threading.Thread(target=_post, args=(f"{address}/odoo-crm/events", headers, body), daemon=True).start()

        sign = bridge._signer("events")
        return send
