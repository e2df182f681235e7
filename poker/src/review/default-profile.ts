/**
 * The profile that reviews begin with: ranges of a 6-max PLO table of regular players, as a house estimate.
 *
 * An estimate, and nothing measured: shares of hands that strong players enter pots with at each position, rounded, the
 * best hands taken out where they would have raised. Percentages are of the six-handed ordering (heads-up of the one
 * against a single opponent). Whoever knows better writes a profile of his own.
 */
import type { RangeProfile } from './range-profile.ts';

export const DEFAULT_PROFILE: RangeProfile = {
  name: 'PLO 6-max, house estimate',
  ranges: {
    any: '*',
    limp: '10%-50%6h',
    check: '10%-100%6h',
    open: '18%6h',
    call: '6%-25%6h',
    '3bet': '7%6h',
    'call-3bet': '2%-20%6h',
    '4bet': 'AA:50%6h, 1%6h',
    'call-4bet': '1%-8%6h',

    'HJ.open': '21%6h',
    'CO.open': '29%6h',
    'BTN.open': '48%6h',
    'SB.open': '38%6h',
    'BB.open': '15%6h',
    'SB.limp': '15%-75%6h',
    'CO.call': '7%-26%6h',
    'BTN.call': '8%-36%6h',
    'SB.call': '8%-28%6h',
    'BB.call': '6%-58%6h',
    'BTN.3bet': '9%6h',
    'SB.3bet': '9%6h',
    'CO.call-3bet': '2%-25%6h',
    'BTN.call-3bet': '2%-38%6h',
    'SB.call-3bet': '2%-30%6h',

    'BTN.open.2': '82%',
    'BTN.limp.2': '35%-95%',
    'BB.call.2': '12%-80%',
    'BB.3bet.2': '15%',
    'BTN.call-3bet.2': '4%-65%',
  },
};
