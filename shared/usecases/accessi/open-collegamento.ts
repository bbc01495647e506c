/** What a public link opens. Whoever has it may: it was given to the debtor, and says nothing to who has not got it. Everything that is not right answers alike. */
import { readAccessoCittadini } from "../../domain/configurazione/accesso-cittadini.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import type { CodiceStampa } from "../../domain/pendenze/stampabilita.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { numeroAvvisoToIuv } from "../../domain/valori/numero-avviso.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Collegamenti, DatiCollegamento, ScopoCollegamento } from "../../ports/collegamenti.ts";
import type { Posizione, Posizioni } from "../../ports/posizioni.ts";
import type { StampaRicevuta } from "../../ports/stampa-ricevuta.ts";
import { describeAttestazione, findAttestazione } from "../ricevute/describe-attestazione.ts";
import { describeRicevuta } from "../ricevute/describe-ricevuta.ts";

export interface PorteCollegamento {
  readonly collegamenti: Collegamenti;
  readonly posizioni: Pick<Posizioni, "getPosizione" | "getPendenza">;
  readonly anagrafiche: Pick<Anagrafiche, "getCreditore" | "getSezione">;
  readonly stampaRicevuta: StampaRicevuta;
  readonly printAvviso: (pendenze: readonly [Pendenza]) => Promise<Esito<Uint8Array, Rifiuto<CodiceStampa | "DOM_000">>>;
}

type Pubblico = Exclude<ScopoCollegamento, "PAGINA">;

export interface DescrizioneCollegamento {
  readonly scopo: Pubblico;
  readonly idDominio: string;
  readonly numeroAvviso?: string;
  /** With which the operations open to everybody show this debt. */
  readonly uuid: string;
}

export type Aperto =
  | { readonly dati: DescrizioneCollegamento }
  | { readonly pdf: Uint8Array; readonly nome: string }
  /** Page of the portal. */
  | { readonly verso: string };

type Rifiuti = CodiceStampa | "DOM_000" | "NON_TROVATO";

const ASSENTE = rifiuto("NON_TROVATO", "collegamento non valido o scaduto");

const isPubblico = (scopo: ScopoCollegamento | undefined): scopo is Pubblico => scopo !== undefined && scopo !== "PAGINA";

const iuvOf = ({ iuv, numeroAvviso }: DatiCollegamento): string =>
  iuv ?? (numeroAvviso === undefined ? "" : numeroAvvisoToIuv(numeroAvviso));

/** @returns what the link opens; with `dati`, what it is about in place of the file or of the page. */
export const openCollegamento = (porte: PorteCollegamento) => {
  const { collegamenti, posizioni, anagrafiche, stampaRicevuta, printAvviso } = porte;

  const printRicevuta = async (posizione: Posizione, idRicevuta: string | undefined): Promise<Esito<Aperto, Rifiuto<Rifiuti>>> => {
    const { pendenza, ricevute } = posizione;
    const ricevuta = ricevute.find((voce) => idRicevuta === undefined || voce.idRicevuta === idRicevuta);
    const creditore = pendenza && (await anagrafiche.getCreditore(pendenza.idDominio));
    const attestazione = findAttestazione(posizione);
    if (creditore && attestazione && !ricevuta) {
      const pdf = await stampaRicevuta.render(describeAttestazione(attestazione, creditore));
      return ok({ pdf, nome: `attestazione_${attestazione.pendenza.iuv}.pdf` });
    }
    if (!pendenza || !ricevuta || !creditore) return ASSENTE;
    const pdf = await stampaRicevuta.render(describeRicevuta(ricevuta, pendenza, creditore));
    return ok({ pdf, nome: `ricevuta_${pendenza.iuv}.pdf` });
  };

  const show = async (
    scopo: Pubblico,
    chiave: { readonly idDominio: string; readonly iuv: string },
    { idRicevuta }: DatiCollegamento,
    gettone: string,
  ): Promise<Esito<Aperto, Rifiuto<Rifiuti>>> => {
    if (scopo === "RICEVUTA") return printRicevuta(await posizioni.getPosizione(chiave), idRicevuta);
    const pendenza = await posizioni.getPendenza(chiave);
    if (!pendenza) return ASSENTE;
    if (scopo === "AVVISO") {
      const pdf = await printAvviso([pendenza]);
      return pdf.ok ? ok({ pdf: pdf.valore, nome: `avviso_${pendenza.idDominio}_${pendenza.numeroAvviso ?? pendenza.iuv}.pdf` }) : pdf;
    }
    const { urlPagamento } = readAccessoCittadini(await anagrafiche.getSezione("accessoCittadini"));
    // The page gets the link itself, and asks with it what it is about: nothing of the debt is in the address.
    return urlPagamento === undefined
      ? rifiuto("NON_TROVATO", "nessuna pagina di pagamento configurata")
      : ok({ verso: `${urlPagamento}${urlPagamento.includes("?") ? "&" : "?"}collegamento=${gettone}` });
  };

  return async (gettone: string, dati = false): Promise<Esito<Aperto, Rifiuto<Rifiuti>>> => {
    const scopo = collegamenti.scopoOf(gettone);
    const contenuto = isPubblico(scopo) ? collegamenti.open(scopo, gettone) : undefined;
    if (!isPubblico(scopo) || !contenuto) return ASSENTE;
    const chiave = { idDominio: contenuto["idDominio"] ?? "", iuv: iuvOf(contenuto) };
    if (chiave.idDominio === "" || chiave.iuv === "") return ASSENTE;
    if (!dati) return show(scopo, chiave, contenuto, gettone);
    const pendenza = await posizioni.getPendenza(chiave);
    if (!pendenza) return ASSENTE;
    const { idDominio, numeroAvviso, uuid } = pendenza;
    return ok({ dati: { scopo, idDominio, uuid, ...(numeroAvviso !== undefined && { numeroAvviso }) } });
  };
};
