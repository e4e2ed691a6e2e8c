# Part of Backroom, under the Apache License 2.0.
"""What differs between Odoo 17, 18 and 19. Nothing else in this addon looks at the version."""
import inspect

from odoo import release

SERIES = release.version_info[0]
# 19 has renamed the type; the old name is only an alias there.
JSON_ROUTE = "jsonrpc" if SERIES >= 19 else "json"
GROUPS = "group_ids" if SERIES >= 19 else "groups_id"


def check_read(records):
    """Raises AccessError unless the user may read each of the records."""
    if hasattr(records, "check_access"):
        records.check_access("read")
    else:
        records.check_access_rights("read")
        records.check_access_rule("read")


def generate_api_key(user, name):
    """An API key of the user without an end. 17 knows no end of keys; later ones let only the superuser leave it out."""
    keys = user.env["res.users.apikeys"].with_user(user).sudo()
    takes_end = "expiration_date" in inspect.signature(keys._generate).parameters
    return keys._generate("rpc", name, None) if takes_end else keys._generate("rpc", name)
