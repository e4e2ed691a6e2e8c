import {
  BackroomProvider,
  causeText,
  type Fetcher,
  problemView,
  useDeskWay,
  useSettings,
  useSurface,
} from '@backroom/panels';
import type { RecordRef, Settings as SettingsAnswer } from '@backroom/shared';
import { messageKey } from '@backroom/shared/messages/ui';
import {
  Alert,
  Button,
  ButtonRow,
  DescriptionList,
  DescriptionListItem,
  Flex,
  Heading,
  hubspot,
  LoadingSpinner,
  StatusTag,
  Text,
  Toggle,
  useExtensionContext,
} from '@hubspot/ui-extensions';

const fetcher: Fetcher = (url, options) => hubspot.fetch(url, options);
/** The settings belong to the account; the provider wants a record, and asks nothing of this one. */
const noRecord: RecordRef = { type: 'company', id: '0' };
type Connected = NonNullable<SettingsAnswer['connection']>;
const tones = { ok: 'success', down: 'warning', unauthorised: 'danger', unknown: 'default' } as const;

type Shown = { connection: Connected | null; checking: boolean; check: () => void };
/** What the ERP answered just now, and the way to the page where an admin connects it: the credentials never pass through the CRM. */
function ErpConnection({ connection, checking, check }: Shown) {
  const words = useSurface();
  const { t, format } = words;
  const { url } = useDeskWay({ page: 'connection' }, null);
  const link = url ? (
    <Button href={{ url, external: true }} variant={connection ? 'secondary' : 'primary'}>
      {t(connection ? 'settings.manage_connection' : 'settings.connect')}
    </Button>
  ) : null;
  if (!connection)
    return (
      <>
        <Heading>{t('settings.connection')}</Heading>
        <Text>{t('settings.no_connection')}</Text>
        <ButtonRow>{link}</ButtonRow>
      </>
    );
  return (
    <>
      <Heading>{t('settings.connection')}</Heading>
      <StatusTag variant={tones[connection.state]}>{t(`settings.state.${connection.state}`)}</StatusTag>
      {connection.problem ? <Text>{causeText(words, connection.problem)}</Text> : null}
      <DescriptionList direction="row">
        {[
          [t('settings.erp'), `${connection.name} (${connection.erp})`],
          [t('settings.address'), connection.url],
          [t('settings.version'), connection.version ?? t('unknown')],
          [
            t('settings.latency'),
            connection.latencyMs === null
              ? t('unknown')
              : t('settings.milliseconds', { ms: String(connection.latencyMs) }),
          ],
          [t('settings.checked'), connection.checkedAt ? format.instant(connection.checkedAt) : t('unknown')],
        ].map(([label, value]) => (
          <DescriptionListItem key={label} label={label ?? ''}>
            <Text>{value}</Text>
          </DescriptionListItem>
        ))}
      </DescriptionList>
      <ButtonRow>
        <Button disabled={checking} onClick={check}>
          {t('settings.check')}
        </Button>
        {link}
      </ButtonRow>
    </>
  );
}

function Content() {
  const words = useSurface();
  const { t } = words;
  const { data, problem, check, checking, save, saving } = useSettings();
  if (problem) {
    const { title, whatToDo } = problemView(words, problem);
    return (
      <Alert title={title} variant="error">
        {whatToDo}
      </Alert>
    );
  }
  if (!data) return <LoadingSpinner label={t('loading')} showLabel={words.isWorded} layout="centered" />;
  const { connection, flows, writeBack } = data;
  return (
    <Flex direction="column" gap="md">
      <ErpConnection connection={connection} checking={checking} check={() => void check()} />
      <Heading>{t('settings.flows')}</Heading>
      <Text>{t('settings.flows_text')}</Text>
      {flows.map(({ flow, on, supported, master }) => {
        const key = messageKey(`settings.master.${master}`);
        return (
          <Flex key={flow} direction="column">
            <Toggle
              name={flow}
              label={t(`flow.${flow}`)}
              checked={on}
              readonly={saving}
              onChange={(checked) => save({ flows: { [flow]: checked } })}
            />
            <Text variant="microcopy">
              {supported ? t('settings.master', { master: key ? t(key) : master }) : t('settings.unsupported')}
            </Text>
          </Flex>
        );
      })}
      <Toggle
        name="writeBack"
        label={t('settings.write_back')}
        checked={writeBack.on}
        readonly={saving}
        onChange={(checked) => save({ writeBack: checked })}
      />
      <Text variant="microcopy">
        {t(writeBack.propertiesReady ? 'settings.properties_ready' : 'settings.properties_missing')}
      </Text>
    </Flex>
  );
}
export function Settings() {
  const { user, portal } = useExtensionContext<'settings'>();
  return (
    <BackroomProvider
      fetcher={fetcher}
      origin="https://app.backroom.example"
      viewer={{ locale: user.locale ?? 'en', timeZone: portal.timezone }}
      record={noRecord}
    >
      <Content />
    </BackroomProvider>
  );
}
hubspot.extend<'settings'>(() => <Settings />);
