# Part of Backroom, under the Apache License 2.0.
from .signing import new_private_key


def post_init_hook(env):
    """Makes the key pair that this database signs with. The private half stays here."""
    parameters = env["ir.config_parameter"].sudo()
    if not parameters.get_param("backroom.private_key"):
        parameters.set_param("backroom.private_key", new_private_key())


def uninstall_hook(env):
    """Takes back the API key, by which Backroom notices, and forgets the connection."""
    env["backroom.bridge"].sudo().forget_connection()
