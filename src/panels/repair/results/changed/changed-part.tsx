import { SegmentedControl } from '@mantine/core';
import { useStore } from 'zustand';
import { HeatDrawing, heatDrawingHeight } from '../../../../charts/heat/heat-drawing.tsx';
import { HeatLegend } from '../../../../charts/heat/heat-legend.tsx';
import { HeatTable } from '../../../../charts/heat/heat-table.tsx';
import type { RepairTable } from '../../../../protocol/repair-result.ts';
import { missingBecause } from '../../../../run/finding/repair/describe-repair.ts';
import { settingsOf, settingKey } from '../../../../run/finding/repair/test-cells.ts';
import { samePixelValue } from '../../../../run/pixel-values.ts';
import {
  repairView,
  type HeatMeasure,
  type RepairTableName,
} from '../../../../state/repair/repair-view.ts';
import { ResultPart } from '../parts/result-part.tsx';
import { viewCaption, type ResultView } from '../view.ts';
import { changedHeat, heatScale } from './heat-cells.ts';
import { SettingSelect } from './setting-select.tsx';

const tableNames: { value: RepairTableName; label: string }[] = [
  { value: 'heldOut', label: 'Held-out images' },
  { value: 'trainedOn', label: 'Training images' },
];

const measures: { value: HeatMeasure; label: string }[] = [
  { value: 'accuracy', label: 'Accuracy' },
  { value: 'difference', label: 'Difference' },
  { value: 'pi', label: 'Pi' },
];

const measureTexts: Readonly<Record<HeatMeasure, string>> = {
  accuracy:
    'Right, % of all images, with 95 % intervals; tinted by the difference to the original.',
  difference:
    'Per cent points more (+) or fewer (−) right than the original on the same images, with 95 % intervals.',
  pi: 'Pi over the eligible images, with 95 % intervals; smaller is more robust. Tinted by the change from the original.',
};

const tableTexts: Readonly<Record<RepairTableName, string>> = {
  heldOut: 'Retrained models against test counts. Images and draws that the training has not seen.',
  trainedOn:
    'Retrained models against test counts. The paper’s protocol: the very images that were trained on, with other draws. Optimistic, as the models know these images.',
};

const title = 'Changed pixels';
const savedTitle = 'Changed pixels: retrained models against test counts';

/** The paper's Table 10. */
export function ChangedPart({ view }: { readonly view: ResultView }) {
  const { heldOut, trainedOn } = view.result;
  const { table: name, measure, value, region } = useStore(repairView);
  const table = name === 'heldOut' ? heldOut : trainedOn;
  const controls = (
    <>
      <SegmentedControl
        size="xs"
        aria-label="Images that the models are judged on"
        data={tableNames}
        value={name}
        onChange={(next) => repairView.setState({ table: next })}
      />
      <SegmentedControl
        size="xs"
        aria-label="Measure shown in the table"
        data={measures}
        value={measure}
        onChange={(next) => repairView.setState({ measure: next })}
      />
    </>
  );
  const settings = table === null ? [] : settingsOf(table);
  const setting =
    settings.find(
      (each) =>
        (value === null || samePixelValue(each.value, value)) &&
        (region === null || each.region === region),
    ) ?? settings[0];
  const setKey = (key: string) => {
    const chosen = settings.find((each) => settingKey(each) === key);
    if (chosen !== undefined) {
      repairView.setState({ value: chosen.value, region: chosen.region });
    }
  };
  if (table === null || setting === undefined) {
    const part =
      name === 'heldOut'
        ? 'the judgement on held-out images'
        : 'the judgement on the training images';
    return (
      <ResultPart
        heading={title}
        text={missingBecause(view.result, part)}
        file=""
        saved={null}
        controls={controls}
      />
    );
  }
  const heat = changedHeat(table, setting, measure, view);
  const text = `${tableTexts[name]} ${measureTexts[measure]}`;
  return (
    <ResultPart
      heading={title}
      text={text}
      file={`pixelproof-repair-${name === 'heldOut' ? 'held-out' : 'training'}-${measure}`}
      controls={controls}
      saved={{
        title: savedTitle,
        drawing: <HeatDrawing heat={heat} />,
        height: heatDrawingHeight(heat),
        legend: [],
        caption: [text, `${signs(measure)}n = ${table.images} images.`, ...viewCaption(view)],
      }}
    >
      {settings.length > 1 && (
        <SettingSelect settings={settings} value={settingKey(setting)} onChange={setKey} />
      )}
      <HeatTable label={savedTitle} heat={heat} />
      <Legend table={table} measure={measure} />
    </ResultPart>
  );
}

function signs(measure: HeatMeasure): string {
  return measure === 'pi' ? '' : '▲ ▼: differs from the original, p ≤ 0.05 after Holm. ';
}

interface LegendProps {
  readonly table: RepairTable;
  readonly measure: HeatMeasure;
}

function Legend({ table, measure }: LegendProps) {
  if (measure === 'pi')
    return <HeatLegend low="Pi rises from 0" high="Pi falls to 0" isTested={false} />;
  const points = heatScale(table);
  return <HeatLegend low={`${points} points worse`} high={`${points} points better`} isTested />;
}
