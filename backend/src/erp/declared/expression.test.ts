import { describe, expect, test } from 'vitest';
import { expressionOf } from './expression.ts';
import { filled, textOf } from './template.ts';

const resultOf = (text: string, input: unknown = {}) => expressionOf(text)(input, { input });

describe('expressions of a document run no code and end', () => {
  test.each([
    ['a regular expression', '$contains(name, /(a+)+$/)', 'regular expressions'],
    ['a function of its own', '($f := function($x) { $f($x) }; $f(1))', 'functions cannot be defined'],
    ['a partial function', '$substring(?, 0, 2)', 'functions cannot be defined'],
    ['code in a text', '$eval("1")', 'no function $eval'],
    ['a long range', '[1..10000000]', 'ranges'],
    ['padding without end', '$pad("x", 1000000000)', 'no function $pad'],
    ['a transform', '$ ~> | items | {"x": 1} |', 'not allowed'],
    ['a chained call', 'name ~> $uppercase', '~>'],
    ['all fields', '**.secret', 'wildcards'],
    ['a constructor', 'x.constructor', 'constructor'],
    ['a function with functions', '$map(items, $string)', 'no function $map'],
    ['a variable that nothing binds', '$number($curser) + 100', 'no variable $curser'],
    ['the record around a list', 'lines.{"order": %.id}', '$id := id'],
    ['nonsense', 'a +', ''],
  ])('refused: %s', (_, text, words) => expect(() => expressionOf(text)).toThrow(words));
  test('what explodes is ended', async () => {
    const items = Array.from({ length: 400 }, (_, nth) => ({ nth }));
    await expect(resultOf('items.($input.items.(nth))', { items })).rejects.toThrow(/more than 100000 steps|20000/);
  });
  test('inherited fields are not there', async () => {
    expect(await resultOf('toString')).toBeUndefined();
    expect(await resultOf('a.hasOwnProperty', { a: {} })).toBeUndefined();
  });
  test.each([
    ['$total(items.amount)', { items: [{ amount: '0.1' }, { amount: '0.2' }] }, '0.3'],
    ['$minus(a, b)', { a: '10.10', b: '0.01' }, '10.09'],
    ['$times(a, "0.01")', { a: '12.34' }, '0.1234'],
    ['$quote(name)', { name: "O'Neil" }, "'O''Neil'"],
    ['$text(html)', { html: '<b>Limit</b> &amp; <a href="#">more</a><br>now' }, 'Limit & more now'],
    ['$parse(text)[0].a', { text: '[{"a":1.50}]' }, '1.50'],
  ])('%s', async (text, input, value) => expect(String(await resultOf(text, input))).toBe(value));
  test('what an expression binds itself is known in it', async () => {
    const input = { orders: [{ id: '7', lines: [{ no: '1' }, { no: '2' }] }] };
    const found = await resultOf('orders.($id := id; lines.{"order": $id, "no": no})', input);
    expect(JSON.stringify(found)).toBe('[{"order":"7","no":"1"},{"order":"7","no":"2"}]');
    expect(() => expressionOf('orders@$o.lines#$i.($o.id & $string($i))')).not.toThrow();
  });
  test('an amount that is none says so', async () => {
    await expect(resultOf('$minus(a, 1)', { a: 'twelve' })).rejects.toThrow('"twelve" is no decimal');
  });
});

describe('templates', () => {
  test('objects may end with the braces of the template', async () => {
    expect(await textOf('{{$json({"a": {"b": value}})}}', { value: 'x"y' }, {})).toBe('{"a":{"b":"x\\"y"}}');
  });
  test('decimals become numbers digit for digit; nothing is left out; lists are made item by item', async () => {
    const body = {
      po: '{{poNumber}}',
      items: { $each: 'lines', $do: { qty: '{{$exact(quantity)}}', no: '{{$index}}', of: '{{$input.id}}' } },
    };
    const input = { id: '7', lines: [{ quantity: '12345678901234.123456789012' }, { quantity: '1' }] };
    expect(JSON.stringify(await filled(body, input, { input }))).toBe(
      '{"items":[{"qty":12345678901234.123456789012,"no":"0","of":"7"},{"qty":1,"no":"1","of":"7"}]}',
    );
  });
});
test('a body that makes much of little is ended, in its parts and in its length', async () => {
  const many = Array.from({ length: 200 }, (_, nth) => nth);
  const nested = { $each: '$input', $do: { $each: '$input', $do: { $each: '$input', $do: 'x' } } };
  await expect(filled(nested, many, { input: many })).rejects.toThrow('more than 20000 parts');
  const long = { $each: '$input', $do: '{{$values.long}}' };
  await expect(filled(long, many, { input: many, values: { long: 'x'.repeat(20_000) } })).rejects.toThrow(
    'more than 2000000 characters',
  );
});
