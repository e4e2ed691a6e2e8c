import { customerChoiceView, useCustomerSearch, useLink, useSurface } from '@backroom/panels';
import type { CustomerPanel } from '@backroom/shared';
import { Flex, Input, LoadingButton, Text, Tile } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { ProblemNotice } from './States.tsx';

const SHORTEST = 2;

/** Finds the ERP customer that no key led to. */
export function CustomerSearch() {
  const surface = useSurface();
  const { t } = surface;
  const search = useCustomerSearch();
  const link = useLink();
  const [text, setText] = useState('');
  const [found, setFound] = useState<{ text: string; panel: CustomerPanel } | null>(null);
  const view = found && customerChoiceView(surface, found.panel);
  const candidates = view?.state === 'choose' ? view.candidates : [];
  const asked = text.trim();
  return (
    <Flex direction="column" gap="xs">
      <Input name="customer-search" label={t('customer.search_label')} value={text} onInput={setText} />
      <LoadingButton
        size="sm"
        loading={search.busy}
        disabled={asked.length < SHORTEST}
        onClick={() => search.run(asked, (panel) => setFound({ text: asked, panel }))}
      >
        {t('customer.search')}
      </LoadingButton>
      {search.problem ? <ProblemNotice problem={search.problem} /> : null}
      {link.problem ? <ProblemNotice problem={link.problem} /> : null}
      {found && candidates.length === 0 ? <Text>{t('customer.search_none', { text: found.text })}</Text> : null}
      {candidates.map(({ id, name, about }) => (
        <Tile key={id} compact>
          <Flex direction="column" gap="xs" align="start">
            <Text format={{ fontWeight: 'bold' }}>{name}</Text>
            <Text variant="microcopy">{about}</Text>
            <LoadingButton size="xs" loading={link.busy} onClick={() => link.run({ action: 'link', customerId: id })}>
              {t('customer.link')}
            </LoadingButton>
          </Flex>
        </Tile>
      ))}
    </Flex>
  );
}
