/** A few hands of ours, to see what this room does before looking for one's own. */

import { pastedFile } from './given-files.ts';
import sample from './sample-hands.txt?raw';
import type { NamedFile } from './work/protocol.ts';

export function sampleFiles(): readonly NamedFile[] {
  return [pastedFile(sample, 'sample-hands.txt')];
}
