import { plainText } from '../plain-text.ts';

/** A text of any origin as a string of CSS inside a style element. */
export function cssString(text: string): string {
  const safe = plainText(text).replaceAll(
    /[^\p{L}\p{N} .,:·–—()-]/gu,
    (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `,
  );
  return `"${safe}"`;
}

const sheet = `
:root { color-scheme: light; --paper: #fff; --ink: #15171f; --ink-2: #4d505c; --line: #d9dae1; --axis: #8a8c9a;
  --series-1: #0d47a8; --series-2: #e8590c; --series-3: #1f8348; --series-4: #983d6b; --series-5: #4d3600; --series-6: #17121f; }
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 16px/1.55 "Source Serif 4", Charter, "Bitstream Charter", Georgia, "Times New Roman", serif; text-rendering: optimizeLegibility; }
body { max-width: 50rem; margin: 0 auto; padding: 3.5rem 1.25rem 6rem; overflow-wrap: break-word; }
h1, h2, h3, figcaption, caption, th, td, .byline, .notice, nav, svg text, .notes { font-family: system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
h1 { margin: 0; font-size: 1.875rem; line-height: 1.2; letter-spacing: -0.015em; text-wrap: balance; }
h2 { margin: 3rem 0 0.75rem; padding-top: 0.75rem; border-top: 1px solid var(--ink); font-size: 1.25rem; line-height: 1.3; }
h3 { margin: 2.25rem 0 0.5rem; font-size: 1rem; line-height: 1.4; }
p { margin: 0 0 0.75rem; }
.byline { margin: 0.5rem 0 0; color: var(--ink-2); font-size: 0.8125rem; line-height: 1.5; }
.byline span { display: block; }
.notice { margin: 1.5rem 0 0; padding: 0.625rem 0.875rem; border: 1px solid var(--ink); font-size: 0.875rem; }
.lead { font-size: 1.1875rem; line-height: 1.45; text-wrap: pretty; }
nav { margin: 1.5rem 0 0; font-size: 0.875rem; }
nav ol { margin: 0; padding-left: 1.25rem; }
a { color: inherit; text-underline-offset: 0.2em; }
ul { margin: 0 0 0.75rem; padding-left: 1.125rem; }
li { margin: 0 0 0.375rem; }
dl { margin: 0 0 1rem; }
dt { margin-top: 0.625rem; font-weight: 650; }
dd { margin: 0 0 0 1.125rem; }
ol.references { padding-left: 1.5rem; font-size: 0.875rem; }
math { font-size: 1.0625em; }
.equation { margin: 0.75rem 0 1rem; overflow-x: auto; overflow-y: hidden; padding: 0.25rem 0; }
figure { margin: 1.75rem 0 2rem; }
figcaption, caption { color: var(--ink); font-size: 0.8125rem; line-height: 1.45; text-align: left; }
figcaption { margin-top: 0.625rem; }
caption { margin-bottom: 0.5rem; }
figcaption b, caption b { margin-right: 0.35em; }
caption span { display: block; position: sticky; left: 0; max-width: min(calc(100vw - 2rem), 47.5rem); }
.drawing, .wide { overflow-x: auto; }
.drawing svg { display: block; width: 100%; min-width: 34rem; height: auto; overflow: visible; }
svg text { fill: var(--ink); font-size: 12px; font-variant-numeric: tabular-nums; }
svg .title { fill: var(--ink-2); }
svg .heading { font-weight: 650; }
svg .grid { stroke: var(--line); stroke-width: 1; }
svg .axis { stroke: var(--axis); stroke-width: 1; }
svg .reference { stroke: var(--ink-2); stroke-width: 1; stroke-dasharray: 4 3; }
.table { margin: 1.75rem 0 2rem; }
table { width: 100%; border-collapse: collapse; border-top: 1.5px solid var(--ink); border-bottom: 1.5px solid var(--ink); font-variant-numeric: tabular-nums lining-nums; }
.label { margin-bottom: 0; }
.wide > table { margin-bottom: 1px; }
th, td { padding: 0.3rem 0 0.3rem 0.75rem; font-size: 0.8125rem; line-height: 1.35; text-align: left; vertical-align: top; }
thead th { border-bottom: 1px solid var(--ink); font-weight: 600; vertical-align: bottom; }
tbody th { font-weight: 500; min-width: 6.75rem; overflow-wrap: anywhere; }
.start { padding-left: 1.5rem; }
tbody tr + tr > * { border-top: 1px solid var(--line); }
.end { text-align: right; }
th:first-child { padding-left: 0; }
td.end span, td.end small { white-space: nowrap; }
td span, td small, th span, th small { display: block; }
small { color: var(--ink-2); font-size: 0.6875rem; line-height: 1.35; }
.notes { margin: 0.5rem 0 0; color: var(--ink-2); font-size: 0.75rem; line-height: 1.45; }
pre { margin: 0.5rem 0 1rem; padding: 0.75rem 0.875rem; border: 1px solid var(--line); font: 0.75rem/1.5 ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
code { font: 0.875em ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
blockquote { margin: 0.5rem 0 1rem; padding-left: 1rem; border-left: 3px solid var(--ink); text-wrap: pretty; }
@media screen and (prefers-color-scheme: dark) {
  :root { color-scheme: dark; --paper: #14161c; --ink: #eceef3; --ink-2: #a6aab8; --line: #2f333f; --axis: #747888;
    --series-1: #2f80e4; --series-2: #f46f30; --series-3: #25f59b; --series-4: #bfa4d7; --series-5: #fdf774; --series-6: #9ed1c2; }
}
@media (max-width: 40rem) {
  body { padding: 2rem 1rem 4rem; }
  h1 { font-size: 1.5rem; }
}
@media print {
  :root { --ink: #000; --ink-2: #333; --line: #c4c4c4; --axis: #555;
    --series-1: #000; --series-2: #7a7a7a; --series-3: #3d3d3d; --series-4: #949494; --series-5: #1f1f1f; --series-6: #5c5c5c; }
  html { font-size: 10.5pt; }
  body { max-width: none; margin: 0; padding: 0; }
  h1 { font-size: 19pt; }
  h2 { margin-top: 2rem; }
  h2, h3, caption, thead { break-after: avoid; }
  figcaption, .notes { break-before: avoid; }
  p, li, dd, blockquote { orphans: 3; widows: 3; }
  figure, .notice, .equation, blockquote, tr, dt, li { break-inside: avoid; }
  dt, .label { break-after: avoid; }
  .table { break-inside: avoid; }
  .table.long { break-inside: auto; }
  thead { display: table-header-group; }
  .drawing, .wide { overflow: visible; }
  caption span { position: static; max-width: none; }
  .drawing svg { min-width: 0; }
  .compact th, .compact td { padding-left: 0.45rem; font-size: 7.5pt; }
  .compact th:first-child { padding-left: 0; min-width: 18mm; }
  .compact small { font-size: 6.25pt; }
  pre { border-color: #999; font-size: 7.5pt; break-inside: auto; }
  pre.short { break-inside: avoid; }
  a { text-decoration: none; }
  .chapter + .chapter { break-before: page; }
}
`;

/**
 * The style sheet of a report.
 * @param runningHead repeated at the top of every printed page
 */
export function styleSheet(runningHead: string): string {
  const page = `@page { size: auto; margin: 20mm 17mm 18mm;
  @top-left { content: ${cssString(runningHead)}; font: 8pt system-ui, Arial, sans-serif; color: #333; vertical-align: middle; }
  @bottom-right { content: counter(page) " / " counter(pages); font: 8pt system-ui, Arial, sans-serif; color: #333; } }`;
  return `${sheet}${page}\n`;
}
