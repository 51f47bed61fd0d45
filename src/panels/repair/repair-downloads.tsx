import { Button } from '@mantine/core';
import { useStore } from 'zustand';
import { saveBlob } from '../../charts/export/save-blob.ts';
import { pixelsOf } from '../../run/number-text.ts';
import { exportRepair, exportRepairedModel } from '../../state/repair/repair-controller.ts';
import { shareLink } from '../../state/link/share-link.ts';
import { repairStore, type ShownModel } from '../../state/repair/repair-store.ts';
import { CopyLink } from '../shared/link/copy-link.tsx';
import { ReportMenu } from '../shared/report/report-menu.tsx';
import frame from '../shared/frame/panel-frame.module.css';

/** Saves what the ended repair made. */
export function RepairDownloads() {
  const models = useStore(repairStore, (state) => state.models);
  const result = useStore(repairStore, (state) => state.result);
  const isPixels = useStore(repairStore, ({ spec }) => spec?.repair.arm === 'pixels');
  if (result === null) return null;

  const saveModel = async ({ id }: ShownModel) => {
    const blob = await exportRepairedModel(id);
    if (blob !== null) saveBlob(blob, `${id}.zip`);
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
      <CopyLink link={() => shareLink({ spec: result.spec, result })} about={result} />
    </div>
  );
}
