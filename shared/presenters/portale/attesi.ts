/** Expected payments of a tax code, with who answered. */
import { DETENTORE_LOCALE } from "../../contracts/portale/modelli.ts";
import type { Creditore } from "../../domain/anagrafiche/creditore.ts";
import { definiti } from "../../domain/definiti.ts";
import type { PosizioneFederata } from "../../domain/federazione/back-end.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { presentFederata, presentPosizione } from "./posizione.ts";

interface Trovati {
  readonly nostre: {
    readonly pagina: { readonly elementi: readonly Pendenza[]; readonly cursore?: string };
    readonly creditori: ReadonlyMap<string, Creditore>;
    readonly adesso: string;
  };
  readonly altri: readonly {
    readonly backEnd: { readonly id: string; readonly nome: string };
    readonly esito: "RISPOSTO" | "NON_RISPONDE" | "RISPOSTA_PARZIALE";
    readonly posizioni: readonly PosizioneFederata[];
  }[];
}

/** @param nome of this back end. */
export const presentAttesi = ({ nostre: { pagina, creditori, adesso }, altri }: Trovati, nome: string) => ({
  risultati: [
    ...pagina.elementi.map((pendenza) => presentPosizione(pendenza, creditori, adesso)),
    ...altri.flatMap(({ backEnd, posizioni }) => posizioni.map(presentFederata(backEnd.id))),
  ],
  detentori: [
    { id: DETENTORE_LOCALE, nome, esito: pagina.cursore === undefined ? ("RISPOSTO" as const) : ("RISPOSTA_PARZIALE" as const) },
    ...altri.map(({ backEnd: { id, nome: suo }, esito }) => ({ id, nome: suo, esito })),
  ],
  ...definiti({ cursore: pagina.cursore }),
});
