import { problemOf, store, surface } from 'c/backroomSurface';
import { previewView } from 'c/backroomViews';
import { api, LightningElement } from 'lwc';

/**
 * What stands against the order, and the one button; then what would be sent. The key is drawn once for each preview: pressing twice is one
 * order. Fires `converted` when the button was pressed, `retry` to have the checks run again.
 */
export default class BackroomPreview extends LightningElement {
  @api preview;
  @api recordId;
  @api compact = false;
  accepted = null;
  different = null;
  refusal = null;
  busy = false;
  words = { retry: surface.t('action.retry') };
  _key = { revision: '', value: '' };

  get view() {
    const view = previewView(surface, this.preview, this.refusal);
    return {
      ...view,
      checks: view.checks.map(({ text, tone, level, retry }) => ({
        tone,
        retry,
        text: surface.t('label_value', { label: level, value: text }),
      })),
    };
  }
  get hasFigures() {
    return this.view.figures.length > 0;
  }
  get isWhole() {
    return !this.compact;
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
  handleQuote({ detail }) {
    return this._write(() => surface.client.chooseQuote(this.recordId, detail.value));
  }
  handleRetry() {
    this.dispatchEvent(new CustomEvent('retry'));
  }
  async handleConvert() {
    const { revision } = this.preview;
    const { warnings, twins } = this.view;
    if (this._key.revision !== revision) this._key = { revision, value: crypto.randomUUID() };
    await this._write(() =>
      surface.client.convert({
        dealId: this.recordId,
        revision,
        acceptedWarnings: [...warnings],
        ...(twins.length > 0 ? { differentFrom: [...twins] } : {}),
        idempotencyKey: this._key.value,
      }),
    );
    if (this.refusal === null) this.dispatchEvent(new CustomEvent('converted'));
  }
  async _write(act) {
    this.busy = true;
    this.refusal = null;
    try {
      await act();
    } catch (error) {
      this.refusal = problemOf(error);
    } finally {
      this.busy = false;
      store.changed();
    }
  }
}
