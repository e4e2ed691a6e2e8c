"""Fills a fresh Tryton 6.0 database with one small trading company's data.

Runs the server's own code in process (proteus), so every record passes the same checks as over the network.
All dates are relative to the day it runs; everything else is the same on every run (fixed random seed)."""
import datetime as dt
import json
import os
import random
import sys
import time
from decimal import Decimal as D
from types import SimpleNamespace

from proteus import Model, Wizard, config as pconfig
from stdnum.iso7064 import mod_11_10

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import cases  # noqa: E402
import lean  # noqa: E402

t0 = time.time()


def say(*what):
    print('%6.1f' % (time.time() - t0), *what, flush=True)


rnd = random.Random(20250101)
env = os.environ
today = dt.date.fromisoformat(env['LAB_DAY'])
from trytond.config import config as tconfig  # noqa: E402
from trytond.exceptions import UserWarning  # noqa: E402
tconfig.update_etc(env['TRYTOND_CONFIG'])
cfg = pconfig.set_trytond(tconfig.get('database', 'uri').rstrip('/') + '/' + env['LAB_DB'], user='admin',
    config_file=env['TRYTOND_CONFIG'])
lean.collect_less()


def days(n):
    return dt.timedelta(days=n)


def click(record, button):
    "Press a button the way a client does: a warning is answered by recording it as seen, then asking again."
    for _ in range(6):
        try:
            return record.click(button)
        except UserWarning as w:
            Model.get('res.user.warning')(user=User(cfg.user), name=w.name, always=False).save()
    raise RuntimeError('too many warnings')


def one(model, *domain):
    found = Model.get(model).find(list(domain), limit=1)
    if not found:
        raise LookupError('%s %s' % (model, domain))
    return found[0]


# --- company, currencies, countries -------------------------------------------------------------------------------
Country = Model.get('country.country')
countries = {}
for code, code3, num, name in [
        ('DE', 'DEU', '276', 'Germany'), ('FR', 'FRA', '250', 'France'), ('AT', 'AUT', '040', 'Austria'),
        ('NL', 'NLD', '528', 'Netherlands'), ('GB', 'GBR', '826', 'United Kingdom')]:
    c = Country(name=name, code=code, code3=code3, code_numeric=num)
    c.save()
    countries[code] = c

Currency = Model.get('currency.currency')
eur = Currency(name='Euro', code='EUR', numeric_code='978', symbol='€', digits=2, rounding=D('0.01'))
eur.rates.new(date=dt.date(today.year - 2, 1, 1), rate=D(1))
eur.save()
usd = Currency(name='US Dollar', code='USD', numeric_code='840', symbol='$', digits=2, rounding=D('0.01'))
usd.rates.new(date=dt.date(today.year - 2, 1, 1), rate=D('1.1'))
usd.save()

Party = Model.get('party.party')
cparty = Party(name='Nordlicht Handels GmbH')
addr, = cparty.addresses
addr.street, addr.postal_code, addr.city, addr.country = 'Hafenstraße 12', '20457', 'Hamburg', countries['DE']
cparty.save()
w = Wizard('company.company.config')
w.execute('company')
w.form.party, w.form.currency = cparty, eur
w.execute('add')
company = one('company.company')
company.timezone = 'Europe/Berlin'
company.save()
User = Model.get('res.user')
cfg._context = User.get_preferences(True, {})

# --- accounting ---------------------------------------------------------------------------------------------------
chart = Wizard('account.create_chart')
chart.execute('account')
chart.form.account_template = Model.get('account.account.template')(
    one('ir.model.data', ('module', '=', 'account'), ('fs_id', '=', 'account_template_root_en')).db_id)
chart.form.company = company
chart.execute('create_account')
Account = Model.get('account.account')
acc = {}
for kind in ('receivable', 'payable', 'revenue', 'expense'):
    acc[kind] = one('account.account', ('type.%s' % kind, '=', True), ('company', '=', company.id))
acc['cash'] = one('account.account', ('name', '=', 'Main Cash'))
acc['tax'] = one('account.account', ('name', '=', 'Main Tax'))
chart.form.account_receivable = acc['receivable']
chart.form.account_payable = acc['payable']
chart.execute('create_properties')

