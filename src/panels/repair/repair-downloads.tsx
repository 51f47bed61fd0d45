import { Button } from '@mantine/core';
import { useStore } from 'zustand';
import { saveBlob } from '../../charts/export/save-blob.ts';
import { pixelsOf } from '../../run/number-text.ts';
import type { TableName } from '../../run/repair/table-record.ts';
import {
  exportRepair,
  exportRepairedModel,
  exportRepairImages,
} from '../../state/repair/repair-controller.ts';
import { shareLink } from '../../state/link/share-link.ts';
import { repairView } from '../../state/repair/repair-view.ts';
import { repairStore, type ShownModel } from '../../state/repair/repair-store.ts';
import { CopyLink } from '../shared/link/copy-link.tsx';
import { ReportMenu } from '../shared/report/report-menu.tsx';
import frame from '../shared/frame/panel-frame.module.css';

const imageFiles: Readonly<Record<TableName, { readonly file: string; readonly about: string }>> = {
  heldOut: { file: 'images.csv', about: 'Every classification of a held-out image' },
  trainedOn: {
    file: 'training-images.csv',
    about: 'Every classification of an image that was trained on',
  },
};

/** Saves what the ended repair made. */
export function RepairDownloads() {
  const models = useStore(repairStore, (state) => state.models);
  const result = useStore(repairStore, (state) => state.result);
  const tables = useStore(repairStore, (state) => state.tables);
  const isPixels = useStore(repairStore, ({ spec }) => spec?.repair.arm === 'pixels');
  if (result === null) return null;

  const saveModel = async ({ id }: ShownModel) => {
    const blob = await exportRepairedModel(id);
    if (blob !== null) saveBlob(blob, `${id}.zip`);
  };
  const saveImages = async (name: TableName) => {
    const blob = await exportRepairImages(name);
    if (blob !== null) saveBlob(blob, imageFiles[name].file);
  };
  const saveResult = () => {
    const blob = exportRepair();
    if (blob !== null) saveBlob(blob, 'result.json');
  };

  return (
    <div className={frame.downloads}>
      <p>
        {models.length === 0
          ? 'Save the figures; the models are with whoever made the repair'
          : 'Save the figures, and the models as TensorFlow.js files'}
      </p>
      <Button variant="default" size="sm" onClick={saveResult}>
        result.json
      </Button>
      {tables.map((name) => (
        <Button
          key={name}
          variant="default"
          size="sm"
          title={imageFiles[name].about}
          onClick={() => void saveImages(name)}
        >
          {imageFiles[name].file}
        </Button>
      ))}
      <ReportMenu results={() => [result]} />
      {models.map((model) => (
        <Button
          key={model.id}
          variant="default"
          size="sm"
          title={`${model.id}.zip`}
          onClick={() => void saveModel(model)}
        >
          {isPixels ? `Model at ${pixelsOf(model.count)}` : 'Model'}
        </Button>
      ))}
      <CopyLink
        link={() => shareLink({ spec: result.spec, result, repairLook: repairView.getState() })}
        about={result}
      />
    </div>
  );
}
