import { z } from '../../protocol/zod.ts';
import table from './expected.json' with { type: 'json' };
import type { KeyFigure } from './figure.ts';
import { lessonIds, type LessonId } from './lesson.ts';

const figureSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  value: z.number(),
  unit: z.enum(['%', '']),
  /** Another backend or browser may differ by this much. */
  tolerance: z.number().positive(),
});

const tableSchema = z.strictObject({
  seed: z.int().min(0),
  lessons: z.record(
    z.enum(lessonIds),
    z.strictObject({ outcome: z.string().nullable(), figures: z.array(figureSchema) }),
  ),
});

export type ExpectedFigure = z.output<typeof figureSchema>;

const expected = tableSchema.parse(table);

/** The seed that the expected figures belong to. */
export const expectedSeed = expected.seed;

/** What a lesson shows with that seed. */
export function expectedOf(id: LessonId): {
  readonly outcome: string | null;
  readonly figures: readonly ExpectedFigure[];
} {
  return expected.lessons[id];
}

/** Whether a measured figure is as expected. */
export function isAsExpected(measured: KeyFigure, figures: readonly ExpectedFigure[]): boolean {
  const figure = figures.find(({ id }) => id === measured.id);
  return figure !== undefined && Math.abs(measured.value - figure.value) <= figure.tolerance;
}
