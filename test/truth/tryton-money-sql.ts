/** What customers owe, straight from Tryton's receivable entries. */
import type pg from 'pg';
import { z } from 'zod';
import { lineAmount, one, rows, text } from './tryton-sql.ts';

/** Tryton's own rounding of a converted amount, to the cent; the lab has no currency of other places. */
const rateOf = (currency: string, day: string) =>
  `(select r.rate from currency_currency_rate r where r.currency = ${currency} and r.date <= ${day} order by r.date desc limit 1)`;
/**
 * The open entries of a customer's receivable, with the invoice that each belongs to: by its move, or as one of its payments. `own`: in the
 * company's currency; `amount`: in the invoice's, or the entry's own where there is no invoice.
 */
const entries = `entries as (
  select l.id, i.id as invoice, l.maturity_date, l.debit - l.credit as own,
    coalesce(i.currency, l.second_currency, c.currency) as currency,
    case when i.id is null then coalesce(l.amount_second_currency, l.debit - l.credit)
      when l.second_currency = i.currency then l.amount_second_currency
      when i.currency = c.currency then l.debit - l.credit
      else round((l.debit - l.credit) * ${rateOf('i.currency', 'i.invoice_date')} / ${rateOf('c.currency', 'i.invoice_date')}, 2) end as amount
  from account_move_line l join account_move m on m.id = l.move join account_account a on a.id = l.account
  join account_account_type t on t.id = a.type join company_company c on c.id = a.company
  left join account_invoice i on i.id = coalesce(
    (select r.invoice from "account_invoice-account_move_line" r where r.line = l.id limit 1),
    case when m.origin like 'account.invoice,%' then split_part(m.origin, ',', 2)::int end)
  where t.receivable and l.reconciliation is null and l.party = $1)`;

export const invoices = (db: pg.Pool, party: number, day: string) =>
  rows(
    db,
    z.object({
      id: z.number(),
      number: z.string(),
      issued: z.string(),
      total: z.string(),
      open: z.string(),
      overdue: z.boolean(),
      due: text,
    }),
    `with ${entries}, sums as (
       select i.id, i.number, i.state, to_char(i.invoice_date, 'YYYY-MM-DD') as issued,
         (select sum(${lineAmount}) from account_invoice_line l where l.invoice = i.id and l.type = 'line')
         + coalesce((select sum(t.amount) from account_invoice_tax t where t.invoice = i.id), 0) as total,
         coalesce((select sum(amount) from entries e where e.invoice = i.id), 0) as open,
         coalesce((select sum(amount) from entries e where e.invoice = i.id and (e.amount < 0 or e.maturity_date < $2)), 0) as late,
         (select to_char(min(maturity_date), 'YYYY-MM-DD') from entries e where e.invoice = i.id and e.amount > 0) as due,
         exists (select 1 from entries e where e.invoice = i.id and e.amount < 0) as paidpart
       from account_invoice i where i.party = $1 and i.type = 'out' and i.state in ('posted', 'paid'))
     select id, number, issued, abs(total)::text as total, case when state = 'posted' then abs(open) else 0 end::text as open,
       (state = 'posted' and total > 0 and late > 0) as overdue,
       case when state = 'posted' and total > 0 and not paidpart then due end as due from sums order by id`,
    [party, day],
  );

/**
 * What is left of each overdue entry. A payment settles its invoice, the oldest entry first; what is over of it, and what came in for no invoice,
 * settles what is overdue. A credit whose own day is still to come settles nothing.
 */
