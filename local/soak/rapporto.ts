/** The report of a run, in Markdown: it goes into a note as it is. */
import { euro } from "../demo/narratore.ts";
import type { EsitoProva } from "./prova.ts";

const numero = (n: number): string => n.toLocaleString("it-IT");

export const writeRapporto = ({ impostazioni, corsa, conteggi, verifica }: EsitoProva): string => {
  const casi = corsa.verita.map(({ caso }) => caso);
  const quanti = (condizione: (caso: (typeof casi)[number]) => boolean): string => numero(casi.filter(condizione).length);
  const righe: readonly (readonly [string, string])[] = [
    ["Pagamenti", numero(casi.length)],
    [
      "di cui con due enti, pagati due volte, in stand-in",
      `${quanti((c) => c.idSecondario !== undefined)}, ${quanti((c) => c.doppio)}, ${quanti((c) => c.standIn)}`,
    ],
    ["con primitive della prima versione", quanti((c) => c.versione === 1)],
    ["Interruzioni (`kill -9`)", numero(corsa.interruzioni)],
    ["Ricevute del Nodo", numero(corsa.consegne.ricevute)],
    ["consegne rispose OK", numero(corsa.consegne.accettate)],
    [
      "raddoppiate, ritardate, ripetute per mancata risposta",
      `${numero(corsa.consegne.raddoppi)}, ${numero(corsa.consegne.ritardi)}, ${numero(corsa.consegne.ripetizioni)}`,
    ],
    [
      "Richieste HTTP, senza risposta, con errore del gateway",
      `${numero(conteggi.richieste)}, ${numero(conteggi.senzaRisposta)}, ${numero(conteggi.guasti)}`,
    ],
    ["Durata dei pagamenti", `${numero(Math.round(corsa.secondi))} s (${(casi.length / corsa.secondi).toFixed(1)} pagamenti al secondo)`],
    ["Attesa e confronto", `${numero(Math.round(verifica.secondi))} s`],
    ["Ricevute nell'archivio", numero(verifica.ricevute)],
    ["Riscossioni nell'archivio", `${numero(verifica.riscossioni)}, ${euro(verifica.centesimi)}`],
    ["Differenze", verifica.differenze.length === 0 ? "nessuna" : numero(verifica.differenze.length)],
  ];
  const tabella = righe.map(([nome, valore]) => `| ${nome} | ${valore} |`).join("\n");
  const comando = `npm run soak -- --pagamenti ${impostazioni.pagamenti} --interruzioni ${impostazioni.interruzioni} --seme ${impostazioni.seme}`;
  const elenco = verifica.differenze.map((differenza) => `- ${differenza}`).join("\n");
  return `# Prova di tenuta\n\n\`${comando}\`\n\n| | |\n|---|---|\n${tabella}\n${elenco === "" ? "" : `\n${elenco}\n`}`;
};
