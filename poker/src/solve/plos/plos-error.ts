/** What is wrong with a file, from the sentence about it. */
import type { Said } from '../../result.ts';
import type { PlosError } from './plos.ts';

export const plosError = ({ code, message, hint }: Said): PlosError => ({ code, message, hint: hint ?? null });