FiscalYear = Model.get('account.fiscalyear')
for y in (today.year - 1, today.year, today.year + 1):
    fy = FiscalYear(name=str(y), start_date=dt.date(y, 1, 1), end_date=dt.date(y, 12, 31), company=company)
    moves_seq = Model.get('ir.sequence')(name='Moves %d' % y, sequence_type=one('ir.sequence.type', ('name', '=', 'Account Move')),
        company=company)
    moves_seq.save()
    fy.post_move_sequence = moves_seq
    numbers = {}
    for kind, prefix in (('invoice', 'RE'), ('credit', 'GS')):
        seq = Model.get('ir.sequence.strict')(name='%s %d' % (kind, y), sequence_type=one('ir.sequence.type', ('name', '=', 'Invoice')),
            company=company, prefix='%s%d-' % (prefix, y), padding=5)
        seq.save()
        numbers[kind] = seq
    inv_seq, = fy.invoice_sequences
    inv_seq.out_invoice_sequence = inv_seq.in_invoice_sequence = numbers['invoice']
    inv_seq.out_credit_note_sequence = inv_seq.in_credit_note_sequence = numbers['credit']
    fy.save()
    fy.click('create_period')
say('chart and fiscal years')

Tax = Model.get('account.tax')


def vat(name, rate):
    t = Tax(name=name, description=name, type='percentage', rate=D(rate),
        invoice_account=acc['tax'], credit_note_account=acc['tax'])
    t.save()
    return t


tax19, tax7 = vat('VAT 19%', '0.19'), vat('VAT 7%', '0.07')

Category = Model.get('product.category')
acats = {}
for key, tax in (('std', tax19), ('red', tax7)):
    c = Category(name='Accounting %s' % tax.name, accounting=True)
    c.account_revenue = acc['revenue']
    c.account_expense = acc['expense']
    c.customer_taxes.append(Tax(tax.id))
    c.save()
    acats[key] = c

PaymentTerm = Model.get('account.invoice.payment_term')


def term(name, *lines):
    t = PaymentTerm(name=name)
    for kind, ratio, n in lines:
        line = t.lines.new(type=kind)
        if kind == 'percent_on_total':
            line.ratio = ratio
        delta, = line.relativedeltas or [line.relativedeltas.new()]
        delta.days = n
    t.save()
    return t


terms = {
    'now': term('Immediate', ('remainder', None, 0)),
    '14': term('Net 14', ('remainder', None, 14)),
    '30': term('Net 30', ('remainder', None, 30)),
    'half': term('50% in 30, rest in 60 days', ('percent_on_total', D('0.5'), 30), ('remainder', None, 60)),
    }

Journal = Model.get('account.journal')
cash_journal, = Journal.find([('type', '=', 'cash')], limit=1)
PaymentMethod = Model.get('account.invoice.payment.method')
bank_method = PaymentMethod(name='Bank', journal=cash_journal, credit_account=acc['cash'], debit_account=acc['cash'])
bank_method.save()

# dunning: three levels, the last one blocks further orders
Procedure = Model.get('account.dunning.procedure')
procedure = Procedure(name='Standard reminders')
for seq, n, block in ((1, 5, False), (2, 20, False), (3, 60, True)):
    level = procedure.levels.new(sequence=seq, overdue=days(n))
    level.credit_limit = block
procedure.save()

# --- warehouses ---------------------------------------------------------------------------------------------------
Location = Model.get('stock.location')
wh1, = Location.find([('type', '=', 'warehouse')])
wh1.name, wh1.code = 'Hamburg', 'HAM'
wh1.save()
zones = {}
for zone, kind in (('Input', 'storage'), ('Output', 'storage'), ('Storage', 'storage')):
    z = Location(name='Munich ' + zone, code='MUC-' + zone[:3].upper(), type=kind)
    z.save()
    zones[zone] = z
wh2 = Location(name='Munich', code='MUC', type='warehouse',
    lost_found_location=Location(wh1.lost_found_location.id),
    input_location=zones['Input'], output_location=zones['Output'], storage_location=zones['Storage'])
wh2.save()
warehouses = [Location(wh1.id), Location(wh2.id)]
supplier_loc, = Location.find([('code', '=', 'SUP')])
customer_loc, = Location.find([('code', '=', 'CUS')])

