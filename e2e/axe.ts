/**
 * What axe finds on the page that is open. Only what breaks a rule is gathered, in the page itself: axe's other way, for
 * pages made of frames of several origins, takes four times as long, so that a page with a frame is refused here.
 */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

type Violations = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'];

async function violations(page: Page): Promise<Violations> {
  if (page.frames().length !== 1) throw new Error('the page has frames: axe is asked for one document alone');
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  return (await axe.analyze()).violations;
}

/** Everything it finds, as `rule: element`. */
export async function findings(page: Page): Promise<string[]> {
  return (await violations(page)).flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

/** Serious and critical findings as `rule: element`, with how to mend them. */
export async function seriousFindings(page: Page): Promise<string[]> {
  return (await violations(page))
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`));
}
