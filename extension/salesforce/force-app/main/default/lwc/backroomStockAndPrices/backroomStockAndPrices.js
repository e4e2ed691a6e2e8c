import { surface } from 'c/backroomSurface';
import { lineViews, stockAndPriceTable, stockFigures } from 'c/backroomViews';
import { api, LightningElement } from 'lwc';

/** Line by line: can it be there, and is it quoted at the price that the ERP would take. */
export default class BackroomStockAndPrices extends LightningElement {
  @api recordId;
  @api objectApiName;
  panels = ['stock', 'pricing'];
  heading = surface.t('stock.title');
  words = {
    noLinesTitle: surface.t('stock.no_lines_title'),
    noLinesText: surface.t('stock.no_lines_text'),
    fromDeal: surface.t('stock.lines_from_deal'),
  };
  ready = null;
  linesFrom = null;
  lineId = null;

  get today() {
    return surface.format.today(Date.now());
  }
  get line() {
    const { stock, pricing } = this.ready;
    return lineViews(surface, stock?.lines ?? null, pricing?.lines ?? null, this.today).find(
      ({ id }) => id === this.lineId,
    );
  }
  get table() {
    return this.ready && stockAndPriceTable(surface, this.ready, this.today);
  }
  get figures() {
    return this.ready && stockFigures(surface, this.ready);
  }
  get hasFigures() {
    return this.figures.length > 0;
  }
  get hasLines() {
    return this.table !== null && this.table.rows.length > 0;
  }
  get isFromDeal() {
    return this.linesFrom === 'deal';
  }
  handleAct({ detail: lineId }) {
    this.lineId = lineId;
  }
  handleClose() {
    this.lineId = null;
  }
  handleShown({ detail }) {
    const { ready, record } = detail;
    this.ready = ready.stock || ready.pricing ? ready : null;
    this.linesFrom = record.linesFrom;
  }
}
