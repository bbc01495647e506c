/** API User v1 of GovPay, with what a portal needs around it: its operations, in the order of its documentation. */
import type { Operazione } from "../operation.ts";
import {
  changeDelega,
  completeLogin,
  getMetodiAccesso,
  getProfilo,
  login,
  loginConRedirect,
  logout,
  logoutConRedirect,
} from "./accesso.ts";

export const operazioniUtente: readonly Operazione[] = [
  login,
  loginConRedirect,
  logout,
  logoutConRedirect,
  getProfilo,
  changeDelega,
  getMetodiAccesso,
  completeLogin,
];
