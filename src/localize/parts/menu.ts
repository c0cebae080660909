/** What is said of the menu of connectors. */
export interface MenuTerms {}

export const enMenu: MenuTerms = {};
