import type {Page} from 'puppeteer-core';
import {Person} from './person.js';

/** What a press opens: the call's own window, as another page of the same person. */
export const ownWindow = async (person: Person, press: () => Promise<void>): Promise<Person> => {
  const opened = new Promise<Page>((resolve) => {
    person.page.once('popup', (page) => {
      if (page) resolve(page);
    });
  });
  await press();
  return Person.at(await opened, person);
};
