/** A class of hands that was chosen in the category tree, to see its hands alone. */
import type { CategoryPath } from '../work/protocol.ts';

export interface ChosenClass {
  readonly path: CategoryPath;
  readonly name: string;
}