const late = (amount: string, currency: string) => `
  sized as (select *, ${amount} as size, ${currency} as of from entries),
  documents as (
    select invoice, of, sum(size) filter (where size > 0) as owed, -coalesce(sum(size) filter (where size < 0), 0) as paid,
      -coalesce(sum(size) filter (where size < 0 and coalesce(maturity_date, $2::date) <= $2::date), 0) as ready
    from sized where invoice is not null group by invoice, of),
  free as (
    select of, sum(amount) as amount from (
      select of, least(greatest(paid - coalesce(owed, 0), 0), ready) as amount from documents
      union all
      select of, -size from sized where invoice is null and size < 0 and coalesce(maturity_date, $2::date) <= $2::date) credits
    group by of),
  settled as (
    select s.id, s.of, s.maturity_date, greatest(0, least(s.size,
      sum(s.size) over (partition by s.invoice, s.of, (s.invoice is null)::int * s.id order by s.maturity_date nulls last, s.id)
        - coalesce(d.paid, 0))) as left_over
    from sized s left join documents d on d.invoice = s.invoice and d.of = s.of where s.size > 0),
  due as (
    select *, sum(left_over) over (partition by of order by maturity_date, id) as upto from settled where maturity_date < $2::date),
  late as (
    select d.of, $2::date - d.maturity_date as days,
      greatest(0, least(d.left_over, d.upto - coalesce((select amount from free f where f.of = d.of), 0))) as open
    from due d)`;

export const totals = (db: pg.Pool, party: number, day: string) =>
  rows(
    db,
    z.object({ currency: z.string(), open: z.string(), overdue: z.string() }),
    `with ${entries}, ${late('amount', 'currency')}
     select c.code as currency, sum(e.amount)::text as open,
       coalesce((select sum(l.open) from late l where l.of = c.id), 0)::text as overdue
     from entries e join currency_currency c on c.id = e.currency group by c.id, c.code order by c.code`,
    [party, day],
  );

export async function credit(db: pg.Pool, party: number, company: number, day: string) {
  const limitRow = z.object({ limit: text, receivable: z.string(), orders: z.string(), blocked: z.boolean() });
  const figures = await one(
    db,
    limitRow,
    `select (select credit_limit_amount::text from party_party_credit_limit_amount where party = $1 and (company = $2 or company is null)
         order by company nulls last limit 1) as limit,
       (select coalesce(sum(l.debit - l.credit), 0)::text from account_move_line l join account_account a on a.id = l.account
        join account_account_type t on t.id = a.type where t.receivable and l.reconciliation is null and l.party = $1 and a.company = $2) as receivable,
       (select coalesce(sum(round(due, 2)), 0)::text from (
          select sum((l.quantity::numeric - coalesce((select sum(il.quantity::numeric) from account_invoice_line il join account_invoice i on i.id = il.invoice
            where il.origin = 'sale.line,' || l.id and i.move is not null), 0)) * l.unit_price)
            * ${rateOf('c.currency', 'current_date')} / ${rateOf('s.currency', 'current_date')} as due
          from sale_sale s join sale_line l on l.sale = s.id and l.type = 'line' join company_company c on c.id = s.company
          where s.party = $1 and s.state in ('confirmed', 'processing') group by s.id, c.currency) per) as orders,
       exists (select 1 from account_dunning d join account_dunning_level v on v.id = d.level join account_move_line l on l.id = d.line
         where l.party = $1 and l.reconciliation is null and v.credit_limit and not coalesce(d.blocked, false))
       and exists (select 1 from party_party_credit_limit_amount where party = $1 and credit_limit_amount is not null) as blocked`,
    [party, company],
  );
  const bucketRow = z.object({
    overdue: z.string(),
    one: z.string(),
    two: z.string(),
    three: z.string(),
    four: z.string(),
  });
  const sums = await one(
    db,
    bucketRow,
    `with ${entries}, ${late('own', '0')} select coalesce(sum(open), 0)::text as overdue,
       coalesce(sum(open) filter (where days between 1 and 30), 0)::text as one,
       coalesce(sum(open) filter (where days between 31 and 60), 0)::text as two,
       coalesce(sum(open) filter (where days between 61 and 90), 0)::text as three,
       coalesce(sum(open) filter (where days > 90), 0)::text as four from late`,
    [party, day],
  );
  return { ...figures, overdue: sums.overdue, buckets: [sums.one, sums.two, sums.three, sums.four] };
}
