# Part of Backroom, under the Apache License 2.0.
{
    "name": "Backroom: ERP on deals",
    # Odoo puts its own series in front (19.0.1.0.0), so that one source serves 17, 18 and 19.
    "version": "1.0.0",
    "summary": "ERP stock, prices, credit and orders on opportunities, quotations and contacts",
    "category": "Sales/CRM",
    "author": "Backroom",
    "license": "Other OSI approved licence",
    "depends": ["sale_crm"],
    "data": [
        "security/groups.xml",
        "security/ir.model.access.csv",
        "views/crm_lead.xml",
        "views/sale_order.xml",
        "views/res_partner.xml",
        "views/settings.xml",
    ],
    "assets": {
        "web.assets_backend": ["backroom/static/src/**/*"],
    },
    "external_dependencies": {"python": ["cryptography", "requests"]},
    "images": ["static/description/banner.png"],
    "post_init_hook": "post_init_hook",
    "uninstall_hook": "uninstall_hook",
    "application": True,
    "installable": True,
}
