import {html} from 'lit';
import type {TemplateResult} from 'lit';
import {enAdmin} from '../../localize/parts/admin.js';
import {partTerms} from '../../localize/part-terms.js';
import type {ServerAccess} from '../../rest/server-access.js';
import type {Shell, View} from '../lazy-view.js';
import {ServerLink, formsTerms} from '../server-form/form-context.js';
import {formStyles} from '../server-form/form.styles.js';
import {noticeStyles} from '../server-form/notice.styles.js';
import {troubleNotice} from '../server-form/trouble-notice.js';
import {theme} from '../theme.styles.js';
import type {AdminContext, AdminWords} from './admin-section.js';
import {adminStyles} from './admin.styles.js';
import type {CallAdminElement} from './call-admin.js';
import {connectorsStyles} from './connectors.styles.js';
import {ConnectorsSection} from './connectors-section.js';
import {IceSources} from './ice-sources.js';
import {PolicySection} from './policy-section.js';
import {ServersSection} from './servers-section.js';
import {TwilioSection} from './twilio-section.js';

/** The whole form: four settings, each saved by itself. */
export class AdminView implements View, AdminContext {
  static readonly styles = [theme, formStyles, noticeStyles, adminStyles, connectorsStyles];

  readonly words;
  readonly #shell: Shell<CallAdminElement>;
  readonly #sources: IceSources;
  readonly #servers: ServersSection;
  readonly #sections;
  readonly #link: ServerLink;
  #focus = '';

  constructor(shell: Shell<CallAdminElement>) {
    this.#shell = shell;
    this.words = shell.words;
    this.#sources = new IceSources(this);
    this.#servers = new ServersSection(this, this.#sources);
    const own = (): readonly string[] => {
      const {connector, connectors, server} = shell.call.controller?.configuration ?? {connector: '', connectors: [], server: ''};
      return [connector || (server ? 'peerjs' : ''), ...connectors];
    };
    this.#sections = [new ConnectorsSection(this, own), this.#servers, new TwilioSection(this), new PolicySection(this)] as const;
    this.#link = new ServerLink({
      use: (access, another) => this.#use(access, another),
      saved: (name) => this.#load(name),
    });
  }

  get terms(): AdminWords {
    return {admin: partTerms('admin', enAdmin, this.words.language), forms: formsTerms(this.words)};
  }

  get access(): ServerAccess | undefined {
    return this.#link.access;
  }

  readonly changed = (): void => this.#shell.host.requestUpdate();
  readonly sourcesChanged = (): void => void this.#sources.load();
  readonly focus = (selector: string): void => {
    this.#focus = selector;
    this.changed();
  };

  hostConnected(): void {
    globalThis.addEventListener('focus', this.#refresh);
  }

  hostUpdate(): void {
    const {host, call} = this.#shell;
    if (host.isConnected && call.controller) this.#link.follow(call.controller.configuration, host.server || call.controller.configuration.server);
  }

  hostUpdated(): void {
    const place = this.#focus && this.#shell.host.renderRoot.querySelector<HTMLElement>(this.#focus);
    this.#focus = '';
    if (place) place.focus();
  }

  hostDisconnected(): void {
    globalThis.removeEventListener('focus', this.#refresh);
    this.#servers.tests.stop();
    this.#link.close();
  }

  render(): TemplateResult {
    return html`<div class="view" dir=${this.words.dir} lang=${this.words.language}>${this.#inside()}</div>`;
  }

  #inside(): unknown {
    const {forms} = this.terms;
    if (!this.#link.isThere) return html`<p class="notice">${forms.noServer}</p>`;
    // Where the server does not let this person in, there is one thing to say and not four.
    const documents = this.#sections.map(({document}) => document);
    const isEmpty = documents.every(({draft}) => !draft);
    const {trouble, draft} = this.#servers.document;
    const isKeptOut = !draft && (trouble?.trouble === 'forbidden' || trouble?.trouble === 'signed-out');
    if (isKeptOut || (isEmpty && trouble)) return troubleNotice(forms, trouble, () => this.#load());
    if (isEmpty) return html`<p role="status" class="waiting">${forms.loading}</p>`;
    return this.#sections.map((section) => section.render());
  }

  #use(access: ServerAccess | undefined, another: boolean): void {
    for (const section of this.#sections) section.use(access, another);
    if (access) this.#load();
  }

  /** All of it, or one setting of which somebody has said that it is another now. */
  #load(name?: string): void {
    const wanted = this.#sections.filter(({document}) => !name || document.path === `settings/${name}`);
    for (const {document} of wanted) void document.load();
    void this.#sources.load();
  }

  readonly #refresh = (): void => {
    if (this.#link.isThere) this.#load();
  };
}
