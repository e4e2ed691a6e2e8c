import status from '@salesforce/apex/BackroomSetup.status';
import { problemOf, surface } from 'c/backroomSurface';
import { causeText, messageKey } from 'c/backroomViews';
import { LightningElement, wire } from 'lwc';

/** As Setup calls it. */
const permissionSet = (role) => `Backroom: ${role}`;
const tones = { ok: 'success', down: 'warning', unauthorised: 'danger', unknown: 'default' };

/** What an admin sets up: this org and its certificate, the connection to the ERP, and which parts are on. */
export default class BackroomSettings extends LightningElement {
  settings = null;
  problem = null;
  busy = false;
  org = [];
  words = {
    title: surface.t('settings.title'),
    org: surface.t('salesforce.org'),
    connection: surface.t('settings.connection'),
    check: surface.t('settings.check'),
    noConnection: surface.t('settings.no_connection'),
    flows: surface.t('settings.flows'),
    flowsText: surface.t('settings.flows_text'),
    writeBack: surface.t('settings.write_back'),
    testErp: surface.t('settings.test_erp'),
    testErpHelp: surface.t('settings.test_erp_help'),
    loading: surface.t('loading'),
    on: surface.t('yes'),
    off: surface.t('no'),
  };

  connectedCallback() {
    return this.handleCheck();
  }
  @wire(status)
  wiredStatus({ data, error }) {
    const { t } = surface;
    if (error) this.problem = problemOf(error);
    if (!data) return;
    this.org = [
      { label: t('salesforce.org_id'), value: data.orgId },
      { label: t('salesforce.instance'), value: data.instance },
      { label: t('salesforce.sandbox'), value: t(data.sandbox ? 'yes' : 'no') },
      { label: t('salesforce.certificate'), value: data.certificate },
      { label: t('settings.address'), value: new URL(data.audience).host },
      {
        label: t('salesforce.roles'),
        value: surface.format.list(data.roles.map(permissionSet)) || t('none'),
      },
    ];
  }

  get isLoading() {
    return this.settings === null && this.problem === null;
  }
  get state() {
    const { state, problem } = this.settings.connection;
    return {
      text: surface.t(`settings.state.${state}`),
      tone: tones[state],
      cause: problem && causeText(surface, problem),
    };
  }
  get connectLabel() {
    return surface.t(this.settings.connection ? 'settings.manage_connection' : 'settings.connect');
  }
  get facts() {
    const { t, format } = surface;
    const { connection } = this.settings;
    return [
      { label: t('settings.erp'), value: `${connection.name} (${connection.erp})` },
      { label: t('settings.address'), value: connection.url },
      { label: t('settings.version'), value: connection.version ?? t('unknown') },
      {
        label: t('settings.latency'),
        value:
          connection.latencyMs === null
            ? t('unknown')
            : t('settings.milliseconds', { ms: String(connection.latencyMs) }),
      },
      {
        label: t('settings.checked'),
        value: connection.checkedAt ? format.instant(connection.checkedAt) : t('unknown'),
      },
    ];
  }
  get flows() {
    const { t } = surface;
    return this.settings.flows.map(({ flow, on, supported, master }) => {
      const key = messageKey(`settings.master.${master}`);
      return {
        flow,
        on,
        label: t(`flow.${flow}`),
        help: supported ? t('settings.master', { master: key ? t(key) : master }) : t('settings.unsupported'),
      };
    });
  }
  get writeBackHelp() {
    return surface.t(
      this.settings.writeBack.propertiesReady ? 'settings.properties_ready' : 'settings.properties_missing',
    );
  }

  handleCheck() {
    return this._become(() => surface.client.settings());
  }
  handleFlow({ target }) {
    return this._become(() => surface.client.saveSettings({ flows: { [target.name]: target.checked } }));
  }
  handleTest({ target }) {
    return this._become(() => surface.client.saveSettings({ connectionIsTest: target.checked }));
  }
  handleWriteBack({ target }) {
    return this._become(() => surface.client.saveSettings({ writeBack: target.checked }));
  }
  async _become(ask) {
    this.busy = true;
    this.problem = null;
    try {
      this.settings = await ask();
    } catch (error) {
      this.problem = problemOf(error);
      // Drawn anew, so that a switch that was not taken stands where it stood.
      this.settings = this.settings && { ...this.settings };
    } finally {
      this.busy = false;
    }
  }
}
