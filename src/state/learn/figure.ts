/** A figure that a class can compare its own with. */
export interface KeyFigure {
  readonly id: string;
  readonly name: string;
  /** In the unit. */
  readonly value: number;
  readonly unit: '%' | '';
  /** By how much another backend, whose last digits differ, may miss it. */
  readonly tolerance: number;
}
