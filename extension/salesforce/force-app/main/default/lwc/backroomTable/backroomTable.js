import { surface } from 'c/backroomSurface';
import { pageOf } from 'c/backroomViews';
import { api, LightningElement } from 'lwc';

/** A table that a view model describes; sorts and pages here. Fires `act` with the id of a cell that acts. */
export default class BackroomTable extends LightningElement {
  @api table;
  /** Names the table for those who cannot see the card around it. */
  @api label;
  order = null;
  page = 1;
  words = {
    previous: surface.t('pages.previous'),
    next: surface.t('pages.next'),
  };

  get shown() {
    return pageOf(this.table, this.order, this.page);
  }
  get columns() {
    return this.table.columns.map((column) => {
      const mine = this.order?.key === column.key;
      return {
        ...column,
        headClass: column.right ? 'right' : '',
        ariaSort: column.sorts ? (mine ? (this.order.down ? 'descending' : 'ascending') : 'none') : undefined,
        icon: mine ? (this.order.down ? 'utility:arrowdown' : 'utility:arrowup') : 'utility:sort',
      };
    });
  }
  get rows() {
    const { columns } = this.table;
    return this.shown.rows.map(({ id, cells }) => ({
      id,
      cells: columns.map(({ key, label, right, whole }) => {
        const cell = cells[key];
        return {
          key,
          label,
          text: cell.text,
          tone: cell.tone,
          action: cell.action,
          isTag: cell.tone !== undefined,
          isAction: cell.action !== undefined,
          cellClass: right ? 'right' : whole ? 'whole' : '',
        };
      }),
    }));
  }
  get hasPages() {
    return this.shown.pageCount > 1;
  }
  get position() {
    return `${this.shown.page} / ${this.shown.pageCount}`;
  }
  get isFirst() {
    return this.shown.page === 1;
  }
  get isLast() {
    return this.shown.page === this.shown.pageCount;
  }

  handleSort({ currentTarget }) {
    const { key } = currentTarget.dataset;
    this.order = { key, down: this.order?.key === key && !this.order.down };
  }
  handlePrevious() {
    this.page = this.shown.page - 1;
  }
  handleNext() {
    this.page = this.shown.page + 1;
  }
  handleAct({ currentTarget }) {
    this.dispatchEvent(new CustomEvent('act', { detail: currentTarget.dataset.action }));
  }
}
