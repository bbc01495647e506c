/** The page of the calls received: newest first, each with what came and what was answered; usable without scripts. */
import { escapeHtml, paginaHtml } from "../pagine/layout.ts";
import { type Chiamata, type EsitoFirma, type Filtro, MASSIME_CHIAMATE, type Maniera, TIPI_CHIAMATA } from "./diario.ts";
import { ABBONAMENTO } from "./segreti.ts";

export const PER_PAGINA = 25;
export const SECONDI_AGGIORNA = 5;

export interface Vista extends Filtro {
  readonly chiamate: readonly Chiamata[];
  readonly totale: number;
  readonly pagina: number;
  readonly aggiorna: boolean;
  readonly maniera: Maniera | undefined;
  readonly baseUrl: string;
}

const FIRMA: Readonly<Record<EsitoFirma, readonly [classe: string, testo: string]>> = {
  VALIDA: ["fio-bene", "firma valida"],
  NON_VALIDA: ["fio-male", "firma non valida"],
  TROPPO_VECCHIA: ["fio-male", "firma troppo vecchia"],
  ASSENTE: ["fio-male", "senza firma"],
  SEGRETO_SCONOSCIUTO: ["fio-minore", "firma non verificata: segreto sconosciuto"],
};

const NOMI: Readonly<Record<string, string>> = {
  ricevute: "Ricevuta (EC v2)",
  rendicontazioni: "Riga di flusso (EC v2)",
  pagamenti: "Pagamento (EC v1)",
  annulli: "Annullo (EC v1)",
  rpp: "Ricevuta del connettore",
  sintesi: "Sintesi del connettore",
  flussi: "Flusso del connettore",
  tracciati: "Tracciato contabile",
  riepiloghi: "Riepilogo di anomalie",
  webhook: "Webhook",
};
const nomeDi = (tipo: string): string => NOMI[tipo] ?? tipo;

const leggibile = (corpo: string): string => {
  try {
    return JSON.stringify(JSON.parse(corpo), undefined, 2);
  } catch {
    return corpo;
  }
};

const indirizzoDi = ({ tipo, debito, aggiorna }: Pick<Vista, "tipo" | "debito" | "aggiorna">, pagina?: number): string => {
  const parametri = new URLSearchParams({
    ...(tipo === undefined ? {} : { tipo }),
    ...(debito === undefined ? {} : { debito }),
    ...(aggiorna ? { aggiorna: "si" } : {}),
    ...(pagina === undefined ? {} : { pagina: String(pagina) }),
  }).toString();
  return `/sandbox/callback${parametri === "" ? "" : `?${parametri}`}`;
};

const blocco = (titolo: string, testo: string): string =>
  `<div><h3 class="h6">${titolo}</h3>${testo === "" ? "<p>Vuoto.</p>" : `<pre tabindex="0">${escapeHtml(testo)}</pre>`}</div>`;

/** The newest is already open: it is what one has just made happen. */
const scheda = (chiamata: Chiamata, vista: Vista, posto: number): string => {
  const { numero, tipo, ricevutaIl, metodo, indirizzo, intestazioni, corpo, byte, debito, firma, stato, risposta, volta } = chiamata;
  const [classe, testoFirma] = firma === undefined ? ["", ""] : FIRMA[firma];
  const tagliato = Buffer.byteLength(corpo) < byte ? `<p class="fio-minore">Mostrato l'inizio di ${byte} byte.</p>` : "";
  const filtro =
    debito === undefined || vista.debito !== undefined
      ? ""
      : `<p><a href="${escapeHtml(indirizzoDi({ ...vista, debito }))}">Solo le chiamate del debito ${escapeHtml(debito)}</a></p>`;
  return `<details class="fio-messaggio" id="chiamata-${numero}"${posto === 0 && vista.pagina === 1 ? " open" : ""}>
<summary><strong>${escapeHtml(nomeDi(tipo))}</strong><span class="${stato >= 200 && stato < 300 ? "fio-bene" : "fio-male"}">risposto ${stato === 0 ? "nulla" : stato}</span>${
    firma === undefined ? "" : `<span class="${classe}">${testoFirma}</span>`
  }${volta > 1 ? `<span>volta ${volta}</span>` : ""}<span class="fio-codice">${escapeHtml(debito ?? "")}</span><span class="fio-minore">${escapeHtml(ricevutaIl)}</span></summary>
<div class="px-3"><p class="fio-codice">${escapeHtml(`${metodo} ${indirizzo}`)}</p>${filtro}${tagliato}</div>
<div class="coppia">${blocco("Corpo", leggibile(corpo))}${blocco("Intestazioni", intestazioni.map(([nome, valore]) => `${nome}: ${valore}`).join("\n"))}${blocco(
    `Risposta data in ${chiamata.millisecondi} ms`,
    leggibile(risposta),
  )}</div></details>`;
};

