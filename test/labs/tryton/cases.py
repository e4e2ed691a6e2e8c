"""Hard cases: each on a customer and products of its own, made by Tryton's own forms, buttons and wizards. Returns the ids by name.

`lab` holds what seed.py has made so far, its helpers among them."""
from decimal import Decimal as D

from proteus import Model, Wizard


def make(lab):
    eur, usd, today, days = lab.eur, lab.usd, lab.today, lab.days
    Party, Product, Sale, Invoice = (Model.get(m) for m in ('party.party', 'product.product', 'sale.sale', 'account.invoice'))
    Uom, Inventory, Move = Model.get('product.uom'), Model.get('stock.inventory'), Model.get('stock.move')
    ham, muc = lab.warehouses
    customers, orders, invoices, goods, others = {}, {}, {}, {}, {}

    def customer(key, name, **values):
        party = Party(name=name)
        address, = party.addresses
        address.street, address.postal_code, address.city, address.country = 'Am Prüfstand 1', '20457', 'Hamburg', lab.countries['DE']
        party.customer_payment_term = lab.terms['30']
        for field, value in values.items():
            setattr(party, field, value)
        party.save()
        customers[key] = party.id
        return party

    def stocked(code, name, price='10.00', **values):
        lab.product(code, name, 'Power tools', price, **values)
        made = Product(lab.products[-1].id)
        goods[code] = made.id
        return made

    def on_hand(warehouse, *lines):
        inventory = Inventory(location=warehouse.storage_location, date=today - days(120))
        for product, quantity in lines:
            inventory.lines.new(product=product).quantity = float(quantity)
        inventory.save()
        inventory.click('confirm')

    def order(party, lines, age=0, **values):
        sale = Sale(party=party, company=lab.company, sale_date=today - days(age))
        sale.warehouse = values.pop('warehouse', ham)
        for field, value in values.items():
            setattr(sale, field, value)
        for product, quantity, *price in lines:
            line = sale.lines.new()
            line.product = product
            line.quantity = float(quantity)
            if price:
                line.unit_price = D(price[0])
        sale.save()
        return sale

    def confirmed(party, lines, age=0, **values):
        return lab.confirm(order(party, lines, age, **values))

    def ship(shipment, **quantities):
        "Sends a shipment; `code=quantity` sends less of it."
        shipment = Model.get('stock.shipment.out')(shipment.id)
        if shipment.state == 'draft':
            shipment.click('wait')
        for move in shipment.inventory_moves:
            if move.product.code in quantities:
                move.quantity = float(quantities[move.product.code])
        shipment.save()
        assert shipment.click('assign_try'), 'not in stock'
        for button in ('pick', 'pack', 'done'):
            shipment.click(button)

    def bill(sale, age):
        sale.reload()
        for invoice in sale.invoices:
            if invoice.state == 'draft':
                # Numbers must follow the accounting dates, which may be later than the invoice's own.
                invoice.invoice_date, invoice.accounting_date = today - days(age), today
                invoice.save()
                lab.click(invoice, 'post')
                invoice.reload()
        return list(sale.invoices)

    def invoice(party, amount, age, term=None, currency=None, post=True):
        made = Invoice(type='out', party=party, invoice_date=today - days(age), accounting_date=today, company=lab.company)
        if currency:
            made.currency = currency
        made.payment_term = term or lab.terms['30']
        line = made.lines.new()
        line.account, line.quantity, line.unit_price, line.description = lab.acc['revenue'], 1 if D(amount) > 0 else -1, abs(D(amount)), 'Work'
        made.save()
        if post:
            lab.click(made, 'post')
            made.reload()
        return made

    def pay(made, amount, age, currency=None):
        wizard = Wizard('account.invoice.pay', [made])
        wizard.form.amount = D(amount)
        if currency:
            wizard.form.currency = currency
        wizard.form.date = today - days(age)
        wizard.form.payment_method = lab.bank_method
        wizard.execute('choice')
        if wizard.form_state == 'ask':
            wizard.form.type = 'partial'
            wizard.execute('pay')

    def on_account(party, amount, age, currency=None, rate=None):
        "Money that came in for no invoice in particular."
        date = today - days(age)
        entry = Model.get('account.move')(company=lab.company, journal=lab.cash_journal, date=date)
        entry.period = lab.one('account.period', ('start_date', '<=', date), ('end_date', '>=', date), ('type', '=', 'standard'))
        received, = [entry.lines.new()]
        received.account, received.debit = lab.acc['cash'], D(amount)
        owed = entry.lines.new()
        owed.account, owed.party, owed.credit = lab.acc['receivable'], party, D(amount)
        entry.save()
        entry.click('post')

    def returned(sale):
        "Tryton's own wizard, as a colleague uses it: a copy with the reference, below zero."
        Wizard('sale.return_sale', [sale]).execute('return_')
        made, = Sale.find([('origin', '=', 'sale.sale,%d' % sale.id)])
        return made

    # --- stock: two warehouses, promised goods, forecasts, late and undated moves -------------------------------------
    split = stocked('CASE-SPLIT', 'One in Hamburg, four in Munich')
    promised = stocked('CASE-PROMISED', 'Ten, six promised, three quoted')
    late = stocked('CASE-LATE', 'Promised for days that have passed and that come')
    part = stocked('CASE-PART', 'Sold in tens')
    on_hand(ham, (split, 1), (promised, 10), (late, 20), (part, 500))
    on_hand(muc, (split, 4), (late, 5))
    buyer = customer('promised', 'Zusage Handel GmbH')
    # Assigned: Tryton stops counting goods that are only planned once their day has passed.
    picked, = confirmed(buyer, [(promised, 6)], 3).shipments
    picked.click('wait')
    assert picked.click('assign_try'), 'not in stock'
    quoted = order(buyer, [(promised, 3)], 2)
    lab.click(quoted, 'quote')
    confirmed(buyer, [(late, 4)], 5)
    confirmed(buyer, [(late, 3)], 1, shipping_date=today + days(9))
    received = Model.get('stock.shipment.in')(supplier=lab.supplier, warehouse=muc, company=lab.company, planned_date=today + days(4))
    for quantity, when in ((8, today + days(4)), (6, today - days(3))):
        move = received.incoming_moves.new()
        move.product, move.quantity, move.company, move.currency = late, float(quantity), lab.company, eur
        move.from_location, move.to_location, move.unit_price, move.planned_date = lab.supplier_loc, muc.input_location, D(5), when
    received.save()

    # --- units: stocked by the piece, sold by the dozen; price breaks in pieces -----------------------------------------
    dozen = Uom(name='Dozen', symbol='dz', category=lab.unit.category, factor=12.0, rate=round(1 / 12, 12), rounding=0.01, digits=2)
    dozen.save()
    egg = stocked('CASE-DOZEN', 'Sold by the dozen', '1.00')
    egg.template.sale_uom = dozen
    egg.template.save()
    egg.reload()
    on_hand(ham, (egg, 240))
    lab.by_code.update({p.code: p for p in lab.products})
    breaks = lab.price_list('Breaks in pieces', dict(product=egg, quantity=30.0, formula='unit_price * 0.70'),
        dict(product=egg, quantity=20.0, formula='unit_price * 0.80'), dict(product=egg, quantity=10.0, formula='unit_price * 0.90'))
    dealer = customer('dozens', 'Dutzend Großhandel GmbH', sale_price_list=breaks)
    sale = confirmed(dealer, [(egg, 2)], 20)
    orders['sixParts'] = sale.id
    for _ in range(6):
        sale.reload()
        waiting = [s for s in sale.shipments if s.state not in ('done', 'cancelled')][0]
        shipment = Model.get('stock.shipment.out')(waiting.id)
        if shipment.state == 'draft':
            shipment.click('wait')
        outgoing, = shipment.outgoing_moves
        if outgoing.uom != lab.unit:
            outgoing.uom, outgoing.quantity = lab.unit, 4.0
        else:
            outgoing.quantity = 4.0
        shipment.save()
        shipment.click('draft')
        shipment.click('wait')
        ship(shipment)
    customer('oneDozen', 'Eierhaus Lang', sale_price_list=breaks)

    # --- kits -----------------------------------------------------------------------------------------------------------
    bolt, nut = stocked('CASE-BOLT', 'Bolt of a kit', '2.00'), stocked('CASE-NUT', 'Nut of a kit', '1.00')
    on_hand(ham, (bolt, 21), (nut, 8))
    on_hand(muc, (bolt, 2), (nut, 9))
    kit = stocked('CASE-KIT', 'Two bolts and a nut', '6.00', kind='kit')
    for component, quantity in ((bolt, 2), (nut, 1)):
        line = kit.template.components.new()
        line.product, line.quantity, line.unit = component, float(quantity), lab.unit
    kit.template.save()
    bundle = stocked('CASE-BUNDLE', 'Brings a nut along', '8.00')
    line = bundle.template.components.new()
    line.product, line.quantity, line.unit = nut, 1.0, lab.unit
    bundle.template.save()
    on_hand(ham, (bundle, 30))
    coming = Model.get('stock.shipment.in')(supplier=lab.supplier, warehouse=ham, company=lab.company, planned_date=today + days(5))
    move = coming.incoming_moves.new()
    move.product, move.quantity, move.company, move.currency = nut, 10.0, lab.company, eur
    move.from_location, move.to_location, move.unit_price, move.planned_date = lab.supplier_loc, ham.input_location, D(1), today + days(5)
    coming.save()
    assembler = customer('kits', 'Baukasten AG')
    orders['kitShipped'] = confirmed(assembler, [(kit, 3)], 12).id
    ship(Sale(orders['kitShipped']).shipments[0])
    orders['kitHalf'] = confirmed(assembler, [(kit, 2)], 4).id
    ship(Sale(orders['kitHalf']).shipments[0], **{'CASE-BOLT': 2, 'CASE-NUT': 1})

    # --- shipments that ended otherwise -----------------------------------------------------------------------------------
    partial = customer('ignored', 'Teilmenge Bau GmbH')
    for key, recreate in (('ignored', False), ('recreated', True)):
        sale = confirmed(partial, [(part, 10)], 30)
        ship(sale.shipments[0], **{'CASE-PART': 6})
        sale.reload()
        rest, = [s for s in sale.shipments if s.state != 'done']
        Model.get('stock.shipment.out')(rest.id).click('cancel')
        sale.reload()
        wizard = Wizard('sale.handle.shipment.exception', [sale])
        if not recreate:
            while wizard.form.recreate_moves:
                wizard.form.recreate_moves.pop()
        wizard.execute('handle')
        made, = bill(sale, 28)
        lab.pay(made, 10)
        orders[key] = sale.id
    # two lines of one product, one of them freight; invoiced as it is shipped
    by_shipment = confirmed(partial, [(part, 4), (part, 3), (lab.by_code['FREIGHT'], 1)], 15, invoice_method='shipment')
    ship(by_shipment.shipments[0], **{'CASE-PART': 2})
    bill(by_shipment, 10)
    orders['byShipment'] = by_shipment.id

    # --- money: on account, part payments, instalments, currencies, credit notes -------------------------------------------
    payer = customer('onAccount', 'Abschlag Bau GmbH', credit_limit_amount=D('5000'))
    invoices['onAccount'] = invoice(payer, '500', 60).id
    on_account(payer, '300', 20)
    thirty = lab.term('30 % in 30, rest in 90 days', ('percent_on_total', D('0.3'), 30), ('remainder', None, 90))
    instalments = customer('instalments', 'Raten Maschinen GmbH')
    made = invoice(instalments, '1000', 70, thirty)
    pay(made, '100', 12)
    invoices['instalments'] = made.id
    abroad = customer('dollars', 'Liberty Tools Inc.')
    open_usd = invoice(abroad, '1100', 45, currency=usd)
    pay(open_usd, '250', 5, usd)
    invoices['dollars'] = open_usd.id
    invoices['dollarsPaidInEuro'] = invoice(abroad, '330', 40, currency=usd).id
    pay(Invoice(invoices['dollarsPaidInEuro']), '100', 5, eur)
    invoice(abroad, '80', 10)
    orders['dollars'] = confirmed(abroad, [(part, 10, '11.0000')], 8, currency=usd).id
    noted = customer('creditNotes', 'Gutschrift und Söhne KG')
    invoice(noted, '600', 50)
    invoices['creditNote'] = invoice(noted, '-250', 45).id
    invoice(noted, '400', 5)
    invoice(noted, '75', 3, post=False)
    overpaid = customer('overpaid', 'Doppelzahler e. K.')
    invoice(overpaid, '200', 90)
    invoice(overpaid, '300', 40)
    on_account(overpaid, '650', 6)
    lowered = customer('reduced', 'Nachlass Technik GmbH', credit_limit_amount=D('20000'))
    orders['reduced'] = confirmed(lowered, [(part, 10, '100.0000'), (lab.by_code['FREIGHT'], 1, '-150.0000')], 6).id

    # --- returns, copies, merged parties -----------------------------------------------------------------------------------
    sender = customer('returns', 'Rückläufer Handel GmbH')
    bought = confirmed(sender, [(part, 7, '85.0000')], 40, reference='PO-RETURN')
    ship(bought.shipments[0])
    bill(bought, 38)
    orders['returned'] = bought.id
    back = returned(bought)
    lab.confirm(back)
    orders['return'] = back.id
    asked = confirmed(sender, [(part, 5, '20.0000')], 25, reference='PO-RETURN-2')
    ship(asked.shipments[0])
    received_back = returned(asked)
    lab.confirm(received_back)
    came = Model.get('stock.shipment.out.return')(received_back.shipment_returns[0].id)
    came.click('receive')
    came.click('done')
    note, = bill(received_back, 2)
    orders['returnReceived'] = received_back.id
    again = returned(confirmed(sender, [(part, 2, '15.0000')], 22, reference='PO-RETURN-3'))
    orders['returnDraft'] = again.id
    # five come back, a credit note for one of them so far
    five = confirmed(sender, [(part, 5, '30.0000')], 21, reference='PO-RETURN-4')
    ship(five.shipments[0])
    five_back = lab.confirm(returned(five))
    note = five_back.invoices[0]
    note.lines[0].quantity = -1.0
    note.save()
    bill(five_back, 1)
    orders['returnPartlyCredited'] = five_back.id
    # goods exchanged: one line comes back, the other goes out
    orders['exchange'] = confirmed(sender, [(part, -1, '85.0000'), (lab.by_code['TOOL-005'], 1)], 1, reference='PO-EXCHANGE').id
    gone, kept = customer('mergedGone', 'Fusion Werkzeug GmbH'), customer('mergedKept', 'Fusion Werkzeug GmbH')
    orders['merged'] = confirmed(gone, [(part, 3)], 9, reference='PO-MERGED').id
    invoice(gone, '120', 33)
    wizard = Wizard('party.replace', models=[Party(gone.id)])
    wizard.form.destination = Party(kept.id)
    wizard.execute('replace')
    return {'customers': customers, 'orders': orders, 'invoices': invoices, 'products': goods, **others}
