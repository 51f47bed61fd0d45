import type { IDBPObjectStore } from 'idb';
import { openDatabase, type LabDatabase } from '../storage/database.ts';
import { stored } from '../storage/stored.ts';
import type { KeptFirstFrame, KeptFrame, KeptPart } from './kept-part.ts';
import { migratedContent } from './migrations.ts';
import { blockHash } from './pack/block-hash.ts';
import { unpackFirst } from './pack/first-layout.ts';
import { arrayBytes, blocksOf, type Block, type Frame } from './pack/frame.ts';
import { copyBlock, pack, type Laid, type Packed } from './pack/pack.ts';
import { unpack } from './pack/unpack.ts';
import type { RunContent } from './run-content.ts';

/** Of the first layout. */
const FIRST_PART = 4_000_000;

/** What of the findings of a run is written, as only the tab that has written it knows. */
export interface Written {
  readonly stamp: string;
  /** By block. */
  readonly hashes: readonly string[];
}

/** Where the blocks of findings come from: the run, as they are when asked for, or copies. */
export type Findings = Laid | Packed;

type Parts = IDBPObjectStore<LabDatabase, ('runs' | 'runParts')[], 'runParts', 'readwrite'>;

/** The entries of a run from a number on. */
export function partsOf(id: string, from = 0): IDBKeyRange {
  return IDBKeyRange.bound([id, from], [id, Number.MAX_SAFE_INTEGER]);
}

function isFrame(part: KeptPart | undefined): part is KeptFrame {
  return part !== undefined && !(part instanceof Uint8Array) && 'stamp' in part;
}

function isFirstFrame(part: KeptPart | undefined): part is KeptFirstFrame {
  return part !== undefined && !(part instanceof Uint8Array) && !('stamp' in part);
}

function bytesOf(findings: Findings, block: Block, at: number): Uint8Array<ArrayBuffer> {
  if ('columns' in findings) return copyBlock(findings, block);
  return findings.parts[at] ?? new Uint8Array(0);
}

/** Bytes that findings take, roughly. */
export function weightOf(frame: Frame): number {
  return arrayBytes(frame) + JSON.stringify(frame.data).length;
}

/**
 * Writes findings within a transaction, leaving alone what is there already. Each block is copied
 * and written in a task of its own.
 * @param before what this tab wrote last; null where that is not known
 */
export async function writeFindings(
  parts: Parts,
  id: string,
  findings: Findings,
  before: Written | null,
): Promise<Written> {
  const { frame } = findings;
  const first = await parts.get([id, 0]);
  const isOwn = before !== null && isFrame(first) && first.stamp === before.stamp;
  const known = isOwn ? before.hashes : [];
  if (!isOwn) await parts.delete(partsOf(id));
  const stamp = crypto.randomUUID();
  await parts.put({ frame, stamp }, [id, 0]);
  const hashes: string[] = [];
  for (const block of blocksOf(frame)) {
    const at = hashes.length;
    const bytes = bytesOf(findings, block, at);
    const hash = blockHash(bytes);
    // A transaction that asks for nothing ends.
    if (hash === known[at]) await parts.getKey([id, 0]);
    else await parts.put(bytes, [id, 1 + at]);
    hashes.push(hash);
  }
  if (known.length > hashes.length) await parts.delete(partsOf(id, 1 + hashes.length));
  return { stamp, hashes };
}

/**
 * The findings of a run as they are kept, all of one moment; null where there are none.
 * @throws LabError `storage` where the browser's storage is blocked
 */
export function keptPack(id: string): Promise<Packed | null> {
  return stored('The run', 'read', async () => {
    const store = (await openDatabase()).transaction('runParts').store;
    const first = await store.get([id, 0]);
    const parts: Uint8Array<ArrayBuffer>[] = [];
    const take = async (): Promise<void> => {
      const part = await store.get([id, 1 + parts.length]);
      parts.push(part instanceof Uint8Array ? part : new Uint8Array(0));
    };
    if (isFrame(first)) {
      for (const _ of blocksOf(first.frame)) await take();
      return { frame: first.frame, parts };
    }
    if (!isFirstFrame(first)) return null;
    for (let at = 0; at < first.bytes; at += FIRST_PART) await take();
    const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
    return pack(unpackFirst({ frame: first.frame, bytes }));
  });
}

/** What a run has found; null where nothing is kept of it. */
export async function keptContent(id: string): Promise<RunContent | null> {
  const packed = await keptPack(id);
  return packed && (migratedContent(await unpack(packed)) as RunContent);
}
