import {elementUpdated, expect, fixture, html, waitUntil} from '@open-wc/testing';
import {CallConfigElement} from '../../src/elements/call-config/call-config.js';
import {CallToggleElement} from '../../src/elements/call-toggle/call-toggle.js';
import {ar} from '../../src/localize/ar.js';
import {completeTerms} from '../../src/localize/complete-terms.js';
import {en} from '../../src/localize/en.js';
import {enTalk} from '../../src/localize/en-talk.js';
import {enTrouble} from '../../src/localize/en-trouble.js';
import {endSentence} from '../../src/localize/end-sentence.js';
import {fr} from '../../src/localize/fr.js';
import {findTerms, registerTerms} from '../../src/localize/languages.js';
import {CALL_ERROR_CODES} from '../../src/types/call-error.js';
import {END_REASONS} from '../../src/types/end-reason.js';
import {define} from '../../src/util/define.js';

define('call-config', CallConfigElement);
define('call-toggle', CallToggleElement);

const mic = async (template = html`<call-toggle></call-toggle>`) => {
  const place = await fixture<HTMLElement>(html`<div>${template}</div>`);
  const element = place.querySelector('call-toggle')!;
  const button = () => element.shadowRoot!.querySelector('button')!;
  const says = (words: string) =>
    waitUntil(() => element.shadowRoot!.querySelector('button')?.textContent!.trim() === words, words);
  return {element, button, says};
};

describe('words', () => {
  for (const [language, terms] of Object.entries({en: {...completeTerms(en), errors: {...enTrouble.errors, ...enTalk.errors}}, fr, ar})) {
    it(`say every end and every trouble in ${language}`, () => {
      for (const reason of END_REASONS) {
        for (const by of ['local', 'remote', 'system'] as const) {
          expect(endSentence(terms, {reason, by, durationMs: 0}, 'Bob'), reason).to.be.a('string').and.not.to.equal('');
        }
      }
      for (const code of CALL_ERROR_CODES) {
        expect(terms.errors[code]?.sentence, code).to.be.a('string').and.not.to.equal('');
        expect(terms.errors[code]?.wayOut, code).to.be.a('string').and.not.to.equal('');
      }
    });
  }

  const ends: [Parameters<typeof endSentence>[1], string][] = [
    [{reason: 'declined', by: 'remote', durationMs: 0}, 'Bob declined'],
    [{reason: 'busy', by: 'remote', durationMs: 0}, 'Bob is busy'],
    [{reason: 'no-answer', by: 'system', durationMs: 0}, 'Nobody answered'],
    [{reason: 'cancelled', by: 'local', durationMs: 0}, 'You cancelled the call'],
    [{reason: 'media-denied', by: 'local', durationMs: 0}, 'Microphone access was denied'],
    [{reason: 'answered-elsewhere', by: 'remote', durationMs: 0}, 'Answered on another device'],
  ];
  for (const [end, sentence] of ends) {
    it(`say "${sentence}"`, () => expect(endSentence(enTalk, end, 'Bob')).to.equal(sentence));
  }

  it('are those of the nearest lang, English until they have arrived', async () => {
    const {button, says} = await mic(html`<section lang="ar"><p><call-toggle></call-toggle></p></section>`);
    await says('الميكروفون');
    expect(button().dir).to.equal('rtl');
  });

  it('are found out of shadow roots, and by the language where the region is not known', async () => {
    const place = await fixture<HTMLElement>(html`<div lang="fr-CA"></div>`);
    const inner = place.attachShadow({mode: 'closed'});
    const element = document.createElement('call-toggle');
    inner.append(element);
    await waitUntil(() => element.shadowRoot!.querySelector('button')?.textContent!.trim() === 'Micro');
  });

  it('follow <html lang>, and a move', async () => {
    const {element, says} = await mic();
    await says('Microphone');
    document.documentElement.lang = 'fr';
    await says('Micro');
    document.documentElement.lang = 'en';
    await says('Microphone');
    const french = await fixture(html`<div lang="fr"></div>`);
    french.append(element);
    await says('Micro');
  });

  it('are those of call-config where the page names no language, as long as it is there', async () => {
    const page = document.documentElement;
    const {lang} = page;
    page.removeAttribute('lang');
    try {
      const {element, says} = await mic(html`<call-config lang="fr"></call-config><call-toggle></call-toggle>`);
      const config = element.previousElementSibling as CallConfigElement;
      await says('Micro');
      config.lang = 'ar';
      await says('الميكروفون');
      const place = element.parentElement!;
      place.lang = 'fr';
      element.requestUpdate();
      await says('Micro');
      place.removeAttribute('lang');
      config.remove();
      await says(completeTerms(findTerms(navigator.language)).devices.mic);
    } finally {
      page.lang = lang;
    }
  });

  it('take their direction from the nearer of dir and lang', async () => {
    const {element, button, says} = await mic(html`<p lang="ar"><b dir="ltr"><call-toggle></call-toggle></b></p>`);
    await says('الميكروفون');
    expect(button().dir).to.equal('ltr');
    element.lang = 'en';
    element.dir = 'rtl';
    element.requestUpdate();
    await elementUpdated(element);
    expect(button().dir).to.equal('rtl');
  });

  it('can be registered for other languages, late', async () => {
    const {says} = await mic(html`<p lang="sv"><call-toggle></call-toggle></p>`);
    await says('Microphone');
    registerTerms('sv', {devices: {...enTalk.devices, mic: 'Mikrofon'}});
    await says('Mikrofon');
    expect(findTerms('SV-fi').devices?.mic).to.equal('Mikrofon');
  });

  it('are English where a language is not known', () => {
    expect(findTerms('tlh')).to.equal(en);
    expect(findTerms('constructor')).to.equal(en);
  });
});
