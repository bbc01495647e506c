/** Portal API 1.0, operations 1 to 5 (reference 1.15): the login and logout of the API User, under the path of the portal. */
import { accessiDi } from "../utente/accesso.ts";

export const { login, loginConRedirect, logout, logoutConRedirect, getProfilo } = accessiDi("cittadino");
