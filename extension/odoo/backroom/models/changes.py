# Part of Backroom, under the Apache License 2.0.
import json
import logging
import threading
from datetime import datetime, timezone

import requests

from odoo import models

from ..signing import digest

_logger = logging.getLogger(__name__)
# Nobody waits for Backroom: it reads each record again before it is used.
SECONDS = 5
KEPT = "backroom.changes"


def _post(url, headers, body):
    try:
        requests.post(url, data=body, headers=headers, timeout=SECONDS).raise_for_status()
    except requests.RequestException as error:
        _logger.info("Backroom was not told of a change: %s", error)


class BackroomChanges(models.AbstractModel):
    """Tells Backroom which records have changed: once for a transaction, after it was committed. Automation rules call it."""

    _name = "backroom.changes"
    _description = "Changes for Backroom"

    def _backroom_names(self):
        """What Backroom calls these records: pairs of a type and an id."""
        return []

    def _backroom_changed(self, kind="changed"):
        if self.env.context.get("backroom_write"):
            return
        self._backroom_tell([{"type": name, "id": number, "kind": kind} for name, number in self._backroom_names()])

    def _backroom_tell(self, changes):
        bridge = self.env["backroom.bridge"].sudo()
        address = bridge._address()
        if not address or not changes:
            return
        waiting = self.env.cr.postcommit.data.get(KEPT)
        if waiting is None:
            waiting = self.env.cr.postcommit.data[KEPT] = {}
            self.env.cr.postcommit.add(self._backroom_send(bridge, address))
        for each in changes:
            key = (each["type"], each["id"])
            # A record that was merged away is deleted too.
            if waiting.get(key, {}).get("kind") != "merged":
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
