/** Messages to citizens over the store: those of a debt are inside its payment code, those that wait for their day in ordered lists. */
import type { ScadenzaPromemoria } from "../../domain/promemoria/promemoria.ts";
import type { Comunicazioni, PosizioneComunicazioni } from "../../ports/comunicazioni.ts";
import type { Deposito } from "../../ports/deposito.ts";
import type { ChiavePosizione } from "../../ports/posizioni.ts";
import { chiavi, pkPosizione } from "./chiavi.ts";
import { fromElemento } from "./mappa.ts";
import { mappaPendenza, mappaRicevuta } from "./mappe-posizione.ts";
import { mappaPromemoria, mappaScadenzaPromemoria } from "./mappe-uscite.ts";

/** From the debt to its receipts: attempts lie between, history and settlement rows after or aside. */
const TRATTO = { da: "PENDENZA", a: "RICEVUTA#\uffff" } as const;
const COLLEZIONE_MASSIMA = 300;

export class ArchivioComunicazioni implements Comunicazioni {
  readonly #deposito: Pick<Deposito, "query">;

  constructor(deposito: Pick<Deposito, "query">) {
    this.#deposito = deposito;
  }

  async getPosizione(chiave: ChiavePosizione): Promise<PosizioneComunicazioni> {
    const { elementi } = await this.#deposito.query({
      ...{ tabella: "archivio", pk: pkPosizione(chiave), sk: TRATTO, ordine: "asc", limite: COLLEZIONE_MASSIMA },
    });
    const pendenza = elementi.find(({ sk }) => sk === "PENDENZA");
    const di = (prefisso: string) => elementi.filter(({ sk }) => sk.startsWith(prefisso));
    return {
      ...(pendenza && { pendenza: fromElemento(mappaPendenza, pendenza) }),
      ricevute: di("RICEVUTA#").map((elemento) => fromElemento(mappaRicevuta, elemento)),
      promemoria: di("PROMEMORIA#").map((elemento) => fromElemento(mappaPromemoria, elemento)),
    };
  }

  async findScaduti(frammento: number, adesso: string, limite: number): Promise<readonly ScadenzaPromemoria[]> {
    const pk = chiavi.pkScadenzePromemoria(frammento);
    const { elementi } = await this.#deposito.query({ tabella: "archivio", pk, sk: { a: `${adesso}#\uffff` }, ordine: "asc", limite });
    return elementi.map((elemento) => fromElemento(mappaScadenzaPromemoria, elemento));
  }
}