# --- products -----------------------------------------------------------------------------------------------------
unit = one('product.uom', ('name', '=', 'Unit'))
kg = one('product.uom', ('name', '=', 'Kilogram'))
hour = one('product.uom', ('name', '=', 'Hour'))
cats = {}
for n in ('Fasteners', 'Power tools', 'Safety', 'Adhesives', 'Services'):
    c = Category(name=n)
    c.save()
    cats[n] = c

Template = Model.get('product.template')
Product = Model.get('product.product')
products = []


def product(code, name, cat, price, uom=unit, kind='goods', acat='std', consumable=False):
    t = Template(name=name, code=code, default_uom=uom, type=kind, salable=True, list_price=D(price))
    t.sale_uom = uom
    if kind == 'goods':
        t.consumable = consumable
    t.account_category = acats[acat]
    t.categories.append(Category(cats[cat].id))
    p, = t.products
    p.cost_price = (D(price) * D('0.6')).quantize(D('0.0001'))
    t.save()
    products.append(Product(t.products[0].id))


n = 0
for size in ('M4', 'M5', 'M6', 'M8', 'M10', 'M12'):
    for length in (20, 40, 60, 80):
        n += 1
        product('SCR-%s-%d' % (size, length), 'Hex screw %s x %d, box of 100' % (size, length), 'Fasteners', '%d.%02d' % (4 + n // 2, (n * 35) % 100))
for i, name in enumerate(['Cordless drill 18V', 'Impact driver 18V', 'Angle grinder 125', 'Jigsaw 650W', 'Orbital sander', 'Rotary hammer SDS',
        'Heat gun 2000W', 'Circular saw 190', 'Battery 4.0Ah', 'Charger 18V', 'Drill bit set 25', 'Saw blade 190/48']):
    product('TOOL-%03d' % (i + 1), name, 'Power tools', '%d.90' % (39 + i * 17))
for i, name in enumerate(['Safety helmet', 'Ear defenders', 'Safety glasses', 'Work gloves L', 'Work gloves XL', 'Hi-vis vest',
        'Dust mask FFP2 box', 'Safety boots 43', 'Safety boots 44', 'First aid kit']):
    product('SAFE-%03d' % (i + 1), name, 'Safety', '%d.50' % (6 + i * 5))
for i, name in enumerate(['Epoxy resin', 'Hardener', 'Contact adhesive', 'Wood glue', 'Sealant powder']):
    product('GLUE-%03d' % (i + 1), name, 'Adhesives', '%d.25' % (9 + i * 3), uom=kg, acat='std')
for i, name in enumerate(['Site handbook', 'Standards compendium']):
    product('BOOK-%03d' % (i + 1), name, 'Safety', '%d.00' % (24 + i * 20), acat='red')
product('FREIGHT', 'Freight', 'Services', '19.00', kind='service')
product('INSTALL', 'Installation', 'Services', '75.00', uom=hour, kind='service')
product('TRAIN', 'Safety training', 'Services', '420.00', kind='service')
product('PALLET', 'Pallet deposit', 'Services', '12.00', consumable=True)
product('SPARE-OUT', 'Spare part, out of stock', 'Power tools', '55.00')
product('SPARE-SOON', 'Spare part, arrives next week', 'Power tools', '65.00')
product('SPARE-ONE', 'Spare part, one left', 'Power tools', '75.00')
by_code = {p.code: p for p in products}
say(len(products), 'products')

# opening stock: an inventory per warehouse
Inventory = Model.get('stock.inventory')
goods = [p for p in products if p.type == 'goods' and not p.code.startswith('SPARE')]
for w, wh in enumerate(warehouses):
    inv = Inventory(location=wh.storage_location, date=today - days(200))
    for i, p in enumerate(goods):
        if w == 1 and i % 3 == 2:
            continue
        line = inv.lines.new(product=p)
        line.quantity = float(500 - 7 * i if w == 0 else 120 - i)
    if w == 0:
        line = inv.lines.new(product=by_code['SPARE-ONE'])
        line.quantity = 1.0
    inv.save()
    inv.click('confirm')
say('stock')

# --- price lists --------------------------------------------------------------------------------------------------
PriceList = Model.get('product.price_list')


def price_list(name, *lines):
    pl = PriceList(name=name, company=company)
    for seq, values in enumerate(lines, 1):
        pl.lines.new(sequence=seq, **values)
    pl.save()
    return pl


pl_breaks = price_list('Wholesale with quantity breaks',
    dict(product=by_code['TOOL-001'], quantity=50.0, formula='unit_price * 0.70'),
    dict(product=by_code['TOOL-001'], quantity=10.0, formula='unit_price * 0.80'),
    dict(category=cats['Fasteners'], quantity=100.0, formula='unit_price * 0.75'),
    dict(category=cats['Fasteners'], quantity=20.0, formula='unit_price * 0.85'),
    dict(formula='unit_price * 0.95'))
pl_gold = price_list('Gold customers',
    dict(category=cats['Power tools'], formula='unit_price * 0.82'),
    dict(formula='unit_price * 0.90'))
pl_contract = price_list('Contract Bergmann',
    dict(product=by_code['SCR-M8-40'], formula='7.15'),
    dict(product=by_code['TOOL-003'], quantity=5.0, formula='61.00'),
    dict(formula='unit_price * 0.93'))

# --- customers ----------------------------------------------------------------------------------------------------
names = [
    ('Bergmann Maschinenbau GmbH', 'DE', 'München', '80331'), ('Alpenbau AG', 'AT', 'Innsbruck', '6020'),
    ('Fischer & Söhne KG', 'DE', 'Kiel', '24103'), ('Atelier Dubois SARL', 'FR', 'Lyon', '69002'),
    ('Van Dijk Techniek BV', 'NL', 'Utrecht', '3511'), ('Weber Elektro GmbH', 'DE', 'Bremen', '28195'),
    ('Holzwerk Schwarzwald GmbH', 'DE', 'Freiburg', '79098'), ('Müller Sanitär', 'DE', 'Köln', '50667'),
    ('Thames Fabrications Ltd', 'GB', 'London', 'SE1 9GF'), ('Stadtwerke Lübeck', 'DE', 'Lübeck', '23552'),
    ('Krüger Logistik GmbH', 'DE', 'Hannover', '30159'), ('Menuiserie Lambert', 'FR', 'Nantes', '44000'),
    ('Nordsee Offshore GmbH', 'DE', 'Cuxhaven', '27472'), ('Bakker Bouw BV', 'NL', 'Groningen', '9711'),
    ('Dachdecker Lorenz', 'DE', 'Leipzig', '04109'), ('Metallbau Huber GmbH', 'AT', 'Linz', '4020'),
    ('Schreinerei Vogt', 'DE', 'Ulm', '89073'), ('Rheintal Anlagen GmbH', 'DE', 'Mainz', '55116'),
    ('Grün & Partner Gartenbau', 'DE', 'Potsdam', '14467'), ('Petit Chantier SAS', 'FR', 'Lille', '59000'),
    ('Autohaus Sommer', 'DE', 'Kassel', '34117'), ('Yachtwerft Jansen', 'DE', 'Rostock', '18055'),
    ('Kleinkunde Braun', 'DE', 'Jena', '07743'), ('Gesperrt Handels UG', 'DE', 'Berlin', '10115'),
    ('Doppelt GmbH', 'DE', 'Essen', '45127'), ('Doppelt GmbH', 'DE', 'Essen', '45127')]


def de_vat(i):
    base = str(100000000 + i * 7654321)[:8]
    return 'DE' + base + mod_11_10.calc_check_digit(base)


customers = []
for i, (name, cc, city, zipc) in enumerate(names):
    p = Party(name=name)
    a, = p.addresses
    a.street, a.postal_code, a.city, a.country = 'Hauptstraße %d' % (i + 1), zipc, city, countries[cc]
    if i == 0:
        p.addresses.new(street='Werk 2, Tor 5', postal_code='85748', city='Garching', country=countries['DE'],
            party_name='Bergmann Werk Garching')
    if cc == 'DE' and i not in (22,):
        p.identifiers.new(type='eu_vat', code=de_vat(i if i < 25 else 24))
    slug = ''.join(ch for ch in name.lower() if ch.isascii() and ch.isalnum())[:14]
    p.contact_mechanisms.new(type='email', value='einkauf@%s.example' % slug)
    p.contact_mechanisms.new(type='phone', value='+49 40 55501%02d' % i)
    p.customer_payment_term = [terms['30'], terms['14'], terms['30'], terms['half'], terms['now']][i % 5]
    p.credit_limit_amount = [D('25000'), D('10000'), None, D('5000'), D('50000')][i % 5]
    if i == 23:
        p.credit_limit_amount = D('500')
    if i == 22:
        p.credit_limit_amount = D('1000')
    p.sale_price_list = {0: pl_contract, 1: pl_gold, 2: pl_breaks, 5: pl_gold, 9: pl_breaks}.get(i)
    if i in (3, 7, 11, 23):
        p.dunning_procedure = procedure
    p.save()
    customers.append(Party(p.id))
say(len(customers), 'customers')

# --- incoming goods still on the way (show up in the forecast only) -----------------------------------------------
supplier = Party(name='Großhandel Süd GmbH')
supplier.save()
ShipmentIn = Model.get('stock.shipment.in')
Move = Model.get('stock.move')
si = ShipmentIn(supplier=supplier, warehouse=warehouses[0], company=company, planned_date=today + days(7), reference='PO-2201')
for code, qty in (('SPARE-SOON', 40), ('TOOL-001', 60)):
    m = si.incoming_moves.new()
    m.product = by_code[code]
    m.quantity = qty
    m.from_location, m.to_location = supplier_loc, warehouses[0].input_location
    m.company, m.currency = company, eur
    m.unit_price = by_code[code].cost_price
    m.planned_date = today + days(7)
si.save()

# --- orders, deliveries, invoices, payments -----------------------------------------------------------------------
Sale = Model.get('sale.sale')
Invoice = Model.get('account.invoice')
ShipmentOut = Model.get('stock.shipment.out')


def sale(i, age, lines, ref, wh=0, **extra):
    s = Sale(party=customers[i], company=company, reference=ref, sale_date=today - days(age))
    s.warehouse = warehouses[wh]
    for k, v in extra.items():
        setattr(s, k, v)
    for code, qty in lines:
        line = s.lines.new()
        line.product = by_code[code]
        line.quantity = float(qty)
    s.save()
    return s


def confirm(s):
    click(s, 'quote')
    click(s, 'confirm')       # processing follows in the same call, as no worker runs
    s.reload()
    return s


def ship(s, share=None):
    for sh in s.shipments:
        if sh.state == 'draft':
            sh.click('wait')
        if share:
            for m in sh.inventory_moves:
                m.quantity = max(1.0, float(int(m.quantity * share)))
            sh.save()
        if not sh.click('assign_try'):
            continue
        sh.click('pick')
        sh.click('pack')
        sh.click('done')
        sh.reload()


def post(s, age):
    s.reload()
    out = []
    for inv in s.invoices:
        if inv.state == 'draft':
            inv.invoice_date = today - days(age)
            inv.save()
            click(inv, 'post')
            inv.reload()
        out.append(inv)
    return out


def pay(inv, age, amount=None):
    w = Wizard('account.invoice.pay', [inv])
    if amount is not None:
        w.form.amount = amount
    w.form.date = today - days(age)
    w.form.payment_method = bank_method
    w.execute('choice')
    if w.form_state == 'ask':                # paid less than what is due
        w.form.type = 'partial'
        w.execute('pay')
    inv.reload()


codes = [p.code for p in goods]


def basket(k=None):
    return [(c, rnd.choice([1, 2, 5, 10, 25])) for c in rnd.sample(codes, k or rnd.randint(1, 4))]


def over_limit():
    "A customer whose limit is lower than what it owes, with an old unpaid invoice."
    s = sale(23, 95, [('TOOL-001', 8), ('SAFE-001', 4)], 'PO-2000')
    s.party.credit_limit_amount = None
    s.party.save()
    confirm(s)
    ship(s)
    post(s, 93)
    blocked = Party(customers[23].id)
    blocked.credit_limit_amount = D('500')
    blocked.save()


# oldest first: invoice numbers must follow the invoice dates
plan = []
for k in range(24):
    plan.append(dict(i=k % 22, age=170 - 6 * k, lines=basket(), ref='PO-%04d' % (1000 + k), wh=k % 2 if k % 3 else 0))
made, invoices = [], {'paid': [], 'partly': [], 'open': [], 'overdue': []}
plan[3]['i'] = 3
plan[3]['lines'] = [('TOOL-004', 10), ('SAFE-001', 5)]
for k, row in enumerate(plan):
    s = confirm(sale(row['i'], row['age'], row['lines'], row['ref'], row['wh']))
    kind = k % 6
    if kind != 5:
        ship(s)
    for inv in post(s, row['age'] - 2):
        if k in (3, 7, 11, 15, 20):             # never paid
            pass
        elif kind in (0, 1, 4):
            pay(inv, max(0, row['age'] - 20))
        elif kind == 2:
            pay(inv, max(0, row['age'] - 25), (inv.total_amount / 3).quantize(D('0.01')))
    made.append(s)
    if k == 12:
        over_limit()
say('old orders')
# recent orders in every state
for k in range(4):
    s = confirm(sale(k, 6 - k, basket(3), 'PO-%04d' % (3000 + k)))
    made.append(s)
part = confirm(sale(4, 5, [('TOOL-002', 10), ('SAFE-002', 6)], 'PO-3100'))
part.shipments[0].click('wait')
sh = ShipmentOut(part.shipments[0].id)
for m in sh.inventory_moves:
    m.quantity = m.quantity / 2
sh.save()
sh.click('assign_try')
sh.click('pick')
sh.click('pack')
sh.click('done')
assigned = confirm(sale(5, 3, [('GLUE-001', 12.5), ('BOOK-001', 2)], 'PO-3101'))
assigned.shipments[0].click('wait')
assigned.shipments[0].click('assign_try')
for k in range(4):
    q = sale(6 + k, 1, basket(2), 'PO-%04d' % (3200 + k))
    click(q, 'quote')
for k in range(4):
    sale(10 + k, 0, basket(2), 'PO-%04d' % (3300 + k))
for k in range(2):
    x = sale(14 + k, 9, basket(1), 'PO-%04d' % (3400 + k))
    click(x, 'quote')
    x.click('cancel')
sale(0, 0, [('SCR-M8-40', 30)], 'PO-3500', shipment_method='order', invoice_method='shipment')
say(len(Sale.find([])), 'orders')

# --- returns ------------------------------------------------------------------------------------------------------
IrModel = Model.get('ir.model')
ComplaintType = Model.get('sale.complaint.type')
types = {}
for key, name, model in (('sale', 'Order wrong', 'sale.sale'), ('line', 'Item damaged', 'sale.line'),
        ('invoice', 'Invoice wrong', 'account.invoice'), ('iline', 'Price wrong', 'account.invoice.line')):
    t = ComplaintType(name=name)
    t.origin, = IrModel.find([('model', '=', model)])
    t.save()
    types[key] = t
Complaint = Model.get('sale.complaint')


def complaint(s, key, origin, action=None, qty=None, approve=False, description=None):
    c = Complaint(customer=s.party, type=types[key], origin=origin, description=description)
    if action:
        a = c.actions.new()
        a.action = action
        if qty is not None:
            a.quantity = qty
    c.save()
    if action:
        c.click('wait')
        if approve:
            c.click('approve')
    return c


s = Sale(made[0].id)
complaint(s, 'line', s.lines[0], 'sale_return', 1.0, True, 'One box arrived wet')
ret = [x for x in Sale.find([('origin', 'like', 'sale.complaint%')])]
for r in ret:
    confirm(r)
s = Sale(made[4].id)
complaint(s, 'invoice', s.invoices[0], 'credit_note', None, True, 'Invoiced twice')
s = Sale(made[6].id)
complaint(s, 'line', s.lines[0], 'sale_return', 1.0, False, 'Wrong size delivered')
complaint(Sale(made[8].id), 'sale', Sale(made[8].id), description='Late delivery')

# --- reminders ----------------------------------------------------------------------------------------------------
dunning = Wizard('account.dunning.create')
dunning.form.date = today - days(60)
dunning.execute('create_')
Dunning = Model.get('account.dunning')
for date in (today - days(30), today):
    for d in Dunning.find([('state', '=', 'draft')]):
        proc = Wizard('account.dunning.process', [d])
        proc.execute('process') if proc.state == 'start' else None
    again = Wizard('account.dunning.create')
    again.form.date = date
    again.execute('create_')
say(len(Dunning.find([])), 'dunnings')

# --- odd ones, made last so that the ids above stay as they are ---------------------------------------------------
# stocked by the metre, sold by the kilometre: stock and price must be turned into the unit of the order line
def uom(name):
    return one('product.uom', ('name', '=', name))


product('CABLE-H07', 'Cable H07V-K 1.5, black', 'Power tools', '0.38', uom=uom('Meter'))
cable = products[-1].template
cable.sale_uom = uom('Kilometer')
cable.save()
inv = Inventory(location=warehouses[0].storage_location, date=today - days(100))
line = inv.lines.new(product=Product(products[-1].id))
line.quantity = 7500.0
inv.save()
inv.click('confirm')
product('OLD-001', 'Discontinued lamp', 'Power tools', '12.00')
old = products[-1].template
for p in old.products:
    p.active = False
old.active = False
old.save()
by_code = {p.code: p for p in products}

# a customer whose tax rule turns every VAT into none
tax0 = vat('VAT 0% export', '0')
rule = Model.get('account.tax.rule')(name='Export', kind='sale')
for source in (tax19, tax7):
    rule.lines.new(origin_tax=Tax(source.id), tax=Tax(tax0.id))
rule.save()
export = Party(name='Export Partner AS')
a, = export.addresses
a.street, a.postal_code, a.city = 'Havnegata 1', '0150', 'Oslo'
export.customer_payment_term = terms['14']
export.customer_tax_rule = rule
export.save()
say('odd ones')
hard = cases.make(SimpleNamespace(**globals()))
say('hard cases')

# --- users --------------------------------------------------------------------------------------------------------
Group = Model.get('res.group')
Company = Model.get('company.company')


def user(login, password, *groups):
    u = User(name=login.title(), login=login, password=password)
    u.email = '%s@nordlicht.example' % login
    for g in groups:
        u.groups.append(one('res.group', ('name', '=', g)))
    u.save()
    u.companies.append(Company(company.id))
    u.company = Company(company.id)
    u.save()
    return u


backroom = user(env['LAB_USER'], env['LAB_PASSWORD'], 'Sales', 'Stock', 'Stock Forecast', 'Account', 'Dunning', 'Product Administration', 'Party Administration')
user(env['LAB_MANAGER'], env['LAB_MANAGER_PASSWORD'], 'Sales', 'Sales Administrator', 'Stock', 'Account', 'Product Administration',
    'Party Administration', 'Account Credit Limit', 'Sale Stock Quantity', 'Dunning')
limited = user(env['LAB_READER'], env['LAB_READER_PASSWORD'], 'Stock')

if env.get('LAB_PDF') == '1':
    # turn the invoice report from the stock ODT into PDF (LibreOffice does the conversion on the server)
    for r in Model.get('ir.action.report').find([('report_name', 'in', ['account.invoice', 'sale.sale'])]):
        r.extension = 'pdf'
        r.save()
    # posting printed each invoice already and kept the file: drop those, the next print makes the PDF
    printed = Invoice.find([('invoice_report_format', '!=', None)])
    Invoice._proxy.write([i.id for i in printed], {'invoice_report_cache': None, 'invoice_report_format': None}, cfg.context)

counts = {m: len(Model.get(m).find([])) for m in (
    'party.party', 'product.product', 'sale.sale', 'account.invoice', 'stock.shipment.out', 'sale.complaint')}
state = {
    'company': company.id,
    'warehouses': {w.code: w.id for w in warehouses},
    'examples': {
        'customer': customers[0].id, 'customerCode': customers[0].code, 'customerVat': de_vat(0),
        'customerWithBreaks': customers[2].id, 'customerGold': customers[1].id,
        'customerOverLimit': customers[23].id, 'customerNearLimit': customers[22].id,
        'customerBlockedByReminder': customers[3].id, 'customerTaxFree': export.id,
        'duplicateCustomers': [customers[24].id, customers[25].id],
        'orderPartlyShipped': part.id, 'orderAssigned': assigned.id,
        'products': {c: by_code[c].id for c in ('SCR-M8-40', 'TOOL-001', 'TOOL-003', 'SPARE-OUT', 'SPARE-SOON', 'SPARE-ONE', 'FREIGHT', 'GLUE-001',
            'CABLE-H07', 'OLD-001')},
        },
    'cases': hard,
    'counts': counts,
    'seededOn': today.isoformat(),
    }
with open(env['LAB_STATE'], 'w') as f:
    json.dump(state, f)
say('done', counts)
