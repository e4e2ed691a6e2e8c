import { textsSchema } from '@backroom/shared';
import { textsOf } from '@backroom/shared/messages/languages';
import { wordsOf } from '@backroom/shared/messages/words';
import { expect, test } from 'vitest';
import { textsFrom } from './texts.ts';

const sent = (locale: 'de' | 'nl') => textsSchema.parse(JSON.parse(JSON.stringify(textsOf(locale))));
const viewer = { locale: 'nl', timeZone: 'UTC' };

test('texts that the backend sent replace the English ones', () => {
  const { t, problems } = wordsOf(textsFrom(sent('nl')), viewer);
  expect([t('order.convert'), problems.erp_busy[0]]).toEqual(['Omzetten naar order', 'ERP is bezet']);
});
test('without texts, and for a key that an older backend does not send, English is shown', () => {
  expect(wordsOf(textsFrom(undefined), viewer).t('order.convert')).toBe('Convert to order');
  const { 'order.convert': _, ...ui } = sent('nl').ui;
  const { t } = wordsOf(textsFrom({ ...sent('nl'), ui }), viewer);
  expect([t('order.convert'), t('order.title'), t('refresh')]).toEqual(['Convert to order', 'Order', 'Vernieuwen']);
});
