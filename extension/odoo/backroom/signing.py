# Part of Backroom, under the Apache License 2.0.
"""Statements that this database signs: JWT, Ed25519. Only the standard library and cryptography, which Odoo itself needs."""
import base64
import hashlib
import json
import secrets
import time

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

# A statement is made when it is asked for.
GOOD_FOR = 120


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def digest(text):
    data = text if isinstance(text, bytes) else text.encode()
    return base64url(hashlib.sha256(data).digest())


def new_private_key():
    key = Ed25519PrivateKey.generate()
    return base64url(key.private_bytes(Encoding.Raw, PrivateFormat.Raw, NoEncryption()))


def _key(private):
    return Ed25519PrivateKey.from_private_bytes(base64.urlsafe_b64decode(private + "=" * (-len(private) % 4)))


def public_key(private):
    return base64url(_key(private).public_key().public_bytes(Encoding.Raw, PublicFormat.Raw))


def statement(private, issuer, audience, claims, now=None):
    """A signed statement for one purpose of one Backroom, which takes it once."""
    at = int(time.time() if now is None else now)
    payload = {
        **claims,
        "iss": issuer,
        "aud": audience,
        "iat": at,
        "exp": at + GOOD_FOR,
        "jti": secrets.token_urlsafe(24),
    }
    parts = [{"alg": "EdDSA", "typ": "JWT"}, payload]
    text = ".".join(base64url(json.dumps(part, separators=(",", ":")).encode()) for part in parts)
    return f"{text}.{base64url(_key(private).sign(text.encode()))}"
