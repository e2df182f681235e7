/**
 * For pages: zod writes no functions of its own. The page's content policy forbids it, and even the attempt is reported.
 * Import it
 * in the page's first file: schemas settle this when they are made, so the contracts must come later.
 */
import { config } from 'zod';

config({ jitless: true });
