/** The check of certificates and keys: handshakes, registry and secrets. */
import { createRegistroDiBase } from "../../adapters/archivio/lettore-registro.ts";
import { certificatiTls } from "../../adapters/tls/certificati.ts";
import { config } from "../config/config.ts";
import { deposito } from "./base.ts";
import { porteScadenze } from "./scadenze.ts";
import { segreti } from "./segreti.ts";

export const porteControlloScadenze = {
  ...porteScadenze,
  registro: createRegistroDiBase(deposito),
  certificati: certificatiTls,
  segreti,
  pubblici: [config.urlPubblico, ...(config.dominioNodo === "" ? [] : [`https://${config.dominioNodo}`])],
};
