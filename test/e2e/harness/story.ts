import type {Person} from './person.js';

/** What a page looks like at this moment, in a few lines. */
const look = (): string => {
  const tags = [...document.querySelectorAll<HTMLElement>('call-config, call-provider, call-button, incoming-call, call-window')];
  return tags
    .map((element) => {
      const text = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('[part="message"], [part="status"]') ?? [])];
      const attributes = element.getAttributeNames().filter((name) => /^(id|callee|state|mic|camera|screen|end-reason)$/.test(name));
      const said = attributes.map((name) => `${name}=${element.getAttribute(name)}`).join(' ');
      return `  <${element.localName} ${said}> ${text.map(({innerText}) => innerText.trim()).join(' | ')}`;
    })
    .join('\n');
};

/** How a person's page stands and what led there: for whoever must find out why a test failed. */
export const storyOf = async (person: Person): Promise<string> => {
  const now = await person.page.evaluate(look).catch((error: unknown) => `  (${String(error)})`);
  return `— ${person.user} at ${person.page.url()}\n${now}\n  ${person.record.lines.slice(-60).join('\n  ')}`;
};
