# Part of Backroom, under the Apache License 2.0.
from . import main
