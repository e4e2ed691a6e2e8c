import { surface } from 'c/backroomSurface';
import { isWide } from 'c/backroomViews';
import { api, LightningElement } from 'lwc';

/** What the order says beside its lines. Fires `typed` with `{ name, text }`, and `save`. */
export default class BackroomEntries extends LightningElement {
  @api section;
  @api busy = false;
  words = { save: surface.t('order.details_save') };

  get fields() {
    return this.section.fields.map((field) => ({
      ...field,
      isChoice: field.kind === 'choice',
      isLong: field.kind === 'long',
      place: [field.isPart && 'part', isWide(field) && 'wide'].filter(Boolean).join(' '),
      chosen: isWide(field) ? field.options.find(({ value }) => value === field.value)?.label : null,
    }));
  }
  get cannotSave() {
    return this.busy || !this.section.isChanged || !this.section.isRight;
  }
  handleTyped({ target, detail }) {
    this.dispatchEvent(new CustomEvent('typed', { detail: { name: target.name, text: detail.value ?? '' } }));
  }
  handleSave() {
    this.dispatchEvent(new CustomEvent('save'));
  }
}
