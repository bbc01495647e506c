/** One settlement row of a movement: its collected amount becomes INCASSATA and so does its debt; what cannot be matched is reported and stops nothing. */
import { fascicoloDaRiga } from "../../domain/fascicoli/apri-fascicolo.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import type { Rendicontazione } from "../../domain/rendicontazioni/flusso.ts";
import { resolveRiga } from "../../domain/rendicontazioni/riga-risolta.ts";
import { ANOMALIE } from "../../domain/rendicontazioni/stati-flusso.ts";
import type { Riscossione } from "../../domain/ricevute/ricevuta.ts";
import { eventoSenzaRpt } from "../../domain/riconciliazioni/evento-senza-rpt.ts";
import { type AttendeIncasso, incassaVoce, payWithoutRpt } from "../../domain/riconciliazioni/incasso.ts";
import { ERRORI_RICONCILIAZIONE } from "../../domain/riconciliazioni/stati-riconciliazione.ts";
import { formatImportoItaliano } from "../../domain/valori/importo.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { Lotto } from "./lotto.ts";

export interface ContestoIncasso {
  readonly idRiconciliazione: string;
  readonly lotto: Lotto;
  readonly adesso: string;
  readonly attende: AttendeIncasso;
  readonly traccia: Traccia;
}

/** What is known of the row, as the store has it now. */
export interface RigaConosciuta {
  readonly riga: Rendicontazione;
  readonly riscossione: Riscossione | undefined;
  /** The debt of the collected amount, or of the payment code when there is none. */
  readonly pendenza: Pendenza | undefined;
  /** Collected amounts of the same payment code. */
  readonly altre: readonly Riscossione[];
}

const REVOCATO = 3;

const report = ({ lotto, adesso }: ContestoIncasso, riga: Rendicontazione, codice: string, descrizione: string): void => {
  lotto.report({
    data: adesso,
    codice,
    descrizione,
    dettaglio: `riga ${riga.progressivo}: IUV ${riga.iuv}, IUR ${riga.iur}, indice ${riga.indice}, ${formatImportoItaliano(riga.importo)} euro`,
  });
};

/** Marks the amount and adds it to its debt. */
export function collectRiscossione(
  contesto: ContestoIncasso,
  riscossione: Riscossione,
  pendenza: Pendenza | undefined,
  indice: number,
): void {
  const { lotto, idRiconciliazione, attende, adesso } = contesto;
  lotto.collect({ ...riscossione, stato: "INCASSATA", idRiconciliazione });
  if (!pendenza) return;
  const dopo = incassaVoce(lotto.pendenza(pendenza), indice, riscossione.importo, attende, adesso);
  lotto.changePendenza(pendenza, dopo, ["incassa"]);
}

const resolve = ({ lotto }: ContestoIncasso, riga: Rendicontazione, pendenza: Pendenza | undefined): void => {
  const risolta = resolveRiga(riga, pendenza);
  if (risolta) lotto.changeRiga(risolta);
};

/** The receipt never came: the row itself is the proof of the payment. */
function collectSenzaRpt(contesto: ContestoIncasso, { riga, pendenza, altre }: RigaConosciuta): Riscossione | undefined {
  const { lotto, adesso, traccia } = contesto;
  const prima = pendenza && lotto.pendenza(pendenza);
  const pagamento = prima && payWithoutRpt(prima, riga, altre, adesso);
  if (!pendenza || !prima || !pagamento) {
    report(contesto, riga, "021402", `${ERRORI_RICONCILIAZIONE["021402"]}: nessuna pendenza nota`);
    return undefined;
  }
  const { pendenza: pagata, riscossione, voce, evento } = pagamento;
  if (evento) {
    lotto.changePendenza(pendenza, pagata, [evento]);
    lotto.eventi.push(traccia.evento(eventoSenzaRpt(riga, pagata, pagata.descrizioneStato ?? "")));
  }
  const fascicolo = evento === "pagaAnomala" ? fascicoloDaRiga(riga, prima, pagata, adesso) : undefined;
  if (fascicolo) lotto.openFascicolo(fascicolo);
  if (evento === "pagaAnomala") report(contesto, riga, "PAGAMENTO_ANOMALO", pagata.descrizioneStato ?? "Pagamento anomalo");
  collectRiscossione(contesto, riscossione, pendenza, voce.indice);
  resolve(contesto, riga, pendenza);
  return riscossione;
}

/** @returns the collected amount that the row created, when there was none. */
export function collectRiga(contesto: ContestoIncasso, conosciuta: RigaConosciuta): Riscossione | undefined {
  contesto.lotto.countRiga();
  const { riga, riscossione, pendenza } = conosciuta;
  if (riga.segnalazioni.some(({ codice }) => codice === "007115")) report(contesto, riga, "007115", ANOMALIE["007115"].testo);
  else if (riga.esito === REVOCATO) report(contesto, riga, "007112", ANOMALIE["007112"].testo);
  else if (riscossione) collectConRicevuta(contesto, riga, riscossione, pendenza);
  // Without a debt it is somebody else's notice: in the total of the flow, not in our books.
  else if (riga.stato !== "ALTRO_INTERMEDIARIO" || pendenza) return collectSenzaRpt(contesto, conosciuta);
  return undefined;
}

function collectConRicevuta(
  contesto: ContestoIncasso,
  riga: Rendicontazione,
  riscossione: Riscossione,
  pendenza: Pendenza | undefined,
): void {
  if (riscossione.stato === "INCASSATA") {
    if (riscossione.idRiconciliazione !== contesto.idRiconciliazione)
      report(contesto, riga, "021406", `${ERRORI_RICONCILIAZIONE["021406"]} da ${riscossione.idRiconciliazione ?? ""}`);
    return;
  }
  if (riscossione.importo !== riga.importo)
    report(contesto, riga, "007104", `${ANOMALIE["007104"].testo}: ${formatImportoItaliano(riscossione.importo)}`);
  collectRiscossione(contesto, riscossione, pendenza, riscossione.indice);
  if (riga.stato !== "OK" && riscossione.importo === riga.importo) resolve(contesto, riga, pendenza);
}
