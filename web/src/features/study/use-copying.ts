/** Copying the link and the answer, and saying how it went. */
import { text } from '../../text/en.ts';
import { answerText } from './answer/answer-text.ts';
import { hashOf } from './spot/address.ts';
import { toSpot } from './spot/draft.ts';
import { draftOf } from './state.ts';
import { useStudy } from './study-context.tsx';

export function useCopying(): { copyLink: () => void; copyText: () => void } {
  const { study, say } = useStudy();
  const copy = async (what: string, done: string): Promise<void> => {
    try {
      await navigator.clipboard.writeText(what);
      say(done);
    } catch {
      say(text.tools.copyFailed);
    }
  };
  const linkTo = (hash: string): string => `${window.location.origin}${window.location.pathname}${hash}`;
  return {
    copyLink: () => void copy(linkTo(hashOf(draftOf(study.store.get()))), text.tools.linkCopied),
    copyText: () => {
      const { answered } = study.store.get();
      if (answered === null) {
        say(text.tools.nothingToCopy);
        return;
      }
      const link = linkTo(hashOf(answered.draft));
      void copy(answerText(answered, toSpot(answered.draft).spot, link), text.tools.textCopied);
    },
  };
}
