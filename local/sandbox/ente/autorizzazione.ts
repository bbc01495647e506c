/** Who may speak to the creditor's system: the gateway, with the credentials that the application gave it. */
import { timingSafeEqual } from "node:crypto";
import { json, type Richiesta } from "../comune/http.ts";
import { basic, ENTE } from "../credenziali.ts";

export const isAutorizzata = (richiesta: Richiesta): boolean => {
  const attesa = Buffer.from(basic(ENTE));
  const data = Buffer.from(richiesta.req.headers.authorization ?? "");
  return data.length === attesa.length && timingSafeEqual(data, attesa);
};

export const NON_AUTORIZZATO = json(401, { categoria: "AUTORIZZAZIONE", codice: "401", descrizione: "Credenziali assenti o errate" });
