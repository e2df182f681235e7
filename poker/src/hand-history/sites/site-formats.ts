/** Every form of hand history that is read. A new one is added here and nowhere else. */
import { eight88 } from './eight88/eight88.ts';
import { gg } from './gg.ts';
import { ignition } from './ignition/ignition.ts';
import { ohh } from './ohh/ohh.ts';
import { phh } from './phh/phh.ts';
import { pokerstars } from './pokerstars.ts';
import type { SiteFormat } from './site-format.ts';
import { winamax } from './winamax/winamax.ts';

export const SITE_FORMATS: readonly SiteFormat[] = [pokerstars, gg, winamax, eight88, ignition, phh, ohh];
