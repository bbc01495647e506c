/** docs/operations.md: one row per function, from the registry. */
import type { NomeApi, TipoChiamante } from "../shared/contracts/operation.ts";
import { API_BASE, API_REST, percorsoOf, SERVITA_DA, serventeDi } from "../shared/contracts/operation.ts";
import { BUDGET_KILOBYTE } from "./budget.ts";
import { ENDPOINT, ENDPOINT_STORICO, type Funzione, funzioniOf, type Registro, SERVIZI_STORICI } from "./registro.ts";

type ApiRest = Exclude<NomeApi, "pagopa">;
const CHIAMANTI: Readonly<Record<TipoChiamante, string>> = {
  applicazione: "applicazione",
  operatore: "operatore",
  nodo: "Nodo",
  cittadino: "cittadino",
  anonimo: "chiunque",
};

const riga = (...celle: readonly string[]): string => `| ${celle.map((cella) => cella.replaceAll("|", "\\|")).join(" | ")} |`;
const tabella = (intestazione: readonly string[], righe: readonly string[]): string =>
  [riga(...intestazione), riga(...intestazione.map(() => "---")), ...righe].join("\n");
const limiti = ({ peso, timeoutSeconds, memoryMegabytes }: Funzione): string =>
  `${peso} (${BUDGET_KILOBYTE[peso]} kB), ${timeoutSeconds} s, ${memoryMegabytes} MB`;
const capacita = ({ capacita: elenco }: Funzione): string => elenco.join(", ") || "nessuna";

function sezioneApi(registro: Registro, api: ApiRest, funzioni: readonly Funzione[]): string {
  const righe = registro.operazioni[api].flatMap((operazione) => {
    const funzione = funzioni.find(
      ({ gruppo, id }) => gruppo === (serventeDi(operazione) ?? api) && id === (operazione.funzione ?? operazione.id),
    );
    if (!funzione) return [];
    const chi = operazione.auth.map((tipo) => CHIAMANTI[tipo]).join(", ");
    const acl = operazione.acl ? `: ${operazione.acl.servizi.join(" o ")} (${operazione.acl.diritto})` : "";
    return [
      riga(
        `\`${operazione.id}\``,
        `\`${operazione.method} ${API_BASE[api]}${operazione.path}\``,
        operazione.summary,
        `${chi}${acl}`,
        capacita(funzione),
        limiti(funzione),
      ),
    ];
  });
  const corpo =
    righe.length > 0
      ? tabella(["Operazione", "Metodo e percorso", "Che cosa fa", "Chi", "Capacità", "Limiti"], righe)
      : "Nessuna operazione.";
  const servita = SERVITA_DA[api];
  const nota = servita ? `Le sue operazioni sono servite dalle funzioni di ${servita}.\n\n` : "";
  return `## ${api}\n\n${nota}${corpo}`;
}

/** Of the functions that serve more than one primitive. */
const INDIRIZZI: Readonly<Record<string, string>> = {
  [ENDPOINT]: "/paForNode",
  [ENDPOINT_STORICO]: SERVIZI_STORICI.map((servizio) => `/${servizio}`).join(" e "),
};

const sezionePagopa = (registro: Registro, funzioni: readonly Funzione[]): string => {
  const righe = funzioni
    .filter(({ gruppo }) => gruppo === "pagopa")
    .map((funzione) => {
      const primitiva = [...registro.primitive, ...registro.primitiveStoriche].find(({ id }) => id === funzione.id);
      const rest = registro.operazioniPagopa.find(({ id }) => id === funzione.id);
      const percorso = rest?.path ?? (primitiva ? percorsoOf(primitiva) : (INDIRIZZI[funzione.id] ?? ""));
      return riga(
        `\`${funzione.id}\``,
        `\`${rest?.method ?? "POST"} ${API_BASE.pagopa}${percorso}\``,
        funzione.summary,
        rest ? "nessuno (JSON)" : (primitiva?.elemento ?? "tutti"),
        capacita(funzione),
        limiti(funzione),
      );
    });
  return `## pagopa\n\n${tabella(["Primitiva", "Metodo e percorso", "Che cosa fa", "Elemento", "Capacità", "Limiti"], righe)}`;
};

const ritmoStream = ({ consumatoreOutbox, consumatoriStream }: Registro, nome: string): string => {
  const { tabella: sorgente, lotto } = consumatoriStream.find((consumatore) => consumatore.nome === nome) ?? {
    ...{ tabella: "archivio", lotto: consumatoreOutbox.lotto },
  };
  return `stream di ${sorgente}, lotti di ${lotto}`;
};

const sezioneConsumatori = (registro: Registro, funzioni: readonly Funzione[]): string => {
  const righe = funzioni
    .filter(({ gruppo }) => gruppo === "consumer")
    .map((funzione) => {
      const coda = registro.code.find(({ nome }) => nome === funzione.id);
      const ritmo = coda
        ? `lotti di ${coda.lotto}, ${coda.tentativi} tentativi, ${coda.concorrenzaMassima} insieme`
        : ritmoStream(registro, funzione.id);
      return riga(`\`${funzione.id}\``, funzione.summary, ritmo, capacita(funzione), limiti(funzione));
    });
  return `## Consumatori\n\n${tabella(["Coda", "Che cosa fa", "Ritmo", "Capacità", "Limiti"], righe)}`;
};

const sezioneLavori = (registro: Registro, funzioni: readonly Funzione[]): string => {
  const righe = registro.schedulazioni.flatMap(({ nome, espressione, summary }) => {
    const funzione = funzioni.find(({ gruppo, id }) => gruppo === "job" && id === nome);
    return funzione ? [riga(`\`${nome}\``, `\`${espressione}\``, summary, capacita(funzione), limiti(funzione))] : [];
  });
  return `## Lavori programmati\n\nEspressioni valutate in Europe/Rome.\n\n${tabella(["Lavoro", "Quando", "Che cosa fa", "Capacità", "Limiti"], righe)}`;
};

/** The whole page. */
export function renderOperazioni(registro: Registro): string {
  const funzioni = funzioniOf(registro);
  return `${[
    `# Operazioni\n\nGenerato dal registro (\`npm run docs\`): ${funzioni.length} funzioni. I limiti sono il peso massimo del pacchetto, il tempo e la memoria di ogni invocazione.`,
    ...API_REST.map((api) => sezioneApi(registro, api, funzioni)),
    sezionePagopa(registro, funzioni),
    sezioneConsumatori(registro, funzioni),
    sezioneLavori(registro, funzioni),
  ].join("\n\n")}\n`;
}
