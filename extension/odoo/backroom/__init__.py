# Part of Backroom, under the Apache License 2.0.
from . import controllers, models
from .hooks import post_init_hook, uninstall_hook
