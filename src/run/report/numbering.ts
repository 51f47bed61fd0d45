/** Numbers tables and figures in the order in which they are written. */
export class Numbering {
  private tables = 0;
  private figures = 0;

  /** "Table 1." */
  table(): string {
    this.tables += 1;
    return `Table ${this.tables}.`;
  }

  /** "Figure 1." */
  figure(): string {
    this.figures += 1;
    return `Figure ${this.figures}.`;
  }
}
