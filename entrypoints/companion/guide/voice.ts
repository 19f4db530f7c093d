import type { Language } from '../../../lib/i18n/index.ts';

/** Reads sentences aloud, with a voice of this machine alone: others would send the words away to be spoken. */
export interface Voice {
  has(language: Language): boolean;
  /** Says it; while something is being said, stops that instead. */
  say(text: string, language: Language): void;
}

export function makeVoice(changed: () => void, signal: AbortSignal): Voice {
  const synthesis = 'speechSynthesis' in globalThis ? globalThis.speechSynthesis : null;
  // The list of voices comes some time after it was first asked for.
  synthesis?.addEventListener('voiceschanged', changed, { signal });
  signal.addEventListener('abort', () => synthesis?.cancel());
  const voiceOf = (language: Language) =>
    synthesis
      ?.getVoices()
      .find((it) => it.localService && it.lang.toLowerCase().replace('_', '-').startsWith(language));
  return {
    has: (language) => voiceOf(language) !== undefined,
    say(text, language) {
      const voice = voiceOf(language);
      if (!synthesis || !voice) return;
      if (synthesis.speaking) return synthesis.cancel();
      const words = new SpeechSynthesisUtterance(text);
      words.voice = voice;
      words.lang = voice.lang;
      synthesis.speak(words);
    },
  };
}
