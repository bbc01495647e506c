/** Single settlement rows for operators, each with its flow and the item it pays. */
import type { Creditore } from "../../domain/anagrafiche/creditore.ts";
import type { Pendenza, Voce } from "../../domain/pendenze/pendenza.ts";
import type { Flusso, Rendicontazione } from "../../domain/rendicontazioni/flusso.ts";
import { selectCampi } from "../comuni/campi.ts";
import { presentRiga } from "../riconciliazione/flusso.ts";
import { presentVoceRiscossa } from "../riconciliazione/riscossione.ts";
import { presentFlussoIndex } from "./flusso.ts";

export interface RigaDaMostrare {
  readonly riga: Rendicontazione;
  readonly flusso: Flusso;
  readonly pagata?: { readonly pendenza: Pendenza; readonly voce: Voce };
}

/** An element of a list; with `campi` only those. */
export const presentRendicontazione = (creditori: ReadonlyMap<string, Creditore>, campi?: readonly string[]) => {
  const nomi = new Map([...creditori].map(([idDominio, { dominio }]) => [idDominio, dominio.ragioneSociale]));
  const present = presentFlussoIndex(nomi);
  return ({ riga, flusso, pagata }: RigaDaMostrare) =>
    selectCampi(
      {
        flussoRendicontazione: present(flusso),
        ...presentRiga(riga),
        ...(pagata && { vocePendenza: presentVoceRiscossa(pagata.pendenza, pagata.voce, creditori) }),
      },
      campi,
    );
};
