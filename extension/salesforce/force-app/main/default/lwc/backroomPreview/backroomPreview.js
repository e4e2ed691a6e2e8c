import { problemOf, surface } from 'c/backroomSurface';
import { announce, IDLE_MS, previewTable, previewView, watch } from 'c/backroomViews';
import { api, LightningElement } from 'lwc';

/** What would be sent, what speaks against it, and the one button. The key is drawn once for each preview: pressing twice is one order. */
export default class BackroomPreview extends LightningElement {
  @api recordId;
  state = { data: null, problem: null, asking: false };
  accepted = null;
  different = null;
  problem = null;
  busy = false;
  words = {
    loading: surface.t('order.preview_loading'),
    convert: surface.t('order.convert'),
    again: surface.t('order.check_again'),
    lines: surface.t('lines'),
  };
  _watch;
  _key = { revision: '', value: '' };

  connectedCallback() {
    this._watch = watch({
      ask: () => surface.client.preview(this.recordId),
      every: () => IDLE_MS,
      problemOf,
      tell: (state) => {
        this.state = state;
      },
    });
  }
  disconnectedCallback() {
    this._watch.stop();
  }

  get preview() {
    return this.state.data;
  }
  get failure() {
    return this.preview === null ? this.state.problem : null;
  }
  get isLoading() {
    return this.preview === null && this.failure === null;
  }
  get view() {
    const view = previewView(surface, this.preview, surface.format.today(Date.now()));
    const checks = view.checks.map(({ text, tone, level }) => ({
      tone,
      text: surface.t('label_value', { label: level, value: text }),
    }));
    return { ...view, checks };
  }
  get table() {
    return previewTable(surface, this.preview, surface.format.today(Date.now()));
  }
  get isAccepted() {
    const { warnings, seen } = this.view;
    return warnings.length === 0 || this.accepted === seen;
  }
  get isDifferent() {
    const { twins, twinsSeen } = this.view;
    return twins.length === 0 || this.different === twinsSeen;
  }
  get cannotConvert() {
    return this.busy || !this.preview.canConvert || !this.isAccepted || !this.isDifferent;
  }

  handleAccept({ detail }) {
    this.accepted = detail.checked ? this.view.seen : null;
  }
  handleDifferent({ detail }) {
    this.different = detail.checked ? this.view.twinsSeen : null;
  }
  async handleQuote({ detail }) {
    this.busy = true;
    this.problem = null;
    try {
      await surface.client.chooseQuote(this.recordId, detail.value);
    } catch (error) {
      this.problem = problemOf(error);
    } finally {
      this.busy = false;
      announce();
    }
  }
  handleCheck() {
    this.problem = null;
    return this._watch.ask();
  }
  async handleConvert() {
    const { revision } = this.preview;
    const { warnings, twins } = this.view;
    if (this._key.revision !== revision) this._key = { revision, value: crypto.randomUUID() };
    this.busy = true;
    this.problem = null;
    try {
      await surface.client.convert({
        dealId: this.recordId,
        revision,
        acceptedWarnings: [...warnings],
        ...(twins.length > 0 ? { differentFrom: [...twins] } : {}),
        idempotencyKey: this._key.value,
      });
    } catch (error) {
      this.problem = problemOf(error);
    } finally {
      this.busy = false;
      announce();
    }
  }
}
