/* biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are code. */
import { type Mutation, m } from './mutation.ts';

/**
 * Faults that somebody might type into the adapter of described ERPs. The conformance kit over the doubles of the shipped descriptions has to see each of
 * them, or else the tests beside the adapter. `text` stands once in the file.
 */
export const mutations: readonly Mutation[] = [
  m('sign-in', 'auth', 'authorization: `Bearer ${secret}`', 'authorization: `Token ${secret}`'),
  m(
    'sign-in',
    'auth',
    'headersOf(auth.headers, { key, secret })',
    'headersOf(auth.headers, { key: secret, secret: key })',
  ),
  m('sign-in', 'session', 'tokens.refused(token);\n', ''),
  m('path', 'request', 'return encodeURIComponent(text);', 'return text;'),
  m('path', 'request', "base.href.replace(/\\/$/, '') + path", 'base.origin + path'),
  m('path', 'request', "soap ? 'POST' : request.method", 'request.method'),
  m('path', 'rows', 'nth * size, size }', 'nth, size }'),
  m('path', 'rows', 'pageNumber: nth + paging.first', 'pageNumber: nth'),
  m('path', 'rows', 'all.length < paging.size ? null', 'all.length <= paging.size ? null'),
  m('number', 'rows', 'more: all.length > most };\n    // A list', 'more: false };\n    // A list'),
  m('choice', 'rows', 'kept[index] === true', 'kept[index] !== false'),
  m('key', 'rows', '[...new Set(values)]', '[...values]'),
  m('number', 'coerce', "if (/^-?\\d+\\.\\d+$/.test(text)) return '';\n", ''),
  m('number', 'coerce', 'isGrouped ? [', 'true ? ['),
  m('date', 'coerce', 'noDate.includes(day) ? null', 'noDate.includes(text) ? null'),
  m('date', 'coerce', 'moment === null ? dates[date](text)', 'true ? dates[date](text)'),
  m('date', 'coerce', 'day_first: (text) => between(text, [2, 1, 0])', 'day_first: (text) => between(text, [2, 0, 1])'),
  m('choice', 'coerce', 'yes.includes(text) ? true', 'text ? true'),
  m('key', 'orders-read', '.filter((order) => order.reference === reference)', ''),
  m('key', 'orders-read', 'owners[index] === id', 'owners[index] !== undefined'),
  m('field', 'orders-read', "place('delivered'))) ?? decimal('0')", "place('delivered'))) && decimal('0')"),
  m(
    'date',
    'orders-read',
    'left.orderedOn.localeCompare(right.orderedOn)',
    'right.orderedOn.localeCompare(left.orderedOn)',
  ),
  m('key', 'orders-write', 'if (before) return before;\n', ''),
  m('choice', 'orders-write', "compare(quantity, decimal('0')) <= 0", "compare(quantity, decimal('0')) < 0"),
  m('choice', 'orders-write', "before.status !== 'draft'", "before.status === 'draft'"),
  m('key', 'customers', 'vatKey(vatId, country ?? null), vatId.trim()', 'vatId.trim()'),
  m('key', 'customers', 'return ids.map((id) => byId.get(id) ?? null);', 'return [...byId.values()];'),
  m('number', 'credit', 'subtract(limit, exposure)', 'subtract(limit, receivable)'),
  m('date', 'credit', 'filter(({ late }) => late > 0)', 'filter(({ late }) => late >= 0)'),
  m('choice', 'invoices', "kind: isCredit ? 'credit_note' : 'invoice'", "kind: 'invoice'"),
  m('date', 'invoices', 'right.issuedOn.localeCompare(left.issuedOn)', 'left.issuedOn.localeCompare(right.issuedOn)'),
  m('number', 'stock', 'reserved === null ? onHand : subtract(onHand, reserved)', 'onHand'),
  m('unit', 'stock', 'each.product === productId', 'each.product !== null'),
  m('choice', 'pricing', "error.kind === 'not_found') return undefined", "error.kind === 'refused') return undefined"),
  m('key', 'pricing', '`${line.productId} ${line.quantity}`', 'line.productId'),
  m('choice', 'products', 'filter(({ archived }) => !archived)', 'filter(() => true)'),
  m('choice', 'refusal', '[400, 409, 417, 422]', '[409]'),
  m('choice', 'refusal', "fault.isServers ? silenceOf({ write }) : 'refused'", "'refused'"),
  m('key', 'changes', "moment > (next[feed.kind] ?? '')", "moment < (next[feed.kind] ?? '')"),
];
