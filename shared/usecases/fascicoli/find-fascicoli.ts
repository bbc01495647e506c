/** The files on money to decide about, of the creditors that the caller may see; one with the payment it is about and what it means in the books. */
import { type Chiamante, seesDominio, seesTipoPendenza } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type EffettoContabile, effettoContabile } from "../../domain/fascicoli/effetto-contabile.ts";
import type { Fascicolo } from "../../domain/fascicoli/fascicolo.ts";
import { composeLettera, destinatarioDi } from "../../domain/fascicoli/lettera.ts";
import type { Ricevuta } from "../../domain/ricevute/ricevuta.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { ChiaveFascicolo, Fascicoli, FiltriFascicoli } from "../../ports/fascicoli.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import type { Posizione } from "../../ports/posizioni.ts";
import type { LetteraDaStampare } from "../../ports/stampa-lettera.ts";
import { enteDi } from "../pendenze/describe-avvisi.ts";
import { ambitoDomini } from "../rendicontazioni/ambito.ts";

export interface FiltriRichiesti extends Omit<FiltriFascicoli, "domini" | "tipiPendenza" | "ambiti"> {
  readonly idDominio?: string;
}

/** The rule of the debt it is about; what no debt explains is for who sees every type of its creditor. */
export const seesFascicolo = (chiamante: Chiamante, { idDominio, idUnitaOperativa, idTipoPendenza }: Fascicolo): boolean =>
  seesDominio(chiamante, idDominio, idUnitaOperativa) &&
  (idTipoPendenza === undefined ? chiamante.tipiPendenza === "*" : seesTipoPendenza(chiamante, idTipoPendenza));

export const findFascicoli =
  ({ fascicoli }: { readonly fascicoli: Pick<Fascicoli, "find"> }) =>
  ({ idDominio, ...filtri }: FiltriRichiesti, pagina: RichiestaPagina, chiamante: Chiamante): Promise<Pagina<Fascicolo>> =>
    fascicoli.find({ ...filtri, ...ambitoDomini(chiamante, idDominio) }, pagina);

export interface DettaglioFascicolo {
  readonly fascicolo: Fascicolo;
  readonly posizione: Posizione;
  readonly ricevuta: Ricevuta | undefined;
  readonly effetto: EffettoContabile;
}

type Lettura = { readonly fascicoli: Pick<Fascicoli, "getConPosizione"> };

export const getFascicolo =
  ({ fascicoli }: Lettura) =>
  async (chiave: ChiaveFascicolo, chiamante: Chiamante): Promise<Esito<DettaglioFascicolo, Rifiuto<"NON_TROVATO">>> => {
    const letto = seesDominio(chiamante, chiave.idDominio) ? await fascicoli.getConPosizione(chiave) : undefined;
    if (!letto || !seesFascicolo(chiamante, letto.fascicolo)) return rifiuto("NON_TROVATO", `fascicolo ${chiave.id}`);
    const { fascicolo, posizione } = letto;
    return ok({
      ...letto,
      ricevuta: posizione.ricevute.find(({ idRicevuta }) => idRicevuta === fascicolo.iur),
      effetto: effettoContabile(fascicolo, posizione.pendenza?.voci ?? [], posizione.riscossioni),
    });
  };

interface PorteLettera extends Lettura {
  readonly anagrafiche: Pick<Anagrafiche, "getCreditore">;
  readonly clock: Clock;
}

/** The letter to who paid: the payer of the receipt, or the debtor where the receipt does not say. */
export const getLettera =
  (porte: PorteLettera) =>
  async (chiave: ChiaveFascicolo, chiamante: Chiamante): Promise<Esito<LetteraDaStampare, Rifiuto<"NON_TROVATO" | "NON_PROCESSABILE">>> => {
    const letto = await getFascicolo(porte)(chiave, chiamante);
    if (!letto.ok) return letto;
    const { fascicolo, ricevuta, posizione } = letto.valore;
    const { pendenza } = posizione;
    const chi = ricevuta?.versante ?? ricevuta?.debitore ?? pendenza?.debitore;
    const creditore = await porte.anagrafiche.getCreditore(chiave.idDominio);
    if (!chi || chi.anagrafica.trim() === "" || !creditore)
      return rifiuto("NON_PROCESSABILE", "il pagamento non dice chi ha pagato: la lettera non ha un destinatario");
    const numeroAvviso = pendenza?.numeroAvviso ?? ricevuta?.numeroAvviso;
    const lettera = composeLettera({
      fascicolo,
      ...(numeroAvviso !== undefined && { numeroAvviso }),
      ...(pendenza && { causale: pendenza.causale }),
      ...(ricevuta && { denominazionePsp: ricevuta.denominazionePsp }),
    });
    const testata = { ente: enteDi(fascicolo, creditore), destinatario: destinatarioDi(chi) };
    return ok({ ...lettera, ...testata, id: fascicolo.id, stampataAlle: porte.clock.now() });
  };
