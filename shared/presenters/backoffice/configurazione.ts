/** The configuration between wire and domain: sections complete of their defaults, secrets one way only. */
import { completePolicy } from "../../domain/configurazione/giornale.ts";
import {
  completeSezione,
  type NomeSezione,
  type SezioniRichieste,
  type VistaConfigurazione,
  withoutSegreti,
} from "../../domain/configurazione/sezioni.ts";
import { toLiberi, toLibero } from "./libero.ts";

export const toSezioni = (sezioni: { readonly [N in NomeSezione]?: object | null | undefined }): SezioniRichieste => toLiberi(sezioni);

/** Of two operations on the same section the last one counts, as if applied in order. */
export const toSezioniPatch = (operazioni: readonly { readonly path: string; readonly value: object }[]): SezioniRichieste =>
  Object.fromEntries(operazioni.map(({ path, value }) => [path.slice(1), toLibero(value)]));

const presentSezione = (nome: Exclude<NomeSezione, "giornaleEventi">, { sezioni }: VistaConfigurazione): Record<string, unknown> => ({
  ...withoutSegreti(completeSezione(nome, sezioni.get(nome)) ?? {}),
});

export const presentConfigurazione = (vista: VistaConfigurazione) => {
  const tracciatoCsv = presentSezione("tracciatoCsv", vista);
  return {
    giornaleEventi: completePolicy(vista.sezioni.get("giornaleEventi")),
    servizioGDE: presentSezione("servizioGDE", vista),
    ...(Object.keys(tracciatoCsv).length > 0 && { tracciatoCsv }),
    hardening: presentSezione("hardening", vista),
    mailBatch: presentSezione("mailBatch", vista),
    avvisaturaMail: presentSezione("avvisaturaMail", vista),
    avvisaturaAppIO: presentSezione("avvisaturaAppIO", vista),
    appIOBatch: presentSezione("appIOBatch", vista),
    accessoCittadini: presentSezione("accessoCittadini", vista),
    federazione: presentSezione("federazione", vista),
    pecBatch: presentSezione("pecBatch", vista),
    send: presentSezione("send", vista),
    marcheDaBollo: presentSezione("marcheDaBollo", vista),
  };
};
