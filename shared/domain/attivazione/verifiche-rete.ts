/** The way to pagoPA: station, intermediary, connectors with their keys, certificates, numbering. */
import type { Connettore, Intermediario } from "../anagrafiche/creditore.ts";
import type { Controllo } from "../controlli/controllo.ts";
import { type Scadenza, statoScadenza } from "../scadenze/scadenza.ts";
import type { DatiAttivazione, Verifica } from "./verifica.ts";

const checkStazione = ({ creditore: { dominio }, stazione, intermediario }: DatiAttivazione): readonly Verifica[] => {
  const suDominio = `/domini/${dominio.idDominio}`;
  if (dominio.stazione === undefined)
    return [{ codice: "STAZIONE", stato: "MANCA", descrizione: "Il dominio non indica una stazione", dove: suDominio }];
  const idIntermediario = dominio.stazione.slice(0, 11);
  const dove = `/intermediari/${idIntermediario}/stazioni/${dominio.stazione}`;
  const registrata: Verifica = !stazione
    ? { codice: "STAZIONE", stato: "MANCA", descrizione: `La stazione ${dominio.stazione} non è registrata`, dove }
    : stazione.abilitato
      ? {
          codice: "STAZIONE",
          stato: "FATTO",
          descrizione: `La stazione ${dominio.stazione} è abilitata (${stazione.versioneStazione})`,
          dove,
        }
      : { codice: "STAZIONE", stato: "MANCA", descrizione: `La stazione ${dominio.stazione} è disabilitata`, dove };
  const suo = `/intermediari/${idIntermediario}`;
  const chi: Verifica = !intermediario
    ? { codice: "INTERMEDIARIO", stato: "MANCA", descrizione: `L'intermediario ${idIntermediario} non è registrato`, dove: suo }
    : intermediario.abilitato
      ? { codice: "INTERMEDIARIO", stato: "FATTO", descrizione: `L'intermediario ${intermediario.denominazione} è abilitato`, dove: suo }
      : {
          codice: "INTERMEDIARIO",
          stato: "MANCA",
          descrizione: `L'intermediario ${intermediario.denominazione} è disabilitato`,
          dove: suo,
        };
  return [registrata, chi];
};

interface Servizio {
  readonly nome: "servizioPagoPaCheckout" | "servizioPagoPaFR" | "servizioPagoPaACA" | "servizioPagoPaGPD" | "servizioPagoPaBackofficeEC";
  readonly scopo: string;
  readonly serve: (dati: DatiAttivazione) => boolean;
}

const usaModalita = ({ creditore }: DatiAttivazione, modalita: string): boolean =>
  creditore.dominio.modalitaPagoPA === modalita || creditore.tipiPendenza.some((tipo) => tipo.modalitaPagoPA === modalita);

const SERVIZI: readonly Servizio[] = [
  { nome: "servizioPagoPaCheckout", scopo: "i pagamenti dal portale", serve: ({ stazione }) => stazione?.versioneStazione !== "V1" },
  { nome: "servizioPagoPaFR", scopo: "i flussi di rendicontazione", serve: ({ creditore }) => creditore.dominio.scaricaFr },
  { nome: "servizioPagoPaACA", scopo: "l'archivio di stand-in", serve: (dati) => usaModalita(dati, "SINCRONA_ACA") },
  { nome: "servizioPagoPaGPD", scopo: "l'archivio delle posizioni debitorie", serve: (dati) => usaModalita(dati, "GPD") },
];

const hasCredenziali = ({ auth, subscriptionKey }: Connettore): boolean => auth !== undefined || subscriptionKey !== undefined;

const checkConnettori = (dati: DatiAttivazione, intermediario: Intermediario): readonly Verifica[] => {
  const dove = `/intermediari/${intermediario.idIntermediario}`;
  const verifiche = SERVIZI.map(({ nome, scopo, serve }): Verifica => {
    const codice = `CONNETTORE_${nome.slice("servizioPagoPa".length).toUpperCase()}`;
    const connettore = intermediario[nome];
    if (!serve(dati)) return { codice, stato: "NON_SERVE", descrizione: `Il dominio non usa ${scopo}`, dove };
    if (!connettore) return { codice, stato: "MANCA", descrizione: `${nome}: manca l'indirizzo per ${scopo}`, dove };
    return hasCredenziali(connettore)
      ? { codice, stato: "FATTO", descrizione: `${nome}: indirizzo e chiave per ${scopo} sono registrati`, dove }
      : { codice, stato: "MANCA", descrizione: `${nome}: manca la chiave (subscriptionKey o auth) per ${scopo}`, dove };
  });
  const controlli: Verifica = intermediario.servizioPagoPaBackofficeEC
    ? { codice: "CONNETTORE_BACKOFFICEEC", stato: "FATTO", descrizione: "Conti e stazioni sono confrontati ogni giorno con pagoPA", dove }
    : {
        codice: "CONNETTORE_BACKOFFICEEC",
        stato: "DA_VERIFICARE",
        descrizione: "servizioPagoPaBackofficeEC: senza indirizzo nessuno confronta conti e stazioni con pagoPA",
        dove,
      };
  return [...verifiche, controlli];
};

