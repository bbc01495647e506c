/** Draws docs/states from the state tables of the domain, so that the documentation cannot tell another story. Run: node local/tools/draw-states.ts */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { statiAnomalia } from "../../shared/domain/anomalie/stati-anomalia.ts";
import { statiApprovazione } from "../../shared/domain/approvazioni/stati-approvazione.ts";
import { statiCambio } from "../../shared/domain/cambi/stati-cambio.ts";
import { statiEsportazione } from "../../shared/domain/esportazioni/stati-esportazione.ts";
import { statiFascicolo } from "../../shared/domain/fascicoli/stati-fascicolo.ts";
import { statiAllineamento } from "../../shared/domain/gpd/stati-allineamento.ts";
import { statiImportazione } from "../../shared/domain/installazione/stati-importazione.ts";
import { statiPagamento } from "../../shared/domain/pagamenti/stati-pagamento.ts";
import { statiTentativo } from "../../shared/domain/pagamenti/stati-tentativo.ts";
import { statiPendenza } from "../../shared/domain/pendenze/stati-pendenza.ts";
import { statiPromemoria } from "../../shared/domain/promemoria/stati-promemoria.ts";
import { statiRecupero } from "../../shared/domain/recuperi/stati-recupero.ts";
import { statiFlusso, statiRendicontazione } from "../../shared/domain/rendicontazioni/stati-flusso.ts";
import { statiRiconciliazione } from "../../shared/domain/riconciliazioni/stati-riconciliazione.ts";
import type { MacchinaStati } from "../../shared/domain/stati.ts";
import { statiCaricamento } from "../../shared/domain/tesoreria/stati-caricamento.ts";
import { statiMovimento } from "../../shared/domain/tesoreria/stati-movimento.ts";
import { statiTracciato } from "../../shared/domain/tracciati/stati-tracciato.ts";

export const CARTELLA_STATI = join(import.meta.dirname, "../../docs/states");

function drawPagina<S extends string, E extends string>(macchina: MacchinaStati<S, E>, nota?: string): readonly [string, string] {
  const { nome, stati, eventi, iniziali, transizioni } = macchina;
  const finali = stati.filter((stato) => !transizioni.some(({ da, a }) => da === stato && a !== stato));
  const righe = [
    `# Stati: ${nome}`,
    "",
    "Generato dalla tabella del dominio con `node local/tools/draw-states.ts`: non modificare a mano.",
    ...(nota === undefined ? [] : ["", nota]),
    "",
    "```mermaid",
    "stateDiagram-v2",
    ...iniziali.map((stato) => `  [*] --> ${stato}`),
    ...transizioni.map(({ da, evento, a }) => `  ${da} --> ${a}: ${evento}`),
    ...finali.map((stato) => `  ${stato} --> [*]`),
    "```",
    "",
    "| Stato | Significato |",
    "|---|---|",
    ...stati.map((stato) => `| ${stato} | ${macchina.descriviStato(stato)} |`),
    "",
    "| Evento | Quando | Da | A |",
    "|---|---|---|---|",
    ...eventi.flatMap((evento) => drawEvento(macchina, evento)),
    "",
  ];
  return [`${nome}.md`, righe.join("\n")];
}

function drawEvento<S extends string, E extends string>(macchina: MacchinaStati<S, E>, evento: E): readonly string[] {
  const passi = macchina.transizioni.filter((transizione) => transizione.evento === evento);
  const arrivi = [...new Set(passi.map(({ a }) => a))];
  return arrivi.map((arrivo, i) => {
    const partenze = passi.filter(({ a }) => a === arrivo).map(({ da }) => da);
    return `| ${i === 0 ? evento : ""} | ${i === 0 ? macchina.descriviEvento(evento) : ""} | ${partenze.join(", ")} | ${arrivo} |`;
  });
}

/** Every page by file name. */
export const drawStati = (): ReadonlyMap<string, string> =>
  new Map([
    drawPagina(
      statiPendenza,
      "Verso l'esterno esiste anche SCADUTA: è NON_ESEGUITA dal giorno dopo la sua `dataScadenza` (giorni di calendario in Europe/Rome), calcolata a ogni lettura e mai scritta.",
    ),
    drawPagina(statiTentativo),
    drawPagina(
      statiPromemoria,
      "Un messaggio al cittadino per un canale. La ricevuta non si annulla: nasce quando il pagamento è già avvenuto.",
    ),
    drawPagina(statiAllineamento, "La copia di una pendenza in un archivio di pagoPA, ACA o GPD."),
    drawPagina(statiPagamento),
    drawPagina(statiFlusso),
    drawPagina(statiRendicontazione),
    drawPagina(statiRecupero),
    drawPagina(statiRiconciliazione),
    drawPagina(
      statiMovimento,
      "Lo stato è calcolato da tutte le operazioni che i file raccontano, ordinate per giorno: l'ordine in cui i file arrivano non conta (docs/adr/0029). Una parte di regolarizzazione o di storno lascia lo stato com'è e cambia gli importi.",
    ),
    drawPagina(statiCaricamento),
    drawPagina(
      statiTracciato,
      "Verso l'esterno IN_CARICAMENTO si legge IN_ATTESA e INTERROTTO si legge ESEGUITO_CON_ERRORI: GovPay non ha questi due stati.",
    ),
    drawPagina(
      statiCambio,
      "Verso l'esterno IN_APPROVAZIONE si legge SCADUTO dopo la scadenza dell'approvazione, calcolata a ogni lettura.",
    ),
    drawPagina(
      statiImportazione,
      "Nulla cambia prima che l'intero documento sia stato letto: un documento non conforme è rifiutato da chi lo riceve e non diventa un'importazione.",
    ),
    drawPagina(statiEsportazione),
    drawPagina(
      statiAnomalia,
      "Accanto allo stato c'è `evidenza`: se i dati di adesso la mostrano. Una CHIUSA da una persona si ritrova solo se cambiano importi o righe.",
    ),
    drawPagina(statiFascicolo),
    drawPagina(statiApprovazione, "Verso l'esterno RICHIESTA si legge SCADUTA dopo la scadenza, calcolata a ogni lettura e mai scritta."),
  ]);

if (import.meta.main) {
  const pagine = drawStati();
  mkdirSync(CARTELLA_STATI, { recursive: true });
  for (const file of readdirSync(CARTELLA_STATI)) if (!pagine.has(file)) rmSync(join(CARTELLA_STATI, file));
  for (const [file, testo] of pagine) writeFileSync(join(CARTELLA_STATI, file), testo);
  console.info(`docs/states: ${[...pagine.keys()].join(", ")}`);
}
