/** GET /logout of the API Pagamento: the end of a citizen's session, as in the API User. */
import { accessiDi } from "../utente/accesso.ts";

export const { logout } = accessiDi("pagamento");