const worst = (scadenze: readonly Scadenza[], oggi: string): Verifica["stato"] => {
  const stati = scadenze.map((scadenza) => statoScadenza(scadenza, oggi));
  if (stati.includes("SCADUTA")) return "MANCA";
  return stati.includes("IN_SCADENZA") || stati.includes("NON_VERIFICABILE") ? "DA_VERIFICARE" : "FATTO";
};

const describeScadenze = (scadenze: readonly Scadenza[], oggi: string): string =>
  scadenze
    .map((scadenza) => {
      const stato = statoScadenza(scadenza, oggi).toLowerCase().replaceAll("_", " ");
      return `${scadenza.oggetto.slice(0, 80)} (${scadenza.scade === undefined ? "" : `scade il ${scadenza.scade}, `}${stato})`;
    })
    .join("; ");

const CERTIFICATI = [
  { tipo: "CERTIFICATO_NODO", codice: "CERTIFICATO_NODO", nome: "certificato client del Nodo" },
  { tipo: "CERTIFICATO_SERVIZIO", codice: "CERTIFICATI_SERVIZI", nome: "certificato dei servizi chiamati" },
  { tipo: "SEGRETO", codice: "SEGRETI", nome: "segreto dei connettori" },
] as const;

const checkScadenze = ({ scadenze }: DatiAttivazione, intermediario: Intermediario, oggi: string): readonly Verifica[] => {
  const chi = `intermediario ${intermediario.idIntermediario}`;
  const sue = scadenze?.scadenze.filter(({ usatoDa }) => usatoDa.some((uso) => uso === chi || uso.startsWith(`${chi},`)));
  return CERTIFICATI.map(({ tipo, codice, nome }): Verifica => {
    const trovate = sue?.filter((scadenza) => scadenza.tipo === tipo) ?? [];
    const dove = tipo === "CERTIFICATO_NODO" ? `/intermediari/${intermediario.idIntermediario}` : "/scadenze";
    if (!sue)
      return { codice, stato: "DA_VERIFICARE", descrizione: "Il controllo di certificati e segreti non è ancora stato eseguito", dove };
    if (trovate.length > 0) return { codice, stato: worst(trovate, oggi), descrizione: describeScadenze(trovate, oggi), dove };
    return tipo === "CERTIFICATO_NODO"
      ? { codice, stato: "DA_VERIFICARE", descrizione: `Nessun ${nome} registrato: nessuno ne sorveglia la scadenza`, dove }
      : { codice, stato: "NON_SERVE", descrizione: `Nessun ${nome} da sorvegliare`, dove };
  });
};

const checkNumerazione = ({ creditore: { dominio }, controlli }: DatiAttivazione): readonly Verifica[] => {
  const dove = `/domini/${dominio.idDominio}`;
  const numeri: Verifica =
    dominio.auxDigit === undefined
      ? { codice: "NUMERAZIONE", stato: "MANCA", descrizione: "auxDigit: manca la prima cifra dei numeri avviso", dove }
      : dominio.auxDigit === 3 && dominio.segregationCode === undefined
        ? { codice: "NUMERAZIONE", stato: "MANCA", descrizione: "segregationCode: con auxDigit 3 serve il codice di segregazione", dove }
        : {
            codice: "NUMERAZIONE",
            stato: "FATTO",
            descrizione: `I numeri avviso cominciano per ${dominio.auxDigit}${dominio.auxDigit === 3 ? (dominio.segregationCode ?? "") : ""}`,
            dove,
          };
  const controllo = controlli.find(({ oggetto, riferimento }) => oggetto === "STAZIONE" && riferimento === dominio.stazione);
  return [numeri, ofPagoPa("ASSOCIAZIONE_PAGOPA", "L'associazione alla stazione", controllo, `/controlli?idDominio=${dominio.idDominio}`)];
};

/** How pagoPA sees an account, or the association with a station. */
export const ofPagoPa = (codice: string, cosa: string, controllo: Controllo | undefined, dove: string): Verifica => {
  if (!controllo) return { codice, stato: "DA_VERIFICARE", descrizione: `${cosa} non è ancora stata confrontata con pagoPA`, dove };
  const allarmi = controllo.rilievi.filter(({ gravita }) => gravita === "ALLARME");
  if (allarmi.length > 0) return { codice, stato: "MANCA", descrizione: allarmi.map(({ descrizione }) => descrizione).join("; "), dove };
  const avvisi = controllo.rilievi.filter(({ gravita }) => gravita === "AVVISO");
  return avvisi.length > 0
    ? { codice, stato: "DA_VERIFICARE", descrizione: avvisi.map(({ descrizione }) => descrizione).join("; "), dove }
    : { codice, stato: "FATTO", descrizione: `${cosa} è come su pagoPA`, dove };
};

export const checkConnessione = (dati: DatiAttivazione, oggi: string): readonly Verifica[] => [
  ...checkStazione(dati),
  ...(dati.intermediario ? [...checkConnettori(dati, dati.intermediario), ...checkScadenze(dati, dati.intermediario, oggi)] : []),
  ...checkNumerazione(dati),
];
