import { describe, expect, it } from 'vitest';
import { positionNames } from './positions.ts';

describe('positions', () => {
  it('are counted back from the button, whatever the number of players', () => {
    expect(positionNames(2)).toEqual(['BB', 'BTN']);
    expect(positionNames(3)).toEqual(['SB', 'BB', 'BTN']);
    expect(positionNames(4)).toEqual(['SB', 'BB', 'CO', 'BTN']);
    expect(positionNames(5)).toEqual(['SB', 'BB', 'HJ', 'CO', 'BTN']);
    expect(positionNames(6)).toEqual(['SB', 'BB', 'UTG', 'HJ', 'CO', 'BTN']);
    expect(positionNames(9)).toEqual(['SB', 'BB', 'UTG', 'UTG1', 'UTG2', 'LJ', 'HJ', 'CO', 'BTN']);
    for (let players = 2; players <= 10; players++) {
      expect(new Set(positionNames(players)).size).toBe(players);
      expect(positionNames(players).at(-1)).toBe('BTN');
    }
  });

  it('leave the small blind out where nobody posts it', () => {
    expect(positionNames(5, false)).toEqual(['BB', 'UTG', 'HJ', 'CO', 'BTN']);
    expect(positionNames(3, false)).toEqual(['BB', 'CO', 'BTN']);
  });
});
