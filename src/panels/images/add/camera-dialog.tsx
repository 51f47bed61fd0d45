import { Button } from '@mantine/core';
import { useEffect, useId, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { importStore, isImporting } from '../../../state/images/import-store.ts';
import controls from '../../shared/controls/controls.module.css';
import classes from './add-images.module.css';

interface CameraDialogProps {
  /** Class of the stills; empty for none. */
  readonly className: string;
  readonly onStill: (file: File) => void;
  readonly onClose: () => void;
}

/** Why there is no picture from the camera, for a person. */
function cameraProblem(error: unknown): string {
  switch (error instanceof DOMException ? error.name : '') {
    case 'NotAllowedError':
      return 'The browser has not been allowed to use the camera. Allow it for this page, then try again.';
    case 'NotFoundError':
      return 'No camera was found. Connect one, or drop pictures instead.';
    case 'NotReadableError':
      return 'The camera is in use elsewhere. Close what uses it, then try again.';
    default:
      return 'This browser gives no camera to this page. Drop pictures instead.';
  }
}

async function openCamera(): Promise<MediaStream> {
  // Typed as always there, but missing outside secure contexts.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (devices === undefined) throw new Error('no camera outside secure pages');
  return devices.getUserMedia({ video: { facingMode: 'environment' } });
}

/** What the camera shows now, without loss. */
async function stillOf(video: HTMLVideoElement): Promise<File> {
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('the browser has no room for the picture');
  return new File([blob], 'still.png');
}

/** Takes stills with the camera; it is on only while this is open. */
export function CameraDialog({ className, onStill, onClose }: CameraDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const video = useRef<HTMLVideoElement>(null);
  const heading = useId();
  const [isReady, setReady] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [taken, setTaken] = useState(0);
  const isBusy = useStore(importStore, isImporting);

  useEffect(() => {
    dialog.current?.showModal();
    let stream: MediaStream | null = null;
    let isGone = false;
    const stop = () => stream?.getTracks().forEach((track) => track.stop());
    const start = async () => {
      try {
        stream = await openCamera();
        if (isGone || video.current === null) stop();
        else video.current.srcObject = stream;
      } catch (error) {
        if (!isGone) setProblem(cameraProblem(error));
      }
    };
    void start();
    return () => {
      isGone = true;
      stop();
    };
  }, []);

  const take = async () => {
    if (video.current === null) return;
    try {
      onStill(await stillOf(video.current));
      setTaken((count) => count + 1);
    } catch (error) {
      setProblem(`The still was not taken: ${error instanceof Error ? error.message : ''}.`);
    }
  };

  return (
    <dialog ref={dialog} className={classes.dialog} aria-labelledby={heading} onClose={onClose}>
      <div className={classes.camera}>
        <h3 id={heading}>
          {className === '' ? 'Stills without a class' : `Stills of ${className}`}
        </h3>
        {problem === null ? (
          <video
            ref={video}
            autoPlay
            muted
            playsInline
            aria-label="What the camera sees"
            onLoadedData={() => setReady(true)}
          />
        ) : (
          <p role="alert" className={controls.error}>
            {problem}
          </p>
        )}
        <div className={classes.row}>
          {problem === null && (
            <Button disabled={!isReady || isBusy} onClick={() => void take()}>
              Take a still
            </Button>
          )}
          <Button variant="default" onClick={() => dialog.current?.close()}>
            Close
          </Button>
          <output className={controls.hint}>
            {taken === 0 ? '' : `${taken} taken, kept in Camera stills.`}
          </output>
        </div>
      </div>
    </dialog>
  );
}
