import { mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { gathered } from '@ploscope/kernel';
import { expect, onTestFinished, test } from 'vitest';
import { testFolder } from '../testing/folder.ts';
import { type KeptState, openKeeper, openState } from './checkpoint-file.ts';

/** A solve whose state is these texts, one after the other. */
function solveOf(...texts: string[]) {
  return {
    async *checkpoint() {
      for (const text of texts) yield Buffer.from(text);
    },
  };
}

const told: string[] = [];
const tell = (note: string): void => void told.push(note);

async function stateAt(path: string): Promise<KeptState | undefined> {
  const state = await openState(path);
  if (!state.ok) throw new Error(state.error.message);
  return state.value;
}

test('a state takes the place of the one before, which can still be read until then', async () => {
  const own = testFolder(onTestFinished);
  const path = own.in('state');
  writeFileSync(path, 'before');
  const state = await stateAt(path);
  const keeper = openKeeper(path, solveOf('af', 'ter'), state, tell);
  expect(keeper.isSaved()).toBe(true);
  expect(Buffer.from(await state!.source.read(0, 6)).toString()).toBe('before');
  await keeper.save();
  expect(readFileSync(path, 'utf8')).toBe('after');
  await keeper.save();
  await keeper.remove();
  expect(readdirSync(own.path)).toEqual([]);
});

test('where nothing can be written it is told, and the state before stays', async () => {
  const own = testFolder(onTestFinished);
  const path = own.in('folder/state');
  mkdirSync(own.in('folder'));
  const keeper = openKeeper(path, solveOf('one'), undefined, tell);
  expect(keeper.isSaved()).toBe(false);
  rmSync(own.in('folder'), { recursive: true });
  await keeper.save();
  expect(told.pop()).toMatch(/state cannot be written: no such file or directory\. The state is not saved\.$/);
  mkdirSync(own.in('folder'));
  await keeper.save();
  expect(keeper.isSaved()).toBe(true);
  rmSync(path);
  mkdirSync(path);
  await keeper.save();
  expect(told.pop()).toMatch(/it is there and is no file\. The state is not saved; the one before is still there\.$/);
  expect(readdirSync(own.in('folder'))).toEqual(['state']);
});

test("a solve that fails while its state is read is not the disk's fault, and leaves nothing behind", async () => {
  const own = testFolder(onTestFinished);
  const broken = {
    async *checkpoint() {
      yield Buffer.from('half');
      throw new Error('a worker is gone');
    },
  };
  await expect(openKeeper(own.in('state'), broken, undefined, tell).save()).rejects.toThrow('a worker is gone');
  expect(readdirSync(own.path)).toEqual([]);
});

test('a file that shrank while it was open gives what is left', async () => {
  const own = testFolder(onTestFinished);
  const path = own.in('state');
  writeFileSync(path, '0123456789');
  const state = await stateAt(path);
  truncateSync(path, 4);
  expect(Buffer.from(await state!.source.read(2, 6)).toString()).toBe('23');
  await state!.close();
  const closed = state!.source.read(0, 1);
  await expect(closed).rejects.toMatchObject({ failure: { exitCode: 2 } });
  expect(await gathered(solveOf('a', 'b').checkpoint())).toEqual(Uint8Array.from(Buffer.from('ab')));
});
