import { problemOf, store, surface } from 'c/backroomSurface';
import { entriesOf, entriesView, previewView } from 'c/backroomViews';
import { api, LightningElement } from 'lwc';

/**
 * What stands against the order, and the one button; then what would be sent. The key is drawn once for each preview: pressing twice is one
 * order. Fires `converted` when the button was pressed, `retry` to have the checks run again, `solved` when a check is about to go.
 */
export default class BackroomPreview extends LightningElement {
  @api preview;
  @api recordId;
  @api compact = false;
  accepted = null;
  different = null;
  refusal = null;
  busy = false;
  typed = { revision: '', texts: {} };
  _key = { revision: '', value: '' };

  get view() {
    const view = previewView(surface, this.preview, this.refusal);
    return { ...view, checks: view.checks.map((check, index) => ({ ...check, key: `${index} ${check.text}` })) };
  }
  get hasFigures() {
    return this.view.figures.length > 0;
  }
  get isWhole() {
    return !this.compact;
  }
  /** What was typed for another quote is not for this one. */
  get texts() {
    return this.typed.revision === this.preview.revision ? this.typed.texts : {};
  }
  get section() {
    return this.compact ? null : entriesView(surface, this.preview, this.texts);
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
    const isWrong = this.section?.isRight === false;
    return this.busy || !this.preview.canConvert || !this.isAccepted || !this.isDifferent || isWrong;
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
  handleSolved() {
    this.dispatchEvent(new CustomEvent('solved'));
  }
  handleTyped({ detail }) {
    const { revision } = this.preview;
    this.typed = { revision, texts: { ...this.texts, [detail.name]: detail.text } };
  }
  async handleSave() {
    const entries = entriesOf(this.preview, this.texts);
    await this._write(() => surface.client.preview(this.recordId, entries));
    if (this.refusal === null) this.typed = { revision: '', texts: {} };
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
        // What was typed and not saved yet goes along, and the order is checked with it.
        ...(this.section?.isChanged ? { entries: entriesOf(this.preview, this.texts) } : {}),
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
