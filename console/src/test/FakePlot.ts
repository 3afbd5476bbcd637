/** Stands where uPlot does: keeps what it was asked to draw, draws nothing. */
export default class FakePlot {
  static drawn: { series: (string | undefined)[]; data: (number | null)[][] }[] = [];
  static paths = {};
  static tzDate = (date: Date) => date;
  over = document.createElement('div');
  cursor = { idx: 0 };
  width: number;

  constructor(options: { width: number; series: { label?: string }[] }, data: (number | null)[][]) {
    this.width = options.width;
    FakePlot.drawn.push({ series: options.series.map((one) => one.label), data });
  }
  setSize() {}
  destroy() {}
}
