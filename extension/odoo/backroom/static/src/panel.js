/** @odoo-module **/
// Part of Backroom, under the Apache License 2.0.
import { Component, onMounted, onWillUnmount, onWillUpdateProps, useRef, useState } from '@odoo/owl';
import { _t } from '@web/core/l10n/translation';
import { registry } from '@web/core/registry';
import { useService } from '@web/core/utils/hooks';
import { standardWidgetProps } from '@web/views/widgets/standard_widget_props';

const VERSION = 1;
/** As high as a quote that can be ordered, from the first moment: what comes below the panel is not pushed down. */
const FIRST_HEIGHT = 600;
const MODELS = { deal: 'crm.lead', company: 'res.partner' };
const TONES = { success: 'success', warning: 'warning', danger: 'danger' };

/** A JSON controller of Odoo's. Plain fetch: the helper for it has moved with each version. */
async function ask(path, params) {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', method: 'call', params }),
  });
  const { result } = await response.json();
  return result || { state: 'failed' };
}

/** Whether the form is drawn dark: its text is light. The cookie for it may be set where the page stays light, as in the Community edition. */
function isDark(element) {
  const [red, green, blue] = (getComputedStyle(element).color.match(/[\d.]+/g) || [0, 0, 0]).map(Number);
  return 0.299 * red + 0.587 * green + 0.114 * blue > 140;
}

/** Backroom's page in a frame. It gets no token by its address: it asks for one, for itself alone. */
export class BackroomPanel extends Component {
  static template = 'backroom.Panel';
  static props = { ...standardWidgetProps };

  setup() {
    this.frame = useRef('frame');
    this.action = useService('action');
    this.notification = useService('notification');
    this.state = useState({ name: 'loading', src: '', height: FIRST_HEIGHT, shown: this.key(this.props) });
    this.hear = (event) => this.onMessage(event);
    onMounted(() => {
      window.addEventListener('message', this.hear);
      this.open();
    });
    onWillUpdateProps((next) => {
      // The pager moves on without another component: another record is another frame.
      if (this.key(next) !== this.state.shown) {
        this.state.shown = this.key(next);
        if (this.state.name !== 'ready') this.open(next);
      }
    });
    onWillUnmount(() => window.removeEventListener('message', this.hear));
  }

  key({ record }) {
    return `${record.resModel},${record.resId}`;
  }

  get space() {
    return this.state.name === 'loading' ? `min-height: ${this.state.height}px` : '';
  }

  get note() {
    return {
      loading: _t('Loading…'),
      new: _t('Save the record to see what the ERP says.'),
      unconnected: _t('Backroom is not connected yet. An administrator does that in Settings › Backroom.'),
      no_record: _t('This quotation belongs to no opportunity, so that Backroom has no sale to show.'),
      forbidden: _t('You have no access to Backroom for this record.'),
      failed: _t('Odoo did not answer. Open this page again.'),
    }[this.state.name];
  }

  async open(props = this.props) {
    if (!props.record.resId) {
      this.state.name = 'new';
      return;
    }
    const found = await ask('/backroom/frame', {}).catch(() => ({ state: 'failed' }));
    this.origin = found.origin;
    this.state.src = found.src || '';
    this.state.name = found.state;
  }

  tell(message) {
    this.frame.el?.contentWindow?.postMessage({ backroom: VERSION, ...message }, this.origin);
  }

  async onMessage({ origin, source, data }) {
    const isOurs = source !== null && source === this.frame.el?.contentWindow && origin === this.origin;
    if (!isOurs || data?.backroom !== VERSION) return;
    const { resModel, resId } = this.props.record;
    if (data.type === 'ready') {
      this.tell({ type: 'context', theme: isDark(this.frame.el.parentElement) ? 'dark' : 'light' });
    } else if (data.type === 'token') {
      const params = { model: resModel, id: resId, nonce: data.nonce };
      const { state, token } = await ask('/backroom/token', params).catch(() => ({ state: 'failed' }));
      if (state === 'ready') this.tell({ type: 'token', nonce: data.nonce, token });
      else this.state.name = state;
    } else if (data.type === 'resize' && Number.isFinite(data.height)) {
      this.state.height = Math.min(20000, Math.max(120, Math.ceil(data.height)));
    } else if (data.type === 'refresh') {
      // What somebody is typing is not thrown away.
      if (!this.props.record.dirty) await this.props.record.load();
    } else if (data.type === 'notify' && typeof data.text === 'string') {
      this.notification.add(data.text, { type: TONES[data.tone] || 'info' });
    } else if (data.type === 'openRecord' && data.record && MODELS[data.record.type]) {
      await this.action.doAction({
        type: 'ir.actions.act_window',
        res_model: MODELS[data.record.type],
        res_id: Number(data.record.id),
        views: [[false, 'form']],
        target: 'current',
      });
    }
  }
}

registry.category('view_widgets').add('backroom_panel', { component: BackroomPanel });