const filtri = ({ tipo, debito, aggiorna }: Vista): string => `<form method="get" action="/sandbox/callback">
<div class="fio-campo"><label for="tipo">Che cosa</label><select id="tipo" name="tipo"><option value="">Tutto</option>${TIPI_CHIAMATA.map(
  (voce) => `<option value="${voce}"${voce === tipo ? " selected" : ""}>${escapeHtml(nomeDi(voce))}</option>`,
).join("")}</select></div>
<div class="fio-campo"><label for="debito">IUV o numero avviso</label><input id="debito" name="debito" value="${escapeHtml(debito ?? "")}" maxlength="35" autocomplete="off"></div>
<div class="fio-spunta"><input type="checkbox" id="aggiorna" name="aggiorna" value="si"${aggiorna ? " checked" : ""}><label for="aggiorna">Aggiorna ogni ${SECONDI_AGGIORNA} secondi</label></div>
<div class="fio-bottoni"><button type="submit" class="btn btn-primary btn-sm">Mostra</button></div></form>`;

const comandi = (maniera: Maniera | undefined): string => `<form method="post" action="/sandbox/callback/maniera">
<div class="fio-campo"><label for="come">Come risponde</label><select id="come" name="come"><option value="500">500, errore interno</option><option value="503">503, non disponibile</option><option value="422">422, dati rifiutati</option><option value="404">404, non trovato</option><option value="401">401, credenziali errate</option><option value="lento">lento, dopo 6 secondi</option></select></div>
<div class="fio-campo"><label for="volte">Per quante chiamate</label><input id="volte" name="volte" type="number" min="1" max="1000" value="3"></div>
<div class="fio-bottoni"><button type="submit" class="btn btn-primary btn-sm">Cambia</button></div></form>
<form method="post" action="/sandbox/callback/normale"><p role="status">${
  maniera === undefined
    ? "Adesso risponde come deve."
    : `Adesso ${maniera.tipo === "lento" ? "è lento" : `risponde ${maniera.stato}`}, ancora per ${maniera.volte} ${maniera.volte === 1 ? "chiamata" : "chiamate"}.`
}</p><button type="submit" class="btn btn-outline-primary btn-sm">Torna normale</button></form>
<form method="post" action="/sandbox/callback/dimentica"><button type="submit" class="btn btn-outline-danger btn-sm">Dimentica le chiamate</button></form>`;

const segreto = `<form method="post" action="/sandbox/callback/segreti">
<div class="fio-campo"><label for="idAbbonamento">Abbonamento</label><input id="idAbbonamento" name="idAbbonamento" maxlength="35" required autocomplete="off"></div>
<div class="fio-campo"><label for="segreto">Segreto</label><input id="segreto" name="segreto" maxlength="200" required autocomplete="off" placeholder="whsec_…"></div>
<div class="fio-bottoni"><button type="submit" class="btn btn-primary btn-sm">Ricorda</button></div></form>`;

const pagine = (vista: Vista): string => {
  const ultima = Math.max(1, Math.ceil(vista.totale / PER_PAGINA));
  if (ultima === 1) return "";
  const verso = (pagina: number, testo: string): string =>
    pagina < 1 || pagina > ultima ? "" : `<li><a href="${escapeHtml(indirizzoDi(vista, pagina))}">${testo}</a></li>`;
  return `<nav aria-label="Pagine delle chiamate"><p>Pagina ${vista.pagina} di ${ultima}</p><ul class="fio-elenco">${verso(vista.pagina - 1, "Più recenti")}${verso(vista.pagina + 1, "Meno recenti")}</ul></nav>`;
};

const carta = (titolo: string, testo: string, contenuto: string): string =>
  `<section class="fio-scheda"><h2 class="h4">${titolo}</h2><p>${testo}</p>${contenuto}</section>`;

export const paginaCallback = (vista: Vista): string =>
  paginaHtml({
    titolo: "Callback",
    sezione: "sandbox",
    contenuto: `<h1>Le chiamate ricevute</h1>
<p class="lead">Un gestionale di prova riceve ciò che Fiorino comunica: ricevute e righe dei flussi (API Ente v1 e v2), connettori, webhook. Qui si vede che cosa arriva, e si prova che cosa accade quando risponde male.</p>
<div class="fio-griglia fio-larga">${carta("Che cosa mostrare", `Le ultime ${MASSIME_CHIAMATE}, dalla più recente.`, filtri(vista))}
${carta("Farlo rispondere male", "Vale per le prossime chiamate, di qualunque genere.", comandi(vista.maniera))}
${carta(
  "Un abbonamento in più",
  `L'abbonamento «${ABBONAMENTO}» del primo ente arriva già qui. Per provarne un altro gli si dà l'indirizzo <code>${escapeHtml(vista.baseUrl)}/sandbox/callback/webhook/{idAbbonamento}</code>, e qui il segreto con cui verificarlo.`,
  segreto,
)}</div>
<section class="mt-5"><h2 class="h3">${vista.totale === 0 ? "Nessuna chiamata" : `Chiamate: ${vista.totale}`}</h2>
${vista.chiamate.map((chiamata, posto) => scheda(chiamata, vista, posto)).join("\n")}
${pagine(vista)}</section>`,
  });
