# Part of Backroom, under the Apache License 2.0.
# What the others inherit from comes first.
from . import bridge, changes, figures, merge
from . import crm_lead, res_partner, sale_order, settings
