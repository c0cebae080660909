import {nothing, render} from 'lit';
import type {Picture, PictureOptions} from './picture.js';

interface PictureApi extends EventTarget {
  requestWindow(options: {readonly width: number; readonly height: number}): Promise<Window & typeof globalThis>;
}

/** Chromium's; no browser's types know it yet. */
export const pictureApi = (): PictureApi | undefined => (globalThis as {documentPictureInPicture?: PictureApi}).documentPictureInPicture;

const WIDTH = 360;
const HEIGHT = 400;

/** A style sheet belongs to one document: the other one gets its own, made by itself so that a strict policy allows it. */
const adopt = (root: ShadowRoot, {CSSStyleSheet: Sheet}: Window & typeof globalThis, styles: readonly string[]): void => {
  root.adoptedStyleSheets = styles.map((text) => {
    const sheet = new Sheet();
    sheet.replaceSync(text);
    return sheet;
  });
};

/** Light or dark, as the page is now: the browser may dress its small windows in its own colours. */
const schemeOf = (host: HTMLElement): string => {
  const {colorScheme} = getComputedStyle(host);
  const isBoth = /light/.test(colorScheme) && /dark/.test(colorScheme);
  return isBoth ? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light') : colorScheme;
};

/** What the page set for its calls: the other document has none of its style sheets. */
const carryTheme = (from: HTMLElement, to: HTMLElement): void => {
  for (const [name, value] of from.computedStyleMap?.() ?? []) {
    if (name.startsWith('--call-')) to.style.setProperty(name, String(value));
  }
  to.style.colorScheme = schemeOf(from);
};

/** The whole window, with its buttons, in a window of its own above all others. Called within a press. */
export const openDocumentPicture = async (api: PictureApi, {host, styles, closed}: PictureOptions): Promise<Picture> => {
  const opened = await api.requestWindow({width: WIDTH, height: HEIGHT});
  const {document: other} = opened;
  other.title = document.title;
  other.documentElement.lang = document.documentElement.lang;
  other.body.style.margin = '0';
  const place = other.createElement('div');
  carryTheme(host, place);
  other.documentElement.style.colorScheme = place.style.colorScheme;
  const root = place.attachShadow({mode: 'open'});
  adopt(root, opened, styles);
  other.body.append(place);
  const left = (): void => {
    render(nothing, root);
    closed();
  };
  opened.addEventListener('pagehide', left, {once: true});
  return {
    root,
    show: (content) => void render(content, root, {creationScope: other}),
    close: () => opened.close(),
  };
};
