import type {AccountsTerms} from './parts/accounts.js';
import type {AdminTerms} from './parts/admin.js';
import type {ApartTerms} from './parts/apart.js';
import type {FormsTerms} from './parts/forms.js';
import type {LogTerms} from './parts/log.js';
import type {MenuTerms} from './parts/menu.js';
import type {RingingTerms} from './parts/ringing.js';
import type {StatusTerms} from './parts/status.js';
import type {TextTerms} from './parts/text.js';

/** The words of what is loaded by itself, part by part; the English of each stands beside its type. A language that has some has all. */
export interface PartTerms {
  readonly accounts: AccountsTerms;
  readonly admin: AdminTerms;
  readonly apart: ApartTerms;
  readonly forms: FormsTerms;
  readonly log: LogTerms;
  readonly menu: MenuTerms;
  readonly ringing: RingingTerms;
  readonly status: StatusTerms;
  readonly text: TextTerms;
}
